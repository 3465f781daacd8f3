"""The field for a reason: plain text, Tab leaves it, filling it never counts as typing, undo is the workspace's."""

from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from reviewer_app.ui.theme import Theme


class RationaleField(QPlainTextEdit):
    """`text_typed` carries the text after each change a person made; `left` follows when the focus goes elsewhere.

    `scale_wanted` is Esc. Its own undo is off, so that Ctrl+Z is one stack for the whole workspace.
    """

    text_typed = Signal(str)
    left = Signal()
    scale_wanted = Signal()

    def __init__(self, theme: Theme, *, least_height: int = 84) -> None:
        """Show an empty field of at least `least_height` px at 100 %."""
        super().__init__()
        self._theme = theme
        self._least = least_height
        self._filling = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Show a text without emitting; the cursor stays where it was."""
        if text == self.toPlainText():
            return
        self._filling = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._filling = False

    def show_locked(self, *, locked: bool) -> None:
        """Make the field read-only; its text can still be selected and copied."""
        self.setReadOnly(locked)
        if locked:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have; it grows by the room that is left."""
        return QSize(self._theme.em(240), self._theme.em(self._least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.scale_wanted.emit()
        elif control and event.key() == Qt.Key.Key_Tab and not self.isReadOnly():
            self.textCursor().insertText("\t")
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_text_changed(self) -> None:
        if not self._filling:
            self.text_typed.emit(self.toPlainText())

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.em(self._least))
