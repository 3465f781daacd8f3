"""The surroundings of the tests keep what they promise: no folder of the person, no network, a known screen."""

import gc
import os
import socket
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.keys import type_text


def test_home_is_a_temporary_folder() -> None:
    assert Path.home().is_relative_to(tempfile.gettempdir())
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(Path.home())


def test_a_connection_is_refused() -> None:
    with socket.socket() as connection, pytest.raises(AssertionError, match="a test connects"):
        connection.connect(("127.0.0.1", 9))


def test_the_collector_runs_only_when_asked() -> None:
    assert not gc.isenabled()


def test_the_screen_has_a_known_size(qtbot: QtBot) -> None:
    del qtbot
    if not os.environ["QT_QPA_PLATFORM"].startswith("offscreen:configfile"):
        pytest.skip("a real or virtual screen was chosen by QT_QPA_PLATFORM")
    size = QGuiApplication.primaryScreen().size()
    assert (size.width(), size.height()) == (1366, 768)


def test_every_character_can_be_typed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    type_text(field, "Größe – „3,5“ Ω")
    assert field.text() == "Größe – „3,5“ Ω"
