"""Notes that pause while somebody is at them, bands with words to close them, and the strip of long work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.messages import Band, Note
from reviewer_app.ui.shell.notices import NOTE_STAYS, BandStack, NoteBar, WorkStrip
from reviewer_app.ui.shell.operations import LongWork


@pytest.fixture
def ground(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    QPushButton("Weiter", made).setFocus()
    made.show()
    yield made
    made.close()


@pytest.fixture
def note_bar(theme: Theme, ground: QWidget) -> NoteBar:
    made = NoteBar(theme, ground)
    made.show_note(Note("Fundstelle von B3 gelöst", can_undo=True))
    return made


def test_a_note_stays_eight_seconds_at_the_bottom_right(note_bar: NoteBar, ground: QWidget) -> None:
    assert NOTE_STAYS == 8_000
    assert note_bar._timer.isActive()
    assert note_bar.geometry().right() < ground.width()
    assert note_bar.geometry().bottom() > ground.height() - 60


def test_a_note_goes_with_what_it_would_take_back(note_bar: NoteBar) -> None:
    note_bar.forget_undo()
    assert note_bar.isHidden()
    note_bar.show_note(Note("Alle Anmerkungen der Anlagen sind bereits importiert."))
    note_bar.forget_undo()
    assert note_bar.isVisible()


def test_a_note_stands_still_under_the_pointer_and_keeps_what_is_left(note_bar: NoteBar) -> None:
    note_bar.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not note_bar._timer.isActive()
    note_bar.leaveEvent(QEvent(QEvent.Type.Leave))
    assert note_bar._timer.isActive()
    assert note_bar._timer.interval() <= NOTE_STAYS


def test_a_note_stands_still_while_its_button_has_the_focus(note_bar: NoteBar, qtbot: QtBot) -> None:
    note_bar.window().activateWindow()
    note_bar._undo.setFocus()
    qtbot.waitUntil(note_bar._undo.hasFocus)
    assert not note_bar._timer.isActive()
    with qtbot.waitSignal(note_bar.action_chosen):
        QTest.keyClick(note_bar._undo, Qt.Key.Key_Space)
    assert note_bar.isHidden()


def test_a_band_is_closed_by_its_own_words(theme: Theme, qtbot: QtBot) -> None:
    stack = BandStack(theme)
    qtbot.addWidget(stack)
    stack.show_band(Band("error", "Das hat nicht geklappt", close="Weiter"))
    (button,) = stack.findChildren(QPushButton)
    assert button.text() == "Weiter"
    button.click()
    assert stack.bands == ()


def test_the_strip_says_how_far_it_is_and_that_it_is_being_cancelled(theme: Theme, qtbot: QtBot) -> None:
    strip = WorkStrip(theme)
    qtbot.addWidget(strip)
    strip.show_work(LongWork("Paket wird gelesen: A03 Clusterstrategie", 3, 5, can_cancel=True))
    assert strip.height() == 40
    assert (strip._words.text(), strip._steps.text()) == ("Paket wird gelesen: A03 Clusterstrategie", "3 von 5")
    assert strip._bar.accessibleDescription() == "3 von 5"
    with qtbot.waitSignal(strip.cancel_chosen):
        strip._cancel.click()
    assert (strip._cancel.text(), strip._cancel.isEnabled()) == ("Wird abgebrochen …", False)
    strip.show_work(None)
    strip.show_work(LongWork("Akte wird geschrieben", can_cancel=True))
    assert (strip._cancel.text(), strip._cancel.isEnabled()) == ("Abbrechen", True)
