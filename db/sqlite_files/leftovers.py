"""What lies beside a workspace when it is opened: the log of a killed run is replayed, anything else is put aside.

SQLite replays any write-ahead log that has the right name, also another database's or an old one, and ruins the file
with it (tried). Every commit of ours writes a new random mark and the one before it, so the first commit of a log names
the very state of the file that the log continues. A log without any commit, as a run leaves that is killed within its
first transaction, holds nothing: SQLite passes over it.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db.connection import connect, file_uri, pragma
from db.sqlite_files.probe import DatabaseHeader, beside, os_error, require_ours
from reviewer_app.domain.errors import WorkspaceError

ENDINGS = ("-wal", "-shm", "-journal")

_LOG_HEADER = 32
_FRAME_HEADER = 24
_LENGTH_AFTER = slice(4, 8)
"""How many pages the file has after the commit that a frame ends, 0 in any other frame."""
_SALT = slice(8, 16)
_LARGEST_PAGE = 65_536


def foreign(file: Path) -> tuple[Path, ...]:
    """Return what lies beside `file` and is not its own: a log that does not continue it, a rollback journal.

    Raise WorkspaceError where a folder, link or pipe has the name of a log, or where the log belongs to a newer version
    of the program. Nothing is changed.
    """
    for ending in ENDINGS:
        extra = beside(file, ending)
        if extra.is_symlink() or (extra.exists() and not extra.is_file()):
            raise WorkspaceError("workspace_leftover", file.name, name=extra.name)
    found = [beside(file, "-journal")] if _has_content(beside(file, "-journal")) else []
    if has_log(file):
        if _continues(file):
            _require_known_version(file)
        else:
            found.append(beside(file, "-wal"))
    return tuple(found)


def put_aside(extras: Iterable[Path], aside: Path, now: datetime) -> None:
    """Move files into the folder `aside` under names that tell when; raise WorkspaceError where that cannot be."""
    for extra in extras:
        try:
            aside.mkdir(parents=True, exist_ok=True)
            shutil.copy2(extra, aside / f"{now:%Y%m%d-%H%M%S}-{extra.name}")
            extra.unlink()
            if extra.name.endswith("-wal"):
                extra.with_name(extra.name.removesuffix("-wal") + "-shm").unlink(missing_ok=True)
        except OSError as error:
            raise os_error(error, extra.name) from error


def has_log(file: Path) -> bool:
    """Say whether a write-ahead log that holds anything lies beside `file`."""
    log = beside(file, "-wal")
    try:
        return _has_content(log) and any(commits for commits, _ in _frames(log))
    except OSError as error:
        raise os_error(error, file.name) from error


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _continues(file: Path) -> bool:
    """Say whether the log beside `file` continues it; also where its mark cannot be read, which a log may mend."""
    with closing(connect(file_uri(file, mode="ro", immutable=1))) as bare:
        try:
            row = bare.execute("SELECT mark FROM rounds").fetchone()
        except sqlite3.Error:
            return True
    mark = str(row[0]).encode() if row else b""
    try:
        return bool(mark) and any(mark in page for page in pages(beside(file, "-wal")))
    except OSError as error:
        raise os_error(error, file.name) from error


def pages(log: Path) -> Iterator[bytes]:
    """Yield the pages of a write-ahead log up to the first frame of an earlier use of it."""
    return (page for _, page in _frames(log))


def _frames(log: Path) -> Iterator[tuple[bool, bytes]]:
    """Yield of each frame whether it ends a commit, and its page, up to the first frame of an earlier use."""
    with log.open("rb") as file:
        header = file.read(_LOG_HEADER)
        size = int.from_bytes(header[8:12], "big")
        while len(header) == _LOG_HEADER and size <= _LARGEST_PAGE:
            frame = file.read(_FRAME_HEADER + size)
            if len(frame) < _FRAME_HEADER + size or frame[_SALT] != header[16:24]:
                return
            yield any(frame[_LENGTH_AFTER]), frame[_FRAME_HEADER:]


def _require_known_version(file: Path) -> None:
    """Raise WorkspaceError where the file with its log is of a newer version; nothing is moved into the file."""
    with closing(connect(file_uri(file, mode="rw"))) as replayed:
        replayed.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
        with suppress(sqlite3.DatabaseError):
            numbers = DatabaseHeader(pragma(replayed, "application_id"), pragma(replayed, "user_version"))
            require_ours(numbers, file.name)
