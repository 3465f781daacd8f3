"""PDF annexes through PDFium: opened, measured, painted and read behind one lock, because PDFium is not thread-safe.

Handles are closed here and nowhere else: a finaliser may run in any thread, without the lock. Forms and scripts are
never loaded, so nothing in a document can run.
"""

import atexit
import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Event, RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.errors import MendableError

if TYPE_CHECKING:
    from reviewer_app.domain.text.recognised import RecognisedPage

POINTS_PER_INCH = 72
MOST_PIXELS = 40_000_000
MOST_PAGES = 2_000
_WRONG_PASSWORD = 4
_A4 = (595.0, 842.0)
_SHORTEST, _LONGEST = 10.0, 20_000.0
"""Points of a page's side: viewers agree on 3 to 14,400; what is beyond is shown as if it were not."""
_BYTES_PER_PIXEL = 4
_OPAQUE_WHITE = 0xFFFFFFFF
_UTF16 = 2
_LONGEST_END = 10.0
"""Seconds the end of the program waits for a page that is being painted."""

_lock = RLock()
_ended = Event()


@dataclass(frozen=True, slots=True)
class Picture:
    """A painted page: pixels as rows of `stride` bytes, blue, green, red and one that means nothing; on white."""

    width: int
    height: int
    stride: int
    data: bytes | bytearray


class PdfDocument:
    """An open document; every call takes the lock, so any thread may ask. Page indexes count from 0.

    Of a file that has more, or says so, the first 2,000 pages are its pages. `recognised` is what was read in the
    picture of pages and stands for their text where they have none; whoever opens the document may put it there.
    """

    def __init__(self, data: bytes, password: str | None = None) -> None:
        """Open a document from its bytes; raise MendableError where it needs a password or cannot be read."""
        self.recognised: Mapping[int, RecognisedPage] = {}
        self._data = data  # PDFium reads from these very bytes as long as the document is open
        secret = password.encode() if password else None
        self._handle: Any = None
        with _lock:
            if _ended.is_set():
                raise MendableError("pdf_closed")
            self._handle = _pdfium().FPDF_LoadMemDocument64(self._data, len(data), secret)
            if not self._handle:
                protected = _pdfium().FPDF_GetLastError() == _WRONG_PASSWORD
                raise MendableError("pdf_password" if protected else "pdf_broken")
            self.pages: int = min(max(0, _pdfium().FPDF_GetPageCount(self._handle)), MOST_PAGES)

    def __enter__(self) -> Self:
        """Hold the document open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page as shown, in points; A4 where a page does not say."""
        with _lock, _Page(self._open(), page) as handle:
            return _size(_pdfium(), handle)

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return the sizes of all pages without reading what is on them; A4 for one that is damaged or does not say.

        Raise MendableError (`pdf_broken`) where there is no page that could be shown.
        """
        raw, size = _pdfium(), _pdfium().FS_SIZEF()
        found: list[tuple[float, float]] = []
        damaged = 0
        with _lock:
            handle = self._open()
            for page in range(self.pages):
                if not raw.FPDF_GetPageSizeByIndexF(handle, page, size):
                    damaged += 1
                    found.append(_A4)
                    continue
                found.append(_or_a4(float(size.width), float(size.height)))
        if damaged == self.pages:
            raise MendableError("pdf_broken")
        return tuple(found)

    def render(self, page: int, scale: float) -> Picture:
        """Paint a page with its annotations on white; `scale` is pixels per point, less where it would be too large."""
        columns, rows = pixels(self.size(page), scale)
        stride = columns * _BYTES_PER_PIXEL
        painted = bytearray(stride * rows)
        self.paint(page, memoryview(painted), columns, rows, stride)
        return Picture(columns, rows, stride, painted)

    def paint(self, page: int, target: memoryview, columns: int, rows: int, stride: int) -> None:
        """Paint a page with its annotations on white straight into `rows` rows of `stride` bytes of somebody else's."""
        raw = _pdfium()
        memory = (ctypes.c_ubyte * (stride * rows)).from_buffer(target)
        with _lock, _Page(self._open(), page) as handle:
            bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_BGRx, memory, stride)
            _fill(raw, handle, bitmap, page, raw.FPDF_ANNOT)

    def grey(self, page: int, scale: float, *, annotated: bool = True) -> Picture:
        """Paint a page as `render` does, or without annotations, in grey: one byte a pixel, rows without a gap."""
        columns, rows = pixels(self.size(page), scale)
        raw = _pdfium()
        painted = bytearray(columns * rows)
        memory = (ctypes.c_ubyte * len(painted)).from_buffer(painted)
        with _lock, _Page(self._open(), page) as handle:
            bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_Gray, memory, columns)
            _fill(raw, handle, bitmap, page, raw.FPDF_ANNOT if annotated else 0)
        return Picture(columns, rows, columns, painted)

    def text(self, page: int) -> str:
        """Return the text of a page in reading order of the file, what was recognised where it has none, or nothing."""
        with _lock, _Page(self._open(), page) as handle:
            found = _text(_pdfium(), handle)
        recognised = self.recognised.get(page)
        return recognised.text if recognised is not None and not found.strip() else found

    @contextmanager
    def lent(self) -> Iterator[tuple[Any, Any]]:
        """Lend PDFium and the handle of the document to a reader of this package, under the lock."""
        with _lock:
            yield _pdfium(), self._open()

    @contextmanager
    def lent_page(self, page: int) -> Iterator[tuple[Any, Any]]:
        """Lend PDFium and the handle of a page, as `lent`; raise MendableError (`pdf_page_broken`) as all calls do."""
        with _lock, _Page(self._open(), page) as handle:
            yield _pdfium(), handle

    def close(self) -> None:
        """Close the document; closing twice does nothing."""
        with _lock:
            if self._handle and not _ended.is_set():
                _pdfium().FPDF_CloseDocument(self._handle)
                self._handle = None

    def _open(self) -> Any:  # noqa: ANN401  # a handle of PDFium
        if not self._handle or _ended.is_set():
            raise MendableError("pdf_closed")
        return self._handle


class _Page:
    """A loaded page, closed again at once; to be used under the lock."""

    def __init__(self, document: Any, page: int) -> None:  # noqa: ANN401  # a handle of PDFium
        self._document = document
        self._page = page
        self._handle: Any = None

    def __enter__(self) -> Any:  # noqa: ANN401  # a handle of PDFium
        self._handle = _pdfium().FPDF_LoadPage(self._document, self._page)
        if not self._handle:
            raise MendableError("pdf_page_broken", number=self._page + 1)
        return self._handle

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _pdfium().FPDF_ClosePage(self._handle)


def _fill(raw: Any, handle: Any, bitmap: Any, page: int, flags: int) -> None:  # noqa: ANN401  # the library comes without types
    """Paint a page over a whole bitmap, and let go of that."""
    if not bitmap:
        raise MendableError("pdf_page_broken", number=page + 1)
    try:
        columns, rows = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, _OPAQUE_WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, columns, rows, 0, flags)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _text(raw: Any, handle: Any) -> str:  # noqa: ANN401  # the library comes without types
    """Read the letters of a page at one blow, empty where it has none."""
    layer = raw.FPDFText_LoadPage(handle)
    if not layer:
        return ""
    try:
        count = raw.FPDFText_CountChars(layer)
        if count <= 0:
            return ""
        letters = ctypes.create_string_buffer((2 * count + 1) * _UTF16)
        target = ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort))
        written = raw.FPDFText_GetText(layer, 0, count, target)
    finally:
        raw.FPDFText_ClosePage(layer)
    return letters.raw[: max(0, written - 1) * _UTF16].decode("utf-16-le", errors="replace")


def pixels(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """Return columns and rows of a page of `size` points at pixels per point, less where it would be too large."""
    width, height = size
    fitting = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
    return max(1, round(width * fitting)), max(1, round(height * fitting))


def open_document(data: bytes, password: str | None = None) -> PdfDocument:
    """Open a PDF from its bytes; raise MendableError (`pdf_password`, `pdf_broken`) where that is not possible.

    Whoever looked at a locked one when it came in could not look inside; with its password a child does so first.
    """
    if password:
        from reviewer_app.exchange.annex.probe import probe_locked

        if AnnexState.BROKEN in probe_locked(data, password).states:
            raise MendableError("pdf_broken")
    return PdfDocument(data, password)


def _size(pdfium: Any, page: Any) -> tuple[float, float]:  # noqa: ANN401  # the library comes without types
    return _or_a4(float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page)))


def _or_a4(width: float, height: float) -> tuple[float, float]:
    if not (width > 0 and height > 0):
        return _A4
    return min(max(width, _SHORTEST), _LONGEST), min(max(height, _SHORTEST), _LONGEST)


@cache
def _pdfium() -> Any:  # noqa: ANN401  # the library comes without types
    """Give PDFium, loaded when a document is first opened: it costs a part of the start."""
    import pypdfium2.raw

    atexit.register(_rest)
    return pypdfium2.raw


def _rest() -> None:
    """Wait for what is being done and let nothing begin any more: the library is taken down next, as the program ends.

    Registered after the library's own end, so that it comes before; whoever asks from now on hears `pdf_closed`.
    """
    waited = _lock.acquire(timeout=_LONGEST_END)
    _ended.set()
    if waited:
        _lock.release()
