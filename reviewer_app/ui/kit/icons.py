"""The icons of the window: one line family on a 24 grid, tinted with a colour of the theme when they are asked for.

Files carry `currentColor`, so light, dark and disabled need no files of their own.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

import resources
from reviewer_app.ui.kit.theme import Theme


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, color: str, pixels: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode())).render(painter)
    painter.end()
    return picture


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon `size` px square in `color`; `ratio` is the device pixel ratio. Raises FileNotFoundError."""
    picture = QPixmap(_drawn(name, color.name(), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def draw(painter: QPainter, name: str, color: QColor, box: QRectF) -> None:
    """Draw an icon into `box`."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(box.topLeft(), pixmap(name, color, round(box.width()), ratio))


def icon(theme: Theme, name: str, size: int = 16) -> QIcon:
    """Return an icon in `text2`, greyed when disabled; `size` is px at 100 %. An empty name is an empty icon."""
    if not name:
        return QIcon()
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, theme.color("text2"), theme.em(size), ratio))
        made.addPixmap(pixmap(name, theme.color("disabled"), theme.em(size), ratio), QIcon.Mode.Disabled)
    return made
