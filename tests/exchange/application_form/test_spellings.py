"""Numbers, days and yes or no as people write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import locale
from reviewer_app.exchange.application_form.answers import day_in, month_in, number_in, yes_in


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("12,50", "12.5"),
        ("3.5", "3.5"),
        ("0.234", "0.234"),
        ("1,234,567", "1234567"),
        ("1,234.50", "1234.5"),
        ("184.500 EUR", "184500"),
        ("184.500,00 €", "184500"),
        ("54 %", "54"),
        ("4,20 VZÄ", "4.2"),
        ("1 234", "1234"),
        ("1'234,5", "1234.5"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        (" 7 ", "7"),
    ],
)
def test_numbers_are_read_as_they_are_meant(written: str, number: str) -> None:
    assert number_in(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "drei", "1.2.3", "1.234.5", "12a", "ca. 20", "1e5", "٣", "--2", "1,2,3", "= 2"]
)
def test_what_has_no_one_meaning_is_no_number(written: str) -> None:
    assert number_in(written) is None


@given(st.fractions(-(10**12), 10**12, max_denominator=1), st.integers(0, 3), st.sampled_from(["de", "en"]))
def test_numbers_as_the_program_shows_them_come_back(whole: Fraction, places: int, language: str) -> None:
    value = whole / 10**places
    shown = locale.number(value, places, language)
    if language == "en" and places == 0 and shown.count(",") == 1:
        return  # one comma without decimals is German here
    if language == "en" and places == 3 and "," not in shown and not shown.lstrip("\u2212").startswith("0"):
        return  # three decimals behind a point are a group in German
    found = number_in(shown)
    assert found is not None
    assert Fraction(found) == value


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = number_in(text)
    assert found is None or found.is_finite()


@pytest.mark.parametrize(
    "written",
    [
        "01.10.2026",
        "1.10.26",
        "1. 10. 2026",
        "2026-10-01",
        "1/10/2026",
        "1. Oktober 2026",
        "1 October 2026",
        "1. Okt. 2026",
        "2026-10-01T00:00:00",
    ],
)
def test_days_are_read(written: str) -> None:
    assert day_in(written) == date(2026, 10, 1)


@pytest.mark.parametrize("written", ["", "32.1.2026", "30.2.2026", "10/2026", "Oktober", "1.10.", "0.0.0000"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert day_in(written) is None


@pytest.mark.parametrize(
    "written", ["03/2021", "3/2021", "03.2021", "2021-03", "März 2021", "Mrz 2021", "March 2021", "17.03.2021"]
)
def test_months_are_read_as_their_first_day(written: str) -> None:
    assert month_in(written) == date(2021, 3, 1)


@given(st.dates(date(1971, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"]))
def test_every_day_comes_back(day: date, form: str) -> None:
    assert day_in(day.strftime(form)) == day


@pytest.mark.parametrize("written", ["ja", "Ja", "JA ", "x", "X", "1", "✓", "wahr", "yes", "y", "✗"])
def test_yes_has_many_spellings(written: str) -> None:
    assert yes_in(written) is True


@pytest.mark.parametrize(
    ("written", "said"), [("nein", False), ("N", False), ("0", False), ("vielleicht", None), ("", None)]
)
def test_no_and_neither(written: str, said: bool | None) -> None:
    assert yes_in(written) is said
