"""Who one is: name, role, employers, mandates; the same fields at the first start and for each workspace."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from reviewer_app.ui.kit.choices import RadioButton
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.translation import role_name

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


class DutyText(Text):
    """The duty of impartiality and secrecy, as every member confirms it."""

    def __init__(self) -> None:
        super().__init__(wrap=True)
        duty = self.tr(
            "Als Mitglied des Programmbegleitkreises sind Sie zur Unparteilichkeit und Verschwiegenheit verpflichtet, "
            "auch nach Ende der Amtszeit (§§ 83, 84 VwVfG)."
        )
        self.setText(duty)


class PersonForm(QWidget):
    """The fields; `submitted` follows Enter in any of them."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Lay out empty; no role is chosen beforehand."""
        super().__init__()
        self._theme = theme
        self.name = QLineEdit()
        self.employers = QLineEdit()
        self.mandates = QLineEdit()
        for field in (self.name, self.employers, self.mandates):
            field.setProperty("own_undo", True)
        self.roles = {role: RadioButton(theme, role_name(role)) for role in ROLES}
        self.role_error = Text("", "small", "err", wrap=True)
        self.role_error.hide()
        self._group = QButtonGroup(self)
        self._name_field = LabelledField(theme, self.tr("Ihr Name, wie er im Gutachten stehen soll"), self.name)
        self._column = ColumnLayout(theme, gap=10, parent=self)
        self._fill()

    def _fill(self) -> None:
        column, label = self._column, self.tr("Ihre Rolle in dieser Runde")
        column.addWidget(self._name_field)
        column.addWidget(Text(label, "label", "text2"))
        row = RowLayout(self._theme)
        for role, button in self.roles.items():
            self._group.addButton(button)
            button.setObjectName(role)
            button.setAccessibleDescription(label)
            button.clicked.connect(self._on_role_clicked)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.role_error)
        hint = self.tr("Mehrere trennen Sie mit einem Semikolon. Für den Abgleich mit Mitgliederlisten.")
        column.addWidget(LabelledField(self._theme, self.tr("Arbeitgeber (freiwillig)"), self.employers, hint))
        column.addWidget(LabelledField(self._theme, self.tr("Mandate und Ämter (freiwillig)"), self.mandates))

    def show_entry(self, entry: IdentityEntry) -> None:
        """Show a person."""
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
        self.role_error.setText(f"▲ {role}" if role else "")
        self.role_error.setVisible(bool(role))
        self._name_field.show_error(name)
        if role and not name:
            self.roles[ROLES[0]].setFocus()

    @property
    def entry(self) -> IdentityEntry:
        """What stands in the fields; the role is empty while none is chosen."""
        role = next((one for one, button in self.roles.items() if button.isChecked()), "")
        return IdentityEntry(
            self.name.text().strip(), role, _parts(self.employers.text()), _parts(self.mandates.text())
        )

    def checked_entry(self) -> IdentityEntry | None:
        """Return what was entered; where name or role is missing say so and return None."""
        entry = self.entry
        name = "" if entry.name else self.tr("Bitte geben Sie Ihren Namen an.")
        role = "" if entry.role else self.tr("Bitte wählen Sie Ihre Rolle.")
        self.show_errors(name, role)
        return None if name or role else entry

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _on_role_clicked(self) -> None:
        self.role_error.hide()
