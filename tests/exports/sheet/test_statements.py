"""The sentences of page 1 follow from figures and rules, in a fixed order and number."""

import re
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest

from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Release
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.context import SheetContext, short_reason
from reviewer_app.exports.figure_marks import Status
from reviewer_app.exports.material import Dossier
from reviewer_app.exports.sheet.first_page import conditions_sentence, fitted_name, open_points, reasons, result_words
from reviewer_app.exports.sheet.sections import robustness
from reviewer_app.exports.sheet.writing import context_of, make_sheet
from tests.exports import factories, tag_tree
from tests.exports.factories import a_dossier, a_material, a_person, a_review, an_application, catalogue
from tests.exports.sheet.cases import CASES, LONG_NAME
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
    assert found[0] == "Für Ausschluss gibt es keine Regel und daher keinen Vorschlag."
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
    assert said(dossier)[0] == "Ohne Wert: C3."
    assert result_words(context(dossier))[1:] == (
        "Noch kein Vorschlag",
        [
            "Zu einem Kriterium gibt es keinen Wert.",
            "**vorläufig, ein Konsenswert offen (kein Gutachten nennt einen Wert)**",
        ],
    )
    assert open_points(context(dossier))[0].text == "Zu klären: C3; kein Gutachten nennt einen Wert."


def test_where_the_median_stands_in_for_some_only_the_others_are_named() -> None:
    of = catalogue()
    reviews = [
        a_review(
            {
                one.key: factories.value("nb" if one.key == "C3" else low if one.key == "A4" else "4")
                for one in of.criteria
            },
            a_person(number),
        )
        for number, low in ((1, "2"), (2, "4"))
    ]
    dossier = a_dossier(reviews)
    words = "**vorläufig, 2 Konsenswerte offen (Median eingesetzt, C3 ohne Wert)**"
    assert words in result_words(context(dossier))[2]
    assert open_points(context(dossier))[0].text == "Zu klären: A4 und C3; bis dahin gilt der Median, C3 ohne Wert."


@pytest.mark.parametrize(
    ("name", "expected", "line"),
    [
        ("preliminary", None, "**vorläufig, 3 Konsenswerte offen (Median eingesetzt)**"),
        ("worked", 4, "vorläufig, ein Gutachten steht aus"),
    ],
)
def test_what_is_preliminary_is_said(name: str, expected: int | None, line: str) -> None:
    assert line in result_words(context(dossier_of(name), expected=expected))[2]


def test_at_most_three_points_are_open_and_what_the_result_hangs_on_comes_first() -> None:
    found = [one.text.replace(_NB, " ") for one in open_points(context(dossier_of("preliminary")))]
    assert found == [
        "Das Ergebnis hängt von 2 der 3 Gutachten ab: ohne G1 Aufnahme, ohne G2 Zurückstellung.",
        "Zu klären: B1, B5 und C3; bis dahin gilt der Median.",
        "F11 nur Hinweis; Abschnitt 4.",
    ]


def test_all_that_the_result_hangs_on_is_said_and_how_it_was_tried() -> None:
    tried = (
        " Proben: je ein Gutachten weniger, Mittel statt Median,"
        " je ein Bereich bis zu 25 % schwerer, die anderen im Verhältnis leichter."
    )
    assert robustness(context(dossier_of("preliminary"))).replace(_NB, " ") == (
        "Das Ergebnis hängt von 2 der 3 Gutachten ab: ohne G1 Aufnahme, ohne G2 Zurückstellung."
        " Knapp: Sinkt D4 um einen halben Schritt, wäre das Ergebnis Zurückstellung." + tried
    )
    scores = {one.key: factories.value("5") for one in catalogue().criteria}
    agreed = a_dossier([a_review(scores, a_person(number)) for number in (1, 2)])
    assert robustness(context(agreed)).replace(_NB, " ") == "Robust: alle 7 Proben ergeben Aufnahme." + tried
    assert robustness(context(dossier_of("no_rules"))) == ""


def test_on_no_sheet_a_close_result_is_called_robust() -> None:
    for name in CASES:
        for language in ("de", "en"):
            found = context(dossier_of(name), language=language)
            said = " ".join((robustness(found), *(one.text for one in open_points(found))))
            assert not ("Robust" in said and re.search("Knapp|Close|hängt|hangs", said)), name


def test_conditions_are_not_denied_before_a_vote() -> None:
    assert conditions_sentence(context(level("4"))) == "Noch nicht gefasst."
    expected = "Noch nicht gefasst. Der Vorschlag sieht Auflagen vor."
    assert conditions_sentence(context(dossier_of("worked"))) == expected
    assert conditions_sentence(context(dossier_of("withdrawn"))) == "Keine Auflagen."


@pytest.mark.parametrize(
    ("dossier", "line"),
    [
        (dossier_of("worked"), "Nach Regel R4 des Katalogs: Gesamt 65,6 unter 70; Bereich D 54 % unter 60 %."),
        (level("4", B5="2"), "Nach Regel R3 des Katalogs: B5 2,0 unter Mindestwert 2,5."),
        (level("4", B5="2", A1="1"), "Nach Regel R3 des Katalogs: A1 1,0 und B5 2,0 unter ihrem Mindestwert."),
        (
            level("2"),
            "Nach Regel R2 des Katalogs: Gesamt 40,0 unter 50; Bereiche A 40 %, B 40 %, C 40 % und D 40 % unter 50 %.",
        ),
        (level("4"), "Nach Regel R5 des Katalogs: keine Regel davor trifft zu."),
    ],
)
def test_the_line_under_the_result_says_what_made_the_rule_speak(dossier: Dossier, line: str) -> None:
    assert result_words(context(dossier))[2][0].replace(_NB, " ") == line


def test_every_area_below_its_threshold_stands_under_why() -> None:
    low = {"B1": "3", "B2": "2.5", "B3": "3", "B4": "3", "B5": "2"}
    assert said(level("4", **low))[:2] == [
        "B5 mit **2,0** unter dem Mindestwert 2,5 (Regel R3).",
        "Bereich B erreicht **54 %**, Schwelle 60 %.",
    ]
    four = level("2.5", **dict.fromkeys(("C1", "C2", "C3", "C4", "C5", "D1", "D2", "D3", "D4", "D5"), "2"))
    assert said(four)[:2] == [
        "Bereiche C **40 %** und D **40 %**, Schwelle 50 % (Regel R2).",
        "Gesamt 45,0 liegt unter 50.",
    ]
    assert "Bereiche A **50 %** und B **50 %**, Schwelle 60 %." in said(four)


RELEASED = Release(datetime(2026, 11, 24, 19, 10), "R. Vogelsang", "Keine sachfremden Erwägungen eingeflossen")  # noqa: DTZ001  # the store keeps local time


def test_a_release_says_who_when_and_what_was_confirmed() -> None:
    dossier = replace(dossier_of("worked"), release=RELEASED)
    confirmed = "Bestätigt: „Keine sachfremden Erwägungen eingeflossen“."
    assert result_words(context(dossier))[2][-1] == f"Freigegeben von R. Vogelsang am 24.11.2026. {confirmed}"
    pseudonymous = context_of(a_material(dossier, variant="pseudonymous"), dossier)
    assert result_words(pseudonymous)[2][-1] == f"Freigegeben am 24.11.2026, gez. Vorsitz. {confirmed}"
    assert "Freigegeben" not in " ".join(result_words(context(dossier_of("worked")))[2])


def text_of(dossier: Dossier) -> str:
    return " ".join(tag_tree.read(make_sheet(a_material(dossier), dossier).data).root.text().split())


def test_values_are_called_agreed_only_once_they_are_released() -> None:
    preliminary = text_of(dossier_of("preliminary"))
    assert "Median der Gutachten, Kriterien 1 bis 5" in preliminary
    assert "Ein Median zwischen zwei Stufen steht auf der nächsten, in der Mitte auf der höheren: C3." in preliminary
    worked = text_of(dossier_of("worked"))
    assert "Median der Gutachten oder vereinbart, 1 bis 5" in worked
    assert "Vereinbart, noch nicht freigegeben: B1, B5 und C3." in worked
    for text in (preliminary, worked):
        assert "Vereinbarte Werte" not in text
        assert "Wert: vereinbart, sonst Median auf der Stufe" in text
    released = text_of(replace(dossier_of("worked"), release=RELEASED))
    assert "Vereinbarte Werte der Kriterien 1 bis 5" in released
    assert "Median der Gutachten" not in released


def test_nothing_is_given_as_a_reason_until_the_chair_wrote_one() -> None:
    given = {}
    for name in ("preliminary", "worked"):
        seen = context(dossier_of(name))
        given[name] = {one.key for one in seen.case.criteria if short_reason(seen, one)}
    assert given == {"preliminary": set(), "worked": {"B1", "B5", "C3"}}


STATEMENTS = (
    (a_person(1), ConflictOfInterest.NONE),
    (a_person(2), ConflictOfInterest.OPEN),
    (a_person(3), None),
    (a_person(4), ConflictOfInterest.EXCLUDED),
)


@pytest.mark.parametrize(
    ("stated", "lines"),
    [
        (
            STATEMENTS,
            [
                "Wegen Befangenheit ausgeschlossen: H. Nowak.",
                "Befangenheit noch nicht erklärt: J. Brandes und K. Tamm.",
                "Eine Person hat erklärt, nicht befangen zu sein.",
            ],
        ),
        (STATEMENTS[:1], ["Eine Person hat erklärt, nicht befangen zu sein."]),
        (STATEMENTS[:1] * 4, ["Vier Personen haben erklärt, nicht befangen zu sein."]),
        ((), ["Zur Befangenheit liegt noch keine Erklärung vor."]),
    ],
)
def test_section_2_says_who_is_excluded_and_who_has_not_declared(
    stated: tuple[tuple[Person, ConflictOfInterest | None], ...], lines: list[str]
) -> None:
    none = "Noch keine Abstimmung und keine Unterschriften."
    dossier = replace(dossier_of("worked"), conflicts=stated)
    paragraphs = [one.text() for one in tag_tree.read(make_sheet(a_material(dossier), dossier).data).root.by_role("P")]
    at = paragraphs.index(none)
    assert paragraphs[at : at + 1 + len(lines)] == [none, *lines]


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
    name = " ".join(f"Verbund{number}" for number in range(60))
    of = catalogue()
    review = a_review({one.key: Fraction(4) for one in of.criteria}, a_person(1))
    dossier = a_dossier([review], application=an_application(of, name=name))
    root = tag_tree.read(make_sheet(a_material(dossier), dossier).data).root
    assert root.by_role("H1")[0].text() == name
    assert name in " ".join(root.drawn().split())
