"""The model of a list page: rows of frozen values in columns, which it filters and sorts itself.

No proxy model: it would call back into Python for every row, and a list may hold ten thousand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, ClassVar, override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.ui.kit.painting import Glyph

LINE = int(Qt.ItemDataRole.UserRole)
"""The role under which every cell of a row gives the line that is painted."""

ALL = "all"
"""The segment that holds every row."""

type SortKey = int | str
"""What a list is sorted by: the member of an IntEnum of columns, or of a StrEnum of orders."""


@dataclass(frozen=True, slots=True)
class ListCell:
    """Two short lines of a cell; `glyph` stands before the first, `tone` colours it, `second_tone` the second."""

    text: str = ""
    second: str = ""
    glyph: Glyph = Glyph.NONE
    icon: str = ""
    tone: str = "text"
    second_tone: str = "text2"
    strong: bool = False

    @property
    def words(self) -> str:
        """Both lines in one."""
        return ", ".join(part for part in (self.text, self.second) if part)


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What is shown: words typed and the segment; a subclass adds a key for each further filter (empty: all)."""

    text: str = ""
    segment: str = ALL


class ListModel[Row, Line, Wanted: ListFilter](QAbstractTableModel):
    """Rows, of which those in sight are worded as lines; a subclass says how, and by what they are narrowed and sorted.

    `order_of` gives the order a click on the head of a column asks for; `filter`, `order` and `descending` are set by
    showing them.
    """

    columns: ClassVar[type[IntEnum]]
    order_of: ClassVar[Mapping[int, SortKey]]

    def __init__(self, wanted: Wanted, order: SortKey, parent: QObject | None = None) -> None:
        """Start empty, with this filter and order."""
        super().__init__(parent)
        self._plain: list[tuple[str, Row]] = []
        self._all: list[tuple[str, Row]] = []
        self._rows: list[Row] = []
        self._heads: Mapping[int, str] = {}
        self.filter, self.order, self.descending = wanted, order, False

    # For subclasses

    def key_of(self, row: Row) -> str:
        """Return what a row is known by."""
        raise NotImplementedError

    def text_of(self, row: Row) -> str:
        """Return what the filter field looks in, spelt as `spelt` does."""
        raise NotImplementedError

    def spelt(self, word: str) -> str:
        """Return a typed word as it is compared."""
        return word.lower()

    def narrowed(self, rows: list[Row], wanted: Wanted) -> list[Row]:
        """Return the rows of the segment and of the further filters; a pass for each wish, without a call per row."""
        raise NotImplementedError

    def sort_keys(self, rows: list[Row]) -> Sequence[Any]:
        """Return for each row what it is sorted by now; equal ones stay as they were set."""
        raise NotImplementedError

    def line_of(self, row: Row) -> Line:
        """Return a row as it is painted."""
        raise NotImplementedError

    def words(self, line: Line, column: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def spoken(self, line: Line, column: int) -> str:
        """Return a cell as a screen reader says it."""
        return f"{self._heads.get(column, '')}: {self.words(line, column) or '–'}"

    # What is in sight

    def show_heads[Column: int](self, heads: Mapping[Column, str]) -> None:
        """Name the columns."""
        self._heads = {int(column): words for column, words in heads.items()}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; filter and order stay. What is equal stays the same value, whose pictures are kept."""
        known = {self.key_of(row): row for _, row in self._plain}
        before = (known.get(self.key_of(row), row) for row in rows)
        kept = [old if old == row else row for old, row in zip(before, rows, strict=True)]
        self._plain = [(self.text_of(row), row) for row in kept]
        self._sort()

    def show_filter(self, wanted: Wanted) -> None:
        """Show what fits."""
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def show_sort(self, order: SortKey, *, descending: bool) -> None:
        """Sort."""
        if (order, descending) != (self.order, self.descending):
            self.order, self.descending = order, descending
            self._sort()

    def fitting(self, wanted: Wanted) -> list[Row]:
        """Return all rows a filter lets through, in order."""
        left = self._all
        for word in wanted.text.split():
            letters = self.spelt(word)
            left = [one for one in left if letters in one[0]]
        return self.narrowed([row for _, row in left], wanted)

    @property
    def total(self) -> int:
        """How many rows there are, in sight or not."""
        return len(self._all)

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """All rows in their order, in sight or not."""
        return tuple(row for _, row in self._all)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in sight, in their order."""
        return tuple(self._rows)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows in sight as they are painted."""
        return tuple(self.line_of(row) for row in self._rows)

    @property
    def keys(self) -> list[str]:
        """The keys of the rows in sight."""
        return [*map(self.key_of, self._rows)]

    def row(self, number: int) -> Row | None:
        """Return what stands in a row, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return the number of a row, -1 where it is not in sight."""
        keys = self.keys
        return keys.index(key) if key in keys else -1

    def _sort(self) -> None:
        keys = self.sort_keys([row for _, row in self._plain])
        places = sorted(range(len(keys)), key=keys.__getitem__, reverse=self.descending)
        self._all = [self._plain[place] for place in places]
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = self.fitting(self.filter)
        self.endResetModel()

    # Qt

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line_of(self._rows[index.row()])
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(line, index.column())
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = "  ▼" if self.descending else "  ▲"
            return self._heads.get(section, "") + (arrow if self.order_of.get(section) == self.order else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
