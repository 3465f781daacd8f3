"""Completion while one types in a field: whole lines that hold every word typed, or the last of several words."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from reviewer_app.ui.theme import Theme


def pick(typed: str, lines: Sequence[tuple[str, str]]) -> str:
    """Return the key of the line that is meant: the key typed, else the first line that holds every word; or none."""
    words = typed.lower().split()
    fitting = [key for key, line in lines if words and all(word in line.lower() for word in words)]
    return next((key for key in fitting if words == [key.lower()]), fitting[0] if fitting else "")


class WordCompleter(QCompleter):
    """Offers words under a field; `word_chosen` carries the line that was taken from the list.

    `separated` fields hold several words with commas between them, of which the last is completed.
    """

    word_chosen = Signal(str)

    def __init__(self, theme: Theme, field: QLineEdit, *, separated: bool = False) -> None:
        """Complete in `field`."""
        super().__init__(field)
        self._field = field
        self._separated = separated
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(6)
        popup = self.popup()
        if popup is not None:
            popup.setFont(theme.font("small"))
            popup.setAccessibleName(self.tr("Vorschläge"))
        field.setCompleter(self)
        self.activated.connect(self.word_chosen)

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these."""
        if list(words) != self._words.stringList():
            self._words.setStringList(list(words))

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()] if self._separated else [path]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        word = super().pathFromIndex(index)
        before = self._field.text().rpartition(",")[0].strip()
        return f"{before}, {word}" if self._separated and before else word
