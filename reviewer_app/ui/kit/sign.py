"""A sign alone, before a line whose words say the same."""

from typing import override

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme


class Sign(QWidget):
    """Shows one glyph in one tone."""

    def __init__(self, theme: Theme, glyph: Glyph, tone: str) -> None:
        """Show `glyph` in the colour token `tone`."""
        super().__init__()
        self._theme, self._glyph, self._tone = theme, glyph, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, glyph: Glyph, tone: str) -> None:
        """Show another sign."""
        self._glyph, self._tone = glyph, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = self._theme.em(16)
        return QSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.em(11)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        painting.glyph(QPainter(self), self._glyph, self._theme.color(self._tone), box)
