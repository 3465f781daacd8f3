"""Whether a path lies on a network share, where a write-ahead log fails and two machines do not see each other."""

import re
import sys
from pathlib import Path, PurePosixPath

MOUNTS = Path("/proc/self/mountinfo")
SHARES = re.compile(
    r"(nfs\d*|cifs|smb\d*|smbfs|afs|ncpfs|ceph|glusterfs|lustre|davfs2?|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|glusterfs))"
)
_DRIVE_REMOTE = 4


def is_share(path: Path) -> bool:
    """Say whether `path` (absolute, without links) lies on a share, False where that cannot be told."""
    if sys.platform == "win32":
        import ctypes

        drive = path.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return SHARES.fullmatch(file_system(path.as_posix(), mounts)) is not None


def file_system(path: str, mounts: str) -> str:
    """Return the type of the file system that `path` lies on by the table of /proc/self/mountinfo, empty if unknown."""
    found, depth = "", -1
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields, rest = left.split(" "), right.split(" ")
        if len(fields) <= len(("id", "parent", "device", "root")):
            continue
        point = PurePosixPath(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if len(point.parts) >= depth and PurePosixPath(path).is_relative_to(point):
            found, depth = rest[0], len(point.parts)
    return found
