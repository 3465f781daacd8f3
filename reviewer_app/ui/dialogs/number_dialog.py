"""Number and name of an application that came without a form, when its folder's name does not say them."""

from dataclasses import dataclass
from typing import override

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.ui.dialogs.dialog import Dialog
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.form_column import LabelledField
from reviewer_app.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class NumberAndName:
    """What the person says."""

    number: str
    name: str


class NumberDialog(Dialog):
    """Asks for both; the number is compulsory."""

    def __init__(self, theme: Theme, parent: QWidget, file: str) -> None:
        """Ask about the package `file`."""
        super().__init__(
            theme, parent, self.tr("Welcher Antrag ist das?"), 480, self.tr("Übernehmen"), self.tr("Nicht übernehmen")
        )
        said = self.tr("In „{file}“ steht keine Antragsnummer.").format(file=file)
        self.body.addWidget(Text(said, "body", wrap=True))
        self.number = QLineEdit()
        self.number.setPlaceholderText("GC-2026-014")
        self.name = QLineEdit()
        self._number_field = LabelledField(theme, self.tr("Antragsnummer"), self.number)
        self.body.addWidget(self._number_field)
        self.body.addWidget(LabelledField(theme, self.tr("Name des Clusters (freiwillig)"), self.name))
        self.number.setFocus()

    @override
    def accept(self) -> None:
        """Close only with a number."""
        if self.number.text().strip():
            super().accept()
        else:
            self._number_field.show_error(self.tr("Bitte geben Sie die Antragsnummer an, zum Beispiel GC-2026-014."))

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, file: str) -> NumberAndName | None:
        """Return number and name, None when the package is not to be taken."""
        dialog = cls(theme, parent, file)
        if not dialog.exec():
            return None
        return NumberAndName(dialog.number.text().strip(), " ".join(dialog.name.text().split()))
