"""The application form as a text to read: sections, labels and values, computed figures, findings beside their fields.

A text browser, because it selects, copies, scales and is read aloud by itself; texts of people are inserted as plain
text and never as markup. A long form takes longer than a hand may wait: what fills the view is written at once, the
rest in slices behind it, always at the end, so that cursor, selection and scrolled place stay.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import override

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.row_marks import MarkableRow, RowMarks

_LABEL = 15 * 13
_MOST_ROWS = 40
_LINE = 24
_SLICE = 0.005
"""Least height of a line in px at 100 %, and seconds of writing before the window is let go."""


@dataclass(frozen=True, slots=True)
class FormNote:
    """A sentence under a value: `sign` and `tone` say how much it weighs, `where` is the place it was read."""

    text: str
    sign: str = ""
    tone: str = "text2"
    where: str = ""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A label with its value and the notes beside it; `tone` is the label's."""

    label: str
    value: str
    notes: tuple[FormNote, ...] = ()
    key: str = ""
    tone: str = "text2"


@dataclass(frozen=True, slots=True)
class FormGrid:
    """A table of the form."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[FormNote, ...] = ()
    rest: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FormPart:
    """A section with its lines and tables in their order."""

    title: str
    items: tuple[FormLine | FormGrid, ...]


def _pieces(part: FormPart) -> Iterator[FormGrid | list[FormLine]]:
    """Give the tables of a section, and the lines between them together."""
    for _, run in groupby(part.items, key=lambda item: isinstance(item, FormLine)):
        items = list(run)
        yield from (item for item in items if isinstance(item, FormGrid))
        if lines := [item for item in items if isinstance(item, FormLine)]:
            yield lines


class FormView(QTextBrowser):
    """Shows FormParts; `written` says that its document was begun anew.

    `over` are who paints what lies over the text. `pieces` holds, by the first position of each table in the document,
    the lines or the grid it was written from.
    """

    written = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.over: list[Callable[[QPainter], None]] = []
        self.pieces: dict[int, FormGrid | list[FormLine]] = {}
        self._parts: tuple[FormPart, ...] = ()
        self._document: QTextDocument | None = None
        self._left: Iterator[int] = iter(())
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._on_filling_timeout)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Antragsformular"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("plain", True)
        theme.changed.connect(self._on_theme_changed)

    def show_parts(self, parts: tuple[FormPart, ...]) -> None:
        """Show another form; the same one leaves the place where one reads."""
        if parts != self._parts:
            self._parts = parts
            self._write()

    @property
    def is_whole(self) -> bool:
        """Whether the whole form is written."""
        return not self._filling.isActive()

    @property
    def place(self) -> int:
        """How far it is scrolled, in px."""
        return self.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll to a place in px; what is still missing above it is written at once."""
        bar = self.verticalScrollBar()
        while not self.is_whole and bar.maximum() < place:
            self._on_filling_timeout()
            self.document().size()  # lays out to the end, which gives the scroll bar its range
        bar.setValue(place)

    def finish(self) -> None:
        """Write at once what is still missing."""
        while not self.is_whole:
            self._on_filling_timeout()

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Take over a cursor and bring it into sight."""
        self.setTextCursor(cursor)
        QTimer.singleShot(0, self._show_cursor)  # when a pane that is just opened has its width

    def _show_cursor(self) -> None:
        self.document().size()  # as in go_to
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def _write(self) -> None:
        """Begin a fresh document with what fills the view, laid out once and not with every word."""
        theme, old, document = self._theme, self._document, QTextDocument(self)
        self.pieces = {}
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(theme.em(24))
        document.setDefaultFont(theme.font("body"))
        self._left = self._write_on(QTextCursor(document))
        room = self.viewport().height() // theme.em(_LINE)
        while room > 0 and (lines := next(self._left, 0)):
            room -= lines
        self.setDocument(document)
        self._document = document
        if old is not None:
            old.deleteLater()
        self._filling.start()
        self.written.emit()

    def _write_on(self, cursor: QTextCursor) -> Iterator[int]:
        """Write piece by piece at the end of the document; give the least number of lines each piece takes."""
        for place, part in enumerate(self._parts):
            for number, piece in enumerate(_pieces(part)):
                cursor.beginEditBlock()
                if number == 0:
                    self._heading(cursor, part.title, first=place == 0)
                if isinstance(piece, FormGrid):
                    self._grid(cursor, piece)
                else:
                    self._lines(cursor, piece)
                cursor.endEditBlock()
                yield 1 + len(piece.rows if isinstance(piece, FormGrid) else piece)

    def _on_filling_timeout(self) -> None:
        end = time.perf_counter() + _SLICE
        while time.perf_counter() < end:
            if not next(self._left, 0):
                self._filling.stop()
                return

    def _heading(self, cursor: QTextCursor, title: str, *, first: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(0 if first else self._theme.em(20))
        block.setBottomMargin(self._theme.em(6))
        block.setHeadingLevel(2)
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(title, self._format("title"))

    def _format(self, role: str, tone: str = "text") -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._theme.font(role))
        style.setForeground(self._theme.color(tone))
        return style

    def _frame(self) -> QTextTableFormat:
        theme, style = self._theme, QTextTableFormat()
        style.setBorder(0)
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        style.setCellSpacing(0)
        style.setCellPadding(theme.em(4))
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return style

    def _lines(self, cursor: QTextCursor, lines: list[FormLine]) -> None:
        style = self._frame()
        style.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.FixedLength, self._theme.em(_LABEL)),
                QTextLength(QTextLength.Type.VariableLength, 0),
            ]
        )
        cursor.insertBlock(QTextBlockFormat())
        table = cursor.insertTable(len(lines), 2, style)
        self.pieces[table.firstPosition()] = lines
        for row, line in enumerate(lines):
            self._fill(table.cellAt(row, 0), line.label, "body", line.tone)
            self._fill(table.cellAt(row, 1), line.value, "body", "text" if line.value != "–" else "text3")
            self._notes(table.cellAt(row, 1), line.notes)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _grid(self, cursor: QTextCursor, grid: FormGrid) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(self._theme.em(8))
        block.setBottomMargin(self._theme.em(4))
        cursor.insertBlock(block)
        cursor.insertText(grid.label, self._format("strong"))
        for note in grid.notes:
            cursor.insertBlock(QTextBlockFormat())
            self._note(cursor, note)
        if not grid.rows:
            return
        style = self._frame()
        style.setHeaderRowCount(1)
        cursor.insertBlock(QTextBlockFormat())
        shown = grid.rows[:_MOST_ROWS]
        table = cursor.insertTable(len(shown) + 1, len(grid.heads), style)
        self.pieces[table.firstPosition()] = grid
        for column, head in enumerate(grid.heads):
            cell = table.cellAt(0, column)
            self._ground(cell, "quiet")
            self._fill(cell, head, "label", "text2")
        for row, values in enumerate(shown, 1):
            for column, value in enumerate(values):
                self._fill(table.cellAt(row, column), value, "small", "text")
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if grid.rest:
            cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(grid.rest, self._format("cap", "text2"))

    def _ground(self, cell: QTextTableCell, token: str) -> None:
        style = cell.format()
        style.setBackground(self._theme.color(token))
        cell.setFormat(style)

    def _fill(self, cell: QTextTableCell, text: str, role: str, tone: str) -> None:
        cursor = cell.firstCursorPosition()
        cursor.insertText(text, self._format(role, tone))

    def _notes(self, cell: QTextTableCell, notes: tuple[FormNote, ...]) -> None:
        for note in notes:
            cursor = cell.lastCursorPosition()
            block = QTextBlockFormat()
            block.setTopMargin(self._theme.em(2))
            block.setProperty(QTextFormat.Property.UserProperty, note.tone)
            cursor.insertBlock(block)
            self._note(cursor, note)

    def _note(self, cursor: QTextCursor, note: FormNote) -> None:
        if note.sign:
            cursor.insertText(f"{note.sign} ", self._format("chip", note.tone))
        cursor.insertText(note.text, self._format("small", note.tone))
        if note.where:
            cursor.insertText(f"  {note.where}", self._format("cap", "text2"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for paint in self.over:
            paint(QPainter(self.viewport()))
        if self.hasFocus():
            painting.draw_focus(QPainter(self.viewport()), self._theme, self.viewport().rect(), 0)

    def _on_theme_changed(self) -> None:
        place = self.place
        self._write()
        self.go_to(place)


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
        form.written.connect(self.hide_toolbar)

    @override
    def row_at(self, place: QPointF) -> MarkableRow | None:
        cursor = self._form.cursorForPosition(place.toPoint())
        found = self._row(cursor)
        return found if found is not None and found.box.contains(place) else None

    @override
    def current(self) -> MarkableRow | None:
        return self._row(self._form.textCursor())

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

    def _row(self, cursor: QTextCursor) -> MarkableRow | None:
        table: QTextTable | None = cursor.currentTable()
        if table is None:
            return None
        piece, row = self._form.pieces.get(table.firstPosition()), table.cellAt(cursor).row()
        if isinstance(piece, FormGrid):
            if not piece.key or row < 1:
                return None
            words = _BETWEEN.join(cell for cell in piece.rows[row - 1] if cell)
            return MarkableRow(FieldPlace(piece.key, row - 1), words, self._row_box(table, row))
        if piece is None or not piece[row].key:
            return None
        return MarkableRow(FieldPlace(piece[row].key), piece[row].value, self._row_box(table, row))

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
