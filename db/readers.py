"""Reading a workspace beside whoever writes in it, in another thread or, as it can be sent there, another process.

Each unit of work has a connection of its own that can change nothing; SQLite lets it see one commit and wait for
nobody.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, override

from sqlalchemy import Engine

from db.connection import connect, guest_uri
from db.engine import make_engine
from db.rehearsing import RehearsingUnitOfWork, rehearsing_engine
from db.repositories.transaction import Library
from db.unit_of_work import SqlUnitOfWork
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.ports import Clock

_libraries: dict[Callable[[str], Catalogue], Library] = {}


@dataclass(frozen=True, slots=True)
class Readers:
    """How to open `file` for reading: its address, what errors call it, whether nothing of it can be written."""

    file: Path
    address: str
    name: str
    read_only: bool
    clock: Clock
    library: Library
    _engines: list[Engine] = field(default_factory=list)

    def connection(self) -> sqlite3.Connection:
        """Return another connection that can change nothing; whoever asks closes it."""
        connection = connect(self.address)
        connection.execute("PRAGMA query_only=ON")
        return connection

    def reading(self) -> SqlUnitOfWork:
        """Return a unit of work that sees what is committed when it first asks, and can change nothing."""
        if not self._engines:
            self._engines.append(make_engine(self.connection, name=self.name, writable=False, fresh=True))
        return SqlUnitOfWork(self._engines[0], None, self.library, self.clock, read_only=self.read_only)

    def rehearsal(self) -> SqlUnitOfWork:
        """Return a unit of work on the tables as they are, whose writes are gone with it; the file stays untouched."""
        if self.read_only:
            raise WorkspaceError("workspace_read_only")
        engine = rehearsing_engine(self.file, self.name)
        return RehearsingUnitOfWork(engine, None, self.library, self.clock, read_only=False)

    @override
    def __reduce__(self) -> tuple[Any, ...]:
        """Send it to another process, where the file could not be changed by any mistake."""
        address = self.address if self.read_only else guest_uri(self.file)
        known = partial(Readers, self.file, address, self.name, self.read_only, self.clock)
        return _received, (known, self.library.reader)


def _received(known: Callable[[Library], Readers], reader: Callable[[str], Catalogue]) -> Readers:
    """Make it anew; catalogues never change, so each is parsed once in a process."""
    return known(_libraries.setdefault(reader, Library(reader)))
