"""The annexes: pages, passages, nothing said twice, nothing left to fill in, nothing that runs off the page."""

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind, parse
from reviewer_app.demo.paper.style import PLAIN, lines_of, look_of
from reviewer_app.demo.paper.typesetting import set_block
from reviewer_app.demo.story import Story, rationales, round_facts
from reviewer_app.demo.writing.filling import words_of
from reviewer_app.demo.writing.slots import sentences

type Papers = Mapping[tuple[str, str], list[list[AnnexBlock]]]

_SAID = {BlockKind.TEXT, BlockKind.NOTE, BlockKind.ITEM, BlockKind.NUMBERED}
_MARGIN = 40.0


def _said(page: list[AnnexBlock]) -> str:
    return " ".join(words_of(block) for block in page)


def test_papers_have_the_pages_of_the_story(told: Mapping[str, Story], papers: Papers) -> None:
    assert papers
    for (number, kind), pages in papers.items():
        assert len(pages) == told[number].annexes[kind].pages, (number, kind)


def test_every_passage_stands_on_its_page(told: Mapping[str, Story], papers: Papers) -> None:
    lacking = [
        (number, passage.annex, passage.page, passage.text)
        for number, story in told.items()
        for passage in story.passages
        if passage.annex != "A01" and passage.text not in _said(papers[number, passage.annex][passage.page - 1])
    ]
    assert lacking == []


def test_only_one_page_is_empty(papers: Papers) -> None:
    empty = [(key, page) for key, pages in papers.items() for page, blocks in enumerate(pages, 1) if not blocks]
    assert empty == [(("GC-2026-007", "A15"), 2)]


def test_no_sentence_comes_twice_in_a_paper(papers: Papers) -> None:
    twice: dict[object, int] = {}
    for key, pages in papers.items():
        said = Counter(one for page in pages for block in page if block.kind in _SAID for one in sentences(block.text))
        twice |= {(key, sentence): count for sentence, count in said.items() if count > 1}
    assert twice == {}


def test_nothing_is_left_to_fill_in(papers: Papers) -> None:
    assert papers
    for key, pages in papers.items():
        assert any(pages)
        for page in pages:
            for block in page:
                text = words_of(block)
                assert not re.search(r"[{}‹›]|  |\bNone\b|„“", text), (key, text)


def test_nothing_runs_off_a_page(told: Mapping[str, Story], papers: Papers) -> None:
    assert papers
    for (number, kind), pages in papers.items():
        look = look_of(told[number].number_of("place"), kind)
        assert any(pages)
        for page, blocks in enumerate(pages, 1):
            high = sum(set_block(block, look).height for block in blocks)
            assert high <= look.height + _MARGIN, (number, kind, page)


def test_no_annex_names_a_reviewer(papers: Papers) -> None:
    people = round_facts()["person"]
    assert isinstance(people, list)
    names = [str(one["name"]).split()[-1] for one in people if "number" in one]
    pattern = re.compile("|".join(rf"\b{name}\b" for name in names))
    for key, pages in papers.items():
        for page in pages:
            assert not pattern.search(_said(page)), key


def test_pages_that_reasons_point_at_exist(told: Mapping[str, Story]) -> None:
    wrong = []
    for who, of_person in rationales().items():
        for number, texts in of_person.items():
            annexes = told[number].annexes
            for criterion, text in texts.items():
                for kind, page in re.findall(r"(A\d\d) S\.\s(\d+)", text):
                    if kind not in annexes or int(page) > annexes[kind].pages:
                        wrong.append((who, number, criterion, kind, page))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# Eins\n\nText\nweiter", [BlockKind.CHAPTER, BlockKind.TEXT]),
        ("- a\n- b", [BlockKind.ITEM, BlockKind.ITEM]),
        ("(1) a\n(2) b", [BlockKind.NUMBERED, BlockKind.NUMBERED]),
        ("| a | b |\n| 1 | 2 |", [BlockKind.TABLE]),
        (
            "> Rand\n\n~ klein\n\n! space 3\n\n= Titel",
            [BlockKind.NOTE, BlockKind.SMALL, BlockKind.DRAWING, BlockKind.TITLE],
        ),
        ("", []),
    ],
)
def test_blocks_are_read_from_lines(text: str, kinds: list[BlockKind]) -> None:
    assert [block.kind for block in parse(text)] == kinds


def test_lines_break_between_words_only() -> None:
    text = "Die Zuwendung des Landes endet am 31. August 2027 und über den Anschluss ist nicht entschieden"
    lines = lines_of(text, PLAIN, 10, 120)
    assert " ".join(lines) == text
    assert len(lines) > 3
