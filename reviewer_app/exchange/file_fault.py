"""Why a file from outside is not taken: one code, the words' parameters and the place.

Readers raise it in the depth of a file; whoever takes the file turns it into the one finding that refuses it.
"""

from typing import TYPE_CHECKING

from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.localised import Words, as_words

if TYPE_CHECKING:
    from collections.abc import Mapping


class FileFault(Exception):  # noqa: N818  # a fault of the file, not of the program
    """A file cannot be taken; `code` is a key below `finding.`, `params` fill its words."""

    def __init__(self, code: str, place: FindingPlace | None = None, found: Words = "", **params: object) -> None:
        """Keep the code, where in the file it lies, what stands there and the parameters."""
        super().__init__(code)
        self.code = code
        self.place = place or FindingPlace()
        self.found = found
        self.params: Mapping[str, Words] = {key: as_words(value) for key, value in params.items()}

    def finding(self, file: str = "") -> Finding:
        """Return the finding that says so about `file`."""
        where = self.place
        place = FindingPlace(file or where.file, where.sheet, where.cell, where.field, where.row, where.page)
        return Finding(self.code, Severity.ERROR, place, self.found, self.params)
