"""The field for a reason: filling is no typing, Tab leaves, its undo is the workspace's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.rationale_field import RationaleField
from tests.keys import type_text


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    field, button = RationaleField(theme), QPushButton("weiter")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window


def parts(window: QWidget) -> tuple[RationaleField, QPushButton]:
    field, button = window.findChild(RationaleField), window.findChild(QPushButton)
    assert isinstance(field, RationaleField)
    assert isinstance(button, QPushButton)
    return field, button


def test_showing_emits_nothing_and_typing_does(window: QWidget) -> None:
    field, _ = parts(window)
    typed: list[str] = []
    field.text_typed.connect(typed.append)
    field.show_text("Aus dem Speicher")
    assert typed == []
    type_text(field, "ß")
    assert typed == ["ßAus dem Speicher"]


def test_the_cursor_stays_where_one_types(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("abc")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    field.show_text("abcd")
    assert field.textCursor().position() == 2


def test_tab_leaves_and_control_tab_types_one(window: QWidget, qtbot: QtBot) -> None:
    field, button = parts(window)
    QTest.keyClick(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "\t"
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_escape_asks_for_the_scale_and_undo_is_not_its_own(window: QWidget, qtbot: QtBot) -> None:
    field, _ = parts(window)
    type_text(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "ab"
    with qtbot.waitSignal(field.scale_wanted):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_pasted_markup_stays_text(window: QWidget) -> None:
    field, _ = parts(window)
    field.insertPlainText("<b>fett</b>")
    assert field.toPlainText() == "<b>fett</b>"


def test_locked_text_can_be_read_but_not_changed(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("fest")
    field.show_locked(locked=True)
    type_text(field, "x")
    assert field.toPlainText() == "fest"
    field.show_locked(locked=False)
    type_text(field, "x")
    assert field.toPlainText() == "xfest"
