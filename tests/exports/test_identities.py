"""Names are found where they stand, and words that only look like them are left alone."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.application import Form
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.review import Person
from reviewer_app.domain.text.folding import folded_words
from reviewer_app.exports.identities import _EVERYDAY, Identities, names_in_forms, people_of
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
        ("der adler meint", "der [Person] meint"),
        ("oeztuerk, OEZTÜRK, ÖZ\u00adTÜRK, Öz-\ntürk", "[Person], [Person], [Person], [Person]"),
        ("Ozturk meint", "[Person] meint"),
        ("l.öztürk@uni.example schreibt", "[Person] schreibt"),
        ("an <Loeztuerk.pbk@uni.example>", "an <[Person]>"),
        ("Anna lobt, anna auch", "[Person] lobt, [Person] auch"),
        ("A. von der Heide und A. Heide", "[Person] und [Person]"),
        ("Adler’s Notiz", "[Person] Notiz"),
        ("", ""),
    ],
)
def test_names_in_texts_are_replaced(text: str, expected: str) -> None:
    assert hidden().text(text, "A1") == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Der Adlerhorst und Herr Meier", ["Adlerhorst", "Meier"]),
        ("Frag bei K. Tamm nach, z. B. Förderung", ["K. Tamm"]),
        ("Adlr fehlt, Atler auch", ["Atler"]),
        ("an jemand@uni.example", ["jemand@uni.example"]),
        ("Ein Mittel von 3,5 ist gut.", []),
    ],
)
def test_what_may_be_a_name_is_left_and_listed(text: str, left: list[str]) -> None:
    names = hidden()
    assert names.text(text, "A1") == text
    assert [one.found for one in names.left] == left
    assert {one.place for one in names.left} <= {"A1"}


def test_a_word_of_every_day_is_a_name_only_where_it_is_written_like_one() -> None:
    names = hidden("Ernst Klein", "August Lang")
    text = "Klein sagt im Ernst, der kleine Rest sei klein und lang im August; Ernst Klein und A. Lang."
    assert names.text(text, "A1") == (
        "[Person] sagt im Ernst, der kleine Rest sei klein und lang im August; [Person] und [Person]."
    )
    assert [one.found for one in names.left] == ["Ernst", "klein", "lang", "August"]


_LETTER = st.sampled_from("aäbdeéfghiklmnoöprsßtuüvzł")
_SURNAME = (
    st.text(_LETTER, min_size=5, max_size=9)
    .map(lambda word: word.replace("ß", "ss", 1).capitalize())
    .filter(lambda word: folded_words(word).strip() not in _EVERYDAY)  # these stay where they are written small
)
_FIRST = st.sampled_from(["Anna", "Jörg", "Zoë", "Łukasz", "M.", "K.", "Hans-Peter"])


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """Write a name as people do: cased otherwise, with ae for ä, cut by what is not seen, decomposed, in an address."""
    ways = (
        str.lower,
        str.upper,
        str.capitalize,
        lambda word: word.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})),
    )
    word = draw(st.sampled_from(ways))(name)
    cut = draw(st.integers(0, len(word)))
    word = word[:cut] + draw(st.sampled_from(["", "\u00ad", "\u200b", "\u2060"])) + word[cut:]
    word = normalize(draw(st.sampled_from(["NFC", "NFD"])), word)
    before, behind = draw(
        st.sampled_from([("", ""), ("k.", "@uni.example"), ("Dr. ", ""), ("„", "“"), ("", "s"), ("", "-Plan")])
    )
    return f"{before}{word}{behind}"


@settings(max_examples=150)
@given(st.data(), _FIRST, _SURNAME)
def test_no_name_is_let_through_however_it_is_written(data: st.DataObject, first: str, surname: str) -> None:
    names = Identities(LanguageWords("de"), hidden=True, people=(Person(PersonId("x"), f"{first} {surname}", 5),))
    sought = folded_words(surname).strip()
    text = f"Das sagt {data.draw(written(surname))} und weiß {data.draw(written(surname))}."
    assert sought not in folded_words(names.text(text, "A1")), text
    assert len(names.replaced) == 2


@settings(max_examples=60)
@given(st.text(st.sampled_from("abcäöü ÄB.-,@1\u00ad\n"), max_size=60))
def test_what_is_no_name_stays_letter_for_letter(text: str) -> None:
    names = hidden()
    assert names.text(text, "A1") == normalize("NFC", text)


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
