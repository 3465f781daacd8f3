"""The index of texts in the file: it may be there as we make it, be gone, but never be anything else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import migrate
from db.connection import SCHEMA_VERSION, connect
from db.sqlite_files import derived, schema
from db.workspace import SqlWorkspace
from reviewer_app.domain.errors import WorkspaceError
from tests.db.conftest import Opener


@pytest.fixture
def indexed(workspace: SqlWorkspace, path: Path) -> Path:
    """Give a closed round with an empty index."""
    with workspace.unit_of_work() as uow:
        uow.search.prepare()
        uow.commit()
    workspace.close()
    return path


def harm(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_a_file_opens_with_its_index_and_without(indexed: Path, opened: Opener) -> None:
    first = opened()
    with first.unit_of_work() as uow:
        assert uow.search.ready()
    first.close()
    harm(indexed, "DROP TABLE search_words")
    with opened().unit_of_work() as uow:
        assert not uow.search.ready()


def test_every_table_of_the_index_has_words_that_are_known(indexed: Path) -> None:
    with closing(connect(indexed.absolute().as_uri())) as connection:
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%search_%'")}
        assert made == set(derived.DERIVED) - {derived.PROPOSALS}
        assert schema.differences(connection) == ()
        assert schema.acting_objects(connection) == ()
        derived.drop(connection)
        assert schema.differences(connection) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE search_more (a)",
        "CREATE TRIGGER search_acts AFTER INSERT ON search_texts BEGIN DELETE FROM rounds; END",
        "CREATE TRIGGER search_units AFTER INSERT ON search_texts BEGIN DELETE FROM rounds; END",
        "ALTER TABLE search_texts ADD COLUMN evil AS (1)",
        "CREATE VIRTUAL TABLE other USING fts5(words)",
    ],
)
def test_anything_else_beside_it_is_refused(indexed: Path, opened: Opener, statement: str) -> None:
    harm(indexed, statement)
    with pytest.raises(WorkspaceError, match=r"workspace_schema_(foreign|changed)"):
        opened()


def test_an_upgrade_throws_the_index_away(indexed: Path) -> None:
    with closing(connect(indexed.absolute().as_uri())) as connection:
        migrate.upgrade(connection, indexed.name)
        assert [name for name in derived.DERIVED if _is_there(connection, name)] == []
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_an_index_that_lost_its_own_records_can_be_dropped(indexed: Path) -> None:
    harm(indexed, "DELETE FROM search_words_data", "DELETE FROM search_words_config")
    with closing(connect(indexed.absolute().as_uri())) as connection:
        derived.drop(connection)
        assert [name for name in derived.DERIVED if _is_there(connection, name)] == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute("CREATE TABLE x (a)").execute("DELETE FROM sqlite_master")


def _is_there(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None
