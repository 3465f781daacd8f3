"""The cached list: as the workspace keeps it, shown before the store is loaded, confirmed when it is open.

Until then one can choose, filter and sort; whoever wants to go on is taken there as soon as there is somewhere to go.
"""

from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.ui.shell.main_window import MainWindow
    from reviewer_app.ui.shell.stores import Stores

PATIENCE = 200
"""Milliseconds after which the workspace is opened even if the list was not painted (a window that is minimised)."""


class CachedListFlow(QObject):
    """Shows and caches the list; `painted` comes once for each that is shown."""

    painted = Signal()

    def __init__(self, window: "MainWindow", stores: "Stores") -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._stores = stores
        self._table: QObject | None = None
        self._unconfirmed = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)

    def read(self, path: Path) -> str:
        """Return the list cached in the workspace at `path`, empty where there is none that holds."""
        return self._stores.cached_list(path) if self._stores.cached_list is not None else ""

    def show(self, text: str) -> bool:
        """Show what was cached in the list of the window, which is there; False where it does not fit any more."""
        from reviewer_app.services.applications import work_rows
        from reviewer_app.ui.applications.page import ApplicationsPage
        from reviewer_app.ui.applications.presenter import ApplicationsPresenter

        cached = work_rows.read(text)
        if cached is None:
            return False
        router = self._window.router
        self._window.actions_table.show_reason(Need.WORKSPACE, self.tr("Arbeitsdatei wird geöffnet"))
        self._context.show_pending_list(cached)
        router.begin(Place(navigation.APPLICATIONS))
        page, presenter = router.page, router.presenter
        if not isinstance(page, ApplicationsPage) or not isinstance(presenter, ApplicationsPresenter):
            raise TypeError("the first list is another page")
        self._table = page.table.viewport()
        self._table.installEventFilter(self)
        self._patience.start()
        presenter.show_cached(cached)
        router.hold()
        self._unconfirmed = True
        return True

    def confirm(self) -> None:
        """Let people go on: the workspace is open, and the list is read again from it."""
        if self._unconfirmed:
            self._end(go=True)

    def withdraw(self) -> None:
        """Show nothing of a workspace that could not be opened."""
        if self._unconfirmed:
            self._context.show_identity(None)
            self._end(go=False)

    def _end(self, *, go: bool) -> None:
        self._unconfirmed = False
        self._window.actions_table.show_reason(Need.WORKSPACE, "")
        self._window.router.release(go=go)

    @property
    def unconfirmed(self) -> bool:
        """Whether a list is in sight that the store has not confirmed."""
        return self._unconfirmed

    def cache(self) -> None:
        """Cache the list in the workspace that is about to be closed; without one the next opening takes longer."""
        context = self._context
        if not context.can_write or self._stores.cached_list is None:
            return
        from reviewer_app.services.applications.worklist import cache_list

        context.operations.run(cache_list).failed(self._on_cache_failed).upkeep()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._table:
            self._patience.start(0)
        return False

    def _on_patience_timeout(self) -> None:
        table, self._table = self._table, None
        if table is not None:
            table.removeEventFilter(self)
            self.painted.emit()

    def _on_cache_failed(self, _error: Exception) -> None:
        """Say nothing: nothing that anybody entered is lost."""
