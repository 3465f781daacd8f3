"""A page that waits for the store: covered whole, shown again half by half, and never half of another application."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.page import Page


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    made = Page(theme)
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.cover()
    return made


def covered(page: Page) -> list[bool]:
    """Return whether the left and the right half are covered."""
    found = [page.childAt(x, 200) for x in (200, 600)]
    return [isinstance(one, QWidget) for one in found]


def test_it_is_shown_half_by_half(page: Page, qtbot: QtBot) -> None:
    assert covered(page) == [True, True]
    page.uncover()
    assert not page.is_covered
    assert covered(page) == [False, True]
    qtbot.waitUntil(lambda: covered(page) == [False, False])


def test_covered_again_in_between_it_stays_covered(page: Page, qtbot: QtBot) -> None:
    page.uncover()
    page.cover()
    later: list[bool] = []
    QTimer.singleShot(0, lambda: later.append(True))
    qtbot.waitUntil(lambda: bool(later))
    assert page.is_covered
    assert covered(page) == [True, True]


def test_out_of_sight_it_is_uncovered_at_once(page: Page) -> None:
    page.hide()
    page.uncover()
    page.show()
    assert covered(page) == [False, False]
