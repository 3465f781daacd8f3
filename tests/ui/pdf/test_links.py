"""Links under the hand: inside a paper followed at once, out of it only after asking, everything else never."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.exchange.annex.destinations import AnnexLink, Destination, Refusal
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes import links
from reviewer_app.ui.reading.annexes.annex_view import AnnexView
from reviewer_app.ui.reading.annexes.dialogs import LinkDialog
from reviewer_app.ui.reading.annexes.links import LinkList, LinkPresenter
from reviewer_app.ui.shell.context import Context
from tests.factories import guided
from tests.ui.pdf.test_page_view import Seen
from tests.ui.test_accessible_tree import faults

type Asked = tuple[tuple[str, str], str, bool]


class Reading:
    """A paper with links, what was asked about them and what was handed to the system."""

    def __init__(self, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.view = AnnexView(context.theme)
        qtbot.addWidget(self.view)
        self.links = LinkPresenter(context, self.view, self.view)
        self.view.resize(700, 500)
        self.view.show()
        seen = Seen(renderer())
        renderer().open(guided.paper())
        qtbot.waitUntil(lambda: bool(seen.documents))
        seen.deleteLater()
        self.view.pages.show_document(seen.documents[0], "A07")
        self.view.show_pages()
        self.asked: list[Asked] = []
        self.opened: list[str] = []
        self.answer = True
        monkeypatch.setattr(LinkDialog, "ask", self._ask)
        monkeypatch.setattr(links, "open_address", self._open)
        qtbot.waitUntil(lambda: self.links.linking.at(self.place(0).toPointF()) is not None)

    def _open(self, address: str) -> bool:
        self.opened.append(address)
        return True

    def _ask(self, _theme: object, _parent: object, words: tuple[str, str], address: str, *, may_open: bool) -> bool:
        self.asked.append((words, address, may_open))
        return self.answer and may_open

    def place(self, number: int) -> QPoint:
        """Return the middle of a link of the first page in the viewport."""
        layer = self.view.reader.texts.layer(0)
        if layer is None:
            return QPoint()
        left, upper, right, lower = layer.frame.box_to_view(guided.box(number), self.view.pages.shown_scale)
        corner = self.view.pages.box_of(0).topLeft().toPoint()
        return corner + QPoint(round((left + right) / 2), round((upper + lower) / 2))

    def click(self, number: int) -> None:
        QTest.mouseClick(self.view.pages.viewport(), Qt.MouseButton.LeftButton, pos=self.place(number))


@pytest.fixture
def reading(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Reading:
    return Reading(context, qtbot, monkeypatch)


def test_the_hand_shows_that_a_link_can_be_followed(reading: Reading) -> None:
    port = reading.view.pages.viewport()
    QTest.mouseMove(port, reading.place(0))
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(port, reading.place(0) + QPoint(0, 260))
    assert port.cursor().shape() != Qt.CursorShape.PointingHandCursor


def test_a_link_inside_the_paper_is_followed_to_its_height(reading: Reading, qtbot: QtBot) -> None:
    left: list[int] = []
    reading.view.body.jumping.connect(lambda: left.append(reading.view.pages.page))
    reading.click(0)
    qtbot.waitUntil(lambda: reading.view.pages.place == (4, pytest.approx(0.5, abs=0.02)))
    assert (left, reading.asked) == ([1], [])
    assert reading.view.pages.hasFocus()


@pytest.mark.parametrize("answer", [True, False])
def test_an_address_is_opened_only_when_one_agrees(reading: Reading, answer: bool) -> None:
    reading.answer = answer
    reading.click(1)
    ((words, address, may_open),) = reading.asked
    assert (words[0], address, may_open) == (
        "Adresse öffnen?",
        "https://example.org/bericht?jahr=2026",
        True,
    )
    assert "example.org" in words[1]
    assert reading.opened == (["https://example.org/bericht?jahr=2026"] if answer else [])


@pytest.mark.parametrize(
    ("number", "address", "reason"),
    [(2, "file:///etc/passwd", "nur Adressen mit http"), (3, "", "ein Programm"), (4, "", "etwas ausführen")],
)
def test_everything_else_is_refused_and_said(reading: Reading, number: int, address: str, reason: str) -> None:
    reading.click(number)
    ((words, shown, may_open),) = reading.asked
    assert (words[0], shown, may_open) == ("Dieser Link wird nicht geöffnet", address, False)
    assert reason in words[1]
    assert reading.opened == []


def test_dragging_over_a_link_selects_and_follows_nothing(reading: Reading) -> None:
    port, place = reading.view.pages.viewport(), reading.place(1)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(port, place + QPoint(40, 60))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 60))
    assert (reading.asked, reading.view.pages.page) == ([], 1)


def test_links_are_reached_from_the_keyboard(reading: Reading, qtbot: QtBot) -> None:
    reading.links.open_list()
    qtbot.waitUntil(lambda: reading.view.findChild(LinkList) is not None)
    inside = reading.view.findChild(LinkList)
    assert isinstance(inside, LinkList)
    lines = [inside.list.item(row).text() for row in range(inside.list.count())]
    assert lines[0].endswith("Seite 2 (4)")
    assert lines[2].endswith("file:///etc/passwd · wird nicht geöffnet")
    assert len(lines) == len(guided.LINKS)
    assert inside.list.hasFocus()
    assert faults(inside) == set()
    QTest.keyClick(inside.list, Qt.Key.Key_Down)
    QTest.keyClick(inside.list, Qt.Key.Key_Return)
    assert [address for _, address, _ in reading.asked] == ["https://example.org/bericht?jahr=2026"]


def test_the_dialog_shows_the_whole_address_and_begins_on_the_way_back(context: Context, qtbot: QtBot) -> None:
    address = "https://example.org/" + "sehr/lang/" * 40
    parent = AnnexView(context.theme)
    qtbot.addWidget(parent)
    dialog = LinkDialog(context.theme, parent, ("Adresse öffnen?", "Wohin"), address, may_open=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.address.toPlainText() == address
    assert dialog.reject_button.hasFocus() or dialog.focusWidget() is dialog.reject_button
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert dialog.result() == 0
    refused = LinkDialog(context.theme, parent, ("Dieser Link wird nicht geöffnet", "Warum"), "", may_open=False)
    qtbot.addWidget(refused)
    refused.show()
    assert not refused.accept_button.isVisible()


def test_a_reason_is_told_for_every_refusal(reading: Reading) -> None:
    for refusal in Refusal:
        reading.links.follow(AnnexLink((0, 0, 1, 1), refusal=refusal))
    assert len({words[1] for words, _, _ in reading.asked}) == len(Refusal)
    reading.links.follow(AnnexLink((0, 0, 1, 1), Destination(5)))
    assert reading.view.pages.page == 6
