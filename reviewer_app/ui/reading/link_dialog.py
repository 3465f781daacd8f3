"""Asks before an address out of a paper is opened, and says why another link is not followed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog

_LINES = 3


class LinkDialog(Dialog):
    """Shows the whole address; Enter goes back, so that nothing leaves the machine by a slip."""

    def __init__(self, theme: Theme, parent: QWidget, words: tuple[str, str], address: str, *, may_open: bool) -> None:
        """Ask with (title, text) about `address`; without `may_open` there is only the way back."""
        title, text = words
        super().__init__(theme, parent, title, 520, self.tr("Öffnen") if may_open else "", self.tr("Zurück"))
        self.body.addWidget(Text(text, "body", wrap=True))
        self.address = QPlainTextEdit(address)
        self.address.setReadOnly(True)
        self.address.setTabChangesFocus(True)
        self.address.setWordWrapMode(self.address.wordWrapMode().WrapAnywhere)
        self.address.setAccessibleName(self.tr("Adresse"))
        self.address.setFixedHeight(self.address.fontMetrics().lineSpacing() * _LINES + theme.em(16))
        self.address.setVisible(bool(address))
        self.body.addWidget(self.address)
        self.accept_button.setDefault(False)
        self.reject_button.setDefault(True)
        self.reject_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, words: tuple[str, str], address: str, *, may_open: bool) -> bool:
        """Ask; return whether the person wants to open the address."""
        return bool(cls(theme, parent, words, address, may_open=may_open).exec())
