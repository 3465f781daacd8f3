"""A hint of the first days beside the thing it speaks of: takes no focus, stays until it is dismissed."""

from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme


class Tip(Panel):
    """`dismissed` follows the button, and Esc where nothing nearer to the focus takes it."""

    dismissed = Signal()

    def __init__(self, theme: Theme, words: str, anchor: QWidget) -> None:
        """Say `words` under `anchor`, inside its window."""
        super().__init__("info_bg", "popover", anchor.window())
        self._theme = theme
        self._anchor = anchor
        self.setAccessibleName(words)
        self.button = Button(theme, self.tr("Verstanden"), ButtonKind.LINK)
        self.button.setAccessibleDescription(words)
        self.button.clicked.connect(self.dismissed)
        RowLayout(theme, (Text(words, "small", wrap=True), 1), self.button, gap=8, margins=(12, 8, 8, 8), parent=self)
        anchor.window().installEventFilter(self)
        anchor.installEventFilter(self)
        theme.changed.connect(self.show_place)
        self.show_place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go for good: nothing that moves meanwhile brings it back."""
        for watched in (self._anchor.window(), self._anchor):
            watched.removeEventFilter(self)
        self._theme.changed.disconnect(self.show_place)
        self.hide()
        self.deleteLater()

    def show_place(self) -> None:
        """Stand under the anchor, above it where there is no room; not at all while the anchor is hidden."""
        window, anchor = self.window(), self._anchor
        gap = self._theme.em(4)
        self.setVisible(anchor.isVisible())
        width = min(self._theme.em(320), window.width() - 2 * gap)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        corner = anchor.mapTo(window, QPoint(anchor.width() - width, anchor.height() + gap))
        top = corner.y() if corner.y() + height < window.height() else corner.y() - anchor.height() - height - 2 * gap
        left = min(max(corner.x(), gap), window.width() - width - gap)
        self.setGeometry(left, max(top, gap), width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type
        if event.type() in {kind.Resize, kind.Move, kind.Show, kind.Hide}:
            self.show_place()
        elif event.type() == kind.KeyPress and isinstance(event, QKeyEvent) and watched is self.window():
            closes = self.isVisible() and event.key() == Qt.Key.Key_Escape
            if closes:
                self.dismissed.emit()
            return closes
        return False
