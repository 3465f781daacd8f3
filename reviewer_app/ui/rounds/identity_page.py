"""Who works here: name, role, employers, mandates, and the duty of secrecy; asked in the window, once a workspace."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain import locale
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.cards import StepCard
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.person_form import DutyText, IdentityEntry, PersonForm
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.round import Identity


class IdentityPage(Page):
    """`identity_entered` carries an IdentityEntry with name and role."""

    identity_entered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Lay out empty; no role is chosen beforehand."""
        super().__init__(theme)
        self.form = PersonForm(theme)
        self.name, self.roles = self.form.name, self.form.roles
        self.accept_button = Button(theme, self.tr("Ich habe das gelesen"), ButtonKind.PRIMARY)
        self._card = StepCard(theme, self.tr("Bevor Sie beginnen"))
        self._card.column.addWidget(DutyText())
        self._card.column.addWidget(self.form)
        self._card.show_foot(
            Text(self.tr("Diese Angaben bleiben in dieser Arbeitsdatei."), "small", "text2"), self.accept_button
        )
        ColumnLayout(theme, self._card, parent=self)
        self.accept_button.clicked.connect(self._on_form_submitted)
        self.form.submitted.connect(self._on_form_submitted)

    def show_entry(self, entry: IdentityEntry, confirmed: str = "") -> None:
        """Show who works here; `confirmed` is the day the duty was confirmed, empty where that is still asked."""
        self.form.show_entry(entry)
        if confirmed:
            self._card.show_title(self.tr("Name und Rolle"), self.tr("Bestätigt am {day}").format(day=confirmed))
            self.accept_button.setText(self.tr("Speichern"))
        else:
            self._card.show_title(self.tr("Bevor Sie beginnen"))
            self.accept_button.setText(self.tr("Ich habe das gelesen"))
        self.accept_button.updateGeometry()

    def show_errors(self, name: str, role: str) -> None:
        """Say under name and role what is wrong; empty takes it back."""
        self.form.show_errors(name, role)

    @override
    def panes(self) -> list[QWidget]:
        entry = self.form.entry
        return [self.accept_button if entry.name and entry.role else self.name]

    def _on_form_submitted(self) -> None:
        entry = self.form.checked_entry()
        if entry is not None:
            self.identity_entered.emit(entry)


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
            self._page.show_entry(entry, locale.day(day, self.context.language) if day else "")
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
        from reviewer_app.domain.reviews.permissions import Role
        from reviewer_app.services.round import introduce

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
