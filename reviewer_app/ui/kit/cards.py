"""Cards: one in the middle of a page that asks for one thing, and rows that say a fact with its icon."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme


class StepCard(QScrollArea):
    """The card scrolls where it does not fit; `column` takes the content."""

    def __init__(self, theme: Theme, title: str, second: str = "") -> None:
        """Show title and line."""
        super().__init__(widgetResizable=True)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Text(title, "page")
        self._second = Text(second, "small", "text2", wrap=True)
        self._second.setVisible(bool(second))
        self.column = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._card = Panel("surface", "card")
        self._inside = QVBoxLayout(self._card)
        for widget in (self._title, self._second):
            self._inside.addWidget(widget)
        self._inside.addLayout(self.column)
        self._inside.addLayout(self._foot)
        around = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        self._outside = QVBoxLayout(around)
        self._outside.addLayout(across)
        self._outside.addStretch(1)
        self.setWidget(around)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_title(self, title: str, second: str = "") -> None:
        """Show another title and line."""
        self._title.setText(title)
        self._second.setText(second)
        self._second.setVisible(bool(second))

    def show_foot(self, left: QWidget, *buttons: Button) -> None:
        """Show a word or a link at the left of the foot, and buttons at its right."""
        self._foot.addWidget(left)
        self._foot.addStretch(1)
        for button in buttons:
            self._foot.addWidget(button)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._card.setMaximumWidth(theme.em(630))
        margin = theme.em(20)
        self._inside.setContentsMargins(margin, theme.em(16), margin, theme.em(16))
        self._inside.setSpacing(theme.em(10))
        self.column.setSpacing(theme.em(10))
        self._foot.setSpacing(theme.em(8))
        self._outside.setContentsMargins(theme.em(16), theme.em(24), theme.em(16), theme.em(16))


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: the name of its icon, the tone of that, a strong line and a second one."""

    icon: str
    tone: str
    text: str
    second: str = ""


MET, OPEN, WHEN = ("check", "ok"), ("warning", "warn"), ("clock", "text2")
"""Icon and tone of what is there, of what is missing, and of moments."""


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
