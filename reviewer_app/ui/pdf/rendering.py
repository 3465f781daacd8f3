"""Opens PDFs and renders their pages apart from the window thread, one job at a time, what is in sight first.

PDFium is not thread-safe and a page may take long; a thread lives only while there is something to render.
"""

import threading
from array import array
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Protocol, cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from reviewer_app.domain.errors import BrokenError, VotumError

if TYPE_CHECKING:
    from reviewer_app.exchange.annex_text import TextLayer

_numbers = count(1)


class PagePicture(Protocol):
    """Pixels as BGRA rows of `stride` bytes."""

    @property
    def width(self) -> int:
        """Columns."""
        ...

    @property
    def height(self) -> int:
        """Rows."""
        ...

    @property
    def stride(self) -> int:
        """Bytes per row."""
        ...

    @property
    def data(self) -> bytes:
        """The pixels."""
        ...


class PdfDocument(Protocol):
    """What exchange.annex_pdf gives: pages counted from 0, sizes in points."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        ...

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        ...

    def render(self, page: int, scale: float) -> PagePicture:
        """Return the pixels of a page at `scale` px per point."""
        ...

    def close(self) -> None:
        """Close the document; nothing else may be asked of it."""
        ...


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """An open PDF: its number, the sizes of its pages in points, and the document the thread renders from."""

    number: int
    sizes: tuple[tuple[float, float], ...]
    document: PdfDocument = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A rendered page of a document at a scale (px per point)."""

    number: int
    page: int
    scale: float
    image: QImage


@dataclass(frozen=True, slots=True)
class PageText:
    """The text layer of a page of a document."""

    number: int
    page: int
    layer: "TextLayer"


@dataclass(frozen=True, slots=True)
class OpenFailure:
    """Why a document could not be opened; `ticket` is what `open` returned."""

    ticket: int
    error: VotumError


@dataclass(frozen=True, slots=True)
class _Job:
    ticket: int
    work: Callable[[], object]
    page: tuple[int, int, float] | None = None


type Opener = Callable[[bytes, str | None], PdfDocument]


def _open(data: bytes, password: str | None) -> PdfDocument:
    from reviewer_app.exchange import annex_pdf

    return annex_pdf.open_document(data, password)


class Rendering(QObject):
    """The one renderer of the program; every page view listens and takes what is its own.

    `document_opened` carries (ticket, OpenedDocument), `open_failed` an OpenFailure, `page_rendered` a RenderedPage,
    `text_read` a PageText.
    """

    document_opened = Signal(int, object)
    open_failed = Signal(object)
    page_rendered = Signal(object)
    text_read = Signal(object)

    def __init__(self, parent: QObject | None = None, opener: Opener = _open) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._opener = opener
        self._jobs: deque[_Job] = deque()
        self._lock = threading.Lock()
        self._busy = False

    def open(self, data: bytes, password: str | None = None) -> int:
        """Open a PDF; the answer comes by signal with the ticket returned here."""
        ticket = next(_numbers)

        def work() -> OpenedDocument:
            document = self._opener(data, password)
            return OpenedDocument(ticket, tuple(document.size(page) for page in range(document.pages)), document)

        self._add(_Job(ticket, work))
        return ticket

    def want(self, opened: OpenedDocument, pages: Iterable[int], scale: float) -> None:
        """Render these pages in this order; what was wanted of the document before and has not begun is dropped."""
        jobs = [
            _Job(opened.number, _Rendered(opened, page, scale), (opened.number, page, scale))
            for page in dict.fromkeys(pages)
        ]
        with self._lock:
            self._jobs = deque(job for job in self._jobs if job.page is None or job.ticket != opened.number)
        for job in jobs:
            self._add(job)

    def want_text(self, opened: OpenedDocument, page: int) -> None:
        """Read the text of a page (from 0) with the places of its letters."""
        self._add(_Job(opened.number, _Read(opened, page)))

    def release(self, opened: OpenedDocument) -> None:
        """Close a document that is not shown any more, after what is being rendered of it."""
        self.want(opened, (), 1.0)
        self._add(_Job(opened.number, opened.document.close))

    def _add(self, job: _Job) -> None:
        with self._lock:
            self._jobs.append(job)
            if self._busy:
                return
            self._busy = True
        threading.Thread(target=self._drain, name="votum-pages", daemon=True).start()

    def _drain(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._busy = False
                    return
                job = self._jobs.popleft()
            with suppress(RuntimeError):  # the program ends while a page is being rendered
                self._carry_out(job)

    def _carry_out(self, job: _Job) -> None:
        try:
            value = job.work()
        except VotumError as error:
            self.open_failed.emit(OpenFailure(job.ticket, error))
            return
        except Exception as error:  # noqa: BLE001 # reason: the border of the thread; a hostile file must not end it
            failure = BrokenError("annex_unreadable", kind=type(error).__name__)
            self.open_failed.emit(OpenFailure(job.ticket, failure))
            return
        if isinstance(value, OpenedDocument):
            self.document_opened.emit(job.ticket, value)
        elif isinstance(value, RenderedPage):
            self.page_rendered.emit(value)
        elif isinstance(value, PageText):
            self.text_read.emit(value)


@dataclass(frozen=True, slots=True)
class _Rendered:
    """Renders one page when it is called."""

    opened: OpenedDocument
    page: int
    scale: float

    def __call__(self) -> RenderedPage:
        picture = self.opened.document.render(self.page, self.scale)
        layout = QImage.Format.Format_RGB32
        image = QImage(picture.data, picture.width, picture.height, picture.stride, layout).copy()
        return RenderedPage(self.opened.number, self.page, self.scale, image)


@dataclass(frozen=True, slots=True)
class _Read:
    """Reads the text of one page when it is called; a page that gives none has an empty one."""

    opened: OpenedDocument
    page: int

    def __call__(self) -> PageText:
        from reviewer_app.exchange import annex_pdf, annex_text
        from reviewer_app.exchange.annex_frame import PageFrame

        document = cast("annex_pdf.PdfDocument", self.opened.document)
        try:
            layer = annex_text.read_layer(document, self.page)
        except VotumError:
            width, height = self.opened.sizes[self.page]
            layer = annex_text.TextLayer(PageFrame((0.0, 0.0, width, height)), "", array("f"), ())
        return PageText(self.opened.number, self.page, layer)


_shared: list[Rendering] = []


def rendering() -> Rendering:
    """Return the renderer of the program; it lives as long as the application."""
    if not _shared or not shiboken6.isValid(_shared[0]):
        _shared[:] = [Rendering(QCoreApplication.instance())]
    return _shared[0]
