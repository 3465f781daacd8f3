"""A picture of what a window shows, for what lies over it: painting all beneath takes longer than an event may."""

from typing import override

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_IN_MEMORY = frozenset({"windows", "xcb", "offscreen", "minimal"})
"""Platforms whose windows are painted in memory that stays readable; elsewhere the buffer may be another frame's."""


def take_snapshot(window: QWidget, shade: QColor) -> QPixmap | None:
    """Return what `window` shows under a translucent shade; None where its pixels cannot be had."""
    store = window.backingStore()
    if QGuiApplication.platformName() not in _IN_MEMORY or store is None:
        return None
    shown = store.paintDevice()
    ratio = window.devicePixelRatioF()
    if not isinstance(shown, QImage) or shown.isNull() or shown.size() != (window.size().toSizeF() * ratio).toSize():
        return None
    picture = QPixmap.fromImage(shown.copy())  # the buffer itself is the window's and changes
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.fillRect(window.rect(), shade)
    painter.end()
    return picture


class SnapshotCover(QWidget):
    """Shows the right half of a picture of its window for one event, then goes by itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ending = QTimer(self, singleShot=True, interval=0)
        self._ending.timeout.connect(self._on_ending_timeout)
        self.hide()

    def show_over(self, picture: QPixmap) -> None:
        """Cover the right half of the window with its part of `picture`, which shows all of the window."""
        self._picture = picture
        self.setGeometry(self._window.rect().adjusted(self._window.width() // 2, 0, 0, 0))
        self.raise_()
        self.show()
        self._ending.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        part, ratio = QRectF(event.rect()), self._picture.devicePixelRatio()
        placed = part.translated(self.x(), self.y())
        source = QRectF(placed.topLeft() * ratio, placed.size() * ratio)
        QPainter(self).drawPixmap(part, self._picture, source)

    def _on_ending_timeout(self) -> None:
        self.hide()
        self._picture = QPixmap()
