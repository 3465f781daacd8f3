"""On what ground a workspace is opened: as its owner, beside the program that has it, frozen, or as a copy.

Writing needs the lock, a writable folder and a local disk; reading always finds a way that changes nothing.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.engine import SCHEMA_VERSION, connect, file_uri, pragma, translated
from db.migrate import copy_aside, copy_to, upgrade
from db.sqlite_files import leftovers, network, probe, schema
from db.sqlite_files.damage import is_damage
from db.sqlite_files.fresh_schema import put_fresh_schema
from db.sqlite_files.lock import FileLock
from db.sqlite_files.probe import Header, beside, os_error, require_ours
from reviewer_app.domain.errors import WorkspaceError


@dataclass(eq=False, slots=True)
class Ground:
    """An open raw connection to a workspace file, with all that has to be let go of afterwards.

    `path` is the workspace, `file` what is really open: the same, or a copy in `scratch`; `address` is how.
    """

    path: Path
    file: Path
    address: str
    read_only: bool
    connection: sqlite3.Connection = field(init=False)
    lock: FileLock | None = None
    scratch: Path | None = None
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Connect."""
        self.connection = self._connected()

    def leave(self) -> None:
        """Close everything without writing; a second call does nothing."""
        self.connection.close()
        if self.lock is not None:
            self.lock.release()
        elif self.file == self.path:
            _tidy(self.path)
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)

    def swap(self, scratch: Path, file: Path) -> None:
        """Go on with a copy, for reading only, and let go of the workspace itself."""
        self.leave()
        self.lock, self.scratch, self.file, self.read_only = None, scratch, file, True
        self.address = file_uri(file, mode="rw")
        self.connection = self._connected()

    def _connected(self) -> sqlite3.Connection:
        connection = connect(self.address)
        if self.read_only:
            connection.execute("PRAGMA query_only=ON")
        return connection


def enter(path: Path, *, read_only: bool, data_folder: Path, now: datetime) -> Ground:
    """Open the workspace at `path` with our schema; an older one is copied into `data_folder` and upgraded.

    Raise WorkspaceError where it is not there, not ours, newer, changed by somebody, on a share, or locked.
    """
    real = probe.resolved(path)
    ground = _stand_on(real, read_only=read_only, aside=data_folder / "aside", now=now)
    try:
        try:
            _bring_up_to_date(ground, data_folder / "copies", now)
            _require_our_schema(ground)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if not (is_damage(error) and _has_fresh_schema(ground)):
                raise translated(error, real.name) or error from error
    except BaseException:
        ground.leave()
        raise
    return ground


def _stand_on(real: Path, *, read_only: bool, aside: Path, now: datetime) -> Ground:
    """Choose the ground: owner where that is possible, else the best way of reading."""
    if not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
        return _frozen(real)
    if network.is_share(real):
        if not read_only:
            raise WorkspaceError("workspace_on_share", real.name)
        return _frozen(real)
    try:
        lock = FileLock.acquire(real, "reading" if read_only else "writing")
    except WorkspaceError:
        if not read_only:
            raise
        return _guest(real)
    except OSError:
        return _frozen(real)
    try:
        ground = _owner(real, lock, read_only=read_only, aside=aside, now=now)
    except BaseException:
        lock.release()
        raise
    if ground.lock is None:
        lock.release()
    return ground


def _owner(real: Path, lock: FileLock, *, read_only: bool, aside: Path, now: datetime) -> Ground:
    """Open as the only program."""
    header = probe.inspect(real)
    said = leftovers.settle(real, aside, now)
    if _is_cut(real, header):
        return _padded(real, header)
    return Ground(real, real, file_uri(real, mode="rw"), read_only, lock, notices=list(said))


def _guest(real: Path) -> Ground:
    """Read beside the program that has the workspace open; SQLite keeps both apart."""
    address = file_uri(real, mode="ro")
    try:
        with closing(connect(address)) as trial:
            trial.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return _copied(real)
    return Ground(real, real, address, read_only=True)


def _frozen(real: Path) -> Ground:
    """Read a file that nobody here can write, its log replayed on a copy where it has one."""
    header = probe.inspect(real)
    if leftovers.has_log(real):
        ground = _copied(real)
    elif _is_cut(real, header):
        ground = _padded(real, header)
    else:
        ground = Ground(real, real, file_uri(real, mode="ro", immutable=1), read_only=True)
    ground.notices.append("workspace_read_only")
    return ground


def _is_cut(real: Path, header: Header) -> bool:
    """Say whether the end of the file is missing; a log may hold it."""
    return real.stat().st_size < header.length and not leftovers.has_log(real)


def _padded(real: Path, header: Header) -> Ground:
    """Read a copy with empty pages where the end is missing, because SQLite reads nothing of a file that is cut."""
    scratch = Path(tempfile.mkdtemp(prefix="votum-"))
    file = scratch / real.name
    try:
        shutil.copyfile(real, file)
        os.truncate(file, header.length)
    except OSError as error:
        shutil.rmtree(scratch, ignore_errors=True)
        raise os_error(error, real.name) from error
    said = ["workspace_cut"]
    return Ground(real, file, file_uri(file, mode="rw"), read_only=True, scratch=scratch, notices=said)


def _copied(real: Path) -> Ground:
    """Read a copy of file and log."""
    scratch = Path(tempfile.mkdtemp(prefix="votum-"))
    file = scratch / real.name
    try:
        for ending in ("", "-wal"):
            if beside(real, ending).exists():
                shutil.copyfile(beside(real, ending), beside(file, ending))
        probe.inspect(file)
        said = leftovers.settle(file, scratch, datetime.fromtimestamp(0))  # noqa: DTZ006  # a name, not a time
        return Ground(real, file, file_uri(file, mode="rw"), read_only=True, scratch=scratch, notices=list(said))
    except OSError as error:
        shutil.rmtree(scratch, ignore_errors=True)
        raise os_error(error, real.name) from error
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def _bring_up_to_date(ground: Ground, copies: Path, now: datetime) -> None:
    """Refuse another program's file and a newer one; upgrade an older one, or a copy of it where it must not change."""
    connection, name = ground.connection, ground.path.name
    header = Header(pragma(connection, "application_id"), pragma(connection, "user_version"))
    require_ours(header, name)
    if header.schema_version == SCHEMA_VERSION:
        return
    for one in schema.acting_objects(connection):
        raise WorkspaceError(f"workspace_schema_{one.how}", name, name=one.name)
    if ground.read_only:
        scratch = Path(tempfile.mkdtemp(prefix="votum-"))
        copy_to(connection, scratch / name)
        ground.swap(scratch, scratch / name)
        ground.connection.execute("PRAGMA query_only=OFF")
        upgrade(ground.connection, name)
        ground.connection.execute("PRAGMA query_only=ON")
        return
    copy_aside(connection, copies, name, now)
    upgrade(connection, name)
    ground.notices.append("workspace_upgraded")


def _require_our_schema(ground: Ground) -> None:
    """Raise WorkspaceError with the name of the first object that is not ours, or not as ours."""
    for one in schema.differences(ground.connection):
        raise WorkspaceError(f"workspace_schema_{one.how}", ground.path.name, name=one.name)


def _has_fresh_schema(ground: Ground) -> bool:
    """Go on with a copy of a file whose list of tables is damaged, that list made anew; False where that fails."""
    if leftovers.has_log(ground.file):
        return False
    scratch = Path(tempfile.mkdtemp(prefix="votum-"))
    file = scratch / ground.path.name
    with suppress(OSError, sqlite3.Error, UnicodeDecodeError):
        shutil.copyfile(ground.file, file)
        if put_fresh_schema(file):
            ground.swap(scratch, file)
            ground.notices.append("workspace_salvaged")
            return True
    shutil.rmtree(scratch, ignore_errors=True)
    return False


def _tidy(path: Path) -> None:
    """Take away the empty log that a reader leaves behind the program it read beside, if that has ended meanwhile."""
    if not beside(path, "-wal").exists():
        return
    with suppress(WorkspaceError, OSError, sqlite3.Error):
        lock = FileLock.acquire(path, "reading")
        try:
            with closing(connect(file_uri(path, mode="rw"))) as last:
                last.execute("SELECT 1 FROM sqlite_master").fetchone()
        finally:
            lock.release()
