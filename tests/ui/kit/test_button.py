"""Enter presses what has the focus, and never the default of the dialog instead."""

from collections.abc import Callable
from typing import override

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.list_button import ListButton
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog
from reviewer_app.ui.shell.navigation_column import NavigationButton

BUTTONS: dict[str, Callable[[Theme], QPushButton]] = {
    "button": lambda theme: Button(theme, "Antrag öffnen"),
    "row of a card": lambda theme: ListButton(theme, "Demo-Runde öffnen", "Zwölf Anträge", "", "play"),
    "entry of the navigation": lambda theme: NavigationButton(theme, "Anträge", "list", "go_applications"),
}


def pressed(button: QPushButton) -> list[str]:
    found: list[str] = []
    button.clicked.connect(lambda: found.append(button.text()))
    return found


@pytest.mark.parametrize("make", BUTTONS.values(), ids=BUTTONS)
def test_enter_presses_a_button(qtbot: QtBot, theme: Theme, make: Callable[[Theme], QPushButton]) -> None:
    button = make(theme)
    qtbot.addWidget(button)
    clicks = pressed(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(clicks) == 2
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    QApplication.sendEvent(button, held)
    assert len(clicks) == 2


def test_enter_on_going_back_is_no_accepting(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = Dialog(theme, window, "Gutachten einreichen", 460, "Einreichen", "Zurück")
    (back,) = (one for one in dialog.findChildren(Button) if one.text() == "Zurück")
    accepted, clicks = pressed(dialog.accept_button), pressed(back)
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert (accepted, len(clicks), dialog.result()) == ([], 1, 0)


class Framed(QWidget):
    """A window as a desktop frames it: with a title above what is ours."""

    @override
    def frameGeometry(self) -> QRect:
        return self.geometry().adjusted(-1, -20, 1, 1)


def test_a_dialog_that_fills_the_window_lies_on_its_frame(qtbot: QtBot, theme: Theme) -> None:
    """Below its title, the foot with the buttons would stand beyond the screen."""
    window = Framed()
    qtbot.addWidget(window)
    window.setGeometry(1, 20, 650, 580)
    window.show()
    dialog = Dialog(theme, window, "Gutachten einreichen", 460, "Einreichen", "Zurück")
    dialog.show()
    assert (dialog.size(), dialog.pos()) == (window.size(), QPoint(0, 0))
