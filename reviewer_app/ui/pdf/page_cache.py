"""Rendered pages kept by their bytes, so that scrolling back is instant and a long annex does not fill the memory."""

from collections import OrderedDict

from PySide6.QtGui import QImage

MOST_BYTES = 96 * 1024 * 1024

type PageKey = tuple[int, int, float]
"""Document, page, scale."""


class PageCache:
    """The pages used last, at most `limit` bytes of them."""

    def __init__(self, limit: int = MOST_BYTES) -> None:
        """Start empty."""
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
