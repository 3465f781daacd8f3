"""The list of annotations as a table model: filtered and sorted already, each worded when its row comes into sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.applications.application_model import LINE, Cell


class Column(IntEnum):
    """The columns in their order; which are in sight depends on the size class."""

    KIND = 0
    PLACE = 1
    WORDS = 2
    CRITERIA = 3
    AUTHOR = 4
    TAGS = 5
    PRIVATE = 6


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """One annotation ready to be shown; `narrow` is the row where there is room for one cell."""

    id: str
    kind: Kind
    cells: dict[Column, Cell] = field(default_factory=dict)
    narrow: Cell = field(default_factory=Cell)


class AnnotationModel(QAbstractTableModel):
    """Rows of AnnotationLine."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._word: Callable[[str], AnnotationLine] | None = None
        self._heads: dict[Column, str] = {}
        self._sort: tuple[Column | None, bool] = (None, False)

    def show_heads(self, heads: dict[Column, str]) -> None:
        """Name the columns."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def show_sort(self, column: Column | None, *, descending: bool) -> None:
        """Mark the column the lines are sorted by, None where it is none of them."""
        self._sort = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def set_rows(self, ids: Sequence[str], word: Callable[[str], AnnotationLine]) -> None:
        """Show these annotations in this order; `word` gives the line of each when it is needed."""
        self.beginResetModel()
        self._ids, self._word = tuple(ids), word
        self.endResetModel()

    @property
    def ids(self) -> tuple[str, ...]:
        """What is in sight, in its order."""
        return self._ids

    @property
    def lines(self) -> tuple[AnnotationLine, ...]:
        """What is in sight, in its order, worded."""
        return tuple(self._word(one) for one in self._ids) if self._word is not None else ()

    def row_of(self, annotation: str) -> int:
        """Return the row of an annotation, -1 where it is not in sight."""
        return self._ids.index(annotation) if annotation in self._ids else -1

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._word is None:
            return None
        line, column = self._word(self._ids[index.row()]), Column(index.column())
        if role == LINE:
            return line
        cell = line.cells.get(column, Cell())
        words = ", ".join(part for part in (cell.text, cell.second) if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads.get(column, '')}: {words or '–'}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column, descending = self._sort
            arrow = ("  ▼" if descending else "  ▲") if section == column else ""
            return self._heads.get(Column(section), "") + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
