"""Keeping the list for the next opening: written only where it is another, never for reading, never without a name."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from db.store import Store
from reviewer_app.domain.ids import PersonId
from reviewer_app.services.applications.cached_list import cache_list
from reviewer_app.services.applications.worklist import WorkList
from reviewer_app.services.ports import Workspace


def numbers(found: WorkList) -> str:
    return " ".join(row.number for row in found.rows)


def sit_down(workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        uow.rounds.put(replace(uow.rounds.get(), me=PersonId("M. Adler")))
        uow.commit()


def look(workspace: Workspace) -> str:
    with workspace.unit_of_work() as uow:
        return uow.rounds.cached_list()


def keep(workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        cache_list(uow, numbers)


def test_the_list_is_kept_as_it_is_worded(workspace: Workspace, store: Store) -> None:
    sit_down(workspace)
    keep(workspace)
    assert look(workspace) == "GC-2026-002 GC-2026-014"
    path = workspace.path  # type: ignore[attr-defined] # the store's own workspace knows where it lies
    workspace.close()
    assert store.cached_list(path) == "GC-2026-002 GC-2026-014"


def test_what_is_kept_already_is_not_written_again(workspace: Workspace, tmp_path: Path) -> None:
    sit_down(workspace)
    keep(workspace)
    log = tmp_path / "runde.votum-wal"
    before = log.read_bytes()
    keep(workspace)
    assert log.read_bytes() == before


def test_without_a_name_nothing_is_kept(workspace: Workspace) -> None:
    keep(workspace)
    assert not look(workspace)


def test_a_workspace_for_reading_keeps_nothing(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    sit_down(workspace)
    workspace.close()
    reading = store.open(tmp_path / "runde.votum", read_only=True)
    keep(reading)
    assert not look(reading)
    reading.close()


def test_with_the_list_goes_what_an_older_program_did_not_keep(workspace: Workspace, store: Store) -> None:
    sit_down(workspace)
    keep(workspace)
    path = workspace.path  # type: ignore[attr-defined] # the store's own workspace knows where it lies
    workspace.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE formal_proposals")
        raw.commit()
    again = store.open(path)
    keep(again)
    with again.unit_of_work() as uow:
        assert not uow.applications.keep_proposals()
    again.close()
    assert store.cached_list(path) == "GC-2026-002 GC-2026-014"
