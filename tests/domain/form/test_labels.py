"""The state of a label on a day, to the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.application import Form, Row
from reviewer_app.domain.form.calendar_months import add_months, end_of_month
from reviewer_app.domain.form.labels import LabelState, LabelTerms, expected_end, label_state, labels, terms_of
from reviewer_app.exchange.catalogue.file import default_catalogue

CATALOGUE = default_catalogue()
TERMS = LabelTerms(first=24, renewal=36, grace=12, soon=6)
ISSUED = date(2024, 2, 20)
UNTIL = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (date(2025, 8, 28), LabelState.VALID),
        (date(2025, 8, 29), LabelState.EXPIRING),
        (date(2026, 2, 28), LabelState.EXPIRING),
        (date(2026, 3, 1), LabelState.GRACE),
        (date(2027, 2, 28), LabelState.GRACE),
        (date(2027, 3, 1), LabelState.LAPSED),
    ],
)
def test_states_to_the_day(at: date, state: LabelState) -> None:
    assert label_state(TERMS, ISSUED, UNTIL, None, at) is state


def test_without_an_end_the_term_of_the_level_counts() -> None:
    assert expected_end(TERMS, ISSUED) == UNTIL
    assert expected_end(TERMS, ISSUED, renewed=True) == date(2027, 2, 28)
    assert label_state(TERMS, ISSUED, None, None, date(2026, 2, 28)) is LabelState.EXPIRING
    assert expected_end(LabelTerms(), ISSUED) is None


def test_in_process_and_unknown() -> None:
    at = date(2026, 10, 1)
    assert label_state(TERMS, None, None, date(2026, 11, 18), at) is LabelState.IN_PROCESS
    assert label_state(TERMS, None, None, None, at) is LabelState.UNKNOWN
    assert label_state(TERMS, date(2026, 11, 1), date(2028, 11, 30), None, at) is LabelState.IN_PROCESS


def test_labels_of_a_form() -> None:
    rows: tuple[Row, ...] = (
        {"label_stufe": "silber", "label_ausgestellt": ISSUED, "label_gueltig_bis": UNTIL},
        {"label_stufe": "keines"},
        {"label_stufe": "iso9001", "label_ausgestellt": date(2022, 1, 1), "label_gueltig_bis": date(2025, 1, 1)},
        {"label_stufe": "bronze", "label_termin": date(2026, 11, 18)},
        {"label_stufe": None},
    )
    found = labels(CATALOGUE, Form(tables={"label_liste": rows}), date(2026, 10, 1))
    assert [(one.level, one.state, one.grace_until, one.row) for one in found] == [
        ("silber", LabelState.GRACE, date(2027, 2, 28), 1),
        ("iso9001", LabelState.LAPSED, None, 3),
        ("bronze", LabelState.IN_PROCESS, None, 4),
    ]
    assert [one.is_valid for one in found] == [False, False, False]
    assert labels(CATALOGUE, Form(), date(2026, 10, 1)) == ()


def test_terms_are_codes_of_the_list() -> None:
    assert terms_of(CATALOGUE.value_lists["label"].entry("silber")) == TERMS
    assert terms_of(None) == LabelTerms()


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-240, 240))
def test_months_there_and_back(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, end_of_month(moved).day)
