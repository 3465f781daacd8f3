"""Figures are exact; the member list counts where it is there; nothing missing becomes zero."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.application import Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.form.answers import FORM, Answers, exact, figures, is_empty
from reviewer_app.exchange.catalogue.file import default_catalogue

CATALOGUE = default_catalogue()
COUNTS: dict[str, Scalar] = {"akt_gesamt": 10, "akt_kmu": 6, "akt_gross": 2, "akt_hs": 1, "akt_auf": 0, "akt_region": 7}


def members(*kinds: str, source: str = "A01", **values: Scalar) -> MemberList:
    return MemberList(source, tuple(Member(row, f"M{row}", kind, values) for row, kind in enumerate(kinds, 1)))


def test_shares_of_the_form() -> None:
    found = figures(CATALOGUE, Form(COUNTS), None)
    assert found["anteil_kmu"] == Fraction(3, 4)
    assert found["anteil_unternehmen"] == Fraction(4, 5)
    assert found["anteil_region"] == Fraction(7, 10)


def test_the_list_counts_where_it_is_there() -> None:
    found = figures(CATALOGUE, Form(COUNTS), members("kmu", "gross", "hs"))
    assert found["anteil_unternehmen"] == Fraction(2, 3)
    assert found["unternehmen"] == 2
    assert figures(CATALOGUE, Form(COUNTS), MemberList("A01", ()))["unternehmen"] == 8


def test_who_left_by_the_reference_date_does_not_count() -> None:
    left = MemberList(
        "A01",
        (
            Member(1, "A", "kmu", {"mitgl_austritt": date(2026, 10, 1)}),
            Member(2, "B", "kmu", {"mitgl_austritt": date(2026, 10, 2)}),
            Member(3, "C", "kmu"),
        ),
    )
    assert Answers(CATALOGUE, Form(), left, date(2026, 10, 1)).number("akt_gesamt") == 2
    assert Answers(CATALOGUE, Form(), left).number("akt_gesamt") == 3


def test_bound_members_are_counted_only_where_the_list_says_so() -> None:
    answers = Answers(CATALOGUE, Form({"akt_verbindlich": 5}), members("kmu", "kmu"))
    assert (answers.number("akt_verbindlich"), answers.source("akt_verbindlich")) == (5, FORM)
    answers = Answers(CATALOGUE, Form({"akt_verbindlich": 5}), members("kmu", "kmu", mitgl_bindung="loi"))
    assert (answers.number("akt_verbindlich"), answers.source("akt_verbindlich")) == (2, "A01")


def test_the_source_is_the_annex_or_the_sheet() -> None:
    assert Answers(CATALOGUE, Form(), members("kmu")).source("anteil_kmu") == "A01"
    assert Answers(CATALOGUE, Form(), members("kmu", source="form")).source("anteil_kmu") == "Mitglieder"
    assert Answers(CATALOGUE, Form(COUNTS)).source("anteil_kmu") == FORM


@pytest.mark.parametrize(
    "values", [{"akt_kmu": 0, "akt_gross": 0}, {"akt_kmu": 1}, {"akt_kmu": "viele", "akt_gross": 1}]
)
def test_a_zero_denominator_and_a_missing_operand_give_none(values: dict[str, Scalar]) -> None:
    assert figures(CATALOGUE, Form(values), None)["anteil_kmu"] is None


def test_a_figure_of_each_year_and_of_the_last_completed_one() -> None:
    names = ("fin_beitraege", "fin_dienst", "fin_sponsor", "fin_land", "fin_bund", "fin_eu", "fin_sonst_oeff")
    zero: Row = {**dict.fromkeys(names, 0), "fin_sonst_priv": 0}
    rows: tuple[Row, ...] = (
        {**zero, "fin_jahr": 2025, "fin_art": "ist", "fin_beitraege": 1, "fin_land": 2},
        {**zero, "fin_jahr": 2024, "fin_art": "ist"},
        {**zero, "fin_jahr": 2026, "fin_art": "plan", "fin_beitraege": 5},
        {**zero, "fin_jahr": "bald", "fin_art": "ist"},
        {"fin_jahr": 2023, "fin_art": "ist", "fin_beitraege": 5},
    )
    found = figures(CATALOGUE, Form(tables={"einnahmen": rows}), None)
    assert found["anteil_privat"] == found["anteil_privat.2025"] == Fraction(1, 3)
    assert found["anteil_privat.2024"] is None
    assert found["einnahmen_gesamt.2024"] == 0
    assert found["anteil_privat.2026"] == 1
    assert found["einnahmen_gesamt.2023"] is None


def test_rows_are_counted_and_no_table_is_not_no_rows() -> None:
    rows: tuple[Row, ...] = ({"proj_kmu": 2}, {"proj_kmu": 0}, {"proj_kmu": None})
    found = figures(CATALOGUE, Form(tables={"proj_liste": rows}), None)
    assert (found["vorhaben"], found["anteil_vorhaben_kmu"]) == (3, Fraction(1, 3))
    assert figures(CATALOGUE, Form(), None)["vorhaben"] is None
    assert figures(CATALOGUE, Form(tables={"proj_liste": ()}), None)["vorhaben"] == 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3, 3), (Decimal("4.20"), Fraction(21, 5)), (True, None), ("3", None), (None, None), (Decimal("1E+900000"), None),
     (Decimal("NaN"), None), (10**40, None), (date(2026, 1, 1), None)],
)  # fmt: skip
def test_only_numbers_that_somebody_means_are_numbers(value: Scalar, expected: Fraction | None) -> None:
    assert exact(value) == expected


@pytest.mark.parametrize(
    ("value", "empty"), [(None, True), ("", True), ("  ", True), ((), True), (0, False), (False, False)]
)
def test_zero_and_no_are_answers(value: Scalar, empty: bool) -> None:
    assert is_empty(value) is empty


@given(st.lists(st.sampled_from(["kmu", "gross", "hs", "auf", "sonst"]), min_size=1))
def test_the_groups_of_a_list_add_up(kinds: list[str]) -> None:
    answers = Answers(CATALOGUE, Form(), members(*kinds))
    parts = [answers.number(f"akt_{kind}") or 0 for kind in ("kmu", "gross", "hs", "auf", "sonst")]
    assert sum(parts) == answers.number("akt_gesamt") == len(kinds)
