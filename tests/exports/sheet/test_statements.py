"""The sentences of page 1 follow from figures and rules, in a fixed order and number."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.exports.context import SheetContext
from reviewer_app.exports.figure_marks import Status
from reviewer_app.exports.material import Dossier
from reviewer_app.exports.sheet.first_page import conditions_sentence, fitted_name, open_points, reasons, result_words
from reviewer_app.exports.sheet.sections import robustness
from reviewer_app.exports.sheet.writing import context_of
from tests.exports import factories
from tests.exports.factories import a_dossier, a_material, a_person, a_review, an_application, catalogue
from tests.exports.sheet.cases import LONG_NAME
from tests.exports.sheet.conftest import dossier_of

_NB = "\N{NO-BREAK SPACE}"


def context(dossier: Dossier, *, expected: int | None = None, language: str = "de") -> SheetContext:
    return context_of(a_material(dossier, expected=expected, language=language), dossier)


def level(word: str, **changes: str) -> Dossier:
    """One review that gives every criterion the same score but for some."""
    of = catalogue()
    scores = {one.key: Fraction(changes.get(one.key, word)) for one in of.criteria}
    return a_dossier([a_review(scores, a_person(1))])


def said(dossier: Dossier) -> list[str]:
    return [one.text.replace(_NB, " ") for one in reasons(context(dossier))]


def test_the_worked_case_says_what_the_design_says() -> None:
    found = reasons(context(dossier_of("worked")))
    assert [(one.status, one.text.replace(_NB, " ")) for one in found] == [
        (Status.MISSED, "Bereich D erreicht **54 %**, Schwelle 60 % (Regel R4)."),
        (Status.MISSED, "Gesamt 65,6 liegt unter 70."),
        (Status.MET, "Alle acht Mindestwerte erreicht; D4 mit 2,5 genau am Mindestwert."),
        (Status.MET, "Stark: A2, A4, C2, C3 (4,0)."),
    ]


def test_a_good_case_says_what_it_reaches() -> None:
    assert said(level("4")) == [
        "Alle vier Bereiche erreichen 60 % (Regel R5).",
        "Gesamt 80,0 erreicht 70.",
        "Alle acht Mindestwerte erreicht.",
        "Stark: A1, A2, A3, A4, A5 (4,0) und 15 weitere.",
    ]


def test_a_missed_minimum_decides_before_strengths() -> None:
    assert said(level("4", B5="2"))[0] == "B5 mit **2,0** unter dem Mindestwert 2,5 (Regel R3)."
    assert said(level("4", B5="2", A1="1"))[0] == "2 Mindestwerte verfehlt: **A1 und B5** (Regel R3)."


def test_many_weak_areas_are_one_sentence() -> None:
    found = said(level("2"))
    assert found[0] == "Bereiche A **40 %**, B **40 %**, C **40 %** und D **40 %**, Schwelle 50 % (Regel R2)."
    assert found[1] == "Gesamt 40,0 liegt unter 50."
    assert found[2] == "8 Mindestwerte verfehlt: **A1, A2, B1 und fünf weitere**."


def test_open_formal_checks_come_first() -> None:
    of = catalogue()
    checks = [
        replace(one, decision=FormalOutcome.NOT_MET) if one.check in {"F08", "F12"} else one
        for one in factories.formal(of)
    ]
    dossier = a_dossier([a_review({one.key: Fraction(4) for one in of.criteria}, a_person(1))], checks=tuple(checks))
    assert said(dossier)[0] == "Formal offen: F08 und F12 (Regel R1)."
    assert "Formal offen: F08 und F12; Abschnitt 4." in [
        one.text.replace(_NB, " ") for one in open_points(context(dossier))
    ]


def test_without_reviews_nothing_is_argued() -> None:
    assert said(dossier_of("no_reviews")) == ["Noch keine Gutachten."]
    assert result_words(context(dossier_of("no_reviews")))[:2] == ("Vorschlag, noch kein Votum", "Noch keine Gutachten")


def test_a_procedure_without_rules_says_so_and_shows_the_figures() -> None:
    found = said(dossier_of("no_rules"))
    assert found[0] == "Für Ausschluss gibt es keine Regel; die Zahlen stehen für sich."
    assert found[1] == "Bereich D erreicht **54 %**, Schwelle 60 %."
    words = result_words(context(dossier_of("no_rules")))
    assert words[1] == "Kein Vorschlag"
    assert words[2][0] == "Für das Verfahren Ausschluss hat der Katalog keine Regel."


def test_a_withdrawn_application_is_neither_argued_nor_open() -> None:
    dossier = dossier_of("withdrawn")
    assert said(dossier) == ["Der Antrag wurde am 02.11.2026 zurückgezogen."]
    assert [one.text for one in open_points(context(dossier))] == ["Es ist nichts mehr zu entscheiden."]
    assert result_words(context(dossier))[1] == "Zurückgezogen"


def test_a_criterion_nobody_could_assess_keeps_the_result_open() -> None:
    of = catalogue()
    scores = {one.key: factories.value("nb" if one.key == "C3" else "4") for one in of.criteria}
    dossier = a_dossier([a_review(scores, a_person(1))])
    assert said(dossier)[0] == "Ohne vereinbarten Wert: C3."
    assert result_words(context(dossier))[1] == "Noch kein Vorschlag"


@pytest.mark.parametrize(
    ("name", "expected", "line"),
    [
        ("preliminary", None, "**vorläufig, 3 Konsenswerte offen (Median eingesetzt)**"),
        ("worked", 4, "vorläufig, ein Gutachten steht aus"),
    ],
)
def test_what_is_preliminary_is_said(name: str, expected: int | None, line: str) -> None:
    assert line in result_words(context(dossier_of(name), expected=expected))[2]


def test_at_most_three_points_are_open_and_the_closest_comes_first() -> None:
    found = [one.text.replace(_NB, " ") for one in open_points(context(dossier_of("preliminary")))]
    assert found == [
        "Knapp: Sinkt D4 um einen halben Schritt, wäre das Ergebnis Zurückstellung.",
        "Zu klären: B1, B5 und C3; bis dahin gilt der Median.",
        "F11 nur Hinweis; Abschnitt 4.",
    ]


def test_probes_are_counted_in_one_sentence() -> None:
    assert robustness(context(dossier_of("preliminary"))) == (
        "2 von 8 Proben ändern das Ergebnis: ohne G1 Aufnahme, ohne G2 Zurückstellung."
    )
    assert robustness(context(level("4"))).startswith("Robust: Keine der 5 Proben")
    assert robustness(context(dossier_of("no_rules"))) == ""


def test_conditions_are_announced_only_where_the_suggestion_has_some() -> None:
    assert conditions_sentence(context(level("4"))) == "Keine Auflagen."
    assert conditions_sentence(context(dossier_of("worked"))).startswith("Keine Auflagen. Der Vorschlag sieht")


def test_english_says_the_same() -> None:
    found = [one.text for one in reasons(context(dossier_of("worked"), language="en"))]
    assert found[0] == "Area D reaches **54%**, threshold 60% (rule R4)."
    assert found[2] == "All eight minima reached; D4 at 2.5 exactly."


def test_long_names_take_three_lines_at_most() -> None:
    assert [len(fitted_name(name)[0]) for name in ("Kurz", LONG_NAME)] == [1, 3]
    lines, _, is_cut = fitted_name("Wort " * 200)
    assert (len(lines), is_cut) == (3, True)
    assert lines[-1].segments[-1].text.endswith(" …")


def test_a_name_that_had_to_be_cut_stands_whole_in_annex_a() -> None:
    from reviewer_app.exports.sheet.writing import make_sheet
    from tests.exports import tag_tree

    name = " ".join(f"Verbund{number}" for number in range(60))
    of = catalogue()
    review = a_review({one.key: Fraction(4) for one in of.criteria}, a_person(1))
    dossier = a_dossier([review], application=an_application(of, name=name))
    root = tag_tree.read(make_sheet(a_material(dossier), dossier).data).root
    assert root.by_role("H1")[0].text() == name
    assert name in " ".join(root.drawn().split())
