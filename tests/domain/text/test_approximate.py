"""The bit vectors against the plain table of Sellers' algorithm."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.text.approximate import distance, distances, find

WORDS = st.text(alphabet="abcß", max_size=24)


def _table(pattern: str, text: str, *, anywhere: bool) -> list[int]:
    column = list(range(len(pattern) + 1))
    ends = [column[-1]]
    for position, character in enumerate(text, start=1):
        following = [0 if anywhere else position]
        for index, own in enumerate(pattern, start=1):
            following.append(min(column[index] + 1, following[-1] + 1, column[index - 1] + (own != character)))
        column = following
        ends.append(column[-1])
    return ends


@given(WORDS, WORDS)
def test_the_distance_is_the_one_of_the_table(one: str, other: str) -> None:
    assert distance(one, other) == _table(one, other, anywhere=False)[-1]


@given(WORDS.filter(bool), WORDS)
def test_every_match_has_the_edits_it_names_and_the_best_is_among_them(pattern: str, text: str) -> None:
    most = len(pattern) // 2
    found = find(pattern, text, most)
    for match in found:
        assert match.distance <= most
        assert distance(pattern, text[match.start : match.end]) == match.distance
    assert all(one.end <= other.start for one, other in pairwise(found))
    best = min(_table(pattern, text, anywhere=True)[1:], default=len(pattern))
    if best <= most and best < len(pattern):
        assert min(match.distance for match in found) == best


def test_an_empty_pattern_is_nowhere() -> None:
    assert find("", "abc", 3) == []


@given(st.text("abc", max_size=70), st.lists(st.text("abcd", min_size=9, max_size=11), max_size=30))
def test_distances_from_many_are_those_from_each(one: str, others: list[str]) -> None:
    assert distances(one, others) == [distance(one, other) for other in others]
