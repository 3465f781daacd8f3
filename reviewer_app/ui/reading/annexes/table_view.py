"""Tables of a spreadsheet that came as an annex, read-only; one tab per sheet."""

import heapq
from collections.abc import Callable, Iterator
from typing import override

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
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QWidget,
)

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.domain.annotations.cell_place import letters
from reviewer_app.domain.text.search import FoundIn, SearchPattern
from reviewer_app.services.annexes.contents import AnnexTable
from reviewer_app.ui.kit.cell_delegate import CellDelegate
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.text_finder import FINENESS, OUTLINED, TextFinder, Ticks
from reviewer_app.ui.reading.annexes.hit_strip import HitStrip
from reviewer_app.ui.reading.row_marks import MarkableRow, RowMarks

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
        self._measure(view, table)
        return view

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


type CellIndex = tuple[int, int, int]
"""Table, row and column, from 0."""


class _HitDelegate(CellDelegate):
    """Paints cells that were found on their own ground, the current one with an outline."""

    def __init__(self, theme: Theme, table: int, finding: "TablesFinder") -> None:
        super().__init__(theme, finding)
        self._table, self._finding = table, finding

    @override
    def is_plain(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        finding = self._finding
        return not finding.count or not finding.is_hit((self._table, index.row(), index.column()))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._finding.is_hit((self._table, index.row(), index.column())):
            option.backgroundBrush = self._theme.color("hit")  # type: ignore[assignment] # reason: Qt makes a brush of it
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.color("paper_ink"))
            option.state &= ~QStyle.StateFlag.State_Selected

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if self._finding.current_cell == (self._table, index.row(), index.column()):
            width = self._theme.em(4 if self._finding.is_fresh else 3)
            painter.save()
            painter.setPen(QPen(self._theme.color("hit_line"), width))
            inset = width / 2
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset))
            painter.restore()


class TablesFinder(TextFinder):
    """Finds in a TablesView; each of its tables has a strip of its own."""

    def __init__(self, theme: Theme, view: TablesView) -> None:
        """Find in `view`."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._cells: list[tuple[CellIndex, FoundIn]] | None = None
        self._found: list[CellIndex] = []
        self._set: frozenset[CellIndex] = frozenset()
        self._at = -1
        self._begun: CellIndex = (0, 0, 0)
        self._strips: list[HitStrip] = []
        self._outline = QTimer(self, singleShot=True, interval=OUTLINED)
        self._outline.timeout.connect(self._update)
        view.tables_shown.connect(self._on_view_tables_shown)
        self.found_changed.connect(self._show_strips)

    @override
    def begin(self) -> None:
        here = max(self._view.current, 0)
        view = self._view.views[here] if self._view.views else None
        self._begun = (here, max(view.rowAt(0), 0) if view is not None else 0, 0)

    @override
    def begin_at_top(self) -> None:
        self._begun = (0, 0, 0)

    def begin_at(self, table: str, row: int) -> None:
        """Look for the first hit from a row (from 0) of a table on."""
        names = [one.name for one in self._view.tables]
        self._begun = (names.index(table) if table in names else 0, row, 0)

    @override
    def find(self, sought: SearchPattern, *, move: bool = True) -> None:
        self.sought, self._at = sought, -1
        self._found = [cell for cell, words in self._read() if words.shares(sought)] if sought else []
        self._set = frozenset(self._found)
        if self._found and move:
            after = (hit for hit, cell in enumerate(self._found) if cell >= self._begun)
            self._go(next(after, 0))
        self._update()
        self.found_changed.emit()

    @property
    @override
    def count(self) -> int:
        return len(self._found)

    @property
    @override
    def current(self) -> int:
        return self._at

    @override
    def go(self, hit: int) -> None:
        self._begun = self._found[hit]
        self._go(hit)
        self.found_changed.emit()

    def is_hit(self, cell: CellIndex) -> bool:
        """Say whether words stand in a cell."""
        return cell in self._set

    @property
    def current_cell(self) -> CellIndex | None:
        """The cell of the current hit."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    @property
    def is_fresh(self) -> bool:
        """Whether the current cell was gone to a moment ago."""
        return self._outline.isActive()

    def _go(self, hit: int) -> None:
        self._at = hit
        table, row, column = self._found[hit]
        view = self._view.views[table]
        index = view.model().index(row, column)
        inside = table == self._view.current and view.viewport().rect().contains(view.visualRect(index))
        if not inside:
            self.moving.emit()
            self._view.show_table(table)
            view.scrollTo(index, view.ScrollHint.PositionAtCenter)
        view.setCurrentIndex(index)
        self._outline.start()
        self._update()

    def _read(self) -> list[tuple[CellIndex, FoundIn]]:
        if self._cells is None:
            self._cells = list(self._all())
        return self._cells

    def _all(self) -> Iterator[tuple[CellIndex, FoundIn]]:
        for number, table in enumerate(self._view.tables):
            for row, cells in enumerate(table.rows):
                for column, text in enumerate(cells):
                    if text:
                        yield (number, row, column), FoundIn(text)

    def _update(self) -> None:
        for view in self._view.views:
            view.viewport().update()

    def _on_view_tables_shown(self) -> None:
        self._cells, self._strips = None, []
        for table, view in enumerate(self._view.views):
            view.setItemDelegate(_HitDelegate(self._theme, table, self))
            strip = HitStrip(self._theme, view)
            strip.place_chosen.connect(self._on_strip_place_chosen)
            self._strips.append(strip)
        self.find(SearchPattern())

    def _on_strip_place_chosen(self, share: float) -> None:
        sender = self.sender()
        table = next((number for number, strip in enumerate(self._strips) if strip is sender), 0)
        row = share * len(self._view.tables[table].rows)
        here = [hit for hit, cell in enumerate(self._found) if cell[0] == table]
        if here:
            self.go(min(here, key=lambda hit: abs(self._found[hit][1] - row)))

    def _show_strips(self) -> None:
        for table, strip in enumerate(self._strips):
            rows, current = max(len(self._view.tables[table].rows), 1), self.current_cell
            places = frozenset(round(row / rows * FINENESS) for number, row, _ in self._found if number == table)
            at = current[1] / rows if current is not None and current[0] == table else None
            strip.show_ticks(Ticks(places, at))
