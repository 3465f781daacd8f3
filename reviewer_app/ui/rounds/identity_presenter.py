"""Stores who works at this desk and lets the window go on from there."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import Signal

from reviewer_app.domain import display
from reviewer_app.ui.rounds.identity_page import IdentityPage
from reviewer_app.ui.rounds.person_form import IdentityEntry
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.presenter import Header, Presenter

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
        """Show who works here so far; a file that nobody works in yet shows what was said at the first start."""
        identity, said = self.context.identity, self.context.settings.values.introduction
        me = identity.me if identity else None
        if identity is not None and me is not None:
            day = identity.facts.secrecy_confirmed
            entry = IdentityEntry(me.name, me.role.value, me.employers, me.mandates)
            self._page.show_entry(entry, display.day(day, self.context.language) if day else "")
        elif said is not None:
            self._page.show_entry(IdentityEntry(said.name, said.role, said.employers, said.mandates))
        else:
            self._page.show_entry(IdentityEntry())

    @override
    def state(self) -> tuple["Identity | None", IdentityEntry]:
        """Return what was entered and not taken, and over whom."""
        return self.context.identity, self._page.form.entry

    @override
    def restore(self, state: object) -> None:
        """Show what was entered again, unless somebody else is here by now."""
        if isinstance(state, tuple) and state[0] is self.context.identity:
            self._page.form.show_entry(state[1])

    @override
    def header(self) -> Header:
        """Return the title with the round."""
        return Header(self.tr("Name und Rolle"), self.context.round_title)

    def _on_page_identity_entered(self, entry: IdentityEntry) -> None:
        from reviewer_app.domain.review import Role
        from reviewer_app.services.opening import introduce

        known = self.context.identity
        asked = known is None or known.me is None or known.facts.secrecy_confirmed is None
        pending = self.context.operations.run(
            introduce,
            entry.name,
            Role(entry.role),
            employers=entry.employers,
            mandates=entry.mandates,
            confirmed=self.context.now().date() if asked else None,
        )
        pending.done(self._on_introduce_done).failed(self._on_introduce_failed).write()

    def _on_introduce_done(self, outcome: "Outcome[Identity]") -> None:
        self.introduced.emit(outcome.value)

    def _on_introduce_failed(self, error: "VotumError") -> None:
        self._page.show_errors(self.context.messages.explain(error), "")
