"""Figures that are painted again and again (cells and strips of a matrix), each painted once and kept as a picture."""

from math import ceil, floor

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.figure_painter import FigurePainter

_MOST = 800
"""Pictures that are kept: a matrix of twenty criteria and ten reviewers, three times over."""

type _Key = tuple[int, int, int, int, int, float, str, str, float]


class FigurePictures(QObject):
    """Keeps pictures until the theme changes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[_Key, tuple[Figure, QPixmap]] = {}
        theme.changed.connect(self._kept.clear)

    def paint_in(
        self, painter: QPainter, figure: Figure, box: QRectF, scale: float, behind: str, ground: str = "surface"
    ) -> None:
        """Paint a figure in the middle of a box as FigurePainter does; `behind` is the token of what it stands on.

        A picture has its ground, so that its letters are as sharp as those beside it.
        """
        width, height = figure.width * scale, figure.height * scale
        left, top = box.center().x() - width / 2, box.center().y() - height / 2
        x, y = floor(left), floor(top)
        place = QRect(x, y, ceil(left + width) - x, ceil(top + height) - y)
        ratio = painter.device().devicePixelRatioF()
        # A figure is known by its identity: to compare it would take as long as to paint it. It is kept beside.
        shift_x, shift_y = round((left - x) * 8), round((top - y) * 8)
        key = (id(figure), shift_x, shift_y, place.width(), place.height(), scale, behind, ground, ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            picture = self._picture(figure, box, place, scale, behind, ground, ratio)
            found = self._kept[key] = figure, picture
        painter.drawPixmap(QPoint(x, y), found[1])

    def _picture(
        self, figure: Figure, box: QRectF, place: QRect, scale: float, behind: str, ground: str, ratio: float
    ) -> QPixmap:
        size = place.size() * ratio
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._theme.color(behind))
        painter = QPainter(image)
        FigurePainter(painter, self._theme, ground).paint_in(figure, box.translated(-place.x(), -place.y()), scale)
        painter.end()
        return QPixmap.fromImage(image)
