"""A clock that is set back while people work: what was entered last holds, and the history stays in its order."""

from datetime import timedelta
from fractions import Fraction

from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import read, reopen, set_rationale, set_value, submit
from tests.services.conftest import NOW

BEFORE = NOW - timedelta(days=400)


def test_the_last_entry_holds_and_stands_last_in_the_history(uow: UnitOfWork, app014: ApplicationId) -> None:
    set_value(uow, app014, "A1", Fraction(2), NOW)
    set_value(uow, app014, "A1", Fraction(4), BEFORE)
    assert read(uow, "GC-2026-014").review.value("A1") == Fraction(4)  # type: ignore[union-attr] # reason: there is one
    entries = [one for one in uow.reviews.history(app014) if one.criterion == "A1"]
    assert [(one.at, one.before, one.after) for one in entries] == [(NOW, "", "2"), (BEFORE, "2", "4")]
    assert uow.rounds.last_change() >= NOW


def test_a_review_is_handed_in_and_opened_again_on_an_earlier_day(uow: UnitOfWork, app014: ApplicationId) -> None:
    for criterion in read(uow, "GC-2026-014").catalogue.criteria:
        set_value(uow, app014, criterion.key, Fraction(3), NOW)
        set_rationale(uow, app014, criterion.key, "Grund", NOW)
    submit(uow, app014, BEFORE)
    page = read(uow, "GC-2026-014")
    assert page.review is not None
    assert (page.review.state, page.review.submitted_at) == (ReviewState.SUBMITTED, BEFORE)
    reopen(uow, app014, "Neue Zahlen", BEFORE - timedelta(days=1))
    page = read(uow, "GC-2026-014")
    assert page.review is not None
    assert (page.review.state, page.review.edition, page.review.value("A1")) == (ReviewState.DRAFT, 2, Fraction(3))
