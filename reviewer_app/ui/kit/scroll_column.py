"""A column as high as what stands in it; where there is no room for that, it scrolls."""

from typing import override

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_AROUND = 12
"""Pixels that stay in sight around what gets the focus."""


class VerticalScrollArea(QScrollArea):
    """Holds `body` as wide as it is itself, without a frame; what is in it takes the focus."""

    def __init__(self, body: QWidget) -> None:
        """Show `body` from above."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)


class ScrollColumn(VerticalScrollArea):
    """Holds `body`, which has a layout, and brings into sight what gets the focus in it."""

    def __init__(self, body: QWidget) -> None:
        """Show `body` from above."""
        self._body = body
        super().__init__(body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self._body.layout()
        if layout is None:
            return -1
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    @override
    def sizeHint(self) -> QSize:
        return self._body.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._body.minimumSizeHint().width(), 0)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._body.isAncestorOf(now):
            box = QRect(now.mapTo(self._body, QPoint(0, 0)), now.size())  # of a text, Qt would show the cursor alone
            centre, wide, high = box.center(), box.width() // 2 + _AROUND, box.height() // 2 + _AROUND
            self.ensureVisible(centre.x(), centre.y(), wide, high)
