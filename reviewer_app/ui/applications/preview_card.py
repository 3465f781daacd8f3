"""What a look at an application shows without opening it; the content only where the person may see it."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """Name, seat, further facts and the short profile of an application; `closed` says why there is no more."""

    name: str
    seat: str
    facts: str = ""
    profile: str = ""
    closed: str = ""


class PreviewCard(QWidget):
    """`open_wanted` follows Enter, `close_wanted` the space bar that opened it."""

    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme, words: PreviewWords, keys: str) -> None:
        """Show the words and below them the keys that act here."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.name)
        said = (words.seat, words.facts, words.profile, words.closed)
        self.setAccessibleDescription("\n".join(part for part in said if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.em(4), theme.em(2), theme.em(4), theme.em(2))
        column.setSpacing(theme.em(4))
        for text, role, tone in (
            (words.name, "title", "text"),
            (words.seat, "small", "text2"),
            (words.facts, "small", "text2"),
            (words.profile, "body", "text"),
            (words.closed, "body", "text2"),
            (keys, "small", "text3"),
        ):
            if text:
                column.addWidget(Text(text, role, tone, wrap=True))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
