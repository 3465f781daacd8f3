"""The picture of what a window shows: ground for what lies over all of it, so that nothing beneath is painted again."""

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_IN_MEMORY = frozenset({"windows", "xcb", "offscreen", "minimal"})
"""Platforms whose windows are painted in memory that stays readable; elsewhere the buffer may be another frame's."""


def shaded(window: QWidget, shade: QColor) -> QPixmap | None:
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
