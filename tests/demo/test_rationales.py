"""Seven hundred reasons that read like five people: lengths, openings, facts of the own story."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import pytest

from reviewer_app.demo.story import Story, rationales
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.scale import NotAssessable

_WORDS = {"AD": (40, 90), "BR": (30, 70), "TA": (60, 150), "NO": (20, 60), "OE": (5, 25)}
_LONGER = {("AD", "B1"): 140, ("AD", "B5"): 140, ("AD", "D4"): 140}
_SHORTER = {("AD", "B1"): 20, ("AD", "B3"): 20}
"""Two reasons of the strict reviewer are given word for word by the pictures."""
_UNEVEN = 0.08
"""So many are as real ones are: hurried, plain, or longer than they had to be."""
_FORBIDDEN = ("Es ist festzustellen", "vorliegend", "darüber hinaus", "zusammenfassend", "**")


def _submitted(told: Mapping[str, Story]) -> Iterator[tuple[str, str, str, str]]:
    for number, story in told.items():
        for who in story.scores:
            for criterion, text in rationales()[who][number].items():
                if criterion != "overall":
                    yield who, number, criterion, text


def test_every_score_has_its_reason(told: Mapping[str, Story], catalogue: Catalogue) -> None:
    keys = {criterion.key for criterion in catalogue.criteria}
    for number, story in told.items():
        for who in story.scores:
            assert set(rationales()[who][number]) == {*keys, "overall"}, (who, number)
        for who, row in story.drafts.items():
            scored = {key for key, value in row.items() if value is not None}
            assert set(rationales()[who][number]) - {"overall"} == scored
    assert len(list(_submitted(told))) == 700


@pytest.mark.parametrize("who", sorted(_WORDS))
def test_each_voice_keeps_its_length(told: Mapping[str, Story], who: str) -> None:
    least, most = _WORDS[who]
    outside = []
    for person, number, criterion, text in _submitted(told):
        if person == who:
            count = len(text.split())
            low, high = _SHORTER.get((who, criterion), least), _LONGER.get((who, criterion), most)
            if not low <= count <= high:
                outside.append((number, criterion, count))
    assert len(outside) <= _UNEVEN * sum(person == who for person, *_ in _submitted(told)), outside


def test_no_opening_comes_too_often(told: Mapping[str, Story]) -> None:
    openings = Counter(" ".join(text.split()[:3]) for *_, text in _submitted(told))
    assert openings
    assert {words: count for words, count in openings.items() if count > 6} == {}


def test_no_two_reasons_of_one_review_begin_alike(told: Mapping[str, Story]) -> None:
    seen: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for who, number, criterion, text in _submitted(told):
        seen[who, number, " ".join(text.split()[:3])].append(criterion)
    assert seen
    assert {key: criteria for key, criteria in seen.items() if len(criteria) > 1} == {}


def test_no_reason_is_given_twice(told: Mapping[str, Story]) -> None:
    texts = Counter(text for *_, text in _submitted(told))
    assert max(texts.values()) == 1


def test_words_that_nobody_uses(told: Mapping[str, Story]) -> None:
    submitted = list(_submitted(told))
    assert submitted
    for who, number, criterion, text in submitted:
        assert not any(word in text for word in _FORBIDDEN), (who, number, criterion)
        assert "!" not in text


def test_a_value_that_is_not_assessable_says_why(told: Mapping[str, Story]) -> None:
    not_assessable = 0
    for number, story in told.items():
        for who, row in story.scores.items():
            for criterion, value in row.items():
                if isinstance(value, NotAssessable):
                    not_assessable += 1
                    text = rationales()[who][number][criterion]
                    assert re.search(r"A\d\d", text), (who, number, criterion)
    assert not_assessable


def test_every_reason_holds_a_fact_of_its_own_story(told: Mapping[str, Story]) -> None:
    """A figure, a date, a page, or a name that stands in the story's own files."""
    bare = []
    for who, number, criterion, text in _submitted(told):
        names = {
            str(row[0])
            for table in ("leistungen", "vorhaben", "erfolge")
            for row in told[number].rows(f"tables.{table}")
        }
        words = {word for name in names for word in re.findall(r"\w{5,}", name)} | {
            told[number].text("applicant.cmo_ort")
        }
        counted = re.search(
            r"\d|\b(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hälfte)\w*\b", text.lower()
        )
        if not counted and not any(word in text for word in words):
            bare.append((who, number, criterion, text))
    assert len(bare) <= 25, bare
