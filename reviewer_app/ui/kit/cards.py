"""Cards: one in the middle of a page that asks for one thing, and rows that say a fact with its icon."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme


class StepCard(QScrollArea):
    """The card scrolls where it does not fit; `column` takes the content."""

    def __init__(self, theme: Theme, title: str, second: str = "") -> None:
        super().__init__(widgetResizable=True)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Text(title, "page")
        self._second = Text(second, "small", "text2", wrap=True)
        self._second.setVisible(bool(second))
        self.column = ColumnLayout(theme, gap=10)
        self._foot = RowLayout(theme, gap=8)
        self._card = Panel("surface", "card")
        inside = ColumnLayout(theme, gap=10, margins=(20, 16, 20, 16), parent=self._card)
        inside.add(self._title, self._second, self.column, self._foot)
        around = QWidget()
        ColumnLayout(theme, 1, RowLayout(theme, 1, (self._card, 100), 1), 1, margins=16, parent=around)
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
        words = ColumnLayout(theme, Text(fact.text, "strong", wrap=True), gap=0)
        if fact.second:
            words.addWidget(Text(fact.second, "small", "text2", wrap=True))
        row = RowLayout(theme, gap=10, margins=(14, 7, 14, 8), parent=self)
        row.add((self._icon, Qt.AlignmentFlag.AlignTop), (words, 1))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        picture = icons.pixmap(
            self._fact.icon, theme.color(self._fact.tone), theme.em(16), self._icon.devicePixelRatioF()
        )
        self._icon.setPixmap(picture)
