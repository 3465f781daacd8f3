"""Score tables in the store: submitted when complete, replaced by a later table, never over the desk."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.finding import Severity
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.intake.files import FileReport, Intake, TakeOutcome, take
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import set_value
from tests.services.conftest import NOW

KEYS = [criterion.key for criterion in default_catalogue().criteria]


def table(
    folder: Path,
    number: str = "GC-2026-014",
    reviewer: str = "K. Tamm",
    score: str = "3,5",
    keys: list[str] = KEYS,
    without: tuple[str, ...] = (),
) -> Path:
    rows = [f"{number};{reviewer};{key};{score};{'' if key in without else f'Grund {key}'}" for key in keys]
    path = folder / "tabelle.csv"
    path.write_text("\n".join(["application;reviewer;criterion;score;rationale", *rows]), encoding="utf-8")
    return path


def test_complete_reviews_count_as_submitted(uow: UnitOfWork, app014: ApplicationId, tmp_path: Path) -> None:
    assert take(uow, table(tmp_path), NOW).outcome is TakeOutcome.TAKEN
    (review,) = uow.reviews.of(app014)
    assert (review.state, review.answered, review.rationale("B1")) == (ReviewState.SUBMITTED, 20, "Grund B1")


def test_incomplete_ones_stay_drafts_until_a_later_table_completes_them(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    take(uow, table(tmp_path, keys=KEYS[:19]), NOW)
    assert uow.reviews.of(app014)[0].state is ReviewState.DRAFT
    assert take(uow, table(tmp_path, keys=KEYS[19:]), NOW).outcome is TakeOutcome.UPDATED
    assert uow.reviews.of(app014)[0].state is ReviewState.SUBMITTED


@pytest.mark.parametrize("score", ["0", "5", "n. b."])
def test_without_a_compulsory_reason_it_is_a_draft_and_the_report_names_the_criteria(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path, score: str
) -> None:
    report = take(uow, table(tmp_path, score=score, without=("A1", "C4")), NOW)
    assert (report.outcome, uow.reviews.of(app014)[0].state) == (TakeOutcome.TAKEN, ReviewState.DRAFT)
    (said,) = report.messages
    assert (said.code, said.severity, said.place.row) == ("table_rationale_required", Severity.WARNING, 2)
    assert said.params == {"reviewer": "K. Tamm", "application": "GC-2026-014", "criteria": "A1, C4"}
    again = take(uow, table(tmp_path, score=score, without=("A1", "C4")), NOW)
    assert (again.outcome, codes(again)) == (TakeOutcome.UNCHANGED, ["table_rationale_required"])
    completed = take(uow, table(tmp_path, score=score), NOW)
    assert (completed.outcome, codes(completed)) == (TakeOutcome.UPDATED, [])
    assert uow.reviews.of(app014)[0].is_submitted


def test_a_later_table_with_a_score_that_needs_a_reason_makes_a_submitted_review_a_draft(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    take(uow, table(tmp_path, without=("A1",)), NOW)
    assert uow.reviews.of(app014)[0].is_submitted
    assert codes(take(uow, table(tmp_path, score="0", keys=["A1"], without=("A1",)), NOW)) == [
        "table_rationale_required"
    ]
    assert not uow.reviews.of(app014)[0].is_submitted


def test_the_same_table_again_changes_nothing_and_a_later_one_replaces(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    take(uow, table(tmp_path), NOW)
    assert take(uow, table(tmp_path), NOW).outcome is TakeOutcome.UNCHANGED
    assert take(uow, table(tmp_path, score="4,0"), NOW).outcome is TakeOutcome.UPDATED
    assert uow.reviews.of(app014)[0].value("A1") == Fraction(4)
    assert [
        entry.after for entry in uow.reviews.history(app014) if entry.criterion == "A1" and entry.what == "value"
    ] == ["3.5", "4"]


def test_a_review_written_on_the_desk_is_never_overwritten(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    set_value(uow, app014, "A1", Fraction(2), NOW)
    report = take(uow, table(tmp_path, reviewer="M. Adler"), NOW)
    assert (report.outcome, [one.code for one in report.messages]) == (TakeOutcome.REFUSED, ["table_own_review"])
    assert uow.reviews.of(app014)[0].value("A1") == 2


@pytest.mark.parametrize("create", [False, True])
def test_unknown_applications_are_refused_or_made(uow: UnitOfWork, tmp_path: Path, *, create: bool) -> None:
    report = take(uow, table(tmp_path, number="X-1"), NOW, Intake(create_missing=create))
    assert report.outcome is (TakeOutcome.TAKEN if create else TakeOutcome.REFUSED)
    assert (uow.applications.find("X-1") is not None) is create


def codes(report: FileReport) -> list[str]:
    return [one.code for one in report.messages]


@pytest.mark.parametrize("create", [False, True])
def test_a_name_that_is_not_in_the_round_becomes_a_reviewer_only_when_asked_for(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path, *, create: bool
) -> None:
    report = take(uow, table(tmp_path, reviewer="K. Tam"), NOW, Intake(create_missing=create))
    assert codes(report) == ([] if create else ["table_unknown_reviewer"])
    assert (uow.people.find("K. Tam") is not None) is create
    assert len(uow.people.expected(app014)) == create


def guarded(uow: UnitOfWork, application: ApplicationId, how: str) -> None:
    if how == "locked_withdrawn":
        uow.applications.withdraw(application, NOW.date())
    elif how == "released":
        uow.consensus.release(application, NOW, "R. Vogelsang", "bestätigt")
    else:
        who = "K. Tamm" if how == "reviewer_excluded" else "M. Adler"
        uow.people.set_conflict(application, PersonId(who), ConflictOfInterest.EXCLUDED)


@pytest.mark.parametrize("how", ["locked_withdrawn", "released", "reviewer_excluded", "conflict_excluded"])
@pytest.mark.parametrize("is_known", [False, True])
def test_a_table_changes_nothing_where_nobody_may_write(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path, how: str, *, is_known: bool
) -> None:
    """What is there already may stand in the table all the same, so that a whole round can be imported again."""
    if is_known:
        take(uow, table(tmp_path), NOW)
    guarded(uow, app014, how)
    assert codes(take(uow, table(tmp_path, score="1"), NOW)) == [how]
    again = take(uow, table(tmp_path), NOW)
    assert (again.outcome, codes(again)) == ((TakeOutcome.UNCHANGED, []) if is_known else (TakeOutcome.REFUSED, [how]))
    assert [one.value("A1") for one in uow.reviews.of(app014)] == ([Fraction(7, 2)] if is_known else [])


def test_rows_with_nothing_in_them_begin_no_review(uow: UnitOfWork, app014: ApplicationId, tmp_path: Path) -> None:
    path = tmp_path / "leer.csv"
    path.write_text(
        "application;reviewer;criterion;score;rationale\nGC-2026-014;K. Tamm;A1;;\nNEU-1;Niemand;A1;;\n", "utf-8"
    )
    assert take(uow, path, NOW).outcome is TakeOutcome.UNCHANGED
    assert (uow.reviews.of(app014), uow.people.expected(app014), uow.people.find("Niemand")) == ((), (), None)
