"""Who works here: name, role, employers, mandates, and the duty of secrecy; asked in the window, once a workspace."""

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.cards import StepCard
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.person_form import DutyText, IdentityEntry, PersonForm
from reviewer_app.ui.shell.page import Page


class IdentityPage(Page):
    """`identity_entered` carries an IdentityEntry with name and role."""

    identity_entered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Lay out empty; no role is chosen beforehand."""
        super().__init__(theme)
        self.form = PersonForm(theme)
        self.name, self.roles = self.form.name, self.form.roles
        self.accept_button = Button(theme, self.tr("Ich habe das gelesen"), Kind.PRIMARY)
        self._card = StepCard(theme, self.tr("Bevor Sie beginnen"))
        self._card.column.addWidget(DutyText())
        self._card.column.addWidget(self.form)
        self._card.show_foot(Text(self.tr("Das bleibt in dieser Arbeitsdatei."), "small", "text2"), self.accept_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self.accept_button.clicked.connect(self._on_form_submitted)
        self.form.submitted.connect(self._on_form_submitted)

    def show_entry(self, entry: IdentityEntry, confirmed: str = "") -> None:
        """Show who works here; `confirmed` is the day the duty was confirmed, empty where that is still asked."""
        self.form.show_entry(entry)
        if confirmed:
            self._card.show_title(self.tr("Name und Rolle"), self.tr("Bestätigt am {day}").format(day=confirmed))
            self.accept_button.setText(self.tr("Übernehmen"))
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
