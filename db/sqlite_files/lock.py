"""A lock of the operating system against a second program; it ends with the program, however that ends.

It lies on a file of its own beside the workspace: closing any handle of a database file drops SQLite's own locks.
"""

import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from db.sqlite_files.probe import beside
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.held_folder import try_lock

type Purpose = Literal["reading", "writing"]

PATIENCE = 3.0
"""Seconds to wait for a command that only reads."""
_TURN = 0.02


class FileLock:
    """The lock on one workspace, held until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        """Made by `acquire`."""
        self.path = path
        self._handle: int | None = handle

    @classmethod
    def acquire(cls, workspace: Path, purpose: Purpose) -> "FileLock":
        """Take the lock; raise WorkspaceError(`workspace_locked`, since) where another program has it.

        A program that only reads is waited for. Raise OSError where no lock file can be made.
        """
        path = beside(workspace, ".lock")
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise WorkspaceError("workspace_leftover", workspace.name, name=path.name)
        patient_until = time.monotonic() + PATIENCE
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
            kept = False
            try:
                if try_lock(handle):
                    kept = _is_still(path, handle)
                    if kept:
                        _note(handle, purpose)
                        return cls(path, handle)
                    continue
                since, holder = _holder(handle)
            finally:
                if not kept:
                    os.close(handle)
            if holder != "reading" or purpose == "reading" or time.monotonic() > patient_until:
                raise WorkspaceError("workspace_locked", workspace.name, since=since)
            time.sleep(_TURN)

    def release(self) -> None:
        """Let go and take the lock file away; a second call does nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with suppress(OSError):
            self.path.unlink()
        os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()


def _note(handle: int, purpose: Purpose) -> None:
    """Write into the lock file what for and by which process it is held."""
    os.ftruncate(handle, 0)
    os.write(handle, f"{purpose} {os.getpid()}\n".encode())


def _holder(handle: int) -> tuple[str, str]:
    """Return since when (local time, with the day where it is not today's) and what for the lock is held."""
    at = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC).astimezone()
    purpose = os.pread(handle, 20, 0).split(b" ")[0].decode("ascii", "replace") if hasattr(os, "pread") else ""
    today = datetime.now(UTC).astimezone().date()
    return (f"{at:%H:%M}" if at.date() == today else f"{at:%Y-%m-%d %H:%M}"), purpose


def _is_still(path: Path, handle: int) -> bool:
    """Say whether the locked handle is the file at `path`; its last holder may have taken it away meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
