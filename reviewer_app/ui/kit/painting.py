"""Shapes that several widgets and delegates draw alike: words, glyphs, chips, progress bars, focus rings, outlines.

Measures are px at 100 %; colours come from the theme at the moment of painting.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.theme import Theme


class Glyph(StrEnum):
    """The sign before the word of a chip; nothing means something by colour alone."""

    NONE = ""
    RING = "ring"
    HALF = "half"
    CHECK = "check"
    TRIANGLE = "triangle"
    DOWN = "down"
    DIAMOND = "diamond"
    HOLLOW_DIAMOND = "hollow_diamond"
    CROSS = "cross"
    LOCK = "lock"


LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
"""Places of a line in its box. Made once: joining flags takes longer than drawing a short text."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A state as a chip: the word, its glyph, the tone (neutral, info, ok, warn, err), and the action it opens."""

    word: str
    glyph: Glyph = Glyph.NONE
    tone: str = "neutral"
    action: str = ""


def _tone(theme: Theme, tone: str) -> tuple[QColor, QColor]:
    if tone == "neutral":
        return theme.color("quiet"), theme.color("text2")
    return theme.color(f"{tone}_bg"), theme.color(tone)


def glyph(painter: QPainter, sign: Glyph, color: QColor, box: QRectF) -> None:
    """Draw a glyph into a square box of about 8 to 10 px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(box.width() / 5.2, 1.4)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sign is Glyph.RING:
        painter.drawEllipse(inner)
    elif sign is Glyph.HALF:
        painter.drawEllipse(inner)
        painter.setBrush(color)
        painter.drawPie(inner, 90 * 16, 180 * 16)
    elif sign is Glyph.CHECK:
        painter.drawPolyline(_points(box, (0.08, 0.55), (0.38, 0.85), (0.94, 0.2)))
    elif sign is Glyph.CROSS:
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.bottomLeft(), inner.topRight())
    elif sign is Glyph.LOCK:
        size = box.width() * 1.5
        icons.draw(painter, "lock", color, QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size))
    elif sign is not Glyph.NONE:
        _filled(painter, sign, color, box)
    painter.restore()


def _points(box: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares])


def _filled(painter: QPainter, sign: Glyph, color: QColor, box: QRectF) -> None:
    shapes = {
        Glyph.TRIANGLE: ((0.5, 0.08), (1.0, 0.92), (0.0, 0.92)),
        Glyph.DOWN: ((0.0, 0.08), (1.0, 0.08), (0.5, 0.92)),
        Glyph.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
        Glyph.HOLLOW_DIAMOND: ((0.5, 0.06), (0.94, 0.5), (0.5, 0.94), (0.06, 0.5)),
    }
    if sign is Glyph.HOLLOW_DIAMOND:
        painter.setPen(QPen(color, 1.4))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawPolygon(_points(box, *shapes[sign]))


def chip_width(theme: Theme, chip: Chip) -> int:
    """Return the width of a chip in px."""
    words = QFontMetricsF(theme.font("chip")).horizontalAdvance(chip.word)
    return round(words) + theme.em(33 if chip.glyph else 20)


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return a text as it fits into `width` px, with an ellipsis where it is cut.

    No letter is narrower than two pixels: what can never be seen of a long text is not measured.
    """
    most = max(width // 2, 0) + 1
    shown = text if len(text) <= most else text[:most] + "…"
    return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width)


def draw_words(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    text: str,
    role: str | tuple[str, int] = "body",
    tone: str = "text",
    *,
    align: Qt.AlignmentFlag = LEFT,
) -> str:
    """Draw a line of text, cut where it does not fit, and return what is shown; a role may have a weight of its own."""
    font = theme.font(role) if isinstance(role, str) else theme.font(role[0], weight=role[1])
    metrics = theme.metrics(role) if isinstance(role, str) else QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(round(box.width()), 0))
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    painter.drawText(box, align, shown)
    return shown


def draw_chosen(painter: QPainter, theme: Theme, box: QRectF, inset: int, radius: float, bar: str = "accent") -> None:
    """Draw the ground of what is chosen, with a bar at its left that ends `inset` px at 100 % before its corners."""
    draw_ground(painter, theme, box, "selected", radius)
    edge = theme.em(inset)
    draw_ground(painter, theme, QRectF(box.left(), box.top() + edge, 3, box.height() - 2 * edge), bar, 1.5)


def draw_tick(painter: QPainter, theme: Theme, box: QRectF, *, checked: bool, enabled: bool, is_round: bool) -> None:
    """Draw the square of a check box, or the ring of a radio button, with what says that it is checked."""
    filled = "accent" if checked and enabled else "surface"
    outline = "" if checked and enabled else "control"
    draw_ground(painter, theme, box, filled, box.width() / 2 if is_round else theme.radius("cell"), outline)
    inset, ink = box.width() * 0.24, "on_accent" if enabled else "disabled"
    inner = box.adjusted(inset, inset, -inset, -inset)
    if checked and is_round:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ink))
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
    elif checked:
        glyph(painter, Glyph.CHECK, theme.color(ink), inner)


def draw_chip(painter: QPainter, theme: Theme, chip: Chip, left: float, middle: float) -> None:
    """Draw a chip whose left edge and vertical middle are given."""
    ground, ink = _tone(theme, chip.tone)
    height = theme.height("chip")
    box = QRectF(left, middle - height / 2, chip_width(theme, chip), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, height / 2, height / 2)
    size = theme.em(10)
    text = box.adjusted(theme.em(10), 0, -theme.em(8), 0)
    if chip.glyph:
        glyph(painter, chip.glyph, ink, QRectF(left + theme.em(8), middle - size / 2, size, size))
        text.setLeft(left + theme.em(22))
    painter.setFont(theme.font("chip"))
    painter.setPen(ink)
    painter.drawText(text, LEFT, chip.word)
    painter.restore()


def draw_bar(painter: QPainter, theme: Theme, box: QRectF, share: float) -> None:
    """Draw a progress bar: track in `line`, fill in `accent`, round ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, theme.color("line"))
    if share > 0:
        painter.setClipPath(path)
        painter.fillRect(
            QRectF(box.left(), box.top(), box.width() * min(share, 1), box.height()), theme.color("accent")
        )
    painter.restore()


def draw_focus(painter: QPainter, theme: Theme, box: QRect | QRectF, radius: float) -> None:
    """Draw the focus ring, 2 px, just inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def draw_ground(
    painter: QPainter, theme: Theme, box: QRect | QRectF, token: str, radius: float, outline: str = ""
) -> None:
    """Fill a rounded box with a colour token, with a 1 px outline where one is named."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(token) if token else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(outline), 1) if outline else Qt.PenStyle.NoPen)
    shift = 0.5 if outline else 0
    painter.drawRoundedRect(QRectF(box).adjusted(shift, shift, -shift, -shift), radius, radius)
    painter.restore()
