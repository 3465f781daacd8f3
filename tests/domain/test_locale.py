"""Rounding half up, in one place, and never across a threshold."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import locale
from reviewer_app.domain.scale import NB


@given(st.decimals(-9999, 9999, places=4), st.integers(0, 3))
def test_rounding_equals_decimal_half_up(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert locale.rounded(Fraction(value), places) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.5996", "59,96 %"), ("0.6", "60 %"), ("0.576", "58 %"), ("0.596", "59,6 %"), ("0.5999999", "59,99 %")],
)
def test_a_share_never_seems_to_reach_a_threshold(value: str, text: str) -> None:
    assert locale.share(Fraction(value), [Fraction(3, 5)], "de").replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (locale.score(Fraction(7, 2), "de"), "3,5"),
        (locale.score(Fraction(13, 4), "de"), "3,25"),
        (locale.score(NB, "de"), "n.\u00a0b."),
        (locale.score(None, "de"), "–"),
        (locale.score(Fraction(0), "de"), "0,0"),
        (locale.mean(Fraction(11, 3), "de"), "3,67"),
        (locale.score(Fraction(7, 2), "de", 2), "3,50"),
        (locale.score(Fraction(39, 20), "de"), "1,95"),
        (locale.score(Fraction(25, 8), "de"), "3,125"),
        (locale.score(Fraction(5, 3), "de", 2), "1,67"),
        (locale.money(Fraction(184500), "de"), "184.500\u00a0EUR"),
        (locale.money(Fraction(184500), "en"), "184,500\u00a0EUR"),
        (locale.points(Fraction("69.96"), [Fraction(70)], "de"), "69,96"),
        (locale.number(Fraction(-1, 2), 1, "de"), "\u22120,5"),
    ],
)
def test_formats(shown: str, text: str) -> None:
    assert shown == text
