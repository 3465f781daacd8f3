"""Searches all texts of the round for what was asked for last, in the pane and in the palette alike.

It needs no service when it is imported, as the window has it before its first paint.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.services.search.access import SearchFilter
    from reviewer_app.services.search.searching import Hits
    from reviewer_app.ui.shell.context import Context

SHORTEST = 2
"""Letters from which on is searched."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: words, a filter, how many hits at most, and letters around what is found."""

    typed: str
    wanted: "SearchFilter | None"
    most: int
    around: int


class LatestSearch(QObject):
    """Searches for what was asked for last, one search at a time.

    While one is on its way only the newest query is kept; an answer to an older one is left out, and the newest is
    searched for then. `hits_found` carries the Query and its Hits.
    """

    hits_found = Signal(object, object)
    search_failed = Signal()

    def __init__(self, context: "Context", parent: QObject, *, aside: bool) -> None:
        """Search the round that is open; `aside` in a thread of its own, else in order with other reading."""
        super().__init__(parent)
        self._context = context
        self._aside = aside
        self._latest: Query | None = None
        self._running: Query | None = None
        self._is_running = False

    @property
    def is_running(self) -> bool:
        """Whether an answer is on its way."""
        return self._is_running

    def ask(self, query: Query | None) -> None:
        """Search for `query`; None for nothing."""
        self._latest = query
        if query is not None and not self._is_running:
            self._run(query)

    def forget(self) -> None:
        """Leave out the answer that is on its way: it is to what another person asked."""
        self._running = None

    def _run(self, query: Query) -> None:
        if self._context.workspace is None:
            return
        self._running, self._is_running = query, True
        pending = self._context.operations.run(search_texts, query).done(self._on_search_done)
        pending.failed(self._on_search_failed)
        if self._aside:
            pending.read_aside()
        else:
            pending.read()

    def _on_search_done(self, hits: "Hits") -> None:
        asked, self._running, self._is_running = self._running, None, False
        if self._latest is None:
            return
        if asked == self._latest:
            self.hits_found.emit(asked, hits)
        else:
            self._run(self._latest)

    def _on_search_failed(self, _error: "VotumError") -> None:
        """Find nothing; what is wrong with the store is told by whatever else is done with it."""
        self._running, self._is_running = None, False
        self.search_failed.emit()


def search_texts(uow: "UnitOfWork", query: Query) -> "Hits":
    """Search what is indexed of the round."""
    from reviewer_app.services.search.searching import search

    return search(uow, query.typed, query.wanted, most=query.most, whole=False, around=query.around)
