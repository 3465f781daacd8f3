"""A field for free words with commas between them, that completes the last one from those in use as one types.

What is added is selected, so that typing on replaces it; the down arrow goes through all that fit.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class TagField(QLineEdit):
    """Completes words; nothing is taken that was not asked for or typed."""

    def __init__(self) -> None:
        """Start empty, without words."""
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._length = 0
        self._at = -1
        self.textEdited.connect(self._on_text_edited)

    def show_words(self, words: Sequence[str]) -> None:
        """Complete with these."""
        self._words = tuple(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.isReadOnly():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _typed(self) -> tuple[str, str]:
        """Return what stands before the last word, and what of that was typed."""
        text = self.text()[: self.selectionStart()] if self.hasSelectedText() else self.text()
        before, comma, last = text.rpartition(",")
        return before + comma, last.lstrip()

    def _fitting(self, typed: str) -> list[str]:
        before, _ = self._typed()
        held = {one.strip().casefold() for one in before.split(",")}
        begins = typed.casefold()
        return [one for one in self._words if one.casefold().startswith(begins) and one.casefold() not in held]

    def _step(self, step: int) -> None:
        _before, typed = self._typed()
        fitting = self._fitting(typed)
        if fitting:
            self._at = (self._at + step) % len(fitting)
            self._complete(fitting[self._at])

    def _on_text_edited(self, text: str) -> None:
        grew, self._length, self._at = len(text) > self._length, len(text), -1
        _before, typed = self._typed()
        if grew and typed and self.cursorPosition() == len(text) and (fitting := self._fitting(typed)):
            self._at = 0
            self._complete(fitting[0])

    def _complete(self, word: str) -> None:
        before, typed = self._typed()
        start = f"{before} " if before else ""
        self.setText(f"{start}{typed}{word[len(typed) :]}")
        self.setModified(True)
        self._length = len(self.text())
        behind = len(word) - len(typed)
        self.setSelection(len(self.text()) - behind, behind)
