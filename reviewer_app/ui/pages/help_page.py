"""Help in the window: every command with its key and why it may be disabled, and how to work without a mouse."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reviewer_app.ui.pages.page import Page
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.text import Text

_MODE = QHeaderView.ResizeMode


class HelpPage(Page):
    """A list of sections with commands and keys."""

    def __init__(self, theme: Theme) -> None:
        """Lay out empty."""
        super().__init__(theme)
        self._intro = Text("", "body", "text2", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Befehle und Tasten"))
        self.tree.setHeaderLabels([self.tr("Befehl"), self.tr("Taste"), self.tr("Hinweis")])
        self.tree.setUniformRowHeights(True)
        head = self.tree.header()
        head.setStretchLastSection(False)
        for column, mode in enumerate((_MODE.Stretch, _MODE.ResizeToContents, _MODE.Stretch)):
            head.setSectionResizeMode(column, mode)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._intro)
        self._column.addWidget(self.tree, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_help(self, intro: str, sections: Sequence[tuple[str, Sequence[tuple[str, str, str]]]]) -> None:
        """Show an introduction and sections of (command, key, hint)."""
        self._intro.setText(intro)
        self.tree.clear()
        for title, rows in sections:
            head = QTreeWidgetItem([title])
            for row in rows:
                head.addChild(QTreeWidgetItem(list(row)))
            self.tree.addTopLevelItem(head)
        self.tree.expandAll()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    @override
    def panes(self) -> list[QWidget]:
        return [self.tree]

    def _on_theme_changed(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.em(20), theme.em(16), theme.em(20), theme.em(16))
        self._column.setSpacing(theme.em(12))
