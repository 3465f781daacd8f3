"""The frame over the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme


@pytest.fixture
def popover(theme: Theme, qtbot: QtBot) -> Iterator[Popover]:
    """Give one that is open under a button."""
    window = QWidget()
    qtbot.addWidget(window)
    anchor = QPushButton("Mehr")
    QVBoxLayout(window).addWidget(anchor)
    window.resize(600, 400)
    window.show()
    made = Popover(theme, QLabel("Drei Zeilen"), "Mehr", anchor)
    made.open(width=200)
    yield made
    window.close()


def test_it_closes_when_the_window_takes_another_size(popover: Popover, qtbot: QtBot) -> None:
    with qtbot.waitSignal(popover.closed, timeout=2000):
        popover.window().resize(500, 400)

    assert not popover.isVisible()


def test_it_closes_when_text_or_colours_change_because_it_is_as_large_as_its_text(
    popover: Popover, theme: Theme, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(popover.closed, timeout=2000):
        theme.choose(scheme=Scheme.DARK)

    assert not popover.isVisible()


def test_the_focus_goes_home_where_what_had_it_is_gone(popover: Popover, theme: Theme, qtbot: QtBot) -> None:
    """A paper that is shown in place of a sentence takes the button of the sentence with it."""
    window = popover.window()
    popover.close_over()
    first, home, button = (QPushButton(words, window) for words in ("Suchen", "Seite", "Noch einmal"))
    for one in (first, home, button):
        one.show()
    button.setFocus()
    field = QLineEdit()
    other = Popover(theme, field, "Mehr", first)
    other.home = home
    other.open(width=200)
    qtbot.waitUntil(lambda: window.focusWidget() is field)
    button.hide()
    other.close_over()
    assert window.focusWidget() is home


@pytest.mark.parametrize(
    ("at", "clear"),
    [
        (QRect(20, 180, 60, 20), True),  # to the right of it
        (QRect(500, 180, 60, 20), True),  # to the left
        (QRect(20, 20, 60, 20), True),  # below
        (QRect(20, 380, 60, 20), True),  # above
        (QRect(20, 180, 560, 20), False),  # no room on any side
    ],
)
def test_it_stands_where_it_covers_nothing_of_what_it_is_about_if_there_is_room(
    popover: Popover, theme: Theme, at: QRect, clear: bool
) -> None:
    window = popover.window()
    popover.close_over()
    other = Popover(theme, QLabel("Hoch"), "Mehr", window)
    other.open(width=200, height=300, at=at)
    assert window.rect().contains(other.geometry())
    assert other.geometry().intersects(at) is not clear
