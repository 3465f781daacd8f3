"""What use cases need of the store for text recognised in scanned pages."""

from collections.abc import Collection, Mapping
from typing import Protocol

from reviewer_app.domain.recognised_text import RecognisedPage


class RecognisedTexts(Protocol):
    """Recognised pages by the SHA-256 of the annex; they hold whatever becomes of the index."""

    def of(self, sha256: str) -> Mapping[int, RecognisedPage]:
        """Return the recognised pages of an annex by their index from 0; one without a word is there, without lines."""
        ...

    def counts(self, hashes: Collection[str]) -> Mapping[str, int]:
        """Return how many pages of these annexes were recognised; one of which none was has no entry."""
        ...

    def forget(self, sha256: str) -> None:
        """Forget what was recognised of an annex."""
        ...

    def put(self, sha256: str, page: int, found: RecognisedPage) -> None:
        """Keep what was recognised of a page (from 0) in place of what was before."""
        ...
