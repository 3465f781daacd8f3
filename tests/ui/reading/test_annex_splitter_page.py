"""Two annexes side by side: the same reader twice, evidence from the one worked in, found again later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
from reviewer_app.ui.reading.annexes.annex_view import AnnexView
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Two:
    """A person with A07 in the first half and A03 in the second."""

    def __init__(self, user: DeskUser, qtbot: QtBot) -> None:
        self.user, self.qtbot = user, qtbot
        self.page, self.presenter = page_of(user), presenter_of(user)
        self.splitter = self.page.annexes
        self.first = self.splitter.first

    def open(self, second: str = "A03") -> AnnexView:
        self.presenter.annexes.first.open("A07")
        self.shown(self.first, "A07")
        self.user.press(Qt.Key.Key_D, CONTROL | SHIFT)
        popover = self.user.window.findChild(Popover)
        assert isinstance(popover, Popover)
        self.user.type(second.removeprefix("A"))
        self.user.press(Qt.Key.Key_Return)
        assert self.splitter.second is not None
        self.shown(self.splitter.second, second)
        self.qtbot.waitUntil(lambda: self.user.focus is self.splitter.make_second().pages)
        return self.splitter.second

    def shown(self, area: AnnexView, key: str) -> None:
        self.qtbot.waitUntil(lambda: area.shows_pages and area.pages.accessibleName().startswith(key))

    @property
    def second(self) -> AnnexPresenter:
        found = self.presenter.annexes.second
        assert found is not None
        return found


@pytest.fixture
def two(open_case: OpenCase, qtbot: QtBot) -> Two:
    return Two(open_case(), qtbot)


def test_a_second_paper_is_chosen_beside_the_first_and_each_keeps_its_own_place(two: Two) -> None:
    second = two.open()
    assert (two.presenter.annexes.first.current, two.second.current) == ("A07", "A03")
    assert two.splitter.is_split
    assert abs(two.first.width() - second.width()) <= 2
    two.user.press(Qt.Key.Key_End)
    two.user.press(Qt.Key.Key_Plus, CONTROL)
    assert (two.first.pages.page, second.pages.page) == (1, second.pages.count)
    assert (two.first.pages.zoom_words, second.pages.zoom_words != "Breite") == ("Breite", True)
    assert two.user.desk.window.actions_table["show_beside"].isChecked()


def test_f6_walks_through_both_papers_and_the_answer(two: Two) -> None:
    second = two.open()
    two.user.press(Qt.Key.Key_F6)
    assert two.page.scoring.isAncestorOf(two.user.focus)
    two.user.press(Qt.Key.Key_F6, SHIFT)
    assert second.isAncestorOf(two.user.focus)
    two.user.press(Qt.Key.Key_F6, SHIFT)
    assert two.first.isAncestorOf(two.user.focus)
    assert two.splitter.active is two.first


def test_evidence_comes_from_the_paper_that_is_worked_in_and_shows_in_both(two: Two) -> None:
    second = two.open()
    second.pages.go_to(2)
    two.user.press(Qt.Key.Key_F)
    two.user.settle()
    two.first.take_focus()
    two.user.press(Qt.Key.Key_F)
    two.user.settle()
    places = [(one.annotation.annex, one.annotation.page) for one in two.presenter.evidence.annotations.listed]
    assert sorted(places) == [("A03", 1), ("A07", 0)]
    two.second.open("A07")
    two.shown(second, "A07")
    two.user.settle()
    assert [mark.page for mark in second.reader.marks.all] == [mark.page for mark in two.first.reader.marks.all] == [0]


def test_a_passage_shows_in_the_half_that_has_its_paper_open(two: Two) -> None:
    second = two.open()
    second.pages.go_to(2)
    two.user.press(Qt.Key.Key_F)
    two.user.settle()
    second.pages.go_to(1)
    two.first.take_focus()
    chip = two.page.scoring.criterion.evidence.passages.chips[0]
    chip.setFocus()
    two.user.press(Qt.Key.Key_Return)
    two.qtbot.waitUntil(lambda: second.pages.page == 2)
    assert two.presenter.annexes.first.current == "A07"
    assert two.splitter.active is second


def test_words_are_found_in_the_paper_that_is_worked_in(two: Two) -> None:
    second = two.open()
    two.user.press(Qt.Key.Key_F, CONTROL)
    assert (second.find_bar.isVisible(), two.first.find_bar.isVisible()) == (True, False)


def test_it_is_closed_by_its_button_and_by_the_command(two: Two) -> None:
    second = two.open()
    second.bar.close_button.click()
    assert not second.isVisible()
    assert two.first.isAncestorOf(two.user.focus)
    two.user.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert two.second.current == "A03"
    for popover in two.user.window.findChildren(Popover):
        popover.close_over()
    two.user.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert not two.splitter.is_split
    assert not two.user.desk.window.actions_table["show_beside"].isChecked()


def test_without_room_it_is_refused_with_a_reason_and_waits_where_it_was_open(two: Two) -> None:
    notes: list[object] = []
    two.user.desk.context.messages.note_wanted.connect(notes.append)
    two.open()
    two.user.resize(900, 700)
    QApplication.processEvents()
    assert (two.splitter.is_split, two.splitter.is_wanted, two.splitter.active) == (False, True, two.first)
    two.user.resize(1366, 768)
    assert two.splitter.is_split
    two.presenter.annexes.close()
    two.user.resize(900, 700)
    two.user.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert [getattr(note, "text", "")[:15] for note in notes] == ["Zu wenig Platz "]
    assert not two.splitter.is_wanted


def test_each_application_has_its_own_second_paper(two: Two) -> None:
    two.open()
    split = []
    for number in (worked_case.OTHER_NUMBER, worked_case.NUMBER):
        two.user.go(Place(navigation.READING, number))
        split.append(two.splitter.is_split)
    assert split == [False, True]
    two.shown(two.splitter.make_second(), "A03")
    two.shown(two.first, "A07")
    places = two.presenter.annexes.first.positions.all
    assert places.last[worked_case.NUMBER] == ("A07", "A03")


def test_closing_the_second_while_it_loads_is_safe(two: Two) -> None:
    two.open()
    for key in ("A02", "A06", "A03"):
        two.second.open(key)
    two.presenter.annexes.close()
    two.user.settle()
    assert not two.splitter.is_split
    assert two.splitter.make_second().pages.count == 0
