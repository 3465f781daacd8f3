"""Reading what can be read of a damaged workspace into a fresh one, table by table and row by row.

The damaged file is not touched; the fresh one is only for reading.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from db.engine import APPLICATION_ID, SCHEMA_VERSION, connect, file_uri
from db.sqlite_files import schema
from db.sqlite_files.damage import is_damage
from db.sqlite_files.rows import mended
from db.tables import metadata
from reviewer_app.domain.errors import WorkspaceError

AREAS: Mapping[str, tuple[str, ...]] = {
    "round": ("rounds", "settings", "catalogues", "alembic_version"),
    "applications": ("applications", "application_versions", "attachments", "formal_decisions"),
    "files": ("files", "file_chunks"),
    "people": ("people", "assignments", "conflicts"),
    "reviews": ("reviews", "scores"),
    "consensus": ("consensus",),
    "history": ("history",),
}
"""What a person calls the tables in which something was lost."""

PROBES = 100_000
_PASSES = 5


def salvage(damaged: str, target: Path, name: str) -> tuple[str, ...]:
    """Copy what can be read at the address `damaged` into a new file `target`; return the areas with losses.

    Raise WorkspaceError(`workspace_beyond_repair`) where not even the list of tables, a round or a catalogue is left.
    """
    hurt: set[str] = set()
    with closing(connect(damaged)) as source, closing(connect(file_uri(target, mode="rwc"))) as fresh:
        source.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
        source.execute("PRAGMA query_only=ON")
        source.execute("PRAGMA cell_size_check=OFF")
        words = source.text_factory = _Words()
        _begin(fresh)
        triggers = []
        for kind, _, sql in schema.statements():
            if kind == "trigger":
                triggers.append(sql)
            else:
                fresh.execute(sql)
        for table in metadata.sorted_tables:
            if not _copy(_Reading(source, words, table, name), fresh, table):
                hurt.add(table.name)
        hurt |= _mend_references(fresh)
        if not (_has_rows(fresh, "rounds") and _has_rows(fresh, "catalogues")):
            raise WorkspaceError("workspace_beyond_repair", name)
        for sql in triggers:
            fresh.execute(sql)
        fresh.execute("COMMIT")
    return tuple(area for area, tables in AREAS.items() if hurt.intersection(tables))


def _begin(fresh: sqlite3.Connection) -> None:
    fresh.execute(f"PRAGMA application_id={APPLICATION_ID}")
    fresh.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    fresh.execute("PRAGMA synchronous=OFF")
    fresh.execute("BEGIN")


def _copy(reading: "_Reading", fresh: sqlite3.Connection, table: Table) -> bool:
    """Copy the readable rows of a table; return whether nothing was lost."""
    marks = ", ".join("?" for _ in table.columns)
    insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608  # a name of ours
    whole = True
    for row in reading.rows():
        kept = mended(table, row)
        whole = whole and kept == list(row)
        if kept is not None:
            try:
                fresh.execute(insert, kept)
            except sqlite3.IntegrityError:
                whole = False
    return whole and reading.whole


class _Words:
    """Decodes text, notes where a byte was wrong and goes on."""

    def __init__(self) -> None:
        self.wrong = False

    def __call__(self, raw: bytes) -> str:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self.wrong = True
            return raw.decode("utf-8", "replace")


class _Reading:
    """Reads a table's rows from both ends towards the damage, then asks for each row in between."""

    def __init__(self, source: sqlite3.Connection, words: _Words, table: Table, name: str) -> None:
        self.whole = True
        self._stopped = False
        self._words = words
        self._source = source
        self._name = name
        columns = ", ".join(column.name for column in table.columns)
        self._select = f"SELECT rowid, {columns} FROM {table.name} NOT INDEXED"  # noqa: S608  # names of ours

    def rows(self) -> Iterator[tuple[Any, ...]]:
        low = high = None
        for rowid, row in self._until_damage("ORDER BY rowid"):
            low = rowid
            yield row
        if not self._stopped:
            return
        for rowid, row in self._until_damage("ORDER BY rowid DESC"):
            if low is not None and rowid <= low:
                return
            high = rowid
            yield row
        if high is None:
            return
        first = 1 if low is None else low + 1
        for rowid in range(first, min(high, first + PROBES)):
            yield from (row for _, row in self._until_damage(f"WHERE rowid = {rowid}"))

    def _until_damage(self, rest: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        try:
            for rowid, *row in self._source.execute(f"{self._select} {rest}"):
                self.whole = self.whole and not self._words.wrong
                self._words.wrong = False
                yield rowid, tuple(row)
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                raise WorkspaceError("workspace_beyond_repair", self._name) from error
            self.whole, self._stopped = False, True
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.whole, self._stopped = False, True


def _mend_references(fresh: sqlite3.Connection) -> set[str]:
    """Give reviews of lost people a nameless person, drop rows whose application or file is lost; name the tables."""
    changed: set[str] = set()
    for _ in range(_PASSES):
        broken = fresh.execute("PRAGMA foreign_key_check").fetchall()
        if not broken:
            break
        for table, rowid, parent, constraint in broken:
            changed.add(table)
            if parent == "people" and table == "reviews":
                _add_nameless(fresh, rowid)
            elif table == "rounds":
                _mend_round(fresh, parent)
            else:
                fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608  # a name of ours
            del constraint
    return changed | _drop_headless(fresh)


def _add_nameless(fresh: sqlite3.Connection, review: int) -> None:
    with suppress(sqlite3.IntegrityError):
        fresh.execute(
            "INSERT INTO people (id, name, name_key, number, role, employers, mandates) "
            "SELECT person, '?', '?', 0, 'reviewer', '[]', '[]' FROM reviews WHERE rowid = ?",
            (review,),
        )


def _mend_round(fresh: sqlite3.Connection, parent: str) -> None:
    if parent == "people":
        fresh.execute("UPDATE rounds SET me = NULL")
    else:
        fresh.execute("UPDATE rounds SET catalogue = (SELECT sha256 FROM catalogues LIMIT 1)")


def _drop_headless(fresh: sqlite3.Connection) -> set[str]:
    """Let an application whose newest version is lost show the newest one left; return what changed."""
    changed = fresh.execute(
        "UPDATE applications SET newest = coalesce((SELECT max(version) FROM application_versions AS v"
        " WHERE v.application = applications.id), newest) WHERE NOT EXISTS (SELECT 1 FROM application_versions AS v"
        " WHERE v.application = applications.id AND v.version = applications.newest)"
    ).rowcount
    return {"applications"} if changed else set()


def _has_rows(fresh: sqlite3.Connection, table: str) -> bool:
    return fresh.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None  # noqa: S608  # a name of ours


def notices(areas: Iterable[str]) -> tuple[str, ...]:
    """Return the message keys that say what could not be read."""
    return ("notice.workspace_salvaged", *(f"notice.salvaged_without_{area}" for area in areas))
