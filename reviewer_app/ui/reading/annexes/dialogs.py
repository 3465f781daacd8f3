"""The dialogs about an annex: to a page, its password, an address it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reviewer_app.domain.text.page_labels import differ, named, page_of
from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


class PageDialog(Dialog):
    """One field; where labels and numbers differ, a line says which page is meant."""

    def __init__(self, theme: Theme, parent: QWidget, page: int, count: int, labels: Sequence[str] = ()) -> None:
        """Ask for a page from 1 to `count`, which the annex calls `labels`."""
        super().__init__(theme, parent, self.tr("Zu Seite"), 340, self.tr("Zeigen"), self.tr("Zurück"))
        self._count, self._labels = count, labels
        self._differ = differ(labels)
        self.edit = QLineEdit(labels[page - 1] if self._differ and page <= len(labels) else str(page))
        self.edit.selectAll()
        label = self.tr("Seite, 1 bis {count}").format(count=count)
        if self._differ:
            first, last = labels[0], labels[-1]
            label = self.tr("Seite, wie gedruckt ({first} bis {last}) oder Nummer").format(first=first, last=last)
        self._field = LabelledField(theme, label, self.edit)
        self._meant = Text("", "cap", "text2")
        self.body.addWidget(self._field)
        self.body.addWidget(self._meant)
        self._meant.setVisible(self._differ)
        self.edit.textEdited.connect(self._on_edit_text_edited)
        self._on_edit_text_edited("")
        self.edit.setFocus()

    @property
    def page(self) -> int | None:
        """The page that is meant, from 1; None where there is none of that name."""
        return page_of(self.edit.text(), self._labels if self._differ else (), self._count)

    def _on_edit_text_edited(self, _text: str) -> None:
        page = self.page
        words = self.tr("Seite {n} von {count}").format(n=named(page, self._labels), count=self._count) if page else ""
        self._meant.setText(words)

    @override
    def accept(self) -> None:
        """Close only where there is such a page."""
        if self.page is None:
            self._field.show_error(self.tr("Diese Seite gibt es nicht."))
            self.edit.selectAll()
            self.edit.setFocus()
            return
        super().accept()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, page: int, count: int, labels: Sequence[str] = ()) -> int:
        """Ask; 0 when the person went back."""
        dialog = cls(theme, parent, page, count, labels)
        return (dialog.page or 0) if dialog.exec() else 0


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
            "Alle, denen die Arbeitsdatei offensteht, können dann diese Anlage lesen und durchsuchen. "
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
