"""Scoring, handing in, reopening: what is stored, what is hidden, what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Denial
from reviewer_app.domain.reviews.review import LONG_TEXT, MOST_TEXT, Gap, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import NB, Value
from reviewer_app.services.changes import Outcome
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import cases
from reviewer_app.services.reviews.reviewing import (
    Stored,
    begin_for,
    next_to_do,
    read,
    reopen,
    set_overall,
    set_rationale,
    set_value,
    submit,
    withdraw,
)
from tests.services.conftest import NOW

THREE = Fraction(3)


def work_as(uow: UnitOfWork, who: str) -> None:
    uow.rounds.put(replace(uow.rounds.get(), me=PersonId(who)))


def score_all(uow: UnitOfWork, application: ApplicationId, value: Value = THREE) -> None:
    for criterion in read(uow, "GC-2026-014").catalogue.criteria:
        set_value(uow, application, criterion.key, value, NOW)


def test_nothing_is_preset(uow: UnitOfWork) -> None:
    page = read(uow, "GC-2026-014")
    assert page.review is None
    assert (page.running.answered, page.running.total, page.running.maximum) == (0, 20, 0)
    assert {gap.gap for gap in page.missing} == {Gap.SCORE}


@pytest.mark.parametrize("value", [Fraction(0), NB, Fraction(7, 2), None])
def test_zero_not_assessable_and_unscored_stay_apart(
    uow: UnitOfWork, app014: ApplicationId, value: Value | None
) -> None:
    set_value(uow, app014, "A1", Fraction(2), NOW)
    stored = set_value(uow, app014, "A1", value, NOW).value
    assert stored.review.value("A1") == value
    assert stored.running.answered == (value is not None)
    assert stored.running.not_assessable == (value is NB)


@pytest.mark.parametrize(
    ("criterion", "value", "code"),
    [("A1", "5.5", "off_scale"), ("A1", "3.3", "off_scale"), ("Z9", "3", "unknown_criterion")],
)
def test_what_the_catalogue_does_not_know_is_refused(
    uow: UnitOfWork, app014: ApplicationId, criterion: str, value: str, code: str
) -> None:
    with pytest.raises(MendableError, match=code):
        set_value(uow, app014, criterion, Fraction(value), NOW)
    assert uow.reviews.of(app014) == ()


@pytest.mark.parametrize("length", [20_000, 20_001, MOST_TEXT])
def test_whatever_is_typed_is_kept_whole(uow: UnitOfWork, app014: ApplicationId, length: int) -> None:
    text = ("ä😀" * length)[:length]
    assert set_rationale(uow, app014, "A1", text, NOW).value.review.rationale("A1") == text
    assert set_overall(uow, app014, text, NOW).value.review.overall == text


def test_a_rationale_beyond_the_limit_is_kept_and_not_handed_in(uow: UnitOfWork, app014: ApplicationId) -> None:
    score_all(uow, app014)
    set_rationale(uow, app014, "B3", "x" * 20_412, NOW)
    assert [(one.criterion, one.gap, one.count) for one in read(uow, "GC-2026-014").missing] == [
        ("B3", Gap.LENGTH, 20_412)
    ]
    with pytest.raises(MendableError, match="rationale_too_long") as refused:
        submit(uow, app014, NOW)
    assert refused.value.place == "B3"
    assert refused.value.params["count"] == Localised("20.412", en="20,412")
    set_rationale(uow, app014, "B3", "x" * LONG_TEXT, NOW)
    assert submit(uow, app014, NOW).value.review.state is ReviewState.SUBMITTED


def test_beyond_every_measure_a_text_is_refused(uow: UnitOfWork, app014: ApplicationId) -> None:
    with pytest.raises(MendableError, match="rationale_too_long"):
        set_rationale(uow, app014, "A1", "x" * (MOST_TEXT + 1), NOW)


def test_every_change_stays_in_the_history(uow: UnitOfWork, app014: ApplicationId) -> None:
    for minute, value in enumerate([Fraction(2), Fraction(4), NB, None]):
        set_value(uow, app014, "B3", value, NOW + timedelta(minutes=minute))
    lines = [(entry.before, entry.after) for entry in uow.reviews.history(app014) if entry.what == "value"]
    assert [after for _, after in lines] == ["2", "4", "n. b.", ""]
    assert [before for before, _ in lines] == ["", "2", "4", "n. b."]


def test_handing_in_lists_what_is_missing_then_locks(uow: UnitOfWork, app014: ApplicationId) -> None:
    score_all(uow, app014)
    set_value(uow, app014, "B5", Fraction(2), NOW)
    set_value(uow, app014, "C3", NB, NOW)
    with pytest.raises(MendableError, match="review_incomplete") as refused:
        submit(uow, app014, NOW)
    assert (refused.value.place, refused.value.params["n"]) == ("B5, C3", 2)
    for key in ("B5", "C3"):
        set_rationale(uow, app014, key, "Grund", NOW)
    assert submit(uow, app014, NOW).value.review.state is ReviewState.SUBMITTED
    with pytest.raises(MendableError, match="locked_submitted"):
        set_value(uow, app014, "A1", Fraction(1), NOW)


def test_reopening_needs_a_reason_and_stops_counting(uow: UnitOfWork, app014: ApplicationId) -> None:
    score_all(uow, app014)
    submit(uow, app014, NOW)
    assert len(cases(uow, {"GC-2026-014"})[0].consolidation.counted) == 1
    with pytest.raises(MendableError, match="reopen_reason_missing"):
        reopen(uow, app014, "  ", NOW)
    stored = reopen(uow, app014, "B1 übersehen", NOW).value
    assert (stored.review.state, stored.review.reopened_reason) == (ReviewState.DRAFT, "B1 übersehen")
    assert cases(uow, {"GC-2026-014"})[0].consolidation.counted == ()


def test_others_stay_hidden_until_ones_own_review_is_handed_in(uow: UnitOfWork, app014: ApplicationId) -> None:
    work_as(uow, "K. Tamm")
    score_all(uow, app014)
    submit(uow, app014, NOW)
    work_as(uow, "M. Adler")
    assert read(uow, "GC-2026-014").others == ()
    score_all(uow, app014)
    assert read(uow, "GC-2026-014").others == ()
    submit(uow, app014, NOW)
    assert [one.reviewer.name for one in read(uow, "GC-2026-014").others] == ["K. Tamm"]


def test_a_draft_is_shown_to_nobody_but_its_author(uow: UnitOfWork, app014: ApplicationId) -> None:
    set_value(uow, app014, "A1", THREE, NOW)
    work_as(uow, "R. Vogelsang")
    assert read(uow, "GC-2026-014").others == ()


def test_a_review_from_paper_keeps_its_origin(uow: UnitOfWork, app014: ApplicationId) -> None:
    begun = begin_for(uow, app014, " J.  Brandes ", ReviewOrigin.PAPER, NOW).value
    set_value(uow, app014, "A1", THREE, NOW, reviewer=begun.reviewer.id)
    found = uow.reviews.find(app014, begun.reviewer.id)
    assert found is not None
    assert (found.reviewer.name, found.origin, found.value("A1")) == ("J. Brandes", ReviewOrigin.PAPER, 3)


def test_withdrawn_applications_take_no_scores_and_keep_theirs(uow: UnitOfWork, app014: ApplicationId) -> None:
    set_value(uow, app014, "A1", THREE, NOW)
    assert withdraw(uow, app014, NOW).value.withdrawn == date(2026, 11, 24)
    with pytest.raises(MendableError, match="locked_withdrawn"):
        set_value(uow, app014, "A1", Fraction(4), NOW)
    assert uow.reviews.of(app014)[0].value("A1") == 3


def test_the_next_one_to_review_goes_round_past_what_is_in_withdrawn_or_closed(
    uow: UnitOfWork, app014: ApplicationId
) -> None:
    order = ("GC-2026-002", "GC-2026-014")
    assert next_to_do(uow, "GC-2026-014", order) == "GC-2026-002"
    assert next_to_do(uow, "GC-2026-002", order) == "GC-2026-014"
    assert next_to_do(uow, "GC-2026-002", ()) == ""
    withdraw(uow, app014, NOW)
    assert next_to_do(uow, "GC-2026-002", order) == ""
    withdraw(uow, app014, NOW, back=True)
    uow.people.set_conflict(app014, PersonId("M. Adler"), ConflictOfInterest.EXCLUDED)
    assert next_to_do(uow, "GC-2026-002", order) == ""
    uow.people.set_conflict(app014, PersonId("M. Adler"), ConflictOfInterest.NONE)
    score_all(uow, app014)
    submit(uow, app014, NOW)
    assert next_to_do(uow, "GC-2026-002", order) == ""


def test_the_excluded_neither_read_nor_write(uow: UnitOfWork, app014: ApplicationId) -> None:
    uow.people.set_conflict(app014, PersonId("M. Adler"), ConflictOfInterest.EXCLUDED)
    with pytest.raises(MendableError, match="conflict_excluded"):
        read(uow, "GC-2026-014")
    with pytest.raises(MendableError, match="conflict_excluded"):
        set_value(uow, app014, "A1", THREE, NOW)


def test_the_general_impression_is_kept_and_never_counted(uow: UnitOfWork, app014: ApplicationId) -> None:
    stored = set_overall(uow, app014, "Eine Auflage.", NOW).value
    assert (stored.review.overall, stored.running.answered) == ("Eine Auflage.", 0)


def written(uow: UnitOfWork, application: ApplicationId, who: str = "K. Tamm") -> PersonId:
    """Let somebody hand a review in, and sit down again."""
    work_as(uow, who)
    score_all(uow, application)
    submit(uow, application, NOW)
    work_as(uow, "M. Adler")
    return PersonId(who)


@pytest.mark.parametrize("here", ["M. Adler", "R. Vogelsang"])
def test_a_review_somebody_wrote_is_changed_by_nobody_else(uow: UnitOfWork, app014: ApplicationId, here: str) -> None:
    whose = written(uow, app014)
    work_as(uow, here)
    with pytest.raises(MendableError, match="locked_colleague"):
        reopen(uow, app014, "Grund", NOW, reviewer=whose)
    work_as(uow, "K. Tamm")
    reopen(uow, app014, "Zahlendreher", NOW)
    work_as(uow, here)
    changes = (
        partial(set_value, uow, app014, "A1", Fraction(4), NOW, reviewer=whose),
        partial(set_rationale, uow, app014, "A1", "Anders", NOW, reviewer=whose),
        partial(set_overall, uow, app014, "Anders", NOW, reviewer=whose),
        partial(submit, uow, app014, NOW, reviewer=whose),
        partial(begin_for, uow, app014, "K. Tamm", ReviewOrigin.PHONE, NOW),
    )
    for change in changes:
        with pytest.raises(MendableError, match="locked_colleague"):
            change()
    assert read(uow, "GC-2026-014", whose).locked is Denial.COLLEAGUE


def test_nobody_begins_a_review_for_somebody_but_from_paper_or_telephone(
    uow: UnitOfWork, app014: ApplicationId
) -> None:
    with pytest.raises(MendableError, match="locked_colleague"):
        set_value(uow, app014, "A1", THREE, NOW, reviewer=PersonId("K. Tamm"))
    assert uow.reviews.of(app014) == ()


def test_a_review_from_paper_is_handed_in_and_opened_again_for_its_author(
    uow: UnitOfWork, app014: ApplicationId
) -> None:
    whose = begin_for(uow, app014, "J. Brandes", ReviewOrigin.PAPER, NOW).value.reviewer.id
    for criterion in read(uow, "GC-2026-014").catalogue.criteria:
        set_value(uow, app014, criterion.key, THREE, NOW, reviewer=whose)
    submit(uow, app014, NOW, reviewer=whose)
    with pytest.raises(MendableError, match="locked_submitted"):
        set_value(uow, app014, "A1", Fraction(4), NOW, reviewer=whose)
    reopen(uow, app014, "Falsch abgetippt", NOW, reviewer=whose)
    set_value(uow, app014, "A1", Fraction(4), NOW, reviewer=whose)
    uow.people.set_conflict(app014, whose, ConflictOfInterest.EXCLUDED)
    with pytest.raises(MendableError, match="reviewer_excluded"):
        set_value(uow, app014, "A1", THREE, NOW, reviewer=whose)
    uow.people.set_conflict(app014, PersonId("M. Adler"), ConflictOfInterest.EXCLUDED)
    with pytest.raises(MendableError, match="conflict_excluded"):
        set_value(uow, app014, "A1", THREE, NOW, reviewer=whose)


@pytest.mark.parametrize(
    "write",
    [
        partial(set_rationale, criterion="A1", text="", at=NOW),
        partial(set_overall, text="", at=NOW),
        partial(set_value, criterion="A1", value=None, at=NOW),
    ],
)
def test_what_is_empty_begins_no_review(
    uow: UnitOfWork, app014: ApplicationId, write: Callable[..., Outcome[Stored]]
) -> None:
    stored = write(uow, app014).value
    assert (stored.review.answered, stored.running.answered, len(stored.missing)) == (0, 0, 20)
    assert uow.reviews.of(app014) == ()
    assert uow.people.expected(app014) == ()


def test_who_took_everything_back_is_expected_no_more(uow: UnitOfWork, app014: ApplicationId) -> None:
    """A review with nothing in it says nothing of whoever began it; one who was assigned stays expected."""
    for value in (THREE, None):
        set_value(uow, app014, "A1", value, NOW)
    set_rationale(uow, app014, "A1", "  ", NOW)
    assert (uow.people.expected(app014), uow.people.all_expected()) == ((), {})
    set_rationale(uow, app014, "A1", "Doch", NOW)
    assert uow.people.expected(app014) == (PersonId("M. Adler"),)
    begin_for(uow, app014, "J. Brandes", ReviewOrigin.PHONE, NOW)
    assert len(uow.people.all_expected()[app014]) == 2
