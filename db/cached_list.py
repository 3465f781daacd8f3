"""What a workspace shows before it is opened: the list as it was last kept in it, read without the engine.

A guess that opening confirms: wherever anything beside or in the file is not as a quiet close leaves it, there is none.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from db.connection import SCHEMA_VERSION, connect, file_uri
from db.sqlite_files import leftovers, network, probe
from db.sqlite_files.lock import FileLock
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.applications.work_rows import LONGEST

KEY = "first_look"
"""The setting that holds the mark of the state the list was cached in, a line break and the list itself."""

_MARK = 33
"""Characters of a mark and its line break."""


def read(path: Path) -> str:
    """Return the list cached in the workspace at `path`; empty where it has none that holds. Nothing is changed.

    It holds while the commit that cached it is the file's last. A file that is locked, cut, older, newer, on a share,
    or has a log beside it has none; damage that a full opening finds may stay unseen.
    """
    with suppress(WorkspaceError, OSError, sqlite3.Error, UnicodeDecodeError):
        real = probe.resolved(path)
        if network.is_share(real):
            return ""
        lock = FileLock.acquire(real, "reading")  # first: nobody may look into a file that this process has open
        try:
            return _kept(real) if _is_quiet(real) else ""
        finally:
            lock.release()
    return ""


def _is_quiet(real: Path) -> bool:
    """Say whether the file is whole, of today's schema, and nothing with content lies beside it."""
    header = probe.inspect(real)
    return (
        header.schema_version == SCHEMA_VERSION
        and real.stat().st_size == header.length
        and not leftovers.has_log(real)
        and not leftovers.foreign(real)
    )


def _kept(real: Path) -> str:
    with closing(connect(file_uri(real, mode="ro", immutable=1))) as connection:
        marks = connection.execute("SELECT previous_mark FROM rounds").fetchall()
        held = "SELECT value FROM settings WHERE key = ? AND length(value) <= ?"
        row = connection.execute(held, (KEY, LONGEST + _MARK)).fetchone()
    return holding(row[0], marks[0][0]) if row is not None and len(marks) == 1 else ""


def holding(kept: object, previous_mark: object) -> str:
    """Return the list in the setting `kept`; empty where anything was committed since it was cached."""
    mark, _, text = kept.partition("\n") if isinstance(kept, str) else ("", "", "")
    return text if mark and mark == previous_mark else ""
