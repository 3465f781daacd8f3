"""Rows of form and tables as evidence: the toolbar at a row, bars and tags at those that are marked, going to one.

What a row is, the kind of view knows.
"""

from abc import abstractmethod
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.mark_tags import MarkGroup, Tag, draw_tag, grouped, tag_size
from reviewer_app.ui.marks.marked_view import MarkedView, MarkFocus

_REST = 300
"""Milliseconds the pointer rests on a row before its toolbar shows."""
_BAR = 3
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class MarkableRow:
    """A row (or cell) with its words and where it stands in the viewport."""

    place: FieldPlace
    quote: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class RowMark:
    """A mark at a row; `spoken` is what a screen reader says of it."""

    id: str
    place: FieldPlace
    tag: Tag
    spoken: str = ""


class RowMarks(MarkedView):
    """Watches one view; its toolbar speaks of `row`."""

    def __init__(self, theme: Theme, view: QAbstractScrollArea) -> None:
        """Watch the rows of `view`."""
        super().__init__(theme, view)
        self.marks: tuple[RowMark, ...] = ()
        self._groups: list[MarkGroup[RowMark]] = []
        self._hovered: MarkableRow | None = None
        self._outlined = ""
        self._pointer = QPointF()
        self.mark_focus = MarkFocus(view, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rest_timeout)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What the kind of view knows

    @abstractmethod
    def row_at(self, place: QPointF) -> MarkableRow | None:
        """Return what is at a place of the viewport; None where nothing can be linked."""

    @abstractmethod
    def current(self) -> MarkableRow | None:
        """Return what the cursor is at."""

    @abstractmethod
    def box(self, place: FieldPlace) -> QRectF | None:
        """Return where a row (or cell) is in the viewport; None where it is not in sight."""

    @abstractmethod
    def bring(self, place: FieldPlace) -> None:
        """Bring a row into sight and put the cursor there."""

    def rank(self, place: FieldPlace) -> tuple[int, int, str]:
        """Return what sorts places as one reads; here rows, and in them the columns as letters count."""
        column = place.column or ""
        return place.row or 0, len(column), column

    # Showing

    def show_marks(self, marks: tuple[RowMark, ...]) -> None:
        """Show marks, those of the open criterion first."""
        if marks != self.marks:
            self.marks = marks
            self._groups = grouped(marks, lambda mark: mark.place, lambda mark: mark.tag)
            self.mark_focus.keep()
            self.view.viewport().update()

    @override
    def show_link(self, words: str, *, may_link: bool, may_note: bool = False) -> None:
        super().show_link(words, may_link=may_link, may_note=may_note)
        if not self._may_mark:
            self.hide_toolbar()

    def go_to(self, annotation: str) -> None:
        """Bring a mark into sight and outline it for a moment."""
        mark = next((one for one in self.marks if one.id == annotation), None)
        if mark is not None:
            self.bring(mark.place)
            self.hide_toolbar()
            self.show_outline(annotation)

    @override
    def set_outlined(self, annotation: str) -> None:
        self._outlined = annotation

    def hide_toolbar(self) -> None:
        """Let go of the row under the pointer."""
        self._rest.stop()
        self._hovered = None
        self.toolbar.hide()

    @property
    def row(self) -> MarkableRow | None:
        """What would be linked: the row the toolbar is at, else the one with the cursor."""
        return self._hovered or self.current()

    # Walking from mark to mark

    @override
    def mark_ids(self) -> list[str]:
        return list(dict.fromkeys(mark.id for mark in self._as_read()))

    @override
    def first_in_sight(self) -> str:
        """Return the first mark that is in sight, else the first of all."""
        marks = self._as_read()
        seen = (mark.id for mark in marks if self.box(mark.place) is not None)
        return next(seen, marks[0].id if marks else "")

    def _as_read(self) -> list[RowMark]:
        return sorted(self.marks, key=lambda mark: self.rank(mark.place))

    @override
    def show_focused(self, annotation: str) -> None:
        """Draw the focus around a mark's row and bring it into sight."""
        mark = next((one for one in self.marks if one.id == annotation), None)
        if mark is not None:
            self.bring(mark.place)
            self.hide_toolbar()
            announce(self.view, mark.spoken)
        self.view.viewport().update()

    @override
    def mark_box(self, annotation: str) -> QRect:
        """Return where a mark's row is in the viewport; empty where it is not in sight."""
        mark = next((one for one in self.marks if one.id == annotation), None)
        found = self.box(mark.place) if mark is not None else None
        return found.toAlignedRect() if found is not None else QRect()

    # Painting, over the view's own

    def paint(self, painter: QPainter) -> None:
        """Paint bars, tags, focus and the row that the toolbar speaks of."""
        theme = self._theme
        painter.save()
        for mark in self.marks:
            box = self.box(mark.place)
            if box is None:
                continue
            token = "mark_on_chip" if mark.tag.is_open else "control"
            painter.fillRect(QRectF(box.left(), box.top(), theme.em(_BAR), box.height()), theme.color(token))
            if mark.id == self._outlined:
                painter.setPen(QPen(theme.color("mark_on_chip"), theme.em(2)))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
            if mark.id == self.mark_focus.focused:
                painting.draw_focus(painter, theme, box, theme.radius("cell"))
        for group, tag in self.tags():
            draw_tag(painter, theme, group.tag, tag)
        if self.toolbar.isVisible() and self._hovered is not None:
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawRect(self._hovered.box.adjusted(0, 0, -1, -1))
        painter.restore()

    def tags(self) -> list[tuple[MarkGroup[RowMark], QRectF]]:
        """Return the tags in sight, at the right of their rows, side by side where a row bears on several criteria."""
        taken: dict[float, float] = {}
        found = []
        for group in self._groups:
            box = self.box(group.first.place)
            if box is None:
                continue
            wide, high = tag_size(self._theme, group.tag)
            edge = self.view.viewport().width() - self._theme.em(_MARGIN)
            right = taken.get(box.top(), edge)
            top = box.top() + max((min(box.height(), self._theme.em(28)) - high) / 2, 0)
            found.append((group, QRectF(right - wide, top, wide, high)))
            taken[box.top()] = right - wide - self._theme.em(3)
        return found

    # What a person does

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif kind in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self.hide_toolbar()
            self.view.viewport().update()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            chosen = next((group for group, tag in self.tags() if tag.contains(event.position())), None)
            if chosen is not None:
                self.mark_focus.open(chosen.after(self.mark_focus.focused), chosen.tag.key)
                return True
            self.mark_focus.focus("")
        return False

    def _move(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if event.buttons():
            self.hide_toolbar()
        elif self._hovered is None or not self._hovered.box.contains(self._pointer):
            self._rest.start()

    def _on_rest_timeout(self) -> None:
        self._show_toolbar(self.row_at(self._pointer))

    def show_here(self) -> None:
        """Show the toolbar at the row the cursor has come to, while the view has the focus."""
        if self.view.hasFocus():
            self._show_toolbar(self.current())

    def _show_toolbar(self, row: MarkableRow | None) -> None:
        seen = row is not None and row.box.intersects(QRectF(self.view.viewport().rect()))
        if row is None or not seen or not self._may_mark:
            self.hide_toolbar()
        else:
            self._hovered = row
            right = QRectF(row.box.right() - self._theme.em(120), row.box.top(), 0, row.box.height())
            self.toolbar.show_under(right)
        self.view.viewport().update()

    def _on_scrolled(self, _value: int) -> None:
        self.hide_toolbar()
