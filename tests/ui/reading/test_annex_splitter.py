"""Long work and reading beside the keyboard, on real files: nobody waits, nothing that was keyed is lost."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from db.integrity import check
from db.workspace import SqlWorkspace
from reviewer_app.domain.errors import VotumError, WorkspaceError
from reviewer_app.domain.reviews.review import Review
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.services.intake.files import FileReport, Prepared, TakeOutcome, prepare, take_prepared
from reviewer_app.services.intake.preview import Choice, PreviewLine, PreviewRequest, preview
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import set_value
from reviewer_app.ui.shell.operations import Operations, SaveStatus
from reviewer_app.ui.shell.threads import JobProgress
from tests.factories import filled_forms as forms
from tests.factories import rounds
from tests.factories.rounds import set_setting
from tests.tree import ROOT
from tests.ui.at_work import APPLICATION

KEY = "B3"
ANSWER = 1.0
"""Seconds in which whoever cancels or closes is answered."""


class Told(QObject):
    """Takes what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[VotumError] = []

    def on_value(self, value: object) -> None:
        self.values.append(value)

    def on_error(self, error: VotumError) -> None:
        self.errors.append(error)


@pytest.fixture
def told(qapp: object) -> Told:
    del qapp
    return Told()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return rounds.make_round(tmp_path / "runde.votum")


@pytest.fixture
def opened(operations: Operations, path: Path, qtbot: QtBot) -> Iterator[SqlWorkspace]:
    told = Told()
    operations.open(rounds.open_round, path).done(told.on_value).read()
    qtbot.waitUntil(lambda: bool(told.values))
    workspace = told.values[0]
    assert isinstance(workspace, SqlWorkspace)
    yield workspace
    operations._queue.writes.clear()


def own_review(uow: UnitOfWork) -> Review:
    found = uow.reviews.find(APPLICATION, rounds.ADLER)
    assert found is not None
    return found


def stay(uow: UnitOfWork, progress: JobProgress) -> str:
    """Go on until somebody stops it, as an export does between two files."""
    pause = threading.Event()
    while progress(1, 3, "GC-2026-014"):
        pause.wait(0.01)
    return f"stopped after {len(uow.applications.numbers())}"


def hang(_uow: UnitOfWork, _progress: JobProgress) -> None:
    """Answer nothing any more, as with a file that a library chokes on."""
    threading.Event().wait()


def form(folder: Path, number: str) -> Path:
    file = folder / f"{number}.xlsx"
    file.write_bytes(forms.workbook(antrag_nr=number))
    return file


def test_keying_and_pages_go_on_while_long_work_reads_and_rehearses(
    operations: Operations, opened: SqlWorkspace, told: Told, qtbot: QtBot
) -> None:
    progress, gate, entered = operations.progress(), threading.Event(), threading.Event()

    def rehearse(uow: UnitOfWork) -> int:
        entered.set()
        gate.wait(10)
        return len(uow.applications.numbers())

    operations.run(rehearse).rehearse()
    operations.run(stay, progress).slowly("long", progress).read()
    qtbot.waitUntil(entered.is_set)
    operations.run(set_value, APPLICATION, KEY, Fraction(1, 2), rounds.NOW).write()
    operations.run(own_review).done(told.on_value).read()
    operations.run(worklist).done(told.on_value).read()
    qtbot.waitUntil(lambda: len(told.values) == 2)
    review = told.values[0]
    assert isinstance(review, Review)
    assert review.value(KEY) == Fraction(1, 2)
    assert operations.save_state.status is SaveStatus.SAVED
    assert not gate.is_set()
    with opened.reading() as uow:
        assert own_review(uow).value(KEY) == Fraction(1, 2)
    gate.set()
    progress.cancel()
    qtbot.waitUntil(lambda: operations.idle, timeout=20_000)


def test_import_sees_what_was_keyed_and_keeps_it(
    operations: Operations, opened: SqlWorkspace, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    file = form(tmp_path, "GC-2026-077")
    operations.run(preview, (PreviewRequest(file),), rounds.NOW).done(told.on_value).rehearse()
    operations.run(prepare, file, rounds.NOW).done(told.on_value).slowly("read").read()
    operations.run(set_value, APPLICATION, KEY, Fraction(9, 2), rounds.NOW).write()
    qtbot.waitUntil(lambda: operations.idle, timeout=30_000)
    lines, prepared = told.values
    assert isinstance(lines, tuple)
    assert isinstance(lines[0], PreviewLine)
    assert (lines[0].number, lines[0].choice) == ("GC-2026-077", Choice.SAME_NAME)
    assert isinstance(prepared, Prepared)
    file.unlink()
    operations.run(take_prepared, prepared, rounds.NOW).done(told.on_value).write(keep=False)
    qtbot.waitUntil(lambda: operations.idle)
    report = told.values[-1]
    assert isinstance(report, FileReport)
    assert report.outcome is TakeOutcome.TAKEN
    with opened.reading() as uow:
        assert "GC-2026-077" in uow.applications.numbers()
        assert own_review(uow).value(KEY) == Fraction(9, 2)


def test_long_work_answers_at_once_when_it_is_cancelled(
    operations: Operations, opened: SqlWorkspace, told: Told, qtbot: QtBot
) -> None:
    progress = operations.progress("{name} wird gelesen")
    operations.run(stay, progress).done(told.on_value).slowly("long", progress).read()
    qtbot.waitUntil(lambda: operations._work.done == 1, timeout=20_000)
    assert operations._work.words == "GC-2026-014 wird gelesen"
    begun = monotonic()
    operations.cancel()
    qtbot.waitUntil(lambda: bool(told.values))
    assert monotonic() - begun < ANSWER
    assert told.values == [f"stopped after {len(rounds.ROWS)}"]
    assert not opened.read_only


def test_looking_at_a_file_that_hangs_is_ended_and_the_next_works(
    operations: Operations, opened: SqlWorkspace, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    progress = operations.progress()
    operations.run(hang, progress).failed(told.on_error).slowly("long", progress).rehearse()
    operations.cancel()
    qtbot.waitUntil(lambda: bool(told.errors), timeout=20_000)
    assert told.errors[0].code == "cancelled"
    wanted = (PreviewRequest(form(tmp_path, "GC-2026-078")),)
    operations.run(preview, wanted, rounds.NOW).done(told.on_value).rehearse()
    qtbot.waitUntil(lambda: bool(told.values), timeout=30_000)
    with opened.reading() as uow:
        assert "GC-2026-078" not in uow.applications.numbers()


def count_up(progress: JobProgress) -> int:
    """Say from where it was done, by the number of the process."""
    progress(1, 1, "")
    return os.getpid()


def test_long_work_without_the_store_is_done_in_the_second_process_too(
    operations: Operations, told: Told, qtbot: QtBot
) -> None:
    progress = operations.progress()
    operations.call(partial(count_up, progress)).done(told.on_value).slowly("demo", progress).read()
    operations.call(os.getpid).done(told.on_value).read()
    qtbot.waitUntil(lambda: len(told.values) == 2, timeout=20_000)
    assert told.values[0] == os.getpid()
    assert told.values[1] != os.getpid()


def test_closing_during_long_work_keeps_what_was_keyed(told: Told, path: Path, qtbot: QtBot) -> None:
    operations = Operations()
    operations.open(rounds.open_round, path).done(told.on_value).read()
    qtbot.waitUntil(lambda: bool(told.values))
    progress = operations.progress()
    operations.run(hang, progress).slowly("long", progress).rehearse()
    operations.run(stay, progress).slowly("long", progress).read()
    operations.run(set_value, APPLICATION, KEY, Fraction(3, 2), rounds.NOW).write()
    operations.run(set_setting, "later", "kept").write()
    begun = monotonic()
    operations.close()
    assert monotonic() - begun < ANSWER * 3
    assert not path.with_name(f"{path.name}-wal").exists()
    with closing(rounds.open_round(path)) as left, left.reading() as uow:
        assert own_review(uow).value(KEY) == Fraction(3, 2)
        assert uow.rounds.get().settings["later"] == "kept"


def test_what_is_written_before_another_round_is_open_goes_into_the_one_it_was_written_for(
    operations: Operations, opened: SqlWorkspace, path: Path, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    other = rounds.make_round(tmp_path / "andere.votum")
    for number in range(5):
        operations.run(set_setting, f"s{number}", "here").failed(told.on_error).write()
    operations.open(rounds.open_round, other).done(told.on_value).read()
    operations.run(set_setting, "late", "here").failed(told.on_error).write()
    qtbot.waitUntil(lambda: bool(told.values))
    operations.run(set_setting, "there", "there").write()
    qtbot.waitUntil(lambda: operations.idle)
    assert told.errors == []
    assert opened.path == path
    with closing(rounds.open_round(path)) as left, left.reading() as uow:
        assert uow.rounds.get().settings == {**{f"s{number}": "here" for number in range(5)}, "late": "here"}
    now = told.values[0]
    assert isinstance(now, SqlWorkspace)
    with now.reading() as uow:
        assert dict(uow.rounds.get().settings) == {"there": "there"}


def test_a_second_program_sees_the_lock_whatever_reads_beside(
    operations: Operations, opened: SqlWorkspace, path: Path, qtbot: QtBot
) -> None:
    progress = operations.progress()
    operations.run(stay, progress).slowly("long", progress).read()
    qtbot.waitUntil(lambda: operations._work.done == 1, timeout=20_000)
    with opened.reading() as one, opened.rehearsal() as other:
        assert one.applications.numbers() == other.applications.numbers()
    with pytest.raises(WorkspaceError, match="workspace_locked"):
        rounds.open_round(path)
    progress.cancel()
    qtbot.waitUntil(lambda: operations.idle)
    with pytest.raises(WorkspaceError, match="workspace_locked"):
        rounds.open_round(path)


def test_a_full_disk_stops_an_import_and_keeps_what_is_keyed_until_there_is_room(
    operations: Operations, opened: SqlWorkspace, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    operations.run(prepare, form(tmp_path, "GC-2026-079"), rounds.NOW).done(told.on_value).slowly("read").read()
    qtbot.waitUntil(lambda: bool(told.values), timeout=30_000)
    prepared = told.values[0]
    assert isinstance(prepared, Prepared)
    raw = opened.ground.connection
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count={pages}")
    operations.run(take_prepared, prepared, rounds.NOW).failed(told.on_error).write(keep=False)
    operations.run(set_setting, "text", "x" * 400_000).write()
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.FAILED)
    assert [error.code for error in told.errors] == ["disk_full"]
    operations.run(own_review).done(told.on_value).read()
    qtbot.waitUntil(lambda: isinstance(told.values[-1], Review))
    raw.execute("PRAGMA max_page_count=1000000")
    operations.retry()
    qtbot.waitUntil(lambda: operations.idle)
    with opened.reading() as uow:
        assert len(uow.rounds.get().settings["text"]) == 400_000
        assert "GC-2026-079" not in uow.applications.numbers()


def test_what_was_told_as_stored_is_there_after_a_kill_in_the_middle_of_an_import(path: Path, tmp_path: Path) -> None:
    files = [form(tmp_path, f"GC-2026-08{place}") for place in range(3)]
    child = subprocess.Popen(  # noqa: S603 # our own module
        [sys.executable, "-m", "tests.ui.at_work", str(path), *map(str, files)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout is not None
    lines: list[str] = []
    while len(lines) < 40 or lines.count("taken") < 2:
        line = child.stdout.readline()
        assert line
        lines.append(line.strip())
    child.kill()
    lines += [line.strip() for line in child.communicate()[0].splitlines()]
    stored = dict(line.split() for line in lines if line != "taken")
    workspace = rounds.open_round(path)
    with workspace.unit_of_work() as uow:
        review = own_review(uow)
        last = {key: review.value(key) for key in stored}
        numbers = [number for number in uow.applications.numbers() if number.startswith("GC-2026-08")]
        whole = [uow.applications.find(number) for number in numbers]
    workspace.close()
    keys = list(stored)  # each key once, in the order in which they are keyed over and over
    newest = next(line for line in reversed(lines) if line != "taken").split()[0]
    on_the_way = keys[(keys.index(newest) + 1) % len(keys)]  # may be stored and not told yet
    assert {key: value for key, value in last.items() if key != on_the_way} == {
        key: Fraction(value) for key, value in stored.items() if key != on_the_way
    }
    assert len(numbers) >= 2
    assert all(one is not None and one.form is not None for one in whole)
    assert check(path, data_folder=tmp_path / "data") == ()
