"""What finding words is in everything that shows an annex: how many hits, which is current, where they lie.

Pages, the form and tables each find in their own way and share these words; a hit is a place where the words stand.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.text.search import SearchPattern

OUTLINED = 1500
"""Milliseconds for which the place that was gone to has a second outline, so that the eye finds it."""


FINENESS = 1000
"""Places beside a scroll bar that are told apart."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Where hits lie, in thousandths of the annex's height, and how far down the current one is (0 to 1)."""

    places: frozenset[int] = frozenset()
    current: float | None = None


class TextFinder(QObject):
    """Finds words in one annex.

    `found_changed` says that there are more hits, or another current one; `moving` comes before the annex is scrolled
    to a hit.
    """

    found_changed = Signal()
    moving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sought = SearchPattern()

    def begin(self) -> None:
        """Take the place one reads at now as the one from which the first hit is looked for."""

    def begin_at_top(self) -> None:
        """Look for the first hit from the top on."""

    def find(self, sought: SearchPattern, *, move: bool = True) -> None:
        """Mark the places of `sought` and, with `move`, go to the first from where one began; nothing marks nothing."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many hits are known."""
        return 0

    @property
    def current(self) -> int:
        """Which hit is the current one, from 0; -1 for none."""
        return -1

    @property
    def is_whole(self) -> bool:
        """Whether the annex is searched to its end."""
        return True

    @property
    def has_words(self) -> bool:
        """Whether there is any text; also while that is not known yet."""
        return True

    def go(self, hit: int) -> None:
        """Make a hit (from 0) the current one and bring it into sight; there must be one."""
        raise NotImplementedError

    def step(self, step: int) -> bool:
        """Go to the next (+1) or previous (-1) hit; return False at the end, where nothing moves."""
        if self.current < 0 and self.count:
            self.begin()
            self.find(self.sought)
            return True
        target = self.current + step
        if not 0 <= target < self.count:
            return False
        self.go(target)
        return True

    def shares(self) -> list[float]:
        """Return how far down the annex each hit lies, 0 to 1."""
        return []

    def ticks(self) -> Ticks:
        """Return what stands beside the scroll bar: each place there once, however many hits lie at it."""
        shares, current = self.shares(), self.current
        places = frozenset(round(share * FINENESS) for share in shares)
        return Ticks(places, shares[current] if 0 <= current < len(shares) else None)

    def nearest(self, share: float) -> int:
        """Return the hit that lies nearest to a place, 0 to 1 down the annex; -1 without hits."""
        shares = self.shares()
        return min(range(len(shares)), key=lambda hit: abs(shares[hit] - share), default=-1)
