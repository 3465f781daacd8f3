"""Score cells, meters and dot strips as drawings in millimetres, each with its sentence for people who do not see it.

One description serves window, PDF and picture, so a figure never differs between them.
Marks and legend signs stand in figure_marks, the shapes themselves in figure_shapes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.consolidation import Consolidation
from reviewer_app.domain.reviews.scoring import AreaFigures, Figures
from reviewer_app.domain.scale import NB, NotAssessable, Scale, Value
from reviewer_app.exports.figure_marks import REVIEWER_SHAPES, SHAPE_RADIUS, minimum_shape, reviewer_shape
from reviewer_app.exports.figure_shapes import (
    PT,
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    Stroke,
    TextShape,
    hatching,
)
from reviewer_app.exports.words import LanguageWords

CELL_WIDTH, CELL_HEIGHT = 11.0, 5.6
STRIP_WIDTH, STRIP_HEIGHT = 32.0, 8.0
AXIS_HEIGHT = 3.9
TOTAL_WIDTH, AREA_WIDTH, LETTER_WIDTH = 52.0, 32.0, 24.0

_CELL_RADIUS = 0.8
_BAR_LENGTH = 8.4
_OVERHANG = 1.0
_STACK_HEIGHT = 3
_STACK_STEP = 1.5
_STACK_SHIFT = 0.85
_COLUMN_TOP = 4.2
_MOST_TICKS = 12


def score_cell(
    value: Fraction, scale: Scale, floor: Fraction, minimum: Fraction | None = None, *, language: str
) -> Figure:
    """Give the cell of an agreed or single score: fill and bar by band, outline below `floor`, ▼ below `minimum`."""
    band = scale.band(value)
    bar = f"bar_{band}"
    length = _BAR_LENGTH * float(value / scale.maximum) if scale.maximum > 0 else 0.0
    below, missed = value < floor, minimum is not None and value < minimum
    shown = locale.score(value, language, scale.decimals)
    shapes: list[Shape] = [
        Rectangle(0, 0, CELL_WIDTH, CELL_HEIGHT, f"fill_{band}", radius=_CELL_RADIUS),
        Rectangle(1.3, 0.6, min(max(length, 0.0), _BAR_LENGTH), 0.5, bar),
        TextShape(CELL_WIDTH / 2, 2.05, shown, 8.5 * PT, "cell_ink", "semibold", "middle"),
    ]
    if below:
        pen = Stroke(bar, 0.7 * PT)
        inset = pen.width / 2
        size = CELL_WIDTH - pen.width, CELL_HEIGHT - pen.width
        shapes.insert(1, Rectangle(inset, inset, *size, None, pen, _CELL_RADIUS - inset))
    if missed:
        right, top = CELL_WIDTH - 0.65, CELL_HEIGHT - 0.65
        shapes.append(Polygon(((right - 1.8, top), (right, top), (right - 0.9, top - 1.55)), "err"))
    least = locale.score(minimum, language, scale.decimals) if missed else ""
    return Figure(CELL_WIDTH, CELL_HEIGHT, tuple(shapes), _cell_alt(shown, least, below, language))


def _cell_alt(shown: str, minimum: str, below: bool, language: str) -> str:  # noqa: FBT001  # private
    if minimum:
        return messages.text("figure.below_minimum", language, value=shown, minimum=minimum)
    return messages.text("figure.below_floor", language, value=shown) if below else shown


def not_assessable_cell(language: str) -> Figure:
    """Give the hatched cell of an answer n. b."""
    pen = Stroke("control", 0.5 * PT)
    inset = pen.width / 2
    shown = locale.score(NB, language)
    shapes: tuple[Shape, ...] = (
        Rectangle(0, 0, CELL_WIDTH, CELL_HEIGHT, "paper", radius=_CELL_RADIUS),
        *hatching(0.25, 0.25, CELL_WIDTH - 0.5, CELL_HEIGHT - 0.5, 1.1, Stroke("control", 0.3 * PT)),
        Rectangle(inset, inset, CELL_WIDTH - pen.width, CELL_HEIGHT - pen.width, None, pen, _CELL_RADIUS - inset),
        Rectangle(2.4, 1.2, CELL_WIDTH - 4.8, CELL_HEIGHT - 2.4, "paper"),
        TextShape(CELL_WIDTH / 2, 1.95, shown, 7.5 * PT, "ink", "semibold", "middle"),
    )
    return Figure(CELL_WIDTH, CELL_HEIGHT, shapes, messages.text("figure.not_assessable_alt", language))


def unscored_cell(language: str) -> Figure:
    """Give the dashed cell of what nobody scored yet."""
    pen = Stroke("control", 0.5 * PT, (0.6, 0.5))
    inset = pen.width / 2
    shapes = (
        Rectangle(0, 0, CELL_WIDTH, CELL_HEIGHT, "paper", radius=_CELL_RADIUS),
        Rectangle(inset, inset, CELL_WIDTH - pen.width, CELL_HEIGHT - pen.width, None, pen, _CELL_RADIUS - inset),
        TextShape(CELL_WIDTH / 2, 1.95, locale.NOTHING, 8 * PT, "ink_2", "regular", "middle"),
    )
    return Figure(CELL_WIDTH, CELL_HEIGHT, shapes, messages.text("figure.not_scored", language))


def value_cell(
    value: Value | None, scale: Scale, floor: Fraction, minimum: Fraction | None = None, *, language: str
) -> Figure:
    """Give the cell that fits the value: a score, n. b. or not scored."""
    if value is None:
        return unscored_cell(language)
    if isinstance(value, NotAssessable):
        return not_assessable_cell(language)
    return score_cell(value, scale, floor, minimum, language=language)


@dataclass(frozen=True, slots=True)
class Meter:
    """What a meter shows: shares from 0 to 1; `missed` hatches the bar, `severe` takes the strongest colour for it.

    `labels` stand under the ticks where there are any.
    """

    share: Fraction | None
    ticks: tuple[Fraction, ...] = ()
    missed: bool = False
    severe: bool = False
    labels: tuple[str, ...] = ()


def meter(shown: Meter, width: float = AREA_WIDTH, track: float = 1.8, alt: str = "") -> Figure:
    """Give a meter `width` wide: empty track, bar, ticks standing out by 1.0 on both sides, labels 3.4 lower."""
    base = _OVERHANG + (3.0 if shown.labels else 0.0)
    shapes: list[Shape] = [Rectangle(0, base, width, track, "line")]
    length = width * float(min(max(shown.share, Fraction(0)), Fraction(1))) if shown.share is not None else 0.0
    if length > 0:
        bar = "bar_5" if not shown.missed else "bar_0" if shown.severe else "bar_2"
        shapes.append(Rectangle(0, base, length, track, bar))
        if shown.missed:
            pen = 0.5 * PT
            shapes += hatching(0, base, length, track, 1.3, Stroke("paper", 0.55 * PT))
            if length > pen:
                shapes.append(Rectangle(pen / 2, base + pen / 2, length - pen, track - pen, None, Stroke(bar, pen)))
    low, high = base - _OVERHANG, base + track + _OVERHANG
    places = [width * float(tick) for tick in shown.ticks]
    shapes += [StraightLine(x, low, x, high, Stroke("paper", 1.8 * PT)) for x in places]
    shapes += [StraightLine(x, low, x, high, Stroke("ink", 0.7 * PT)) for x in places]
    shapes += [
        TextShape(x, 0.6, label, 7 * PT, "ink_2", "regular", "middle")
        for x, label in zip(places, shown.labels, strict=False)
    ]
    return Figure(width, high, tuple(shapes), alt)


def area_meter(catalogue: Catalogue, area: AreaFigures, language: str) -> Figure:
    """Give the meter of an area with the shares that areas and rules name as ticks."""
    shares, _ = catalogue.thresholds()
    own = next(one.threshold for one in catalogue.areas if one.key == area.key)
    missed = area.share is not None and own is not None and area.share < own
    severe = missed and area.share is not None and area.share < shares[0] and own is not None and shares[0] < own
    sign = "missed" if missed else "met"
    known = area.share is not None and own is not None
    alt = messages.text(
        "figure.area" if known else "figure.area_plain",
        language,
        area=area.key,
        share=locale.share(area.share, shares, language),
        state=messages.text(f"figure.status.{sign}", language),
        threshold=locale.share(own, (), language),
    )
    return meter(Meter(area.share, shares, missed, severe), alt=alt)


def total_meter(catalogue: Catalogue, figures: Figures, language: str) -> Figure:
    """Give the meter of the total with the totals that rules name as labelled ticks; hatched below all of them."""
    _, totals = catalogue.thresholds()
    ticks = tuple(bound / figures.maximum for bound in totals) if figures.maximum else ()
    share = figures.total / figures.maximum if figures.total is not None and figures.maximum else None
    missed = figures.total is not None and bool(totals) and figures.total < totals[0]
    labels = tuple(_plain(bound, language) for bound in totals)
    alt = _total_alt(figures, totals, language)
    return meter(Meter(share, ticks, missed, missed, labels), TOTAL_WIDTH, 2.4, alt)


def _total_alt(figures: Figures, totals: Sequence[Fraction], language: str) -> str:
    maximum = _plain(figures.maximum, language)
    if figures.total is None:
        return messages.text("figure.total_none", language, maximum=maximum, n=figures.maximum)
    total = locale.points(figures.total, totals, language)
    said = messages.text("figure.total", language, total=total, maximum=maximum, n=figures.maximum)
    if not totals:
        return said
    listed = LanguageWords(language).listed
    reached = [_plain(bound, language) for bound in totals if figures.total >= bound]
    short = [_plain(bound, language) for bound in totals if figures.total < bound]
    key = "figure.totals_all" if not short else "figure.totals_some" if reached else "figure.totals_none"
    every = listed([_plain(bound, language) for bound in totals])
    params = {"totals": every, "reached": listed(reached), "short": listed(short)}
    return f"{said} {messages.text(key, language, n=len(totals), **params)}"


def _plain(value: Fraction, language: str) -> str:
    """Show a bound without decimals where it has none."""
    return locale.plain(value, language)


@dataclass(frozen=True, slots=True)
class Strip:
    """What a strip shows: one entry per review in the order of the legend, e.g. ("G1", 7/2); None is not scored."""

    key: str
    values: tuple[tuple[str, Value | None], ...]
    scale: Scale
    median: Fraction | None = None
    minimum: Fraction | None = None
    flagged: bool = False

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """The scores that are numbers."""
        return tuple(value for _, value in self.values if isinstance(value, Fraction))


def criterion_strip(case: Consolidation, key: str) -> Strip:
    """Give what the strip of criterion `key` shows: the scores of the counted reviews of an application."""
    figures = case.criterion(key)
    values = tuple((one.label, one.review.value(key)) for one in case.counted)
    minimum = case.catalogue.criterion(key).minimum
    return Strip(key, values, case.catalogue.scale, figures.median, minimum, figures.needs_discussion)


def dot_strip(strip: Strip, *, language: str) -> Figure:
    """Give the strip of single scores: shapes up to six reviews, columns from seven, a bare axis without any.

    The median's tick may stand out of the box by up to 0.65 mm where three shapes are stacked under it.
    """
    shapes: list[Shape] = list(_axis(strip.scale))
    if len(strip.values) > REVIEWER_SHAPES:
        shapes += _columns(strip)
    else:
        shapes += _dots(strip)
    if strip.minimum is not None:
        shapes.append(minimum_shape(place(strip.scale, strip.minimum), AXIS_HEIGHT - 2.75))
    return Figure(STRIP_WIDTH, STRIP_HEIGHT, tuple(shapes), strip_alt(strip, language))


def place(scale: Scale, value: Fraction) -> float:
    """Give the distance of a value from the left end of an axis, which runs from 0 to the scale's maximum."""
    low = float(min(scale.minimum, Fraction(0)))
    span = float(scale.maximum) - low
    return STRIP_WIDTH * (float(value) - low) / span if span else 0.0


def axis_values(scale: Scale) -> tuple[Fraction, ...]:
    """Give the values at which an axis has a tick: whole steps, on long scales every 2nd, 5th, 10th and so on."""
    low = min(scale.minimum, Fraction(0))
    step, factors = 1, (2, 5, 10)
    while (scale.maximum - low) / step > _MOST_TICKS:
        power = 10 ** (len(str(step)) - 1)
        step = power * next(factor for factor in factors if power * factor > step)
    count = floor((scale.maximum - low) / step)
    return tuple(low + index * step for index in range(count + 1))


@lru_cache(maxsize=8)
def _axis(scale: Scale) -> tuple[Shape, ...]:
    pen = Stroke("control", 0.35 * PT)
    ticks = (place(scale, value) for value in axis_values(scale))
    return (
        StraightLine(0, AXIS_HEIGHT, STRIP_WIDTH, AXIS_HEIGHT, pen),
        *(StraightLine(x, AXIS_HEIGHT - 0.5, x, AXIS_HEIGHT + 0.5, pen) for x in ticks),
    )


def _dots(strip: Strip) -> list[Shape]:
    numbers = strip.numbers
    shapes: list[Shape] = []
    if numbers and min(numbers) < max(numbers):
        pen = Stroke("range_line", 1.8 * PT) if strip.flagged else Stroke("ink_3", 1.0 * PT)
        ends = place(strip.scale, min(numbers)), place(strip.scale, max(numbers))
        shapes.append(StraightLine(ends[0], AXIS_HEIGHT, ends[1], AXIS_HEIGHT, pen))
    if strip.median is not None:
        under = min(numbers.count(strip.median), _STACK_HEIGHT)
        reach = max(2.1, (under - 1) * _STACK_STEP + SHAPE_RADIUS + 0.9) if under > 1 else 2.1
        shapes.append(_median(strip, reach))
    counts = Counter(numbers)
    seen: Counter[Fraction] = Counter()
    for position, (_, value) in enumerate(strip.values):
        if isinstance(value, Fraction):
            x, y = _stacked(place(strip.scale, value), seen[value], counts[value])
            shapes += reviewer_shape(position, x, y)
            seen[value] += 1
    return shapes


def _stacked(x: float, index: int, count: int) -> tuple[float, float]:
    """Give the centre of the `index`-th of `count` equal values at `x`: three to a stack, two stacks side by side."""
    stack, level = divmod(index, _STACK_HEIGHT)
    if count > _STACK_HEIGHT:
        x += 2 * _STACK_SHIFT * stack - _STACK_SHIFT
    return x, AXIS_HEIGHT + level * _STACK_STEP


def _columns(strip: Strip) -> list[Shape]:
    numbers = strip.numbers
    if not numbers:
        return []
    counts = Counter(numbers)
    tallest = max(counts.values())
    pitch = abs(place(strip.scale, strip.scale.step) - place(strip.scale, Fraction(0)))
    width = min(2.4, 0.75 * pitch)
    shapes: list[Shape] = [
        Rectangle(
            place(strip.scale, value) - width / 2, AXIS_HEIGHT, width, _COLUMN_TOP * counts[value] / tallest, "ink_3"
        )
        for value in sorted(counts)
    ]
    if strip.median is not None:
        shapes.append(_median(strip, _COLUMN_TOP - 0.1))
    return shapes


def _median(strip: Strip, reach: float) -> StraightLine:
    x = place(strip.scale, strip.median or Fraction(0))
    return StraightLine(x, AXIS_HEIGHT - 1.7, x, AXIS_HEIGHT + reach, Stroke("ink", 1.1 * PT))


def strip_alt(strip: Strip, language: str) -> str:
    """Say what a strip shows."""
    numbers = strip.numbers

    def shown(value: Value | None) -> str:
        return locale.score(value, language, strip.scale.decimals)

    if not strip.values:
        return messages.text("figure.strip_none", language, key=strip.key)
    if len(strip.values) > REVIEWER_SHAPES and numbers:
        return messages.text(
            "figure.strip_many",
            language,
            key=strip.key,
            n=len(strip.values),
            low=shown(min(numbers)),
            high=shown(max(numbers)),
            median=shown(strip.median),
        )
    listed = "; ".join(f"{label} {shown(value)}" for label, value in strip.values)
    said = [messages.text("figure.strip", language, key=strip.key, values=listed.removesuffix("."))]
    if numbers:
        spread = shown(max(numbers) - min(numbers))
        median = shown(strip.median)
        said.append(messages.text("figure.strip_middle", language, median=median, range=spread))
        if strip.minimum is not None:
            below = sum(number < strip.minimum for number in numbers)
            key = "figure.strip_minimum" if below else "figure.strip_minimum_kept"
            said[-1] += messages.text(key, language, n=below, minimum=shown(strip.minimum))
        said[-1] += "."
    if strip.flagged:
        said.append(messages.text("figure.strip_flagged", language))
    return " ".join(said)
