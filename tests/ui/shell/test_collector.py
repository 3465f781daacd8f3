"""The collector: on the window thread only, and what lives as long as the desk is not looked at again and again."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.shell.collector import Collector


class Ring:
    """Something only the cyclic collector can take away."""

    gone = 0

    def __init__(self) -> None:
        self.ring = self

    def __del__(self) -> None:
        Ring.gone += 1


@pytest.fixture
def alone() -> Iterator[None]:
    """Nothing is held, as when the program starts."""
    gc.unfreeze()
    Ring.gone = 0
    yield
    gc.collect()
    gc.freeze()


def test_the_collector_keeps_to_the_window_thread_while_another_churns(qapp: QObject, qtbot: QtBot) -> None:
    collector = Collector(qapp, lambda: True)
    stop = threading.Event()
    made = [0]

    def churn() -> None:
        while not stop.is_set():
            ring: list[object] = []
            ring.append(ring)
            made[0] += 1

    thread = threading.Thread(target=churn)
    thread.start()
    for _ in range(200):
        widget = QWidget()
        widget.setProperty("self", widget)
        widget.cycle = widget  # type: ignore[attr-defined] # reason: the cycle is the point
    gc.collect()
    qtbot.waitUntil(lambda: made[0] > 10_000)
    stop.set()
    thread.join(5)
    assert not gc.isenabled()
    collector.stop()


@pytest.mark.usefixtures("alone")
def test_what_is_held_is_looked_at_when_the_person_has_turned_to_another_program(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer_app.ui.shell.collector.WHOLE_AFTER", 1)
    collector = Collector(qapp, lambda: True)
    Ring()
    collector.hold()
    gc.collect()
    assert Ring.gone == 0
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: Ring.gone == 1)
    assert gc.get_freeze_count()
    collector.stop()
    assert not gc.get_freeze_count()


@pytest.mark.usefixtures("alone")
def test_a_window_that_is_gone_is_collected_although_it_was_held(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer_app.ui.shell.collector.WHOLE_AFTER", 1)
    collector = Collector(qapp, lambda: True)
    Ring()
    collector.hold()
    collector.renew()
    qtbot.waitUntil(lambda: Ring.gone == 1)
    collector.stop()


def test_what_somebody_else_holds_stays_held(qapp: QApplication) -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    collector = Collector(qapp, lambda: True)
    collector.hold()
    collector.stop()
    assert gc.get_freeze_count() >= before > 0
