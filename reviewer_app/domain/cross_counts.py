"""How often two things come together: the counts behind every stacked bar and the table under it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 5
"""With fewer applications a figure would show single ones; then there are numbers only."""


@dataclass(frozen=True, slots=True)
class CrossCount:
    """Counts by row and column key; rows and columns that never occur are left out."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()

    @property
    def row_totals(self) -> tuple[int, ...]:
        """The sum of each row."""
        return tuple(sum(row) for row in self.counts)

    @property
    def column_totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(sum(column) for column in zip(*self.counts, strict=True))

    @property
    def total(self) -> int:
        """The sum of all."""
        return sum(self.row_totals)


def cross_count(pairs: Iterable[tuple[str, str]], rows: Iterable[str] = (), columns: Iterable[str] = ()) -> CrossCount:
    """Count (row, column) pairs; keys stand in the given order, others behind them by name."""
    found = Counter(pairs)
    row_keys = _ordered(rows, {row for row, _ in found})
    column_keys = _ordered(columns, {column for _, column in found})
    counts = tuple(tuple(found[row, column] for column in column_keys) for row in row_keys)
    return CrossCount(row_keys, column_keys, counts)


def _ordered(wanted: Iterable[str], present: set[str]) -> tuple[str, ...]:
    known = [key for key in dict.fromkeys(wanted) if key in present]
    return (*known, *sorted(present - set(known)))
