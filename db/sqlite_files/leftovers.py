"""What lies beside a workspace when it is opened: the log of a killed run is replayed, anything else is put aside.

SQLite replays any write-ahead log that has the right name, also another database's, and ruins the file with it (tried).
So a log is first looked at without touching the file: the round must stay the same one and all its pages sound.
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db.engine import connect, file_uri, pragma
from db.sqlite_files import schema
from db.sqlite_files.damage import is_damage
from db.sqlite_files.probe import Header, beside, os_error, require_ours
from reviewer_app.domain.errors import WorkspaceError

ENDINGS = ("-wal", "-shm", "-journal")


def settle(file: Path, aside: Path, now: datetime) -> tuple[str, ...]:
    """Make sure that SQLite finds only our own log beside `file`; return the keys of what is to be said.

    A foreign log or rollback journal is moved to the folder `aside`. Raise WorkspaceError where it cannot be moved, or
    where the log belongs to a newer version of the program.
    """
    for ending in ENDINGS:
        extra = beside(file, ending)
        if (extra.is_symlink() or extra.exists()) and (extra.is_symlink() or not extra.is_file()):
            raise WorkspaceError("workspace_leftover", file.name, name=extra.name)
    foreign = [beside(file, "-journal")] if _has_content(beside(file, "-journal")) else []
    if _has_content(beside(file, "-wal")) and not _is_own_log(file):
        foreign += [beside(file, "-wal"), beside(file, "-shm")]
    for extra in foreign:
        _put_aside(extra, aside, now)
    return ("notice.workspace_foreign_log",) if foreign else ()


def has_log(file: Path) -> bool:
    """Say whether a write-ahead log with content lies beside `file`."""
    return _has_content(beside(file, "-wal"))


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _is_own_log(file: Path) -> bool:
    """Say whether the log fits: same round with and without it, sound with it, or damaged without it as well."""
    with closing(connect(file_uri(file, mode="ro", immutable=1))) as bare:
        round_before, sound_before = _round(bare), _is_sound(bare)
    with closing(connect(file_uri(file, mode="rw"))) as replayed:
        replayed.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
        replayed.execute("PRAGMA query_only=ON")
        round_after, sound_after = _round(replayed), _is_sound(replayed)
        if sound_after and round_before in (round_after, None):
            require_ours(
                Header(pragma(replayed, "application_id"), pragma(replayed, "user_version")),
                file.name,
            )
            return True
    return not sound_before and round_after == round_before


def _round(connection: sqlite3.Connection) -> str | None:
    """Return the identity of the round, None where it cannot be read."""
    try:
        row = connection.execute("SELECT id FROM rounds").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def _is_sound(connection: sqlite3.Connection) -> bool:
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            return False
        return not schema.acting_objects(connection) and not connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        if not is_damage(error) and not isinstance(error, sqlite3.OperationalError):
            raise
        return False


def _put_aside(extra: Path, aside: Path, now: datetime) -> None:
    """Move a file into the folder `aside` under a name that tells when."""
    if not extra.exists():
        return
    try:
        aside.mkdir(parents=True, exist_ok=True)
        shutil.copy2(extra, aside / f"{now:%Y%m%d-%H%M%S}-{extra.name}")
        extra.unlink()
    except OSError as error:
        raise os_error(error, extra.name) from error


def remove(file: Path) -> None:
    """Remove what SQLite keeps beside a file that is not needed any more."""
    for ending in ENDINGS:
        with suppress(OSError):
            beside(file, ending).unlink()
