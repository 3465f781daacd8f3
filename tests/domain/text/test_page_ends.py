"""Words over the end of a page: found once, hyphenated there or not, past running heads and feet."""

import pytest

from reviewer_app.domain.text.page_ends import JOINT, PageEnd, joint, over_end
from reviewer_app.domain.text.search import FoundIn, wanted

HEAD = "Förderverein Optik e. V.\r\n"


@pytest.mark.parametrize(
    ("before", "after", "typed", "expected"),
    [
        ("und der Stand der", "Technik ist gut.", "stand der Technik", ("Stand der", "Technik")),
        ("und der Stand der \r\n", "\r\n  Technik ist gut.", "der technik", ("der", "Technik")),
        ("gute Zusammen-", "arbeit aller", "zusammenarbeit", ("Zusammen-", "arbeit")),
        ("gute Zusammen\u0002", "arbeit aller", "ute zusammenarb", ("ute Zusammen\u0002", "arb")),
        ("gute Zusammen-", "arbeit aller", "na", ("n-", "a")),
        ("gute Zusammen-", "arbeit aller", "arbeit", None),
        ("gute Zusammen", "arbeit aller", "zusammenarbeit", None),
        ("Ende der Seite", "Anfang", "Anfang der", None),
        ("", "Anfang", "Anfang", None),
        ("Ende", " \n", "Ende", None),
        ("ja da ja", "da ja", "ja da ja", None),  # covers a part of what stands on the first page
        ("Stand der\r\nSeite 3 von 12", "Technik\r\nSeite 4 von 12", "stand der technik", ("Stand der", "Technik")),
        (f"{HEAD}Stand der\r\n- 3 -", f"{HEAD}- 4 -\r\nTechnik", "stand der technik", ("Stand der", "Technik")),
        ("Titel\r\nStand der", "2\r\nTechnik", "stand der technik", ("Stand der", "Technik")),
        (f"{HEAD}- 3 -\r\nGroße Zusammen-", f"{HEAD}- 4 -\r\narbeit", "zusammenarbeit", ("Zusammen-", "arbeit")),
    ],
)
def test_words_run_over_the_end_of_a_page(
    before: str, after: str, typed: str, expected: tuple[str, str] | None
) -> None:
    found = over_end(before, after, wanted(typed))
    assert (found and (before[slice(*found.here)], after[slice(*found.beyond)])) == expected
    shares = PageEnd(FoundIn(before), FoundIn(after)).shares(wanted(typed))
    assert len(shares) == (expected is not None)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("der Stand\r\nder \r\n", "\r\n Technik", f"der Stand\nder{JOINT}Technik"),
        (f"{HEAD}Stand der\r\n- 3 -", f"{HEAD}- 4 -\r\nTechnik", f"{HEAD.strip()}\nStand der{JOINT}Technik"),
        ("Ende", " \r\n ", ""),
        (f"{HEAD}- 3 -", f"{HEAD}Anfang", ""),
    ],
)
def test_the_end_of_a_page_goes_with_the_beginning_of_the_next(before: str, after: str, expected: str) -> None:
    assert joint(before, after) == expected


def test_of_long_pages_only_whole_words_around_the_end_are_taken() -> None:
    tail, _, rest = joint("Wort " * 500, "Satz " * 500).partition(JOINT)
    assert set(tail.split()) == {"…Wort", "Wort"}
    assert set(rest.split()) == {"Satz…", "Satz"}
    assert 150 < len(tail) <= 201
    assert 150 < len(rest) <= 201


def test_words_of_a_search_of_the_round_are_found_over_a_page_s_end_too() -> None:
    found = over_end("die Kosten-", "planung", wanted('kostenpl "die kostenplanung"', apart=True))
    assert found is not None
    assert found.here == (0, 11)
    assert over_end("die Plankosten-", "rechnung", wanted("kostenrechnung", apart=True)) is None


def test_nothing_is_found_where_nothing_is_sought() -> None:
    assert over_end("eins", "zwei", wanted("")) is None
