"""A paper of 300 and one of 2,000 pages in the window: first page, turning, scrolling, many marks, memory."""

import io
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
from PySide6.QtCore import QObject, Qt, QTimer

from reviewer_app.exchange.annex.pdf import POINTS_PER_INCH
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.marks.page_marks import PageMark
from reviewer_app.ui.pdf.document import OpenedDocument, RenderedPage
from reviewer_app.ui.pdf.renderer import renderer
from tests.bench import bare_window, children
from tests.bench.annexes import full_pages
from tests.bench.material import CASE
from tests.bench.moves import Moves

SCALE = 150 / POINTS_PER_INCH
ROUNDS, TURNS, MARKS, SPREAD, MANY = 9, 60, 1_000, 200, 2_000
SCROLL_SECONDS = 30.0
_STEP = 16
_SHARE = 0.95


class Papers(QObject):
    """The document area of the reading page with papers that the round does not hold."""

    def __init__(self, moves: Moves) -> None:
        """Hold the page of an application that is open."""
        super().__init__()
        self.area = moves.page.annex
        self.pages = self.area.pages
        self._opened: list[OpenedDocument] = []
        self._rendered: dict[tuple[int, float], float] = {}
        renderer().document_opened.connect(self._on_document_opened)
        renderer().page_rendered.connect(self._on_page_rendered, Qt.ConnectionType.DirectConnection)

    def open(self, data: bytes) -> None:
        """Open a paper until its first page is painted."""
        self._opened.clear()
        renderer().open(data)
        children.wait(lambda: bool(self._opened))
        self.pages.show_document(self._opened[0], "A03")
        self.area.show_pages()
        self.settle()

    def spent(self, work: Callable[[], object], page: int) -> float:
        """Return CPU seconds until a page (from 0) is sharp and painted: this thread's, and the renderer's up to there.

        The renderer goes on with the pages beside it, which nobody waits for; its thread is new after a rest.
        """
        self.rest()
        self._rendered.clear()
        start = time.thread_time()
        work()
        mine, sharp = time.thread_time() - start, (page, self.pages.scale)
        while sharp not in self._rendered:
            time.sleep(0.001)  # the picture is here before the renderer gets to say so
        return mine + self._rendered[sharp]

    def settle(self) -> None:
        """Wait until what is in sight is sharp and painted."""
        children.wait(lambda: self.pages.is_sharp)
        children.drain()

    def rest(self) -> None:
        """Let what is prepared ahead come in."""
        until = time.monotonic() + 0.1
        while time.monotonic() < until or renderer()._busy:
            children.drain()
            time.sleep(0.002)

    def at_150_dpi(self) -> None:
        """Show pages at 150 dots per inch, whatever the screen."""
        self.pages.show_zoom(SCALE / self.pages._unit())
        self.settle()

    def _on_page_rendered(self, rendered: RenderedPage) -> None:
        """Remember what the renderer's thread, in which this is called, has spent since it began."""
        self._rendered[rendered.page, rendered.scale] = time.thread_time()

    def _on_document_opened(self, _ticket: int, opened: OpenedDocument) -> None:
        self._opened.append(opened)


def first_page(papers: Papers, file: Path) -> children.Figures:
    """Open the paper of 300 pages until its first page is painted; the floor is PDFium opening it and painting one."""
    data = file.read_bytes()

    def bare() -> object:
        return bare_window.page_of(file, 0, papers.pages.scale)

    def ours() -> None:
        papers.open(data)

    ours()
    bare()
    pairs = [(papers.spent(ours, 0), children.spent(bare)) for _ in range(ROUNDS)]
    return {"first": statistics.median(a for a, _ in pairs), "first_floor": statistics.median(b for _, b in pairs)}


def turning(papers: Papers, file: Path) -> children.Figures:
    """Turn to pages nobody has prepared, at 150 dpi."""
    import pypdfium2

    papers.at_150_dpi()
    numbers = itertools.cycle(range(5, papers.pages.count, 4))
    ours, floor = [], []
    document = pypdfium2.PdfDocument(file)
    for _ in range(TURNS):
        number = next(numbers)

        def turn() -> None:
            papers.pages.go_to(number)  # noqa: B023  # called at once
            papers.settle()

        ours.append(papers.spent(turn, number - 1))
        papers.rest()
        floor.append(children.spent(lambda: bare_window.painted(document, number - 1, SCALE)))  # noqa: B023  # as above
    document.close()
    return {"turn": _high(ours), "turn_floor": _high(floor)}


def scrolling(papers: Papers) -> children.Figures:
    """Scroll all pages by and see for how long one in sight stays without any picture."""
    pages = papers.pages
    bar = pages.verticalScrollBar()
    bar.setValue(0)
    papers.settle()
    since: dict[int, float] = {}
    longest, slowest, last = 0.0, 0.0, time.monotonic()
    start = last
    clock = QTimer()
    clock.start(_STEP)
    while (now := time.monotonic()) - start < SCROLL_SECONDS:
        bar.setValue(round(bar.maximum() * (now - start) / SCROLL_SECONDS))
        children.drain()
        now = time.monotonic()
        slowest, last = max(slowest, now - last), now
        empty = [page for page in pages.visible_pages if pages.pictures.picture(page, pages.scale) is None]
        since = {page: since.get(page, now) for page in empty}
        longest = max(longest, *(now - began for began in since.values()), 0.0)
        time.sleep(0.004)
    return {"empty": longest, "slowest": slowest}


def marked(papers: Papers) -> children.Figures:
    """Paint pages with a thousand marks in the paper, and without any."""
    pages, reader = papers.pages, papers.area.reader
    numbers = [*range(1, SPREAD, 25)]
    layers: dict[int, TextLayer] = {}

    def read() -> Iterator[int]:
        for number in range(SPREAD):
            layer = reader.texts.layer(number)
            if layer is not None:
                layers[number] = layer
            else:
                yield number

    children.wait(lambda: not list(read()))
    marks = tuple(_mark(place, layers[place % SPREAD]) for place in range(MARKS))

    def paint() -> None:
        for number in numbers:
            pages.go_to(number)
            children.drain()
            for _ in range(5):
                pages.viewport().repaint()

    reader.show_marks(())
    pages.go_to(1)
    for number in numbers:
        pages.go_to(number)
        papers.settle()
        papers.rest()
    plain, with_marks = [], []
    for turn in range(ROUNDS + 1):
        reader.show_marks(())
        without = children.spent(paint)
        reader.show_marks(marks)
        within = children.spent(paint)
        if turn:
            plain.append(without)
            with_marks.append(within)
    reader.show_marks(())
    return {"marks": statistics.median(with_marks), "marks_floor": statistics.median(plain)}


def _mark(place: int, layer: TextLayer) -> PageMark:
    start = 60 * (place // SPREAD)
    return PageMark(
        f"{place:04}",
        place % SPREAD,
        layer.quads(start, start + 50),
        tag=("B3", "A1", "")[place % 3],
        is_open=place % 3 == 0,
    )


def memory(papers: Papers, data: bytes) -> children.Figures:
    """Open the paper of 2,000 pages and go through it, reading here and there."""
    papers.open(_many_pages(data))
    pages = papers.pages
    for number in range(1, pages.count, 9):
        pages.go_to(number)
        papers.area.reader.texts.want(number - 1)
        papers.settle()
    papers.rest()
    return {"memory": children.memory()}


def _many_pages(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as one, pikepdf.new() as many:
        while len(many.pages) < MANY:
            many.pages.extend(one.pages)
        del many.pages[MANY:]
        many.save(out)
    return out.getvalue()


def _high(figures: list[float]) -> float:
    return sorted(figures)[int(len(figures) * _SHARE)]


def main() -> None:
    """Measure and print; arguments: any demo round, a file to write a paper to, `memory` for that figure alone."""
    app = children.application()
    moves = Moves(children.open_desk(app, Path(sys.argv[1])))
    moves.open(CASE)
    moves.settled()
    file = Path(sys.argv[2])
    file.write_bytes(data := full_pages())
    papers = Papers(moves)
    papers.open(data)
    if sys.argv[3:] == ["memory"]:
        figures = memory(papers, data)
    else:
        figures = first_page(papers, file) | scrolling(papers) | marked(papers) | turning(papers, file)
    children.close_desk(moves.desk)
    children.answer(figures)


if __name__ == "__main__":
    main()
