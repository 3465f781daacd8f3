"""Making, opening and closing a workspace file.

While it is open it is locked and every commit durable; afterwards everything is in the one file.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from glob import escape
from pathlib import Path
from tempfile import gettempdir

from sqlalchemy import Engine, insert

from db.connection import APPLICATION_ID, SCHEMA_VERSION, connect, pragma
from db.engine import make_durable, make_engine, translated
from db.migrate import copy_to
from db.readers import Readers
from db.repositories.catalogues import catalogue_columns
from db.repositories.transaction import Library
from db.restoring import restore
from db.sqlite_files import access, leftovers, probe, salvage, schema
from db.sqlite_files.damage import damaged_tables, is_readable
from db.sqlite_files.derived import PROPOSALS
from db.tables import catalogues, rounds, schema_versions
from db.unit_of_work import SqlUnitOfWork, UnitOfWorkLock
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.ids import new_id
from reviewer_app.services.ports import Clock

type CatalogueReader = Callable[[str], Catalogue]

_FORMAT_VERSIONS = slice(18, 20)
_WAL = b"\x02\x02"


@dataclass(eq=False, slots=True)
class SqlWorkspace:
    """An open workspace file: one connection that writes, one unit of work at a time on it, and readers beside it."""

    ground: access.RawConnection
    clock: Clock
    library: Library
    _turn: UnitOfWorkLock = field(default_factory=UnitOfWorkLock)
    _engine: Engine = field(init=False)
    readers: Readers = field(init=False)

    def __post_init__(self) -> None:
        """Put the engines on the file."""
        name = self.ground.path.name
        self._engine = make_engine(lambda: self.ground.connection, name=name, writable=not self.read_only)
        ground = self.ground
        self.readers = Readers(ground.file, ground.address, name, self.read_only, self.clock, self.library)

    @property
    def path(self) -> Path:
        """Where the workspace lies."""
        return self.ground.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.ground.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """Message keys of what opening had to say: upgraded, read only, salvaged and without what, a foreign log."""
        return tuple(self.ground.notices)

    def unit_of_work(self) -> SqlUnitOfWork:
        """Return a fresh unit of work."""
        return SqlUnitOfWork(self._engine, self._turn, self.library, self.clock, read_only=self.read_only)

    def reading(self) -> SqlUnitOfWork:
        """Return a unit of work that sees what is committed when it first asks, and can change nothing."""
        return self.readers.reading()

    def rehearsal(self) -> SqlUnitOfWork:
        """Return a unit of work on the tables as they are, whose writes are gone with it; the file stays untouched."""
        return self.readers.rehearsal()

    def write_copy(self, target: Path) -> None:
        """Write everything committed so far into a new file; raise sqlite3.Error or OSError where that fails."""
        with closing(self.readers.connection()) as reader:
            copy_to(reader, target)
        make_sure(target)

    def close(self) -> None:
        """Checkpoint and close; afterwards everything is in the one file. A second call does nothing.

        Raise WorkspaceError where the checkpoint fails (`disk_full`): what was committed stays in the log beside it.
        """
        self._turn.take()
        try:
            if not self.read_only:
                with suppress(sqlite3.ProgrammingError):
                    self.ground.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise translated(error, self.path.name) or error from error
        finally:
            self._engine.dispose()
            self.ground.leave()
            self._turn.give()


def create_workspace(  # what a round begins with
    path: Path,
    catalogue: Catalogue,
    title: str,
    reference_date: date | None,
    clock: Clock,
    read_catalogue: CatalogueReader | None = None,
) -> SqlWorkspace:
    """Make an empty round at `path` and open it; the file is there whole or not at all.

    Without `read_catalogue` no other catalogue than `catalogue` can be read in it while it stays open.

    Raise WorkspaceError(`workspace_exists`) where something lies at `path`, `workspace_folder_missing`, `disk_full`, ….
    """
    data = _empty_round(catalogue, title, reference_date, clock)
    if path.is_symlink() or path.exists():
        raise WorkspaceError("workspace_exists", path.name)
    draft = path.with_name(f".{path.name}.{new_id()[:8]}")
    try:
        _clear_drafts(path)
        draft.write_bytes(data)
        make_sure(draft)
        draft.replace(path)
        _make_name_sure(path)
    except OSError as error:
        raise probe.os_error(error, path.name) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    unused = Path(gettempdir()) / "votum"
    read = read_catalogue or _known_only(catalogue)
    made = open_workspace(path, clock=clock, data_folder=unused, read_catalogue=read)
    made.library.keep(catalogue)
    return made


def _clear_drafts(path: Path) -> None:
    """Take away what a run that was killed while making the file at `path` has left."""
    for left in path.parent.glob(f".{escape(path.name)}.{'[0-9a-f]' * 8}"):
        left.unlink(missing_ok=True)


def make_sure(file: Path) -> None:
    """Wait until a file is on the disk."""
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _make_name_sure(file: Path) -> None:
    """Wait until the folder knows a file's name, where the system lets folders be waited for."""
    with suppress(OSError):
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _known_only(catalogue: Catalogue) -> CatalogueReader:
    """Return a reader for a fresh workspace, whose catalogues are all handed over parsed."""

    def read(source: str) -> Catalogue:
        if source == catalogue.source:
            return catalogue
        raise BrokenError("no_catalogue_reader")

    return read


def _empty_round(catalogue: Catalogue, title: str, reference_date: date | None, clock: Clock) -> bytes:
    """Return the bytes of a workspace that holds a round with its catalogue and nothing else."""
    connection = connect("file::memory:")
    engine = make_engine(lambda: connection, name=title, writable=True)
    try:
        for number, name in ((APPLICATION_ID, "application_id"), (SCHEMA_VERSION, "user_version")):
            connection.execute(f"PRAGMA {name}={number}")
        with engine.begin() as filling:
            for _, _, sql in schema.statements():
                filling.exec_driver_sql(sql)
            filling.execute(insert(schema_versions).values(version_num=f"{SCHEMA_VERSION:04}"))
            filling.execute(insert(catalogues).values(**catalogue_columns(catalogue)))
            filling.execute(
                insert(rounds).values(
                    id=new_id(),
                    mark=new_id(),
                    previous_mark="",
                    title=title,
                    reference_date=reference_date,
                    catalogue=catalogue.sha256,
                    is_demo=False,
                    last_change=clock(),
                )
            )
        data = bytearray(connection.serialize())
    finally:
        engine.dispose()
        connection.close()
    data[_FORMAT_VERSIONS] = _WAL
    return bytes(data)


def open_workspace(
    path: Path, *, read_only: bool = False, clock: Clock, data_folder: Path, read_catalogue: CatalogueReader
) -> SqlWorkspace:
    """Open the workspace at `path`; `data_folder` takes safety copies, `read_catalogue` parses stored catalogue texts.

    A damaged file is opened for reading what can be read, one that may not be written for reading; `notices` say so.
    Raise WorkspaceError where it is not there, not ours, newer, changed by somebody, or open in another program.
    """
    library = Library(read_catalogue)
    ground = access.enter(path, read_only=read_only, data_folder=data_folder, now=clock())
    try:
        if damaged_tables(ground.connection):
            _salvage(ground, library, data_folder)
        elif not ground.read_only:
            make_durable(ground.connection)
            _require_log(ground)
            library.keeps_proposals = is_readable(ground.connection, PROPOSALS)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        ground.leave()
        raise translated(error, path.name) or error from error
    except BaseException:
        ground.leave()
        raise
    return SqlWorkspace(ground, clock, library)


def _salvage(ground: access.RawConnection, library: Library, data_folder: Path) -> None:
    """Go on with a copy of what can be read."""
    scratch = access.new_scratch(data_folder)
    file = scratch.path / ground.path.name
    try:
        lost = salvage.salvage(ground.address, file, ground.path.name)
        restore(file, library)
    except BaseException:
        scratch.clear()
        raise
    if leftovers.has_log(ground.file):
        ground.connection.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
    ground.swap(scratch)
    ground.notices += [one for one in salvage.notices(lost) if one not in ground.notices]


def _require_log(ground: access.RawConnection) -> None:
    """Raise WorkspaceError where the place does not bear a write-ahead log, as some shares do not."""
    if pragma(ground.connection, "journal_mode") != "wal":
        raise WorkspaceError("workspace_on_share", ground.path.name)
