"""The rows and cells of a table that came as an annex: what can be linked there, and what is."""

from typing import override

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QTableView

from reviewer_app.domain.annotation import FieldPlace
from reviewer_app.domain.cell_place import letters
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.row_marks import RowMarks, RowSpot
from reviewer_app.ui.reading.sheet_view import SheetTable

_BETWEEN = " · "


class SheetRows(RowMarks):
    """Watches one table; `field` names annex and sheet, as places in it do."""

    def __init__(self, theme: Theme, table: SheetTable, field: str) -> None:
        """Watch `table`."""
        super().__init__(theme, table)
        self._table = table
        self.field = field
        table.over.append(self.paint)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @override
    def spot_at(self, place: QPointF) -> RowSpot | None:
        index = self._table.indexAt(place.toPoint())
        if not index.isValid():
            return None
        here = self._table.currentIndex()
        cell = here.isValid() and here == index and not self._is_row_selected(index.row())
        return self._spot(index.row(), index.column() if cell else None)

    @override
    def current(self) -> RowSpot | None:
        here = self._table.currentIndex()
        if not here.isValid():
            return None
        return self._spot(here.row(), None if self._is_row_selected(here.row()) else here.column())

    def _is_row_selected(self, row: int) -> bool:
        model = self._table.selectionModel()
        return self._table.model().columnCount() > 1 and model.isRowSelected(row, self._table.rootIndex())

    def _spot(self, row: int, column: int | None) -> RowSpot | None:
        model = self._table.model()
        texts = [str(model.index(row, one).data() or "") for one in range(model.columnCount())]
        words = _BETWEEN.join(text for text in texts if text) if column is None else texts[column]
        place = FieldPlace(self.field, row, "" if column is None else letters(column))
        box = self.box(place)
        return RowSpot(place, words, box) if words and box is not None else None

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
