"""The first look: read without the engine, only where it is the file's last word, and without touching anything."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import cached_list
from db.connection import SCHEMA_VERSION, connect, file_uri
from db.sqlite_files.lock import FileLock
from db.sqlite_files.probe import beside
from db.workspace import SqlWorkspace
from tests.db.conftest import Opener
from tests.tree import ROOT

LOOK = '{"lines":["Photonikverbund Werratal\n"]}'


@pytest.fixture
def kept(workspace: SqlWorkspace, path: Path) -> Path:
    """Give the path of a closed round that keeps a look."""
    keep(workspace)
    workspace.close()
    return path


def keep(workspace: SqlWorkspace, look: str = LOOK) -> None:
    with workspace.unit_of_work() as uow:
        uow.rounds.cache_list(look)
        uow.commit()


def execute(path: Path, sql: str) -> None:
    with closing(connect(file_uri(path, mode="rw"))) as connection:
        connection.execute(sql)


def test_what_is_kept_is_read_and_nothing_is_touched(kept: Path) -> None:
    before = kept.read_bytes()
    assert cached_list.read(kept) == LOOK
    assert kept.read_bytes() == before
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_a_round_without_one_has_none(closed: Path) -> None:
    assert not cached_list.read(closed)


def test_reading_loads_no_engine() -> None:
    code = "import sys, db.cached_list; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 # our own code
    assert done.stdout.strip() == "False"


def test_any_later_commit_ends_it(kept: Path, opened: Opener) -> None:
    again = opened()
    with again.unit_of_work() as uow:
        assert uow.rounds.cached_list() == LOOK
        uow.rounds.put(replace(uow.rounds.get(), title="Frühjahrsrunde"))
        uow.commit()
        assert not uow.rounds.cached_list()
    again.close()
    assert not cached_list.read(kept)


def test_opening_and_closing_alone_leaves_it(kept: Path, opened: Opener) -> None:
    opened().close()
    assert cached_list.read(kept) == LOOK


def test_a_later_one_takes_its_place(kept: Path, opened: Opener) -> None:
    again = opened()
    keep(again, "anders")
    again.close()
    assert cached_list.read(kept) == "anders"


def test_it_is_no_setting_and_no_change_of_the_round(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        before = uow.rounds.last_change()
    workspace.clock.advance(minutes=5)  # type: ignore[attr-defined] # the tests' clock
    keep(workspace)
    with workspace.unit_of_work() as uow:
        assert uow.rounds.last_change() == before
        facts = uow.rounds.get()
        assert facts.settings == {}
        uow.rounds.put(replace(facts, settings={"limit": "3"}))
        uow.commit()
        uow.rounds.cache_list(LOOK)
        assert uow.rounds.get().settings == {"limit": "3"}


def test_a_round_that_is_open_has_none(workspace: SqlWorkspace, path: Path) -> None:
    keep(workspace)
    assert not cached_list.read(path)


def test_a_round_another_program_holds_has_none(kept: Path) -> None:
    lock = FileLock.acquire(kept, "writing")
    try:
        assert not cached_list.read(kept)
    finally:
        lock.release()
    assert cached_list.read(kept) == LOOK


def _is_gone(path: Path) -> None:
    path.unlink()


def _is_older(path: Path) -> None:
    execute(path, f"PRAGMA user_version={SCHEMA_VERSION - 1}")


def _is_newer(path: Path) -> None:
    execute(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def _is_foreign(path: Path) -> None:
    execute(path, "PRAGMA application_id=7")


def _is_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _is_no_database(path: Path) -> None:
    path.write_bytes(b"PK\3\4" * 100)


def _has_a_log(path: Path) -> None:
    """Leave what a run leaves that is killed after a commit."""
    with closing(sqlite3.connect(path)) as run:
        run.execute("PRAGMA journal_mode=WAL")
        run.execute("UPDATE rounds SET title = title || ' neu'")
        run.commit()
        file, log = path.read_bytes(), beside(path, "-wal").read_bytes()
    path.write_bytes(file)
    beside(path, "-wal").write_bytes(log)


def _has_a_journal(path: Path) -> None:
    beside(path, "-journal").write_bytes(b"x")


def _has_a_folder_as_log(path: Path) -> None:
    beside(path, "-wal").mkdir()


def _has_lost_its_mark(path: Path) -> None:
    execute(path, "UPDATE settings SET value = 'ohne Zeile'")


def _has_no_settings(path: Path) -> None:
    execute(path, "DROP TABLE settings")


def _has_bytes_as_look(path: Path) -> None:
    execute(path, "UPDATE settings SET value = x'ff00'")


@pytest.mark.parametrize(
    "happens",
    [
        _is_gone,
        _is_older,
        _is_newer,
        _is_foreign,
        _is_cut,
        _is_no_database,
        _has_a_log,
        _has_a_journal,
        _has_a_folder_as_log,
        _has_lost_its_mark,
        _has_no_settings,
        _has_bytes_as_look,
    ],
)
def test_a_file_that_is_not_as_it_was_left_has_none(kept: Path, happens: Callable[[Path], None]) -> None:
    happens(kept)
    assert not cached_list.read(kept)


def test_a_folder_that_takes_no_lock_has_none(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> FileLock:
        raise PermissionError

    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert not cached_list.read(kept)
