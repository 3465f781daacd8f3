"""The buttons that lead back and on, clicked: pages, size and hits of an annex, applications of the list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.button import StepButton
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import page_of
from tests.ui.reading.test_finding import open_paper, says


def click(inside: QWidget, name: str) -> None:
    (button,) = (one for one in inside.findChildren(StepButton) if one.accessibleName() == name)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_pages_size_and_hits_of_an_annex(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case()
    user.resize(1600, 900)
    open_paper(user, qtbot, "A07")
    area = page_of(user).annex
    click(area.bar, "Nächste Seite")
    assert area.pages.page == 2
    click(area.bar, "Vorige Seite")
    assert area.pages.page == 1
    scale = area.pages.shown_scale
    click(area.bar, "Größer")
    assert area.pages.shown_scale > scale
    larger = area.pages.shown_scale
    click(area.bar, "Kleiner")
    assert area.pages.shown_scale < larger
    user.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    user.type("seite")
    qtbot.waitUntil(lambda: area.finding.pages.is_whole and area.finding.pages.count > 1)
    count = area.finding.pages.count
    says(user, qtbot, f"1 von {count}")
    click(area.find_bar, "Nächster Treffer")
    says(user, qtbot, f"2 von {count}")
    click(area.find_bar, "Voriger Treffer")
    says(user, qtbot, f"1 von {count}")


def test_applications_of_the_list(open_case: OpenCase) -> None:
    user = open_case()
    user.resize(1600, 900)
    user.go(Place(navigation.APPLICATIONS))
    user.go(Place(navigation.READING, worked_case.NUMBER))
    header, router = user.window.frame.header, user.window.router
    there = [one for one in header.findChildren(StepButton) if one.isEnabled()]
    assert len(there) == 1
    click(header, there[0].accessibleName())
    user.settle()
    assert router.here is not None
    assert router.here.application == worked_case.OTHER_NUMBER
    (back,) = (one for one in header.findChildren(StepButton) if one.isEnabled())
    assert back is not there[0]
    click(header, back.accessibleName())
    user.settle()
    assert router.here.application == worked_case.NUMBER
