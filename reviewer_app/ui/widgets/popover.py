"""A small frame over the window that closes on Esc or when the focus leaves it, and gives the focus back."""

from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.text import Panel


class Popover(Panel):
    """Holds one widget; `closed` follows however it was closed."""

    closed = Signal()

    def __init__(self, theme: Theme, content: QWidget, name: str) -> None:
        """Hold `content`; `name` is what a screen reader calls it."""
        super().__init__("raised", "popover")
        self._theme = theme
        self._content = content
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._column = QVBoxLayout(self)
        self._column.addWidget(content)

    def open_at(self, anchor: QWidget, *, width: int, height: int = 0) -> None:
        """Open under `anchor`, `width` px wide at 100 %, inside its window."""
        margin = self._theme.em(10)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._before = QApplication.focusWidget()
        self.setFixedWidth(self._theme.em(width))
        if height:
            self.setFixedHeight(self._theme.em(height))
        self.adjustSize()
        self.move(self._place(anchor))
        self.show()
        self._content.setFocus()

    def _place(self, anchor: QWidget) -> QPoint:
        window = anchor.window().geometry()
        under = anchor.mapToGlobal(QPoint(0, anchor.height() + self._theme.em(4)))
        left = min(under.x(), window.right() - self.width() - self._theme.em(8))
        top = under.y()
        if top + self.height() > window.bottom():
            top = anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - self._theme.em(4)
        return QPoint(max(left, window.left()), max(top, window.top()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()
        self.closed.emit()
