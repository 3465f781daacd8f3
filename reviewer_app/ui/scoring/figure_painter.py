"""Paints the drawings of exports.figures in the colours of the window, so that screen and print show one description.

A drawing names document tokens; here each becomes the token of the present theme.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from reviewer_app.exports.figure_shapes import (
    Circle,
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    Stroke,
    TextShape,
)
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
            case Rectangle():
                self._use(shape.fill, shape.stroke, scale)
                box = QRectF(
                    shape.x * scale, -(shape.y + shape.height) * scale, shape.width * scale, shape.height * scale
                )
                radius = shape.radius * scale
                if radius:
                    self._painter.drawRoundedRect(box, radius, radius)
                else:
                    self._painter.drawRect(box)
            case StraightLine():
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
            case TextShape():
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

    def _write(self, shape: TextShape, scale: float) -> None:
        points = max(shape.size * scale * _POINTS_PER_INCH / self._theme.metrics("body").fontDpi(), 1)
        font, metrics = self._theme.drawing_font(points, _WEIGHTS[shape.weight])
        width = metrics.horizontalAdvance(shape.text)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
        self._painter.setFont(font)
        self._painter.setPen(self.color(shape.colour))
        self._painter.drawText(QPointF(shape.x * scale - shift, -shape.y * scale), shape.text)
