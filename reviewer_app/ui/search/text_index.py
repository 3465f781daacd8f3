"""Keeps the index of all texts up to date while nobody works.

A slice of it is one short job between writes, begun only after a pause; searching waits for nobody.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.ports import UnitOfWork, Workspace
    from reviewer_app.services.search.indexing import Indexer, IndexProgress
    from reviewer_app.ui.shell.context import Context

PAUSE = 2000
"""Milliseconds without a change before indexing goes on."""

_BETWEEN = 15


class TextIndex(QObject):
    """`progress_changed` says that `progress` is another; that is None before anybody has looked."""

    progress_changed = Signal()

    def __init__(self, context: "Context", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._workspace: Workspace | None = None
        self._indexer: Indexer | None = None
        self.is_working = False
        self.progress: IndexProgress | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_timeout)
        context.identity_changed.connect(self._on_context_identity_changed)
        context.operations.changes_made.connect(self._on_operations_changes_made)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return self.progress is None or self.progress.done >= self.progress.total

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self._pause.stop()
        self._workspace = self._indexer = None

    def remake(self) -> None:
        """Make the index anew, which a search has found broken."""
        if self._indexer is not None and not self.is_working:
            self._run(self._indexer.remake)

    def _on_context_identity_changed(self, identity: object) -> None:
        workspace = self._context.workspace if identity is not None else None
        if workspace is self._workspace:
            return
        self._workspace, self._indexer = workspace, None
        self._tell(None)
        self._pause.stop()
        if workspace is not None:
            self._pause.start(PAUSE)

    def _on_operations_changes_made(self, _changes: object) -> None:
        if self._workspace is not None and not self.is_working:
            self._pause.start(PAUSE)

    def _on_pause_timeout(self) -> None:
        if self._workspace is None or self.is_working:
            return
        if self._indexer is None:
            from reviewer_app.services.search.indexing import Indexer

            self._indexer = Indexer()
        self._run(self._indexer.step)

    def _run(self, step: "Callable[[UnitOfWork], IndexProgress]") -> None:
        self.is_working = True
        self._context.operations.run(step).done(self._on_step_done).failed(self._on_step_failed).upkeep()

    def _on_step_done(self, progress: "IndexProgress") -> None:
        self.is_working = False
        self._tell(progress)
        if not progress.finished and self._workspace is not None:
            self._pause.start(_BETWEEN)

    def _on_step_failed(self, _error: "VotumError") -> None:
        """Leave it until something changes; searching reads what is not indexed."""
        self.is_working = False

    def _tell(self, progress: "IndexProgress | None") -> None:
        if progress != self.progress:
            self.progress = progress
            self.progress_changed.emit()
