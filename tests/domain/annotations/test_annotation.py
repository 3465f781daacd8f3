"""Who sees an annotation, who may change it, and what can be one at all."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from reviewer_app.domain.annotations.annotation import (
    MOST_NOTE,
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    Quote,
    Target,
    Viewer,
    WholePlace,
    clean_tags,
    fault_of,
    linked,
    unlinked,
)
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role, Situation

NOW = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001  # wall-clock time without a zone is what the store keeps
ADA, BO = PersonId("ada"), PersonId("bo")
QUAD = (40.0, 210.0, 90.0, 210.0, 40.0, 200.0, 90.0, 200.0)
PASSAGE = PagePlace("A03", "Satzung.pdf", "b" * 64, 2, (QUAD,))


def annotation(name: str = "1", **facts: Any) -> Annotation:  # noqa: ANN401  # fields of any type
    made = Annotation(
        AnnotationId(name), ApplicationId("a"), PASSAGE, Kind.EVIDENCE, MarkStyle.HIGHLIGHT, ADA, NOW, NOW, Quote("54")
    )
    return replace(made, **facts)


FINISHED = frozenset({ADA, BO})
EXCLUDED = ConflictOfInterest.EXCLUDED


def viewer(person: PersonId | None, finished: frozenset[PersonId] = frozenset(), **facts: Any) -> Viewer:  # noqa: ANN401  # as above
    role = facts.pop("role", Role.REVIEWER) if person else None
    return Viewer(person, Situation(role, **facts), finished)


@pytest.mark.parametrize(
    ("who", "facts", "seen"),
    [
        (viewer(ADA), {}, True),
        (viewer(ADA), {"private": True}, True),
        (viewer(ADA, conflict=EXCLUDED), {}, False),
        (viewer(BO, FINISHED, submitted=True), {}, True),
        (viewer(BO, FINISHED, submitted=True), {"private": True}, False),
        (viewer(BO, FINISHED), {}, False),
        (viewer(BO, frozenset({BO}), submitted=True), {}, False),
        (viewer(BO, FINISHED, submitted=True, conflict=EXCLUDED), {}, False),
        (viewer(BO, FINISHED, role=Role.CHAIR), {}, True),
        (viewer(BO, FINISHED, role=Role.CHAIR), {"private": True}, False),
        (viewer(None), {}, False),
        (viewer(None), {"author": None}, True),
        (viewer(BO), {"author": None}, True),
        (viewer(BO, conflict=EXCLUDED), {"author": None}, False),
    ],
)
def test_who_sees_it(who: Viewer, facts: dict[str, Any], *, seen: bool) -> None:
    assert who.sees(annotation(**facts)) is seen


@pytest.mark.parametrize(
    ("who", "facts", "code"),
    [
        (viewer(ADA), {}, ""),
        (viewer(ADA, submitted=True), {}, "locked_submitted"),
        (viewer(ADA, submitted=True), {"private": True}, ""),
        (viewer(ADA, withdrawn=True), {}, "locked_withdrawn"),
        (viewer(ADA, withdrawn=True), {"private": True}, ""),
        (viewer(ADA, read_only=True), {"private": True}, "locked_read_only"),
        (viewer(ADA, conflict=EXCLUDED), {"private": True}, "conflict_excluded"),
        (viewer(None), {}, "no_name"),
        (viewer(BO, FINISHED, submitted=True), {}, "annotation_locked_foreign"),
        (viewer(BO, FINISHED, submitted=True, role=Role.OFFICE), {}, "annotation_locked_foreign"),
        (viewer(BO, FINISHED, submitted=True), {"author": None}, "annotation_locked_foreign"),
        (viewer(BO, FINISHED, submitted=True, role=Role.OFFICE), {"author": None}, ""),
    ],
)
def test_who_may_change_it(who: Viewer, facts: dict[str, Any], code: str) -> None:
    denial = who.locked(annotation(**facts))
    assert (denial.code if denial else "") == code


@pytest.mark.parametrize(
    ("target", "style", "fault"),
    [
        (PASSAGE, MarkStyle.HIGHLIGHT, ""),
        (PASSAGE, MarkStyle.UNDERLINE, ""),
        (PASSAGE, MarkStyle.AREA, "annotation_place"),
        (PASSAGE, MarkStyle.PAGE_NOTE, "annotation_place"),
        (PASSAGE, MarkStyle.NOTE, "annotation_place"),
        (replace(PASSAGE, quads=()), MarkStyle.PAGE_NOTE, ""),
        (replace(PASSAGE, quads=(), page=-1), MarkStyle.PAGE_NOTE, "annotation_place"),
        (replace(PASSAGE, quads=(), area=(1, 2, 3, 4)), MarkStyle.AREA, ""),
        (replace(PASSAGE, quads=(), area=(3, 2, 1, 4)), MarkStyle.AREA, "annotation_place"),
        (FieldPlace("akt_zahl"), MarkStyle.NOTE, ""),
        (WholePlace(), MarkStyle.NOTE, ""),
        (WholePlace(), MarkStyle.HIGHLIGHT, "annotation_place"),
    ],
)
def test_the_place_bears_the_style(target: Target, style: MarkStyle, fault: str) -> None:
    assert fault_of(annotation(target=target, style=style)) == fault


def test_notes_and_tags_have_an_end() -> None:
    assert fault_of(annotation(note="x" * MOST_NOTE)) == ""
    assert fault_of(annotation(note="x" * (MOST_NOTE + 1))) == "annotation_note_too_long"
    assert fault_of(annotation(tags=("x" * 61,))) == fault_of(annotation(tags=tuple(map(str, range(21)))))
    assert clean_tags([" Zahlen  2025 ", "", "Zahlen 2025", "B"]) == ("Zahlen 2025", "B")


def test_a_criterion_is_linked_once_and_its_direction_can_turn() -> None:
    links = linked(linked((), Link("B1")), Link("A1", Direction.FOR))
    assert links == (Link("A1", Direction.FOR), Link("B1"))
    turned = linked(links, Link("A1", Direction.AGAINST))
    assert turned == (Link("A1", Direction.AGAINST), Link("B1"))
    assert unlinked(turned, "A1") == (Link("B1"),)
    assert annotation(links=links).direction is Direction.NONE
    assert annotation(links=turned[:1]).direction is Direction.AGAINST
    assert annotation(links=links).criteria == ("A1", "B1")
