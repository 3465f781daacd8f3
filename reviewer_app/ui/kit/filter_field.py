"""The field that filters a list as one types: Enter and Down go on to the list, Esc empties it first."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.theme import Theme

_BESIDE = 24
"""Px at 100 % that the margins take from the words."""


class FilterField(QLineEdit):
    """`filter_typed` carries the words a person typed or cleared, `list_wanted` asks for the focus in the list."""

    filter_typed = Signal(str)
    list_wanted = Signal()

    def __init__(self, theme: Theme, name: str, words: str, short: str) -> None:
        """Show `words` while nothing is typed, `short` where they would be cut; `name` is for a screen reader."""
        super().__init__()
        self._theme = theme
        self._words = words
        self._short = short
        self._told = ""
        self.setProperty("own_undo", True)
        ClearButton(self, theme, self.tr("Filter leeren"))
        self.setAccessibleName(name)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show what is filtered by, without telling anybody."""
        self._told = text
        if self.text() != text:
            self.setText(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        if event.key() in {key.Key_Return, key.Key_Enter, key.Key_Down}:
            self.list_wanted.emit()
        elif event.key() == key.Key_Escape and self.text():
            self.clear()
        elif event.key() == key.Key_Escape:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._theme.em(_BESIDE)
        fits = self.fontMetrics().horizontalAdvance(self._words) <= room
        self.setPlaceholderText(self._words if fits else self._short)

    def _on_text_edited(self, text: str) -> None:
        self._tell(text)

    def _on_text_changed(self, text: str) -> None:
        """Notice the button that clears the field, which is no edit for Qt."""
        if not text:
            self._tell(text)

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            self.filter_typed.emit(text)
