"""What is selected in a document, and the mouse that selects it: letters, words, paragraphs, or a rectangle.

An event filter over a page view's viewport, so that the view itself only scrolls and paints.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.text_layers import TextLayers, view_rect

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer_app.domain.annotations.annotation import Rect

type Boundary = tuple[int, int]
"""Page from 0, and the boundary between letters of its text, from 0 to its length."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From where a person began (`anchor`) to where the hand is now (`head`); either may come first."""

    anchor: Boundary
    head: Boundary

    @property
    def first(self) -> Boundary:
        """The boundary that comes first in the document."""
        return min(self.anchor, self.head)

    @property
    def last(self) -> Boundary:
        """The boundary that comes last."""
        return max(self.anchor, self.head)

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies between the two."""
        return self.anchor == self.head

    @property
    def pages(self) -> range:
        """The pages it touches."""
        return range(self.first[0], self.last[0] + 1)

    def span(self, page: int, length: int) -> tuple[int, int]:
        """Return the half-open range of letters of a page with `length` letters; equal ends where it has none."""
        if page not in self.pages:
            return 0, 0
        start = self.first[1] if page == self.first[0] else 0
        end = self.last[1] if page == self.last[0] else length
        return start, max(start, end)

    def reaching(self, head: Boundary) -> "Selection":
        """Return it with the hand at another place."""
        return Selection(self.anchor, head)

    def around(self, start: int, end: int) -> "Selection":
        """Return it grown to hold the range of letters at the hand's page, as a drag by words does."""
        page = self.head[0]
        if (page, start) < self.anchor:
            return Selection(max(self.anchor, self.last), (page, start))
        return Selection(min(self.anchor, self.first), (page, end))


_SCROLL_EVERY = 40
_COVER = 0.3
"""How much of the accent covers what is selected."""

type ClickTarget = tuple[str, str]
"""What a click opens, and the tag it was clicked at; empty for none."""


def _nothing(_place: QPointF) -> ClickTarget | None:
    return None


class By(Enum):
    """What a drag takes at a time."""

    LETTER = 1
    WORD = 2
    PARAGRAPH = 3


class SelectionTool(QObject):
    """Turns what the mouse does into a Selection; `changed` when it stands.

    `target_chosen` carries what was clicked, where nothing got selected: what `tag_at` or `target_at` says is there.
    `area_drawn` carries page and box in user space where a rectangle was asked for (`want_area`), `area_wanted` says
    when the hand begins and ceases to be so.
    """

    changed = Signal()
    target_chosen = Signal(str, str)
    area_drawn = Signal(int, tuple)
    area_wanted = Signal(bool)

    def __init__(self, theme: Theme, view: PageView, texts: TextLayers) -> None:
        """Watch `view`."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._texts = texts
        self._selection: Selection | None = None
        self.drawn: tuple[int, Rect] | None = None
        """Page and box of the rectangle that is being drawn, in user space."""
        self.tag_at: Callable[[QPointF], ClickTarget | None] = _nothing
        """Says what lies at a place of the viewport that takes a press as a button does."""
        self.target_at: Callable[[QPointF], ClickTarget | None] = _nothing
        """Says what lies there that a click opens while a drag selects."""
        self._by = By.LETTER
        self._pressed: QPointF | None = None
        self._drags = False
        self._meant: ClickTarget | None = None
        self._wants_area = False
        self._corner: tuple[int, float, float] | None = None
        self._third = QTimer(self)
        self._third.setSingleShot(True)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._on_scrolling_timeout)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @property
    def selection(self) -> Selection | None:
        """What is selected; None where nothing is."""
        return self._selection

    def select(self, selection: Selection | None) -> None:
        """Select, or select nothing."""
        self._selection = None if selection is None or selection.is_empty else selection
        self._view.viewport().update()
        self.changed.emit()

    @property
    def draws_area(self) -> bool:
        """Whether the hand is about to draw a rectangle."""
        return self._wants_area

    def want_area(self) -> None:
        """Let the next drag draw a rectangle; asked for again, or with Esc, it is one no more."""
        if self._wants_area:
            self.forget_area()
            return
        self._wants_area = True
        self._view.installEventFilter(self)  # the last one hears first: Esc ends this before the text cursor
        self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.area_wanted.emit(True)

    def forget_area(self) -> None:
        """Let the next drag select again."""
        if not self._wants_area:
            return
        self._corner, self._wants_area, self.drawn = None, False, None
        self._view.removeEventFilter(self)
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        self.area_wanted.emit(False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            if escapes and event.type() == QEvent.Type.KeyPress:
                self.forget_area()
            return escapes
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._move(event)
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._begin(event, By.WORD)
            self._third.start(QApplication.doubleClickInterval())
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        target = self.tag_at(event.position())
        if target is not None:
            self.target_chosen.emit(*target)
            return
        found = self._view.place_at(event.position())
        if self._wants_area and found is not None:
            self._begin_area(found, event.position())
            return
        self._begin(event, By.PARAGRAPH if self._third.isActive() else By.LETTER)

    def _begin_area(self, found: tuple[int, QRectF], place: QPointF) -> None:
        def begin() -> None:
            if self._wants_area:
                self._corner = (found[0], *self._user(found, place))

        self._texts.when_read(frozenset({found[0]}), begin)

    def _begin(self, event: QMouseEvent, by: By) -> None:
        found = self._view.place_at(event.position())
        self._by, self._pressed, self._drags = by, event.position(), True
        meant = by is By.LETTER and self.selection is None  # a click that ends a selection means nothing else
        self._meant = self.target_at(event.position()) if meant else None
        if found is None:
            self.select(None)
            return
        place = event.position()

        def begin() -> None:
            extends = by is By.LETTER and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            boundary, around = self._boundary(place)
            if boundary is None:
                self.select(None)
            elif extends and self.selection is not None:
                self.select(self.selection.reaching(boundary))
            elif around is not None:
                self.select(Selection((boundary[0], around[0]), (boundary[0], around[1])))
            else:
                self._selection = Selection(boundary, boundary)
                self._view.viewport().update()

        self._texts.when_read(frozenset({found[0]}), begin)

    def _move(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
        elif self._corner is not None:
            self._draw_area(event.position())
        elif self._drags:
            self._reach(event.position())
            height = self._view.viewport().height()
            if not 0 <= event.position().y() <= height:
                self._pressed = event.position()
                self._scrolling.start()
            else:
                self._scrolling.stop()

    def _reach(self, place: QPointF) -> None:
        boundary, around = self._boundary(place)
        held = self._selection
        if boundary is None or held is None:
            return
        grown = held.reaching(boundary)
        if self._by is not By.LETTER and around is not None:
            grown = grown.around(*around)
        self._selection = grown
        self._view.viewport().update()

    def _release(self, event: QMouseEvent) -> None:
        self._scrolling.stop()
        if self._corner is not None:
            self._end_area(event.position())
        elif self._drags:
            self.select(self._selection)
            if self._meant is not None and self.selection is None:
                self.target_chosen.emit(*self._meant)
        self._drags = False

    def _draw_area(self, place: QPointF) -> None:
        """Show the rectangle from the corner to the hand, on the page where it began."""
        found = self._view.place_at(place)
        if self._corner is not None and found is not None and found[0] == self._corner[0]:
            page, left, bottom = self._corner
            x, y = self._user(found, place)
            self.drawn = page, (min(x, left), min(y, bottom), max(x, left), max(y, bottom))
            self._view.viewport().update()

    def _end_area(self, place: QPointF) -> None:
        self._draw_area(place)
        drawn = self.drawn
        self.forget_area()
        if drawn is not None and drawn[1][0] < drawn[1][2] and drawn[1][1] < drawn[1][3]:
            self.area_drawn.emit(*drawn)

    def _boundary(self, place: QPointF) -> tuple[Boundary | None, tuple[int, int] | None]:
        """Return the boundary nearest to a place, and the word or paragraph there if that is dragged."""
        found = self._view.place_at(place)
        layer = self._texts.layer(found[0]) if found is not None else None
        if found is None or layer is None or not layer.text:
            return None, None
        x, y = self._user(found, place)
        boundary = layer.boundary(x, y)
        letter = layer.at(x, y)
        around = None
        if self._by is not By.LETTER:
            index = min(boundary, len(layer.text) - 1) if letter is None else letter
            around = layer.word(index) if self._by is By.WORD else layer.paragraph(index)
        return (found[0], boundary), around

    def _user(self, found: tuple[int, QRectF], place: QPointF) -> tuple[float, float]:
        """Return a place of the viewport in the user space of its page; (0, 0) while the page is being read."""
        page, box = found
        layer = self._texts.layer(page)
        inside = place - box.topLeft()
        return layer.frame.to_user(inside.x(), inside.y(), self._view.shown_scale) if layer is not None else (0.0, 0.0)

    def _show_cursor(self, place: QPointF) -> None:
        if self._wants_area:
            return
        found = self._view.place_at(place)
        layer = self._texts.layer(found[0]) if found is not None else None
        if self.tag_at(place) is not None:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif found is not None and layer is not None and layer.at(*self._user(found, place)) is not None:
            self._view.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self._view.viewport().unsetCursor()

    def _on_scrolling_timeout(self) -> None:
        """Scroll while a drag is held above or below the pages."""
        if self._pressed is None:
            return
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        beyond = self._pressed.y() - (height if self._pressed.y() > height else 0)
        bar.setValue(bar.value() + round(beyond))
        self._reach(self._pressed)

    # Painting, between what lies on a page

    def boxes(self, page: int, scale: float) -> list[QRectF]:
        """Return what the selection covers of a page."""
        if self._selection is None or page not in self._selection.pages:
            return []
        layer = self._texts.layer(page)
        if layer is None:
            return []
        quads = layer.quads(*self._selection.span(page, len(layer.text)))
        return [view_rect(layer, box_of(quad), scale) for quad in quads]

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint what is selected, and the rectangle that is being drawn, from the page's upper left corner."""
        accent = QColor(self._theme.color("accent"))
        accent.setAlphaF(_COVER)
        for part in self.boxes(page, scale):
            painter.fillRect(part, accent)
        layer = self._texts.layer(page) if self.drawn is not None and self.drawn[0] == page else None
        if layer is None or self.drawn is None:
            return
        box = view_rect(layer, self.drawn[1], scale)
        accent.setAlphaF(_COVER / 2)
        painter.fillRect(box, accent)
        painter.setPen(QPen(self._theme.color("paper_ink"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
