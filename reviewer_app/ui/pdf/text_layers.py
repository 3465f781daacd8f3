"""The text layers of the document in sight: read by the renderer's thread when first asked for, then at hand.

Nobody on the window's thread waits for one. Whoever needs layers hands over what is to be done with them (`when_read`):
it is done at once where they are all there, else in the answer that brings the last of them. So a press, a drag and a
release may all come before the page under the hand is read, and are caught up with in their order. What must come
after all of that, as a key that speaks of the selection, asks by `when_settled`: it lines up behind everything that
waits now, and anew behind what that has begun to wait for.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QRectF, Signal

from reviewer_app.domain.annotations.annotation import Rect
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.pdf.document import OpenedDocument, PageText
from reviewer_app.ui.pdf.renderer import renderer

MOST_KEPT = 300
"""Pages whose text is kept; a full one takes some 150 kB."""


def view_rect(layer: TextLayer, box: Rect, scale: float) -> QRectF:
    """Return a box of a page's user space in px from the page's upper left corner."""
    left, upper, right, lower = layer.frame.box_to_view(box, scale)
    return QRectF(left, upper, right - left, lower - upper)


class TextLayers(QObject):
    """Gives layers of one document; `text_came` carries the page (from 0) whose layer has just come.

    Those used last are kept; one that went is read again when it is asked for.
    """

    text_came = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._opened: OpenedDocument | None = None
        self._layers: OrderedDict[int, TextLayer] = OrderedDict()
        self._asked: set[int] = set()
        self._waiting: list[tuple[frozenset[int], Callable[[], None]]] = []
        renderer().text_read.connect(self._on_text_read)

    def show_document(self, opened: OpenedDocument | None) -> None:
        """Begin anew with a document, or with none."""
        self._opened = opened
        self._layers.clear()
        self._asked.clear()
        self._waiting.clear()

    def layer(self, page: int) -> TextLayer | None:
        """Return a page's layer; None while it is being read, which this asks for."""
        found = self._layers.get(page)
        if found is None:
            self.want(page)
        else:
            self._layers.move_to_end(page)
        return found

    def want(self, page: int) -> None:
        """Ask for a layer, once."""
        opened = self._opened
        if opened is not None and 0 <= page < len(opened.sizes) and page not in self._asked:
            self._asked.add(page)
            renderer().want_text(opened, page)

    def read_again(self, pages: Iterable[int]) -> None:
        """Read layers anew that were read or asked for: these pages have text now that they had not."""
        for page in self._asked.intersection(pages):
            self._layers.pop(page, None)
            self._asked.discard(page)
            self.want(page)

    def when_read(self, pages: frozenset[int], then: Callable[[], None]) -> None:
        """Call `then` when the layers of these pages are there, at once where they are."""
        if pages <= self._layers.keys():
            then()
            return
        self._waiting.append((pages, then))
        for page in pages:
            self.want(page)

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call `then` after everything that waits for layers, and what follows from it, at once where nothing does."""
        if self._waiting:
            pages = frozenset[int]().union(*(pages for pages, _ in self._waiting))
            self._waiting.append((pages, lambda: self.when_settled(then)))
        else:
            then()

    def _on_text_read(self, read: PageText) -> None:
        if self._opened is None or read.number != self._opened.number:
            return
        self._layers[read.page] = read.layer
        self._forget()
        self.text_came.emit(read.page)
        ready = [pair for pair in self._waiting if pair[0] <= self._layers.keys()]
        self._waiting = [pair for pair in self._waiting if pair not in ready]
        for _pages, then in ready:
            then()

    def _forget(self) -> None:
        """Let go of the pages used longest ago, but of none that somebody waits for."""
        waited = frozenset[int]().union(*(pages for pages, _ in self._waiting))
        for page in list(self._layers)[: max(len(self._layers) - MOST_KEPT, 0)]:
            if page not in waited:
                del self._layers[page]
                self._asked.discard(page)
