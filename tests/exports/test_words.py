"""Texts of people are shortened at sentences, and numbers stay with their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.exports.words import SHORT_LIMIT, bound, sentences, shorten

_NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "text",
    [
        "54 %",
        "§ 20",
        "§§ 20",
        "S. 31",
        "e. V.",
        "n. b.",
        "z. B.",
        "Abs. 1",
        "Nr. 5",
        "4,20 VZÄ",
        "TOP 4",
    ],
)
def test_a_number_keeps_its_unit(text: str) -> None:
    assert bound(f"vor {text} nach") == f"vor {text.replace(' ', _NB)} nach"


def test_a_day_keeps_its_month() -> None:
    assert bound("am 14. Januar 2027") == f"am 14.{_NB}Januar 2027"


def test_prose_keeps_its_spaces() -> None:
    text = "Im Jahr 2026 waren es 172 Akteure. Der Vorstand sitzt in Berlin."
    assert bound(text) == text


def test_sentences_end_neither_at_abbreviations_nor_at_ordinals() -> None:
    parts = [
        "Siehe A03 S. 31 bzw. Anhang.",
        "Beschluss vom 14. Mai 2024 (vgl. A02).",
        "Das sind 38 %.",
        "Mehr auf S. 31.",
        "Das steht in B1.",
        "Ende",
    ]
    assert sentences(" ".join(parts)) == parts


def test_a_short_text_stays_whole() -> None:
    assert shorten("Ein Satz. Noch einer.") == "Ein Satz. Noch einer."


def test_a_long_text_is_cut_at_a_sentence_else_at_a_word_else_at_a_letter() -> None:
    assert shorten("Erster Satz ist kurz. " + "Wort " * 60) == "Erster Satz ist kurz. …"
    assert shorten("Wort " * 60).endswith("Wort …")
    assert shorten("x" * 500) == "x" * (SHORT_LIMIT - 2) + " …"


@given(st.text(max_size=600))
def test_shortening_never_passes_the_limit_and_says_so(text: str) -> None:
    short = shorten(text)
    tidy = " ".join(text.split())
    assert len(short) <= SHORT_LIMIT
    assert short == tidy if len(tidy) <= SHORT_LIMIT else short.endswith(" …")


@given(st.text(max_size=300))
def test_sentences_lose_nothing(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
