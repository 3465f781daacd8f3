"""Pages of a PDF: laid out, rendered apart, kept by bytes, found again."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast, override

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.errors import MendableError
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.pdf import page_pictures
from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure, RenderedPage
from reviewer_app.ui.pdf.page_pictures import PageCache
from reviewer_app.ui.pdf.page_view import PageView, lay_out
from reviewer_app.ui.pdf.renderer import SMALL_SCALE, Renderer, renderer
from tests.factories.worked_case import pdf

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.pdf import PdfDocument


def picture(side: int) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


def test_the_cache_forgets_the_oldest_and_never_the_newest() -> None:
    cache = PageCache(limit=2 * picture(10).sizeInBytes())
    for page in range(3):
        cache.put((1, page, 1.0), picture(10))
        cache.get((1, 1, 1.0))
    assert [cache.get((1, page, 1.0)) is None for page in range(3)] == [True, False, False]
    cache.put((1, 9, 1.0), picture(100))
    assert cache.size == picture(100).sizeInBytes()
    kept, gone = cache.near(1, 9), cache.near(1, 0)
    assert (kept is None, gone is None) == (False, True)
    cache.clear()
    assert cache.near(1, 9) is None


def test_pages_lie_under_each_other_with_gaps() -> None:
    layout = lay_out([(100, 200), (200, 100)], 2.0, 500, 10)
    assert list(layout.tops) == [10, 420]
    assert layout.height == 10 + 400 + 10 + 200 + 10
    assert [layout.page_at(y) for y in (0, 10, 419, 420, 9_999)] == [0, 0, 0, 1, 1]
    assert list(layout.between(0, 430)) == [0, 1]
    assert list(layout.between(0, 420)) == [0]
    assert list(layout.between(410, 800)) == [1]
    assert [list(layout.between(*gap)) for gap in ((412, 418), (625, 630))] == [[0], [1]]
    assert [layout.most_in_sight(*sight) for sight in ((0, 430), (400, 600), (0, 900))] == [[0, 1], [1, 0], [0, 1]]
    assert list(lay_out([], 1.0, 100, 10).between(0, 50)) == []


class Seen(QObject):
    """Takes what the renderer says. A QObject, because a late answer to anything else may reach what is gone."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.documents: list[OpenedDocument] = []
        self.pages: list[int] = []
        self.scales: list[float] = []
        self.failures: list[OpenFailure] = []
        renderer.document_opened.connect(self._on_document_opened)
        renderer.page_rendered.connect(self._on_page_rendered)
        renderer.open_failed.connect(self._on_open_failed)

    def _on_document_opened(self, _ticket: int, document: OpenedDocument) -> None:
        self.documents.append(document)

    def _on_page_rendered(self, rendered: RenderedPage) -> None:
        self.pages.append(rendered.page)
        self.scales.append(rendered.scale)

    def _on_open_failed(self, failure: OpenFailure) -> None:
        self.failures.append(failure)


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    del qapp
    made = Seen(renderer())
    yield made
    made.deleteLater()


@pytest.fixture
def opened(seen: Seen, qtbot: QtBot) -> OpenedDocument:
    renderer().open(pdf(5, "A07"))
    qtbot.waitUntil(lambda: bool(seen.documents))
    return seen.documents[0]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PageView:
    made = PageView(theme)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_the_frame_of_a_page_shows_at_once_and_its_picture_follows(
    view: PageView, opened: OpenedDocument, seen: Seen, qtbot: QtBot, theme: Theme
) -> None:
    view.show_document(opened, "A07")
    assert view.grab().toImage().pixelColor(350, 60) == theme.color("paper")
    qtbot.waitUntil(lambda: bool(seen.pages))
    image = view.grab().toImage()
    dark = [image.pixelColor(x, y).lightness() < 128 for x in range(60, 400, 3) for y in range(40, 200, 3)]
    assert any(dark)
    view.clear()


def test_pages_are_counted_and_reached(view: PageView, opened: OpenedDocument) -> None:
    reached: list[tuple[int, int]] = []
    view.page_reached.connect(lambda page, count: reached.append((page, count)))
    view.show_document(opened, "A07")
    assert (view.page, view.count) == (1, 5)
    view.step_page(1)
    assert view.page == 2
    view.go_to(5)
    assert reached[-1] == (5, 5)
    assert view.accessibleName() == "A07, Seite 5 von 5"
    view.clear()
    assert (view.page, view.count) == (0, 0)


def test_keys_scroll_and_zoom_keeps_the_place(view: PageView, opened: OpenedDocument) -> None:
    words: list[str] = []
    view.zoom_changed.connect(words.append)
    view.show_document(opened, "A07")
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 0
    view.go_to(3)
    view.zoom(1)
    assert view.page == 3
    assert words[-1].endswith("%")
    view.zoom(0)
    assert words[-1] == "Breite"
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 5
    view.clear()


def test_dark_paper_is_dimmed(view: PageView, opened: OpenedDocument, seen: Seen, theme: Theme, qtbot: QtBot) -> None:
    theme.choose(scheme=Scheme.DARK)
    view.show_document(opened, "A07")
    qtbot.waitUntil(lambda: bool(seen.pages))
    assert view.grab().toImage().pixelColor(350, 60) == theme.color("paper")
    view.clear()


@pytest.mark.parametrize("data", [b"", b"nothing", pdf(1, "x")[:200]])
def test_what_cannot_be_opened_is_said(seen: Seen, qtbot: QtBot, data: bytes) -> None:
    ticket = renderer().open(data)
    qtbot.waitUntil(lambda: bool(seen.failures))
    assert seen.failures[0].ticket == ticket
    assert seen.failures[0].error.code == "pdf_broken"


class Slow:
    """A document whose pages wait until they may be rendered."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def sizes(self) -> tuple[tuple[float, float], ...]:
        return ((595.0, 842.0),) * 5

    def paint(self, _page: int, _target: memoryview, _columns: int, _rows: int, _stride: int) -> None:
        self.gate.wait(5)

    def close(self) -> None:
        self.gate.set()


def test_pages_wanted_no_more_are_not_rendered(qapp: QApplication, qtbot: QtBot) -> None:
    slow = Slow()
    renderer = Renderer(qapp, lambda _data, _password: cast("PdfDocument", slow))
    seen = Seen(renderer)
    renderer.open(b"")
    qtbot.waitUntil(lambda: bool(seen.documents))
    renderer.want(seen.documents[0], range(5), 0.2)
    renderer.want(seen.documents[0], [4], 0.2)
    slow.gate.set()
    qtbot.waitUntil(lambda: 4 in seen.pages)
    assert seen.pages in ([0, 4], [4])
    renderer.release(seen.documents[0])
    renderer.deleteLater()


class Harsh(Slow):
    """A document that notes what is done with it, and whose second page cannot be painted."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    @override
    def paint(self, page: int, target: memoryview, columns: int, rows: int, stride: int) -> None:
        self.done.append("begun")
        super().paint(page, target, columns, rows, stride)
        self.done.append("painted")
        if page == 1:
            raise MendableError("pdf_page_broken", number=2)

    @override
    def close(self) -> None:
        self.done.append("closed")


def shown(document: Harsh, view: PageView, number: int = 900_000) -> OpenedDocument:
    opened = OpenedDocument(number, document.sizes(), cast("PdfDocument", document))
    view.show_document(opened, "A07")
    return opened


def test_a_paper_closed_while_it_is_painted_is_closed_after_that_and_shows_nothing(
    view: PageView, qtbot: QtBot
) -> None:
    slow = Harsh()
    shown(slow, view)
    qtbot.waitUntil(lambda: slow.done == ["begun"])
    view.clear()
    assert slow.done == ["begun"]
    slow.gate.set()
    qtbot.waitUntil(lambda: "closed" in slow.done)
    assert slow.done == ["begun", "painted", "closed"]
    assert view.pictures.picture(0, view.scale) is None


def test_a_page_that_cannot_be_painted_says_so_and_the_others_are_read(
    view: PageView, seen: Seen, qtbot: QtBot
) -> None:
    harsh = Harsh()
    harsh.gate.set()
    shown(harsh, view)
    qtbot.waitUntil(lambda: view.pictures.is_broken(1) and view.pictures.picture(0, view.scale) is not None)
    view.go_to(2)
    view.grab()
    qtbot.waitUntil(lambda: view.pictures.picture(2, view.scale) is not None)
    assert seen.failures == []
    view.clear()


def test_a_page_never_seen_is_shown_small_first_and_then_sharp(view: PageView, seen: Seen, qtbot: QtBot) -> None:
    document = Harsh()
    document.gate.set()
    shown(document, view)
    qtbot.waitUntil(lambda: view.is_sharp)
    assert (seen.scales[0], seen.scales[-1]) == (SMALL_SCALE, view.scale)
    view.clear()


def test_where_pages_are_quick_the_next_one_is_sharp_at_once(
    view: PageView, opened: OpenedDocument, seen: Seen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "_QUICK", 60.0)  # on a machine under load the first page may take its time
    view.pictures._rested.setInterval(60_000)
    view.show_document(opened, "A07")
    qtbot.waitUntil(lambda: view.is_sharp)
    view.go_to(4)
    qtbot.waitUntil(lambda: view.is_sharp and 3 in seen.pages)  # who is told first is not said
    assert {scale for page, scale in zip(seen.pages, seen.scales, strict=True) if page == 3} == {view.scale}
    view.clear()


def test_when_reading_rests_the_pages_around_are_made_small(
    view: PageView, opened: OpenedDocument, qtbot: QtBot
) -> None:
    view.pictures._rested.setInterval(1)
    view.show_document(opened, "A07")
    qtbot.waitUntil(lambda: all(view.pictures.small(page) is not None for page in range(5)))
    assert not view.pictures.is_sharp([4], view.scale)
    view.clear()


def test_at_the_end_what_has_begun_is_waited_for_and_the_rest_dropped(qapp: QApplication, qtbot: QtBot) -> None:
    slow = Harsh()
    renderer = Renderer(qapp, lambda _data, _password: cast("PdfDocument", slow))
    seen = Seen(renderer)
    renderer.open(b"")
    qtbot.waitUntil(lambda: bool(seen.documents))
    renderer.want(seen.documents[0], range(5), 0.2)
    qtbot.waitUntil(lambda: slow.done == ["begun"])
    threading.Timer(0.05, slow.gate.set).start()
    renderer.stop()
    assert slow.done == ["begun", "painted"]
    renderer.deleteLater()
