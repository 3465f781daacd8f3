"""Folding a text to its words, and the way back to where they stood."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.text.folding import fold, folded_words

LETTERS = st.sampled_from("aouäöüÄÖÜßẞéèçñﬁøæ\u0308\u0301\u00ad\u0002 -\n\r\tnS19_.„“€\u200b中")
TEXTS = st.one_of(st.text(), st.text(LETTERS))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Förderung", "foerderung"),
        ("FOERDERUNG", "foerderung"),
        ("Fo\u0308rderung", "foerderung"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Café Zoë", "cafe zoe"),
        ("eﬃzient", "effizient"),
        ("Wert-\nschöpfung", "wertschoepfung"),
        ("Wert\u00adschöpfung", "wertschoepfung"),
        ("Wert\u0002\r\nschöpfung", "wertschoepfung"),
        ("Kosten-\nund Finanzplan", "kosten und finanzplan"),
        ("KMU-\nAnteil", "kmu anteil"),
        ("§ 12 (3)", "12 3"),
        ("", ""),
        (" – ", ""),
    ],
)
def test_words(written: str, folded: str) -> None:
    assert fold(written).text.strip() == folded


@given(TEXTS)
def test_the_fast_way_says_the_same(text: str) -> None:
    assert folded_words(text) == fold(text).text


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_the_way_back_stays_in_order_inside_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.source) == len(folded.text)
    assert list(folded.source) == sorted(folded.source)
    assert all(0 <= place <= len(text) for place in folded.source)


@given(TEXTS)
def test_every_word_is_found_again_where_it_stood(text: str) -> None:
    folded = fold(text)
    start = 1
    for word in folded.text.split():
        begin = folded.text.index(f" {word} ", start - 1) + 1
        left, right = folded.span(begin, begin + len(word))
        assert word in fold(text[left:right]).text
        start = begin


def test_a_page_of_nothing_but_broken_words_takes_no_time() -> None:
    text = "a-\n" * 300_000
    began = time.process_time()
    assert folded_words(text) == f" {'a' * 299_999 + 'a'} "
    assert time.process_time() - began < 2.0
