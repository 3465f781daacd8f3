"""Finds words on the pages of a PDF: reads them in slices behind the reader, marks all, goes from one to the next."""

import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import override

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen

from reviewer_app.domain.annotations.annotation import Quad
from reviewer_app.domain.text.page_ends import PageEnd, over_end
from reviewer_app.domain.text.search import FoundIn, SearchPattern, ranges
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.document import OpenedDocument, PageWords
from reviewer_app.ui.pdf.page_painting import Fill
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.pdf.text_finder import FINENESS, OUTLINED, TextFinder, Ticks
from reviewer_app.ui.pdf.text_layers import TextLayers, view_rect

_MOST_BOXED = 2000

type HitPosition = tuple[int, int]
"""The page (from 0) a hit begins on, and which of that page's it is."""


class PageHits:
    """The hits on the pages searched so far; `places` holds for each how far down its hits begin (0 to 1)."""

    def __init__(self, texts: TextLayers) -> None:
        """Begin without hits; `texts` gives words with their places."""
        self._texts = texts
        self._sought = SearchPattern()
        self.places: list[tuple[float, ...]] = []
        self._over: dict[int, float] = {}
        self._marks: dict[int, list[tuple[Quad, ...]]] = {}
        self._over_marks: dict[int, tuple[tuple[Quad, ...], tuple[Quad, ...]]] = {}
        self._boxed: dict[tuple[HitPosition, int, float], list[QRectF]] = {}

    def begin(self, sought: SearchPattern) -> None:
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

    def pages_of(self, hit: HitPosition) -> frozenset[int]:
        """Return the pages a hit stands on: one, or that and the next."""
        page, nth = hit
        runs_on = page in self._over and nth == len(self.places[page]) - 1
        return frozenset({page, page + 1} if runs_on else {page})

    def on(self, page: int, scale: float) -> Iterator[tuple[HitPosition, list[QRectF]]]:
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

    def boxes(self, hit: HitPosition, page: int, scale: float) -> list[QRectF]:
        """Return the boxes of a hit on a page; none while its place is not known."""
        key = (hit, page, scale)
        known = self._boxed.get(key)
        if known is not None:
            return known
        layer, quads = self._texts.layer(page), self._quads(hit, page)
        if layer is None or not quads:
            return []
        found = [view_rect(layer, box_of(quad), scale) for quad in quads]
        if len(self._boxed) > _MOST_BOXED:
            self._boxed.clear()
        self._boxed[key] = found
        return found

    def _quads(self, hit: HitPosition, page: int) -> Sequence[Quad]:
        own = self._marks.get(hit[0], [])
        if hit[1] < len(own):
            return own[hit[1]] if page == hit[0] else ()
        return self._over_marks.get(hit[0], ((), ()))[page - hit[0]]


def _top(layer: TextLayer, quads: Sequence[Quad]) -> float:
    """Return how far down its page (0 to 1) a passage begins."""
    return layer.frame.box_to_view(box_of(quads[0]), 1.0)[1] / (layer.frame.size[1] or 1.0)


SLICE = 0.004
"""Seconds of searching before the window is let go."""

_MOST_LOOKED_AT = 24
"""Pages on which a run of words is looked for once more in reading order, where its words stand apart in the file."""
_MOST_TICKS = 2000
"""Hits up to which each has its own place beside the scroll bar; of more, each page has one."""
_ABOVE = 0.3
"""Where in the view a hit comes to stand, as a share of its height."""


class PageFinder(TextFinder):
    """Finds in the document of a page view; it lies over its pages as an overlay."""

    def __init__(self, theme: Theme, view: PageView, texts: TextLayers) -> None:
        """Find in what `view` shows; `texts` gives words with their places."""
        super().__init__(view)
        self._theme, self._view, self._texts = theme, view, texts
        self._opened: OpenedDocument | None = None
        self._words, self._reads = list[FoundIn](), False
        self._ends: list[PageEnd | None] = []
        self._hits = PageHits(texts)
        self._looked_at, self._wants_first = 0, False
        self._begun: tuple[int, float] = (0, 0.0)
        self._at: HitPosition | None = None
        self._searching = QTimer(self, interval=0)
        self._searching.timeout.connect(self._search)
        self._outline = QTimer(self, singleShot=True, interval=OUTLINED)
        self._outline.timeout.connect(view.viewport().update)
        view.document_shown.connect(self._on_view_document_shown)
        texts.text_came.connect(self._on_texts_text_came)
        renderer().words_read.connect(self._on_renderer_words_read)

    # What is found

    @override
    def begin(self) -> None:
        page, offset = self._view.place
        self.begin_at(max(page - 1, 0), offset)

    @override
    def begin_at_top(self) -> None:
        self.begin_at(0)

    def begin_at(self, page: int, offset: float = 0.0) -> None:
        """Look for the first hit from a page (from 0) on, `offset` a share of its height."""
        self._begun = (page, offset)

    @override
    def find(self, sought: SearchPattern, *, move: bool = True) -> None:
        self.sought, self._at, self._looked_at = sought, None, 0
        self._hits.begin(sought)
        self._view.viewport().update()
        self._wants_first = bool(sought) and move
        if sought:
            self._read()
        self._search()
        if not self.is_whole:
            self._searching.start()

    @property
    @override
    def count(self) -> int:
        return sum(map(len, self._hits.places))

    @property
    @override
    def current(self) -> int:
        page, nth = self._at or (0, -1)
        return sum(map(len, self._hits.places[:page])) + nth

    @property
    @override
    def is_whole(self) -> bool:
        return not self.sought or self._opened is None or len(self._hits.places) == len(self._opened.sizes)

    @property
    @override
    def has_words(self) -> bool:
        is_read = self._opened is not None and len(self._words) == len(self._opened.sizes)
        return not is_read or any(page.has_words for page in self._words)

    @property
    def silent_pages(self) -> int:
        """How many of the pages read so far have no words."""
        return sum(not page.has_words for page in self._words)

    @override
    def go(self, hit: int) -> None:
        starts = [0, *accumulate(map(len, self._hits.places))]
        page = bisect_right(starts, hit) - 1
        self._at = (page, hit - starts[page])
        self._wants_first = False
        self._begun = (page, self._hits.places[page][self._at[1]])
        self._reveal()
        self.found_changed.emit()

    @override
    def shares(self) -> list[float]:
        if self._view.count < len(self._hits.places):
            return []
        return [self._view.share_of(page, place) for page, places in enumerate(self._hits.places) for place in places]

    @override
    def ticks(self) -> Ticks:
        if self.count <= _MOST_TICKS:
            return super().ticks()
        places = (round(self._view.share_of(page) * FINENESS) for page, found in enumerate(self._hits.places) if found)
        at = self._at
        return Ticks(frozenset(places), self._view.share_of(at[0], self._hits.places[at[0]][at[1]]) if at else None)

    # Reading and searching

    def _read(self) -> None:
        if self._opened is not None and not self._reads and len(self._words) < len(self._opened.sizes):
            self._reads = True
            renderer().want_words(self._opened, len(self._words))

    def _on_renderer_words_read(self, read: PageWords) -> None:
        if self._opened is None or read.number != self._opened.number or read.first != len(self._words):
            return
        for page in read.pages:
            self._ends.append(PageEnd(self._words[-1], page) if self._words else None)
            self._words.append(page)
        self._reads = False
        if self.sought:
            self._read()
            self._searching.start()

    def _search(self) -> None:
        """Search pages that were read, for one slice of time."""
        until, visible = time.perf_counter() + SLICE, self._view.visible_pages
        while self.sought and len(self._hits.places) < len(self._words):
            page = len(self._hits.places)
            found = self._hits.search(self._words[page], self._ends[page])
            if page in visible or self._look_again(page, found=found):
                self._take(page)
            if page in visible or page - 1 in visible:
                self._view.viewport().update()
            if time.perf_counter() >= until:
                break
        if not self.sought or len(self._hits.places) == len(self._words):
            self._searching.stop()
        self._show_first()
        self.found_changed.emit()

    def _look_again(self, page: int, *, found: bool) -> bool:
        """Say whether a run may stand on a page although the file does not hold it in this order, and ask for that."""
        is_run = any(" " in run.strip() for run in self.sought.runs)
        if not is_run or found or self._looked_at >= _MOST_LOOKED_AT:
            return False
        if not self._words[page].holds(self.sought):
            return False
        self._looked_at += 1
        self._texts.want(page)
        return True

    def _show_first(self) -> None:
        """Go to the first hit from where one began; where there is none after it, to the first of all."""
        if not self._wants_first or self._at is not None:
            return
        begun, hit = self._begun, _first_from(self._hits.places, self._begun)
        hit = 0 if hit < 0 and self.is_whole and self.count else hit
        if hit >= 0:
            self.go(hit)
            self._begun = begun

    def read_again(self, sought: SearchPattern) -> None:
        """Read all words anew and find in them."""
        self._words, self._ends, self._reads = [], [], False
        self.find(sought, move=False)

    def _on_view_document_shown(self, opened: OpenedDocument | None) -> None:
        self._opened = opened
        self.read_again(SearchPattern())

    # Where it stands

    def _on_texts_text_came(self, page: int) -> None:
        if page < len(self._hits.places):
            self._take(page)
            self._show_first()
            self.found_changed.emit()

    def _take(self, page: int) -> None:
        """Take the places of a page's hits, and stay at a hit that there is."""
        self._hits.take(page)
        if self._at is not None and self._at[1] >= (there := len(self._hits.places[self._at[0]])):
            self._at = (self._at[0], there - 1) if there else None

    def _reveal(self) -> None:
        """Bring the current hit into sight; one that is seen already stays where it is."""
        if self._at is not None:
            self._take(self._at[0])
        if self._at is None:
            return
        (page, nth), pages = self._at, self._hits.pages_of(self._at)
        if any(self._texts.layer(one) is None for one in sorted(pages)):
            if page not in self._view.visible_pages:
                self.moving.emit()
                self._view.go_to(page + 1, max(self._hits.places[page][nth] - _ABOVE, 0.0))
            self._texts.when_read(pages, self._reveal)
            return
        self._outline.start()
        self._bring_into_sight(self._at, pages)
        self._view.viewport().update()

    def _bring_into_sight(self, hit: HitPosition, pages: frozenset[int]) -> None:
        scale = self._view.shown_scale
        boxes = [
            box.translated(self._view.box_of(page).topLeft())
            for page in sorted(pages)
            for box in self._hits.boxes(hit, page, scale)
        ]
        seen = boxes if len(pages) > 1 else boxes[:1]
        if boxes and not all(_is_in_sight(self._view, box, self._theme.em(16)) for box in seen):
            self.moving.emit()
            _bring_into_sight(self._view, boxes[0])

    # Painting

    def fills(self, page: int, scale: float) -> list[Fill]:
        """Return what lies under the words that were found on a page."""
        return [(box, self._theme.color("hit")) for _, boxes in self._hits.on(page, scale) for box in boxes]

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Draw a line below what was found, and outline the current hit, once more for a moment."""
        theme, grown = self._theme, self._theme.em(2)
        painter.save()
        painter.translate(box.topLeft())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for hit, parts in self._hits.on(page, scale):
            is_current = hit == self._at
            painter.setPen(QPen(theme.color("hit_line"), theme.em(2 if is_current else 1)))
            for part in parts:
                if not is_current:
                    painter.drawLine(part.bottomLeft(), part.bottomRight())
                    continue
                painter.drawRect(part.adjusted(-grown, -grown, grown, grown))
                if self._outline.isActive():
                    wide = 3 * grown
                    painter.drawRect(part.adjusted(-wide, -wide, wide, wide))
        painter.restore()


def _is_in_sight(view: PageView, box: QRectF, spare: int) -> bool:
    room = view.viewport().rect()
    if not room.left() <= box.left() <= box.right() <= room.right():
        return False
    return room.top() + spare <= box.top() <= box.bottom() <= room.bottom() - spare


def _bring_into_sight(view: PageView, box: QRectF) -> None:
    down = view.verticalScrollBar()
    down.setValue(down.value() + round(box.top() - _ABOVE * view.viewport().height()))
    view.show_across(box)


def _first_from(places: Sequence[Sequence[float]], begun: tuple[int, float]) -> int:
    """Return the first hit at `begun` (page, share of its height) or after it, -1 where there is none yet."""
    before = 0
    for page, found in enumerate(places):
        for nth, place in enumerate(found if page >= begun[0] else ()):
            if (page, place) >= begun:
                return before + nth
        before += len(found)
    return -1
