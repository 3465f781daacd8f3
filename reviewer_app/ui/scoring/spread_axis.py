"""Axes of scores in the window's proportions: the large one of a criterion, and the strip of a matrix row.

Signs, places and the spoken sentence are those of the drawing on paper; only lengths differ, because 32 mm are not
enough to read from a screen.
"""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import override

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from resources.languages import SOURCE
from reviewer_app.domain import locale
from reviewer_app.domain.scale import Scale
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.figure_shapes import Figure, Rectangle, Shape, StraightLine, Stroke, TextShape, grown, moved
from reviewer_app.exports.figures import Strip
from reviewer_app.ui.kit.painted import Painted
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.figure_painter import FigurePainter

type AxisPosition = Callable[[Fraction], float]

_HEIGHT = 62.0
_AXIS = 30.0
_EDGE = 14.0
_SHAPE = 5.2
_STACK = 6.5
_TEXT = 12.0


class SpreadAxis(Painted, QLabel):
    """Shows a Strip large, or as small as in a row; its sentence is that of the drawing on paper."""

    across = QSizePolicy.Policy.Expanding

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._strip: Strip | None = None
        self._language = SOURCE
        self._small = False

    def show_strip(self, strip: Strip, language: str) -> None:
        """Show the scores of one criterion."""
        self._strip, self._language = strip, language
        words = figures.strip_alt(strip, language)
        self.setAccessibleName(spoken(strip, language, self.tr("Median"), self.tr("Mindestwert")))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def show_small(self, *, small: bool) -> None:
        """Be the strip of a matrix row, where height is scarce, or the large axis."""
        if small != self._small:
            self._small = small
            wide = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
            self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
            self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        if self._small:
            return QSize(self.theme.em(ROW_WIDTH), self.theme.em(ROW_HEIGHT))
        return QSize(self.theme.em(320), self.theme.em(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._small else QSize(self.theme.em(200), self.theme.em(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._strip is None:
            return
        factor = self.theme.em(100) / 100
        if self._small:
            figure = row_strip(self._strip)
        else:
            width = self.width() / factor
            lowest = QRectF(0, self.height() - _HEIGHT * factor, self.width(), _HEIGHT * factor)
            FigurePainter(painter, self.theme).paint_in(axis_ground(self._strip.scale, width), lowest, factor)
            figure = axis_signs(self._strip, width, self._language, self.tr("Median"), self.tr("Min"))
        FigurePainter(painter, self.theme).paint(figure, 0, self.height(), factor)


def spoken(strip: Strip, language: str, median: str, minimum: str) -> str:
    """Say a strip: "G1 1,5; G2 4,5; G3 3,5; Median 3,5; Mindestwert 3,0"."""
    parts = [f"{label} {locale.score(value, language, strip.scale.decimals)}" for label, value in strip.values]
    if strip.median is not None:
        parts.append(f"{median} {locale.score(strip.median, language, strip.scale.decimals)}")
    if strip.minimum is not None:
        parts.append(f"{minimum} {locale.score(strip.minimum, language, strip.scale.decimals)}")
    return "; ".join(parts)


def axis(strip: Strip, width: float, language: str, median: str, minimum: str) -> Figure:
    """Give the axis `width` px wide at 100 %, 62 px high."""
    signs = axis_signs(strip, width, language, median, minimum)
    return Figure(width, _HEIGHT, axis_ground(strip.scale, width).shapes + signs.shapes)


def _places(scale: Scale, width: float) -> AxisPosition:
    length = width - 2 * _EDGE
    return lambda value: _EDGE + length * figures.place(scale, value) / figures.STRIP_WIDTH


@lru_cache(maxsize=32)
def axis_ground(scale: Scale, width: float) -> Figure:
    """Give what all criteria have alike: the line with its ticks and numbers."""
    place, pen = _places(scale, width), Stroke("control", 1)
    shapes: list[Shape] = [StraightLine(_EDGE, _AXIS, width - _EDGE, _AXIS, pen)]
    for value in figures.axis_values(scale):
        shapes.append(StraightLine(place(value), _AXIS - 4, place(value), _AXIS + 4, pen))
        shapes.append(TextShape(place(value), _AXIS - 26, str(value), _TEXT, "ink_2", "regular", "middle"))
    shapes += [
        StraightLine(place(value), _AXIS - 2, place(value), _AXIS + 2, pen)
        for value in scale.values()
        if value.denominator != 1
    ]
    return Figure(width, _HEIGHT, tuple(shapes))


def axis_signs(strip: Strip, width: float, language: str, median: str, minimum: str) -> Figure:
    """Give what lies on the axis: range, minimum, median and scores."""
    place, numbers = _places(strip.scale, width), strip.numbers
    shapes: list[Shape] = []
    if numbers and min(numbers) < max(numbers):
        left, right = place(min(numbers)), place(max(numbers))
        shapes.append(Rectangle(left, _AXIS - 2, right - left, 4, "range_line" if strip.flagged else "ink_3"))
    shapes += _minimum(strip, place, language, minimum)
    shapes += _median(strip, place, language, median)
    shapes += _scores(strip, place)
    return Figure(width, _HEIGHT, tuple(shapes))


ROW_WIDTH, ROW_HEIGHT = 108.0, 26.0


def row_strip(strip: Strip) -> Figure:
    """Give the strip of a matrix row, 108 × 26 px; above six reviewers the columns of the drawing on paper."""
    alone = len(strip.values) > figure_marks.REVIEWER_SHAPES
    if alone:
        paper = figures.dot_strip(strip, language=SOURCE)  # its words are not drawn
        factor = (ROW_HEIGHT - 4) / paper.height
        return Figure(paper.width * factor, ROW_HEIGHT - 4, grown(paper.shapes, factor))
    length, middle = ROW_WIDTH - 10, 14.0

    def place(value: Fraction) -> float:
        return 5 + length * figures.place(strip.scale, value) / figures.STRIP_WIDTH

    shapes: list[Shape] = [StraightLine(5, middle, 5 + length, middle, Stroke("line", 1))]
    shapes += [
        StraightLine(place(value), middle - 2.5, place(value), middle + 2.5, Stroke("control", 1))
        for value in figures.axis_values(strip.scale)
    ]
    numbers = strip.numbers
    if numbers and min(numbers) < max(numbers):
        thick, colour = (3.5, "range_line") if strip.flagged else (2.0, "ink_3")
        left, right = place(min(numbers)), place(max(numbers))
        shapes.append(Rectangle(left, middle - thick / 2, right - left, thick, colour))
    if strip.median is not None:
        x = place(strip.median)
        shapes.append(StraightLine(x, middle - 8, x, middle + 9, Stroke("ink", 1.8)))
    if strip.minimum is not None:
        shapes += moved(grown((figure_marks.minimum_shape(0, 0),), 3.6), place(strip.minimum), 3.4)
    return Figure(ROW_WIDTH, ROW_HEIGHT, (*shapes, *_scores(strip, place, middle, 4.6, 5.0)))


def _minimum(strip: Strip, place: AxisPosition, language: str, word: str) -> list[Shape]:
    if strip.minimum is None:
        return []
    x = place(strip.minimum)
    mark = moved(grown((figure_marks.minimum_shape(0, 0),), _SHAPE), x, _AXIS - 11)
    words = f"{word} {locale.score(strip.minimum, language, strip.scale.decimals)}"
    return [*mark, TextShape(x - 8, _AXIS - 15, words, 11, "err", "medium", "end")]


def _median(strip: Strip, place: AxisPosition, language: str, word: str) -> list[Shape]:
    if strip.median is None:
        return []
    x = place(strip.median)
    words = f"{word} {locale.score(strip.median, language, strip.scale.decimals)}"
    return [
        StraightLine(x, _AXIS - 12, x, _AXIS + 14, Stroke("ink", 2, (5, 3))),
        TextShape(x, _AXIS + 19, words, 12, "ink", "semibold", "middle"),
    ]


def _scores(
    strip: Strip, place: AxisPosition, middle: float = _AXIS, size: float = _SHAPE, stack: float = _STACK
) -> list[Shape]:
    shapes: list[Shape] = []
    counts = Counter(strip.numbers)
    most = max(counts.values(), default=1)
    if len(strip.values) > figure_marks.REVIEWER_SHAPES:
        tall, wide = 2.1 * stack / most, 1.6 * size
        return [
            Rectangle(place(value) - wide / 2, middle, wide, tall * count + 1, "ink_2")
            for value, count in counts.items()
        ]
    stack = min(stack, 2 * stack / max(most - 1, 1))
    seen: dict[Fraction, int] = {}
    for position, (_, value) in enumerate(strip.values):
        if isinstance(value, Fraction):
            level = seen.get(value, 0)
            seen[value] = level + 1
            at = min(position, figure_marks.REVIEWER_SHAPES - 1)
            sign = grown(figure_marks.reviewer_shape(at, 0, 0), size)
            shapes += moved(sign, place(value), middle + level * stack)
    return shapes
