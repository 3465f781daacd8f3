"""Searches all texts while somebody types, and keeps the index behind it up to date while nobody works.

A slice of the index is one short job between writes, begun only after a pause; searching waits for nobody.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.indexing import Indexer, IndexProgress
    from reviewer_app.services.ports import UnitOfWork, Workspace
    from reviewer_app.services.searching import Hits
    from reviewer_app.ui.shell.context import Context

PAUSE = 2000
"""Milliseconds without a change before indexing goes on."""

_BETWEEN = 15
_SHORTEST = 2
_MOST = 9
_AROUND = 26


@dataclass(frozen=True, slots=True)
class Indexing:
    """How far the index is: units done of all; nothing is told before it was looked at."""

    done: int = 0
    total: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self.done >= self.total


class TextSearch(QObject):
    """`hits_found` carries what was typed and the Hits; `indexing_changed` how far the index is."""

    hits_found = Signal(str, object)
    indexing_changed = Signal(object)

    def __init__(self, context: "Context", parent: QObject) -> None:
        """Index whatever workspace is open."""
        super().__init__(parent)
        self._context = context
        self._workspace: Workspace | None = None
        self._indexer: Indexer | None = None
        self._wanted = ""
        self._asked = ""
        self._steps = False
        self.indexing = Indexing()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_timeout)
        context.identity_changed.connect(self._on_context_identity_changed)
        context.operations.changes_made.connect(self._on_operations_changes_made)

    def ask(self, typed: str) -> None:
        """Search for what was typed last; answers to what was typed before it may be left out."""
        self._wanted = typed if len(typed.strip()) >= _SHORTEST else ""
        if self._wanted and not self._asked:
            self._run()

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self._pause.stop()
        self._workspace = self._indexer = None

    # Searching

    def _run(self) -> None:
        if self._context.workspace is None:
            return
        self._asked = self._wanted
        pending = self._context.operations.run(_search, self._asked)
        pending.done(self._on_search_done).failed(self._on_search_failed).read_aside()

    def _on_search_done(self, hits: "Hits") -> None:
        typed, self._asked = self._asked, ""
        self.hits_found.emit(typed, hits)
        if hits.lost and self._indexer is not None and not self._steps:
            self._step(self._indexer.remake)
        if self._wanted and self._wanted != typed:
            self._run()

    def _on_search_failed(self, _error: "VotumError") -> None:
        """Find nothing; what is wrong with the store is told by whatever else is done with it."""
        self._asked = ""

    # Indexing

    def _on_context_identity_changed(self, identity: object) -> None:
        workspace = self._context.workspace if identity is not None else None
        if workspace is self._workspace:
            return
        self._workspace, self._indexer = workspace, None
        self._tell(Indexing())
        self._pause.stop()
        if workspace is not None:
            self._pause.start(PAUSE)

    def _on_operations_changes_made(self, _changes: object) -> None:
        if self._workspace is not None and not self._steps:
            self._pause.start(PAUSE)

    def _on_pause_timeout(self) -> None:
        if self._workspace is None or self._steps:
            return
        if self._indexer is None:
            from reviewer_app.services.indexing import Indexer

            self._indexer = Indexer()
        self._step(self._indexer.step)

    def _step(self, step: "Callable[[UnitOfWork], IndexProgress]") -> None:
        self._steps = True
        self._context.operations.run(step).done(self._on_step_done).failed(self._on_step_failed).upkeep()

    def _on_step_done(self, progress: "IndexProgress") -> None:
        self._steps = False
        self._tell(Indexing(progress.done, progress.total))
        if not progress.finished and self._workspace is not None:
            self._pause.start(_BETWEEN)

    def _on_step_failed(self, _error: "VotumError") -> None:
        """Leave it until something changes; searching reads what is not indexed."""
        self._steps = False

    def _tell(self, indexing: Indexing) -> None:
        if indexing != self.indexing:
            self.indexing = indexing
            self.indexing_changed.emit(indexing)


def _search(uow: "UnitOfWork", typed: str) -> "Hits":
    from reviewer_app.services.searching import search

    return search(uow, typed, most=_MOST, whole=False, around=_AROUND)
