"""The pages of a PDF one under the other: scrolling and zoom; a page's frame shows at once, its picture when ready."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from reviewer_app.domain.text.page_labels import named
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.document import OpenedDocument
from reviewer_app.ui.pdf.page_painting import Overlay, ShownPage, TintedPages, align, paint_page
from reviewer_app.ui.pdf.page_pictures import PagePictures

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Tops, widths and heights of pages in px, all pages centred in `width`; `height` includes the gaps."""

    tops: tuple[float, ...]
    sizes: tuple[tuple[float, float], ...]
    scale: float
    width: float
    height: float

    def page_at(self, y: float) -> int:
        """Return the page, from 0, that covers `y` or is the last one above it."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that show between two heights; in a gap between two the one above, at the end the last."""
        if not self.tops:
            return range(0)
        first = self.page_at(top)
        end = max(bisect_left(self.tops, bottom), first + 1)
        ends_above = self.tops[first] + self.sizes[first][1] <= top
        return range(first + 1 if ends_above and first + 1 < end else first, end)

    def most_in_sight(self, top: float, bottom: float) -> list[int]:
        """Return the pages that show between two heights, the one with the most of it first."""

        def shown(page: int) -> float:
            return min(self.tops[page] + self.sizes[page][1], bottom) - max(self.tops[page], top)

        return sorted(self.between(top, bottom), key=shown, reverse=True)


def lay_out(sizes: Sequence[tuple[float, float]], scale: float, width: float, gap: float) -> PageLayout:
    """Lay pages (points) out at `scale` px per point in a column `width` px wide with `gap` px around each."""
    tops, shown, y = [], [], gap
    for page_width, page_height in sizes:
        tops.append(y)
        shown.append((page_width * scale, page_height * scale))
        y += page_height * scale + gap
    widest = max((one for one, _ in shown), default=0.0)
    return PageLayout(tuple(tops), tuple(shown), scale, max(width, widest + 2 * gap), y if shown else 0.0)


def zoomed(present: float, step: int) -> float:
    """Return the next size above (+1) or below (-1) the present one, as a share of 100 %."""
    if step > 0:
        return next((one for one in _STEPS if one > present + 0.01), _STEPS[-1])
    return next((one for one in reversed(_STEPS) if one < present - 0.01), _STEPS[0])


_GAP = 12
_MOST_WIDTH = 60 * 13
_POINT = 96 / 72
_MOST_HEIGHT = 1_000_000_000
"""Pixels of all pages together; a scroll bar counts in whole numbers of 32 bits."""
_INSIDE = 0.3
"""How far inside the left edge something begins at most that is brought into sight, as a share of the width."""
_EMPTY = PageLayout((), (), 1.0, 0.0, 0.0)


class PageView(QAbstractScrollArea):
    """Shows an OpenedDocument; pages count from 1 unless said.

    `page_reached` carries (page, count), `zoom_changed` the words for the size, `document_shown` the document that has
    come into sight, or None; `left` says that Esc was pressed.
    """

    document_shown = Signal(object)
    left = Signal()
    page_reached = Signal(int, int)
    zoom_changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._layout = _EMPTY
        self._zoom: float | None = None
        self._page = 0
        self._opened: OpenedDocument | None = None
        self._name = ""
        self._labels: tuple[str, ...] = ()
        self.pictures = PagePictures(self)
        self.overlays: list[Overlay] = []
        self._tinted = TintedPages()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.pictures.picture_came.connect(self._on_picture_came)
        theme.changed.connect(self._keep_place)

    # Showing

    def show_document(self, opened: OpenedDocument, name: str) -> None:
        """Show a document from its first page; `name` is what a screen reader calls it ("A07")."""
        self.pictures.show_document(opened)
        self._opened, self._page, self._name, self._labels = opened, 0, name, ()
        self._sizes = opened.sizes
        self.document_shown.emit(opened)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    def clear(self) -> None:
        """Show nothing, and close the document."""
        self.pictures.show_document(None)
        self._opened, self._sizes = None, ()
        self.document_shown.emit(None)
        self._arrange()

    @property
    def name(self) -> str:
        """What the document in sight is called, also while another is being opened."""
        return self._name

    def show_labels(self, labels: tuple[str, ...]) -> None:
        """Call the pages as the document counts them."""
        self._labels = labels
        self._tell_page()

    @property
    def labels(self) -> tuple[str, ...]:
        """What the document calls its pages; empty where it does not say."""
        return self._labels

    @property
    def is_sharp(self) -> bool:
        """Whether the pictures of all pages in sight are there at the present scale."""
        return self.pictures.is_sharp(self.visible_pages, self.scale)

    # Where pages lie

    def go_to(self, page: int, offset: float = 0.0) -> None:
        """Bring a page (from 1) to the top; `offset` is a share of its height below its upper edge."""
        place = min(max(page - 1, 0), len(self._layout.tops) - 1)
        if place >= 0:
            top = self._layout.tops[place] + offset * self._layout.sizes[place][1]
            self.verticalScrollBar().setValue(round(top - (self._theme.em(_GAP) if offset == 0 else 0)))

    def show_across(self, box: QRectF) -> None:
        """Scroll sideways where a box of the viewport is not in sight from left to right; its left end comes first."""
        room, bar = self.viewport().rect(), self.horizontalScrollBar()
        if not room.left() <= box.left() <= box.right() <= room.right():
            inside = max(min(_INSIDE * room.width(), (room.width() - box.width()) / 2), 0)
            bar.setValue(bar.value() + round(box.left() - inside))

    def step_page(self, step: int) -> None:
        """Go to another page."""
        self.go_to(self.page + step)

    def zoom(self, step: int) -> None:
        """Show larger (+1), smaller (-1) or in the width (0)."""
        self.show_zoom(zoomed(self._layout.scale / self._unit(), step) if step else None)

    def show_zoom(self, zoom: float | None) -> None:
        """Show in this size, 1 is that of paper; None fits the width."""
        self._zoom = zoom
        self._keep_place()
        self.zoom_changed.emit(self.zoom_words)

    @property
    def zoom_factor(self) -> float | None:
        """How large pages are shown, 1 as on paper; None in the width."""
        return self._zoom

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 without a document."""
        return self._page + 1 if self._layout.tops else 0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._layout.tops)

    @property
    def scale(self) -> float:
        """Pixels of the screen per point."""
        return self._layout.scale * self.devicePixelRatioF()

    @property
    def place(self) -> tuple[int, float]:
        """The page at the top (from 1) and how far it is scrolled, as a share of its height."""
        if not self._layout.tops:
            return 0, 0.0
        y = self.verticalScrollBar().value()
        page = self._layout.page_at(y)
        return page + 1, max((y - self._layout.tops[page]) / max(self._layout.sizes[page][1], 1), 0.0)

    @property
    def zoom_words(self) -> str:
        """How large pages are shown."""
        return self.tr("Breite") if self._zoom is None else f"{round(self._zoom * 100)}\u00a0%"

    @property
    def shown_scale(self) -> float:
        """Pixels of the window per point."""
        return self._layout.scale

    def box_of(self, page: int) -> QRectF:
        """Return where a page (from 0) lies in the viewport."""
        top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        width, height = self._layout.sizes[page]
        ratio = self.devicePixelRatioF()
        x, y = (self._layout.width - width) / 2 - left, self._layout.tops[page] - top
        return QRectF(*(round(length * ratio) / ratio for length in (x, y, width, height)))

    def share_of(self, page: int, offset: float = 0.0) -> float:
        """Return how far down all pages a page (from 0) lies, `offset` a share of its height further; 0 to 1."""
        layout = self._layout
        return (layout.tops[page] + offset * layout.sizes[page][1]) / max(layout.height, 1.0)

    def place_at(self, place: QPointF) -> tuple[int, QRectF] | None:
        """Return the page (from 0) at a place of the viewport, or above it, with its box; None without a document."""
        if not self._layout.tops:
            return None
        page = self._layout.page_at(place.y() + self.verticalScrollBar().value())
        return page, self.box_of(page)

    def _unit(self) -> float:
        """Return px per point at 100 % zoom."""
        return _POINT * self._theme.em(100) / 100

    def _arrange(self) -> None:
        room, gap = float(self.viewport().width()), float(self._theme.em(_GAP))
        widest = max((width for width, _ in self._sizes), default=1.0)
        fitting = min(room - 2 * gap, self._theme.em(_MOST_WIDTH)) / max(widest, 1.0)
        scale = max(fitting, 0.05) if self._zoom is None else self._zoom * self._unit()
        scale = min(scale, _MOST_HEIGHT / max(sum(height for _, height in self._sizes), 1.0))
        self._layout = lay_out(self._sizes, scale, room, gap) if self._sizes else _EMPTY
        height, width = self.viewport().height(), self.viewport().width()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(round(self._layout.height) - height, 0))
        vertical.setPageStep(height)
        vertical.setSingleStep(self._theme.em(40))
        horizontal.setRange(0, max(round(self._layout.width) - width, 0))
        horizontal.setPageStep(width)
        self._want()
        self.viewport().update()

    def _keep_place(self) -> None:
        page, offset = self.place
        self._arrange()
        if page:
            self.verticalScrollBar().setValue(
                round(self._layout.tops[page - 1] + offset * self._layout.sizes[page - 1][1])
                if offset
                else round(self._layout.tops[page - 1]) - self._theme.em(_GAP)
            )

    @property
    def visible_pages(self) -> range:
        """The pages in sight, from 0."""
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def _want(self) -> None:
        """Ask for the pages in sight, then the next and the last one.

        Of the pages in sight the one that shows most comes first: after a jump the eye rests on that, and the renderer
        paints one page at a time. What was asked for before and has not begun is dropped with each call, so that fast
        scrolling leaves no queue of pages nobody looks at any more.
        """
        if self._opened is None or not self._layout.tops:
            return
        visible = self.visible_pages
        ahead = [page for page in (visible.stop, visible.start - 1) if 0 <= page < self.count]
        top = self.verticalScrollBar().value()
        self.pictures.want(self._layout.most_in_sight(top, top + self.viewport().height()), ahead, self.scale)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sunken"))
        if self._opened is None:
            return
        align(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._tinted.show_pages(self.visible_pages)
        for page in self.visible_pages:
            image, box = self.pictures.picture(page, self.scale), self.box_of(page)
            if not box.intersects(QRectF(self.viewport().rect())):
                continue  # on whole pixels, a page that ends here by less than half of one is not in sight
            paint_page(painter, theme, ShownPage(page, box, self.shown_scale, image), self.overlays, self._tinted)
            if self.pictures.is_broken(page):
                painter.setPen(theme.color("paper_ink"))
                words = self.tr("Diese Seite lässt sich nicht zeigen.")
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"\n\n{words}")
        if self.hasFocus():
            painting.draw_focus(painter, theme, self.viewport().rect(), 0)

    # What a person does

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, back = self.verticalScrollBar(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if back else 1) * round(bar.pageStep() * 0.9))
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # Qt paints the frame anew and leaves the viewport, where the focus is drawn

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_place()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._want()
        return super().viewportEvent(event)

    def _on_scrolled(self, _value: int) -> None:
        self._want()
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.page_at(middle)
        self._page = page
        count = self.count
        words = self.tr("{name}, Seite {n} von {count}")
        self.setAccessibleName(words.format(name=self._name, n=named(page + 1, self._labels), count=count))
        self.page_reached.emit(self.page, count)

    def _on_picture_came(self, page: int) -> None:
        if page in self.visible_pages:
            self.viewport().update()
