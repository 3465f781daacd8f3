"""Reviews with their scores; every change goes through here and leaves a line in the history."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import batched
from operator import attrgetter

from sqlalchemy import ColumnElement, RowMapping, Select, exists, select

from db import mapping
from db.repositories.counting import count
from db.repositories.history import read
from db.repositories.review_writing import ReviewWriting
from db.repositories.transaction import Transaction
from db.tables import application_versions as versions
from db.tables import applications, of_newest_version, people, reviews, scores
from reviewer_app.domain.errors import BrokenError
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState, Score
from reviewer_app.domain.scale import Value
from reviewer_app.exports.material import Counts
from reviewer_app.services.ports import BegunReview, HistoryEntry, ReviewChange, ReviewProgress

_AT_ONCE = 10_000
"""How many steps are gathered before they are written."""

_TOGETHER = 500
"""Of how many applications the reviews are read together."""


class ReviewsRepository:
    """All reviews of the round, drafts included; who may see them is a use case's matter."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def of(self, application: ApplicationId) -> tuple[Review, ...]:
        """Return all reviews of an application, by member number."""
        return self._read(reviews.c.application == application)

    def all(self, among: Collection[ApplicationId] | None = None) -> Mapping[ApplicationId, tuple[Review, ...]]:
        """Return all reviews of the round by application, or those of some; one without a review has no entry."""
        found: dict[ApplicationId, list[Review]] = {}
        for some in (None,) if among is None else batched(among, _TOGETHER):
            for review in self._read(None if some is None else reviews.c.application.in_(some)):
                found.setdefault(review.application, []).append(review)
        return {application: tuple(ones) for application, ones in found.items()}

    def by(self, person: PersonId) -> Mapping[ApplicationId, Review]:
        """Return a person's reviews by application."""
        return {one.application: one for one in self._read(reviews.c.person == person)}

    def standings(self) -> Mapping[ApplicationId, tuple[ReviewProgress, ...]]:
        """Return how far every review of the round is by application, counted without reading any answer."""
        answered = exists().where(scores.c.review == reviews.c.id, scores.c.kind != "none")
        shown = reviews.c.application, reviews.c.person, reviews.c.state, reviews.c.submitted_at
        wanted = select(*shown, answered.label("scored"))
        found: dict[ApplicationId, list[ReviewProgress]] = {}
        for row in self._transaction.connection.execute(wanted):
            progress = ReviewProgress(row.person, ReviewState(row.state), bool(row.scored), row.submitted_at)
            found.setdefault(row.application, []).append(progress)
        return {application: tuple(ones) for application, ones in found.items()}

    def states(self, application: ApplicationId) -> Mapping[PersonId, ReviewState]:
        """Return how far each person's review of an application is, without reading any answer."""
        wanted = select(reviews.c.person, reviews.c.state).where(reviews.c.application == application)
        return {row.person: ReviewState(row.state) for row in self._transaction.connection.execute(wanted)}

    def find(self, application: ApplicationId, person: PersonId) -> Review | None:
        """Return one person's review of an application, or None."""
        own = (reviews.c.application == application) & (reviews.c.person == person)
        return next(iter(self._read(own)), None)

    def create(self, application: ApplicationId, person: PersonId, origin: ReviewOrigin, at: datetime) -> Review:
        """Begin a review (draft); raise BrokenError where this person has one of this application."""
        if self.find(application, person) is not None:
            raise BrokenError("review_exists", application)
        row = self._transaction.connection.execute(select(people).where(people.c.id == person)).mappings().first()
        reviewer = mapping.person(self._transaction.require(row, "person", person))
        review = Review(ReviewId(new_id()), application, reviewer, ReviewState.DRAFT, origin)
        self.write([BegunReview(review, at)])
        return review

    def set_value(self, review: ReviewId, criterion: str, value: Value | None, at: datetime, by: str) -> None:
        """Store an answer (None clears it), append to the history where it differs; raise ValueError off the scale."""
        self.write([ReviewChange(review, "value", value, at, by, criterion)])

    def set_rationale(self, review: ReviewId, criterion: str, text: str, at: datetime, by: str) -> None:
        """Store a rationale and append to the history where it differs."""
        self.write([ReviewChange(review, "rationale", text, at, by, criterion)])

    def set_overall(self, review: ReviewId, text: str, at: datetime, by: str) -> None:
        """Store the general impression and append to the history where it differs."""
        self.write([ReviewChange(review, "overall", text, at, by)])

    def set_state(self, review: ReviewId, state: ReviewState, at: datetime, by: str, reason: str = "") -> None:
        """Submit or reopen; reopening keeps the reason and counts the edition up. The same state again is no change."""
        self.write([ReviewChange(review, "state", state, at, by, note=reason)])

    def write(self, steps: Sequence[BegunReview | ReviewChange]) -> None:
        """Begin and change reviews in few statements, however many; the history reads as if it were one by one.

        Raises BrokenError where a review is not there, ValueError for a value off the scale.
        """
        for some in batched(steps, _AT_ONCE):
            ReviewWriting(self._transaction).write(some)

    def history(self, application: ApplicationId) -> tuple[HistoryEntry, ...]:
        """Return the history of an application, oldest first."""
        return read(self._transaction, application)

    def counts(self, application: ApplicationId | None = None) -> Counts:
        """Count what is stored, by SQL, independently of any figure: counted reviews, their scores and rationales."""
        return count(self._transaction.connection, application)

    def _read(self, which: ColumnElement[bool] | None) -> tuple[Review, ...]:
        """Return reviews by a condition on their table (None: all), their scores in one further query."""
        wanted = _reviews() if which is None else _reviews().where(which)
        rows = self._transaction.connection.execute(wanted).mappings().all()
        answers = self._answers(rows, which)
        known = self._people(rows)
        return tuple(_review(row, known[row["person"]], answers.get(row["id"], {})) for row in rows)

    def _people(self, rows: Sequence[RowMapping]) -> Mapping[str, Person]:
        """Return the people of reviews by id, each once."""
        wanted = select(people)
        if len(rows) == 1:
            wanted = wanted.where(people.c.id == rows[0]["person"])
        return {row["id"]: mapping.person(row) for row in self._transaction.connection.execute(wanted).mappings()}

    def _answers(
        self, rows: Sequence[RowMapping], which: ColumnElement[bool] | None
    ) -> Mapping[str, Mapping[str, Score]]:
        """Return the scores of reviews by review and criterion, in the order of the criteria's keys."""
        values_of = {row["id"]: self._transaction.scale_values(row["catalogue"]) for row in rows}
        if not values_of:
            return {}
        wanted = select(scores)
        if which is not None:
            wanted = wanted.join(reviews, reviews.c.id == scores.c.review).where(which)
        found: dict[str, list[Score]] = {}
        for review, criterion, kind, step, rationale in self._transaction.connection.execute(wanted):
            values = values_of.get(review)
            if values is not None:
                value = mapping.answer(values, kind, step)
                found.setdefault(review, []).append(Score(criterion, value, rationale))
        return {
            review: {score.criterion: score for score in sorted(ones, key=attrgetter("criterion"))}
            for review, ones in found.items()
        }


def _reviews() -> Select[tuple[object, ...]]:
    """Return the query for reviews by member number, with the catalogue their application is scored by."""
    return (
        select(reviews, versions.c.catalogue)
        .join_from(reviews, people, reviews.c.person == people.c.id)
        .join(applications, applications.c.id == reviews.c.application)
        .join(versions, of_newest_version())
        .order_by(people.c.number, reviews.c.id)
    )


def _review(row: RowMapping, reviewer: Person, answers: Mapping[str, Score]) -> Review:
    """Return the review of a joined row."""
    return Review(
        id=ReviewId(row["id"]),
        application=ApplicationId(row["application"]),
        reviewer=reviewer,
        state=ReviewState(row["state"]),
        origin=ReviewOrigin(row["origin"]),
        scores=answers,
        overall=row["overall"],
        submitted_at=row["submitted_at"],
        reopened_reason=row["reopened_reason"],
        edition=row["edition"],
    )
