"""The card at a mark in a window that is too low for it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import Direction, Kind
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.mark_card import LinkView, MarkCard, MarkView

LINKS = tuple(LinkView(key, f"Kriterium {key}", Direction.NONE) for key in ("A3", "B1", "C2", "C4", "D1"))
VIEW = MarkView(
    "beleg", "A03 S. 1", "Lücke benannt", "M. Adler", LINKS, (), "Drei\nkurze\nZeilen", "offen", (), private=False
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QPushButton("Marke"))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def _open(theme: Theme, window: QWidget, height: int, step: tuple[int, int] = (1, 1)) -> tuple[MarkCard, Popover]:
    window.resize(600, height)
    card = MarkCard(theme, {kind.value: kind.value for kind in Kind})
    anchor = window.findChild(QPushButton)
    assert anchor is not None
    popover = Popover(theme, card, "Beleg", anchor, card.stops)
    card.size_changed.connect(popover.fit)
    card.show_mark(replace(VIEW, step=step))
    popover.open(width=424)
    QApplication.processEvents()
    return card, popover


@pytest.mark.parametrize("height", [300, 700])
def test_what_does_not_fit_scrolls_and_what_gets_the_focus_is_shown_whole(
    theme: Theme, window: QWidget, height: int
) -> None:
    """The card scrolls where the window is too low, and the criteria where they are many."""
    card, popover = _open(theme, window, height)
    assert window.rect().contains(popover.geometry())
    stops = [stop for stop in card.stops() if stop.isVisible()]
    assert card.delete_button in stops
    assert card.note.height() >= card.note.minimumHeight()
    for _ in stops:
        popover.focusNextPrevChild(True)
        QApplication.processEvents()
        focus = window.focusWidget()
        assert focus is not None
        assert focus.visibleRegion().boundingRect() == focus.rect()


def test_where_there_is_room_nothing_scrolls_and_it_grows_with_what_it_shows(theme: Theme, window: QWidget) -> None:
    card, popover = _open(theme, window, 700, step=(1, 5))
    before = popover.height()
    assert card.isAncestorOf(card.steps)
    assert card.steps.isVisible()
    assert card.delete_button.visibleRegion().boundingRect() == card.delete_button.rect()
    card.add.setText("nichts davon")
    QApplication.processEvents()
    assert popover.height() > before
    assert card.delete_button.visibleRegion().boundingRect() == card.delete_button.rect()
