"""A pane beside the page: takes room from it, or covers it where the window is narrow; Esc closes it."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import Theme

_NO_LIMIT = 16_777_215
"""QWIDGETSIZE_MAX, which PySide does not name."""


class SidePane(Panel):
    """Base of the panes for help and search, hidden at first; `closed` says that it was closed."""

    closed = Signal()

    def __init__(self, theme: Theme, edge: str, width: int) -> None:
        """Have a line at `edge` ("left" or "right") and be `width` px (at 100 %) wide."""
        super().__init__("surface", edge)
        self._theme = theme
        self._width = width
        self._covers = False
        self.hide()

    def show_room(self, *, covers: bool) -> None:
        """Take the whole body where the window is narrow, else the width of the pane."""
        self._covers = covers
        self._take_width()

    @property
    def room(self) -> int:
        """The px it takes from the page beside it."""
        return self._theme.em(self._width) if not self.isHidden() and not self._covers else 0

    @property
    def covers(self) -> bool:
        """Whether it hides the page."""
        return self._covers and not self.isHidden()

    def take_focus(self) -> None:
        """Put the focus where reading or searching begins."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_pane(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    def _take_width(self) -> None:
        if self._covers:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_LIMIT)
        else:
            self.setFixedWidth(self._theme.em(self._width))
