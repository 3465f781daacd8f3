"""The bar above a list of applications: segments, filters by Land and technology, order."""

from PySide6.QtWidgets import QHBoxLayout

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.filter_button import FilterButton
from reviewer_app.ui.widgets.segment_switch import SegmentSwitch
from reviewer_app.ui.widgets.text import Panel


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
        self._row = QHBoxLayout(self)
        for widget in (self.segments, self.land, self.technology):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.sort)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave the filters out where there is no room for them."""
        for widget in (self.land, self.technology):
            widget.setVisible(not narrow)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.em(20), theme.em(4), theme.em(16), theme.em(8))
        self._row.setSpacing(theme.em(6))
