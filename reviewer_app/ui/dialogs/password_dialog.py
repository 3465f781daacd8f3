"""Asks for the password of a protected annex; it is used once and never kept."""

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.ui.dialogs.dialog import Dialog
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.form_column import LabelledField


class PasswordDialog(Dialog):
    """One field."""

    def __init__(self, theme: Theme, parent: QWidget, name: str) -> None:
        """Ask for the password of the annex called `name`."""
        title = self.tr("Kennwort für {name}").format(name=name)
        super().__init__(theme, parent, title, 420, self.tr("Öffnen"), self.tr("Zurück"))
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setProperty("own_undo", True)
        self.body.addWidget(LabelledField(theme, self.tr("Kennwort"), self.edit))
        self.edit.setFocus()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, name: str) -> str | None:
        """Ask; None when the person went back."""
        dialog = cls(theme, parent, name)
        return dialog.edit.text() if dialog.exec() and dialog.edit.text() else None
