"""What lies at a path before SQLite touches it, so that every wrong thing gets its own sentence."""

import errno
import stat
from dataclasses import dataclass
from pathlib import Path

from db.connection import APPLICATION_ID, SCHEMA_VERSION
from reviewer_app.domain.errors import WorkspaceError

MAGIC = b"SQLite format 3\0"
HEADER = 100


@dataclass(frozen=True, slots=True)
class DatabaseHeader:
    """What the first 100 bytes say; a write-ahead log beside the file may know a later schema version and length.

    `length` is how many bytes the file is to have, 0 where that is not known.
    """

    application_id: int
    schema_version: int
    length: int = 0


def resolved(path: Path) -> Path:
    """Return where `path` really lies; raise WorkspaceError where nothing is there or it is no ordinary file."""
    try:
        real = path.resolve(strict=True)
        kind = real.stat().st_mode
    except FileNotFoundError as error:
        raise WorkspaceError("workspace_missing", path.name) from error
    except (OSError, RuntimeError) as error:
        raise os_error(error, path.name) from error
    if stat.S_ISDIR(kind):
        raise WorkspaceError("workspace_is_folder", path.name)
    if not stat.S_ISREG(kind):
        raise WorkspaceError("workspace_not_a_file", path.name)
    return real


def inspect(path: Path) -> DatabaseHeader:
    """Return the header of an ordinary file; raise WorkspaceError where it is not a workspace of this program."""
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError as error:
        raise os_error(error, path.name) from error
    if not head:
        raise WorkspaceError("workspace_empty", path.name)
    if len(head) < HEADER or not head.startswith(MAGIC):
        raise WorkspaceError("workspace_not_ours", path.name)

    def number(start: int, end: int) -> int:
        return int.from_bytes(head[start:end], "big")

    known = head[24:28] == head[92:96]
    header = DatabaseHeader(number(68, 72), number(60, 64), number(16, 18) * number(28, 32) if known else 0)
    require_ours(header, path.name)
    return header


def require_ours(header: DatabaseHeader, name: str) -> None:
    """Raise WorkspaceError where the numbers are of another program or of a newer version of this one."""
    if header.application_id != APPLICATION_ID:
        raise WorkspaceError("workspace_foreign", name)
    if header.schema_version > SCHEMA_VERSION:
        raise WorkspaceError("workspace_newer", name, found=header.schema_version, known=SCHEMA_VERSION)


def os_error(error: BaseException, name: str) -> WorkspaceError:
    """Return what an error of the operating system means to a person."""
    codes = {
        errno.ENOSPC: "disk_full",
        errno.EDQUOT: "disk_full",
        errno.EACCES: "workspace_no_access",
        errno.EPERM: "workspace_no_access",
        errno.EROFS: "workspace_no_access",
        errno.ENOENT: "workspace_folder_missing",
        errno.ENOTDIR: "workspace_folder_missing",
    }
    return WorkspaceError(codes.get(getattr(error, "errno", None) or 0, "workspace_unreachable"), name)


def beside(path: Path, ending: str) -> Path:
    """Return the path of what belongs to a workspace: `-wal`, `-shm` or `.lock` behind its whole name."""
    return path.with_name(path.name + ending)
