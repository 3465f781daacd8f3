"""Draws lines between steps and what stands under the score scale: ▲ at the minimum, ○ at the hint."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from reviewer_app.ui.kit.theme import Theme

_LINE = 20


@dataclass(frozen=True, slots=True)
class PlacedMarks:
    """Left edge of the minimum's step and centres of the hint's steps in px (None: no such mark), with their words."""

    minimum: float | None
    minimum_words: str
    low: float | None
    high: float | None
    hint_words: str


def draw_fill(painter: QPainter, fill: QColor, outline: QPainterPath, box: QRectF) -> None:
    """Fill `box` inside the outline of the bar: the steps below the value."""
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(box, fill)
    painter.restore()


def draw_lines(painter: QPainter, theme: Theme, edges: list[float], bar: QRectF) -> None:
    """Draw a hairline between steps at each of `edges`."""
    inset = theme.em(8)
    painter.setPen(QPen(theme.color("line"), 1))
    for x in edges:
        painter.drawLine(QPointF(x, bar.top() + inset), QPointF(x, bar.bottom() - inset))


def draw_marks(painter: QPainter, theme: Theme, marks: PlacedMarks, middle: float, width: float) -> None:
    """Draw the marks around the height `middle` under a scale `width` px wide."""
    painter.setFont(theme.font("mark", weight=500))
    apart = theme.em(3) if _meet(painter, theme, marks) else 0
    taken = _draw_minimum(painter, theme, marks, middle + apart)
    if marks.low is not None and marks.high is not None:
        _draw_hint(painter, theme, marks, taken, (middle - 2 * apart, width))


def _meet(painter: QPainter, theme: Theme, marks: PlacedMarks) -> bool:
    """Say whether rings and words of the minimum would lie over each other on one line."""
    if marks.minimum is None or marks.low is None or marks.high is None:
        return False
    reach, start = theme.em(4), marks.minimum
    end = start + theme.em(10) + QFontMetricsF(painter.font()).horizontalAdvance(marks.minimum_words)
    return marks.low - reach < end and marks.high + reach > start


def _draw_minimum(painter: QPainter, theme: Theme, marks: PlacedMarks, middle: float) -> float:
    """Draw the minimum; return where its words end."""
    if marks.minimum is None:
        return 0.0
    size, left = theme.em(8), marks.minimum
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("err_line"))
    low, high = middle + size * 0.45, middle - size * 0.45
    painter.drawPolygon(QPolygonF([QPointF(left, low), QPointF(left + size, low), QPointF(left + size / 2, high)]))
    start = left + size + theme.em(2)
    _write(painter, theme, marks.minimum_words, "err", (start, middle))
    return start + QFontMetricsF(painter.font()).horizontalAdvance(marks.minimum_words)


def _draw_hint(painter: QPainter, theme: Theme, marks: PlacedMarks, taken: float, room: tuple[float, float]) -> None:
    """Draw a ring, or two with a line; without words where those would meet the minimum."""
    middle, width = room
    first, last = marks.low or 0.0, marks.high or 0.0
    reach = theme.em(7) / 2
    minimum = marks.minimum if marks.minimum is not None else taken
    painter.setPen(QPen(theme.color("info_line"), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(first, middle), reach, reach)
    if last > first:
        painter.drawLine(QPointF(first + reach, middle), QPointF(last - reach, middle))
        painter.drawEllipse(QPointF(last, middle), reach, reach)
    words = marks.hint_words
    start = last + reach + theme.em(3)
    length = QFontMetricsF(painter.font()).horizontalAdvance(words)
    if start + length > width:
        start = first - reach - theme.em(3) - length
    if taken <= 0 or start > taken + theme.em(4) or start + length < minimum - theme.em(4):
        _write(painter, theme, words, "info", (start, middle))


def _write(painter: QPainter, theme: Theme, words: str, token: str, place: tuple[float, float]) -> None:
    painter.setPen(theme.color(token))
    left, middle = place
    height = theme.em(_LINE)
    box = QRectF(left, middle - height / 2, QFontMetricsF(painter.font()).horizontalAdvance(words) + 2, height)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
