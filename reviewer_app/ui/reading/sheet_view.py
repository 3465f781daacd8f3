"""Tables of a spreadsheet that came as an annex, read-only; one tab per sheet."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from reviewer_app.domain.cell_place import letters
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme

_WIDEST, _NARROWEST, _PADDING, _HIGH = 320, 24, 12, 24
_MEASURED = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as texts; rows may differ in length; `rest` says what is not shown, `paper` is the key of its annex."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""
    paper: str = ""


class SheetModel(QAbstractTableModel):
    """The cells of one sheet."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        """Hold `sheet`."""
        super().__init__(parent)
        self._sheet = sheet
        self._columns = max((len(row) for row in sheet.rows), default=0)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or not index.isValid():
            return None
        row = self._sheet.rows[index.row()]
        return row[index.column()] if index.column() < len(row) else ""

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(section + 1) if orientation == Qt.Orientation.Vertical else letters(section)


class _RowNumbers(QHeaderView):
    """The numbers of the rows, wide enough for all: Qt measures two hundred, with all they may have."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @override
    def sizeHint(self) -> QSize:
        if not self.count():
            return super().sizeHint()
        last, metrics = str(self.count()), self.fontMetrics()
        widest = len(last) * max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        size = self.sectionSizeFromContents(self.count() - 1)
        return QSize(size.width() + max(widest - metrics.horizontalAdvance(last), 0), size.height())


class SheetTable(QTableView):
    """A table; `over` are who paints over its cells."""

    def __init__(self) -> None:
        """Start without cells."""
        super().__init__()
        self.setVerticalHeader(_RowNumbers())
        self.over: list[Callable[[QPainter], None]] = []

    def choose_row(self, row: int) -> None:
        """Choose a whole row; Qt's own way looks at the keys that happen to be held down."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)

    @property
    def first_column(self) -> int:
        """The first column in sight of which not more than half is scrolled away."""
        here = max(self.columnAt(0), 0)
        most_is_gone = -2 * self.columnViewportPosition(here) > self.columnWidth(here)
        return min(here + most_is_gone, self.model().columnCount() - 1)

    def begin_at(self, column: int) -> None:
        """Scroll so that a column is the first in sight, as far as the table reaches."""
        self.updateGeometries()  # widths that were just given count for the scroll bar an event later
        self.horizontalScrollBar().setValue(self.horizontalHeader().sectionPosition(column))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which cell one has come to; whoever watches what is chosen hears of it from the first arrow on."""
        super().focusInEvent(event)
        chosen, here = self.selectionModel(), self.currentIndex()
        if event.reason() != Qt.FocusReason.MouseFocusReason and here.isValid() and not chosen.hasSelection():
            chosen.blockSignals(True)
            chosen.select(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            chosen.blockSignals(False)
            for part in (self.viewport(), self.horizontalHeader().viewport(), self.verticalHeader().viewport()):
                part.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for paint in self.over:
            paint(QPainter(self.viewport()))


class SheetView(QWidget):
    """Shows Sheets; `sheets_shown` says that others are shown, in `tables`."""

    sheets_shown = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._sheets: tuple[Sheet, ...] = ()
        self.tables: list[SheetTable] = []
        self._firsts: list[int] = []
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setTabBarAutoHide(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        self._text_size = theme.text_size
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        """Give rows and columns the room that text of another size takes; else widths stay as somebody drew them."""
        if self._text_size != self._theme.text_size:
            self._text_size = self._theme.text_size
            for table, sheet, first in zip(self.tables, self._sheets, self._firsts, strict=True):
                self._measure(table, sheet)
                table.begin_at(first)

    def _on_bar_value_changed(self, _value: int) -> None:
        """Remember where tables begin; what moves them while the window makes room for other text is nobody's wish."""
        if self._text_size == self._theme.text_size:
            self._firsts = [table.first_column for table in self.tables]

    def _on_tabs_current_changed(self, sheet: int) -> None:
        """Let the focus go to the table in sight: the tabs hide where there is only one."""
        self.setFocusProxy(self.tables[sheet] if 0 <= sheet < len(self.tables) else self._tabs)

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets in sight."""
        return self._sheets

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show other sheets; the same ones leave the place where one reads."""
        if tuple(sheets) == self._sheets:
            return
        self._sheets = tuple(sheets)
        while self._tabs.count():
            old = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        self.tables = []
        for sheet in sheets:
            self._tabs.addTab(self._page(sheet), sheet.name)
        self._firsts = [0] * len(self.tables)
        self._on_tabs_current_changed(self._tabs.currentIndex())
        self.sheets_shown.emit()

    @property
    def current(self) -> int:
        """Which sheet is in sight, from 0; -1 where there is none."""
        return self._tabs.currentIndex()

    def show_sheet(self, sheet: int) -> None:
        """Bring a sheet (from 0) into sight."""
        self._tabs.setCurrentIndex(sheet)

    def _page(self, sheet: Sheet) -> QWidget:
        table = self._table(sheet)
        self.tables.append(table)
        if not sheet.rest:
            return table
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rest = Text(sheet.rest, "small", "warn")
        rest.setContentsMargins(self._theme.em(16), self._theme.em(4), self._theme.em(16), self._theme.em(4))
        column.addWidget(rest)
        column.addWidget(table, 1)
        page.setFocusProxy(table)
        return page

    def _table(self, sheet: Sheet) -> SheetTable:
        table = SheetTable()
        table.setModel(SheetModel(sheet, table))
        table.setAccessibleName(sheet.name)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalScrollBar().valueChanged.connect(self._on_bar_value_changed)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        self._measure(table, sheet)
        return table

    def _measure(self, table: SheetTable, sheet: Sheet) -> None:
        table.verticalHeader().setDefaultSectionSize(self._theme.em(_HIGH))
        for column in range(table.model().columnCount()):
            table.setColumnWidth(column, self._width(sheet, column))

    def _width(self, sheet: Sheet, column: int) -> int:
        """Return what a column needs: its longest texts are measured, where Qt would ask for every cell."""
        texts = {row[column] for row in sheet.rows if column < len(row)}
        longest = heapq.nlargest(_MEASURED, texts, key=len)
        metrics = self._theme.metrics("body")
        needed = max((metrics.horizontalAdvance(text) for text in longest), default=0)
        return min(max(needed, self._theme.em(_NARROWEST)) + self._theme.em(_PADDING), self._theme.em(_WIDEST))
