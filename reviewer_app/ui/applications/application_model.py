"""The list of applications as a table model over a plain list, with its own filter and sort.

No proxy model: it would call back into Python for every row, and the list may hold ten thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.ui.kit.painting import Chip, Glyph

LINE = int(Qt.ItemDataRole.UserRole)
"""The role under which every cell of a row gives its ApplicationLine."""


class Column(IntEnum):
    """The columns in their order; which are in sight depends on role and size class."""

    APPLICATION = 0
    PROCEDURE = 1
    STATE = 2
    PROGRESS = 3
    REVIEWS = 4
    DISCUSSION = 5
    SUGGESTION = 6
    DUE = 7
    CONFLICT = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Two short lines of a cell; `glyph` stands before the first, `tone` colours it, `second_tone` the second."""

    text: str = ""
    second: str = ""
    glyph: Glyph = Glyph.NONE
    icon: str = ""
    tone: str = "text"
    second_tone: str = "text2"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application ready to be shown, filtered and sorted; words are already in the person's language.

    `progress` is (answered, all), None where nothing is asked; `segments` the segments it belongs to; `sorts` a key per
    column; `statement` what is said of the person's conflict where it is not that there is none; `muted` is withdrawn.
    """

    number: str
    name: str
    facts: str
    short_facts: str
    procedure: str
    chip: Chip
    land: str = ""
    technology: str = ""
    progress: tuple[int, int] | None = None
    cells: dict[Column, Cell] = field(default_factory=dict)
    segments: frozenset[str] = frozenset()
    sorts: dict[Column, object] = field(default_factory=dict)
    short_due: str = ""
    statement: str = ""
    muted: bool = False

    @property
    def facts_with_procedure(self) -> str:
        """What stands below the name where the procedure has no column of its own."""
        return " · ".join(part for part in (self.number, self.procedure, self.short_facts) if part)

    @property
    def haystack(self) -> str:
        """What the filter field looks in."""
        return f"{self.name} {self.facts} {self.procedure}".lower()


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: words typed, the segment, a Land and a technology field (empty: all)."""

    text: str = ""
    segment: str = "all"
    land: str = ""
    technology: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()


class ApplicationModel(QAbstractTableModel):
    """Rows of ApplicationLine; `show_lines`, `show_filter` and `show_sort` say what is in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, sorted by deadline."""
        super().__init__(parent)
        self._plain: list[tuple[str, ApplicationLine]] = []
        self._all: list[tuple[str, ApplicationLine]] = []
        self._lines: list[ApplicationLine] = []
        self._heads: dict[Column, str] = {}
        self._filter = Filter()
        self._sort = Column.DUE
        self._descending = False

    # What is in sight

    def show_heads(self, heads: dict[Column, str]) -> None:
        """Name the columns."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def show_lines(self, lines: Sequence[ApplicationLine]) -> None:
        """Show other applications; filter and sort stay. What is equal stays the same line, whose picture is kept."""
        known = {line.number: line for _, line in self._plain}
        lines = [known[line.number] if known.get(line.number) == line else line for line in lines]
        plain = sorted(lines, key=lambda line: (line.sorts[Column.DUE], line.number))
        self._plain = [(line.haystack, line) for line in plain]
        self._all = self._in_order(self._plain)
        self._arrange()

    def show_filter(self, wanted: Filter) -> None:
        """Show what fits."""
        if wanted != self._filter:
            self._filter = wanted
            self._arrange()

    def show_sort(self, column: Column, *, descending: bool) -> None:
        """Sort by a column; equal rows follow deadline, progress, number."""
        if (column, descending) != (self._sort, self._descending):
            self._sort, self._descending = column, descending
            self._all = self._in_order(self._plain)
            self._arrange()

    @property
    def sort_column(self) -> Column:
        """The column the list is sorted by."""
        return self._sort

    @property
    def descending(self) -> bool:
        """Whether the order is turned round."""
        return self._descending

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._filter

    @property
    def total(self) -> int:
        """How many applications there are, shown or not."""
        return len(self._all)

    @property
    def lines(self) -> tuple[ApplicationLine, ...]:
        """The applications in sight, in their order."""
        return tuple(self._lines)

    @property
    def all_lines(self) -> tuple[ApplicationLine, ...]:
        """All applications, shown or not."""
        return tuple(line for _, line in self._all)

    def line(self, row: int) -> ApplicationLine | None:
        """Return the application in a row, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, number: str) -> int:
        """Return the row of an application, -1 where it is not in sight."""
        numbers = [line.number for line in self._lines]
        return numbers.index(number) if number in numbers else -1

    def count(self, segment: str) -> int:
        """Return how many applications belong to a segment, whatever else is filtered."""
        return sum(segment in line.segments for _, line in self._all)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._lines = self._fitting()
        self.endResetModel()

    def _in_order(self, lines: list[tuple[str, ApplicationLine]]) -> list[tuple[str, ApplicationLine]]:
        column = self._sort
        keys = [line.sorts[column] for _, line in lines]
        order = sorted(range(len(lines)), key=keys.__getitem__, reverse=self._descending)  # type: ignore[arg-type] # reason: keys of one column compare
        return [lines[place] for place in order]

    def _fitting(self) -> list[ApplicationLine]:
        """Return what fits, in order; a pass per wish that is there, without a call per line."""
        wanted, left = self._filter, self._all
        if wanted.land:
            left = [one for one in left if one[1].land == wanted.land]
        if wanted.technology:
            left = [one for one in left if one[1].technology == wanted.technology]
        for word in wanted.text.lower().split():
            left = [one for one in left if word in one[0]]
        return [line for _, line in left if wanted.segment in line.segments]

    # Qt

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, Column(index.column()), ", ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = Column(index.column())
            words = self._words(line, column, ", ")
            return words if column is Column.APPLICATION else f"{self._heads.get(column, '')}: {words}"
        return None

    @staticmethod
    def _words(line: ApplicationLine, column: Column, between: str) -> str:
        if column is Column.APPLICATION:
            return f"{line.name}{between}{line.facts}"
        if column is Column.PROCEDURE:
            return line.procedure
        if column is Column.STATE:
            return line.chip.word
        if column is Column.PROGRESS and line.progress is not None:
            return f"{line.progress[0]}/{line.progress[1]}"
        cell = line.cells.get(column, Cell())
        return between.join(part for part in (cell.text, cell.second) if part)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            words = self._heads.get(Column(section), "")
            mark = ("  ▼" if self._descending else "  ▲") if section == self._sort else ""
            return words + mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
