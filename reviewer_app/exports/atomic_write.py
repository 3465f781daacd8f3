"""Writes finished bytes to a file: whole or not at all, and never over a file that is open elsewhere."""

import os
import tempfile
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path

from reviewer_app.domain.errors import MendableError

_LOCKS = ("~${}", ".~lock.{}#")
"""What office programs lay beside a file they have open."""


def refuse_open(target: Path) -> None:
    """Refuse a file that another program has open, for it would write its own state over ours.

    Raises MendableError("target_in_use").
    """
    if target.exists() and any(target.with_name(lock.format(target.name)).exists() for lock in _LOCKS):
        raise MendableError("target_in_use", str(target))


def write_atomically(data: bytes, target: Path) -> None:
    """Write `data` beside the target, then take its name; after an error the old file is as it was, nothing beside it.

    Raises MendableError: `target_in_use`, `target_not_writable` (its place is the folder), `disk_full`.
    """
    _refuse_taken(target)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise MendableError("target_not_writable", str(target.parent)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _as_usual(beside)
        Path(beside).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise MendableError("disk_full" if error.errno == ENOSPC else "target_in_use", str(target)) from error


def move_into_place(made: Path, target: Path) -> None:
    """Let a finished file take the name of the target on the same disk; its folder is made where it is missing.

    Raises MendableError: `target_in_use`, `target_not_writable` (its place is the folder), `disk_full`.
    """
    _refuse_taken(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MendableError("target_not_writable", str(target.parent)) from error
    try:
        made.replace(target)
    except OSError as error:
        raise MendableError("disk_full" if error.errno == ENOSPC else "target_in_use", str(target)) from error


def _refuse_taken(target: Path) -> None:
    refuse_open(target)
    if target.is_dir():
        raise MendableError("target_not_writable", str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise MendableError("target_in_use", str(target))


def _as_usual(path: str) -> None:
    """Give the file the rights of a file that is simply made."""
    mask = os.umask(0)
    os.umask(mask)
    with suppress(OSError):
        Path(path).chmod(0o666 & ~mask)
