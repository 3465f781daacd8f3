"""States as glyph and word: a chip that is a label, one that is a button, and the glyph alone."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painted import Painted, PaintedButton
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.theme import Theme

_TARGET = 24
"""Height of a chip that can be pressed: the least a pointer target has."""


class StatusChip(Painted, QLabel):
    """Shows one Chip."""

    def __init__(self, theme: Theme, chip: Chip | None = None) -> None:
        """Show `chip`; without one the label is empty and hidden."""
        super().__init__(theme)
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
        return QSize(painting.chip_width(self.theme, self._chip), self.theme.height("chip"))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._chip is not None:
            painting.draw_chip(painter, self.theme, self._chip, 0, box.height() / 2)


class ChipButton(PaintedButton, QAbstractButton):
    """A chip that opens something: shows one Chip, `action_chosen` carries its action."""

    action_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._chip: Chip | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_chip(self, chip: Chip | None) -> None:
        """Show another state, None hides the chip."""
        self._chip = chip
        self.setText(chip.word if chip else "")
        self.setVisible(chip is not None)
        self._on_theme_changed()

    @property
    @override
    def ring(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), self.height() / 2

    @override
    def sizeHint(self) -> QSize:
        if self._chip is None:
            return QSize(0, 0)
        return QSize(painting.chip_width(self.theme, self._chip), self.theme.em(_TARGET))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._chip is not None:
            painting.draw_chip(painter, self.theme, self._chip, 0, box.height() / 2)

    def _on_clicked(self) -> None:
        if self._chip is not None:
            self.action_chosen.emit(self._chip.action)


class GlyphIcon(Painted, QWidget):
    """Shows one glyph in one tone."""

    def __init__(self, theme: Theme, glyph: Glyph, tone: str) -> None:
        """Show `glyph` in the colour token `tone`."""
        super().__init__(theme)
        self._glyph, self._tone = glyph, tone

    def show_sign(self, glyph: Glyph, tone: str) -> None:
        """Show another sign."""
        self._glyph, self._tone = glyph, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(16), self.theme.em(16))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        size = self.theme.em(11)
        place = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        painting.glyph(painter, self._glyph, self.theme.color(self._tone), place)
