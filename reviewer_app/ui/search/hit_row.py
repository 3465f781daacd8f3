"""A row of what a search has found, in words; heads stand over the hits of an application."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HitRow:
    """`place` says where, `snippet` holds a piece of the text with half-open ranges `marks` in it.

    `hit` is its number among the hits, -1 for a head.
    """

    place: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    icon: str = ""
    hit: int = -1

    @property
    def is_head(self) -> bool:
        """Whether it names an application."""
        return self.hit < 0

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.place, self.snippet) if part)
