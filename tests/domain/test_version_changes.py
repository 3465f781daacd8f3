"""What a newer version changed, as texts for people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reviewer_app.domain.application import Annex, Application, FieldChange, Form, Row, Scalar
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.version_changes import answer_text, changes_between
from reviewer_app.exchange.catalogue.file import default_catalogue

CATALOGUE = default_catalogue()


def application(rows: Sequence[Row] = (), annexes: tuple[Annex, ...] = (), **values: Scalar) -> Application:
    form = Form(values=values, tables={"kpi_liste": tuple(rows)})
    return Application(ApplicationId("a"), "GC-1", "x", "aufnahme", "c", form=form, annexes=annexes)


def changes(before: Application, after: Application) -> list[FieldChange]:
    return list(changes_between(CATALOGUE, before, after))


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("koepfe", 5, "5"),
        ("vzae_gesamt", Decimal("4.25"), Localised("4,25", en="4.25")),
        ("akt_gesamt", 1200, Localised("1.200", en="1,200")),
        ("strat_horizont", 2030, "2030"),
        ("cluster_seit", date(2019, 7, 1), "07/2019"),
        ("strat_beschluss", date(2024, 5, 14), Localised("14.05.2024", en="14 May 2024")),
        ("fin_controlling", True, Localised("ja", en="yes")),
        ("cmo_rechtsform", "ev", Localised("e. V.", en="registered association (e. V.)")),
        ("cmo_rechtsform", "Klub", "Klub"),
        ("laender", ("HE", "BB"), Localised("Hessen, Brandenburg", en="Hesse, Brandenburg")),
        ("cmo_name", None, ""),
    ],
)
def test_answers_are_worded_as_people_read_them(field: str, value: Scalar, text: str) -> None:
    known = CATALOGUE.field(field)
    assert known is not None
    assert answer_text(CATALOGUE, known, value) == text


def test_nothing_changed_is_nothing_said() -> None:
    assert changes(application(koepfe=5), application(koepfe=5)) == []
    assert changes(application(koepfe=5), replace(application(), form=None)) == []


def test_answers_that_came_and_went_are_named() -> None:
    found = changes(application(koepfe=5, cmo_ort="Dresden"), application(koepfe=6, cmo_kurz="PVW"))
    assert found == [
        FieldChange("cmo_kurz", "", "PVW"),
        FieldChange("cmo_ort", "Dresden", ""),
        FieldChange("koepfe", "5", "6"),
    ]


def test_rows_are_matched_before_they_are_compared() -> None:
    rows: list[Row] = [{"kpi_ziel": name, "kpi_ist": number} for number, name in enumerate(("eins", "zwei", "drei"), 1)]
    later: list[Row] = [rows[0], {"kpi_ziel": "zwei", "kpi_ist": 9}, rows[2], {"kpi_ziel": "vier", "kpi_ist": 4}]
    assert changes(application(rows), application(later)) == [
        FieldChange("kpi_liste.2.kpi_ist", "2", "9"),
        FieldChange("kpi_liste", "", "vier · 4"),
    ]
    assert changes(application(rows), application(rows[1:])) == [FieldChange("kpi_liste", "eins · 1", "")]


def test_annexes_are_compared_by_their_bytes() -> None:
    old = Annex("A03", "alt.pdf", "a" * 64, 10, pages=48)
    same = replace(old, name="umbenannt.pdf")
    new = replace(old, name="neu.pdf", sha256="b" * 64, pages=50)
    assert changes(application(annexes=(old,)), application(annexes=(same,))) == []
    assert changes(application(annexes=(old,)), application(annexes=(new,))) == [
        FieldChange("A03", "alt.pdf, 48\u00a0S. (aaaaaaaa)", "neu.pdf, 50\u00a0S. (bbbbbbbb)")
    ]
