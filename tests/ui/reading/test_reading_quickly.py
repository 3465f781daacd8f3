"""Somebody quicker than the store: what was read before a write and comes after it takes nothing of it back."""

import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reviewer_app.services.annotations import editing
from reviewer_app.services.reviews import reviewing
from reviewer_app.ui.reading.submission import SubmitDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, opened, page_of, presenter_of, stored

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 10


class SlowAnswers:
    """A use case of its module as it is, but its answers come one by one when they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> None:
        self._real: Callable[..., object] = getattr(module, name)
        self._read, self._free = threading.Semaphore(0), threading.Semaphore(0)
        monkeypatch.setattr(module, name, self._slowly)

    def _slowly(self, *given: object) -> object:
        found = self._real(*given)
        self._read.release()
        self._free.acquire(timeout=PATIENCE)
        return found

    def wait(self) -> None:
        """Wait until the store was read once more; the answers before have come by then."""
        assert self._read.acquire(timeout=PATIENCE)
        QApplication.processEvents()

    def let_go(self, count: int = 1) -> None:
        """Let answers come."""
        self._free.release(count)


type Slow = Callable[[ModuleType, str], SlowAnswers]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, user: DeskUser) -> Iterator[Slow]:
    """Give the function that makes a use case slow; afterwards whatever still waits may come."""
    made: list[SlowAnswers] = []

    def make(module: ModuleType, name: str) -> SlowAnswers:
        made.append(SlowAnswers(monkeypatch, module, name))
        return made[-1]

    yield make
    for one in made:
        one.let_go(1_000)
    user.settle()


@pytest.fixture
def user(open_case: OpenCase) -> DeskUser:
    """Sit in front of a criterion that is open."""
    return open_case(place=Place(navigation.READING, worked_case.NUMBER, "C5"))


def until_stored(user: DeskUser, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not user.desk.operations.unsaved)


def test_a_score_stays_when_what_was_read_before_comes_after_it(user: DeskUser, slow: Slow, qtbot: QtBot) -> None:
    reading = slow(reviewing, "read")
    presenter_of(user).load()
    reading.wait()
    user.press(Qt.Key.Key_3)
    until_stored(user, qtbot)
    reading.let_go()
    reading.wait()
    entry = page_of(user).scoring.criterion.entry
    assert entry.control is not None
    assert entry.control.value == Fraction(3)
    for _ in range(5):
        user.press(Qt.Key.Key_Return, CONTROL)
        user.press(Qt.Key.Key_4)
    user.press(Qt.Key.Key_Return, CONTROL)
    assert opened(user) == "B5"  # whose reason is missing


def test_a_score_entered_again_while_it_is_being_taken_back_counts(user: DeskUser) -> None:
    user.press(Qt.Key.Key_3)
    user.settle()
    user.press(Qt.Key.Key_Z, CONTROL)
    user.press(Qt.Key.Key_3)
    user.settle()
    assert stored(user).value("C5") == Fraction(3)


def test_a_reason_stays_when_what_was_read_before_comes_after_it(user: DeskUser, slow: Slow, qtbot: QtBot) -> None:
    reading = slow(reviewing, "read")
    presenter_of(user).load()
    reading.wait()
    user.press(Qt.Key.Key_Return)
    user.type("Belegt in Anlage 3")
    presenter_of(user).answers.flush()
    until_stored(user, qtbot)
    reading.let_go()
    reading.wait()
    user.type(", dort auf Seite 2.")
    reading.let_go(1_000)
    user.settle()
    presenter_of(user).leave()
    user.settle()
    assert stored(user).rationale("C5") == "Belegt in Anlage 3, dort auf Seite 2."


def test_what_was_read_before_one_left_is_nothing_to_go_on_from_when_one_is_back(
    user: DeskUser, slow: Slow, qtbot: QtBot
) -> None:
    """The page of an application opened again stays covered until what the store says then is there."""
    reading = slow(reviewing, "read")
    presenter_of(user).load()
    reading.wait()
    user.press(Qt.Key.Key_Return)
    user.type("Belegt in Anlage 3")
    user.window.router.go(Place(navigation.READING, worked_case.OTHER_NUMBER, "C5"))
    until_stored(user, qtbot)
    user.window.router.go(Place(navigation.READING, worked_case.NUMBER, "C5"))
    reading.let_go()
    reading.wait()
    for _ in range(100):
        QApplication.processEvents()  # time enough to fill the page with what has come
    assert page_of(user).is_covered
    reading.let_go(1_000)
    user.settle()
    assert page_of(user).scoring.criterion.rationale.toPlainText() == "Belegt in Anlage 3"


def test_a_passage_stays_when_what_was_read_before_comes_after_it(user: DeskUser, slow: Slow, qtbot: QtBot) -> None:
    presenter, area = presenter_of(user), page_of(user).annex
    presenter.annexes.first.open("A07")
    qtbot.waitUntil(lambda: area.pages.count == 6 and area.shows_pages)
    user.settle()
    area.take_focus()
    reading = slow(editing, "annotations")
    presenter.evidence.annotations.load()
    reading.wait()
    user.press(Qt.Key.Key_F)
    until_stored(user, qtbot)
    reading.let_go()
    reading.wait()
    assert [one.annotation.criteria for one in presenter.evidence.annotations.listed] == [("C5",)]


def test_the_key_pressed_twice_asks_once_about_handing_in(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user, asked = open_case(), list[str]()
    dialog = QDialog(user.window)
    dialog.setModal(True)

    def ask(*_words: object) -> str:
        asked.append("asked")
        dialog.show()  # as the question itself would stand there when the second answer comes
        return ""

    monkeypatch.setattr(SubmitDialog, "ask", ask)
    user.window.actions_table.trigger("submit_review")
    user.window.actions_table.trigger("submit_review")
    user.settle()
    dialog.accept()
    assert asked == ["asked"]
