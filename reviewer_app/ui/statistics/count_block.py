"""One block of the statistics: title, what is counted, the figure, and the same numbers as a table under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.statistics.count_chart import Bars, CountChart

_ROW, _HEAD = 30, 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class CountBlockContent:
    """What a block shows; `bars` None leaves out the figure, `why` says why, no `rows` leave out the table."""

    title: str
    note: str
    bars: Bars | None
    why: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str | int, ...]]


class CountModel(QAbstractTableModel):
    """Rows of cells under heads; a nought is shown as a dash, the last of several rows is the sum."""

    def __init__(
        self, theme: Theme, heads: Sequence[str], rows: Sequence[tuple[str | int, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._heads, self._rows = theme, heads, rows

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(value) if value != 0 else "–"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{self._rows[index.row()][0]}, {self._heads[index.column()]}: {value}"
                if index.column()
                else str(value)
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() == 0 else _RIGHT
        if role == Qt.ItemDataRole.FontRole and 0 < index.row() == len(self._rows) - 1:
            return self._theme.font("strong")
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section == 0 else _RIGHT) | int(Qt.TextFlag.TextWordWrap)
        return None


class CountBlock(QWidget):
    """Shows one Block."""

    def __init__(self, theme: Theme, block: CountBlockContent) -> None:
        """Show `block`."""
        super().__init__()
        self._theme = theme
        self.table = QTableView()
        self._model = CountModel(theme, block.heads, block.rows, self.table)
        column = ColumnLayout(theme, gap=8, parent=self)
        column.add(Text(block.title, "title"), Text(block.note, "small", "text2", wrap=True))
        if block.bars is not None:
            column.addWidget(CountChart(theme, block.bars, block.title))
        if block.why:
            column.addWidget(Text(block.why, "small", "text2", wrap=True))
        self._set_up_table(block.title)
        column.addWidget(self.table)
        self.table.setVisible(bool(block.rows))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _set_up_table(self, name: str) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(name)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag(Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column what its longest word needs, and share the rest evenly; too many columns scroll."""
        needed = [self._needed(column) for column in range(self._model.columnCount())]
        spare = max(self.width() - sum(needed), 0)
        for column, width in enumerate(needed):
            rest = spare % len(needed) if column == len(needed) - 1 else 0
            self.table.setColumnWidth(column, width + spare // len(needed) + rest)

    def _needed(self, column: int) -> int:
        heads, cells = QFontMetrics(self._theme.font("strong")), QFontMetrics(self._theme.font("body"))
        head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        wide = max(heads.horizontalAdvance(word) for word in head.split(" "))
        if column == 0:
            shown = (str(self._model.index(row, 0).data()) for row in range(self._model.rowCount()))
            wide = max([wide, *(cells.horizontalAdvance(words) for words in shown)])
        return wide + self._theme.em(16)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self.table.verticalHeader().setDefaultSectionSize(theme.em(_ROW))
        self.table.horizontalHeader().setFixedHeight(theme.em(_HEAD))
        scroll = self.table.horizontalScrollBar().sizeHint().height()
        self._fit_columns()
        self.table.setFixedHeight(theme.em(_HEAD) + self._model.rowCount() * theme.em(_ROW) + scroll)
