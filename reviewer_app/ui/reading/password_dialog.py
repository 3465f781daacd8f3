"""Asks for the password of a protected annex; it is kept in the workspace only where the person ticks that."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.form_column import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Password:
    """What was typed, and whether it is to be kept in the workspace."""

    word: str
    keep: bool = False


class PasswordDialog(Dialog):
    """One field and a tick."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, *, may_keep: bool = True) -> None:
        """Ask for the password of the annex called `name`; `may_keep` where the workspace can be written."""
        title = self.tr("Kennwort für {name}").format(name=name)
        super().__init__(theme, parent, title, 420, self.tr("Öffnen"), self.tr("Zurück"))
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setProperty("own_undo", True)
        self.body.addWidget(LabelledField(theme, self.tr("Kennwort"), self.edit))
        self.keep = CheckBox(theme, self.tr("In der Arbeitsdatei aufbewahren"))
        means = self.tr(
            "Dann können alle, denen die Arbeitsdatei offensteht, diese Anlage lesen und durchsuchen. "
            "Ohne Häkchen gilt das Kennwort, bis Sie Votum beenden."
        )
        self.keep.setAccessibleDescription(means)
        self.keep.setVisible(may_keep)
        explained = Text(means, "small", "text2", wrap=True)
        explained.setVisible(may_keep)
        self.body.addWidget(self.keep)
        self.body.addWidget(explained)
        self.edit.setFocus()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, name: str, *, may_keep: bool = True) -> Password | None:
        """Ask; None when the person went back."""
        dialog = cls(theme, parent, name, may_keep=may_keep)
        word = dialog.edit.text() if dialog.exec() else ""
        return Password(word, dialog.keep.isChecked()) if word else None
