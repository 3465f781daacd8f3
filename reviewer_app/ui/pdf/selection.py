"""What is selected in a document: two boundaries between letters, kept apart from any widget."""

from dataclasses import dataclass

type Boundary = tuple[int, int]
"""Page from 0, and the boundary between letters of its text, from 0 to its length."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From where a person began (`anchor`) to where the hand is now (`head`); either may come first."""

    anchor: Boundary
    head: Boundary

    @property
    def first(self) -> Boundary:
        """The boundary that comes first in the document."""
        return min(self.anchor, self.head)

    @property
    def last(self) -> Boundary:
        """The boundary that comes last."""
        return max(self.anchor, self.head)

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies between the two."""
        return self.anchor == self.head

    @property
    def pages(self) -> range:
        """The pages it touches."""
        return range(self.first[0], self.last[0] + 1)

    def span(self, page: int, length: int) -> tuple[int, int]:
        """Return the half-open range of letters of a page with `length` letters; equal ends where it has none."""
        if page not in self.pages:
            return 0, 0
        start = self.first[1] if page == self.first[0] else 0
        end = self.last[1] if page == self.last[0] else length
        return start, max(start, end)

    def reaching(self, head: Boundary) -> "Selection":
        """Return it with the hand at another place."""
        return Selection(self.anchor, head)

    def around(self, start: int, end: int) -> "Selection":
        """Return it grown to hold the range of letters at the hand's page, as a drag by words does."""
        page = self.head[0]
        if (page, start) < self.anchor:
            return Selection(max(self.anchor, self.last), (page, start))
        return Selection(min(self.anchor, self.first), (page, end))
