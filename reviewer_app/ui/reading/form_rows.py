"""The rows of the form that can be linked: a field with its value, a row of a table."""

import sys
from collections.abc import Iterator
from typing import override

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextCursor, QTextTable

from reviewer_app.domain.annotation import FieldPlace
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.form_view import FormGrid, FormLine, FormView
from reviewer_app.ui.reading.row_marks import RowMarks, RowSpot

_BETWEEN = " · "
_EDGE = 12


class FormRows(RowMarks):
    """Watches a FormView."""

    def __init__(self, theme: Theme, form: FormView) -> None:
        """Watch `form`."""
        super().__init__(theme, form)
        self._form = form
        form.over.append(self.paint)
        form.cursorPositionChanged.connect(self._on_form_cursor_position_changed)
        form.written.connect(self.hide_bubble)

    @override
    def spot_at(self, place: QPointF) -> RowSpot | None:
        cursor = self._form.cursorForPosition(place.toPoint())
        found = self._spot(cursor)
        return found if found is not None and found.box.contains(place) else None

    @override
    def current(self) -> RowSpot | None:
        return self._spot(self._form.textCursor())

    @override
    def box(self, place: FieldPlace) -> QRectF | None:
        found = self._find(place)
        if found is None or not self._is_near(found[0]):
            return None
        box = self._row_box(*found)
        return box if box.intersects(QRectF(self._form.viewport().rect())) else None

    @override
    def bring(self, place: FieldPlace) -> None:
        self._form.finish()
        found = self._find(place)
        if found is not None:
            table, row = found
            self._form.show_cursor(table.cellAt(row, table.columns() - 1).firstCursorPosition())

    @override
    def rank(self, place: FieldPlace) -> tuple[int, int, str]:
        position, row = next(self._places(place), (sys.maxsize, 0))
        return position, row, ""

    def _is_near(self, table: QTextTable) -> bool:
        """Say whether a table may be in sight, without laying out what is far below."""
        form = self._form
        first = form.cursorForPosition(QPointF(0, 0).toPoint()).position()
        last = form.cursorForPosition(form.viewport().rect().bottomRight()).position()
        return table.firstPosition() <= last + 1 and table.lastPosition() >= first - 1

    def _spot(self, cursor: QTextCursor) -> RowSpot | None:
        table: QTextTable | None = cursor.currentTable()
        if table is None:
            return None
        piece, row = self._form.pieces.get(table.firstPosition()), table.cellAt(cursor).row()
        if isinstance(piece, FormGrid):
            if not piece.key or row < 1:
                return None
            words = _BETWEEN.join(cell for cell in piece.rows[row - 1] if cell)
            return RowSpot(FieldPlace(piece.key, row - 1), words, self._row_box(table, row))
        if piece is None or not piece[row].key:
            return None
        return RowSpot(FieldPlace(piece[row].key), piece[row].value, self._row_box(table, row))

    def _find(self, place: FieldPlace) -> tuple[QTextTable, int] | None:
        for position, row in self._places(place):
            cursor = QTextCursor(self._form.document())
            cursor.setPosition(position)
            table: QTextTable | None = cursor.currentTable()
            if table is not None and row < table.rows():  # Qt takes a cell that is not there for one and falls
                return table, row
        return None

    def _places(self, place: FieldPlace) -> Iterator[tuple[int, int]]:
        for position, piece in self._form.pieces.items():
            if isinstance(piece, FormGrid):
                if piece.key == place.field and place.row is not None and place.row < len(piece.rows):
                    yield position, place.row + 1
            elif place.row is None:
                yield from ((position, row) for row, line in enumerate(piece) if _is(line, place))

    def _row_box(self, table: QTextTable, row: int) -> QRectF:
        form, gap = self._form, self._theme.em(3)
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        top = min(form.cursorRect(cell.firstCursorPosition()).top() for cell in cells)
        bottom = max(form.cursorRect(cell.lastCursorPosition()).bottom() for cell in cells)
        edge = self._theme.em(_EDGE)
        return QRectF(edge, top - gap, form.viewport().width() - 2 * edge, bottom - top + 2 * gap)

    def _on_form_cursor_position_changed(self) -> None:
        self.show_here()


def _is(line: FormLine, place: FieldPlace) -> bool:
    return bool(line.key) and line.key == place.field
