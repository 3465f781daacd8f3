"""Score cells and area meters in the proportions of the window, as drawings of the same shapes that paper uses.

Lengths are px at 100 %; the figure painter multiplies them.
"""

from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import NotAssessable, Scale, Value
from reviewer_app.exports.figure_shapes import (
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    Stroke,
    TextShape,
    hatching,
)
from reviewer_app.ui.kit.painting import Glyph

_RADIUS = 4.0
_EDGE = 6.0
_DIGITS = 12.5
_HALF_CAP = 4.6
_TRACK = 6.0
_TICK = 14.0


@lru_cache(maxsize=1024)
def cell(
    value: Value | None,
    scale: Scale,
    size: tuple[float, float],
    *,
    minimum: Fraction | None = None,
    label: str = "",
    language: str,
) -> Figure:
    """Give the cell of a value, `size` wide and high; without a value it is dashed and shows `label`."""
    width, height = size
    if value is None:
        return Figure(width, height, _empty(width, height, label))
    if isinstance(value, NotAssessable):
        return Figure(width, height, _hatched(width, height, locale.score(value, language)))
    band = scale.band(value)
    shapes: list[Shape] = [
        Rectangle(0, 0, width, height, f"fill_{band}", radius=_RADIUS),
        Rectangle(_EDGE, 2.6, (width - 2 * _EDGE) * float(scale.share(value)), 2.5, f"bar_{band}"),
        TextShape(
            width / 2,
            height * 0.57 - _HALF_CAP,
            locale.score(value, language, scale.decimals),
            _DIGITS,
            "cell_ink",
            "medium",
            "middle",
        ),
    ]
    if minimum is not None and value < minimum:
        right, top = width - 2.0, height - 3.0
        shapes.append(Polygon(((right - 6, top), (right, top), (right - 3, top - 5)), "err"))
    return Figure(width, height, tuple(shapes))


def _empty(width: float, height: float, label: str) -> tuple[Shape, ...]:
    return (
        Rectangle(0.5, 0.5, width - 1, height - 1, None, Stroke("control", 1, (3, 2.4)), _RADIUS),
        TextShape(width / 2, height / 2 - _HALF_CAP + 0.4, label, 12, "ink_2", "regular", "middle"),
    )


def _hatched(width: float, height: float, shown: str) -> tuple[Shape, ...]:
    return (
        Rectangle(0, 0, width, height, "paper", radius=_RADIUS),
        *hatching(1, 1, width - 2, height - 2, 4.5, Stroke("control", 0.5)),
        Rectangle(0.5, 0.5, width - 1, height - 1, None, Stroke("control", 1), _RADIUS),
        TextShape(width / 2, height / 2 - _HALF_CAP + 0.2, shown, 12, "ink", "medium", "middle"),
    )


def bar_band(share: Fraction | None, ticks: tuple[Fraction, ...], own: Fraction | None) -> int:
    """Give the band of an area's bar: 5 where it reaches its threshold, 2 below it, 0 below every named share too."""
    if share is None or own is None or share >= own:
        return 5
    return 0 if ticks and share < ticks[0] and ticks[0] < own else 2


def meter(area: AreaFigures, catalogue: Catalogue, width: float) -> Figure:
    """Give the bar of an area: track, bar, and a tick with a gap of the ground at each share that is named anywhere."""
    ticks, _ = catalogue.thresholds()
    own = threshold(catalogue, area.key)
    middle, radius = _TICK / 2, _TRACK / 2
    shapes: list[Shape] = [Rectangle(0, middle - radius, width, _TRACK, "line", radius=radius)]
    length = width * float(min(max(area.share, Fraction(0)), Fraction(1))) if area.share is not None else 0.0
    if length > 0:
        bar = f"bar_{bar_band(area.share, ticks, own)}"
        shapes.append(Rectangle(0, middle - radius, max(length, _TRACK), _TRACK, bar, radius=radius))
    for tick in ticks:
        x = width * float(tick)
        shapes.append(StraightLine(x, 0, x, _TICK, Stroke("paper", 4.4)))
        shapes.append(StraightLine(x, 0, x, _TICK, Stroke("ink_2", 1.4)))
    return Figure(width, _TICK, tuple(shapes))


def threshold(catalogue: Catalogue, key: str) -> Fraction | None:
    """Return the share an area must reach, None where it has none."""
    return next(one.threshold for one in catalogue.areas if one.key == key)


def area_sign(area: AreaFigures, catalogue: Catalogue) -> Glyph:
    """Return the sign beside an area's percent: met, missed, or nothing while unknown or without a threshold."""
    own = threshold(catalogue, area.key)
    if area.share is None or own is None:
        return Glyph.NONE
    return Glyph.CHECK if area.share >= own else Glyph.DOWN
