"""The stretches of a long text that share pieces with a pattern hold it, and leave most of the text out."""

import itertools
from random import Random

import pytest

from reviewer_app.domain.text import anchoring
from reviewer_app.domain.text.anchoring import Seeds

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def test_a_short_text_is_searched_whole() -> None:
    assert Seeds.of("kurz").stretches("ur", 0) == [(0, 4)]


@pytest.mark.parametrize("length", [12, 60, 300])
def test_the_changed_pattern_lies_in_a_stretch_and_most_of_the_text_in_none(length: int) -> None:
    random = Random(length)  # noqa: S311  # a fixed seed, not a secret
    text = "".join(random.choices(_LETTERS, k=30_000))
    table = Seeds.of(text)
    for _ in range(20):
        start = random.randrange(len(text) - length)
        pattern = list(text[start : start + length])
        for _edit in range(length // 12):
            pattern[random.randrange(length)] = "ä"
        found = table.stretches("".join(pattern), length // 4)
        assert any(first <= start and start + length <= last for first, last in found)
        assert sum(last - first for first, last in found) < len(text) / 2


def test_stretches_stay_inside_of_the_text_and_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchoring, "SHORT", 0)
    text = "abcdefgh" * 20
    found = Seeds.of(text).stretches("abcdefghabcd", 4)
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(one[1] < two[0] for one, two in itertools.pairwise(found))
    assert Seeds.of(text).stretches("zzzzzz", 2) == []
