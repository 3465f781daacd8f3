"""Whether a file holds exactly our tables, indexes and triggers: anything else could act when we write.

The words of `sqlite_master` are compared with what our metadata says, white space and quotes aside.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy.dialects import sqlite as dialects
from sqlalchemy.schema import CreateIndex, CreateTable

from db.engine import APPEND_ONLY
from db.sqlite_files.derived import DERIVED
from db.tables import in_order


@dataclass(frozen=True, slots=True)
class Difference:
    """An object of the file that is `foreign`, `changed` or `missing`; `kind` is table, index, trigger or view."""

    how: str
    kind: str
    name: str


@cache
def statements() -> tuple[tuple[str, str, str], ...]:
    """Return (kind, name, SQL) of everything a workspace holds, in the order it is made."""
    return tuple(_statements())


def _statements() -> Iterator[tuple[str, str, str]]:
    dialect = dialects.dialect()
    for table in in_order():
        yield "table", table.name, str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            yield "index", str(index.name), str(CreateIndex(index).compile(dialect=dialect)).strip()
    for name, trigger in APPEND_ONLY.items():
        yield "trigger", name, trigger


@cache
def expected() -> dict[tuple[str, str], str]:
    """Return the words of every object by kind and name."""
    return {(kind, name): plain_words(sql) for kind, name, sql in statements()}


def plain_words(sql: str) -> str:
    """Return SQL with single spaces and without double quotes."""
    return " ".join(sql.replace('"', "").split())


def differences(connection: sqlite3.Connection) -> tuple[Difference, ...]:
    """Compare the file with what it must hold; raise sqlite3.DatabaseError where its schema cannot be read.

    What is derived of it, as the index of its texts, may be there as we make it, or not.
    """
    ours = expected()
    found: list[Difference] = []
    seen: set[tuple[str, str]] = set()
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if kind == "index" and sql is None and (("table", table) in ours or table in DERIVED):
            continue
        if name in DERIVED:
            if plain_words(str(sql)) not in DERIVED[name]:
                found.append(Difference("changed", str(kind), str(name)))
            continue
        seen.add((kind, name))
        if (kind, name) not in ours:
            found.append(Difference("foreign", str(kind), str(name)))
        elif plain_words(str(sql)) != ours[kind, name]:
            found.append(Difference("changed", str(kind), str(name)))
    found += [Difference("missing", kind, name) for kind, name in ours if (kind, name) not in seen]
    return tuple(found)


def acting_objects(connection: sqlite3.Connection) -> tuple[Difference, ...]:
    """Return what could act by itself in a file of an older version: triggers we never made, views, virtual tables."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return tuple(
        Difference("foreign", str(kind), str(name))
        for kind, name, sql in rows
        if kind == "view"
        or (kind == "trigger" and plain_words(str(sql)) != APPEND_ONLY.get(name))
        or (kind == "table" and "VIRTUAL" in str(sql).upper().split("(")[0].split() and not _is_derived(name, sql))
    )


def _is_derived(name: object, sql: object) -> bool:
    return plain_words(str(sql)) in DERIVED.get(str(name), ())
