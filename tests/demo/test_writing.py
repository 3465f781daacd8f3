"""What fills the papers: names that belong together, no meeting on a free day, pages that are not left almost blank."""

import re
from collections.abc import Mapping
from datetime import date

from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.paper.style import look_of
from reviewer_app.demo.paper.typesetting import set_block
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.filling import words_of
from reviewer_app.demo.writing.slots import Slots, spoken
from reviewer_app.demo.writing.sources import working_days

type Papers = Mapping[tuple[str, str], list[list[AnnexBlock]]]
type Crowds = Mapping[str, tuple[DemoMember, ...]]

_LONG = ("A03", "A06", "A12")
_ALMOST_BLANK = 0.15


def _slots(told: Mapping[str, Story], crowds: Crowds, number: str) -> Slots:
    return Slots(told[number], crowds[number], random_for("test", number))


def test_a_text_about_a_project_names_its_partners_only(told: Mapping[str, Story], crowds: Crowds) -> None:
    filled = 0
    for number in told:
        slots = _slots(told, crowds, number)
        for project in slots.projects:
            own = {spoken(one.name) for one in project.members} | {one.name for one in project.members}
            if not slots.tells("{mitglied}", project):
                continue
            filled += 1
            assert slots.fill("{mitglied}", project) in own
    assert filled


def test_the_sheet_of_a_project_names_nobody_from_outside(papers: Papers, crowds: Crowds) -> None:
    pages = papers["GC-2026-008", "A11"]
    blocks = [block for page in pages for block in page]
    partners: set[str] = set()
    everybody: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.TABLE and block.rows[0][0] == "Partner":
            partners = {row[0] for row in block.rows[1:]}
        elif partners and block.kind is BlockKind.TEXT:
            named = {one.name for one in crowds["GC-2026-008"] if spoken(one.name) in block.text}
            everybody |= named
            assert named <= partners, block.text
            partners = set()
    assert everybody


def test_two_slots_of_a_pattern_never_hold_the_same_name(told: Mapping[str, Story], crowds: Crowds) -> None:
    slots = _slots(told, crowds, "GC-2026-004")
    for _ in range(40):
        one, other = slots.fill("{vorhaben}/{vorhaben2}").split("/")
        assert one != other


def test_patterns_need_names_enough(told: Mapping[str, Story], crowds: Crowds) -> None:
    slots = _slots(told, crowds, "GC-2026-004")
    assert slots.tells("{vorhaben} {vorhaben2}")
    assert not slots.tells("{vorhaben} {vorhaben2} {vorhaben3}")


def test_names_of_services_are_quoted_in_running_text(told: Mapping[str, Story], crowds: Crowds) -> None:
    slots = _slots(told, crowds, "GC-2026-001")
    assert re.fullmatch(r"Wer „[^“]+“ nutzt", slots.fill("Wer {dienst} nutzt"))
    assert re.fullmatch(r"„Ohne ‚[^‘]+‘ nicht“", slots.fill("„Ohne {dienst} nicht“"))


def test_nobody_meets_on_a_free_day() -> None:
    days = working_days()
    assert all(day.weekday() < 5 for day in days)  # Saturday
    assert date(2026, 4, 3) not in days


def test_long_papers_have_no_page_that_is_almost_blank(told: Mapping[str, Story], papers: Papers) -> None:
    blank = []
    for (number, kind), pages in papers.items():
        if kind not in _LONG:
            continue
        look = look_of(told[number].number_of("place"), kind)
        for page, blocks in enumerate(pages[1:], 2):
            if sum(set_block(block, look).height for block in blocks) < _ALMOST_BLANK * look.height:
                blank.append((number, kind, page, [words_of(block)[:30] for block in blocks]))
    assert blank == []
