"""Tables of a spreadsheet that came as an annex, read-only; one tab per sheet."""

import heapq
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QTabWidget,
    QWidget,
)

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.domain.annotations.cell_place import letters
from reviewer_app.services.annexes.contents import AnnexTable
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.row_marks import MarkableRow, RowMarks

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDEST, _NARROWEST, _PADDING, _HIGH = 320, 24, 12, 24
_MEASURED = 5
_BETWEEN = " · "


class TableModel(QAbstractTableModel):
    """The cells of one table."""

    def __init__(self, table: AnnexTable, parent: QObject | None = None) -> None:
        """Hold `table`, whose rows may differ in length."""
        super().__init__(parent)
        self._rows = table.rows
        self._columns = max((len(row) for row in table.rows), default=0)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or not index.isValid():
            return None
        row = self._rows[index.row()]
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


class TableView(QTableView):
    """A table; `over` are who paints over its cells."""

    def __init__(self) -> None:
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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave digits to the page, as every annex does: letters find a row, a digit may be a score."""
        if event.text().isdecimal():
            event.ignore()
        else:
            super().keyPressEvent(event)

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


class TablesView(QWidget):
    """Shows the tables of an annex, one tab each; `tables_shown` says that others are shown, in `views`."""

    tables_shown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.annex = ""
        """The key of the annex in sight."""
        self.tables: tuple[AnnexTable, ...] = ()
        self.views: list[TableView] = []
        self._firsts: list[int] = []
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setTabBarAutoHide(True)
        ColumnLayout(theme, self._tabs, parent=self)
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        self._text_size = theme.text_size
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        """Give rows and columns the room that text of another size takes; else widths stay as somebody drew them."""
        if self._text_size != self._theme.text_size:
            self._text_size = self._theme.text_size
            for view, table, first in zip(self.views, self.tables, self._firsts, strict=True):
                self._measure(view, table)
                view.begin_at(first)

    def _on_bar_value_changed(self, _value: int) -> None:
        """Remember where tables begin; what moves them while the window makes room for other text is nobody's wish."""
        if self._text_size == self._theme.text_size:
            self._firsts = [view.first_column for view in self.views]

    def _on_tabs_current_changed(self, tab: int) -> None:
        """Let the focus go to the table in sight: the tabs hide where there is only one."""
        self.setFocusProxy(self.views[tab] if 0 <= tab < len(self.views) else self._tabs)

    def show_tables(self, annex: str, tables: tuple[AnnexTable, ...]) -> None:
        """Show the tables of an annex; the same ones leave the place where one reads."""
        if (annex, tables) == (self.annex, self.tables):
            return
        self.annex, self.tables = annex, tables
        while self._tabs.count():
            old = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        self.views = []
        for table in tables:
            self._tabs.addTab(self._page(table), table.name)
        self._firsts = [0] * len(self.views)
        self._on_tabs_current_changed(self._tabs.currentIndex())
        self.tables_shown.emit()

    @property
    def current(self) -> int:
        """Which table is in sight, from 0; -1 where there is none."""
        return self._tabs.currentIndex()

    def show_table(self, table: int) -> None:
        """Bring a table (from 0) into sight."""
        self._tabs.setCurrentIndex(table)

    def _page(self, table: AnnexTable) -> QWidget:
        view = self._view(table)
        self.views.append(view)
        if not table.left_out:
            return view
        page = QWidget()
        rest = Text(self.tr("Gezeigt sind die ersten {n} Zeilen.").format(n=len(table.rows)), "small", "warn")
        rest.setContentsMargins(self._theme.em(16), self._theme.em(4), self._theme.em(16), self._theme.em(4))
        ColumnLayout(self._theme, rest, (view, 1), gap=0, parent=page)
        page.setFocusProxy(view)
        return page

    def _view(self, table: AnnexTable) -> TableView:
        view = TableView()
        view.setModel(TableModel(table, view))
        view.setAccessibleName(table.name)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.horizontalScrollBar().valueChanged.connect(self._on_bar_value_changed)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.over.append(partial(self._paint_focus, view))
        self._measure(view, table)
        return view

    def _paint_focus(self, view: TableView, painter: QPainter) -> None:
        if view.hasFocus():
            painting.draw_focus(painter, self._theme, view.viewport().rect(), 0)

    def _measure(self, view: TableView, table: AnnexTable) -> None:
        view.verticalHeader().setDefaultSectionSize(self._theme.em(_HIGH))
        for column in range(view.model().columnCount()):
            view.setColumnWidth(column, self._width(table, column))

    def _width(self, table: AnnexTable, column: int) -> int:
        """Return what a column needs: its longest texts are measured, where Qt would ask for every cell."""
        texts = {row[column] for row in table.rows if column < len(row)}
        longest = heapq.nlargest(_MEASURED, texts, key=len)
        metrics = self._theme.metrics("body")
        needed = max((metrics.horizontalAdvance(text) for text in longest), default=0)
        return min(max(needed, self._theme.em(_NARROWEST)) + self._theme.em(_PADDING), self._theme.em(_WIDEST))


class TableRows(RowMarks):
    """The rows and cells of one table: what can be linked there, and what is.

    `field` names annex and sheet, as places in it do.
    """

    def __init__(self, theme: Theme, table: TableView, field: str) -> None:
        """Watch `table`."""
        super().__init__(theme, table)
        self._table = table
        self.field = field
        table.over.append(self.paint)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @override
    def row_at(self, place: QPointF) -> MarkableRow | None:
        index = self._table.indexAt(place.toPoint())
        if not index.isValid():
            return None
        here = self._table.currentIndex()
        cell = here.isValid() and here == index and not self._is_row_selected(index.row())
        return self._row(index.row(), index.column() if cell else None)

    @override
    def current(self) -> MarkableRow | None:
        here = self._table.currentIndex()
        if not here.isValid():
            return None
        return self._row(here.row(), None if self._is_row_selected(here.row()) else here.column())

    def _is_row_selected(self, row: int) -> bool:
        model = self._table.selectionModel()
        return self._table.model().columnCount() > 1 and model.isRowSelected(row, self._table.rootIndex())

    def _row(self, row: int, column: int | None) -> MarkableRow | None:
        model = self._table.model()
        texts = [str(model.index(row, one).data() or "") for one in range(model.columnCount())]
        words = _BETWEEN.join(text for text in texts if text) if column is None else texts[column]
        place = FieldPlace(self.field, row, "" if column is None else letters(column))
        box = self.box(place)
        return MarkableRow(place, words, box) if words and box is not None else None

    @override
    def box(self, place: FieldPlace) -> QRectF | None:
        table, row = self._table, place.row
        if place.field != self.field or row is None or row >= table.model().rowCount():
            return None
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        port = table.viewport().rect()
        if top + height < 0 or top > port.height():
            return None
        column = self._column(place)
        if column is None:
            return QRectF(0, top, port.width(), height)
        return QRectF(table.columnViewportPosition(column), top, table.columnWidth(column), height)

    def _column(self, place: FieldPlace) -> int | None:
        columns = range(self._table.model().columnCount())
        return next((one for one in columns if letters(one) == place.column), None)

    @override
    def bring(self, place: FieldPlace) -> None:
        table, row = self._table, place.row
        if row is not None:
            index = table.model().index(row, self._column(place) or 0)
            table.setCurrentIndex(index)
            table.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
            if not place.column:
                table.choose_row(row)

    def _on_selection_changed(self) -> None:
        self.show_here()
