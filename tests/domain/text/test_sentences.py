"""The sentence around a place: abbreviations, dates, ordinals and numbers do not end it."""

import time

import pytest

from reviewer_app.domain.text.sentences import sentence

PARAGRAPH = (
    "Die Strategie liegt vor, z. B. als Beschluss (vgl. Anl. 3, S. 31). Sie nennt laut Dr. Ahrens elf Kennzahlen. "
    "Am 1. Oktober 2026 waren 3,5 Stellen besetzt. Reicht das? Wohl kaum!"
)
PARTS = [
    "Die Strategie liegt vor, z. B. als Beschluss (vgl. Anl. 3, S. 31).",
    "Sie nennt laut Dr. Ahrens elf Kennzahlen.",
    "Am 1. Oktober 2026 waren 3,5 Stellen besetzt.",
    "Reicht das?",
    "Wohl kaum!",
]


@pytest.mark.parametrize("part", PARTS)
def test_every_letter_of_a_sentence_leads_to_it(part: str) -> None:
    start = PARAGRAPH.index(part)
    found = {sentence(PARAGRAPH, index) for index in range(start, start + len(part))}
    assert found == {(start, start + len(part))}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Das gilt, d. h. Der Plan steht. Mehr nicht.", "Das gilt, d. h. Der Plan steht."),
        ("Siehe Nr. 4 Buchst. b. Das genügt.", "Siehe Nr. 4 Buchst. b. Das genügt."),
        ("Es waren 12. Die anderen fehlten.", "Es waren 12."),
        ("Bis 2030. Danach nicht.", "Bis 2030."),
        ("Der Anteil ist 3,5. Mehr geht nicht.", "Der Anteil ist 3,5."),
        ("„Das reicht.“ Er ging.", "„Das reicht.“"),
        ("ohne Punkt am Ende", "ohne Punkt am Ende"),
        ("Zeile eins\nund zwei. Drei.", "Zeile eins\nund zwei."),
        ("Der Verein e. V. Werratal e. V. trägt es. Ja.", "Der Verein e. V. Werratal e. V. trägt es."),
        ("", ""),
    ],
)
def test_where_the_first_sentence_ends(text: str, first: str) -> None:
    start, end = sentence(text, 0)
    assert text[start:end] == first


def test_between_two_sentences_it_is_the_one_before() -> None:
    text = "Eins. Zwei."
    assert sentence(text, 5) == (0, 5)
    assert sentence(text, len(text)) == (6, len(text))


def test_a_page_full_of_dots_or_endless_words_takes_no_time() -> None:
    dots = "." * 100_000 + "x"
    words = ("a" * 200 + ". X") * 500
    began = time.process_time()
    assert sentence(dots, 5) == (0, len(dots))
    assert sentence(words, 5) == (0, 201)
    assert time.process_time() - began < 2.0
