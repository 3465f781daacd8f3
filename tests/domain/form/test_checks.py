"""Every answer, every rule and every annex: what is found, where, how severe, and that there are words for it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import messages
from resources.languages import LANGUAGES
from reviewer_app.domain import localised
from reviewer_app.domain.application import Annex, AnnexState, Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.form.checks import check_form
from reviewer_app.domain.form.spec import FieldKind, FormRuleKind
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.factories.forms import REFERENCE, story_application
from tests.factories.stories import read_stories

CATALOGUE = default_catalogue()
TODAY = date(2026, 11, 24)
NUMBERS = [f"GC-2026-{n:03}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)]


GROUPS = {"akt_kmu": 1, "akt_gross": 1, "akt_hs": 1, "akt_auf": 1}


def check(form: Form, members: MemberList | None = None, *annexes: Annex) -> tuple[Finding, ...]:
    return check_form(CATALOGUE, form, members, annexes, reference_date=REFERENCE, today=TODAY)


def said(finding: Finding, language: str = "de") -> str:
    params = {"found": finding.found, "place": finding.place.label(language)} | dict(finding.params)
    keys = (f"finding.{finding.code}", f"finding.{finding.code}_remedy")
    return " ".join(messages.text(key, language, **params) for key in keys)


def about(field: str, form: Form, members: MemberList | None = None) -> list[str]:
    return [one.code for one in check(form, members) if one.place.field == field and one.code != "missing"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("GC-2026-001", []),
        ("GC-2026-002", []),
        ("GC-2026-004", ["matches_members", "matches_members", "annex_wrong_type"]),
        ("GC-2026-005", ["annex_encrypted"]),
        ("GC-2026-007", ["missing", "annex_missing", "annex_blank_page"]),
        ("GC-2026-008", ["annex_active"]),
        ("GC-2026-011", ["row_at_most", "annex_no_text"]),
        ("GC-2026-012", ["row_at_most"]),
        ("GC-2026-014", []),
    ],
)
def test_findings_of_the_stories(number: str, expected: list[str], shared: Path) -> None:
    application = story_application(read_stories(shared)[number])
    assert application.form is not None
    found = check(application.form, application.members, *application.annexes)
    assert [one.code for one in found if one.severity is not Severity.NOTE] == expected


def test_both_numbers_of_a_contradiction_are_said(shared: Path) -> None:
    application = story_application(read_stories(shared)["GC-2026-004"])
    assert application.form is not None
    form = replace(application.form, places={"akt_gesamt": "Antrag!C61"})
    (finding,) = [one for one in check(form, application.members) if one.place.field == "akt_gesamt"]
    assert finding.severity is Severity.ERROR
    assert finding.place.label("de") == "Antrag!C61"
    assert said(finding).startswith("Akteure gesamt: Formular 84, A01 81.")
    assert said(finding, "en").startswith("Actors in total: form 84, A01 81.")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("antrag_nr", "GC-26-1", "bad_form"),
        ("antrag_nr", "GC-2026-00014", None),
        ("antrag_nr", "GC-2026-1", "bad_form"),
        ("verfahrensart", "Beitritt", "not_in_list"),
        ("cmo_name", "ab", "too_short"),
        ("cmo_name", "a" * 201, "too_long"),
        ("kurzprofil", "kurz", "too_short"),
        ("cmo_plz", "7299", "bad_form"),
        ("cmo_plz", "08523", None),
        ("cmo_register", "Amtsgericht Eschwege, VR 4471", None),
        ("cmo_register", "4471", "bad_form"),
        ("cmo_tel", "0561 123", "not_a_phone"),
        ("cmo_tel", "+49 (0)30 23125-123", None),
        ("cmo_mail", "kontakt at verein", "not_a_mail"),
        ("cmo_mail", "kontakt@verein.example", None),
        ("web_de", "http://verein.example", "not_a_url"),
        ("web_de", "https://verein.example/pfad?x=1", None),
        ("web_de", "https://nutzer:wort@verein.example", "not_a_url"),
        ("cluster_seit", "seit Jahren", "not_a_month"),
        ("cluster_seit", date(2027, 1, 1), "in_future"),
        ("strat_beschluss", "14.05.", "not_a_day"),
        ("strat_beschluss", TODAY, None),
        ("strat_beschluss", TODAY + timedelta(1), "in_future"),
        ("akt_gesamt", "etwa 80", "not_whole"),
        ("akt_gesamt", Decimal("1.5"), "not_whole"),
        ("akt_gesamt", -1, "too_small"),
        ("akt_gesamt", 0, None),
        ("vzae_gesamt", Decimal("4.21"), "off_step"),
        ("vzae_gesamt", Decimal("4.20"), None),
        ("vzae_gesamt", Decimal("200.05"), "too_large"),
        ("vzae_gesamt", "vier", "not_a_number"),
        ("vzae_gesamt", Decimal("1E+999999"), "not_a_number"),
        ("radius_km", 501, "too_large"),
        ("wb_tage", 61, "too_large"),
        ("zufr_jahr", 2027, "in_future"),
        ("zufr_jahr", "neulich", "not_a_year"),
        ("zufr_ruecklauf", 101, "too_large"),
        ("laender", ("XX",), "not_in_list"),
        ("laender", ("HE", "TH"), None),
        ("tech_weitere", ("bio", "x"), "not_in_list"),
        ("tech_weitere", ("chemie", "metall", "musik", "verkehr", "energie"), "too_many_choices"),
        ("fin_controlling", "vielleicht", "not_yes_no"),
        ("fin_controlling", False, None),
    ],
)
def test_one_answer(field: str, value: Scalar, code: str | None) -> None:
    assert about(field, Form({field: value}))[:1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({**GROUPS, "akt_gesamt": 5, "akt_sonst": 2}, "akt_gesamt", "sum_equals"),
        ({"akt_verbindlich": 6, "akt_gesamt": 5}, "akt_verbindlich", "at_most"),
        ({"vzae_eigen": 2, "vzae_gesamt": 1}, "vzae_eigen", "at_most"),
        ({"vzae_gesamt": 3, "koepfe": 2}, "vzae_gesamt", "at_most"),
        ({"strat_review": date(2024, 1, 1), "strat_beschluss": date(2024, 1, 2)}, "strat_review", "not_before"),
        ({"tech_primaer": "chemie", "tech_weitere": ("chemie",)}, "tech_weitere", "excludes"),
        ({"cmo_plz": "37299", "cmo_bundesland": "BY"}, "cmo_plz", "range_of_entry"),
        ({"erkl_richtig": False}, "erkl_richtig", "must_be_yes"),
        ({"eingang_am": date(2026, 10, 2), "frist_bis": date(2026, 9, 30)}, "frist_bis", "not_before"),
    ],
)  # fmt: skip
def test_rules_over_several_answers(values: Mapping[str, Scalar], field: str, code: str) -> None:
    assert code in about(field, Form(values))


@pytest.mark.parametrize(
    ("values", "german", "english"),
    [
        ({"strat_review": date(2024, 1, 1), "strat_beschluss": date(2024, 1, 2)}, "01.01.2024", "1 Jan 2024"),
        ({**GROUPS, "akt_gesamt": 1234, "akt_sonst": 2}, "1.234", "1,234"),
        ({"erkl_richtig": False}, "nein", "no"),
    ],
)
def test_a_finding_speaks_one_language(values: Mapping[str, Scalar], german: str, english: str) -> None:
    found = [one for one in check(Form(values)) if one.code in {"not_before", "sum_equals", "must_be_yes"}]
    assert (german, english) in [(localised.read(one.found, "de"), localised.read(one.found, "en")) for one in found]


@pytest.mark.parametrize(
    "values",
    [
        {"akt_verbindlich": 5, "akt_gesamt": 5},
        {"akt_verbindlich": "viele", "akt_gesamt": 5},
        {"strat_review": date(2024, 1, 2), "strat_beschluss": date(2024, 1, 2)},
        {"cmo_plz": "37299", "cmo_bundesland": "HE"},
        {"cmo_plz": "x", "cmo_bundesland": "HE"},
        {"erkl_richtig": True},
    ],
)
def test_rules_are_silent_where_they_hold_or_cannot_tell(values: Mapping[str, Scalar]) -> None:
    kinds = {rule.kind for rule in CATALOGUE.form_rules}
    assert [one.code for one in check(Form(values)) if one.code in kinds] == []


@pytest.mark.parametrize(
    ("table", "rows", "codes"),
    [
        ("kpi_liste", ({"kpi_ziel": "Z", "kpi_ist": 1, "kpi_jahr": 2030},), ["rows_missing"]),
        ("proj_liste", (), ["no_rows"]),
        ("einnahmen", ({"fin_jahr": 2025, "fin_art": "ist"}, {"fin_jahr": 2025, "fin_art": "ist"}),
         ["rows_missing", "row_counts", "row_counts", "unique_rows"]),
        ("label_liste", ({"label_ausgestellt": date(2026, 1, 1), "label_gueltig_bis": date(2026, 1, 1)},),
         ["row_after"]),
        ("proj_liste", ({"proj_partner": 2, "proj_kmu": 3},), ["row_at_most"]),
        ("proj_liste", ({"proj_partner": 2, "proj_kmu": 2, "proj_foerder": "Onkel"},), ["not_in_list"]),
    ],
)  # fmt: skip
def test_tables(table: str, rows: tuple[Row, ...], codes: list[str]) -> None:
    found = [one for one in check(Form(tables={table: rows})) if one.place.field.partition(".")[0] == table]
    assert [one.code for one in found if one.code != "missing"] == codes
    assert all(one.place.sheet for one in found)


def test_a_cell_of_a_table_is_found_where_it_was_read() -> None:
    form = Form(
        tables={"proj_liste": ({"proj_partner": 2, "proj_kmu": "drei"},)},
        places={"proj_liste.1.proj_kmu": "Projekte!G7"},
    )
    (finding,) = [one for one in check(form) if one.code == "not_whole"]
    assert (finding.place.label("de"), finding.place.field) == ("Projekte!G7", "proj_liste.proj_kmu")
    assert said(finding).startswith("davon KMU: „drei“ ist keine ganze Zahl.")


def test_required_only_when_something_else_says_so() -> None:
    def missing(**values: Scalar) -> set[str]:
        return {one.place.field for one in check(Form(values)) if one.code == "missing"}

    assert "wirk_quelle" not in missing(wirk_produkte=0)
    assert "wirk_quelle" in missing(wirk_produkte=0, wirk_patente=3)
    assert "cmo_traeger" in missing(cmo_rechtsform="ohne")
    assert {"cmo_traeger", "web_en"}.isdisjoint(missing(cmo_rechtsform="gmbh"))
    assert "cmo_register" in missing(cmo_rechtsform="gmbh")


def test_every_kind_of_rule_has_words() -> None:
    keys = [f"finding.{kind}{end}" for kind in FormRuleKind for end in ("", "_remedy")]
    assert [key for key in keys if not messages.has(key)] == []


def test_what_the_office_fills_in_is_only_a_note() -> None:
    found = {one.place.field: one for one in check(Form()) if one.code == "office_fills_in"}
    assert {"stichtag", "eingang_am", "frist_bis"} <= found.keys()
    assert {one.severity for one in found.values()} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("given_value", "differs"),
    [(Decimal(75), False), (Decimal("0.75"), False), (Decimal(74), True), (Decimal("75.4"), True), (None, False),
     (Decimal("0.7500000000001"), False)],
)  # fmt: skip
def test_what_the_applicant_computed_is_compared(given_value: Decimal | None, differs: bool) -> None:
    form = Form({"akt_kmu": 3, "akt_gross": 1}, given={"anteil_kmu": given_value})
    found = [one for one in check(form) if one.code == "given_differs"]
    assert bool(found) is differs
    if found:
        assert said(found[0]).startswith(
            f"KMU-Anteil an den Unternehmen: Angegeben ist {str(given_value).replace('.', ',')}"
        )


def test_a_total_of_a_year_is_compared_too() -> None:
    names = ("beitraege", "dienst", "sponsor", "land", "bund", "eu", "sonst_oeff", "sonst_priv")
    row: Row = {"fin_jahr": 2025, "fin_art": "ist", **{f"fin_{name}": 100 for name in names}}
    form = Form(tables={"einnahmen": (row,)}, given={"einnahmen.1.fin_gesamt": 900})
    (finding,) = [one for one in check(form) if one.code == "given_differs"]
    assert finding.params["other"] == "800"


def test_differences_of_two_member_lists() -> None:
    table: tuple[Row, ...] = (
        {"mitgl_name": "Aurich & Söhne", "mitgl_typ": "kmu"},
        {"mitgl_name": "Nur  im Formular", "mitgl_typ": "kmu"},
        {"mitgl_name": "Institut", "mitgl_typ": "hs"},
    )
    members = MemberList(
        "A01", (Member(1, "aurich & söhne", "kmu"), Member(2, "Institut", "auf"), Member(3, "Neu", "kmu"))
    )
    codes = [one.code for one in check(Form(tables={"mitglieder": table}), members) if one.code.startswith("member_")]
    assert codes == ["member_only_in_form", "member_kind_differs", "member_only_in_list"]
    same = replace(members, source="form")
    assert [one for one in check(Form(tables={"mitglieder": table}), same) if one.code.startswith("member_")] == []


def test_annexes_are_severe_where_they_are_owed() -> None:
    def found(kind: str, state: AnnexState, *blank: int) -> list[tuple[str, Severity]]:
        annex = Annex(kind, f"{kind}.pdf", "x", 1, states=(state,), blank_pages=blank)
        return [(one.code, one.severity) for one in check(Form(), None, annex) if one.place.file == f"{kind}.pdf"]

    assert found("A03", AnnexState.ENCRYPTED) == [("annex_encrypted", Severity.ERROR)]
    assert found("A09", AnnexState.ENCRYPTED) == [("annex_encrypted", Severity.WARNING)]
    assert found("A03", AnnexState.ACTIVE) == [("annex_active", Severity.WARNING)]
    assert found("A15", AnnexState.READABLE, 2) == [("annex_blank_page", Severity.ERROR)]
    assert found("A06", AnnexState.READABLE, 2) == [("annex_blank_page", Severity.WARNING)]
    assert found("A77", AnnexState.READABLE) == [("annex_unknown", Severity.WARNING)]


def test_a_filled_sheet_replaces_the_member_list_annex() -> None:
    row: Row = {"mitgl_name": "A", "mitgl_typ": "kmu"}
    assert "A01" in {one.place.field for one in check(Form()) if one.code == "annex_missing"}
    found = check(Form(tables={"mitglieder": (row,)}))
    assert "A01" not in {one.place.field for one in found if one.code == "annex_missing"}


def test_retired_entries_stay_readable() -> None:
    values = CATALOGUE.value_lists["technologiefeld"]
    old = replace(values, entries=tuple(replace(one, valid_to=date(2026, 1, 1)) for one in values.entries))
    catalogue = replace(CATALOGUE, value_lists={**CATALOGUE.value_lists, "technologiefeld": old})
    found = check_form(catalogue, Form({"tech_primaer": "chemie"}), None, (), reference_date=REFERENCE, today=TODAY)
    assert [(one.code, one.severity) for one in found if one.place.field == "tech_primaer"] == [
        ("retired", Severity.WARNING)
    ]


_ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(),
    st.text(max_size=40),
    st.dates(),
    st.lists(st.text()).map(tuple),
)


@given(st.dictionaries(st.sampled_from([field.id for field in CATALOGUE.fields]), _ANY, max_size=40))
def test_any_answers_are_checked_and_said(values: dict[str, Scalar]) -> None:
    for finding in check(Form(values)):
        assert said(finding, "de")
        assert said(finding, "en")


_TABLES = [field for field in CATALOGUE.fields if field.kind is FieldKind.TABLE]


@given(st.data())
def test_any_rows_are_checked_and_said(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(_TABLES), label="table")
    row = st.dictionaries(st.sampled_from([one.id for one in table.columns]), _ANY)
    rows = data.draw(st.lists(row, max_size=4))
    found = check(Form(tables={table.id: tuple(rows)}))
    assert found, "a form without any answer lacks some"
    assert all(said(finding, language) for finding in found for language in LANGUAGES)
