"""Stores who works at this desk and lets the window go on from there."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import Signal

from reviewer_app.ui import navigation
from reviewer_app.ui.context import Context
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.pages.identity_page import IdentityEntry, IdentityPage
from reviewer_app.ui.presenters.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.opening import Identity


class IdentityPresenter(Presenter):
    """The presenter of the page that asks for name and role; `introduced` carries the Identity as stored."""

    introduced = Signal(object)

    page_id = navigation.IDENTITY

    def __init__(self, context: Context, page: IdentityPage) -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        page.identity_entered.connect(self._on_page_identity_entered)

    @override
    def show_place(self, place: Place) -> None:
        """Show who works here so far."""
        identity = self.context.identity
        me = identity.me if identity else None
        self._page.show_entry(
            IdentityEntry(me.name, me.role.value, me.employers, me.mandates) if me else IdentityEntry()
        )

    @override
    def header(self) -> Header:
        """Return the title with the round."""
        identity = self.context.identity
        return Header(self.tr("Name und Rolle"), identity.facts.title if identity else "")

    def _on_page_identity_entered(self, entry: IdentityEntry) -> None:
        from reviewer_app.domain.review import Role
        from reviewer_app.services.opening import introduce

        pending = self.context.operations.run(
            introduce,
            entry.name,
            Role(entry.role),
            employers=entry.employers,
            mandates=entry.mandates,
            confirmed=self.context.now().date(),
        )
        pending.done(self._on_introduce_done).failed(self._on_introduce_failed).write()

    def _on_introduce_done(self, outcome: "Outcome[Identity]") -> None:
        self.introduced.emit(outcome.value)

    def _on_introduce_failed(self, error: "VotumError") -> None:
        self._page.show_errors(self.context.messages.explain(error), "")
