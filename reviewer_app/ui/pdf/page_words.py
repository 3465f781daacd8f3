"""Reads the words of a document for finding in it, a slice of time at once, so that pages to be seen come between."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from reviewer_app.domain.text_finding import FoundIn
from reviewer_app.ui.pdf.opened import OpenedDocument

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.pdf import PdfDocument

SLICE = 0.03
"""Seconds of reading before other jobs of the renderer have their turn."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of some pages of a document from `first` on (from 0), ready to be searched; none past its end."""

    number: int
    first: int
    pages: tuple[FoundIn, ...]


@dataclass(frozen=True, slots=True)
class ReadWords:
    """Reads words for one slice of time; a page that gives none has none."""

    opened: OpenedDocument
    first: int

    def __call__(self) -> PageWords:
        """Read."""
        document = cast("PdfDocument", self.opened.document)
        until, found = time.monotonic() + SLICE, list[FoundIn]()
        for page in range(self.first, len(self.opened.sizes)):
            try:
                found.append(FoundIn(document.text(page)))
            except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
                found.append(FoundIn(""))
            if time.monotonic() >= until:
                break
        return PageWords(self.opened.number, self.first, tuple(found))
