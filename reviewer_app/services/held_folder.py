"""A folder for what is made and not in its place yet, held by a lock; what a killed run left goes with the next.

The lock is the operating system's, so that it ends with the program, however that ends.
"""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_LOCK = "copy.lock"

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


class HeldFolder:
    """A new folder below `base`, held until `clear` takes it away; those with `prefix` that killed runs left go first.

    Raises OSError where it cannot be made.
    """

    def __init__(self, base: Path, prefix: str) -> None:
        clear_left(base, prefix)
        self._handle: int | None = None
        while self._handle is None:
            self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
            self._handle = _held(self.path)

    def clear(self) -> None:
        """Take the folder away; a second call does nothing."""
        if self._handle is not None:
            _take_away(self.path, self._handle)
            self._handle = None

    def __enter__(self) -> Path:
        """Give the path of the folder."""
        return self.path

    def __exit__(self, *_: object) -> None:
        """Take the folder away."""
        self.clear()


def clear_left(base: Path, prefix: str) -> None:
    """Take away the folders below `base` that have our lock in them and are held by no running program."""
    for left in base.glob(f"{prefix}*"):
        with suppress(OSError):
            handle = os.open(left / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            if not left.is_symlink() and try_lock(handle):
                _take_away(left, handle)
            else:
                os.close(handle)


def _held(folder: Path) -> int | None:
    """Lock a folder that was just made; None where another program has taken it for a left one and takes it away."""
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
    with suppress(OSError):  # a disk that knows no locks: nobody takes the folder for a left one either
        if not try_lock(handle):
            os.close(handle)
            return None
    return handle


def _take_away(folder: Path, handle: int) -> None:
    """Take away a locked folder, the lock last; on Windows it is let go of before, because no open file goes."""
    if sys.platform == "win32":
        os.close(handle)
    shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32":
        os.close(handle)
