"""A question that cannot be undone: title, text, a verb and a way back; a reason where one is needed."""

from typing import override

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


class QuestionDialog(Dialog):
    """Asks, with or without a reason."""

    def __init__(self, theme: Theme, parent: QWidget, words: tuple[str, str, str], reason: str = "") -> None:
        """Ask with (title, text, verb); a `reason` label adds a field that must be filled."""
        title, text, verb = words
        super().__init__(theme, parent, title, 460, verb, self.tr("Zurück"))
        self.body.addWidget(Text(text, "body", wrap=True))
        self.reason_edit = QPlainTextEdit()
        self.reason_edit.setTabChangesFocus(True)
        self._field = LabelledField(theme, reason, self.reason_edit)
        self._needs_reason = bool(reason)
        self._field.setVisible(self._needs_reason)
        self.body.addWidget(self._field)
        if self._needs_reason:
            self.reason_edit.setFocus()

    @override
    def accept(self) -> None:
        """Close only with a reason where one is needed."""
        if self._needs_reason and not self.reason_edit.toPlainText().strip():
            self._field.show_error(self.tr("Bitte geben Sie einen Grund an."))
            return
        super().accept()

    @classmethod
    def confirm(cls, theme: Theme, parent: QWidget, title: str, text: str, verb: str) -> bool:
        """Ask; return whether the person wants it."""
        return bool(cls(theme, parent, (title, text, verb)).exec())

    @classmethod
    def ask_reason(cls, theme: Theme, parent: QWidget, words: tuple[str, str, str], label: str) -> str | None:
        """Ask with (title, text, verb) for a reason under `label`; None when the person went back."""
        dialog = cls(theme, parent, words, label)
        return dialog.reason_edit.toPlainText().strip() if dialog.exec() else None
