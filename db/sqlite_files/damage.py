"""Whether a file can be trusted on opening: its pages, its indexes and its rows, the bytes of annexes aside.

Looking costs at most BUDGET; what is left over is found by `votum check` or when it is read.
"""

import sqlite3
import time

from sqlalchemy import Table

from db.engine import translated
from db.sqlite_files.row_checks import faults
from db.tables import file_chunks, history, metadata
from reviewer_app.domain.errors import WorkspaceError

BUDGET = 0.15
_STEPS = 20_000


def damaged_tables(connection: sqlite3.Connection, budget: float = BUDGET) -> tuple[str, ...]:
    """Return the names of tables in which something is wrong, as far as `budget` seconds allow to look."""
    until = time.monotonic() + budget
    found: list[str] = []
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        for table in _in_order():
            try:
                if not _is_sound(connection, table):
                    found.append(table.name)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    break
                if not is_damage(error):
                    raise
                found.append(table.name)
        if not found and connection.execute("SELECT 1 FROM rounds").fetchone() is None:
            found.append("rounds")
    finally:
        connection.set_progress_handler(None, 0)
    return tuple(found)


def _in_order() -> list[Table]:
    """Return the tables to look at, the history last, because it is the largest and the least needed."""
    return sorted(
        (table for table in metadata.sorted_tables if table is not file_chunks), key=lambda table: table is history
    )


def _is_sound(connection: sqlite3.Connection, table: Table) -> bool:
    if connection.execute(f"PRAGMA integrity_check({table.name})").fetchone() != ("ok",):
        return False
    if connection.execute(f"PRAGMA foreign_key_check({table.name})").fetchone():
        return False
    rows = connection.execute(f"SELECT * FROM {table.name}")  # noqa: S608  # a name of ours
    return not any(faults(table, row) for row in rows)


def is_readable(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether nothing is wrong in a table that may be missing."""
    try:
        return bool(connection.execute(f"PRAGMA integrity_check({name})").fetchone() == ("ok",))
    except sqlite3.Error as error:
        return not is_damage(error)


def is_damage(error: BaseException) -> bool:
    """Say whether an error of SQLite means that the file is damaged."""
    known = translated(error, "")
    return isinstance(known, WorkspaceError) and known.code == "workspace_damaged"
