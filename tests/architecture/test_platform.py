"""The interpreter and Qt hold out: with older interpreters a reference count ran out after some thousand calls."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class _Bell(QObject):
    rung = Signal(bool)


def test_interpreter_is_new_enough() -> None:
    assert sys.version_info >= (3, 12)


def test_a_void_slot_can_be_called_often(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"


def test_a_signal_can_be_emitted_often(qtbot: QtBot) -> None:
    del qtbot
    heard: list[bool] = []
    bell = _Bell()
    bell.rung.connect(heard.append)
    for _ in range(2_000):
        bell.rung.emit(True)
    assert len(heard) == 2_000
