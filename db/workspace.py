"""Making, opening and closing a workspace file.

While it is open it is locked and every commit durable; afterwards everything is in the one file.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, insert

from db.engine import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect,
    file_uri,
    make_durable,
    make_engine,
    pragma,
    translated,
)
from db.repositories.catalogues import catalogue_columns
from db.repositories.transaction import Library
from db.sqlite_files import probe, schema
from db.sqlite_files.lock import FileLock
from db.tables import catalogues, rounds, schema_versions
from db.unit_of_work import SqlUnitOfWork, Turn
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.ids import new_id
from reviewer_app.services.ports import Clock

type CatalogueReader = Callable[[str], Catalogue]


@dataclass(eq=False, slots=True)
class SqlWorkspace:
    """An open workspace file; one engine, one connection, one unit of work at a time."""

    path: Path
    clock: Clock
    library: Library
    connection: sqlite3.Connection
    lock: FileLock | None
    read_only: bool = False
    notices: tuple[str, ...] = ()
    _turn: Turn = field(default_factory=Turn)
    _engine: Engine = field(init=False)

    def __post_init__(self) -> None:
        """Put the engine on the connection."""
        self._engine = make_engine(lambda: self.connection, name=self.path.name, writable=not self.read_only)

    def unit_of_work(self) -> SqlUnitOfWork:
        """Return a fresh unit of work."""
        return SqlUnitOfWork(self._engine, self._turn, self.library, self.clock, read_only=self.read_only)

    def close(self) -> None:
        """Checkpoint and close; afterwards everything is in the one file. A second call does nothing."""
        try:
            if not self.read_only:
                with suppress(sqlite3.ProgrammingError):
                    self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise translated(error, self.path.name) or error from error
        finally:
            self._engine.dispose()
            self.connection.close()
            if self.lock is not None:
                self.lock.release()


def create_workspace(
    path: Path, catalogue: Catalogue, title: str, reference_date: date | None, clock: Clock
) -> SqlWorkspace:
    """Make an empty round at `path` and open it; the file is there whole or not at all.

    Raise WorkspaceError(`workspace_exists`) where something lies at `path`, `workspace_folder_missing`, `disk_full`, ….
    """
    data = _empty_round(catalogue, title, reference_date, clock)
    if path.is_symlink() or path.exists():
        raise WorkspaceError("workspace_exists", path.name)
    draft = path.with_name(f".{path.name}.{new_id()[:8]}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise WorkspaceError("workspace_unreachable", path.name) from error
    return open_workspace(path, clock=clock, data_folder=path.parent, read_catalogue=_known_only(catalogue))


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
                    title=title,
                    reference_date=reference_date,
                    catalogue=catalogue.sha256,
                    is_demo=False,
                    last_change=clock(),
                )
            )
        return connection.serialize()
    finally:
        engine.dispose()
        connection.close()


def open_workspace(
    path: Path, *, read_only: bool = False, clock: Clock, data_folder: Path, read_catalogue: CatalogueReader
) -> SqlWorkspace:
    """Open the workspace at `path`; `data_folder` takes safety copies, `read_catalogue` parses stored catalogue texts.

    Raise WorkspaceError where it is not there, not ours, newer, changed by somebody, or open in another program.
    """
    real = probe.resolved(path)
    lock = FileLock.acquire(real, "reading" if read_only else "writing")
    try:
        probe.inspect(real)
        connection = _connected(real, read_only=read_only)
    except BaseException:
        lock.release()
        raise
    return SqlWorkspace(real, clock, Library(read_catalogue), connection, lock, read_only)


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to a file that holds exactly our schema."""
    connection = connect(file_uri(path, mode="rw"))
    try:
        for difference in schema.differences(connection):
            raise WorkspaceError(f"workspace_schema_{difference.how}", path.name, name=difference.name)
        make_durable(connection)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        if pragma(connection, "journal_mode") != "wal":
            raise WorkspaceError("workspace_network", path.name)
    except BaseException:
        connection.close()
        raise
    return connection
