"""A folder for what is made and not in its place yet, held by a lock; what a killed run left goes with the next.

The lock is the operating system's, so that it ends with the program, however that ends.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK = "held.lock"

if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 30

    def try_lock(handle: int) -> bool:
        """Lock an open file; False where another program, or another handle, has it locked."""
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Lock an open file; False where another program, or another handle, has it locked."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def held_folder(base: Path, prefix: str) -> Iterator[Path]:
    """Give a new folder below `base` that goes at the end, after those with `prefix` that killed runs have left.

    Raises OSError where it cannot be made.
    """
    for left in base.glob(f"{prefix}*"):
        if not left.is_symlink():
            _clear_unheld(left)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
    fresh = folder / "fresh.lock"  # it takes its name once it is locked, so that nobody finds it without
    handle = os.open(fresh, os.O_RDWR | os.O_CREAT)
    try:
        with suppress(OSError):  # a disk that knows no locks: nobody takes the folder for a left one either
            try_lock(handle)
            fresh.rename(folder / _LOCK)
        yield folder
    finally:
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _clear_unheld(folder: Path) -> None:
    """Take a folder away that has our lock in it and is held by no running program."""
    with suppress(OSError):
        handle = os.open(folder / _LOCK, os.O_RDWR)
        try:
            is_left = try_lock(handle)
        finally:
            os.close(handle)
        if is_left:
            shutil.rmtree(folder)
