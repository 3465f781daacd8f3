"""Lets what lay under a whole window come back half by half: to paint all of it takes longer than one event may."""

from typing import override

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class Curtain(QWidget):
    """Shows the right half of a picture of its window for one event, then goes by itself."""

    def __init__(self, window: QWidget) -> None:
        """Lie out of sight."""
        super().__init__(window)
        self._window = window
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ending = QTimer(self, singleShot=True, interval=0)
        self._ending.timeout.connect(self._on_ending_timeout)
        self.hide()

    def fall(self, picture: QPixmap) -> None:
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
