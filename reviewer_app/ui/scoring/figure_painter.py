"""Paints the drawings of exports.figures in the colours of the window, so that screen and print show one description.

A drawing names document tokens; here each becomes the token of the present theme.
"""

from math import ceil, floor

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF

from reviewer_app.exports.figure_shapes import Circle, Figure, Line, Polygon, Rect, Shape, Stroke, Text
from reviewer_app.ui.kit.theme import Theme

PER_MM = 3.3
"""Px at 100 % for a millimetre of a drawing: a strip of 32 × 8 mm fills a matrix row of 106 × 26 px."""

_POINTS_PER_INCH = 72
_THINNEST = 0.5

_TOKENS = {
    "ink": "text",
    "ink_2": "text2",
    "ink_3": "text3",
    "minimum": "err_line",
    "range_line": "warn_line",
}
_WEIGHTS = {"regular": QFont.Weight.Normal, "medium": QFont.Weight.Medium, "semibold": QFont.Weight.DemiBold}


class FigurePainter:
    """Paints figures onto one ground; `ground` is the colour token that stands for paper."""

    def __init__(self, painter: QPainter, theme: Theme, ground: str = "surface") -> None:
        """Paint with `painter` in the colours of `theme`."""
        self._painter = painter
        self._theme = theme
        self._ground = ground

    def paint(self, figure: Figure, left: float, bottom: float, scale: float) -> None:
        """Paint a figure whose lower left corner is given in px; `scale` is px per millimetre (or unit)."""
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, bottom)
        for shape in figure.shapes:
            self._paint(shape, scale)
        painter.restore()

    def paint_in(self, figure: Figure, box: QRectF, scale: float) -> None:
        """Paint a figure in the middle of a box."""
        size = QSizeF(figure.width, figure.height) * scale
        self.paint(figure, box.center().x() - size.width() / 2, box.center().y() + size.height() / 2, scale)

    def color(self, token: str) -> QColor:
        """Return the window's colour for a token of a drawing."""
        theme = self._theme
        if token == "paper":  # noqa: S105 # reason: a colour token, not a secret
            return theme.color(self._ground)
        if token == "cell_ink":  # noqa: S105 # reason: a colour token, not a secret
            return theme.score_ink()
        kind, _, band = token.rpartition("_")
        if kind == "fill":
            return theme.score_fill(int(band))
        if kind == "bar":
            return theme.score_bar(int(band))
        return theme.color(_TOKENS.get(token, token))

    def _paint(self, shape: Shape, scale: float) -> None:
        match shape:
            case Rect():
                self._use(shape.fill, shape.stroke, scale)
                box = QRectF(
                    shape.x * scale, -(shape.y + shape.height) * scale, shape.width * scale, shape.height * scale
                )
                radius = shape.radius * scale
                if radius:
                    self._painter.drawRoundedRect(box, radius, radius)
                else:
                    self._painter.drawRect(box)
            case Line():
                self._use(None, shape.stroke, scale)
                ends = QPointF(shape.x1 * scale, -shape.y1 * scale), QPointF(shape.x2 * scale, -shape.y2 * scale)
                self._painter.drawLine(*ends)
            case Polygon():
                self._use(shape.fill if shape.closed else None, shape.stroke, scale)
                points = QPolygonF([QPointF(x * scale, -y * scale) for x, y in shape.points])
                if shape.closed:
                    self._painter.drawPolygon(points)
                else:
                    self._painter.drawPolyline(points)
            case Circle():
                self._use(shape.fill, shape.stroke, scale)
                reach = shape.radius * scale
                self._painter.drawEllipse(QPointF(shape.x * scale, -shape.y * scale), reach, reach)
            case Text():
                self._write(shape, scale)

    def _use(self, fill: str | None, stroke: Stroke | None, scale: float) -> None:
        self._painter.setBrush(self.color(fill) if fill else Qt.BrushStyle.NoBrush)
        if stroke is None:
            self._painter.setPen(Qt.PenStyle.NoPen)
            return
        width = max(stroke.width * scale, _THINNEST)
        pen = QPen(self.color(stroke.colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if stroke.dash:
            pen.setDashPattern([length * scale / width for length in stroke.dash])
        self._painter.setPen(pen)

    def _write(self, shape: Text, scale: float) -> None:
        points = max(shape.size * scale * _POINTS_PER_INCH / self._theme.metrics("body").fontDpi(), 1)
        font, metrics = self._theme.drawing_font(points, _WEIGHTS[shape.weight])
        width = metrics.horizontalAdvance(shape.text)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
        self._painter.setFont(font)
        self._painter.setPen(self.color(shape.colour))
        self._painter.drawText(QPointF(shape.x * scale - shift, -shape.y * scale), shape.text)


_MOST = 800
"""Pictures that are kept: a matrix of twenty criteria and ten reviewers, three times over."""

type _Key = tuple[int, int, int, int, int, float, str, str, float]


class FigureCache(QObject):
    """Paints figures that come again and again (cells and strips of a matrix) once, and keeps them as pictures."""

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
