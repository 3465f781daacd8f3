"""The few shapes that every drawing of a score is made of, as frozen values without any backend.

Window, PDF and picture paint the same description; that is only possible where it names no painter, no font file and
no hexadecimal colour.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin

PT = 25.4 / 72
"""One typographic point in millimetres."""

_TOKENS = ("ink", "ink_2", "ink_3", "line", "control", "accent", "ok", "err", "warn", "info", "minimum", "range_line")
_BANDED = (*(f"fill_{band}" for band in range(6)), *(f"bar_{band}" for band in range(6)))
COLOURS = frozenset((*_TOKENS, "paper", "cell_ink", *_BANDED))
"""Every colour a shape may name: document tokens, `cell_ink` for text on a fill, `fill_0` … `bar_5` for the bands."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A pen: colour token, width in millimetres, dashes and gaps in millimetres (empty: solid)."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box from its lower left corner; `radius` rounds all four corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class StraightLine:
    """A straight line with square ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape; with `closed` False an open line through the points, which is never filled."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: Stroke | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class TextShape:
    """One line of text: `x` is its start, middle or end by `anchor`, `y` its baseline, `size` its em in millimetres.

    `weight` is regular, medium or semibold.
    """

    x: float
    y: float
    text: str
    size: float
    colour: str = "ink"
    weight: str = "regular"
    anchor: str = "start"


type Shape = Rectangle | StraightLine | Polygon | Circle | TextShape


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: millimetres from the lower left corner, y upward, shapes in painting order.

    `alt` is the sentence for people who do not see it, in the language it was asked for.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """Give the shapes shifted by `dx` to the right and `dy` upward."""
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    match shape:
        case Rectangle(x, y, width, height, fill, stroke, radius):
            return Rectangle(x + dx, y + dy, width, height, fill, stroke, radius)
        case StraightLine(x1, y1, x2, y2, stroke):
            return StraightLine(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke)
        case Polygon(points, fill, stroke, closed):
            return Polygon(tuple((x + dx, y + dy) for x, y in points), fill, stroke, closed)
        case Circle(x, y, radius, fill, stroke):
            return Circle(x + dx, y + dy, radius, fill, stroke)
        case TextShape(x, y, text, size, colour, weight, anchor):
            return TextShape(x + dx, y + dy, text, size, colour, weight, anchor)


def grown(shapes: Iterable[Shape], factor: float) -> tuple[Shape, ...]:
    """Give the shapes `factor` times as large around the origin, with their pens."""
    return tuple(_grown(shape, factor) for shape in shapes)


def _pen(stroke: Stroke | None, factor: float) -> Stroke | None:
    if stroke is None:
        return None
    return Stroke(stroke.colour, stroke.width * factor, tuple(length * factor for length in stroke.dash))


def _grown(shape: Shape, k: float) -> Shape:
    match shape:
        case Rectangle(x, y, width, height, fill, stroke, radius):
            return Rectangle(x * k, y * k, width * k, height * k, fill, _pen(stroke, k), radius * k)
        case StraightLine(x1, y1, x2, y2, stroke):
            return StraightLine(x1 * k, y1 * k, x2 * k, y2 * k, _pen(stroke, k) or stroke)
        case Polygon(points, fill, stroke, closed):
            return Polygon(tuple((x * k, y * k) for x, y in points), fill, _pen(stroke, k), closed)
        case Circle(x, y, radius, fill, stroke):
            return Circle(x * k, y * k, radius * k, fill, _pen(stroke, k))
        case TextShape(x, y, text, size, colour, weight, anchor):
            return TextShape(x * k, y * k, text, size * k, colour, weight, anchor)


def hatching(x: float, y: float, width: float, height: float, pitch: float, stroke: Stroke) -> tuple[StraightLine, ...]:
    """Give lines rising at 45°, `pitch` apart along the lower edge, cut at the box, so that no backend has to clip."""
    lines: list[StraightLine] = []
    start = -height + pitch / 2
    while start < width:
        left, right = max(start, 0.0), min(start + height, width)
        if right > left:
            lines.append(StraightLine(x + left, y + left - start, x + right, y + right - start, stroke))
        start += pitch
    return tuple(lines)


def regular_polygon(x: float, y: float, radius: float, corners: int) -> tuple[tuple[float, float], ...]:
    """Give the corners of an equal-sided polygon that stands with one corner up."""
    step = 2 * pi / corners
    return tuple((x + radius * sin(index * step), y + radius * cos(index * step)) for index in range(corners))


def plus(x: float, y: float, radius: float, half: float) -> tuple[tuple[float, float], ...]:
    """Give the outline of an upright cross whose arms are `2 * half` thick and reach `radius` from the centre."""
    return tuple(
        (x + dx, y + dy)
        for dx, dy in (
            *((-half, radius), (half, radius), (half, half), (radius, half), (radius, -half), (half, -half)),
            *((half, -radius), (-half, -radius), (-half, -half), (-radius, -half), (-radius, half), (-half, half)),
        )
    )
