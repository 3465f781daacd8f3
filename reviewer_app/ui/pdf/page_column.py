"""Pages laid out one under the other in a view that scrolls and zooms; what is on them is another's."""

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_layout import PageLayout, lay_out, zoomed

_GAP = 12
_MOST_WIDTH = 60 * 13
_POINT = 96 / 72
_MOST_HEIGHT = 1_000_000_000
"""Pixels of all pages together; a scroll bar counts in whole numbers of 32 bits."""
_INSIDE = 0.3
"""How far inside the left edge something begins at most that is brought into sight, as a share of the width."""
_EMPTY = PageLayout((), (), 1.0, 0.0, 0.0)


class PageColumn(QAbstractScrollArea):
    """Knows where pages lie; `zoom_changed` carries the words for the size. Pages count from 1 unless said."""

    zoom_changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start without pages."""
        super().__init__()
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._layout = _EMPTY
        self._zoom: float | None = None
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.changed.connect(self._keep_place)

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
        self._arranged()

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

    def _arranged(self) -> None:
        """Pages have taken other places."""
