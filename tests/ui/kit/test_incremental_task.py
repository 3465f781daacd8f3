"""Work in parts: one part an event, the newest work alone, and what follows comes once."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.incremental_task import IncrementalTask


@pytest.fixture
def steps(qapp: QApplication) -> Iterator[IncrementalTask]:
    made = IncrementalTask(qapp)
    yield made
    made.stop()
    made.deleteLater()


def parts(done: list[str], name: str, count: int) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_the_parts_come_in_order_and_what_follows_once(steps: IncrementalTask, qtbot: QtBot) -> None:
    done: list[str] = []
    steps.begin(parts(done, "a", 3), lambda: done.append("end"))
    assert done == []
    qtbot.waitUntil(lambda: "end" in done)
    QApplication.processEvents()
    assert done == ["a0", "a1", "a2", "end"]


def test_other_work_takes_the_place_of_what_was_begun(steps: IncrementalTask, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> Iterator[None]:
        done.append("first")
        steps.begin(parts(done, "b", 2), lambda: done.append("end of b"))
        yield
        done.append("never")

    steps.begin(first(), lambda: done.append("end of first"))
    qtbot.waitUntil(lambda: "end of b" in done)
    assert done == ["first", "b0", "b1", "end of b"]


def test_work_that_is_stopped_has_no_end(steps: IncrementalTask) -> None:
    done: list[str] = []
    steps.begin(parts(done, "a", 2), lambda: done.append("end"))
    steps.stop()
    QApplication.processEvents()
    assert done == []
