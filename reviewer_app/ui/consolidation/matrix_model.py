"""Criteria against reviewers as a table: area rows with their share, criterion rows with values up to the consensus."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import Value
from reviewer_app.exports.figure_marks import Marked
from reviewer_app.exports.figure_shapes import Figure


class MatrixColumn(IntEnum):
    """What a column shows."""

    KEY = 0
    TITLE = 1
    REVIEW = 2
    STRIP = 3
    SPREAD = 4
    CONSENSUS = 5


_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""Made once: it is asked for with every cell."""


@dataclass(frozen=True, slots=True)
class ReviewerHead:
    """A reviewer as a column: "G1", the name (empty while names are hidden) and the place that gives the shape."""

    label: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class ConsensusCell:
    """The agreed value: set, or only suggested (outline), or open."""

    value: Fraction | None
    is_set: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row; area rows carry `area` and nothing from `values` on."""

    key: str
    title: str
    area: AreaFigures | None = None
    values: tuple[Value | None, ...] = ()
    minimum: Fraction | None = None
    strip: Figure | None = None
    spread: Marked | None = None
    consensus: ConsensusCell = ConsensusCell(None, is_set=False, is_open=False)
    spoken: tuple[str, ...] = ()

    @property
    def is_area(self) -> bool:
        """Whether the row stands for an area."""
        return self.area is not None


class MatrixModel(QAbstractTableModel):
    """MatrixRows under ReviewerHeads; `ROW` gives the row, `spoken` of a row its sentences column by column."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[ReviewerHead, ...] = ()
        self._rows: tuple[MatrixRow, ...] = ()
        self._words: dict[MatrixColumn, str] = {}

    def set_rows(
        self, heads: Sequence[ReviewerHead], rows: Sequence[MatrixRow], words: dict[MatrixColumn, str]
    ) -> None:
        """Show other rows; `words` are the titles of the columns that are no reviewers."""
        known = {row.key: row for row in self._rows}
        rows = [known[row.key] if known.get(row.key) == row else row for row in rows]  # what is equal keeps its picture
        same = len(heads) == len(self._heads) and [row.key for row in rows] == [row.key for row in self._rows]
        if same:
            self._heads, self._rows, self._words = tuple(heads), tuple(rows), words
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            if last.isValid():
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
            return
        self.beginResetModel()
        self._heads, self._rows, self._words = tuple(heads), tuple(rows), words
        self.endResetModel()

    def kind(self, column: int) -> MatrixColumn:
        """Return what a column shows."""
        reviews = len(self._heads)
        if column < MatrixColumn.REVIEW:
            return MatrixColumn(column)
        if column < MatrixColumn.REVIEW + reviews:
            return MatrixColumn.REVIEW
        return MatrixColumn(column - reviews + 1)

    def review(self, column: int) -> int:
        """Return which reviewer a column stands for, from 0; -1 where it is none."""
        return column - MatrixColumn.REVIEW if self.kind(column) is MatrixColumn.REVIEW else -1

    def column(self, kind: MatrixColumn) -> int:
        """Return the column of a kind (of the first reviewer for REVIEW)."""
        return int(kind) if kind <= MatrixColumn.REVIEW else int(kind) - 1 + len(self._heads)

    def head(self, review: int) -> ReviewerHead:
        """Return a reviewer's head."""
        return self._heads[review]

    def row(self, row: int) -> MatrixRow | None:
        """Return a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a criterion, -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key and not row.is_area), -1)

    @property
    def heads(self) -> tuple[ReviewerHead, ...]:
        """The reviewers in their order."""
        return self._heads

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 5 + len(self._heads)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == self.ROW:
            return row
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return row.spoken[index.column()] if index.column() < len(row.spoken) else ""
        if role == Qt.ItemDataRole.ToolTipRole and self.kind(index.column()) is MatrixColumn.TITLE:
            return row.title
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        review = self.review(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[review].label if review >= 0 else self._words.get(self.kind(section), "")
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and review >= 0:
            head = self._heads[review]
            return f"{head.label} {head.name}".strip()
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled if row.is_area else _SELECTABLE
