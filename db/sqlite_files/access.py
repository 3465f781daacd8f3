"""On what ground a workspace is opened: as its owner, beside the program that has it, frozen, or as a copy.

Writing needs the lock, a writable folder and a local disk; reading always finds a way that changes nothing.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.connection import SCHEMA_VERSION, connect, file_uri, guest_uri, pragma
from db.engine import translated
from db.migrate import copy_aside, copy_to, upgrade
from db.sqlite_files import leftovers, network, probe, schema
from db.sqlite_files.damage import is_damage
from db.sqlite_files.fresh_schema import put_fresh_schema
from db.sqlite_files.lock import FileLock
from db.sqlite_files.probe import DatabaseHeader, beside, os_error, require_ours
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.held_folder import HeldFolder, clear_left

_COPY = "copy-"


@dataclass(eq=False, slots=True)
class RawConnection:
    """An open raw connection to a workspace file, with all that has to be let go of afterwards.

    `path` is the workspace, `file` what is really open: the same, or a copy in `scratch`; `address` is how.
    """

    path: Path
    file: Path
    address: str
    read_only: bool
    connection: sqlite3.Connection = field(init=False)
    lock: FileLock | None = None
    scratch: HeldFolder | None = None
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
            self.scratch.clear()

    def swap(self, scratch: HeldFolder) -> None:
        """Go on with the copy in `scratch`, for reading only, and let go of the workspace itself."""
        self.leave()
        self.lock, self.scratch, self.read_only = None, scratch, True
        self.file = scratch.path / self.path.name
        self.address = file_uri(self.file, mode="rw")
        self.connection = self._connected()

    def _connected(self) -> sqlite3.Connection:
        connection = connect(self.address)
        if self.read_only:
            connection.execute("PRAGMA query_only=ON")
        return connection


def enter(path: Path, *, read_only: bool, data_folder: Path, now: datetime) -> RawConnection:
    """Open the workspace at `path` with our schema; an older one is copied into `data_folder` and upgraded.

    Raise WorkspaceError where it is not there, not ours, newer, changed by somebody, on a share, or locked.
    """
    clear_left(scratch_below(data_folder), _COPY)
    real = probe.resolved(path)
    with _worded(real.name):
        ground = _Entrance(real, data_folder, now).stand(read_only=read_only)
    try:
        with _worded(real.name):
            try:
                _bring_up_to_date(ground, data_folder, now)
                _require_our_schema(ground)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not (is_damage(error) and _has_fresh_schema(ground, data_folder)):
                    raise
    except BaseException:
        ground.leave()
        raise
    return ground


def scratch_below(data_folder: Path) -> Path:
    """Return the folder for copies that are only read.

    They hold confidential content, so they lie in the user's data folder and never outlive their use by much.
    """
    return data_folder / "scratch"


def new_scratch(data_folder: Path) -> HeldFolder:
    """Make a folder for a copy and take away those of killed runs; raise WorkspaceError where that cannot be."""
    base = scratch_below(data_folder)
    try:
        base.mkdir(parents=True, exist_ok=True)
        return HeldFolder(base, _COPY)
    except OSError as error:
        raise os_error(error, str(base)) from error


@contextmanager
def _worded(name: str) -> Iterator[None]:
    """Turn every error of SQLite and of the system into a WorkspaceError."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise translated(error, name) or WorkspaceError("workspace_unreachable", name) from error
    except OSError as error:
        raise os_error(error, name) from error


@dataclass(frozen=True, slots=True)
class _Entrance:
    """Chooses the ground for one file: owner where that is possible, else the best way of reading."""

    real: Path
    data_folder: Path
    now: datetime

    def stand(self, *, read_only: bool) -> RawConnection:
        real = self.real
        if not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
            return self._frozen()
        if network.is_share(real):
            if not read_only:
                raise WorkspaceError("workspace_on_share", real.name)
            return self._frozen()
        try:
            lock = FileLock.acquire(real, "reading" if read_only else "writing")
        except WorkspaceError:
            if not read_only:
                raise
            return self._guest()
        except OSError:
            return self._frozen()
        try:
            ground = self._owner(lock, read_only=read_only)
        except BaseException:
            lock.release()
            raise
        if ground.lock is None:
            lock.release()
        return ground

    def _owner(self, lock: FileLock, *, read_only: bool) -> RawConnection:
        """Open as the only program; what is not ours beside the file is put aside, or passed over when only reading."""
        real = self.real
        header = probe.inspect(real)
        foreign = leftovers.foreign(real)
        if foreign and not read_only:
            leftovers.put_aside(foreign, self.data_folder / "aside", self.now)
        if self._is_cut(header):
            ground = self._padded(header)
        elif foreign and read_only:
            ground = RawConnection(real, real, file_uri(real, mode="ro", immutable=1), read_only, lock)
        else:
            ground = RawConnection(real, real, file_uri(real, mode="rw"), read_only, lock)
        if foreign:
            ground.notices.append("workspace_foreign_log")
        return ground

    def _guest(self) -> RawConnection:
        """Read beside the program that has the workspace open; SQLite keeps both apart."""
        address = guest_uri(self.real)
        try:
            with closing(connect(address)) as trial:
                trial.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            return self._copied()
        return RawConnection(self.real, self.real, address, read_only=True)

    def _frozen(self) -> RawConnection:
        """Read a file that nobody here can write, its log replayed on a copy where it has one."""
        header = probe.inspect(self.real)
        if leftovers.has_log(self.real):
            ground = self._copied()
        elif self._is_cut(header):
            ground = self._padded(header)
        else:
            ground = RawConnection(self.real, self.real, file_uri(self.real, mode="ro", immutable=1), read_only=True)
        ground.notices.append("workspace_read_only")
        return ground

    def _is_cut(self, header: DatabaseHeader) -> bool:
        """Say whether the end of the file is missing; a log may hold it."""
        return self.real.stat().st_size < header.length and not leftovers.has_log(self.real)

    def _padded(self, header: DatabaseHeader) -> RawConnection:
        """Read a copy with empty pages where the end is missing, because SQLite reads nothing of a file that is cut."""
        with _copies(self.data_folder) as scratch:
            file = scratch.path / self.real.name
            shutil.copyfile(self.real, file)
            os.truncate(file, header.length)
            return RawConnection(
                self.real,
                file,
                file_uri(file, mode="rw"),
                read_only=True,
                scratch=scratch,
                notices=["workspace_cut"],
            )

    def _copied(self) -> RawConnection:
        """Read a copy of file and log, of the log only where it is the file's."""
        with _copies(self.data_folder) as scratch:
            file = scratch.path / self.real.name
            for ending in ("", "-wal"):
                if beside(self.real, ending).exists():
                    shutil.copyfile(beside(self.real, ending), beside(file, ending))
            probe.inspect(file)
            foreign = leftovers.foreign(file)
            for extra in foreign:
                extra.unlink()
            said = ["workspace_foreign_log"] if foreign else []
            return RawConnection(
                self.real, file, file_uri(file, mode="rw"), read_only=True, scratch=scratch, notices=said
            )


@contextmanager
def _copies(data_folder: Path) -> Iterator[HeldFolder]:
    """Give a scratch folder that is taken away again where something goes wrong."""
    scratch = new_scratch(data_folder)
    try:
        yield scratch
    except BaseException:
        scratch.clear()
        raise


def _bring_up_to_date(ground: RawConnection, data_folder: Path, now: datetime) -> None:
    """Refuse another program's file and a newer one; upgrade an older one, or a copy of it where it must not change."""
    connection, name = ground.connection, ground.path.name
    header = DatabaseHeader(pragma(connection, "application_id"), pragma(connection, "user_version"))
    require_ours(header, name)
    if header.schema_version == SCHEMA_VERSION:
        return
    for one in schema.acting_objects(connection):
        raise WorkspaceError(f"workspace_schema_{one.how}", name, name=one.name)
    if not ground.read_only:
        copy_aside(connection, data_folder / "copies", name, now)
        upgrade(connection, name)
        ground.notices.append("workspace_upgraded")
        return
    with _copies(data_folder) as scratch:
        copy_to(connection, scratch.path / name)
        ground.swap(scratch)
    ground.connection.execute("PRAGMA query_only=OFF")
    upgrade(ground.connection, name)
    ground.connection.execute("PRAGMA query_only=ON")


def _require_our_schema(ground: RawConnection) -> None:
    """Raise WorkspaceError with the name of the first object that is not ours, or not as ours."""
    for one in schema.differences(ground.connection):
        raise WorkspaceError(f"workspace_schema_{one.how}", ground.path.name, name=one.name)


def _has_fresh_schema(ground: RawConnection, data_folder: Path) -> bool:
    """Go on with a copy of a file whose list of tables is damaged, that list made anew; False where that fails."""
    if leftovers.has_log(ground.file):
        return False
    scratch = new_scratch(data_folder)
    with suppress(OSError, sqlite3.Error, UnicodeDecodeError):
        file = scratch.path / ground.path.name
        shutil.copyfile(ground.file, file)
        if put_fresh_schema(file):
            ground.swap(scratch)
            ground.notices.append("workspace_salvaged")
            return True
    scratch.clear()
    return False


def _tidy(path: Path) -> None:
    """Take away the empty log that a reader leaves behind the program it read beside, if that has ended meanwhile."""
    if not beside(path, "-wal").exists():
        return
    with suppress(WorkspaceError, OSError, sqlite3.Error):
        lock = FileLock.acquire(path, "reading")
        try:
            if not leftovers.foreign(path):
                with closing(connect(file_uri(path, mode="rw"))) as last:
                    last.execute("SELECT 1 FROM sqlite_master").fetchone()
        finally:
            lock.release()
