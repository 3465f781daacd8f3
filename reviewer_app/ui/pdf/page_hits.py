"""Where words that were found stand on the pages of a document: how far down, and the boxes to mark.

A place is taken from how far into the text the words stand, which is good enough for the scroll bar, until the page's
text is read with its places. A hit over the end of a page belongs to the page it begins on, behind its other hits.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from reviewer_app.domain.annotation import Quad
from reviewer_app.domain.page_ends import PageEnd, over_end
from reviewer_app.domain.text_finding import FoundIn, Wanted, ranges
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.pdf.page_texts import PageTexts

_MOST_BOXED = 2000

type Hit = tuple[int, int]
"""The page (from 0) a hit begins on, and which of that page's it is."""


class PageHits:
    """The hits on the pages searched so far; `places` holds for each how far down its hits begin (0 to 1)."""

    def __init__(self, texts: PageTexts) -> None:
        """Begin without hits; `texts` gives words with their places."""
        self._texts = texts
        self._sought = Wanted()
        self.places: list[tuple[float, ...]] = []
        self._over: dict[int, float] = {}
        self._marks: dict[int, list[tuple[Quad, ...]]] = {}
        self._over_marks: dict[int, tuple[tuple[Quad, ...], tuple[Quad, ...]]] = {}
        self._boxed: dict[tuple[Hit, int, float], list[QRectF]] = {}

    def begin(self, sought: Wanted) -> None:
        """Forget all hits, and take those of `sought` from now on."""
        self._sought = sought
        self.places = []
        for known in (self._over, self._marks, self._over_marks, self._boxed):
            known.clear()

    def search(self, words: FoundIn, end_before: PageEnd | None) -> bool:
        """Search the first page that is not, and the end of the one before it; say whether the page itself has hits."""
        page = len(self.places)
        self.places.append(words.shares(self._sought))
        found = bool(self.places[page])
        for share in end_before.shares(self._sought) if end_before else ():
            self.places[page - 1] += (share,)
            self._over[page - 1] = share
        return found

    def take(self, page: int) -> None:
        """Take the places of a page's hits from its text with its places, once that is there."""
        layer = self._texts.layer(page) if page < len(self.places) else None
        if layer is not None and page not in self._marks:
            found = [quads for start, end in ranges(layer.text, self._sought) if (quads := layer.quads(start, end))]
            self._marks[page] = found
            own = tuple(_top(layer, quads) for quads in found)
            self.places[page] = own + ((self._over[page],) if page in self._over else ())
        for first in (page - 1, page):
            if first in self._over and first not in self._over_marks:
                self._take_end(first)

    def _take_end(self, page: int) -> None:
        here, beyond = self._texts.layer(page), self._texts.layer(page + 1)
        if here is None or beyond is None or page not in self._marks:
            return
        own = tuple(self.places[page][:-1])
        found = over_end(here.text, beyond.text, self._sought)
        quads = (here.quads(*found.here), beyond.quads(*found.beyond)) if found else ((), ())
        if not all(quads):
            del self._over[page]
            self.places[page] = own
            return
        self._over_marks[page] = quads
        self._over[page] = _top(here, quads[0])
        self.places[page] = (*own, self._over[page])

    def pages_of(self, hit: Hit) -> frozenset[int]:
        """Return the pages a hit stands on: one, or that and the next."""
        page, nth = hit
        runs_on = page in self._over and nth == len(self.places[page]) - 1
        return frozenset({page, page + 1} if runs_on else {page})

    def on(self, page: int, scale: float) -> Iterator[tuple[Hit, list[QRectF]]]:
        """Yield the hits on a page with what is to be marked of them there, in pixels from the page's corner."""
        if not self._sought or page >= len(self.places):
            return
        self.take(page)
        if page - 1 in self._over_marks:
            last = (page - 1, len(self.places[page - 1]) - 1)
            yield last, self.boxes(last, page, scale)
        for nth in range(len(self._marks.get(page, ()))):
            yield (page, nth), self.boxes((page, nth), page, scale)
        if page in self._over_marks:
            last = (page, len(self.places[page]) - 1)
            yield last, self.boxes(last, page, scale)

    def boxes(self, hit: Hit, page: int, scale: float) -> list[QRectF]:
        """Return the boxes of a hit on a page; none while its place is not known."""
        key = (hit, page, scale)
        known = self._boxed.get(key)
        if known is not None:
            return known
        layer, quads = self._texts.layer(page), self._quads(hit, page)
        if layer is None or not quads:
            return []
        boxes = (layer.frame.box_to_view(box_of(quad), scale) for quad in quads)
        found = [QRectF(left, upper, right - left, lower - upper) for left, upper, right, lower in boxes]
        if len(self._boxed) > _MOST_BOXED:
            self._boxed.clear()
        self._boxed[key] = found
        return found

    def _quads(self, hit: Hit, page: int) -> Sequence[Quad]:
        own = self._marks.get(hit[0], [])
        if hit[1] < len(own):
            return own[hit[1]] if page == hit[0] else ()
        return self._over_marks.get(hit[0], ((), ()))[page - hit[0]]


def _top(layer: TextLayer, quads: Sequence[Quad]) -> float:
    """Return how far down its page (0 to 1) a passage begins."""
    return layer.frame.box_to_view(box_of(quads[0]), 1.0)[1] / (layer.frame.size[1] or 1.0)
