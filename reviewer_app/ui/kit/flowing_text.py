"""A label of many lines that asks for its height at the width it has, and never looks for a pleasant width."""

from typing import override

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.text import Text

_LETTERS = 24
_MOST = 64
"""Heights that are kept: one goes to and fro between criteria, and the same texts come back."""


class FlowingText(Text):
    """A wrapping label for the columns that are filled again and again.

    A wrapping label of Qt lays its text out at a dozen widths for each new one, to say which would look pleasant.
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        """Show `text`, as wide as it may be."""
        self._heights: dict[tuple[str, int], int] = {}
        super().__init__(text, role, tone, parent, wrap=True)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        asked = self.text(), width
        height = self._heights.get(asked)
        if height is None:
            if len(self._heights) >= _MOST:
                self._heights.clear()
            height = self._heights[asked] = super().heightForWidth(width)
        return height

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LETTERS, metrics.lineSpacing())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
