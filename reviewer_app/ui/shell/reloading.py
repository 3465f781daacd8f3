"""What presenters share whose page shows the whole round: it is read anew with every change while it is in sight."""

from typing import TYPE_CHECKING, override

from reviewer_app.ui.shell.presenter import Presenter

if TYPE_CHECKING:
    from reviewer_app.services.changes import Changes
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.navigation import Place
    from reviewer_app.ui.shell.page import Page


class ReloadingPresenter(Presenter):
    """Calls `load` when the page is entered, and again after each change that happens in its sight."""

    def __init__(self, context: "Context", page: "Page") -> None:
        """Watch over `page`."""
        super().__init__(context)
        self._watched = page

    def load(self) -> None:
        """Read what the page shows."""
        raise NotImplementedError

    @override
    def show_place(self, place: "Place") -> None:
        """Load."""
        self.load()

    @override
    def refresh(self, changes: "Changes") -> None:
        """Load again while in sight."""
        if changes.kinds and self._watched.isVisible():
            self.load()
