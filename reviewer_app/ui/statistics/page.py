"""The statistics of the round: a column of blocks, each a figure with the same numbers as a table under it."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Panel, Text, hairline
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.statistics.count_block import CountBlock, CountBlockContent

_WIDTH = 960


class StatisticsPage(Page):
    """Shows blocks, and in a line above them where the numbers were saved or why not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.blocks: list[CountBlock] = []
        self._shown: list[CountBlockContent] | None = None
        self.message = Text("", "body", wrap=True)
        self.empty = EmptyState(theme)
        inside = QWidget()
        self._column = ColumnLayout(theme, self.message, 1, gap=24, margins=(24, 20, 24, 24), parent=inside)
        self._inside = inside
        ground = Panel("surface")
        RowLayout(theme, 1, (inside, 1000), 1, parent=ground)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        self._scroll.setAccessibleName(self.tr("Statistik"))
        none = Panel("surface")
        ColumnLayout(theme, self.empty, margins=None, parent=none)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(none)
        ColumnLayout(theme, hairline(), self._stack, gap=0, parent=self)
        self.show_told("")
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_blocks(self, blocks: Sequence[CountBlockContent]) -> None:
        """Show other blocks; none shows the empty state. The focus stays in the block that takes its place."""
        if list(blocks) == self._shown:
            return
        self._shown = list(blocks)
        focus, gone = self.window().focusWidget(), self.blocks
        place = next((n for n, old in enumerate(gone) if old.isAncestorOf(focus)), None) if focus else None
        self.blocks = [CountBlock(self.theme, block) for block in blocks]
        for block in self.blocks:
            self._column.insertWidget(self._column.count() - 1, block)
        turns = self._stack.currentIndex() != (0 if blocks else 1)
        self._stack.setCurrentIndex(0 if blocks else 1)
        if turns and focus is not None and self.isAncestorOf(focus):
            self.take_focus()
        if place is not None and blocks:
            # before the old ones hide: Qt would look for a place elsewhere
            self.blocks[min(place, len(blocks) - 1)].table.setFocus()
        for old in gone:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def clear(self) -> None:
        """Show nothing, not even that there is nothing: it is counted for somebody else."""
        self.show_blocks(())
        self._shown = None
        self._stack.setCurrentIndex(0)

    def show_told(self, words: str, tone: str = "ok") -> None:
        """Say where the numbers were saved, or why not."""
        self.message.setText(words)
        self.message.show_tone(tone)
        self.message.setVisible(bool(words))

    @override
    def take_focus(self) -> None:
        if self._stack.currentIndex() == 0 or not self.empty.take_focus():
            super().take_focus()

    @override
    def panes(self) -> list[QWidget]:
        return [block.table for block in self.blocks] or [self._scroll]

    def _on_theme_changed(self) -> None:
        theme = self.theme
        self._inside.setMaximumWidth(theme.em(_WIDTH) + 2 * theme.em(24))
