"""Names are found where they stand, and words that only look like them are left alone."""

import pytest

from reviewer_app.domain.application import Form
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.identities import Identities, names_in_forms, people_of
from reviewer_app.exports.words import LanguageWords
from tests.exports.factories import a_dossier, a_form, a_material, an_application, catalogue

PEOPLE = (
    Person(PersonId("a"), "M. Adler", 7),
    Person(PersonId("b"), "L. Öztürk", 2),
    Person(PersonId("c"), "Dr. Anna von der Heide", 3),
)


def hidden(*others: str) -> Identities:
    return Identities(LanguageWords("de"), hidden=True, people=PEOPLE, others=others)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Adler lobt.", "[Person] lobt."),
        ("M.Adler lobt.", "[Person] lobt."),
        ("Adlers Gutachten", "[Person] Gutachten"),
        ("ADLER", "[Person]"),
        ("Adlerhorst und Adler-Gutachten", "Adlerhorst und [Person]-Gutachten"),
        ("Frau Öztürk, L. O\u0308ztürk", "Frau [Person], [Person]"),
        ("Anna von der Heide in der Heide", "[Person] in der [Person]"),
        ("Der adler fliegt.", "Der adler fliegt."),
        ("", ""),
    ],
)
def test_names_in_texts_are_replaced(text: str, expected: str) -> None:
    assert hidden().text(text, "A1") == expected


def test_what_was_replaced_is_listed_with_its_place() -> None:
    names = hidden()
    names.text("Adler und Öztürk", "B1-G2")
    assert [(one.place, one.found) for one in names.replaced] == [("B1-G2", "Adler"), ("B1-G2", "Öztürk")]


def test_numbers_and_addresses_are_only_replaced_whole() -> None:
    names = hidden("+49 5651 123", "info@werra.example", "Am Wehr 3")
    assert names.text("Tel. +49 5651 123, Zeile 123, info@werra.example", "x") == "Tel. [Person], Zeile 123, [Person]"
    assert names.text("3 Jahre", "x") == "3 Jahre"


def test_people_are_called_by_number_and_records_follow() -> None:
    names = hidden()
    record = {"reviews": [{"reviewer": "M. Adler", "note": "wie Adler"}], "total": 65.6, "open": None}
    assert names.person(PEOPLE[0]) == "Mitglied 7"
    assert names.record(record) == {
        "reviews": [{"reviewer": "Mitglied 7", "note": "wie [Person]"}],
        "total": 65.6,
        "open": None,
    }


def test_the_internal_sheet_changes_nothing() -> None:
    names = Identities(LanguageWords("de"), hidden=False)
    assert names.text("M. Adler", "x") == "M. Adler"
    assert names.person(PEOPLE[0]) == "M. Adler"


def test_a_position_is_no_name() -> None:
    of = catalogue()
    form = a_form(of, leit_name="Dr. A. Rautenfeld", leit_funktion="Vorstand")
    material = a_material(a_dossier([], application=an_application(of, form=form)), people=PEOPLE)
    names = Identities(LanguageWords("de"), hidden=True, others=names_in_forms(material))
    assert names.text("Der Vorstand um Rautenfeld trägt das.", "A1") == "Der Vorstand um [Person] trägt das."


def test_names_come_from_the_round_and_from_fields_for_persons() -> None:
    of = catalogue()
    personal = next(one for one in of.fields if one.personal and not one.columns)
    form = a_form(of, **{personal.id: "Dr. A. Rautenfeld"})
    assert isinstance(form, Form)
    dossier = a_dossier([], application=an_application(of, form=form))
    material = a_material(dossier, people=PEOPLE)
    assert "Dr. A. Rautenfeld" in names_in_forms(material)
    assert [person.name for person in people_of(material)] == ["L. Öztürk", "Dr. Anna von der Heide", "M. Adler"]
