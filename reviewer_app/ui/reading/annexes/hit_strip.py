"""A thin strip beside the scroll bar that shows where words were found; a click goes to the nearest."""

from typing import override

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.text_finder import FINENESS, Ticks

_WIDTH = 10
_TICK, _CURRENT = 2, 5
"""Height of a tick and of the current one, in px at 100 %; the current one is also twice as wide."""


class HitStrip(QWidget):
    """Lies over the right edge of a scroll area, hidden while there are no hits.

    `place_chosen` carries how far down a person clicked, 0 to 1.
    """

    place_chosen = Signal(float)

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        """Lie over `area`."""
        super().__init__(area)
        self._theme, self._area = theme, area
        self._ticks = Ticks()
        self.setAccessibleName(self.tr("Treffer neben der Bildlaufleiste"))
        self.setToolTip(self.tr("Treffer; ein Klick geht dorthin"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        area.viewport().installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def show_ticks(self, ticks: Ticks) -> None:
        """Show where hits lie, and the current one."""
        self._ticks = ticks
        self.setVisible(bool(ticks.places))
        self._place()
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._place()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.place_chosen.emit(event.position().y() / max(self.height(), 1))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        high, width = theme.em(_TICK), self.width()
        painter.fillRect(event.rect(), theme.color("quiet"))
        for top in {round(place / FINENESS * self.height()) for place in self._ticks.places}:
            painter.fillRect(QRectF(width / 2, top, width / 2, high), theme.color("focus"))
        if self._ticks.current is not None:
            high = theme.em(_CURRENT)
            top = round(self._ticks.current * self.height() - high / 2)
            painter.fillRect(QRectF(0, top, width, high), theme.color("text"))

    def _place(self) -> None:
        port, width = self._area.viewport().geometry(), self._theme.em(_WIDTH)
        self.setGeometry(port.right() + 1 - width, port.top(), width, port.height())
        self.raise_()
