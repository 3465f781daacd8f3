"""Caching the list for the next opening: only where none is cached that holds, never for reading or without a name."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.sqlite_files.derived import PROPOSALS
from db.store import Store
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.permissions import Act, Role, roles_for
from reviewer_app.services.applications import worklist as listing
from reviewer_app.services.applications.work_rows import read, written
from reviewer_app.services.applications.worklist import cache_list, closing_with_list, worklist
from reviewer_app.services.ports import Workspace
from tests.factories import rounds

ADLER = PersonId("M. Adler")


def work_as(workspace: Workspace, role: Role = Role.REVIEWER) -> None:
    with workspace.unit_of_work() as uow:
        uow.people.put(replace(uow.people.get(ADLER), role=role))
        uow.rounds.put(replace(uow.rounds.get(), me=ADLER))
        uow.commit()


def cached(workspace: Workspace) -> str:
    with workspace.unit_of_work() as uow:
        return uow.rounds.cached_list()


def keep(workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        cache_list(uow)


@pytest.mark.parametrize("role", Role)
def test_what_is_cached_is_the_list_of_who_works_here(workspace: Workspace, store: Store, role: Role) -> None:
    work_as(workspace, role)
    with workspace.unit_of_work() as uow:
        found = worklist(uow)
    keep(workspace)
    path = workspace.path  # type: ignore[attr-defined] # the store's own workspace knows where it lies
    workspace.close()
    shown = read(store.cached_list(path))
    assert shown == found
    assert shown is not None
    assert (shown.person, shown.role) == (ADLER, role)
    assert [row.number for row in shown.rows] == ["GC-2026-002", "GC-2026-014"]
    assert any(row.figures for row in shown.rows) is (role in roles_for(Act.LIST_FIGURES))


def test_a_list_that_holds_is_neither_worked_out_nor_written_again(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_as(workspace)
    keep(workspace)
    log = tmp_path / "runde.votum-wal"
    before = log.read_bytes()
    monkeypatch.setattr(listing, "worklist", None)
    keep(workspace)
    assert log.read_bytes() == before


def test_one_that_holds_but_is_no_list_gives_way(workspace: Workspace) -> None:
    work_as(workspace)
    with workspace.unit_of_work() as uow:
        uow.rounds.cache_list("{}")
        uow.commit()
    assert cached(workspace) == "{}"
    keep(workspace)
    assert read(cached(workspace)) is not None


def test_without_a_name_nothing_is_kept(workspace: Workspace) -> None:
    keep(workspace)
    assert not cached(workspace)


def test_a_list_that_would_not_be_read_is_not_written(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    work_as(workspace)
    with workspace.unit_of_work() as uow:
        length = len(written(worklist(uow)))
    monkeypatch.setattr(listing, "LONGEST", length - 1)
    keep(workspace)
    assert not cached(workspace)
    monkeypatch.setattr(listing, "LONGEST", length)
    keep(workspace)
    assert read(cached(workspace)) is not None


def test_a_workspace_for_reading_keeps_nothing(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    work_as(workspace)
    workspace.close()
    reading = store.open(tmp_path / "runde.votum", read_only=True)
    keep(reading)
    assert not cached(reading)
    reading.close()


def test_a_command_leaves_the_list_behind_unless_it_failed(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    work_as(workspace)
    path = tmp_path / "runde.votum"
    with pytest.raises(ZeroDivisionError), closing_with_list(workspace):
        raise ZeroDivisionError
    assert not store.cached_list(path)
    with closing_with_list(store.open(path)) as again, again.unit_of_work() as uow:
        assert uow.applications.numbers()
    assert read(store.cached_list(path)) is not None


def test_with_the_list_goes_what_an_older_program_did_not_keep(workspace: Workspace, store: Store) -> None:
    work_as(workspace)
    path = workspace.path  # type: ignore[attr-defined] # the store's own workspace knows where it lies
    workspace.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE formal_proposals")
        raw.commit()
    with closing_with_list(store.open(path)) as again:
        keep(again)
        with again.unit_of_work() as uow:
            assert not uow.applications.keep_proposals()
    assert read(store.cached_list(path)) is not None


def test_a_damaged_table_of_proposals_keeps_no_list_from_being_cached(demo_file: Path, store: Store) -> None:
    with closing(sqlite3.connect(demo_file)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (PROPOSALS,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        raw.execute("DELETE FROM settings")
        raw.commit()
    with demo_file.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    assert not store.cached_list(demo_file)
    with closing_with_list(rounds.open_round(demo_file)) as workspace, workspace.reading() as uow:
        found = worklist(uow)
    assert read(store.cached_list(demo_file)) == found
