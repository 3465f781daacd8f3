"""States as glyph and word: a chip that is a label, one that is a button, and the glyph alone."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.theme import Theme

_TARGET = 24
"""Height of a chip that can be pressed: the least a pointer target has."""


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


class ChipButton(QAbstractButton):
    """A chip that opens something: shows one Chip, `action_chosen` carries its action."""

    action_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__()
        self._theme = theme
        self._chip: Chip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

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
        return QSize(painting.chip_width(self._theme, self._chip), self._theme.em(_TARGET))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chip is not None:
            painter = QPainter(self)
            painting.draw_chip(painter, self._theme, self._chip, 0, self.height() / 2)
            if self.hasFocus():
                painting.draw_focus(painter, self._theme, self.rect(), self.height() / 2)

    def _on_clicked(self) -> None:
        if self._chip is not None:
            self.action_chosen.emit(self._chip.action)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class GlyphIcon(QWidget):
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
