"""Values and neighbours on a scale, and what keys mean on scales of other shapes."""

from fractions import Fraction

import pytest

from reviewer_app.domain.scale import TOGETHER, Scale, ScoreKeys


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
