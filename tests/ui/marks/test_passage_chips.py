"""Passages as chips: a few in sight, each with its keys, and the focus where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView, ScrolledPassages

VIEWS = [PassageView(str(n), f"A07 S. {n}", f"A07 Seite {n}", f"Wort {n}") for n in range(5)]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> ScrolledPassages:
    made = ScrolledPassages(theme)
    qtbot.addWidget(made)
    made.show_passages(VIEWS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_three_are_in_sight_and_without_any_it_is_gone(theme: Theme, shown: ScrolledPassages) -> None:
    three = 3 * theme.em(30) + 2 * theme.em(4)
    assert shown.maximumHeight() == three
    shown.show_passages(())
    assert shown.isHidden()


def test_the_focus_stays_at_its_place_when_a_passage_goes(shown: ScrolledPassages) -> None:
    column = shown.column
    column.chips[1].setFocus()
    shown.show_passages(VIEWS[:1] + VIEWS[2:])
    focus = QApplication.focusWidget()
    assert focus is column.chips[1]
    assert column.ids == ["0", "2", "3", "4"]
    assert column.chips[1].annotation == "2"


def test_keys_go_there_unlink_and_copy(shown: ScrolledPassages) -> None:
    done: list[tuple[str, str]] = []
    column, chip = shown.column, shown.column.chips[2]
    column.passage_chosen.connect(lambda one: done.append(("go", one)))
    column.unlink_wanted.connect(lambda one: done.append(("unlink", one)))
    column.copy_wanted.connect(lambda one: done.append(("copy", one)))
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert done == [("go", "2"), ("unlink", "2"), ("copy", "2")]
    shown.show_passages([PassageView("2", "A07 S. 2", "A07 Seite 2", "Wort", may_unlink=False)])
    QTest.keyClick(column.chips[0], Qt.Key.Key_Delete)
    assert len(done) == 3
