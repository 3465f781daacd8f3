"""Rounding half up, in display only, and never across a threshold."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import display
from reviewer_app.domain.scale import NB


@given(st.decimals(-9999, 9999, places=4), st.integers(0, 3))
def test_rounding_equals_decimal_half_up(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert display.rounded(Fraction(value), places) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.5996", "59,96 %"), ("0.6", "60 %"), ("0.576", "58 %"), ("0.596", "59,6 %"), ("0.5999999", "59,99 %")],
)
def test_a_share_never_seems_to_reach_a_threshold(value: str, text: str) -> None:
    assert display.share(Fraction(value), [Fraction(3, 5)]).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (display.score(Fraction(7, 2)), "3,5"),
        (display.score(Fraction(13, 4)), "3,25"),
        (display.score(NB), "n.\u00a0b."),
        (display.score(None), "–"),
        (display.score(Fraction(0)), "0,0"),
        (display.mean(Fraction(11, 3)), "3,67"),
        (display.median(Fraction(13, 4)), "3,25"),
        (display.money(Fraction(184500)), "184.500\u00a0EUR"),
        (display.money(Fraction(184500), "en"), "184,500\u00a0EUR"),
        (display.points(Fraction("69.96"), [Fraction(70)]), "69,96"),
        (display.number(Fraction(-1, 2)), "\u22120,5"),
    ],
)
def test_formats(shown: str, text: str) -> None:
    assert shown == text
