"""The engine of a workspace file: settings of each connection, and what SQLite's errors mean to a person.

Everything that only SQLite understands stands here and in `sqlite_files`; tables and repositories also suit PostgreSQL.
"""

import sqlite3
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, StaticPool

from reviewer_app.domain.errors import WorkspaceError

APPEND_ONLY = {
    f"{table}_is_not_{done}": f"CREATE TRIGGER {table}_is_not_{done} BEFORE {what} ON {table}"
    f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for table in ("history", "annotation_history")
    for done, what in (("rewritten", "UPDATE"), ("deleted", "DELETE"))
}

_COMPILED: dict[Any, Any] = {}
"""Every statement of the repositories, compiled once for all connections of the program."""

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "workspace_busy",
    sqlite3.SQLITE_LOCKED: "workspace_busy",
    sqlite3.SQLITE_READONLY: "workspace_read_only",
    sqlite3.SQLITE_IOERR: "workspace_unreachable",
    sqlite3.SQLITE_CANTOPEN: "workspace_unreachable",
    sqlite3.SQLITE_PERM: "workspace_unreachable",
    sqlite3.SQLITE_CORRUPT: "workspace_damaged",
    sqlite3.SQLITE_NOTADB: "workspace_damaged",
    sqlite3.SQLITE_TOOBIG: "text_too_long",
}


def make_durable(connection: sqlite3.Connection) -> None:
    """Set what makes a commit survive a power cut: WAL with a full sync each time, foreign keys watched."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync=ON")
    connection.execute("PRAGMA foreign_keys=ON")


@cache
def _plain_engine() -> Engine:
    """Return the engine whose dialect all have, as a statement is compiled once for each dialect."""
    engine = create_engine("sqlite+pysqlite://")
    engine.connect().close()  # which lets the dialect look at what this SQLite can do
    engine.dispose()
    return engine


def make_engine(
    open_connection: Callable[[], sqlite3.Connection], *, name: str, writable: bool, fresh: bool = False
) -> Engine:
    """Return an engine with exactly one connection, or a `fresh` one each time. `name` is what errors call the file.

    Every error of SQLite leaves it as a WorkspaceError (`disk_full`, `workspace_busy`, `workspace_unreachable`, …).
    """
    plain = _plain_engine()
    pool = (NullPool if fresh else StaticPool)(cast("Any", open_connection), dialect=plain.dialect)
    engine = Engine(pool, plain.dialect, plain.url, execution_options={"compiled_cache": _COMPILED})

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writable else "BEGIN")

    @event.listens_for(engine, "handle_error", retval=True)
    def _translate(context: ExceptionContext) -> Exception | None:
        return translated(context.original_exception, name)

    return engine


def translated(error: BaseException | None, name: str) -> WorkspaceError | None:
    """Return what `error` means to a person, None where it is none of the surroundings' errors."""
    if isinstance(error, DBAPIError):
        error = error.orig
    if isinstance(error, UnicodeDecodeError):
        return WorkspaceError("workspace_damaged", name)
    if not isinstance(error, sqlite3.Error):
        return None
    if "Could not decode to UTF-8" in str(error):
        return WorkspaceError("workspace_damaged", name)
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return WorkspaceError(code, name) if code else None
