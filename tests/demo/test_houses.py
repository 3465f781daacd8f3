"""Annexes are written by different houses: hardly a sentence is said by two applications, whatever names are in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

import pytest

from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.german import contracted, inflected
from reviewer_app.demo.writing.slots import sentences

type Papers = Mapping[tuple[str, str], list[list[AnnexBlock]]]

_UNSAID = {BlockKind.TABLE, BlockKind.DRAWING}
_LOCKED = "enc"


def verbatim(sentence: str) -> str:
    return sentence


def masked(sentence: str) -> str:
    """Return a sentence without what differs between houses anyhow: figures, and all that is written with a capital."""
    first, *rest = re.sub("[„“‚‘]", "", sentence).split()
    words = [first, *("#" if re.search(r"\d|^[A-ZÄÖÜ]", word) else word for word in rest)]
    return re.sub(r"#(?: #)+", "#", " ".join(words))


def said(told: Mapping[str, Story], papers: Papers) -> Iterator[tuple[str, str]]:
    """Yield the sentences of five words or more that can be read, each with its application."""
    for (number, kind), pages in papers.items():
        if told[number].annexes[kind].trap != _LOCKED:
            for block in (block for page in pages for block in page if block.kind not in _UNSAID):
                yield from ((number, one) for one in sentences(block.text))


@pytest.mark.parametrize(("form", "most"), [(verbatim, 0.015), (masked, 0.06)])
def test_hardly_a_sentence_is_said_by_two_houses(
    told: Mapping[str, Story], papers: Papers, form: Callable[[str], str], most: float
) -> None:
    every = [(number, form(sentence)) for number, sentence in said(told, papers)]
    houses: dict[str, set[str]] = defaultdict(set)
    for number, sentence in every:
        houses[sentence].add(number)
    several = [sentence for _, sentence in every if len(houses[sentence]) > 1]
    share = len(several) / len(every)
    print(f"{form.__name__}: {len(several)} of {len(every)} sentences, {share:.1%}")  # noqa: T201  # the measure itself
    assert len(every) > 4000
    assert share <= most, sorted(set(several))


@pytest.mark.parametrize(
    ("before", "name", "text"),
    [
        ("Proben von ", "Technische Hochschule Lippe", "Proben von der Technischen Hochschule Lippe"),
        ("Antrag bei ", "Institut für Optik", "Antrag beim Institut für Optik"),
        ("Zu ", "Handelskammer Unterweser", "Zur Handelskammer Unterweser"),
        ("durch ", "Landkreis Leinebogen", "durch den Landkreis Leinebogen"),
        ("zwischen {a} und ", "Vogtländischer Kreisverband", "zwischen {a} und dem Vogtländischen Kreisverband"),
        ("bei {betrieb}, ", "Institut für Optik", "bei {betrieb}, Institut für Optik"),
        ("geprüft hat ", "Technische Hochschule Lippe", "geprüft hat Technische Hochschule Lippe"),
        ("mit ", "Brano Optik", "mit Brano Optik"),
    ],
)
def test_names_of_institutions_follow_the_preposition(before: str, name: str, text: str) -> None:
    assert contracted(before + inflected(name, before)) == text
