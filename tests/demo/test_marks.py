"""What the demo's reviewers marked follows from their reasons; what they noted besides stands in every demo."""

from collections.abc import Mapping

import pytest

from reviewer_app.demo.marks import PlannedMark, cited, marks_of
from reviewer_app.demo.story import Story
from reviewer_app.domain.annotations.annotation import Direction, Kind


@pytest.fixture
def marked(told: Mapping[str, Story]) -> Mapping[str, list[PlannedMark]]:
    return {number: list(marks_of(story, story.rationales)) for number, story in told.items()}


@pytest.mark.parametrize(
    ("reason", "pages"),
    [
        ("23 Veranstaltungen (A06 S. 8), 14 Leistungen", {("A06", 8)}),
        ("die Tabelle auf S. 31 enthält nur Absichten", {("", 31)}),
        ("A06 S. 9–11 unleserlich", {("A06", 9), ("A06", 10), ("A06", 11)}),
        ("A03 S. 12 und 13, Zuständige auf S. 3 von A04", {("A03", 12), ("A03", 13), ("A03", 3)}),
        ("Fällig S. 5, dann A05 S. 3: 68,7 %", {("", 5), ("A05", 3)}),
        ("A04 nennt elf Kennzahlen", set()),
    ],
)
def test_pages_are_read_with_the_annex_named_before(reason: str, pages: set[tuple[str, int]]) -> None:
    assert cited(reason) == pages


def test_every_passage_is_found_by_somebody(told: Mapping[str, Story], marked: Mapping[str, list[PlannedMark]]) -> None:
    assert len(told) == 12
    for number, story in told.items():
        found = {(one.annex, one.page, one.text) for one in marked[number]}
        assert story.passages, number
        lacking = [one for one in story.passages if (one.annex, one.page, one.text) not in found]
        assert not lacking or number == "GC-2026-010", number  # whose only reader cites no page


def test_direction_and_kind_follow_the_sign(told: Mapping[str, Story], marked: Mapping[str, list[PlannedMark]]) -> None:
    wanted = {
        "+": (Kind.EVIDENCE, Direction.FOR),
        "-": (Kind.EVIDENCE, Direction.AGAINST),
        "x": (Kind.CONTRADICTION, Direction.NONE),
    }
    assert len(told) == 12
    for number, story in told.items():
        signs = {(one.annex, one.page, one.text, one.criterion): one.sign for one in story.passages}
        assert marked[number] or number == "GC-2026-010", number
        for one in marked[number]:
            sign = signs.get((one.annex, one.page, one.text, one.criterion))
            assert sign is None or (one.kind, one.direction) == wanted[sign]


def test_what_contradicts_the_form_is_found_by_one_or_two_and_never_by_the_brief_one(
    told: Mapping[str, Story], marked: Mapping[str, list[PlannedMark]]
) -> None:
    assert len(told) == 12
    for number in told.keys() - {"GC-2026-010"}:
        finders = [one.who for one in marked[number] if one.kind is Kind.CONTRADICTION]
        assert 1 <= len(finders) <= 2, number
        assert "OE" not in finders
        assert all(one.note for one in marked[number] if one.kind is Kind.CONTRADICTION)


def test_of_many_who_name_the_page_the_likeliest_find_a_contradiction(told: Mapping[str, Story]) -> None:
    story = told["GC-2026-014"]
    reason = {"B1": "Laut A03 S. 31 erst 2027."}
    found = list(marks_of(story, dict.fromkeys(("OE", "BR", "R6", "AD", "NO"), reason)))
    assert {"OE", "R6"} <= {one.who for one in found}
    assert [one.who for one in found if one.kind is Kind.CONTRADICTION] == ["NO", "AD"]


def test_the_pictured_criteria_are_filled_as_pictured(marked: Mapping[str, list[PlannedMark]]) -> None:
    found = {
        (one.who, one.criterion, one.annex, one.page)
        for one in marked["GC-2026-014"]
        if one.criterion in {"B1", "B3"} and one.who != "TA"
    }
    assert found == {
        ("AD", "B1", "A03", 31),
        ("BR", "B1", "A04", 3),
        ("BR", "B1", "A06", 12),
        ("AD", "B3", "A07", 3),
        ("BR", "B3", "A07", 3),
    }


def test_further_marks_stand_in_what_every_seed_prints(
    told: Mapping[str, Story], marked: Mapping[str, list[PlannedMark]]
) -> None:
    private = 0
    for number, story in told.items():
        for one in marked[number]:
            private += one.private
            pinned = " ".join(story.pages.get((one.annex, one.page), "").split())
            passages = " ".join(p.text for p in story.passages if (p.annex, p.page) == (one.annex, one.page))
            assert not one.annex or one.text in f"{pinned} {passages}", one
    assert private == 12


def test_readers_mark_the_same_passage_each_in_their_own_way(marked: Mapping[str, list[PlannedMark]]) -> None:
    every = [one for many in marked.values() for one in many]
    kinds = {one.kind for one in every}
    assert kinds == set(Kind)
    together: dict[tuple[str, str, int, str], list[str]] = {}
    for number, many in marked.items():
        for one in many:
            if one.annex and one.kind is not Kind.CONTRADICTION:
                together.setdefault((number, one.annex, one.page, one.criterion), []).append(one.text)
    shared = [texts for texts in together.values() if len(texts) > 1]
    alike = [texts for texts in shared if len(set(texts)) < len(texts)]
    assert len(alike) < 0.4 * len(shared)


def test_only_who_reviews_marks(told: Mapping[str, Story]) -> None:
    story = told["GC-2026-007"]
    assert {one.who for one in marks_of(story, {"TA": story.rationales["TA"]})} == {"TA"}
