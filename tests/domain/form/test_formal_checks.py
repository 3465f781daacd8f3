"""What the formal checks propose, and what they say they read."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from resources import messages
from reviewer_app.domain.application import Annex, AnnexState, Application, Form, Member, MemberList, Scalar
from reviewer_app.domain.form.formal_checks import (
    EDITION,
    FormalOutcome,
    FormalResult,
    formal_open,
    formal_open_of,
    formal_results,
    formal_text,
    open_proposals,
)
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.factories.forms import REFERENCE, story_application
from tests.factories.stories import read_stories

CATALOGUE = default_catalogue()
NUMBERS = [f"GC-2026-{n:03}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)]
NB = "\u00a0"
WORDS = {
    FormalOutcome.MET: "ok",
    FormalOutcome.TO_SUPPLY: "open",
    FormalOutcome.NOT_MET: "fail",
    FormalOutcome.NOTICE: "hint",
}


def results(application: Application, **decisions: FormalOutcome) -> dict[str, FormalResult]:
    return {one.check: one for one in formal_results(CATALOGUE, application, decisions=decisions)}


def said(result: FormalResult, language: str = "de") -> str:
    return formal_text(result, language, messages.text)


def applied(
    values: Mapping[str, Scalar] | None = None, members: MemberList | None = None, **changes: object
) -> Application:
    bare = Application(ApplicationId("1"), "GC-2026-001", "C", "aufnahme", "", REFERENCE, form=Form(values or {}))
    return replace(bare, members=members, **changes)  # type: ignore[arg-type]  # fields by name


def expected(line: str) -> dict[str, str]:
    """Return the outcome of each check that a FORM line names."""
    found = {}
    for part in line.split(";"):
        word, *rest = part.replace("(", " (").split()
        inside = False
        for one in rest:
            inside = inside or one.startswith("(")
            if not inside and one.startswith("F"):
                found[one] = word
            inside = inside and not one.endswith(")")
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_outcomes_of_the_stories(number: str, shared: Path) -> None:
    story = read_stories(shared)[number]
    found = results(story_application(story))
    assert {key: WORDS[one.proposal] for key, one in found.items()} == expected(story.of("FORM")[0])


def test_findings_of_the_worked_case(shared: Path) -> None:
    found = results(story_application(read_stories(shared)["GC-2026-014"]))
    assert [said(one) for one in found.values()] == [
        "37299 Hirschfurt, Hessen",
        "e. V., VR 4471 (A14)",
        "4,20 VZÄ (A07)",
        "141 verbindlich (A01)",
        "131 Unternehmen, 8 Wissenschaft (A01)",
        f"76,2{NB}% (A01)",
        "seit 07/2019",
        "Beschluss 14.05.2024 (A03)",
        "23 Veranstaltungen in 12 Monaten (A06)",
        "Silber, gültig bis 31.03.2027 (A08)",
        "ECCP-Profil nicht angegeben; kein Hindernis",
        "eingegangen 28.09.2026; A13 fehlt, ist freiwillig",
    ]


@pytest.mark.parametrize(
    ("number", "check", "words"),
    [
        ("GC-2026-007", "F08", "A03 fehlt"),
        ("GC-2026-007", "F10", "Erklärung vom 28.09.2026"),
        (
            "GC-2026-007",
            "F12",
            f"8 von 9 Pflichtanlagen (A03 fehlt), leer: A15 S.{NB}2, Letzte Prüfung der Strategie",
        ),
        ("GC-2026-011", "F12", "Eingang 02.10.2026, 2 Tage verspätet, sonst vollständig"),
        ("GC-2026-012", "F08", "Beschluss 18.06.2020, älter als 5 Jahre (A03)"),
        ("GC-2026-002", "F11", "ECCP-Profil, Englische Webseite nicht angegeben; kein Hindernis"),
        ("GC-2026-005", "F10", "Erklärung vom 14.09.2026"),
        ("GC-2026-004", "F06", f"76,5{NB}% (A01)"),
    ],
)
def test_findings_of_other_stories(number: str, check: str, words: str, shared: Path) -> None:
    assert said(results(story_application(read_stories(shared)[number]))[check]) == words


def test_english_findings(shared: Path) -> None:
    found = results(story_application(read_stories(shared)["GC-2026-011"]))
    assert said(found["F12"], "en") == "received 2 Oct 2026, 2 days late, otherwise complete"
    assert said(found["F01"], "en") == "27576 Geesteort, Bremen"


def test_the_page_is_found_where_somebody_looks() -> None:
    application = applied({"strat_beschluss": date(2024, 5, 14)}, annexes=(Annex("A03", "a.pdf", "x", 1, pages=48),))
    asked: list[tuple[str, tuple[str, ...]]] = []

    def locate(annex: str, spellings: tuple[str, ...]) -> int:
        asked.append((annex, spellings))
        return 2 if "14. Mai 2024" in spellings else 0

    found = {one.check: one for one in formal_results(CATALOGUE, application, decisions={}, locate=locate)}
    assert found["F08"].place == f"A03 S.{NB}2"
    assert asked[0][0] == "A03"


def test_without_a_form_nothing_is_open() -> None:
    found = results(applied(form=None))
    assert len(found) == 12
    assert formal_open(found.values()) == 0
    assert {one.proposal for one in found.values()} == {FormalOutcome.NOTICE}


def test_without_a_form_a_member_list_alone_can_tell() -> None:
    members = MemberList("A01", tuple(Member(row, f"M{row}", "kmu", {"mitgl_bindung": "loi"}) for row in range(3)))
    found = results(applied(members=members, form=None))
    assert found["F04"].proposal is FormalOutcome.NOT_MET
    assert said(found["F04"]) == "3 verbindlich, mindestens 15 (A01)"
    assert found["F05"].proposal is FormalOutcome.NOT_MET
    assert found["F06"].proposal is FormalOutcome.MET
    assert found["F03"].proposal is FormalOutcome.NOTICE


def test_an_empty_form_is_to_be_supplied() -> None:
    found = results(applied())
    assert {key: one.proposal for key, one in found.items() if key != "F11"} == dict.fromkeys(
        [f"F{n:02}" for n in range(1, 13) if n != 11], FormalOutcome.TO_SUPPLY
    )
    assert found["F11"].proposal is FormalOutcome.NOTICE
    assert said(found["F12"]).startswith("0 von 9 Pflichtanlagen (A01, A02, A03")
    assert said(found["F12"]).endswith("weitere")


@pytest.mark.parametrize(
    ("value", "outcome", "words"),
    [
        (Decimal("0.49"), FormalOutcome.NOT_MET, "0,49 VZÄ, mindestens 0,50"),
        (Decimal("0.499"), FormalOutcome.NOT_MET, "0,499 VZÄ, mindestens 0,50"),
        (Decimal("0.5"), FormalOutcome.MET, "0,50 VZÄ, empfohlen 1,50"),
        (Decimal("1.5"), FormalOutcome.MET, "1,50 VZÄ"),
    ],
)
def test_bounds_are_reached_exactly(value: Decimal, outcome: FormalOutcome, words: str) -> None:
    found = results(applied({"vzae_gesamt": value}))["F03"]
    assert (found.proposal, said(found)) == (outcome, words)


@pytest.mark.parametrize(
    ("since", "outcome"), [(date(2024, 10, 1), FormalOutcome.MET), (date(2024, 11, 1), FormalOutcome.NOT_MET)]
)
def test_age_in_months(since: date, outcome: FormalOutcome) -> None:
    assert results(applied({"cluster_seit": since}))["F07"].proposal is outcome


@pytest.mark.parametrize(
    ("decided", "outcome"), [(date(2021, 10, 1), FormalOutcome.MET), (date(2021, 9, 30), FormalOutcome.NOT_MET)]
)
def test_a_strategy_of_exactly_five_years(decided: date, outcome: FormalOutcome) -> None:
    paper = (Annex("A03", "a.pdf", "x", 1),)
    assert results(applied({"strat_beschluss": decided}, annexes=paper))["F08"].proposal is outcome


def test_an_unreadable_annex_is_to_be_supplied() -> None:
    for state in (AnnexState.ENCRYPTED, AnnexState.BROKEN, AnnexState.EMPTY, AnnexState.WRONG_TYPE):
        paper = (Annex("A03", "a.pdf", "x", 1, states=(state,)),)
        found = results(applied({"strat_beschluss": date(2025, 1, 1)}, annexes=paper))["F08"]
        assert (found.proposal, said(found)) == (FormalOutcome.TO_SUPPLY, "A03 nicht lesbar")


def test_without_a_reference_date_time_is_only_a_notice() -> None:
    found = results(applied({"cluster_seit": date(2019, 7, 1)}, reference_date=None))["F07"]
    assert (found.proposal, said(found)) == (FormalOutcome.NOTICE, "seit 07/2019, Stichtag fehlt")


@pytest.mark.parametrize(
    ("values", "outcome", "words"),
    [
        ({"cmo_rechtsform": "ev"}, FormalOutcome.TO_SUPPLY, "Registergericht und -nummer nicht angegeben"),
        (
            {"cmo_rechtsform": "ev", "cmo_register": "Nummer 5"},
            FormalOutcome.TO_SUPPLY,
            "Registergericht und -nummer nicht in der verlangten Form",
        ),
        ({"cmo_rechtsform": "ohne"}, FormalOutcome.TO_SUPPLY, "Trägerorganisation nicht angegeben"),
        ({"cmo_rechtsform": "kdoer"}, FormalOutcome.MET, "KdöR"),
        ({"cmo_rechtsform": "ohne", "cmo_traeger": "Stadt"}, FormalOutcome.MET, "ohne eigene Rechtsform, Stadt"),
    ],
)
def test_a_bearer_is_named(values: Mapping[str, Scalar], outcome: FormalOutcome, words: str) -> None:
    found = results(applied(values))["F02"]
    assert (found.proposal, said(found)) == (outcome, words)


def test_gold_alone_is_enough_and_silver_is_not() -> None:
    def of(level: str) -> FormalResult:
        row: dict[str, Scalar] = {"label_stufe": level, "label_gueltig_bis": date(2028, 1, 31)}
        form = Form({"erkl_label": False}, {"label_liste": (row,)})
        return results(applied(form=form))["F10"]

    assert (of("gold").proposal, said(of("gold"))) == (FormalOutcome.MET, "Gold, gültig bis 31.01.2028")
    assert (of("silber").proposal, said(of("silber"))) == (FormalOutcome.TO_SUPPLY, "Erklärung fehlt")


def test_a_refused_declaration_is_open(shared: Path) -> None:
    application = story_application(read_stories(shared)["GC-2026-001"])
    assert application.form is not None
    form = replace(application.form, values={**application.form.values, "erkl_daten": False})
    found = results(replace(application, form=form))["F12"]
    assert found.proposal is FormalOutcome.TO_SUPPLY
    assert said(found) == "nicht erklärt: Verarbeitung der Daten zum Zweck des Verfahrens"


def test_letters_of_intent_alone_have_to_be_enclosed(shared: Path) -> None:
    application = story_application(read_stories(shared)["GC-2026-001"])
    assert application.form is not None
    form = replace(application.form, values={**application.form.values, "akt_bindung": ("loi",)})
    assert said(results(replace(application, form=form))["F12"]) == "A10 fehlt und ist hier Pflicht"


def test_a_decision_counts_before_the_proposal(shared: Path) -> None:
    application = story_application(read_stories(shared)["GC-2026-007"])
    found = results(application, F08=FormalOutcome.MET, F11=FormalOutcome.NOT_MET)
    assert (found["F08"].proposal, found["F08"].outcome) == (FormalOutcome.TO_SUPPLY, FormalOutcome.MET)
    assert not found["F11"].is_open
    assert formal_open(found.values()) == 1


def test_a_catalogue_without_checks_has_no_results() -> None:
    assert formal_results(replace(CATALOGUE, formal_checks=()), applied(), decisions={}) == ()


def variants(application: Application) -> Iterator[Application]:
    """Yield an application with one thing of each kind taken away or made useless."""
    assert application.form is not None
    values, tables, annexes = application.form.values, application.form.tables, application.annexes
    yield application
    for left_out in values:
        form = replace(application.form, values={key: one for key, one in values.items() if key != left_out})
        yield replace(application, form=form)
    for left_out in tables:
        form = replace(application.form, tables={key: rows for key, rows in tables.items() if key != left_out})
        yield replace(application, form=form)
    for place, one in enumerate(annexes):
        rest = annexes[:place] + annexes[place + 1 :]
        yield replace(application, annexes=rest)
        yield replace(application, annexes=(*rest, replace(one, states=(AnnexState.BROKEN,))))
        yield replace(application, annexes=(*rest, replace(one, blank_pages=(1,))))
    yield replace(application, members=None)
    yield replace(application, reference_date=None)
    yield replace(application, received=None)
    yield replace(application, deadline=None)
    yield replace(application, form=None)


def test_open_checks_are_counted_without_words_as_with_them(shared: Path) -> None:
    counts = set()
    for number in NUMBERS:
        for one in variants(story_application(read_stories(shared)[number])):
            whole = results(one)
            proposed = open_proposals(CATALOGUE, one)
            assert proposed == {key for key, result in whole.items() if result.is_open}
            assert formal_open_of(CATALOGUE, proposed, {}) == formal_open(whole.values())
            counts.add(len(proposed))
    assert len(counts) > 3


@pytest.mark.parametrize("outcome", FormalOutcome)
def test_a_decision_counts_without_words_too(shared: Path, outcome: FormalOutcome) -> None:
    assert CATALOGUE.formal_checks
    for number in NUMBERS:
        application = story_application(read_stories(shared)[number])
        proposed = open_proposals(CATALOGUE, application)
        for check in CATALOGUE.formal_checks:
            whole = results(application, **{check.id: outcome})
            assert formal_open_of(CATALOGUE, proposed, {check.id: outcome}) == formal_open(whole.values())


def test_who_proposes_otherwise_counts_the_edition_up(shared: Path) -> None:
    """Stores keep proposals: with other rules those are wrong until the edition is another.

    Where only the Musterkatalog or the stories changed, the new digest goes beside the old edition.
    """
    digest = hashlib.sha256()
    for number in NUMBERS:
        for one in variants(story_application(read_stories(shared)[number])):
            digest.update(" ".join(sorted(open_proposals(CATALOGUE, one))).encode() + b"\n")
    assert {EDITION: digest.hexdigest()[:16]} == {1: "0964907b4d92892d"}
