"""A state as a chip: glyph, word, tinted ground; a label, so a screen reader reads its word."""

from typing import override

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from reviewer_app.ui import painting
from reviewer_app.ui.painting import Chip
from reviewer_app.ui.theme import Theme


class StatusChip(QLabel):
    """Shows one Chip."""

    def __init__(self, theme: Theme, chip: Chip | None = None) -> None:
        """Show `chip`; without one the label is empty and hidden."""
        super().__init__()
        self._theme = theme
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip | None) -> None:
        """Show another state, None hides the chip."""
        self._chip = chip
        self.setText(chip.word if chip else "")
        self.setVisible(chip is not None)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        if self._chip is None:
            return QSize(0, 0)
        return QSize(painting.chip_width(self._theme, self._chip), self._theme.height("chip"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chip is not None:
            painting.draw_chip(QPainter(self), self._theme, self._chip, 0, self.height() / 2)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
