"""Reading and scoring one application: what a reviewer sees, and every way an answer is stored.

A review entered for somebody else (paper, telephone) goes through the same functions with `reviewer` given.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction

from reviewer_app.domain.application import Application, FieldChange
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.form.checks import figures
from reviewer_app.domain.form.formal_checks import FormalResult, formal_results
from reviewer_app.domain.form.hints import HintValue, hint
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.reviews.permissions import (
    Act,
    Authorship,
    Contribution,
    Denial,
    Role,
    Situation,
    denied,
    may,
)
from reviewer_app.domain.reviews.review import (
    LONG_TEXT,
    MOST_TEXT,
    Gap,
    Missing,
    Person,
    Review,
    ReviewOrigin,
    ReviewState,
    drawn_number,
    missing,
)
from reviewer_app.domain.reviews.scoring import AreaFigures, running_area
from reviewer_app.domain.scale import Value
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.permissions import application_of, author_here, contribution, require, situation
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import too_long
from reviewer_app.services.round import person_here


@dataclass(frozen=True, slots=True)
class Running:
    """The running state of a review over scored criteria only, n. b. left out; points exact."""

    areas: tuple[AreaFigures, ...]
    points: Fraction
    maximum: Fraction
    answered: int
    not_assessable: int
    total: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reading page shows of one application.

    `review` is the review being read or written; `others` the submitted reviews of others, empty until one may see
    them; `situation` and `contribution` decide what may be done with `review`; `recognised` says of how many pages of
    an annex, by its hash, text was recognised.
    """

    application: Application
    catalogue: Catalogue
    me: Person | None
    reviewer: Person | None
    review: Review | None
    others: tuple[Review, ...]
    hints: Mapping[str, HintValue]
    figures: Mapping[str, Fraction | None]
    formal: tuple[FormalResult, ...]
    changes: tuple[FieldChange, ...]
    running: Running
    missing: tuple[Missing, ...]
    situation: Situation
    contribution: Contribution
    recognised: Mapping[str, int] = field(default_factory=dict)

    @property
    def locked(self) -> Denial | None:
        """Why nothing of the review may be changed, None where it may."""
        return denied(Act.ENTER, self.situation, self.contribution)


def running(catalogue: Catalogue, review: Review | None) -> Running:
    """Return the running state of a review (none is an empty one)."""
    values = {one.key: review.value(one.key) if review else None for one in catalogue.criteria}
    numbers = {key: value if isinstance(value, Fraction) else None for key, value in values.items()}
    areas = tuple(running_area(catalogue, area, numbers) for area in catalogue.areas)
    answered = sum(value is not None for value in values.values())
    scored = sum(value is not None for value in numbers.values())
    return Running(
        areas=areas,
        points=sum((area.points for area in areas if area.points is not None), Fraction(0)),
        maximum=sum((area.maximum for area in areas), Fraction(0)),
        answered=answered,
        not_assessable=answered - scored,
        total=len(values),
    )


def read(uow: UnitOfWork, number: str, reviewer: PersonId | None = None) -> Reading:
    """Return what the reading page shows; `reviewer` is whose review is entered (default: one's own).

    Raises MendableError: `unknown_application`; `conflict_excluded` where one declared oneself excluded.
    """
    me = person_here(uow)
    application = application_of(uow, number)
    catalogue = uow.catalogues.get(application.catalogue)
    here = situation(uow, me, application, reviewer)
    require(Act.READ, here, number)
    whose = uow.people.get(reviewer) if reviewer else me
    every = uow.reviews.of(application.id)
    review = next((item for item in every if whose and item.reviewer.id == whose.id), None)
    form = application.form
    hints = {
        criterion.key: found
        for criterion in catalogue.criteria
        if form is not None
        and (found := hint(catalogue, criterion.key, form, application.members, application.reference_date))
    }
    return Reading(
        application=application,
        catalogue=catalogue,
        me=me,
        reviewer=whose,
        review=review,
        others=_visible(every, here, review, me),
        hints=hints,
        figures=figures(catalogue, form, application.members, application.reference_date) if form else {},
        formal=formal_results(catalogue, application, decisions=uow.applications.formal_decisions(application.id)),
        changes=uow.applications.changes(application.id),
        running=running(catalogue, review),
        missing=missing(catalogue, review),
        situation=replace(here, role=whose.role if whose else None, submitted=_is_submitted(review)),
        contribution=contribution(me, reviewer, review.origin if review else _begun_as(reviewer)),
        recognised=uow.recognised.counts([one.sha256 for one in application.annexes]),
    )


def _visible(
    every: tuple[Review, ...], here: Situation, review: Review | None, me: Person | None
) -> tuple[Review, ...]:
    """Return the reviews of others that one may see beside `review`, the one that is entered."""
    own = review if me is not None and review is not None and review.reviewer.id == me.id else None
    here = replace(here, submitted=_is_submitted(own))
    others = (one for one in every if one is not review)
    return tuple(
        one for one in others if may(Act.READ_REVIEW, here, Contribution(Authorship.OTHER, finished=_is_submitted(one)))
    )


def _begun_as(reviewer: PersonId | None) -> ReviewOrigin:
    """Return how a review begins: what is entered for somebody else did not come about at a desk."""
    return ReviewOrigin.PAPER if reviewer else ReviewOrigin.DESK


def _is_submitted(review: Review | None) -> bool:
    return review is not None and review.is_submitted


def _writable(
    uow: UnitOfWork,
    application: ApplicationId,
    act: Act,
    reviewer: PersonId | None,
    origin: ReviewOrigin = ReviewOrigin.DESK,
) -> tuple[Review | None, PersonId, str]:
    """Return the review to change, whose it is, and the name of who changes it; raise MendableError where denied.

    `origin` is where the review would come from where there is none yet.
    """
    author = author_here(uow)
    whose = reviewer or author.id
    present = uow.applications.get(application, light=True)
    review = uow.reviews.find(application, whose)
    here = replace(situation(uow, author, present, whose), submitted=_is_submitted(review))
    require(act, here, present.number, contribution(author, whose, review.origin if review else origin))
    return review, whose, author.name


@dataclass(frozen=True, slots=True)
class Stored:
    """A review as it stands in the store after a change, with what follows from it."""

    review: Review
    running: Running
    missing: tuple[Missing, ...]


def _stored(uow: UnitOfWork, application: ApplicationId, whose: PersonId, *kinds: Changed) -> Outcome[Stored]:
    review = uow.reviews.find(application, whose) or _unbegun(uow, application, whose)
    catalogue = uow.catalogues.get(uow.applications.catalogue_of(application))
    value = Stored(review, running(catalogue, review), missing(catalogue, review))
    return Outcome(value, Changes.of(*kinds, application=application))


def _unbegun(uow: UnitOfWork, application: ApplicationId, whose: PersonId) -> Review:
    """Return what stands of a review that nobody began: nothing."""
    return Review(ReviewId(""), application, uow.people.get(whose), ReviewState.DRAFT, ReviewOrigin.DESK)


type _Write = Callable[[ReviewId, str], None]


def _write(  # the facts of one answer
    uow: UnitOfWork,
    application: ApplicationId,
    reviewer: PersonId | None,
    origin: ReviewOrigin,
    at: datetime,
    write: _Write,
    *,
    empty: bool,
) -> Outcome[Stored]:
    """Let `write` change a review (its id, the name of who writes), which is begun unless what is written is empty."""
    review, whose, by = _writable(uow, application, Act.SCORE, reviewer, origin)
    if review is None and not empty:
        review = uow.reviews.create(application, whose, origin, at)
    if review is not None:
        write(review.id, by)
        uow.commit()
    return _stored(uow, application, whose, Changed.SCORES)


def set_value(  # the facts of one answer
    uow: UnitOfWork,
    application: ApplicationId,
    criterion: str,
    value: Value | None,
    at: datetime,
    *,
    reviewer: PersonId | None = None,
    origin: ReviewOrigin = ReviewOrigin.DESK,
) -> Outcome[Stored]:
    """Store an answer (a number on the scale, n. b., or None to clear it).

    Raises MendableError: `off_scale`, `unknown_criterion`, or why the review is locked.
    """
    catalogue = uow.catalogues.get(uow.applications.catalogue_of(application))
    _check_value(catalogue, criterion, value)

    def write(review: ReviewId, by: str) -> None:
        uow.reviews.set_value(review, criterion, value, at, by)

    return _write(uow, application, reviewer, origin, at, write, empty=value is None)


def _check_value(catalogue: Catalogue, criterion: str, value: Value | None) -> None:
    if all(one.key != criterion for one in catalogue.criteria):
        raise MendableError("unknown_criterion", criterion)
    if isinstance(value, Fraction) and not catalogue.scale.contains(value):
        raise MendableError("off_scale", criterion, value=str(value))
    if value is not None and not isinstance(value, Fraction) and not catalogue.scale.not_assessable:
        raise MendableError("off_scale", criterion, value=value.value)


def _check_text(text: str, place: str) -> None:
    if len(text) > MOST_TEXT:
        raise too_long(place, len(text), MOST_TEXT)


def set_rationale(  # the facts of one answer
    uow: UnitOfWork,
    application: ApplicationId,
    criterion: str,
    text: str,
    at: datetime,
    *,
    reviewer: PersonId | None = None,
    origin: ReviewOrigin = ReviewOrigin.DESK,
) -> Outcome[Stored]:
    """Store a rationale of at most MOST_TEXT characters; raise MendableError where it is longer or all is locked."""
    _check_text(text, criterion)
    catalogue = uow.catalogues.get(uow.applications.catalogue_of(application))
    _check_value(catalogue, criterion, None)

    def write(review: ReviewId, by: str) -> None:
        uow.reviews.set_rationale(review, criterion, text, at, by)

    return _write(uow, application, reviewer, origin, at, write, empty=not text)


def set_overall(
    uow: UnitOfWork,
    application: ApplicationId,
    text: str,
    at: datetime,
    *,
    reviewer: PersonId | None = None,
    origin: ReviewOrigin = ReviewOrigin.DESK,
) -> Outcome[Stored]:
    """Store the general impression, which is never counted."""
    _check_text(text, "")

    def write(review: ReviewId, by: str) -> None:
        uow.reviews.set_overall(review, text, at, by)

    return _write(uow, application, reviewer, origin, at, write, empty=not text)


def submit(
    uow: UnitOfWork, application: ApplicationId, at: datetime, *, reviewer: PersonId | None = None
) -> Outcome[Stored]:
    """Hand a review in.

    Raises MendableError: `review_incomplete` with the number of things missing; where only the length of a rationale
    keeps it, `rationale_too_long` with the count.
    """
    review, whose, by = _writable(uow, application, Act.SUBMIT, reviewer, _begun_as(reviewer))
    catalogue = uow.catalogues.get(uow.applications.catalogue_of(application))
    gaps = missing(catalogue, review)
    lacking = [gap for gap in gaps if gap.gap is not Gap.LENGTH]
    if lacking:
        keys = ", ".join(dict.fromkeys(gap.criterion for gap in lacking))
        raise MendableError("review_incomplete", keys, n=len(lacking))
    if gaps:
        raise too_long(gaps[0].criterion, gaps[0].count, LONG_TEXT)
    made = review or uow.reviews.create(application, whose, _begun_as(reviewer), at)
    uow.reviews.set_state(made.id, ReviewState.SUBMITTED, at, by)
    uow.commit()
    return _stored(uow, application, whose, Changed.REVIEW_STATE, Changed.SCORES)


def next_to_do(uow: UnitOfWork, number: str, order: Sequence[str]) -> str:
    """Return the application after `number` in `order`, and round, whose review one has yet to hand in; empty: none.

    That is what a reviewer may write to; chair and office only where their review is expected.
    """
    me = person_here(uow)
    if me is None:
        return ""
    place = order.index(number) + 1 if number in order else 0
    mine, expected = uow.reviews.by(me.id), uow.people.all_expected()
    every = {one.number: one for one in uow.applications.all(light=True) if one.number != number}
    for application in (every[one] for one in (*order[place:], *order[:place]) if one in every):
        is_due = me.role is Role.REVIEWER or me.id in expected.get(application.id, ())
        here = replace(situation(uow, me, application), submitted=_is_submitted(mine.get(application.id)))
        if is_due and may(Act.READ, here) and may(Act.SCORE, here):
            return application.number
    return ""


def reopen(
    uow: UnitOfWork, application: ApplicationId, reason: str, at: datetime, *, reviewer: PersonId | None = None
) -> Outcome[Stored]:
    """Open a submitted review again with a reason; the history keeps what it was.

    Raises MendableError: `reopen_reason_missing`, `unknown_review`, or why the review is locked.
    """
    review, whose, by = _writable(uow, application, Act.REOPEN, reviewer, _begun_as(reviewer))
    if review is None:
        raise MendableError(Denial.NOT_SUBMITTED.code)
    if not reason.strip():
        raise MendableError("reopen_reason_missing")
    uow.reviews.set_state(review.id, ReviewState.DRAFT, at, by, reason.strip())
    uow.commit()
    return _stored(uow, application, whose, Changed.REVIEW_STATE, Changed.SCORES)


def begin_for(
    uow: UnitOfWork, application: ApplicationId, name: str, origin: ReviewOrigin, at: datetime
) -> Outcome[Review]:
    """Begin a review that came by paper or telephone for its reviewer; its origin is noted with every answer.

    That person's review is expected from now on. Raises MendableError where nothing may be entered for that person.
    """
    clean = " ".join(name.split())
    if not clean:
        raise MendableError("name_length", limit=200)
    person = uow.people.find(clean)
    if person is None:
        number = drawn_number(one.number for one in uow.people.all())
        person = Person(PersonId(new_id()), clean, number)
        uow.people.put(person)
    review, _, _ = _writable(uow, application, Act.BEGIN_FOR, person.id, origin)
    uow.people.assign({application: [person.id]})
    made = review or uow.reviews.create(application, person.id, origin, at)
    uow.commit()
    return Outcome(made, Changes.of(Changed.PEOPLE, Changed.SCORES, application=application))


def withdraw(uow: UnitOfWork, application: ApplicationId, at: datetime, *, back: bool = False) -> Outcome[Application]:
    """Mark an application as withdrawn today, or take that back; its papers and reviews stay.

    Raises MendableError(`released`) while its consolidation is released.
    """
    present = uow.applications.get(application, light=True)
    require(Act.WITHDRAW, situation(uow, person_here(uow), present), present.number)
    uow.applications.withdraw(application, None if back else at.date())
    uow.commit()
    return Outcome(uow.applications.get(application), Changes.of(Changed.APPLICATIONS, application=application))
