"""Drawings keep their measures, name only known colours and say in words what they show."""

from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.reviews.consolidation import CriterionFigures, consolidate_criterion
from reviewer_app.domain.reviews.scoring import evaluate
from reviewer_app.domain.scale import NB, Scale, Value
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.figure_shapes import (
    COLOURS,
    Circle,
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    TextShape,
    hatching,
    moved,
)
from reviewer_app.exports.figures import Meter, Strip
from tests.factories.catalogues import muster, tiny

HALVES = Scale(Fraction(0), Fraction(5), Fraction(1, 2))
FLOOR = Fraction(3)


def extent(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Give (left, bottom, right, top) of the shapes' outlines, without pens and texts; of none, zeros."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in shapes:
        match shape:
            case Rectangle():
                xs += [shape.x, shape.x + shape.width]
                ys += [shape.y, shape.y + shape.height]
            case StraightLine():
                xs += [shape.x1, shape.x2]
                ys += [shape.y1, shape.y2]
            case Polygon():
                xs += [x for x, _ in shape.points]
                ys += [y for _, y in shape.points]
            case Circle():
                xs += [shape.x - shape.radius, shape.x + shape.radius]
                ys += [shape.y - shape.radius, shape.y + shape.radius]
            case TextShape():
                continue
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def strip(*values: Value | None, scale: Scale = HALVES, minimum: str | None = None, flagged: bool = False) -> Strip:
    numbers = sorted(value for value in values if isinstance(value, Fraction))
    middle = numbers[len(numbers) // 2] if numbers else None
    labelled = tuple((f"G{index}", value) for index, value in enumerate(values, 1))
    return Strip("B1", labelled, scale, middle, Fraction(minimum) if minimum else None, flagged)


def colours(figure: Figure) -> set[str]:
    found: set[str | None] = set()
    for shape in figure.shapes:
        found.add(
            shape.colour if isinstance(shape, TextShape) else None if isinstance(shape, StraightLine) else shape.fill
        )
        if not isinstance(shape, TextShape) and shape.stroke:
            found.add(shape.stroke.colour)
    return {colour for colour in found if colour}


def inside(figure: Figure, shapes: tuple[object, ...] | None = None) -> bool:
    left, bottom, right, top = extent(figure.shapes if shapes is None else shapes)  # type: ignore[arg-type]  # shapes
    slack = figures.STRIP_HEIGHT * 1e-9
    return left >= -slack and bottom >= -slack and right <= figure.width + slack and top <= figure.height + slack


def test_a_cell_has_the_measures_of_the_design() -> None:
    cell = figures.score_cell(Fraction(2), HALVES, FLOOR, Fraction(5, 2), language="de")
    fill, outline, bar, digits, triangle = cell.shapes
    assert (cell.width, cell.height) == (11.0, 5.6)
    assert isinstance(fill, Rectangle)
    assert (fill.fill, fill.radius) == ("fill_2", 0.8)
    assert isinstance(outline, Rectangle)
    assert outline.stroke is not None
    assert outline.stroke.colour == "bar_2"
    assert isinstance(bar, Rectangle)
    assert (bar.x, bar.y, bar.height, round(bar.width, 6)) == (1.3, 0.6, 0.5, 3.36)
    assert isinstance(digits, TextShape)
    assert (digits.text, digits.y) == ("2,0", 2.05)
    assert isinstance(triangle, Polygon)
    assert triangle.fill == "err"
    assert inside(cell)


@pytest.mark.parametrize(
    ("value", "minimum", "alt"),
    [
        ("3.5", None, "3,5"),
        ("2.5", None, "2,5, unter Mindestniveau"),
        ("2.0", "2.5", "2,0, unter Mindestwert 2,5"),
        ("2.5", "2.5", "2,5, unter Mindestniveau"),
    ],
)
def test_a_cell_says_what_it_shows(value: str, minimum: str | None, alt: str) -> None:
    least = Fraction(minimum) if minimum else None
    assert figures.score_cell(Fraction(value), HALVES, FLOOR, least, language="de").alt == alt


def test_zero_not_assessable_and_not_scored_are_three_cells() -> None:
    cells = [figures.value_cell(value, HALVES, FLOOR, language="de") for value in (Fraction(0), NB, None)]
    assert [cell.alt for cell in cells] == ["0,0, unter Mindestniveau", "nicht beurteilbar", "nicht bewertet"]
    assert len({cell.shapes for cell in cells}) == 3


def test_a_missed_meter_is_hatched_and_outlined_and_a_reached_one_is_not() -> None:
    ticks = (Fraction(1, 2), Fraction(3, 5))
    missed = figures.meter(Meter(Fraction(54, 100), ticks, missed=True))
    reached = figures.meter(Meter(Fraction(72, 100), ticks))
    white = [shape for shape in missed.shapes if isinstance(shape, StraightLine) and shape.stroke.colour == "paper"]
    assert len(white) > len(ticks)
    assert "bar_2" in colours(missed)
    assert colours(reached) == {"line", "bar_5", "paper", "ink"}


def test_sixty_percent_stands_under_three_on_the_strip() -> None:
    shown = figures.meter(Meter(Fraction(3, 5), (Fraction(3, 5),)))
    tick = next(shape for shape in shown.shapes if isinstance(shape, StraightLine) and shape.stroke.colour == "ink")
    assert tick.x1 == figures.place(HALVES, Fraction(3)) == 19.2


def test_the_total_names_the_thresholds_it_reaches() -> None:
    catalogue = muster()
    agreed = {one.key: Fraction(7, 2) for one in catalogue.criteria}
    alt = figures.total_meter(catalogue, evaluate(catalogue, "aufnahme", agreed), "de").alt
    assert alt == "Gesamt 70,0 von 100 Punkten. Schwellen 50, 60 und 70; alle erreicht."
    agreed = {one.key: Fraction(13, 4) for one in catalogue.criteria}
    alt = figures.total_meter(catalogue, evaluate(catalogue, "aufnahme", agreed), "de").alt
    assert alt == "Gesamt 65,0 von 100 Punkten. Schwellen 50, 60 und 70; 50 und 60 erreicht, 70 nicht."
    alt = figures.total_meter(catalogue, evaluate(catalogue, "aufnahme", {}), "en").alt
    assert alt == "Total not known yet, at most 100 points."


def test_a_strip_reads_its_scores_out() -> None:
    shown = strip(Fraction("1.5"), Fraction("4.5"), Fraction("3.5"), minimum="3", flagged=True)
    assert figures.dot_strip(shown, language="de").alt == (
        "B1, Einzelwerte: G1 1,5; G2 4,5; G3 3,5. Median 3,5, Spanne 3,0, Mindestwert 3,0, ein Wert darunter. "
        "Klärungsbedarf."
    )


def test_from_seven_reviews_on_there_are_columns() -> None:
    values = [Fraction(step, 2) for step in (3, 4, 5, 5, 6, 7, 9)]
    shown = figures.dot_strip(strip(*values), language="de")
    bars = [shape for shape in shown.shapes if isinstance(shape, Rectangle)]
    assert [round(bar.height, 2) for bar in bars] == [2.1, 2.1, 4.2, 2.1, 2.1, 2.1]
    assert {bar.width for bar in bars} == {2.4}
    assert shown.alt == "B1, 7 Gutachten von 1,5 bis 4,5, Median 2,5; Einzelwerte in Anhang B."


def test_without_reviews_the_axis_is_bare() -> None:
    shown = figures.dot_strip(Strip("B1", (), HALVES), language="de")
    assert all(isinstance(shape, StraightLine) for shape in shown.shapes)
    assert shown.alt == "B1, keine Gutachten."


def test_four_equal_scores_make_two_stacks_around_the_value() -> None:
    shown = figures.dot_strip(strip(*[Fraction(3)] * 4), language="de")
    x = figures.place(HALVES, Fraction(3))
    middles = [
        ((low_x + high_x) / 2, (low_y + high_y) / 2)
        for low_x, low_y, high_x, high_y in (
            extent([shape]) for shape in shown.shapes if not isinstance(shape, StraightLine | TextShape)
        )
    ]
    expected = [(x - 0.85, 3.9), (x - 0.85, 5.4), (x - 0.85, 6.9), (x + 0.85, 3.9)]
    assert [(round(a, 3), round(b, 3)) for a, b in middles] == [(round(a, 3), round(b, 3)) for a, b in expected]


steps = st.integers(0, 10).map(lambda step: Fraction(step, 2))
answers = st.one_of(steps, st.just(NB), st.none())


@given(st.lists(answers, max_size=6), st.one_of(st.none(), steps))
def test_shapes_stay_within_the_box_and_the_median_a_breath_above_it(
    values: list[Value | None], minimum: Fraction | None
) -> None:
    shown = figures.dot_strip(strip(*values, minimum=str(minimum) if minimum is not None else None), language="de")
    margin = 0.85 + 1.03
    left, bottom, right, top = extent(shape for shape in shown.shapes if not isinstance(shape, StraightLine))
    assert left >= -margin - 1e-9
    assert right <= figures.STRIP_WIDTH + margin + 1e-9
    assert bottom >= 0
    assert top <= figures.STRIP_HEIGHT
    assert extent(shown.shapes)[3] <= figures.STRIP_HEIGHT + 0.6501
    assert colours(shown) <= COLOURS


@given(st.lists(steps, min_size=2, max_size=6))
def test_no_two_shapes_share_a_place(values: list[Fraction]) -> None:
    shown = figures.dot_strip(strip(*values), language="de")
    solid = [shape for shape in shown.shapes if isinstance(shape, Circle | Rectangle | Polygon)]
    places = [extent([shape]) for shape in solid if not (isinstance(shape, Circle) and shape.stroke is None)]
    assert len(places) == len(values)
    assert len({((a + c) / 2, (b + d) / 2) for a, b, c, d in places}) == len(values)


@given(st.lists(steps, min_size=7, max_size=60))
def test_columns_stay_within_the_box(values: list[Fraction]) -> None:
    shown = figures.dot_strip(strip(*values), language="de")
    bars = [shape for shape in shown.shapes if isinstance(shape, Rectangle)]
    assert max(bar.height for bar in bars) == pytest.approx(4.2)
    assert extent(shown.shapes)[3] <= figures.STRIP_HEIGHT + 0.65


@given(st.integers(-10, 3), st.integers(1, 200), st.sampled_from(["1", "1/2", "1/4"]), st.floats(0, 1, allow_nan=False))
def test_any_scale_draws_inside_the_box(minimum: int, span: int, step: str, where: float) -> None:
    scale = Scale(Fraction(minimum), Fraction(max(minimum + span, 1)), Fraction(step))
    value = scale.value(round(where * (scale.grades - 1)))
    cell = figures.score_cell(value, scale, scale.maximum, language="de")
    assert inside(cell)
    assert colours(cell) <= COLOURS
    assert 0 <= figures.place(scale, value) <= figures.STRIP_WIDTH + 1e-9
    assert 2 <= len(figures.axis_values(scale)) <= 13


@given(
    *(st.floats(0.1, 60, allow_nan=False, allow_infinity=False) for _ in range(2)),
    st.floats(0.5, 5, allow_nan=False, allow_infinity=False),
)
def test_hatching_never_leaves_its_box(width: float, height: float, pitch: float) -> None:
    lines = hatching(2, 3, width, height, pitch, figure_marks.threshold_sign().shapes[0].stroke)  # type: ignore[union-attr, arg-type]  # a line's pen
    assert lines or min(width, height) < pitch
    for line in lines:
        for x, y in ((line.x1, line.y1), (line.x2, line.y2)):
            assert 2 - 1e-9 <= x <= 2 + width + 1e-9
            assert 3 - 1e-9 <= y <= 3 + height + 1e-9


def spread(values: list[Value | None], minimum: str | None = None) -> CriterionFigures:
    catalogue = muster()
    criterion = catalogue.criterion("A1" if minimum else "A3")
    return consolidate_criterion(catalogue, criterion, values)


def test_spread_marks_tell_plain_hollow_and_full_apart() -> None:
    plain = figure_marks.spread_mark(spread([Fraction(3), Fraction("3.5")]), muster().scale, "de")
    hollow = figure_marks.spread_mark(spread([Fraction(3), Fraction(4)]), muster().scale, "de")
    full = figure_marks.spread_mark(spread([Fraction(1), Fraction(4)]), muster().scale, "de")
    missing = figure_marks.spread_mark(spread([Fraction(4), NB]), muster().scale, "de")
    assert (plain.sign, plain.text, plain.weight) == (None, "0,5", "regular")
    assert hollow.sign is not None
    assert (hollow.text, hollow.colour) == ("1,0", "ink_2")
    assert full.sign is not None
    assert (full.text, full.colour, full.weight, full.sign.alt) == ("3,0", "warn", "semibold", "Klärungsbedarf")
    assert missing.text == "n.\N{NO-BREAK SPACE}b."
    assert figure_marks.spread_mark(spread([]), muster().scale, "de").text == "–"


@pytest.mark.parametrize("status", list(figure_marks.Status))
def test_a_status_sign_stays_in_its_box_and_has_a_word(status: figure_marks.Status) -> None:
    sign = figure_marks.status_sign(status, "de")
    assert inside(sign)
    assert sign.alt
    assert figure_marks.status_mark(status, "x", "en").sign != sign


def test_other_scales_keep_bands_and_bars() -> None:
    scale = tiny().scale
    low, high = (figures.score_cell(Fraction(value), scale, Fraction(3), language="de") for value in (1, 10))
    assert {"fill_0", "bar_0"} <= colours(low)
    assert {"fill_5", "bar_5"} <= colours(high)


def test_moving_a_drawing_moves_all_of_it() -> None:
    shapes = (
        figures.not_assessable_cell("de").shapes
        + figures.dot_strip(strip(*[Fraction(3)] * 6, minimum="3"), language="de").shapes
    )
    left, bottom, right, top = extent(shapes)
    assert extent(moved(shapes, 5, -2)) == pytest.approx((left + 5, bottom - 2, right + 5, top - 2))
