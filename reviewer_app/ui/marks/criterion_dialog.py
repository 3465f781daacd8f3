"""Asks for a criterion by typing its key or words of its title."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog

_KEY = Qt.ItemDataRole.UserRole


def fitting(typed: str, lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the criteria (key and line) that hold every word typed; the one alone whose key was typed."""
    words = typed.lower().split()
    found = [(key, line) for key, line in lines if all(word in line.lower() for word in words)]
    return [pair for pair in found if words == [pair[0].lower()]] or found


class CriterionDialog(Dialog):
    """A field and the criteria that fit what is typed; Enter takes the first of them."""

    def __init__(self, theme: Theme, parent: QWidget, catalogue: Catalogue, language: str) -> None:
        """Offer all criteria of `catalogue`."""
        super().__init__(theme, parent, self.tr("Beleg für …"), 420, self.tr("Verknüpfen"), self.tr("Zurück"))
        self._lines = [(one.key, f"{one.key}  {one.title.read(language)}") for one in catalogue.criteria]
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Kriterium, zum Beispiel c2"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Kriterien"))
        self.list.setProperty("plain", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(theme.em(240))
        self.body.addWidget(LabelledField(theme, self.tr("Kriterium"), self.edit))
        self.body.addWidget(self.list)
        self.edit.textEdited.connect(self._on_edit_text_edited)
        self.list.itemActivated.connect(self.accept)
        self._on_edit_text_edited("")
        self.edit.setFocus()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, catalogue: Catalogue, language: str) -> str:
        """Ask; empty when the person went back."""
        dialog = cls(theme, parent, catalogue, language)
        return dialog.chosen if dialog.exec() else ""

    @property
    def chosen(self) -> str:
        """The key of the chosen criterion, empty where nothing fits."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def _on_edit_text_edited(self, text: str) -> None:
        self.list.clear()
        for key, line in fitting(text, self._lines):
            item = QListWidgetItem(line, self.list)
            item.setData(_KEY, key)
        self.list.setCurrentRow(0)
        self.accept_button.setEnabled(self.list.count() > 0)
