"""One transaction over all repositories: leaving it without `commit()` rolls back.

A workspace has one connection that writes, so its units of work come one after the other, whatever thread asks. Those
that only read have connections of their own and neither wait nor are waited for.
"""

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, update
from sqlalchemy.exc import SQLAlchemyError

from db.repositories.annotations import AnnotationsRepository
from db.repositories.applications import ApplicationsRepository
from db.repositories.catalogues import CataloguesRepository
from db.repositories.consensus import ConsensusRepository
from db.repositories.files import FilesRepository
from db.repositories.people import PeopleRepository
from db.repositories.recognised import RecognisedRepository
from db.repositories.reviews import ReviewsRepository
from db.repositories.rounds import RoundsRepository
from db.repositories.transaction import Library, Transaction
from db.search_index import SearchIndexRepository
from db.tables import rounds
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.ids import new_id
from reviewer_app.services import ports
from reviewer_app.services.search import port


@dataclass(slots=True)
class UnitOfWorkLock:
    """Whose turn it is: one unit of work at a time; a second one in the same thread would wait for itself."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    thread: int = 0

    def take(self) -> None:
        """Wait for the turn; raise BrokenError where this thread has it already."""
        if self.thread == threading.get_ident():
            raise BrokenError("nested_unit_of_work")
        self.lock.acquire()
        self.thread = threading.get_ident()

    def give(self) -> None:
        """Let the next one in."""
        self.thread = 0
        self.lock.release()


class SqlUnitOfWork:
    """One transaction on the workspace's connection."""

    rounds: ports.Rounds
    catalogues: ports.Catalogues
    applications: ports.Applications
    files: ports.Files
    people: ports.People
    reviews: ports.Reviews
    consensus: ports.Consensuses
    annotations: ports.Annotations
    recognised: ports.RecognisedTexts
    search: port.SearchIndex

    def __init__(
        self, engine: Engine, turn: UnitOfWorkLock | None, library: Library, clock: ports.Clock, *, read_only: bool
    ) -> None:
        """Prepare; nothing is asked of the file before it is entered. Without `turn` it can commit nothing.

        `read_only` says what holds for the workspace, whatever this unit can do.
        """
        self.read_only = read_only
        self._engine = engine
        self._turn = turn
        self._library = library
        self._clock = clock
        self._connection: Connection | None = None
        self._transaction: Transaction | None = None

    def __enter__(self) -> Self:
        """Begin; raise WorkspaceError where another program keeps writing or the file is out of reach."""
        if self._turn is not None:
            self._turn.take()
        try:
            self._connection = self._engine.connect()
            self._connection.begin()
        except BaseException:
            self._leave()
            raise
        transaction = Transaction(self._connection, self._clock, self._library)
        self._transaction = transaction
        self.rounds = RoundsRepository(transaction)
        self.catalogues = CataloguesRepository(transaction)
        self.applications = ApplicationsRepository(transaction)
        self.files = self._files(transaction)
        self.people = PeopleRepository(transaction)
        self.reviews = ReviewsRepository(transaction)
        self.consensus = ConsensusRepository(transaction)
        self.annotations = AnnotationsRepository(transaction)
        self.recognised = RecognisedRepository(transaction)
        self.search = SearchIndexRepository(transaction)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""
        self._leave()

    def commit(self) -> None:
        """Make everything durable; raise WorkspaceError where that cannot be, and then nothing of it is stored."""
        if self._connection is None or self._transaction is None:
            raise BrokenError("no_unit_of_work")
        if self._turn is None:
            raise BrokenError("unit_of_work_reads")
        if self.read_only:
            raise WorkspaceError("workspace_read_only")
        latest = self.rounds.last_change()
        marks = {"mark": new_id(), "previous_mark": rounds.c.mark}
        self._connection.execute(update(rounds).values(last_change=latest, **marks))
        self._transaction.changed = None
        self._connection.commit()
        if self._transaction.rewritten:
            self._keep_proposals(self._connection, self._transaction)

    def _keep_proposals(self, connection: Connection, transaction: Transaction) -> None:
        """Keep what the formal checks propose, in a transaction of its own.

        SQLite takes nothing more from one that has met damage, and nothing that people entered may be lost by this.
        """
        try:
            ApplicationsRepository(transaction).keep_proposals_of_rewritten()
            connection.commit()
        except (WorkspaceError, SQLAlchemyError):
            connection.rollback()

    def _files(self, transaction: Transaction) -> FilesRepository:
        return FilesRepository(transaction)

    def _leave(self) -> None:
        """End the transaction, whatever happened, and let the next unit of work in."""
        connection, self._connection, self._transaction = self._connection, None, None
        try:
            if connection is not None:
                with suppress(WorkspaceError, SQLAlchemyError):
                    connection.rollback()
                connection.close()
        finally:
            if self._turn is not None:
                self._turn.give()
