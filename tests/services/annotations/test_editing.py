"""Annotations as people make, change and see them, each in one transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    Quote,
    Target,
    WholePlace,
)
from reviewer_app.domain.annotations.listing import AnnotationQuery, Order
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.review import ReviewOrigin, ReviewState
from reviewer_app.services.annotations.editing import (
    AnnotationDraft,
    annotations,
    change,
    history,
    link,
    mark,
    place_anew,
    put_back,
    remove,
    unlink,
)
from reviewer_app.services.changes import Changed
from reviewer_app.services.export.evidence import evidence_list, write_evidence
from reviewer_app.services.ports import UnitOfWork, Workspace
from tests.domain.annotations.test_annotation import PASSAGE
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
LATER = NOW + timedelta(hours=1)
DRAFT = AnnotationDraft(
    PASSAGE, MarkStyle.HIGHLIGHT, Kind.EVIDENCE, Quote("54 Mitglieder"), links=(Link("B1", Direction.FOR),)
)
NOTE = AnnotationDraft(WholePlace(), MarkStyle.NOTE, Kind.QUESTION, note="Und 2025?", private=True)

type WorkAs = Callable[[str], None]


def made(uow: UnitOfWork, application: ApplicationId, draft: AnnotationDraft = DRAFT) -> Annotation:
    return mark(uow, application, draft, NOW).value


def submit(uow: UnitOfWork, application: ApplicationId, name: str) -> None:
    review = uow.reviews.find(application, PersonId(name))
    review = review or uow.reviews.create(application, PersonId(name), ReviewOrigin.DESK, NOW)
    uow.reviews.set_value(review.id, "A1", Fraction(3), NOW, name)
    uow.reviews.set_state(review.id, ReviewState.SUBMITTED, NOW, name)
    uow.commit()


def code_of(run: Callable[[], object]) -> str:
    with pytest.raises(MendableError) as caught:
        run()
    return caught.value.code


def test_marking_stores_and_says_what_changed(uow: UnitOfWork, app014: ApplicationId) -> None:
    outcome = mark(uow, app014, replace(DRAFT, tags=(" a ", "a")), NOW)
    one = outcome.value
    assert (one.author, one.created, one.tags, one.criteria) == (PersonId("M. Adler"), NOW, ("a",), ("B1",))
    assert (outcome.changes.kinds, outcome.changes.applications) == ({Changed.ANNOTATIONS}, {app014})
    (listed,) = annotations(uow)
    assert (listed.annotation, listed.number, listed.author, listed.locked) == (one, NUMBER, "M. Adler", None)


def test_what_is_given_changes_and_the_rest_stays(uow: UnitOfWork, app014: ApplicationId) -> None:
    one = made(uow, app014)
    after = change(uow, one.id, LATER, note="Ja", kind=Kind.DOUBT, tags=["x"], private=True).value
    assert after == replace(one, note="Ja", kind=Kind.DOUBT, tags=("x",), private=True, changed=LATER)
    assert change(uow, one.id, LATER + timedelta(hours=1), note="Ja").value == after
    turned = link(uow, one.id, "B1", LATER, Direction.AGAINST).value
    both = link(uow, one.id, "A1", LATER).value
    assert (turned.links, both.links) == (
        (Link("B1", Direction.AGAINST),),
        (Link("A1"), Link("B1", Direction.AGAINST)),
    )
    assert unlink(uow, one.id, "B1", LATER).value.criteria == ("A1",)
    assert [line.by for line in history(uow, NUMBER, one.id)] == ["M. Adler"] * 5


def test_a_change_and_a_deletion_are_undone(uow: UnitOfWork, app014: ApplicationId) -> None:
    one = made(uow, app014)
    change(uow, one.id, LATER, note="Nein")
    assert put_back(uow, one, LATER).value == replace(one, changed=LATER)
    gone = remove(uow, one.id, LATER)
    assert gone.changes.kinds == {Changed.ANNOTATIONS}
    assert annotations(uow, NUMBER) == ()
    assert code_of(lambda: change(uow, one.id, LATER, note="x")) == "unknown_annotation"
    assert put_back(uow, gone.value, LATER).value == gone.value
    told = [(line.before is None, line.after is None) for line in history(uow, NUMBER, one.id)]
    assert told == [(True, False), (False, False), (False, False), (False, True), (True, False)]


def test_what_is_wrong_is_refused_and_leaves_nothing(uow: UnitOfWork, app014: ApplicationId) -> None:
    assert code_of(lambda: made(uow, app014, replace(DRAFT, links=(Link("Z1"),)))) == "unknown_criterion"
    assert code_of(lambda: made(uow, app014, replace(DRAFT, style=MarkStyle.AREA))) == "annotation_place"
    assert code_of(lambda: made(uow, app014, replace(DRAFT, note="x" * 20_001))) == "annotation_note_too_long"
    assert code_of(lambda: annotations(uow, "X")) == "unknown_application"
    assert annotations(uow) == ()


def test_evidence_is_locked_with_the_review_and_what_is_private_is_not(uow: UnitOfWork, app014: ApplicationId) -> None:
    evidence, private = made(uow, app014), made(uow, app014, NOTE)
    submit(uow, app014, "M. Adler")
    for run in (
        lambda: change(uow, evidence.id, LATER, note="x"),
        lambda: link(uow, evidence.id, "A1", LATER),
        lambda: remove(uow, evidence.id, LATER),
        lambda: put_back(uow, replace(evidence, note="x"), LATER),
        lambda: change(uow, private.id, LATER, private=False),
        lambda: made(uow, app014),
    ):
        assert code_of(run) == "locked_submitted"
    assert change(uow, private.id, LATER, note="Doch").value.note == "Doch"
    assert {one.annotation.id: one.locked for one in annotations(uow)} == {evidence.id: "submitted", private.id: None}
    review = uow.reviews.find(app014, PersonId("M. Adler"))
    assert review is not None
    uow.reviews.set_state(review.id, ReviewState.DRAFT, LATER, "M. Adler", "Nachtrag")
    assert change(uow, evidence.id, LATER, note="x").value.note == "x"


def seen_by(workspace: Workspace, as_person: WorkAs, name: str) -> list[AnnotationId]:
    as_person(name)
    with workspace.unit_of_work() as uow:
        return [one.annotation.id for one in annotations(uow)]


def test_others_see_it_when_they_see_the_scores(workspace: Workspace, as_person: WorkAs) -> None:
    as_person("M. Adler")
    with workspace.unit_of_work() as uow:
        application = uow.applications.find(NUMBER)
        assert application is not None
        evidence, private = made(uow, application.id), made(uow, application.id, NOTE)
    own = {evidence.id, private.id}
    assert set(seen_by(workspace, as_person, "M. Adler")) == own
    assert seen_by(workspace, as_person, "R. Vogelsang") == []
    with workspace.unit_of_work() as uow:
        submit(uow, application.id, "M. Adler")
    assert seen_by(workspace, as_person, "R. Vogelsang") == [evidence.id]
    assert seen_by(workspace, as_person, "K. Tamm") == []
    with workspace.unit_of_work() as uow:
        submit(uow, application.id, "K. Tamm")
    assert seen_by(workspace, as_person, "K. Tamm") == [evidence.id]
    with workspace.unit_of_work() as uow:
        (listed,) = annotations(uow)
        assert (listed.locked, listed.author) == ("foreign", "M. Adler")
        assert code_of(lambda: change(uow, evidence.id, LATER, note="x")) == "annotation_locked_foreign"
        assert code_of(lambda: change(uow, private.id, LATER, note="x")) == "unknown_annotation"
        assert [line.annotation for line in history(uow, NUMBER)] == [evidence.id]


def test_who_is_excluded_sees_and_makes_nothing(workspace: Workspace, as_person: WorkAs) -> None:
    as_person("M. Adler")
    with workspace.unit_of_work() as uow:
        application = uow.applications.find(NUMBER)
        assert application is not None
        one = made(uow, application.id)
        uow.people.set_conflict(application.id, PersonId("M. Adler"), ConflictOfInterest.EXCLUDED)
        uow.commit()
        assert annotations(uow) == ()
        assert code_of(lambda: annotations(uow, NUMBER)) == "conflict_excluded"
        assert code_of(lambda: made(uow, application.id)) == "conflict_excluded"
        assert code_of(lambda: remove(uow, one.id, LATER)) == "unknown_annotation"
        assert history(uow, NUMBER) == ()


def test_a_desk_without_a_name_marks_nothing(uow: UnitOfWork, app014: ApplicationId) -> None:
    made(uow, app014)
    uow.rounds.put(replace(uow.rounds.get(), me=None))
    uow.commit()
    assert code_of(lambda: made(uow, app014)) == "no_name"
    assert annotations(uow) == ()


def test_a_withdrawn_application_takes_no_more_evidence(uow: UnitOfWork, app014: ApplicationId) -> None:
    uow.applications.withdraw(app014, NOW.date())
    assert code_of(lambda: made(uow, app014)) == "locked_withdrawn"
    assert made(uow, app014, NOTE).private


def test_an_orphan_is_placed_by_hand(uow: UnitOfWork, app014: ApplicationId) -> None:
    one = made(uow, app014)
    uow.annotations.put(replace(one, state=AnchorState.ORPHANED, reworded=True), "x")
    place = replace(PASSAGE, page=5)
    placed = place_anew(uow, one.id, place, Quote("55 Mitglieder"), LATER).value
    assert (placed.target, placed.quote.text, placed.state) == (place, "55 Mitglieder", AnchorState.ANCHORED)


def test_the_list_is_filtered_sorted_and_goes_by_number(uow: UnitOfWork, app014: ApplicationId) -> None:
    other = uow.applications.find("GC-2026-002")
    assert other is not None
    evidence, note = made(uow, app014), made(uow, app014, NOTE)
    second = made(uow, other.id, NOTE)
    assert [one.annotation.id for one in annotations(uow)] == [second.id, note.id, evidence.id]
    assert [one.annotation.id for one in annotations(uow, NUMBER, AnnotationQuery(linked=True))] == [evidence.id]
    by_kind = annotations(uow, NUMBER, order=Order.KIND)
    assert [one.annotation.id for one in by_kind] == [evidence.id, note.id]


def test_the_evidence_list_goes_by_criterion_and_leaves_out_what_is_private(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    made(uow, app014, replace(DRAFT, links=(Link("B1", Direction.FOR), Link("A2"))))
    made(uow, app014, replace(NOTE, private=False, links=()))
    made(uow, app014, NOTE)
    found = evidence_list(uow, NUMBER, annotations(uow, NUMBER), "de")
    assert [group.key for group in found.groups] == ["A2", "B1", ""]
    (line,) = found.groups[1].lines
    assert (line.direction, line.kind, line.source) == ("spricht dafür", "Beleg", "A03, S. 3")
    assert write_evidence(uow, NUMBER, tmp_path / "b.md", "de") == 2
    assert (tmp_path / "b.md").read_text(encoding="utf-8").count("2025") == 1


def test_the_evidence_of_a_criterion_stands_as_one_reads(uow: UnitOfWork, app014: ApplicationId) -> None:
    low = replace(PASSAGE, quads=(tuple(value - 40 for value in PASSAGE.quads[0]),))  # type: ignore[arg-type]  # eight
    read: list[tuple[Target, str]] = [
        (FieldPlace("cmo_name"), "Formular, Name"),
        (FieldPlace("akt_gesamt"), "Formular, Akteure"),
        (replace(PASSAGE, page=0), "A03, S. 1"),
        (PASSAGE, "A03, S. 3, oben"),
        (low, "A03, S. 3, unten"),
        (replace(PASSAGE, annex="A05", page=0), "A05, S. 1"),
    ]
    for place, words in reversed(read):
        style = MarkStyle.NOTE if isinstance(place, FieldPlace) else MarkStyle.HIGHLIGHT
        made(uow, app014, replace(DRAFT, target=place, style=style, quote=Quote(words)))
    (group,) = evidence_list(uow, NUMBER, annotations(uow, NUMBER), "de").groups
    assert [line.quote for line in group.lines] == [words for _, words in read]
    by_kind = annotations(uow, NUMBER, order=Order.KIND)
    (group,) = evidence_list(uow, NUMBER, by_kind[::-1], "de").groups
    assert [line.quote for line in group.lines] == [words for _, words in read]
