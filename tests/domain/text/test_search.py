"""Words found inside one paper: folded as everywhere, also inside words, over line ends; never half a letter."""

import pytest

from reviewer_app.domain.text.search import FoundIn, ranges, wanted

TEXT = "Die Förder-\nung der Wertschöpfung,\ndie FÖRDERUNG und große Straßen; März"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("förderung", ["Förder-\nung", "FÖRDERUNG"]),
        ("foerderung", ["Förder-\nung", "FÖRDERUNG"]),
        ("schöpf", ["schöpf"]),
        ("wertschöpfung die", ["Wertschöpfung,\ndie"]),
        ("„Wertschöpfung“, die", ["Wertschöpfung,\ndie"]),
        ("GROSSE STRASSE", ["große Straße"]),
        ("ma", []),
        ("mae", ["Mä"]),
        ("e", ["e", "e", "e", "e", "e", "E", "e", "e"]),
        ("s", ["s", "S"]),
        ("xyz", []),
        ("", []),
        (" - ", []),
    ],
)
def test_words_are_found_as_they_are_read(typed: str, expected: list[str]) -> None:
    sought = wanted(typed)
    found = [TEXT[start:end] for start, end in ranges(TEXT, sought)]
    assert found == expected
    assert len(FoundIn(TEXT).shares(sought)) == len(expected)


def test_words_of_a_search_of_the_round_stand_apart_and_begin_words() -> None:
    text = "Kosten, Plankosten, ein Kostenplan: der Plan"
    sought = wanted("kosten plan", apart=True)
    assert [text[start:end] for start, end in ranges(text, sought)] == ["Kosten", "Plan", "Kosten", "Plan"]
    phrase = wanted('"ein Kostenplan"', apart=True)
    assert [text[start:end] for start, end in ranges(text, phrase)] == ["ein Kostenplan"]


def test_overlapping_words_are_marked_once() -> None:
    sought = wanted("kosten kostenplan", apart=True)
    assert len(ranges("Kostenplan", sought)) == len(FoundIn("Kostenplan").shares(sought)) == 1


def test_shares_grow_along_the_text() -> None:
    shares = FoundIn("eins zwei eins").shares(wanted("eins"))
    assert len(shares) == 2
    assert 0 <= shares[0] < 0.2
    assert 0.6 < shares[1] < 1


def test_a_text_without_words_has_none_and_one_with_parted_words_may_hold_a_run() -> None:
    assert not FoundIn(" \n–").has_words
    assert FoundIn("technik … stand der").holds(wanted("Stand der Technik"))
    assert not FoundIn("stand der").holds(wanted("Stand der Technik"))
