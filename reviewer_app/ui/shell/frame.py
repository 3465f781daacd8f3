"""How the window is divided: header, navigation, bands, page, strip of long work, note; by page kind and size class."""

from typing import override

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.actions import Actions
from reviewer_app.ui.shell.menu_row import SaveLabel
from reviewer_app.ui.shell.navigation_column import NavigationColumn
from reviewer_app.ui.shell.notices import BandStack, NoteBar, WorkStrip
from reviewer_app.ui.shell.page_header import PageHeader
from reviewer_app.ui.shell.side_pane import SidePane


class WindowFrame(QWidget):
    """The central widget of the window; its parts are public, what they show is the main window's business."""

    def __init__(self, theme: Theme, actions: Actions, help_pane: SidePane, search_pane: SidePane) -> None:
        """Lay out without a page, the help at the right and the search at the left of it."""
        super().__init__()
        self.header = PageHeader(theme, actions)
        self.navigation = NavigationColumn(theme)
        self.bands = BandStack(theme)
        self.stack = QStackedWidget()
        self.help_pane = help_pane
        self.search_pane = search_pane
        self.work_strip = WorkStrip(theme)
        self.narrow_save = SaveLabel(theme)
        self._foot = Panel("window", "top")
        self.narrow_chip = StatusChip(theme)
        RowLayout(theme, 1, self.narrow_chip, self.narrow_save, margins=(12, 3, 12, 3), parent=self._foot)
        self._reads = False
        self._body = QWidget()
        middle = RowLayout(theme, self.search_pane, (self.stack, 1))
        ColumnLayout(theme, self.bands, (middle, 1), gap=0, parent=self._body)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self._body, 1, 1)
        self._grid.addWidget(self.help_pane, 0, 2, 2, 1)
        self._grid.addWidget(self._foot, 2, 0, 1, 3)
        self._grid.addWidget(self.work_strip, 3, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self.note_bar = NoteBar(theme, self)
        self.arrange(as_list=False, narrow=False)

    def arrange(self, *, as_list: bool, narrow: bool, saved: bool = False) -> None:
        """Put the header beside the words of the navigation on lists, above the rail on work pages.

        `saved` says that the page has a foot of its own for what is stored.
        """
        beside = as_list and not narrow
        for widget in (self.header, self.navigation):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.navigation, 0 if beside else 1, 0, 2 if beside else 1, 1)
        self._grid.addWidget(self.header, 0, 1 if beside else 0, 1, 1 if beside else 2)
        self.header.menu_button.setVisible(narrow)
        self._foot.setVisible(narrow and (self._reads or bool(self.narrow_save.words and not saved)))
        self._grid.removeWidget(self.help_pane)
        place = (1, 0, 1, 3) if narrow else (0, 2, 2, 1)
        self._grid.addWidget(self.help_pane, *place)
        self._body.setVisible(not (narrow and self.help_pane.isVisibleTo(self)))
        self.stack.setVisible(not self.search_pane.covers)

    def show_read_only(self, *, read_only: bool) -> None:
        """Mark a workspace that cannot be written, where the menu row is folded."""
        self._reads = read_only
        self.narrow_chip.show_chip(Chip(self.tr("Nur lesen"), Glyph.LOCK) if read_only else None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note_bar.show_place()
