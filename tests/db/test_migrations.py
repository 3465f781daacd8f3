"""The steps build the tables of today and import nothing of ours; an older file is copied aside and upgraded."""

import ast
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from db import connection, migrate, workspace
from db.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from db.sqlite_files import access, probe, schema
from db.tables import metadata
from reviewer_app.domain.errors import WorkspaceError
from tests.db.conftest import CATALOGUE, Opener

STEPS = sorted((migrate.STEPS / "versions").glob("v*.py"))


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    with closing(connect("file::memory:")) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        yield connection


def test_head_equals_tables(empty: sqlite3.Connection) -> None:
    migrate.upgrade(empty, "x")
    assert schema.differences(empty) == ()
    assert empty.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"{SCHEMA_VERSION:04}",)]
    assert empty.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert empty.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("step", [*STEPS, migrate.STEPS / "env.py"], ids=lambda step: step.stem)
def test_a_step_imports_nothing_of_ours(step: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= {"sqlalchemy", "alembic"}


def test_the_tables_are_made_on_postgresql_too() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    words = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    words += [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata.tables.values()
        for index in table.indexes
    ]
    whole = "\n".join(words)
    assert "BYTEA" in whole
    assert "TIMESTAMP" in whole
    assert "id SERIAL" in whole
    assert "PRAGMA" not in whole


NEXT = SCHEMA_VERSION + 1
NEXT_STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{next:04}", "{head:04}"
def upgrade():
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("mail", sa.Text()))
    {more}
"""


def next_step(more: str) -> str:
    return NEXT_STEP.format(next=NEXT, head=SCHEMA_VERSION, more=more)


@pytest.fixture
def next_release(closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this program one schema version newer; give the file of its last step."""
    assert closed.exists()
    steps = tmp_path / "steps"
    (steps / "versions").mkdir(parents=True)
    for name in ("env.py", *(f"versions/{step.name}" for step in STEPS)):
        (steps / name).write_text((migrate.STEPS / name).read_text(encoding="utf-8"), encoding="utf-8")
    step = steps / "versions" / f"v{NEXT:04}_mail.py"
    step.write_text(next_step("pass"), encoding="utf-8")
    monkeypatch.setattr(migrate, "STEPS", steps)
    for module in (connection, migrate, access, probe, workspace):
        monkeypatch.setattr(module, "SCHEMA_VERSION", NEXT)
    ours = dict(schema.expected())
    people = ours["table", "people"].replace("mandates TEXT NOT NULL,", "mandates TEXT NOT NULL, mail TEXT,")
    ours["table", "people"] = people
    monkeypatch.setattr(schema, "expected", lambda: ours)
    return step


@pytest.mark.usefixtures("next_release")
def test_an_older_file_is_copied_aside_and_upgraded(closed: Path, opened: Opener, data_folder: Path) -> None:
    original = closed.with_name("before.votum")
    original.write_bytes(closed.read_bytes())
    workspace = opened()
    assert workspace.notices == ("workspace_upgraded",)
    with workspace.unit_of_work() as uow:
        assert uow.rounds.get().catalogue == CATALOGUE.sha256
    workspace.close()
    with closing(sqlite3.connect(closed)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert connection.execute("SELECT count(mail) FROM people").fetchone() == (0,)
    (copy,) = (data_folder / "copies").iterdir()
    assert copy.name == f"20260302-090000-Runde 2026-v{SCHEMA_VERSION}.votum"
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(original)) as before:
        assert list(kept.iterdump()) == list(before.iterdump())
    assert opened().notices == ()


@pytest.mark.usefixtures("next_release")
def test_an_older_file_is_read_without_changing_it(closed: Path, opened: Opener, data_folder: Path) -> None:
    before = closed.read_bytes()
    workspace = opened(read_only=True)
    with workspace.unit_of_work() as uow:
        assert uow.rounds.get().title == "Aufnahmerunde 2026"
    workspace.close()
    assert closed.read_bytes() == before
    assert [one for one in data_folder.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("more", ["raise ZeroDivisionError", "op.execute('CREATE TABLE other (x)')"])
def test_a_failing_upgrade_leaves_the_file_as_it_was(
    closed: Path, opened: Opener, next_release: Path, more: str
) -> None:
    next_release.write_text(next_step(more), encoding="utf-8")
    before = closed.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_upgrade_failed"
    assert closed.read_bytes() == before


@pytest.mark.usefixtures("next_release")
def test_an_older_file_with_a_foreign_trigger_is_refused_before_it_could_act(closed: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER UPDATE ON people BEGIN DELETE FROM reviews; END")
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert (caught.value.code, caught.value.params) == ("workspace_schema_foreign", {"name": "evil"})
