"""A card in the middle of a page that asks for one thing: title, a line below it, content, a foot with verbs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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
