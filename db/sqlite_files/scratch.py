"""Folders for copies that are only read while a workspace is open; what a killed run left is cleared later.

Copies hold confidential content, so they lie in the user's data folder and never outlive their use by much.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from db.sqlite_files.lock import FileLock
from db.sqlite_files.probe import os_error
from reviewer_app.domain.errors import WorkspaceError

_LOCKED = "copy"
_PREFIX = "copy-"


class Scratch:
    """One folder below `base`, held by a lock until `clear`."""

    def __init__(self, base: Path) -> None:
        """Make the folder and take away those of killed runs; raise WorkspaceError where that cannot be."""
        try:
            base.mkdir(parents=True, exist_ok=True)
            clear_left(base)
            self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
            self._lock = FileLock.acquire(self.folder / _LOCKED, "writing")
        except OSError as error:
            raise os_error(error, str(base)) from error

    def clear(self) -> None:
        """Take the folder away; a second call does nothing."""
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


def clear_left(base: Path) -> None:
    """Take away the folders that no running program holds."""
    if not base.is_dir():
        return
    for folder in base.glob(f"{_PREFIX}*"):
        with suppress(WorkspaceError, OSError):
            FileLock.acquire(folder / _LOCKED, "writing").release()
            shutil.rmtree(folder)
