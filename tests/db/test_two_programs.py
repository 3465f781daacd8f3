"""Two programs at once, a program that is killed, and a log that is not ours: nothing that was stored is lost."""

import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from db import integrity, mapping
from db.sqlite_files.lock import FileLock
from db.workspace import SqlWorkspace, create_workspace
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import ApplicationId
from tests.db.conftest import CATALOGUE, START, Opener, TestClock, read_catalogue
from tests.db.test_bad_files import beside
from tests.db.test_repositories import a_person

ROOT = Path(__file__).resolve().parents[2]

type Child = subprocess.Popen[str]
type Starter = Callable[..., Child]


@pytest.fixture
def start() -> Iterator[Starter]:
    """Give a function that starts a second program and waits until it has the workspace open."""
    running: list[Child] = []

    def begin(what: str, path: Path) -> Child:
        child = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", "tests.db.child", what, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(child)
        assert child.stdout is not None
        assert child.stdout.readline()
        return child

    yield begin
    for child in running:
        child.kill()
        child.communicate()


def test_the_second_program_is_told_since_when(closed: Path, opened: Opener, start: Starter) -> None:
    child = start("hold", closed)
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_locked"
    assert str(caught.value.params["since"]).count(":") == 1
    child.communicate("")
    with opened().unit_of_work() as uow:
        assert uow.people.all() == ()


def test_the_second_program_reads_beside_the_first(workspace: SqlWorkspace, opened: Opener, path: Path) -> None:
    guest = opened(read_only=True)
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person())
        with guest.unit_of_work() as reading:
            assert reading.people.all() == ()
        uow.commit()
    with guest.unit_of_work() as reading:
        assert len(reading.people.all()) == 1
        reading.people.all()
        with pytest.raises(WorkspaceError) as caught:
            reading.people.put(a_person("Bo"))
    assert caught.value.code == "workspace_read_only"
    workspace.close()
    guest.close()
    assert beside(path) == []


@pytest.mark.parametrize("reader", ["guest", "second process"])
def test_whoever_reads_beside_a_program_that_lost_its_locks_does_it_no_harm(
    closed: Path, opened: Opener, start: Starter, reader: str
) -> None:
    """Any part of a program that opens and closes a database file drops SQLite's locks on it (POSIX); dialogs do."""
    child = start("lose", closed)
    assert child.stdin is not None
    assert child.stdout is not None
    index = closed.with_name(closed.name + "-shm")
    mapped = index.read_bytes()
    beside_it = opened(read_only=True)
    readers = beside_it if reader == "guest" else pickle.loads(pickle.dumps(beside_it.readers))  # noqa: S301  # our own
    for count in range(3):
        with readers.reading() as reading:
            before = reading.reviews.history(ApplicationId("a"))
            assert index.read_bytes() == mapped, "cut under a program that has it mapped, that one dies"
            child.stdin.write("\n")
            child.stdin.flush()
            assert child.stdout.readline() == f"{count}\n"
            assert reading.reviews.history(ApplicationId("a")) == before
        mapped = index.read_bytes()
        with readers.reading() as reading:
            assert reading.reviews.of(ApplicationId("a"))[0].rationale("A2") == f"Stand {count}"
    beside_it.close()
    assert child.communicate()[0] == "closed\n"
    with opened().unit_of_work() as uow:
        assert uow.reviews.of(ApplicationId("a"))[0].rationale("A2") == "Stand 2"


def test_a_command_that_reads_is_waited_for(closed: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = FileLock.acquire(closed, "reading")
    monkeypatch.setattr("db.sqlite_files.lock.time.sleep", lambda _seconds: reader.release())
    assert not opened().read_only


def test_a_stale_lock_file_locks_nobody_out(closed: Path, opened: Opener) -> None:
    closed.with_name(closed.name + ".lock").write_text("writing 1\n")
    opened().close()
    assert beside(closed) == []


def test_killed_while_writing_it_has_every_value_it_said_it_had(closed: Path, opened: Opener, start: Starter) -> None:
    child = start("write", closed)
    assert child.stdout is not None
    said = [int(child.stdout.readline()) for _ in range(40)]
    os.kill(child.pid, signal.SIGKILL)
    said += [int(line) for line in child.communicate()[0].splitlines()]
    last = said[-1]
    assert f"{closed.name}-wal" in beside(closed)
    workspace = opened()
    assert workspace.notices == ()
    with workspace.unit_of_work() as uow:
        review = uow.reviews.of(ApplicationId("a"))[0]
        history = uow.reviews.history(ApplicationId("a"))
    words = review.rationale("A2")
    assert words in {f"Stand {last}", f"Stand {last + 1}"}
    assert review.value("A1") == Fraction(int(words.removeprefix("Stand ")) % 11, 2)
    assert [one.after for one in history if one.what == "value"][:12] == [
        *(mapping.exact_text(Fraction(step, 2)) for step in range(11)),
        "0",
    ]
    workspace.close()
    assert beside(closed) == []
    assert integrity.check(closed, read_catalogue) == ()


def logged(path: Path, clock: TestClock, title: str) -> Path:
    """Make a workspace and give a log of it as a killed run would leave it."""
    workspace = create_workspace(path, CATALOGUE, title, None, clock)
    with workspace.unit_of_work() as uow:
        for number in range(60):
            uow.people.put(a_person(f"{title} {number} " + "x" * 200, number))
        uow.commit()
    log = path.with_name(f"log of {title}")
    shutil.copy(path.with_name(path.name + "-wal"), log)
    workspace.close()
    return log


def test_a_log_without_a_commit_holds_nothing_and_is_no_alarm(closed: Path, opened: Opener, data_folder: Path) -> None:
    before = closed.read_bytes()
    workspace = opened()
    workspace.ground.connection.execute("PRAGMA cache_size=1")
    with workspace.unit_of_work() as uow:
        for number in range(200):
            uow.people.put(a_person(f"{number} " + "x" * 300, number))
        log = closed.with_name(closed.name + "-wal").read_bytes()
    workspace.close()
    assert len(log) > 10_000
    closed.write_bytes(before)
    closed.with_name(closed.name + "-wal").write_bytes(log)
    assert integrity.check(closed, read_catalogue, data_folder) == ()
    for read_only in (True, False):
        workspace = opened(read_only=read_only)
        assert workspace.notices == ()
        with workspace.unit_of_work() as uow:
            assert uow.people.all() == ()
        workspace.close()
    assert beside(closed) == []
    assert not (data_folder / "aside").exists()
    assert integrity.check(closed, read_catalogue, data_folder) == ()


def test_the_log_of_another_workspace_is_not_replayed(
    closed: Path, opened: Opener, clock: TestClock, data_folder: Path, tmp_path: Path
) -> None:
    log = logged(tmp_path / "other.votum", clock, "other")
    before = closed.read_bytes()
    shutil.copy(log, closed.with_name(closed.name + "-wal"))
    for read_only in (True, False):
        around = beside(closed)
        workspace = opened(read_only=read_only)
        assert workspace.notices == ("workspace_foreign_log",)
        with workspace.unit_of_work() as uow:
            assert uow.people.all() == ()
        workspace.close()
        assert closed.read_bytes() == before
        assert beside(closed) == (around if read_only else [])
    (kept,) = (data_folder / "aside").iterdir()
    assert kept.read_bytes() == log.read_bytes()


def test_an_old_log_of_the_same_workspace_does_not_ruin_it(path: Path, opened: Opener, clock: TestClock) -> None:
    path.parent.mkdir()
    log = logged(path, clock, "early")
    workspace = opened()
    with workspace.unit_of_work() as uow:
        for person in uow.people.all():
            uow.people.put(a_person(f"later {person.number} " + "y" * 300, 1000 + person.number))
        uow.commit()
        everybody = uow.people.all()
    workspace.close()
    shutil.copy(log, path.with_name(path.name + "-wal"))
    workspace = opened()
    assert workspace.notices == ("workspace_foreign_log",)
    with workspace.unit_of_work() as uow:
        assert uow.people.all() == everybody
    assert integrity.check(path, read_catalogue) == ()


def test_garbage_for_a_log_is_ignored(closed: Path, opened: Opener) -> None:
    closed.with_name(closed.name + "-wal").write_bytes(os.urandom(9000))
    closed.with_name(closed.name + "-shm").write_bytes(os.urandom(32768))
    with opened().unit_of_work() as uow:
        assert uow.rounds.get().title == "Aufnahmerunde 2026"


def test_a_rollback_journal_is_put_aside(closed: Path, opened: Opener, data_folder: Path) -> None:
    journal = closed.with_name(closed.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + os.urandom(5000))
    before = closed.read_bytes()
    workspace = opened()
    assert workspace.notices == ("workspace_foreign_log",)
    workspace.close()
    assert closed.read_bytes() == before
    assert len(list((data_folder / "aside").iterdir())) == 1


def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written, also where the tests run as root and permissions do not bind them."""
    monkeypatch.setattr("db.sqlite_files.access.os.access", lambda _path, mode: mode != os.W_OK)


def test_where_nothing_may_be_written_it_is_read(closed: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    unwritable(monkeypatch)
    before = closed.read_bytes()
    workspace = opened()
    assert workspace.read_only
    assert workspace.notices == ("workspace_read_only",)
    with workspace.unit_of_work() as uow:
        assert uow.read_only
        assert uow.rounds.get().title == "Aufnahmerunde 2026"
        with pytest.raises(WorkspaceError) as caught:
            uow.commit()
    assert caught.value.code == "workspace_read_only"
    workspace.close()
    assert closed.read_bytes() == before
    assert beside(closed) == []


def test_where_nothing_may_be_written_a_log_is_read_from_a_copy(
    closed: Path, opened: Opener, start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = start("write", closed)
    child.kill()
    child.communicate()
    before, around = closed.read_bytes(), beside(closed)
    unwritable(monkeypatch)
    workspace = opened()
    with workspace.unit_of_work() as uow:
        assert len(uow.reviews.of(ApplicationId("a"))) == 1
    scratch = workspace.ground.scratch
    assert scratch is not None
    assert scratch.path.is_dir()
    workspace.close()
    assert not scratch.path.exists()
    assert (closed.read_bytes(), beside(closed)) == (before, around)


def test_a_power_cut_costs_nothing_that_was_committed(workspace: SqlWorkspace) -> None:
    def asked(name: str) -> object:
        return workspace.ground.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert {name: asked(name) for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")} == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    with workspace.unit_of_work() as uow:
        other = sqlite3.connect(workspace.path, timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert uow.rounds.last_change() == START


def test_a_program_that_keeps_writing_is_named_after_a_while(workspace: SqlWorkspace) -> None:
    workspace.ground.connection.execute("PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(workspace.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError) as caught, workspace.unit_of_work():
            pass
        assert caught.value.code == "workspace_busy"
    with workspace.unit_of_work() as uow:
        assert uow.rounds.last_change() == START - timedelta(0)


def store(workspace: SqlWorkspace, data: bytes) -> None:
    with workspace.unit_of_work() as uow:
        uow.files.add(iter([data]))
        uow.commit()


def test_a_full_disk_loses_nothing(workspace: SqlWorkspace, opened: Opener, path: Path) -> None:
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person())
        uow.commit()
    pages = workspace.ground.connection.execute("PRAGMA page_count").fetchone()[0]
    workspace.ground.connection.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(WorkspaceError) as caught:
        store(workspace, os.urandom(100_000))
    assert (caught.value.code, caught.value.place) == ("disk_full", path.name)
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person("Bo", 2))
        uow.commit()
    workspace.close()
    with opened().unit_of_work() as uow:
        assert len(uow.people.all()) == 2
