"""Widgets and buttons with own painting: theme, size, focus ring and keys in one place, what differs in `paint`.

Each goes before a class of Qt (`class Button(PaintedButton, QPushButton)`), whose behaviour stays.
"""

from typing import TYPE_CHECKING, ClassVar, override

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = _Button = object

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Painted(_Widget):
    """Is as large as its `sizeHint`, and never smaller; `across` says whether it may be wider."""

    across: ClassVar = QSizePolicy.Policy.Fixed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow `theme`."""
        super().__init__(parent)
        self.theme = theme
        self.setSizePolicy(self.across, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint into `box`, which is all of the widget."""
        raise NotImplementedError

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint(QPainter(self), QRectF(self.rect()))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class PaintedButton(Painted, _Button):
    """Can be pressed all over, and with Enter as with Space where `takes_enter`; the focus is a ring around it.

    Qt alone leaves Enter to the default of the dialog: it would hand in a review although "Zurück" has the focus.
    """

    takes_enter: ClassVar = True

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text`, which is also the accessible name."""
        super().__init__(theme, parent)
        self.setText(text)

    @property
    def ring(self) -> tuple[QRectF, float]:
        """Box and radius of the ring that shows the focus."""
        return QRectF(self.rect()), self.theme.radius("control")

    def paint_over_ring(self, painter: QPainter, box: QRectF) -> None:
        """Paint what the ring must not cover, such as a line under words; nothing here."""

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() in _PLAIN
        if not self.takes_enter or not is_enter:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down clicks once
            self.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        self.paint(painter, box)
        if self.hasFocus():
            painting.draw_focus(painter, self.theme, *self.ring)
        self.paint_over_ring(painter, box)
