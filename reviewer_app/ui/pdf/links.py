"""The links of a document under the hand: where they stand, what a click on one means, and a list of those in sight.

An event filter over the viewport, asked before selecting is, so that a click on a link follows it and a drag selects.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reviewer_app.exchange.annex.destinations import AnnexLink
from reviewer_app.exchange.annex.frame import quad_of
from reviewer_app.ui.kit.text import plain_tooltip
from reviewer_app.ui.pdf.document import OpenedDocument, PageLinks
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.pdf.selection import SelectionTool
from reviewer_app.ui.pdf.text_layers import TextLayers, view_rect

_MOST_WORDS = 80


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link on a page (from 0) with the words that stand there; empty where it has none."""

    page: int
    link: AnnexLink
    words: str


class LinkLayer(QObject):
    """Knows the links of the document in sight; `link_chosen` carries a Link, `tip` words what it would do."""

    link_chosen = Signal(object)

    def __init__(
        self, view: PageView, texts: TextLayers, selecting: SelectionTool, tip: Callable[[AnnexLink], str]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._texts = texts
        self._selecting = selecting
        self._tip = tip
        self._opened: OpenedDocument | None = None
        self._links: dict[int, tuple[AnnexLink, ...]] = {}
        self._asked: set[int] = set()
        self._waiting: list[Callable[[], None]] = []
        self._pressed: tuple[AnnexLink, QPointF] | None = None
        self._over: AnnexLink | None = None
        self._view.document_shown.connect(self._on_view_document_shown)
        self._view.page_reached.connect(self._on_view_page_reached)
        self._view.viewport().installEventFilter(self)
        renderer().links_read.connect(self._on_renderer_links_read)

    # Where links stand

    def box_of(self, page: int, link: AnnexLink) -> QRectF:
        """Return where a link stands in the viewport; empty while the text of its page is being read."""
        layer = self._texts.layer(page)
        if layer is None:
            return QRectF()
        return view_rect(layer, link.box, self._view.shown_scale).translated(self._view.box_of(page).topLeft())

    def at(self, place: QPointF) -> AnnexLink | None:
        """Return the link under a place of the viewport; what lies over it comes first."""
        found = self._view.place_at(place)
        if found is None:
            return None
        page = found[0]
        self._want(page)
        if self._selecting.tag_at(place) is not None:
            return None
        links = self._links.get(page, ())
        return next((link for link in reversed(links) if self.box_of(page, link).contains(place)), None)

    def when_known(self, then: Callable[[tuple[ShownLink, ...]], None]) -> None:
        """Call `then` with the links of the pages in sight, from above, once they are read."""
        pages = tuple(self._view.visible_pages)

        def ready() -> None:
            if self._opened is not None and all(page in self._links for page in pages):
                self._texts.when_read(frozenset(pages), lambda: then(self._shown(pages)))
            elif self._opened is not None:
                self._waiting.append(ready)

        for page in pages:
            self._want(page)
        ready()

    def _shown(self, pages: tuple[int, ...]) -> tuple[ShownLink, ...]:
        found = []
        for page in pages:
            ordered = sorted(self._links.get(page, ()), key=lambda link: (-link.box[3], link.box[0]))
            found += [ShownLink(page, link, self._words(page, link)) for link in ordered]
        return tuple(found)

    def _words(self, page: int, link: AnnexLink) -> str:
        layer = self._texts.layer(page)
        letters = sorted(layer.inside(quad_of(link.box))) if layer is not None else []
        words = layer.quote(letters[0], letters[-1] + 1) if layer is not None and letters else ""
        return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rstrip()} …"

    def _want(self, page: int) -> None:
        if self._opened is not None and page not in self._asked:
            self._asked.add(page)
            renderer().want_links(self._opened, page)

    # The hand

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._over = None
        if not isinstance(event, QMouseEvent) or self._opened is None or self._selecting.draws_area:
            return False
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            return self._hover(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            link = self.at(event.position())
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            self._pressed = (link, event.position()) if link is not None and plain else None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            link, place = self._pressed
            self._pressed = None
            still = (event.position() - place).manhattanLength() < QApplication.startDragDistance()
            if still and self.at(event.position()) is link:
                self._selecting.select(None)
                QToolTip.hideText()
                self.link_chosen.emit(link)
        return False

    def _hover(self, event: QMouseEvent) -> bool:
        link = self.at(event.position())
        if link is not None:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            if link is not self._over:
                QToolTip.showText(
                    event.globalPosition().toPoint(), plain_tooltip(self._tip(link)), self._view.viewport()
                )
        elif self._over is not None:
            QToolTip.hideText()
        self._over = link
        return link is not None

    # What comes

    def _on_view_document_shown(self, opened: OpenedDocument | None) -> None:
        self._opened, self._pressed, self._over = opened, None, None
        self._links.clear()
        self._asked.clear()
        self._waiting.clear()

    def _on_view_page_reached(self, page: int, _count: int) -> None:
        """Read links of the page before the hand comes there."""
        if page:
            self._want(page - 1)

    def _on_renderer_links_read(self, read: PageLinks) -> None:
        if self._opened is None or read.number != self._opened.number:
            return
        self._links[read.page] = read.links
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
