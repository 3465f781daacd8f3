"""Who works here: name, role, employers, mandates, and the duty of secrecy; asked in the window, once a workspace."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.pages.page import Page
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.button import Button, Kind
from reviewer_app.ui.widgets.choices import RadioButton
from reviewer_app.ui.widgets.form_column import LabelledField
from reviewer_app.ui.widgets.text import Panel, Text

ROLES = ("reviewer", "chair", "office")


@dataclass(frozen=True, slots=True)
class IdentityEntry:
    """What was entered; employers and mandates are separated by semicolons in the field."""

    name: str = ""
    role: str = ""
    employers: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


class IdentityPage(Page):
    """`identity_entered` carries an IdentityEntry with a role; `back_chosen` leaves without a change."""

    identity_entered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Lay out empty; no role is chosen beforehand."""
        super().__init__(theme)
        self.name = QLineEdit()
        self.employers = QLineEdit()
        self.mandates = QLineEdit()
        for field in (self.name, self.employers, self.mandates):
            field.setProperty("own_undo", True)
        words = {
            "reviewer": self.tr("Gutachter:in"),
            "chair": self.tr("Vorsitz"),
            "office": self.tr("Geschäftsstelle"),
        }
        self.roles = {role: RadioButton(theme, words[role]) for role in ROLES}
        self._group = QButtonGroup(self)
        self._role_error = Text("", "small", "err", wrap=True)
        self._name_field = LabelledField(theme, self.tr("Ihr Name, wie er im Gutachten stehen soll"), self.name)
        self.accept_button = Button(theme, self.tr("Ich habe das gelesen"), Kind.PRIMARY)
        self._card = Panel("surface", "card")
        self._column = QVBoxLayout(self._card)
        self._fill()
        around = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        outside = QVBoxLayout(around)
        outside.addLayout(across)
        outside.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(around)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.name.returnPressed.connect(self._on_accept_button_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _fill(self) -> None:
        theme, column = self.theme, self._column
        column.addWidget(Text(self.tr("Bevor Sie beginnen"), "page"))
        duty = self.tr(
            "Als Mitglied des Programmbegleitkreises sind Sie zur Unparteilichkeit und Verschwiegenheit verpflichtet, "
            "auch nach Ende der Amtszeit (§§ 83, 84 VwVfG)."
        )
        column.addWidget(Text(duty, "body", wrap=True))
        column.addWidget(self._name_field)
        column.addWidget(Text(self.tr("Ihre Rolle in dieser Runde"), "label", "text2"))
        row = QHBoxLayout()
        for role, button in self.roles.items():
            self._group.addButton(button)
            button.setObjectName(role)
            button.clicked.connect(self._on_role_clicked)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._role_error)
        hint = self.tr("Mehrere trennen Sie mit einem Semikolon. Für den Abgleich mit Mitgliederlisten.")
        column.addWidget(LabelledField(theme, self.tr("Arbeitgeber (freiwillig)"), self.employers, hint))
        column.addWidget(LabelledField(theme, self.tr("Mandate und Ämter (freiwillig)"), self.mandates))
        foot = QHBoxLayout()
        foot.addWidget(Text(self.tr("Das bleibt in dieser Arbeitsdatei."), "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)

    def show_entry(self, entry: IdentityEntry) -> None:
        """Show who works here."""
        self.name.setText(entry.name)
        self.employers.setText("; ".join(entry.employers))
        self.mandates.setText("; ".join(entry.mandates))
        self._group.setExclusive(False)
        for role, button in self.roles.items():
            button.setChecked(role == entry.role)
        self._group.setExclusive(True)
        self.show_errors("", "")

    def show_errors(self, name: str, role: str) -> None:
        """Say under name and role what is wrong; empty takes it back."""
        self._role_error.setText(f"▲ {role}" if role else "")
        self._role_error.setVisible(bool(role))
        self._name_field.show_error(name)

    @property
    def entry(self) -> IdentityEntry:
        """What stands in the fields; the role is empty while none is chosen."""
        role = next((one for one, button in self.roles.items() if button.isChecked()), "")
        return IdentityEntry(
            self.name.text().strip(), role, _parts(self.employers.text()), _parts(self.mandates.text())
        )

    @override
    def panes(self) -> list[QWidget]:
        return [self.name]

    def _on_role_clicked(self) -> None:
        self._role_error.hide()

    def _on_accept_button_clicked(self) -> None:
        entry = self.entry
        name = "" if entry.name else self.tr("Bitte geben Sie Ihren Namen an.")
        role = "" if entry.role else self.tr("Bitte wählen Sie Ihre Rolle.")
        self.show_errors(name, role)
        if not name and not role:
            self.identity_entered.emit(entry)

    def _on_theme_changed(self) -> None:
        theme = self.theme
        self._card.setMaximumWidth(theme.em(630))
        margin = theme.em(20)
        self._column.setContentsMargins(margin, theme.em(16), margin, theme.em(16))
        self._column.setSpacing(theme.em(10))
