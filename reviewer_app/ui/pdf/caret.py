"""A text cursor in the pages (F7): arrows, words, lines, pages; with Shift they select, S takes the sentence.

It stands at a boundary between letters of a page's text layer, counted as the text is read, and is drawn where the next
letter of its line begins, else where the last one ends. The text of a line includes the line break that joins it to the
next; End stops before that, as behind it the cursor would stand in the line below. A hyphen at the end of a line is a
letter of its own: only a quotation joins the word. Up and Down keep the distance along the line from which the first of
them began (`_along`), measured on the line's own axes, as a page or a line may be turned. A page not read yet is read
first (`when_read`), and a step made meanwhile waits for the one before it (`when_settled`).

The text of the page is what a screen reader describes the view with; each step says where the cursor came to.
"""

import re
from typing import override

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from reviewer_app.domain.text.sentences import sentence
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.selection import Boundary, Selection, SelectionTool
from reviewer_app.ui.pdf.text_layers import TextLayers

_WORD = re.compile(r"\w+|[^\w\s]+")
_MOST_SPOKEN = 20_000
_MARGIN = 40
_KEYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
}

type _Target = tuple[int, int | QPointF]


class Caret(QObject):
    """The cursor of one page view; `switched` says whether it is on."""

    switched = Signal(bool)

    def __init__(self, theme: Theme, view: PageView, texts: TextLayers, selecting: SelectionTool) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._texts = texts
        self._selecting = selecting
        self._at: Boundary | None = None
        self._along: float | None = None
        self._described = -1
        self._begins = False
        view.installEventFilter(self)
        view.document_shown.connect(self.leave)

    @property
    def at(self) -> Boundary | None:
        """Page and boundary between letters; None while it is switched off."""
        return self._at

    def toggle(self) -> None:
        """Switch it on, where something is selected at its end, else at the first line in sight; or off."""
        if self._at is not None or self._begins:
            self.leave()
        elif self._view.count:
            selection = self._selecting.selection
            if selection is not None:
                self._begin(selection.head)
                return
            pages, self._begins = self._view.visible_pages, True
            self._texts.when_read(frozenset(pages), lambda: self._begin_in_sight(pages))

    def leave(self, *_document: object) -> None:
        """Switch it off."""
        self._begins = False
        if self._at is not None:
            self._at, self._along, self._described = None, None, -1
            self._view.setAccessibleDescription("")
            self._view.viewport().update()
            self.switched.emit(False)

    def select_sentence(self) -> None:
        """Select the sentence at the cursor, or where a selection ends."""
        self._texts.when_settled(self._select_sentence)

    def _select_sentence(self) -> None:
        selection = self._selecting.selection
        place = self._at or (selection.head if selection is not None else None)
        layer = self._texts.layer(place[0]) if place is not None else None
        if place is None or layer is None or not layer.text:
            return
        page, index = place[0], min(place[1], len(layer.text) - 1)
        if selection is not None and selection.last == place and index > 0:
            index -= 1
        start, end = layer.paragraph(index)
        first, last = sentence(layer.text[start:end], index - start)
        self._selecting.select(Selection((page, start + first), (page, start + last)))
        if self._at is not None:
            self._at = (page, start + last)
            announce(self._view, layer.text[start + first : start + last])

    def _begin_in_sight(self, pages: range) -> None:
        """Stand before the first line whose upper edge is in sight; of the page above, only an empty edge may be."""
        here = self._view.page - 1
        if not self._begins:
            return
        self._begins = False
        for page in pages:
            layer = self._texts.layer(page)
            if layer is None:
                continue
            top = self._view.box_of(page).top()
            shown = [line.start for line in layer.lines if self._line_box(layer, line.start).top() + top >= 0]
            if shown:
                self._begin((page, min(shown)))
                return
        if self._texts.layer(here) is not None:
            self._begin((here, 0))

    def _begin(self, place: Boundary) -> None:
        self._at = place
        self.switched.emit(True)
        self._arrive(place, "")

    # Moving

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (self._begins or self._at) or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._selecting.select(None)
            self.leave()
            return True
        move = _KEYS.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.move(move, control=control, selects=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def move(self, move: str, *, control: bool = False, selects: bool = False) -> None:
        """Move it: left, right, up, down, home, end, page_up or page_down; by words and to the ends with `control`."""
        self._texts.when_settled(lambda: self._move(move, control=control, selects=selects))

    def _move(self, move: str, *, control: bool, selects: bool) -> None:
        if self._at is None:
            return
        layer = self._texts.layer(self._at[0])
        if layer is None:
            return
        before = self._at
        target = self._target(move, layer, before, control=control)
        if target is None:
            return
        if move not in ("up", "down", "page_up", "page_down"):
            self._along = None

        def arrive() -> None:
            place = self._settled(target)
            selection = self._selecting.selection
            if selects:
                anchor = selection.anchor if selection is not None and selection.head == before else before
                self._selecting.select(Selection(anchor, place))
            elif selection is not None:
                self._selecting.select(None)
            self._arrive(place, move)

        self._texts.when_read(frozenset({target[0]}), arrive)

    def _target(self, move: str, layer: TextLayer, place: Boundary, *, control: bool) -> _Target | None:
        """Return page and boundary to go to, or a place in that page's user space where the boundary is looked for."""
        page, index = place
        if move in ("page_up", "page_down"):
            return self._on_page(page + (1 if move == "page_down" else -1), layer, index)
        if move in ("up", "down"):
            return self._by_line(1 if move == "down" else -1, layer, place)
        if move in ("home", "end"):
            return self._to_edge(move, layer, place, control=control)
        step = 1 if move == "right" else -1
        if control:
            index = _by_word(layer.text, index, step)
        else:
            index += step
        if index < 0:
            return (page - 1, -1) if page > 0 else None
        if index > len(layer.text):
            return (page + 1, 0) if page + 1 < self._view.count else None
        return page, index

    def _to_edge(self, move: str, layer: TextLayer, place: Boundary, *, control: bool) -> tuple[int, int] | None:
        if control:
            return (0, 0) if move == "home" else (self._view.count - 1, -1)
        if not layer.lines:
            return None
        number = _line_number(layer, place[1])
        return place[0], layer.lines[number].start if move == "home" else _line_end(layer, number)

    def _by_line(self, step: int, layer: TextLayer, place: Boundary) -> _Target | None:
        page, index = place
        number = _line_number(layer, index) + step
        if not layer.lines or not 0 <= number < len(layer.lines):
            if not 0 <= page + step < self._view.count:
                return None
            return page + step, 0 if step > 0 else -1
        here = layer.lines[number - step]
        if self._along is None:
            x, y = _point(layer, index)
            self._along = here.axes.turn(x, y)[0]
        line = layer.lines[number]
        middle = (line.extent[1] + line.extent[3]) / 2
        x, y = line.axes.back(self._along, middle)
        return page, min(layer.boundary_in(line, x, y), _line_end(layer, number))

    def _on_page(self, page: int, layer: TextLayer, index: int) -> tuple[int, QPointF] | None:
        if not 0 <= page < self._view.count:
            return None
        across, down = layer.frame.to_view(*_point(layer, index))
        return page, QPointF(across, down)

    def _settled(self, target: _Target) -> Boundary:
        page, where = target
        layer = self._texts.layer(page)
        if layer is None:
            return page, 0
        if isinstance(where, QPointF):
            return page, layer.boundary(*layer.frame.to_user(where.x(), where.y()))
        return page, len(layer.text) if where < 0 else min(where, len(layer.text))

    def _arrive(self, place: Boundary, move: str) -> None:
        self._at = place
        layer = self._texts.layer(place[0])
        if layer is None:
            return
        self._show(place, layer)
        if self._described != place[0]:
            self._described = place[0]
            self._view.setAccessibleDescription(layer.text[:_MOST_SPOKEN])
        if layer.lines and move in ("", "up", "down", "page_up", "page_down"):
            line = layer.lines[_line_number(layer, place[1])]
            announce(self._view, layer.text[line.start : line.end].strip())
        elif move:
            announce(self._view, layer.text[place[1] : place[1] + 1])
        self._view.viewport().update()

    def _show(self, place: Boundary, layer: TextLayer) -> None:
        """Scroll so that the cursor is in sight with a little around it."""
        box = self._line_box(layer, place[1]).translated(self._view.box_of(place[0]).topLeft())
        bar, room, margin = self._view.verticalScrollBar(), self._view.viewport().height(), self._theme.em(_MARGIN)
        if box.top() < margin:
            bar.setValue(bar.value() + round(box.top() - margin))
        elif box.bottom() > room - margin:
            bar.setValue(bar.value() + round(box.bottom() - room + margin))

    def _line_box(self, layer: TextLayer, index: int) -> QRectF:
        line = self.line(layer, index)
        return QRectF(line.p1(), line.p2()).normalized()

    # Painting, as an overlay

    def fills(self, _page: int, _scale: float) -> list[tuple[QRectF, QColor]]:
        """Return nothing: it lies over the words."""
        return []

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint the cursor where it stands on this page."""
        layer = self._texts.layer(page) if self._at is not None and self._at[0] == page else None
        if layer is None or self._at is None:
            return
        line = self.line(layer, self._at[1], scale)
        painter.setPen(QPen(self._theme.color("paper_ink"), self._theme.em(2)))
        painter.drawLine(line.translated(box.topLeft()))

    def line(self, layer: TextLayer, index: int, scale: float | None = None) -> QLineF:
        """Return the cursor before a letter, from a page's upper left corner, at `scale` px per point."""
        scale = self._view.shown_scale if scale is None else scale
        if not layer.lines:
            return QLineF(0, 0, 0, self._theme.em(16))
        row = layer.lines[_line_number(layer, index)]
        along = row.axes.turn(*_point(layer, index))[0]
        ends = [
            QPointF(*layer.frame.to_view(*row.axes.back(along, up), scale)) for up in (row.extent[1], row.extent[3])
        ]
        return QLineF(ends[0], ends[1])


def _line_number(layer: TextLayer, index: int) -> int:
    """Return which line a boundary stands in; the end of the text is in the last."""
    return max((number for number, line in enumerate(layer.lines) if line.start <= index), default=0)


def _line_end(layer: TextLayer, number: int) -> int:
    """Return the boundary behind the last letter of a line, before what joins it to the next."""
    line = layer.lines[number]
    last = number == len(layer.lines) - 1
    return line.end if last or not layer.text[line.end - 1 : line.end].isspace() else line.end - 1


def _point(layer: TextLayer, index: int) -> tuple[float, float]:
    """Return a place in user space at a boundary: where the next letter of its line begins, else the last one ends."""
    if not layer.lines:
        return layer.frame.box[0], layer.frame.box[3]
    line = layer.lines[_line_number(layer, index)]
    middle = (line.extent[1] + line.extent[3]) / 2
    for place in range(index, line.end):
        if (box := layer.box(place)) is not None:
            extent = line.axes.box(*box)
            return line.axes.back(extent[2 if layer.runs_left(place) else 0], middle)
    for place in range(min(index, line.end) - 1, line.start - 1, -1):
        if (box := layer.box(place)) is not None:
            extent = line.axes.box(*box)
            return line.axes.back(extent[0 if layer.runs_left(place) else 2], middle)
    return line.axes.back(line.extent[0], middle)


def _by_word(text: str, index: int, step: int) -> int:
    """Return the boundary before the next word (step 1) or before the one behind (step -1)."""
    starts = [found.start() for found in _WORD.finditer(text)]
    if step > 0:
        return next((start for start in starts if start > index), len(text) if index < len(text) else len(text) + 1)
    return max((start for start in starts if start < index), default=0 if index > 0 else -1)
