"""What is searched for, and the piece of a text that shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.text.folding import fold
from reviewer_app.domain.text.search_words import PASSAGE, Snippet, Term, search_of, snippet

PARTS = ("Förderung", "Straße", "wert", "Wert-\nschöpfung,", "KMU", "Café", "2025", "–", "und")
WORDS = st.lists(st.sampled_from(PARTS), max_size=60)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Förder", [Term("foerder", open_ended=True)]),
        ("kmu Anteil kmu", [Term("kmu", open_ended=True), Term("anteil", open_ended=True)]),
        ("KMU-Anteil", [Term("kmu anteil", open_ended=True)]),
        ('"in der Region"', [Term("in der region", open_ended=False)]),
        ("„in der Reg", [Term("in der reg", open_ended=True)]),
        ("„in der Reg*“ Jena", [Term("in der reg", open_ended=True), Term("jena", open_ended=True)]),
        ("54 A0", [Term("54", open_ended=False), Term("a0", open_ended=True)]),
        ('  "" – ', []),
    ],
)
def test_what_was_typed(typed: str, terms: list[Term]) -> None:
    found = search_of(typed)
    assert list(found.terms) == terms
    assert bool(found) == bool(terms)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Die Förderung der Förderer", "foerder", ["Förderung", "Förderer"]),
        ("Wert-\nschöpfung", "wertschöpf", ["Wertschöpfung"]),
        ("in der Stadt, in der Straße", '"in der strasse"', ["in der Straße"]),
        ("Unterförderung", "förderung", []),
        ("KMU ohne Zahl", "kmu anteil", []),
    ],
)
def test_where_it_stands(text: str, typed: str, found: list[str]) -> None:
    piece = snippet(text, search_of(typed))
    assert [piece.text[start:end] for start, end in piece.found] == found if piece is not None else not found


def test_a_snippet_holds_the_words_as_written_on_one_line() -> None:
    text = "Anfang. " * 30 + "Die Wert-\nschöpfung   der\nRegion steigt. " + "Ende. " * 30
    piece = snippet(text, search_of("wertschoepfung region"), 30)
    assert piece is not None
    assert "Die Wertschöpfung der Region steigt." in piece.text
    assert [piece.text[start:end] for start, end in piece.found] == ["Wertschöpfung", "Region"]
    assert piece.text.startswith("…")
    assert piece.text.endswith("…")


def test_a_snippet_shows_where_the_words_stand_together() -> None:
    text = "Region. " + "Wort. " * 60 + "Die Förderung der Region. " + "Wort. " * 60 + "Förderung."
    piece = snippet(text, search_of("region förderung"), 30)
    assert piece is not None
    assert "Förderung der Region" in piece.text


def test_words_stand_together_within_one_passage() -> None:
    def piece(between: int) -> Snippet:
        made = snippet("Anteil " + "Wort " * between + "der KMU", search_of("kmu anteil"), 20)
        assert made is not None
        return made

    assert piece(PASSAGE - 1).together
    assert not piece(PASSAGE).together


@pytest.mark.parametrize("around", [26, 36, 70])
def test_a_snippet_shows_every_word_however_far_apart_they_stand(around: int) -> None:
    far = "Anfang. " * 90
    text = f"Zu Beginn. {far}Der Anteil steigt. {far}Viele KMU und die Region. Ende. Ende. Ende. Ende. Ende. Ende."
    piece = snippet(text, search_of("kmu anteil region"), around)
    assert piece is not None
    assert [piece.text[start:end] for start, end in piece.found] == ["Anteil", "KMU", "Region"]
    assert piece.text.count("…") == 3
    assert len(piece.text) < 3 * around + 60
    assert not piece.together


def test_a_snippet_over_a_place_shows_what_runs_over_it() -> None:
    text = "Stand der Technik. " * 9 + "Der Stand der\r\nTechnik steigt mit der Zusammen-\r\narbeit."
    over = text.index("\r\n")
    piece = snippet(text, search_of('"stand der technik"'), 20, over)
    assert piece is not None
    assert piece.text.endswith("Der Stand der Technik steigt mit der…")
    assert snippet(text, search_of('"stand der technik" arbeit'), 20, over) is None
    assert snippet(text, search_of("technik"), 20, over) is None
    hyphen = snippet(text, search_of("zusammenarb"), 20, text.rindex("\r\n"))
    assert hyphen is not None
    assert "Zusammenarbeit" in hyphen.text


def test_no_snippet_where_a_word_is_missing() -> None:
    assert snippet("Die Förderung", search_of("förderung region")) is None


@given(WORDS, st.sampled_from(["foerderung", "wertschöpfung", "strasse kmu", '"kmu cafe"', "2"]), st.integers(5, 80))
def test_a_snippet_is_there_exactly_where_the_words_are_and_shows_them(
    words: list[str], typed: str, around: int
) -> None:
    text, search = " ".join(words), search_of(typed)
    piece = snippet(text, search, around)
    sought = [f" {term.words}" if term.open_ended else f" {term.words} " for term in search.terms]
    assert (piece is not None) == all(one in fold(text).text for one in sought)
    if piece is not None:
        shown = [fold(piece.text[start:end]).text.strip() for start, end in piece.found]
        assert shown
        assert all(any(one.startswith(term.words) for term in search.terms) for one in shown)
        assert all(any(one.startswith(term.words) for one in shown) for term in search.terms)
        assert "\n" not in piece.text
