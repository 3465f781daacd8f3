"""The bar above a list of applications and the line below it."""

from typing import override

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from reviewer_app.ui.kit.filter_bar import FilterBar
from reviewer_app.ui.kit.filter_button import FilterButton
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme


class ListBar(FilterBar):
    """Filters by Land and technology field, and the chip of the demo round."""

    def __init__(self, theme: Theme, segments: tuple[str, ...]) -> None:
        """Offer `segments` by key; words and values come later."""
        super().__init__(theme, segments)
        self.land = FilterButton(theme, self.tr("Land"), self.tr("Alle Länder"))
        self.technology = FilterButton(theme, self.tr("Technologiefeld"), self.tr("Alle Technologiefelder"))
        self.add_filters((self.land, self.technology))
        self.demo_chip = StatusChip(theme)
        self._is_demo = False
        self.row.insertWidget(self.row.indexOf(self.sort), self.demo_chip)
        self._show_chip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chip()

    @override
    def show_narrow(self, *, narrow: bool) -> None:
        super().show_narrow(narrow=narrow)
        self._show_chip()

    def show_demo(self, *, demo: bool) -> None:
        """Mark the list of the demo round where the menu row, which does so otherwise, is folded."""
        self._is_demo = demo
        self._show_chip()

    def _show_chip(self) -> None:
        folded = self._theme.size_class(self.window().width()) is SizeClass.NARROW  # not beside a pane alone
        marked = self._is_demo and folded
        self.demo_chip.show_chip(Chip(self.tr("Demo"), tone="info") if marked else None)


class ListFoot(Panel):
    """The line under a list: how many there are, and the keys that act in it."""

    def __init__(self, theme: Theme, keys: str) -> None:
        """Show the keys; the count comes later."""
        super().__init__("window", "top")
        self._theme = theme
        self._summary = Text("", "small", "text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._summary)
        self._row.addStretch(1)
        self._row.addWidget(Text(keys, "small", "text3"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_summary(self, words: str) -> None:
        """Say how many there are."""
        self._summary.setText(words)

    def _on_theme_changed(self) -> None:
        margin = self._theme.em(20)
        self._row.setContentsMargins(margin, self._theme.em(4), margin, self._theme.em(4))
