"""Small signs that stand before a word or a number: status, spread, the reviewers' shapes, items of a legend.

They are drawn, not typed: three of them are missing from the fonts, and a vector looks the same on screen and paper.
"""

from dataclasses import dataclass
from enum import StrEnum

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.reviews.consolidation import Cause, CriterionFigures
from reviewer_app.domain.scale import NB, Scale
from reviewer_app.exports.figure_shapes import (
    PT,
    Circle,
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    Stroke,
    TextShape,
    plus,
    regular_polygon,
)

MARK_WIDTH = 2.6
TEXT_START = 3.4
SHAPE_RADIUS = 0.85
REVIEWER_SHAPES = 6
"""From one reviewer more on, strips show columns instead of shapes."""

_EDGE = Stroke("paper", 0.5 * PT)


class Status(StrEnum):
    """What a status mark says: met/reached ✓, missed ▼, to be discussed ◆, notice or open ▲, pending ○."""

    MET = "met"
    MISSED = "missed"
    DISCUSS = "discuss"
    NOTICE = "notice"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sign and the text after it, which starts `TEXT_START` from the left; without `sign` the text stands alone.

    `colour` and `weight` are those of the text; the sign's alternative text is in `sign.alt`.
    """

    sign: Figure | None
    text: str
    colour: str
    weight: str = "regular"


_COLOURS = {
    Status.MET: "ok",
    Status.MISSED: "err",
    Status.DISCUSS: "warn",
    Status.NOTICE: "warn",
    Status.PENDING: "info",
}


def status_sign(status: Status, language: str) -> Figure:
    """Give the sign alone, 2.6 × 2.6 mm, with its word as alternative text."""
    return Figure(MARK_WIDTH, MARK_WIDTH, (_status_shape(status),), messages.text(f"figure.status.{status}", language))


def status_mark(status: Status, text: str, language: str) -> Marked:
    """Give the sign before `text`; met keeps plain ink, all else takes the sign's colour, and a miss is semibold."""
    plain = status is Status.MET
    weight = "semibold" if status in (Status.MISSED, Status.NOTICE, Status.DISCUSS) else "regular"
    return Marked(status_sign(status, language), text, "ink" if plain else _COLOURS[status], weight)


def _status_shape(status: Status) -> Shape:
    colour = _COLOURS[status]
    match status:
        case Status.MET:
            points = ((0.25, 1.25), (1.0, 0.45), (2.4, 2.2))
            return Polygon(points, stroke=Stroke(colour, 1.2 * PT), closed=False)
        case Status.MISSED:
            return Polygon(((0.2, 2.3), (2.4, 2.3), (1.3, 0.35)), fill=colour)
        case Status.NOTICE:
            return Polygon(((0.2, 0.3), (2.4, 0.3), (1.3, 2.25)), fill=colour)
        case Status.DISCUSS:
            return _diamond(colour, filled=True)
        case Status.PENDING:
            return Circle(1.3, 1.3, 1.05, stroke=Stroke(colour, 0.9 * PT))


def _diamond(colour: str, *, filled: bool) -> Polygon:
    middle, reach = MARK_WIDTH / 2, 1.3 if filled else 1.1
    points = ((middle, middle + reach), (middle + reach, middle), (middle, middle - reach), (middle - reach, middle))
    return Polygon(points, fill=colour) if filled else Polygon(points, stroke=Stroke(colour, 0.8 * PT))


def notice_sign(language: str) -> Figure:
    """Give the hollow diamond of a spread worth a look."""
    return Figure(
        MARK_WIDTH, MARK_WIDTH, (_diamond("ink_2", filled=False),), messages.text("figure.status.spread", language)
    )


def spread_mark(figures: CriterionFigures, scale: Scale, language: str) -> Marked:
    """Give the mark of a spread: `0,5` plain, `◇ 1,0` worth a look, `◆ 3,0` or `◆ n. b.` to be discussed."""
    shown = locale.score(figures.range, language, scale.decimals)
    if figures.needs_discussion:
        only_unassessable = figures.causes == (Cause.NOT_ASSESSABLE,)
        text = locale.score(NB, language) if only_unassessable else shown
        return Marked(status_sign(Status.DISCUSS, language), text, "warn", "semibold")
    if figures.notice:
        return Marked(notice_sign(language), shown, "ink_2")
    return Marked(None, shown, "ink_2")


def reviewer_shape(position: int, x: float, y: float) -> tuple[Shape, ...]:
    """Give the shape of reviewer `position` (0 to 5) around (x, y), with a white edge: ● ■ ✚ ▬ ⬟ ○."""
    size = SHAPE_RADIUS
    match position:
        case 0:
            return (Circle(x, y, size, "ink_2", _EDGE),)
        case 1:
            side = 1.5
            return (Rectangle(x - side / 2, y - side / 2, side, side, "ink_2", _EDGE),)
        case 2:
            return (Polygon(plus(x, y, 1.03, 0.4), "ink_2", _EDGE),)
        case 3:
            return (Rectangle(x - 1.02, y - 0.5, 2.04, 1.0, "ink_2", _EDGE),)
        case 4:
            return (Polygon(regular_polygon(x, y, 1.08, 5), "ink_2", _EDGE),)
        case _:
            inner = size - 0.45 * PT
            return (Circle(x, y, size, "paper"), Circle(x, y, inner, "paper", Stroke("ink_2", 0.9 * PT)))


def minimum_shape(x: float, y: float) -> Polygon:
    """Give the ▲ of a minimum, 1.6 mm wide, around (x, y)."""
    return Polygon(((x - 0.8, y - 0.7), (x + 0.8, y - 0.7), (x, y + 0.7)), fill="minimum")


def reviewer_sign(position: int) -> Figure:
    """Give a reviewer's shape for the legend; it has no alternative text, because the label stands beside it."""
    width = 2 * SHAPE_RADIUS + 0.2
    return Figure(width, MARK_WIDTH, reviewer_shape(position, width / 2, MARK_WIDTH / 2))


def median_sign() -> Figure:
    """Give the median's tick for the legend."""
    return Figure(0.6, 3.4, (StraightLine(0.3, 0.0, 0.3, 3.4, Stroke("ink", 1.1 * PT)),))


def minimum_sign() -> Figure:
    """Give the ▲ of a minimum for the legend."""
    return Figure(1.6, MARK_WIDTH, (minimum_shape(0.8, MARK_WIDTH / 2),))


def threshold_sign() -> Figure:
    """Give a threshold's tick for the legend."""
    return Figure(0.4, 3.4, (StraightLine(0.2, 0.0, 0.2, 3.4, Stroke("ink", 0.7 * PT)),))


def floor_sign(band: int, digits: str) -> Figure:
    """Give a small outlined cell of this band with `digits` in it, for the legend."""
    pen = Stroke(f"bar_{band}", 0.7 * PT)
    inset = pen.width / 2
    shapes = (
        Rectangle(inset, inset, 8.0 - pen.width, 4.1 - pen.width, f"fill_{band}", pen, 0.6),
        Rectangle(1.0, 0.6, 2.6, 0.5, f"bar_{band}"),
        TextShape(4.0, 1.45, digits, 7 * PT, "ink", anchor="middle"),
    )
    return Figure(8.0, 4.1, shapes)


def columns_sign() -> Figure:
    """Give three columns for the legend of a distribution."""
    heights = (0.9, 2.0, 1.3)
    bars = tuple(Rectangle(index * 1.1, 0.4, 0.9, height, "ink_3") for index, height in enumerate(heights))
    return Figure(3.2, MARK_WIDTH, bars)
