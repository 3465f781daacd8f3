"""Anchors follow from the form, exactly on their bounds, and name where they come from."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.application import Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.form.hints import HintValue, hint
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.factories.forms import REFERENCE, story_application
from tests.factories.stories import read_stories

CATALOGUE = default_catalogue()
NUMBERS = [f"GC-2026-{n:03}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)]


def anchor(key: str, tables: dict[str, tuple[Row, ...]] | None = None, **values: Scalar) -> HintValue | None:
    return hint(CATALOGUE, key, Form(values, tables or {}), None, REFERENCE)


def shown(found: HintValue | None) -> str:
    if found is None:
        return "-"
    return f"{found.low}" if found.low == found.high else f"{found.low}-{found.high}"


@pytest.mark.parametrize("number", NUMBERS)
def test_hints_of_the_stories(number: str, shared: Path) -> None:
    story = read_stories(shared)[number]
    application = story_application(story)
    assert application.form is not None
    words = story.of("HINT")[0].split()
    found = {key: shown(hint(CATALOGUE, key, application.form, application.members, REFERENCE)) for key in words[::2]}
    assert found == dict(zip(words[::2], words[1::2], strict=True))


def test_the_sentence_names_figure_and_source() -> None:
    found = anchor("B3", akt_gesamt=172, vzae_gesamt=Decimal("4.20"))
    assert found is not None
    assert found.sentence.read("de") == "41 Akteure je VZÄ laut Formular: Anhaltspunkt 4"
    assert found.sentence.read("en") == "41 actors per FTE according to the form: anchor 4"


def test_rounding_never_seems_to_put_a_figure_into_another_band() -> None:
    found = anchor("B3", akt_gesamt=4010, vzae_gesamt=100)
    assert found is not None
    assert found.low == 4
    assert found.sentence.read("de").startswith("40,1 Akteure")


@pytest.mark.parametrize(
    ("actors", "expected"), [(40, "5"), (41, "4"), (80, "4"), (81, "3"), (150, "3"), (151, "1-2"), (0, "5")]
)
def test_actors_per_person_include_their_bounds(actors: int, expected: str) -> None:
    assert shown(anchor("B3", akt_gesamt=actors, vzae_gesamt=1)) == expected


def test_nobody_to_divide_by_gives_no_anchor() -> None:
    assert anchor("B3", akt_gesamt=100, vzae_gesamt=0) is None
    assert anchor("B3", akt_gesamt=100) is None


@pytest.mark.parametrize(
    ("bound", "joined", "expected"),
    [(14, 1, "-"), (15, 1, "2-3"), (29, 1, "2-3"), (30, 0, "3-4"), (80, 1, "4-5"), (80, 0, "3-4"), (79, 1, "3-4")],
)
def test_critical_mass_grows_or_not(bound: int, joined: int, expected: str) -> None:
    found = anchor("A1", akt_verbindlich=bound, akt_zugang_24m=joined, akt_abgang_24m=0)
    assert shown(found) == expected


@pytest.mark.parametrize(("science", "expected"), [(1, "4"), (2, "4-5")])
def test_many_smes_need_science(science: int, expected: str) -> None:
    assert shown(anchor("A2", akt_kmu=8, akt_gross=2, akt_hs=science, akt_auf=0)) == expected


@pytest.mark.parametrize(
    ("projects", "with_smes", "expected"),
    [(0, 0, "0-1"), (1, 0, "2-3"), (3, 0, "3-4"), (7, 7, "3-4"), (8, 4, "4-5"), (8, 3, "3-4")],
)
def test_joint_projects(projects: int, with_smes: int, expected: str) -> None:
    rows = tuple({"proj_kmu": 1 if index < with_smes else 0} for index in range(projects))
    assert shown(anchor("C2", {"proj_liste": rows})) == expected


def income(private: int, public: int) -> dict[str, tuple[Row, ...]]:
    none = dict.fromkeys(("fin_dienst", "fin_sponsor", "fin_sonst_priv", "fin_bund", "fin_eu", "fin_sonst_oeff"), 0)
    row: Row = {"fin_jahr": 2025, "fin_art": "ist", "fin_beitraege": private, "fin_land": public, **none}
    plan: Row = {**row, "fin_jahr": 2026, "fin_art": "plan", "fin_beitraege": 1_000_000}
    return {"einnahmen": (plan, row)}


@pytest.mark.parametrize(
    ("private", "secured", "expected"),
    [
        (9, date(2029, 1, 1), "1-2"),
        (10, date(2029, 1, 1), "3"),
        (30, date(2029, 1, 1), "4"),
        (50, date(2027, 10, 1), "5"),
        (50, date(2027, 9, 30), "0-2"),
        (9, date(2027, 9, 30), "1-2"),
    ],
)
def test_private_income_of_the_last_completed_year(private: int, secured: date, expected: str) -> None:
    assert shown(anchor("B5", income(private, 100 - private), fin_gesichert_bis=secured)) == expected


def test_no_income_at_all_is_not_assessable_but_the_cap_speaks() -> None:
    assert anchor("B5", income(0, 0), fin_gesichert_bis=date(2029, 1, 1)) is None
    found = anchor("B5", income(0, 0), fin_gesichert_bis=date(2027, 1, 1))
    assert found is not None
    assert (found.low, found.high) == (0, 2)
    assert "n.\u00a0b." in found.sentence.read("de")


@pytest.mark.parametrize(("year", "expected"), [(2022, "0-2"), (2023, "-"), (2025, "-")])
def test_a_survey_counts_to_the_end_of_its_year(year: int, expected: str) -> None:
    assert shown(anchor("D5", zufr_jahr=year)) == expected


def test_the_member_list_answers_where_the_form_does_not() -> None:
    members = MemberList("A01", tuple(Member(row, f"M{row}", "kmu", {"mitgl_bindung": "loi"}) for row in range(40)))
    found = hint(CATALOGUE, "A1", Form({"akt_zugang_24m": 3, "akt_abgang_24m": 1}), members, REFERENCE)
    assert found is not None
    assert found.sentence.read("de") == "40 verbindliche Akteure, Saldo 2 in 24 Monaten laut A01: Anhaltspunkt 3–4"


def test_a_criterion_without_anchors_has_none() -> None:
    assert anchor("A5", kurzprofil="x") is None
    assert hint(replace(CATALOGUE, hints=()), "A1", Form(), None, None) is None


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_every_anchor_lies_on_the_scale(actors: int, persons: int) -> None:
    found = anchor("B3", akt_gesamt=actors, vzae_gesamt=persons)
    assert found is not None
    assert CATALOGUE.scale.contains(found.low)
    assert CATALOGUE.scale.contains(found.high)
    assert found.low <= found.high
    ratio = Fraction(actors, persons)
    assert (found.low == 5) == (ratio <= 40)
