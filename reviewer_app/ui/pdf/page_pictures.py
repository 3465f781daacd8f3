"""The pictures of the document in sight: asked for page by page, kept by their bytes, the best there is at hand.

A page never seen is shown small first and then sharp, so that fast scrolling does not run over empty paper; when
reading rests, the small pictures of the pages around are made before anybody comes there.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from reviewer_app.ui.pdf.document import OpenedDocument, PageFailure, RenderedPage
from reviewer_app.ui.pdf.renderer import SMALL_SCALE, renderer

MOST_BYTES = 96 * 1024 * 1024

type PageKey = tuple[int, int, float]
"""Document, page, scale."""


class PageCache:
    """The pages used last, at most `limit` bytes of them."""

    def __init__(self, limit: int = MOST_BYTES) -> None:
        self._limit = limit
        self._images: OrderedDict[PageKey, QImage] = OrderedDict()
        self._bytes = 0

    def put(self, key: PageKey, image: QImage) -> None:
        """Keep a page; the oldest ones go where the limit is passed, never the newest."""
        self.drop(key)
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._images) > 1:
            _, old = self._images.popitem(last=False)
            self._bytes -= old.sizeInBytes()

    def get(self, key: PageKey) -> QImage | None:
        """Return a page and remember that it was used."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def __contains__(self, key: object) -> bool:
        """Say whether a page is kept, without counting as a use."""
        return key in self._images

    def near(self, number: int, page: int) -> QImage | None:
        """Return the page at any scale, to show something until the right one is rendered."""
        for key in reversed(self._images):
            if key[:2] == (number, page):
                return self._images[key]
        return None

    def drop(self, key: PageKey) -> None:
        """Forget a page."""
        image = self._images.pop(key, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()

    def clear(self) -> None:
        """Forget all pages."""
        self._images.clear()
        self._bytes = 0

    @property
    def pages(self) -> set[int]:
        """The pages that are kept at any scale, of whatever document."""
        return {page for _, page, _ in self._images}

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._bytes


_MOST_SMALL = 32 * 1024 * 1024
_QUICK = 0.03
"""Seconds of CPU: where pages took no longer, the next is there before a small one would have been seen."""
_HARDLY_SMALLER = 2
"""A stand-in pays where the page itself is more than so many times larger."""

RESTED = 600
"""Milliseconds after the last scrolling before pages out of sight are made small."""

_AROUND = 24 * 1024 * 1024
"""Bytes of small pictures around the page one reads; the rest of what is kept is for a list."""
_PIXEL = 4
"""Bytes of one."""


class PagePictures(QObject):
    """Gives pictures of one document; `picture_came` carries the page (from 0) that has a new one, or has none."""

    picture_came = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._opened: OpenedDocument | None = None
        self._scale = 1.0
        self._sharp = PageCache()
        self._small = PageCache(_MOST_SMALL)
        self._broken: set[int] = set()
        self._slow = True
        self._listed: tuple[tuple[int, ...], float] = ((), SMALL_SCALE)
        self._middle = 0
        self._rested = QTimer(self, singleShot=True, interval=RESTED)
        self._rested.timeout.connect(self._on_rested_timeout)
        renderer().page_rendered.connect(self._on_page_rendered)
        renderer().page_failed.connect(self._on_page_failed)

    def show_document(self, opened: OpenedDocument | None) -> None:
        """Begin anew with a document, or with none; the one before is closed."""
        self._sharp.clear()
        self._small.clear()
        self._broken.clear()
        self._slow = True
        self._listed = ((), SMALL_SCALE)
        self._rested.stop()
        if self._opened is not None:
            renderer().release(self._opened)
        self._opened = opened

    def want(self, visible: Sequence[int], ahead: Sequence[int], scale: float) -> None:
        """Ask for the pages in sight and then for those that may come next, at pixels per point."""
        opened, self._scale = self._opened, scale
        if opened is None:
            return
        wanted = [page for page in (*visible, *ahead) if page not in self._broken and not self.is_sharp([page], scale)]
        pays = self._slow and scale > SMALL_SCALE * _HARDLY_SMALLER
        blank = [page for page in wanted if self._near(page) is None] if pays else []
        renderer().want(opened, wanted, scale, blank)
        self._middle = visible[0] if visible else 0
        self._rested.start()

    def want_small(self, pages: Iterable[int], scale: float) -> None:
        """Ask for small pictures of a list, after all that is in sight."""
        self._listed = tuple(pages), scale
        if (opened := self._opened) is not None:
            renderer().want_small(opened, self._listed_missing(opened.number))

    def _listed_missing(self, number: int) -> list[tuple[int, float]]:
        pages, scale = self._listed
        return [(one, scale) for one in pages if one not in self._broken and (number, one, scale) not in self._small]

    def _on_rested_timeout(self) -> None:
        """Make what is missing around the pages in sight, the nearest first, after what a list asks for."""
        if (opened := self._opened) is None:
            return
        there = self._sharp.pages | self._small.pages | self._broken
        missing = [page for page in self._around(opened) if page not in there]
        listed = self._listed_missing(opened.number)
        renderer().want_small(opened, [*listed, *((page, SMALL_SCALE) for page in missing)])

    def _around(self, opened: OpenedDocument) -> list[int]:
        """Return as many pages as have room together, the nearest to the one in sight first."""
        pages = sorted(range(len(opened.sizes)), key=lambda page: abs(page - self._middle))
        sizes = (opened.sizes[page] for page in pages)
        taken = accumulate(_PIXEL * width * height * SMALL_SCALE**2 for width, height in sizes)
        return [page for page, so_far in zip(pages, taken, strict=True) if so_far <= _AROUND]

    def picture(self, page: int, scale: float) -> QImage | None:
        """Return a page at this scale, at another one while that is not there, or None."""
        number = self._opened.number if self._opened is not None else 0
        return self._sharp.get((number, page, scale)) or self._near(page)

    def small(self, page: int) -> QImage | None:
        """Return a small picture of a page, whatever its size."""
        number = self._opened.number if self._opened is not None else 0
        return self._small.near(number, page) or self._sharp.near(number, page)

    def is_sharp(self, pages: Iterable[int], scale: float) -> bool:
        """Say whether the pictures of pages are there at this scale."""
        opened = self._opened
        return opened is not None and all((opened.number, page, scale) in self._sharp for page in pages)

    def is_broken(self, page: int) -> bool:
        """Say whether a page cannot be painted."""
        return page in self._broken

    def _near(self, page: int) -> QImage | None:
        number = self._opened.number if self._opened is not None else 0
        return self._sharp.near(number, page) or self._small.near(number, page)

    def _on_page_rendered(self, rendered: RenderedPage) -> None:
        if self._opened is not None and rendered.number == self._opened.number:
            sharp = rendered.scale == self._scale
            if sharp:
                self._slow = rendered.seconds > _QUICK
            kept = self._sharp if sharp else self._small
            kept.put((rendered.number, rendered.page, rendered.scale), rendered.image)
            self.picture_came.emit(rendered.page)

    def _on_page_failed(self, failure: PageFailure) -> None:
        if self._opened is not None and failure.number == self._opened.number:
            self._broken.add(failure.page)
            self.picture_came.emit(failure.page)
