"""A new round: its title and reference date, before the place for its file is chosen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import override

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


@dataclass(frozen=True, slots=True)
class NewRound:
    """What the person wants; without a reference date the date in each form counts."""

    title: str
    reference_date: date | None


class NewRoundDialog(Dialog):
    """Asks for title and date."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme, parent, self.tr("Neue Runde anlegen"), 480, self.tr("Speicherort wählen …"), self.tr("Zurück")
        )
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Herbstrunde 2026"))
        self.day = QLineEdit()
        self.day.setPlaceholderText("01.10.2026")
        self._title_field = LabelledField(theme, self.tr("Titel der Runde"), self.title)
        hint = self.tr(
            "Tag, auf den sich alle Angaben beziehen. Ohne Eintrag gilt der Stichtag des jeweiligen Antrags."
        )
        self._day_field = LabelledField(theme, self.tr("Stichtag (freiwillig)"), self.day, hint)
        self.body.addWidget(self._title_field)
        self.body.addWidget(self._day_field)
        self.title.setFocus()

    @override
    def accept(self) -> None:
        """Close only with a title and a real day."""
        if not self.title.text().strip():
            self._title_field.show_error(self.tr("Bitte geben Sie der Runde einen Titel."))
        elif self.day.text().strip() and self._date() is None:
            self._day_field.show_error(self.tr("Diesen Tag gibt es nicht. Beispiel: 28.02.2027"))
        else:
            super().accept()

    def _date(self) -> date | None:
        for form in ("%d.%m.%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(self.day.text().strip(), form).date()  # noqa: DTZ007 # reason: a day, no moment
            except ValueError:
                continue
        return None

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget) -> NewRound | None:
        """Return what the person wants, None when they went back."""
        dialog = cls(theme, parent)
        if not dialog.exec():
            return None
        return NewRound(" ".join(dialog.title.text().split()), dialog._date())  # reason: our own class
