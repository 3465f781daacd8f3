"""Enter presses the button that has the focus, as Space does; Qt alone leaves it to the default of the dialog.

In a dialog that would hand in a review although "Zurück" has the focus.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def take_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click `button` where the key is a plain Enter and return whether it was; a key held down clicks once."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() not in _PLAIN:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True
