"""Pages of a PDF: laid out, rendered apart, kept by bytes, found again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.pdf.page_cache import PageCache
from reviewer_app.ui.pdf.page_layout import lay_out
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.rendering import OpenedDocument, OpenFailure, Rendering, rendering
from reviewer_app.ui.settings import Scheme
from reviewer_app.ui.theme import Theme
from tests.factories.worked_case import pdf


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
    assert list(lay_out([], 1.0, 100, 10).between(0, 50)) == []


@pytest.fixture
def opened(qtbot: QtBot) -> OpenedDocument:
    found: list[OpenedDocument] = []

    def take(_ticket: int, document: OpenedDocument) -> None:
        found.append(document)

    rendering().document_opened.connect(take)
    rendering().open(pdf(5, "A07"))
    qtbot.waitUntil(lambda: bool(found))
    rendering().document_opened.disconnect(take)
    return found[0]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PageView:
    made = PageView(theme)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_the_frame_of_a_page_shows_at_once_and_its_picture_follows(
    view: PageView, opened: OpenedDocument, qtbot: QtBot, theme: Theme
) -> None:
    view.show_document(opened, "A07")
    assert view.grab().toImage().pixelColor(350, 60) == theme.color("paper")
    with qtbot.waitSignal(rendering().page_rendered):
        pass
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


def test_a_point_is_found_on_its_page(view: PageView, opened: OpenedDocument) -> None:
    view.show_document(opened, "A07")
    inside = view.point_in_page(QPoint(350, 100))
    assert inside is not None
    assert inside[0] == 1
    assert view.point_in_page(QPoint(2, 100)) is None
    view.clear()


def test_dark_paper_is_dimmed(view: PageView, opened: OpenedDocument, theme: Theme, qtbot: QtBot) -> None:
    theme.choose(scheme=Scheme.DARK)
    view.show_document(opened, "A07")
    with qtbot.waitSignal(rendering().page_rendered):
        pass
    assert view.grab().toImage().pixelColor(350, 60) == theme.color("paper")
    view.clear()


@pytest.mark.parametrize("data", [b"", b"nothing", pdf(1, "x")[:200]])
def test_what_cannot_be_opened_is_said(qtbot: QtBot, data: bytes) -> None:
    failures: list[OpenFailure] = []
    renderer = Rendering()
    renderer.open_failed.connect(failures.append)
    ticket = renderer.open(data)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].ticket == ticket
    assert failures[0].error.code == "pdf_broken"


def test_pages_wanted_no_more_are_not_rendered(opened: OpenedDocument, qtbot: QtBot) -> None:
    seen: list[int] = []
    renderer = rendering()

    def take(rendered: object) -> None:
        seen.append(rendered.page)  # type: ignore[attr-defined] # reason: a RenderedPage

    renderer.page_rendered.connect(take)
    renderer.want(opened, range(5), 0.2)
    renderer.want(opened, [4], 0.2)
    qtbot.waitUntil(lambda: 4 in seen)
    renderer.page_rendered.disconnect(take)
    assert len(seen) < 5
    renderer.release(opened)
