"""An application that is opened: filled part by part under its cover, and nothing pressed meanwhile is lost."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of, stored

OPEN = Place(navigation.READING, worked_case.NUMBER, "D1")
BACK = Qt.KeyboardModifier.AltModifier


def begin_to_open(user: DeskUser, qtbot: QtBot, parts: int) -> None:
    """Go to the application, and let at least so many parts of it be filled before a key is pressed."""
    user.window.router.go(OPEN)
    if parts:
        qtbot.waitUntil(lambda: bool(presenter_of(user).answers.values()))
    for _ in range(parts - 1):
        QApplication.processEvents()
    assert user.is_covered


def test_a_value_keyed_before_the_first_application_is_there_arrives(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case(place=Place(navigation.APPLICATIONS))
    begin_to_open(user, qtbot, 0)
    user.press(Qt.Key.Key_4)
    user.settle()
    control = page_of(user).scoring.criterion.entry.control
    assert control is not None
    assert control.has_focus
    assert control.value == Fraction(4)
    assert stored(user).value("D1") == Fraction(4)


def test_keys_pressed_between_two_parts_come_in_their_order(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case(place=OPEN)
    user.go(Place(navigation.APPLICATIONS))
    user.go(Place(navigation.READING, "GC-2026-002", "A1"))
    begin_to_open(user, qtbot, 2)
    user.press(Qt.Key.Key_3)
    user.press(Qt.Key.Key_Return)
    user.type("Ja")
    user.settle()
    page = page_of(user)
    assert page.scoring.criterion.rationale.hasFocus()
    assert page.scoring.criterion.rationale.toPlainText() == "Ja"
    assert stored(user).value("D1") == Fraction(3)


def test_what_was_keyed_for_an_application_that_one_leaves_goes_nowhere(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case(place=Place(navigation.APPLICATIONS))
    begin_to_open(user, qtbot, 1)
    user.press(Qt.Key.Key_4)
    user.window.router.back()
    user.settle()
    page = user.window.router.page_of(navigation.READING)
    qtbot.waitUntil(lambda: not page.is_covered)
    assert not page.isAncestorOf(user.focus)
    assert stored(user).value("D1") is None


def test_the_whole_application_is_there_when_it_is_uncovered(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case(place=Place(navigation.APPLICATIONS))
    begin_to_open(user, qtbot, 1)
    qtbot.waitUntil(lambda: not user.is_covered)
    page = page_of(user)
    assert page.scoring.criterion.entry.has_focus
    assert page.annex.form.toPlainText()
    assert page.scoring.standing.done
    assert "D1" in page.scoring.criterion.rationale.accessibleName()
