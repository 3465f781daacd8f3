"""Typing into widgets as a keyboard would.

`qtbot.keyClicks` aborts the interpreter on characters without a key of their own (ä, ß, –), so events are sent here.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def type_text(widget: "QWidget", text: str) -> None:
    """Send a key press and a key release for each character of the text to the widget."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(widget, event)
