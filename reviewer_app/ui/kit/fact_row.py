"""A fact with its sign: done, needs attention, or a matter of time; a strong line and what it means under it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: the name of its icon, the tone of that, a strong line and a second one."""

    icon: str
    tone: str
    text: str
    second: str = ""


MET, OPEN, WHEN = ("check", "ok"), ("warning", "warn"), ("clock", "text2")
"""Icon and tone of what is there, of what is missing, and of moments."""


def hairline() -> Panel:
    """Return the line between two rows of a card."""
    line = Panel("line")
    line.setFixedHeight(1)
    return line


class FactRow(Panel):
    """Shows one Fact."""

    def __init__(self, theme: Theme, fact: Fact) -> None:
        """Show `fact`."""
        super().__init__()
        self._theme = theme
        self._fact = fact
        self._icon = QLabel()
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(fact.text, "strong", wrap=True))
        if fact.second:
            words.addWidget(Text(fact.second, "small", "text2", wrap=True))
        row.addLayout(words, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.em(14), theme.em(7), theme.em(14), theme.em(8))
        self._row.setSpacing(theme.em(10))
        picture = icons.pixmap(
            self._fact.icon, theme.color(self._fact.tone), theme.em(16), self._icon.devicePixelRatioF()
        )
        self._icon.setPixmap(picture)
