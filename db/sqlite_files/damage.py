"""Whether a file can be trusted on opening: its pages, its indexes, and every row but those of big tables.

Looking costs at most BUDGET; what is left over is found by `votum check` or when it is read.
"""

import sqlite3
import time

from db.engine import translated
from db.sqlite_files.rows import IN_BULK, faults
from db.tables import file_chunks, history, metadata
from reviewer_app.domain.errors import WorkspaceError

BUDGET = 0.5
_STEPS = 20_000


def damaged_tables(connection: sqlite3.Connection, budget: float = BUDGET) -> tuple[str, ...]:
    """Return the names of tables in which something is wrong, as far as `budget` seconds allow to look."""
    until = time.monotonic() + budget
    found: list[str] = []
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        for table in metadata.sorted_tables:
            if table is file_chunks:
                continue
            check = "quick_check" if table is history else "integrity_check"
            try:
                if connection.execute(f"PRAGMA {check}({table.name})").fetchone() != ("ok",):
                    found.append(table.name)
                elif table not in IN_BULK:
                    rows = connection.execute(f"SELECT * FROM {table.name}")  # noqa: S608  # a name of ours
                    found += [table.name for row in rows if faults(table, row)][:1]
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    break
                if not is_damage(error):
                    raise
                found.append(table.name)
    finally:
        connection.set_progress_handler(None, 0)
    return tuple(found)


def is_damage(error: BaseException) -> bool:
    """Say whether an error of SQLite means that the file is damaged."""
    known = translated(error, "")
    return isinstance(known, WorkspaceError) and known.code == "workspace_damaged"
