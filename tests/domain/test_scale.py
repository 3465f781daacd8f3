"""Values and neighbours on a scale, and what keys mean on scales of other shapes."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.scale import TOGETHER, WAITING, Scale, ScoreKeys


class Watch:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_digits_within_the_time_form_one_value_and_later_ones_another() -> None:
    watch = Watch()
    keys = ScoreKeys(Scale(Fraction(0), Fraction(15), Fraction(1)), watch)
    assert keys.digit("1") == 1
    watch.now += TOGETHER
    assert keys.digit("2") == 12
    watch.now += TOGETHER + 0.1
    assert keys.digit("3") == 3


def test_a_digit_off_the_scale_waits_for_the_next() -> None:
    keys = ScoreKeys(Scale(Fraction(10), Fraction(20), Fraction(1)), Watch())
    assert keys.digit("1") is None
    assert keys.digit("2") == 12


@pytest.mark.parametrize(("value", "other"), [("3", "7/2"), ("7/2", "3"), ("5", None)])
def test_comma_adds_the_half_or_takes_it_off(value: str, other: str | None) -> None:
    keys = ScoreKeys(Scale(Fraction(0), Fraction(5), Fraction(1, 2)))
    assert keys.comma(Fraction(value)) == (None if other is None else Fraction(other))


def typed(scale: Scale, keys: str, pause: float = 0.0) -> Fraction | None:
    """Return the value that stands there after these keys."""
    watch, value = Watch(), None
    board = ScoreKeys(scale, watch)
    for key in keys:
        found = board.comma(value) if key in ",." else board.digit(key)
        value = value if found is None else found
        watch.now += pause
    return value


@settings(max_examples=80)
@given(st.sampled_from(["1", "1/2", "1/4", "1/5", "1/10", "1/20", "1/8"]), st.integers(0, 3), st.data())
def test_every_value_can_be_typed_as_it_is_shown(step: str, low: int, data: st.DataObject) -> None:
    scale = Scale(Fraction(low), Fraction(low + 3), Fraction(step))
    value = data.draw(st.sampled_from(scale.values()))
    for shown in (locale.score(value, "de", scale.decimals), locale.plain(value, "en")):
        assert typed(scale, shown if not scale.in_wholes else shown.removesuffix(",0")) == value
        assert scale.read(shown) == value


def test_the_decimals_may_be_thought_about_and_a_slip_is_forgotten() -> None:
    quarters = Scale(Fraction(0), Fraction(5), Fraction(1, 4))
    assert typed(quarters, "3,25", pause=TOGETHER + 0.5) == Fraction(13, 4)
    assert typed(quarters, "3,2", pause=WAITING + 1) == 2
    assert typed(Scale(Fraction(0), Fraction(5), Fraction(1, 2)), "3,5") == Fraction(7, 2)


@pytest.mark.parametrize(
    ("low", "step", "decimals"), [("0", "1", 1), ("0", "1/2", 1), ("0", "1/4", 2), ("1/8", "1/2", 3), ("0", "1/3", 2)]
)
def test_a_scale_knows_the_decimals_that_write_all_its_values_and_spans(low: str, step: str, decimals: int) -> None:
    assert Scale(Fraction(low), Fraction(low) + 3, Fraction(step)).decimals == decimals


@pytest.mark.parametrize(
    ("step", "said", "one"),
    [
        ("1/2", "halben Schritten", "einen halben Schritt"),
        ("1", "ganzen Schritten", "einen Schritt"),
        ("1/4", "Schritten von 0,25", "einen Schritt"),
    ],
)
def test_only_half_steps_are_called_so(step: str, said: str, one: str) -> None:
    scale = Scale(Fraction(0), Fraction(5), Fraction(step))
    assert (locale.steps(scale, "de", messages.text), locale.one_step(scale, "de", messages.text)) == (said, one)


def test_comma_means_nothing_where_there_are_no_halves() -> None:
    assert ScoreKeys(Scale(Fraction(0), Fraction(5), Fraction(1))).comma(Fraction(3)) is None


def test_steps_go_by_the_step_and_stop_at_the_ends() -> None:
    keys = ScoreKeys(Scale(Fraction(1), Fraction(4), Fraction(1, 4)))
    assert keys.step(Fraction(1), 1) == Fraction(5, 4)
    assert keys.step(Fraction(1), -1) == Fraction(1)
    assert keys.step(None, -1) == Fraction(4)


HALVES = Scale(Fraction(0), Fraction(10), Fraction(1, 2))


@pytest.mark.parametrize(
    ("text", "number"),
    [("3,5", "7/2"), (" 3.5 ", "7/2"), ("10", "10"), ("7/2", "7/2")]
    + [
        (text, None)
        for text in ("", "zehn", "1/0", "/2", "10,5", "0,25", "-1", "1e1", "1e3000000", "1e-9", "1" * 5000, "1_0", "٣")
    ],
)
def test_values_are_read_with_comma_or_point_where_they_are_on_the_scale(text: str, number: str | None) -> None:
    assert HALVES.read(text) == (None if number is None else Fraction(number))


def test_neighbours_end_with_the_scale() -> None:
    assert HALVES.neighbours(Fraction(3)) == (Fraction(5, 2), Fraction(7, 2))
    assert HALVES.neighbours(Fraction(0)) == (Fraction(1, 2),)
    assert HALVES.neighbours(Fraction(10)) == (Fraction(19, 2),)
