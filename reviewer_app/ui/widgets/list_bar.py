"""The bar above a list of applications: segments, filters by Land and technology, order; one button when narrow."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from reviewer_app.ui.painting import Chip
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.button import Button, Kind
from reviewer_app.ui.widgets.filter_button import FilterButton
from reviewer_app.ui.widgets.segment_switch import SegmentSwitch
from reviewer_app.ui.widgets.status_chip import StatusChip
from reviewer_app.ui.widgets.text import Panel, Text


class ListBar(Panel):
    """Its parts are public; what a choice means is the page's business."""

    def __init__(self, theme: Theme, segments: tuple[str, ...]) -> None:
        """Offer `segments` by key; words and values come later."""
        super().__init__("window", "bottom")
        self._theme = theme
        self.segments = SegmentSwitch(theme, segments, self.tr("Ausschnitt"))
        self.land = FilterButton(theme, self.tr("Land"), self.tr("Alle Länder"))
        self.technology = FilterButton(theme, self.tr("Technologiefeld"), self.tr("Alle Technologiefelder"))
        self.sort = FilterButton(theme, self.tr("Sortiert nach"))
        self.demo_chip = StatusChip(theme)
        self._is_demo = False
        self.folded = Button(theme, self.tr("Filter"), Kind.FLAT, "down")
        self.folded.icon_right = True
        self._menu = QMenu(self)
        self._menu.setWindowTitle(self.tr("Filter"))
        self._menu.setAccessibleName(self.tr("Filter"))
        self._row = QHBoxLayout(self)
        for widget in (self.segments, self.land, self.technology):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.demo_chip)
        self._row.addWidget(self.sort)
        self._row.addWidget(self.folded)
        self.folded.hide()
        self.folded.clicked.connect(self.open_folded)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_narrow(self, *, narrow: bool) -> None:
        """Fold filters and order into one button where there is no room for them."""
        for widget in (self.land, self.technology, self.sort):
            widget.setVisible(not narrow)
        self.folded.setVisible(narrow)
        self._show_chip()

    def show_demo(self, *, demo: bool) -> None:
        """Mark the list of the demo round where the menu row, which does so otherwise, is folded."""
        self._is_demo = demo
        self._show_chip()

    def _show_chip(self) -> None:
        marked = self._is_demo and self.folded.isVisibleTo(self)
        self.demo_chip.show_chip(Chip(self.tr("Demo"), tone="info") if marked else None)

    def show_filters(self, land: str, technology: str) -> None:
        """Show what is filtered by, and on the folded button by how much."""
        self.land.show_chosen(land)
        self.technology.show_chosen(technology)
        count = sum(one.is_filtering for one in (self.land, self.technology))
        words = self.tr("Filter")
        self.folded.setText(f"{words} {count}" if count else words)
        self.folded.updateGeometry()

    def open_sort(self) -> None:
        """Open the menu of orders, wherever its button is."""
        self.sort.open_menu(self.folded if self.folded.isVisible() else None)

    def open_folded(self) -> None:
        """Open one menu with both filters and the order in it."""
        self._menu.clear()
        for one in (self.land, self.technology, self.sort):
            inner = self._menu.addMenu(one.label)
            inner.setWindowTitle(one.label)
            one.fill(inner)
        self._menu.popup(self.folded.mapToGlobal(QPoint(0, self.folded.height())))
        self._menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.em(20), theme.em(4), theme.em(16), theme.em(8))
        self._row.setSpacing(theme.em(6))


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
