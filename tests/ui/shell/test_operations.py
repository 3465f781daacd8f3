"""The database thread: order, reports in the window thread, writes kept until stored, and nobody called who is gone."""

import gc
import threading
from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Self, override

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.errors import BrokenError, MendableError, VotumError, WorkspaceError
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.ui.shell.operations import LongWork, Operations, SaveState, SaveStatus
from tests.ui.fake_store import FakeUnit, FakeWorkspace, say


class Listener(QObject):
    """Takes results as a presenter would."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[VotumError] = []
        self.threads: set[str] = set()

    def on_value(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(threading.current_thread().name)

    def on_error(self, error: VotumError) -> None:
        self.errors.append(error)


@pytest.fixture
def listener(qapp: object) -> Listener:
    del qapp
    return Listener()


def fail_with(error: Exception) -> Callable[[FakeUnit], None]:
    def use_case(_unit: FakeUnit) -> None:
        raise error

    return use_case


def test_a_use_case_runs_in_another_thread_and_reports_in_the_window_thread(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    operations.run(say, "gelesen").done(listener.on_value).read()
    qtbot.waitUntil(lambda: bool(listener.values))
    assert listener.values == ["gelesen in votum-reading"]
    assert listener.threads == {threading.main_thread().name}
    assert workspace.log == ["gelesen", "left"]


def test_without_a_workspace_there_is_an_error_not_a_crash(
    operations: Operations, listener: Listener, qtbot: QtBot
) -> None:
    operations.run(say, "x").failed(listener.on_error).read()
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert listener.errors[0].code == "no_workspace"


def test_writes_keep_their_order_and_say_saved(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    for word in "abcdef":
        operations.run(say, word).done(listener.on_value).write()
    qtbot.waitUntil(lambda: operations.idle)
    assert [word for word in workspace.log if word != "left"] == list("abcdef")
    assert operations.save_state.status is SaveStatus.SAVED


def test_a_later_write_with_the_same_key_replaces_a_waiting_one(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    gate = threading.Event()
    operations.run(lambda _unit: gate.wait(5)).write()
    for word in ("alt", "neu"):
        operations.run(say, word).write(key="B3")
    operations.run(say, "anderes").write(key="B4")
    gate.set()
    qtbot.waitUntil(lambda: operations.idle)
    assert [word for word in workspace.log if word != "left"] == ["neu", "anderes"]


def test_what_changed_is_announced_after_the_caller_was_told(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    del workspace
    changes = Changes.of(Changed.SCORES)
    outcome = Outcome("3,5", changes)
    told: list[object] = []
    operations.changes_made.connect(lambda value: told.extend([*listener.values, value]))
    operations.run(lambda _unit: outcome).done(listener.on_value).write()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [outcome, changes]


def test_a_write_that_fails_is_kept_with_all_behind_it_and_tried_again(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    full = [True]

    def store(unit: FakeUnit, word: str) -> None:
        if full[0]:
            raise WorkspaceError("disk_full")
        unit.log.append(word)

    states: list[SaveState] = []
    operations.save_state_changed.connect(states.append)
    operations.run(store, "erstes").failed(listener.on_error).write(key=1)
    operations.run(store, "zweites").write(key=2)
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.FAILED)
    assert operations.unsaved == 2
    assert operations.save_state.error is not None
    assert listener.errors == []
    operations.run(store, "erstes, neuer").write(key=1)
    full[0] = False
    operations.retry()
    qtbot.waitUntil(lambda: operations.idle)
    assert [word for word in workspace.log if word != "left"] == ["zweites", "erstes, neuer"]
    assert [state.status for state in states][-2:] == [SaveStatus.FAILED, SaveStatus.SAVED]


def test_an_import_into_a_full_disk_is_told_at_once(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    del workspace
    operations.run(fail_with(WorkspaceError("disk_full"))).failed(listener.on_error).write(keep=False)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert operations.unsaved == 0


@pytest.mark.parametrize(
    ("raised", "expected", "code"),
    [
        (MendableError("off_scale"), MendableError, "off_scale"),
        (OSError(28, "No space left"), WorkspaceError, "store_unwritable"),
        (ZeroDivisionError(), BrokenError, "unexpected"),
    ],
)
def test_errors_come_as_ours(  # reason: three fixtures, three values
    operations: Operations,
    workspace: FakeWorkspace,
    listener: Listener,
    qtbot: QtBot,
    raised: Exception,
    expected: type[VotumError],
    code: str,
) -> None:
    del workspace
    operations.run(fail_with(raised)).failed(listener.on_error).read()
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert type(listener.errors[0]) is expected
    assert listener.errors[0].code == code


def test_an_error_nobody_takes_is_told_by_the_window(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    del workspace
    with qtbot.waitSignal(operations.operation_failed) as told:
        operations.run(fail_with(MendableError("off_scale"))).read()
    assert told.args is not None
    assert told.args[0].code == "off_scale"


def test_a_page_that_is_gone_is_not_called(operations: Operations, workspace: FakeWorkspace, qtbot: QtBot) -> None:
    del workspace
    gate = threading.Event()
    label = QLabel()

    def late(_unit: FakeUnit) -> str:
        gate.wait(5)
        return "spät"

    operations.run(late).done(label.setText).read()
    operations.run(late).done(partial(label.setProperty, "said")).read()
    label.deleteLater()
    del label
    gc.collect()
    gate.set()
    qtbot.waitUntil(lambda: operations.idle)


def test_the_workspace_that_is_open_stays_when_another_cannot_be_opened(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    def refuse(_path: Path) -> FakeWorkspace:
        raise WorkspaceError("not_ours")

    operations.open(refuse, Path("y.votum")).failed(listener.on_error).read()
    operations.run(say, "noch da").done(listener.on_value).read()
    qtbot.waitUntil(lambda: bool(listener.values))
    assert listener.errors[0].code == "not_ours"
    assert workspace.closed_in == ""


def test_what_is_typed_while_another_workspace_is_opened_is_stored_in_the_one_it_belongs_to(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    other = FakeWorkspace()
    operations.workspace_left.connect(lambda: operations.run(say, "typed").write())
    operations.open(lambda _path: other, Path("y.votum")).read()
    qtbot.waitUntil(lambda: operations.idle)
    assert "typed" in workspace.log
    assert other.log == []


def test_what_follows_from_an_answer_belongs_to_the_workspace_that_gave_it(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    """What was read for an import must not be taken into another round that was opened meanwhile."""
    other, gate = FakeWorkspace(), threading.Event()

    def read(_unit: FakeUnit) -> None:
        gate.wait(5)

    operations.run(read).done(lambda _nothing: operations.run(say, "taken").write()).read()
    operations.open(lambda _path: other, Path("y.votum")).read()
    operations.workspace_left.connect(gate.set)
    qtbot.waitUntil(lambda: operations.idle)
    assert "taken" in workspace.log
    assert other.log == []


def test_closing_closes_the_workspace_in_its_thread(qapp: object) -> None:
    del qapp
    operations, workspace = Operations(), FakeWorkspace()
    operations.open(lambda _path: workspace, Path("x.votum")).read()
    operations.close()
    assert workspace.closed_in == "votum-database"


def test_long_work_says_what_it_does_and_can_be_cancelled(
    operations: Operations, workspace: FakeWorkspace, listener: Listener, qtbot: QtBot
) -> None:
    del workspace
    works: list[LongWork | None] = []
    operations.long_work_changed.connect(works.append)
    progress = operations.progress()
    shown = threading.Event()

    def export(_unit: FakeUnit) -> str:
        shown.wait(5)
        return "fertig" if progress(1, 3) else "abgebrochen"

    operations.run(export).done(listener.on_value).slowly("Akte wird geschrieben", progress).read()
    qtbot.waitUntil(lambda: bool(works))
    operations.cancel()
    shown.set()
    qtbot.waitUntil(lambda: works[-1] is None)
    assert works[0] == LongWork("Akte wird geschrieben", can_cancel=True)
    assert listener.values == ["abgebrochen"]


def test_what_still_waits_at_the_end_is_stored_before_the_workspace_closes(qapp: object) -> None:
    del qapp
    operations, workspace = Operations(), FakeWorkspace()
    operations.open(lambda _path: workspace, Path("x.votum")).read()
    for word in "abc":
        operations.run(say, word).write()
    operations.close()
    assert [word for word in workspace.log if word != "left"] == ["a", "b", "c"]
    assert workspace.closed_in == "votum-database"


def test_a_write_that_starts_another_when_it_is_done_runs_each_once(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    left = ["b", "c"]

    class Chain(QObject):
        def on_value(self, _value: object) -> None:
            if left:
                operations.run(say, left.pop(0)).done(self.on_value).write()

    chain = Chain()
    operations.run(say, "a").done(chain.on_value).write()
    qtbot.waitUntil(lambda: operations.idle and not left)
    assert [word for word in workspace.log if word != "left"] == ["a", "b", "c"]


def test_a_clock_that_is_set_back_neither_stops_saving_nor_the_next_try(
    operations: Operations, workspace: FakeWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        hours = iter(range(23, 0, -1))

        @classmethod
        @override
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 11, 24, next(cls.hours), tzinfo=tz)

    full = [False]

    def store(unit: FakeUnit, word: str) -> None:
        if full[0]:
            raise WorkspaceError("disk_full")
        unit.log.append(word)

    monkeypatch.setattr("reviewer_app.ui.shell.operations.datetime", Clock)
    operations.run(store, "a").write()
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.SAVED)
    full[0] = True
    operations.run(store, "b").write()
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.FAILED)
    failed = operations.save_state.since
    operations.retry()
    qtbot.waitUntil(lambda: not operations._queue.running)
    assert operations.save_state.since == failed
    assert operations._retry.isActive()
    full[0] = False
    operations.retry()
    qtbot.waitUntil(lambda: operations.idle)
    assert [word for word in workspace.log if word != "left"] == ["a", "b"]
    assert operations.save_state.status is SaveStatus.SAVED
