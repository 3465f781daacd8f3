"""The side list of a paper: small pictures asked for when in sight, the outline as a tree, jumps from both."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.page_marks import PageMark
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf import page_pictures
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes.sidebar import OUTLINE, PAGES, SidebarArea
from reviewer_app.ui.reading.annexes.thumbnails import ThumbnailModel
from tests.factories import guided
from tests.factories.worked_case import pdf
from tests.ui.pdf.test_page_view import Seen
from tests.ui.test_accessible_tree import faults

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Body(SidebarArea):
    """A paper with its side list, and how often it was left for another place."""

    def __init__(self, theme: Theme, data: bytes, qtbot: QtBot) -> None:
        self.view = PageView(theme)
        self.reader = PdfViewer(theme, self.view)
        super().__init__(theme, self.view, self.reader)
        qtbot.addWidget(self)
        self.jumps: list[int] = []
        self.jumping.connect(lambda: self.jumps.append(self.view.page))
        self.resize(900, 600)
        self.show_pages(shown=True)
        self.show()
        seen = Seen(renderer())
        renderer().open(data)
        qtbot.waitUntil(lambda: bool(seen.documents))
        seen.deleteLater()
        with qtbot.waitSignal(self.guide_came):
            self.view.show_document(seen.documents[0], "A07")


@pytest.fixture
def body(theme: Theme, qtbot: QtBot) -> Body:
    return Body(theme, guided.paper(), qtbot)


def rows(body: Body, parent: QModelIndex | None = None) -> list[object]:
    """Return the outline as nested lists of what is spoken."""
    model, root = body.side.outline.model(), parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(root)):
        index = model.index(row, 0, root)
        below = rows(body, index)
        found.append([model.data(index, SPOKEN), *below] if below else model.data(index, SPOKEN))
    return found


def test_pages_and_headings_are_called_as_the_paper_calls_them(body: Body) -> None:
    pages = body.side.pages.pages
    assert [pages.index(row).data() for row in range(6)] == ["i (1)", "ii (2)", "1 (3)", "2 (4)", "3 (5)", "A-1 (6)"]
    assert body.view.accessibleName() == "A07, Seite i (1) von 6"
    assert rows(body) == [
        ["Einleitung, Seite i (1)", "Anlass, Seite 1 (3)"],
        "Ohne Ziel, führt zu keiner Seite",
        "Ohne Titel, Seite A-1 (6)",
    ]


def test_a_heading_leads_to_its_height_by_the_keyboard(body: Body, qtbot: QtBot) -> None:
    body.toggle(OUTLINE)
    tree = body.side.outline
    assert tree.hasFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(tree, key)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: body.view.place == (3, pytest.approx(0.5, abs=0.02)))
    assert body.jumps == [1]
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert body.jumps == [1]
    QTest.keyClick(tree, Qt.Key.Key_Escape)
    assert body.view.hasFocus()
    assert body.is_open


def test_arrows_walk_through_the_pages_and_enter_goes_there(body: Body) -> None:
    body.toggle(PAGES)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(body.side.pages, key)
    assert (body.view.page, body.jumps) == (1, [])
    QTest.keyClick(body.side.pages, Qt.Key.Key_Return)
    assert (body.view.page, body.jumps) == (3, [1])


@pytest.mark.parametrize("tab", [PAGES, OUTLINE])
def test_nothing_in_the_list_is_silent(body: Body, tab: str) -> None:
    body.toggle(tab)
    assert faults(body.side) == set()


def test_the_list_follows_the_page_that_is_read(body: Body) -> None:
    body.toggle(PAGES)
    body.view.setFocus()
    body.view.go_to(6)
    assert body.side.pages.currentIndex().row() == 5
    assert body.side.outline.currentIndex().data() == "Ohne Titel"


def test_marks_show_on_their_pages(body: Body) -> None:
    body.reader.show_marks((PageMark("m1", 2, tag="C1"), PageMark("m2", 2, tag="B3", is_open=True)))
    index = body.side.pages.pages.index(2)
    assert index.data(ThumbnailModel.TAGS) == (("B3", True), ("C1", False))
    assert index.data(SPOKEN) == "Seite 1 (3), Fundstellen: B3, C1"


def test_only_pages_in_sight_are_painted_small(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "RESTED", 60_000)
    body = Body(theme, pdf(60, "A07"), qtbot)
    body.toggle(PAGES)
    qtbot.waitUntil(lambda: body.side.pages._pictures.small(2) is not None)
    QApplication.processEvents()
    assert body.side.pages._pictures.small(30) is None
    body.side.pages.scrollToBottom()
    qtbot.waitUntil(lambda: body.side.pages._pictures.small(59) is not None)


def test_a_paper_without_an_outline_says_so(theme: Theme, qtbot: QtBot) -> None:
    body = Body(theme, pdf(3, "A07"), qtbot)
    body.toggle(OUTLINE)
    assert body.side._nothing.text() == "Diese Unterlage hat keine Gliederung."
    assert body.side._nothing.isVisible()
    assert body.side.isAncestorOf(body.focusWidget() or body)


def test_where_there_is_no_room_the_list_lies_over_the_page_and_goes_after_a_choice(body: Body) -> None:
    width = body.view.width()
    body.toggle(PAGES)
    assert body.view.width() < width
    body.resize(500, 600)
    assert (body.is_over, body.is_open, body.view.width()) == (True, False, 500)
    body.toggle(PAGES)
    assert (body.is_open, body.view.width()) == (True, 500)
    QTest.keyClick(body.side.pages, Qt.Key.Key_Down)
    QTest.keyClick(body.side.pages, Qt.Key.Key_Return)
    assert (body.view.page, body.is_open, body.view.hasFocus()) == (2, False, True)
    body.toggle(PAGES)
    QTest.keyClick(body.side.pages, Qt.Key.Key_Escape)
    states = [(body.is_open, body.view.hasFocus())]
    body.resize(900, 600)
    states.append((body.is_open, body.view.hasFocus()))
    assert states == [(False, True), (True, True)]


def test_the_list_is_opened_and_closed_by_the_same_command_and_hides_with_the_pages(body: Body) -> None:
    told: list[str] = []
    body.side_changed.connect(told.append)
    body.toggle()
    body.toggle(OUTLINE)
    body.toggle(OUTLINE)
    assert told == [PAGES, OUTLINE, ""]
    assert body.view.hasFocus()
    body.toggle()
    body.show_pages(shown=False)
    assert not body.is_open
    body.show_pages(shown=True)
    assert body.is_open
