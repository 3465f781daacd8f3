"""Opens PDFs, renders their pages and reads their texts, links, outline and words apart from the window thread.

PDFium is not thread-safe and a page may take long: there is one job at a time, what is in sight first; a thread lives
only while there is something to do.
"""

import atexit
import threading
import time
from array import array
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from reviewer_app.domain.errors import BrokenError, VotumError
from reviewer_app.domain.text.search import FoundIn
from reviewer_app.ui.pdf.document import (
    DocumentOutline,
    OpenedDocument,
    OpenFailure,
    PageFailure,
    PageLinks,
    PageText,
    PageWords,
    RenderedPage,
)

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.pdf import PdfDocument

WORDS_SLICE = 0.03
"""Seconds of reading words before other jobs of the renderer have their turn."""

SMALL_SCALE = 0.2
"""Pixels per point of what stands in for a page until it is sharp: little work, and the shape of the page is there."""

_LONGEST_END = 10.0
"""Seconds the end of the program waits for a page that is being painted."""

_numbers = count(1)


class _Lane(IntEnum):
    """What comes first: opening, closing, text; pages in sight; the way through them; small pictures; words."""

    ONCE = 0
    PAGES = 1
    OUTLINE = 2
    SMALL = 3
    WORDS = 4


@dataclass(frozen=True, slots=True)
class _Job:
    """Something to do for the document `ticket`; `tell` is called with what came of it."""

    ticket: int
    work: Callable[[], object]
    tell: Callable[[object], None] | None = None
    lane: _Lane = _Lane.ONCE


class Renderer(QObject):
    """The one renderer of the program; every page view listens and takes what is its own.

    `document_opened` carries (ticket, OpenedDocument), `open_failed` an OpenFailure, `page_rendered` a RenderedPage,
    `page_failed` a PageFailure, `text_read` a PageText, `links_read` PageLinks, `outline_read` a DocumentOutline,
    `words_read` PageWords.
    """

    document_opened = Signal(int, object)
    open_failed = Signal(object)
    page_rendered = Signal(object)
    page_failed = Signal(object)
    text_read = Signal(object)
    links_read = Signal(object)
    outline_read = Signal(object)
    words_read = Signal(object)

    def __init__(
        self, parent: QObject | None = None, opener: "Callable[[bytes, str | None], PdfDocument] | None" = None
    ) -> None:
        """Begin idle; `opener` opens documents in place of PDFium."""
        super().__init__(parent)
        self._opener = opener or _open
        self._jobs: dict[_Lane, deque[_Job]] = {lane: deque() for lane in _Lane}
        self._lock = threading.Lock()
        self._busy = False
        self._at: object = None
        self._thread: threading.Thread | None = None

    def open(self, data: bytes, password: str | None = None) -> int:
        """Open a PDF; the answer comes by signal with the ticket returned here."""
        ticket = next(_numbers)

        def work() -> OpenedDocument:
            document = self._opener(data, password)
            return OpenedDocument(ticket, document.sizes(), document)

        self._add(_Job(ticket, work, partial(self.document_opened.emit, ticket)))
        return ticket

    def want(self, opened: OpenedDocument, pages: Iterable[int], scale: float, blank: Iterable[int] = ()) -> None:
        """Render these pages in this order; what was wanted of the document before and has not begun is dropped.

        Pages in `blank` have no picture of any size yet: a small one comes first, so that they are not empty for long.
        """
        small = [_Rendered(opened, page, SMALL_SCALE) for page in dict.fromkeys(blank)]
        self._want(_Lane.PAGES, opened, [*small, *(_Rendered(opened, page, scale) for page in dict.fromkeys(pages))])

    def want_small(self, opened: OpenedDocument, wanted: Iterable[tuple[int, float]]) -> None:
        """Render pages at scales of their own, after all that is in sight; what was wanted so before is dropped."""
        self._want(_Lane.SMALL, opened, [_Rendered(opened, page, scale) for page, scale in dict.fromkeys(wanted)])

    def want_text(self, opened: OpenedDocument, page: int) -> None:
        """Read the text of a page (from 0) with the places of its letters."""
        self._add(_Job(opened.number, partial(_read_text, opened, page), self.text_read.emit))

    def want_links(self, opened: OpenedDocument, page: int) -> None:
        """Read the links of a page (from 0)."""
        self._add(_Job(opened.number, partial(_read_links, opened, page), self.links_read.emit, _Lane.OUTLINE))

    def want_outline(self, opened: OpenedDocument) -> None:
        """Read outline and page labels."""
        self._add(_Job(opened.number, partial(_read_outline, opened), self.outline_read.emit, _Lane.OUTLINE))

    def want_words(self, opened: OpenedDocument, first: int) -> None:
        """Read the words of pages from `first` on (from 0), as many as a slice of time allows, after all else."""
        self._add(_Job(opened.number, partial(read_words, opened, first), self.words_read.emit, _Lane.WORDS))

    def release(self, opened: OpenedDocument) -> None:
        """Close a document that is not shown any more, after what is being done with it; all else is dropped."""
        with self._lock:
            for lane in _Lane:
                self._drop(lane, opened.number)
        self._add(_Job(opened.number, opened.document.close))

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do; the last answers may still be on their way to the window."""
        with self._lock:
            return not self._busy

    def stop(self) -> None:
        """Drop what has not begun and wait for what has: the program ends, and nobody is left to be told."""
        with self._lock:
            for jobs in self._jobs.values():
                jobs.clear()
            thread = self._thread
        if thread is not None:
            thread.join(_LONGEST_END)

    def _want(self, lane: _Lane, opened: OpenedDocument, works: "list[_Rendered]") -> None:
        with self._lock:
            self._drop(lane, opened.number)
            at = self._at
        for work in works:
            if work != at:
                self._add(_Job(opened.number, work, self.page_rendered.emit, lane))

    def _drop(self, lane: _Lane, number: int) -> None:
        self._jobs[lane] = deque(job for job in self._jobs[lane] if job.ticket != number)

    def _add(self, job: _Job) -> None:
        with self._lock:
            self._jobs[job.lane].append(job)
            if self._busy:
                return
            self._busy = True
            self._thread = threading.Thread(target=self._drain, name="votum-pages", daemon=True)
        self._thread.start()

    # The queue: `_lock` guards jobs and `_busy` and is never held while a job is done. PDFium has a lock of its own in
    # `exchange.annex.pdf`, as the index and the exports read documents too; a job holds that one only for single calls.
    # A thread begins with the first job and ends when it finds none; `_busy` falls under the same lock under which
    # jobs are looked for, so that one added at that very moment finds the thread running or gone, never in between.

    def _next(self) -> _Job | None:
        with self._lock:
            waiting = next((jobs for jobs in self._jobs.values() if jobs), None)
            self._busy = waiting is not None
            job = waiting.popleft() if waiting is not None else None
            self._at = job.work if job is not None else None
            return job

    def _drain(self) -> None:
        while (job := self._next()) is not None:
            with suppress(RuntimeError):  # the program ends while a page is being rendered
                self._carry_out(job)

    def _carry_out(self, job: _Job) -> None:
        try:
            value = job.work()
        except VotumError as error:
            self._fail(job, error)
            return
        except Exception as error:  # noqa: BLE001 # reason: the border of the thread; a hostile file must not end it
            self._fail(job, BrokenError("annex_unreadable", kind=type(error).__name__))
            return
        if job.tell is not None:
            job.tell(value)

    def _fail(self, job: _Job, error: VotumError) -> None:
        if isinstance(job.work, _Rendered):
            self.page_failed.emit(PageFailure(job.ticket, job.work.page))
        else:
            self.open_failed.emit(OpenFailure(job.ticket, error))


@dataclass(frozen=True, slots=True)
class _Rendered:
    """Renders one page when it is called; in the place of one that is damaged it says so."""

    opened: OpenedDocument
    page: int
    scale: float

    def __call__(self) -> RenderedPage:
        from reviewer_app.exchange.annex import pdf as annex_pdf

        columns, rows = annex_pdf.pixels(self.opened.sizes[self.page], self.scale)
        image, began = QImage(columns, rows, QImage.Format.Format_RGB32), time.thread_time()
        self.opened.document.paint(self.page, memoryview(image.bits()), columns, rows, image.bytesPerLine())
        return RenderedPage(self.opened.number, self.page, self.scale, image, time.thread_time() - began)


def _open(data: bytes, password: str | None) -> "PdfDocument":
    from reviewer_app.exchange.annex import pdf as annex_pdf

    return annex_pdf.open_document(data, password)


# What is read besides pictures: pages show without it, so that whatever goes wrong leaves it empty.


def _read_text(opened: OpenedDocument, page: int) -> PageText:
    from reviewer_app.exchange.annex import text as annex_text
    from reviewer_app.exchange.annex.frame import PageFrame

    try:
        layer = annex_text.read_layer(opened.document, page)
    except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
        width, height = opened.sizes[page]
        layer = annex_text.TextLayer(PageFrame((0.0, 0.0, width, height)), "", array("f"), ())
    return PageText(opened.number, page, layer)


def _read_links(opened: OpenedDocument, page: int) -> PageLinks:
    from reviewer_app.exchange.annex import destinations

    try:
        links = destinations.links(opened.document, page)
    except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
        links = ()
    return PageLinks(opened.number, page, links)


def _read_outline(opened: OpenedDocument) -> DocumentOutline:
    from reviewer_app.exchange.annex import destinations

    try:
        outline, labels = destinations.outline(opened.document), destinations.page_labels(opened.document)
    except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
        outline, labels = (), ()
    return DocumentOutline(opened.number, outline, labels)


def read_words(opened: OpenedDocument, first: int) -> PageWords:
    """Read the words of pages from `first` on for one slice of time."""
    until, found = time.monotonic() + WORDS_SLICE, list[FoundIn]()
    for page in range(first, len(opened.sizes)):
        try:
            found.append(FoundIn(opened.document.text(page)))
        except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
            found.append(FoundIn(""))
        if time.monotonic() >= until:
            break
    return PageWords(opened.number, first, tuple(found))


_shared: list[Renderer] = []


def renderer() -> Renderer:
    """Return the renderer of the program; it lives as long as the application."""
    if not _shared or not shiboken6.isValid(_shared[0]):
        _shared[:] = [Renderer(QCoreApplication.instance())]
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(_shared[0].stop)
    return _shared[0]


@atexit.register
def _stop() -> None:
    """Stop before Qt is taken down, also where the program ends without its event loop."""
    for renderer in _shared:
        if shiboken6.isValid(renderer):
            renderer.stop()
