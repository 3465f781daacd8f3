"""Reviews with their scores; every change goes through here and leaves a line in the history."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from sqlalchemy import RowMapping, Select, exists, insert, select, update

from db import mapping
from db.repositories.counting import count
from db.repositories.history import HistorySubject, Stamp, append, read
from db.repositories.transaction import Transaction
from db.tables import application_versions as versions
from db.tables import applications, of_newest_version, people, plain, reviews, scores
from reviewer_app.domain.errors import BrokenError
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState, Score
from reviewer_app.domain.scale import Value
from reviewer_app.exports.material import Counts
from reviewer_app.services.ports import HistoryEntry, ReviewProgress

ONE_APPLICATION = 100
"""How many reviews are asked for by id at most; more are read by one scan."""


class ReviewsRepository:
    """All reviews of the round, drafts included; who may see them is a use case's matter."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def of(self, application: ApplicationId) -> tuple[Review, ...]:
        """Return all reviews of an application, by member number."""
        return self._read(_reviews().where(reviews.c.application == application))

    def all(self) -> Mapping[ApplicationId, tuple[Review, ...]]:
        """Return all reviews of the round by application; an application without a review has no entry."""
        found: dict[ApplicationId, list[Review]] = {}
        for review in self._read(_reviews()):
            found.setdefault(review.application, []).append(review)
        return {application: tuple(ones) for application, ones in found.items()}

    def by(self, person: PersonId) -> Mapping[ApplicationId, Review]:
        """Return a person's reviews by application."""
        found = self._read(_reviews().where(reviews.c.person == person), person)
        return {one.application: one for one in found}

    def standings(self) -> Mapping[ApplicationId, tuple[ReviewProgress, ...]]:
        """Return how far every review of the round is by application, counted without reading any answer."""
        answered = exists().where(scores.c.review == reviews.c.id, scores.c.kind != "none")
        wanted = select(reviews.c.application, reviews.c.person, reviews.c.state, answered.label("scored"))
        found: dict[ApplicationId, list[ReviewProgress]] = {}
        for row in self._transaction.connection.execute(wanted):
            standing = ReviewProgress(row.person, ReviewState(row.state), bool(row.scored))
            found.setdefault(row.application, []).append(standing)
        return {application: tuple(ones) for application, ones in found.items()}

    def states(self, application: ApplicationId) -> Mapping[PersonId, ReviewState]:
        """Return how far each person's review of an application is, without reading any answer."""
        wanted = select(reviews.c.person, reviews.c.state).where(reviews.c.application == application)
        return {row.person: ReviewState(row.state) for row in self._transaction.connection.execute(wanted)}

    def find(self, application: ApplicationId, person: PersonId) -> Review | None:
        """Return one person's review of an application, or None."""
        own = (reviews.c.application == application) & (reviews.c.person == person)
        return next(iter(self._read(_reviews().where(own))), None)

    def create(self, application: ApplicationId, person: PersonId, origin: ReviewOrigin, at: datetime) -> Review:
        """Begin a review (draft); raise BrokenError where this person has one of this application."""
        if self.find(application, person) is not None:
            raise BrokenError("review_exists", application)
        review = ReviewId(new_id())
        self._transaction.connection.execute(
            insert(reviews).values(
                id=review,
                application=application,
                person=person,
                state=ReviewState.DRAFT.value,
                origin=origin.value,
                overall="",
                begun_at=at,
                reopened_reason="",
                edition=1,
            )
        )
        made = self._transaction.require(self.find(application, person), "review", review)
        by = self._transaction.own_name() or made.reviewer.name
        self._append(self._head(review), "", "state", "", ReviewState.DRAFT.value, Stamp(at, by))
        return made

    def set_value(self, review: ReviewId, criterion: str, value: Value | None, at: datetime, by: str) -> None:
        """Store an answer (None clears it), append to the history where it differs; raise ValueError off the scale."""
        head = self._head(review)
        columns = mapping.answer_columns(self._transaction.scale(head["catalogue"]), value)
        values = self._transaction.scale_values(head["catalogue"])
        row = self._score(review, criterion)
        before = None if row is None else mapping.answer(values, row["kind"], row["step"])
        if value == before:
            return
        self._put_score(review, criterion, row, columns)
        spelt = mapping.answer_text(before), mapping.answer_text(value)
        self._append(head, criterion, "value", *spelt, Stamp(at, by))

    def set_rationale(self, review: ReviewId, criterion: str, text: str, at: datetime, by: str) -> None:
        """Store a rationale and append to the history where it differs."""
        text = plain(text)
        row = self._score(review, criterion)
        before = "" if row is None else row["rationale"]
        if text == before:
            return
        self._put_score(review, criterion, row, {"rationale": text})
        self._append(self._head(review), criterion, "rationale", before, text, Stamp(at, by))

    def set_overall(self, review: ReviewId, text: str, at: datetime, by: str) -> None:
        """Store the general impression and append to the history where it differs."""
        text = plain(text)
        head = self._head(review)
        if text == head["overall"]:
            return
        self._update(review, {"overall": text})
        self._append(head, "", "overall", head["overall"], text, Stamp(at, by))

    def set_state(self, review: ReviewId, state: ReviewState, at: datetime, by: str, reason: str = "") -> None:
        """Submit or reopen; reopening keeps the reason and counts the edition up. The same state again is no change."""
        head = self._head(review)
        if head["state"] == state:
            return
        if state is ReviewState.SUBMITTED:
            self._update(review, {"state": state.value, "submitted_at": at})
        else:
            reopened = {"submitted_at": None, "reopened_reason": reason, "edition": head["edition"] + 1}
            self._update(review, {"state": state.value} | reopened)
        self._append(head, "", "state", head["state"], state.value, Stamp(at, by, note=reason))

    def history(self, application: ApplicationId) -> tuple[HistoryEntry, ...]:
        """Return the history of an application, oldest first."""
        return read(self._transaction, application)

    def counts(self, application: ApplicationId | None = None) -> Counts:
        """Count what is stored, by SQL, independently of any figure: counted reviews, their scores and rationales."""
        return count(self._transaction.connection, application)

    def _head(self, review: ReviewId) -> RowMapping:
        """Return the row of a review with the catalogue its application is scored by."""
        row = self._transaction.connection.execute(_reviews().where(reviews.c.id == review)).mappings().first()
        return self._transaction.require(row, "review", review)

    def _score(self, review: ReviewId, criterion: str) -> RowMapping | None:
        same = (scores.c.review == review) & (scores.c.criterion == criterion)
        return self._transaction.connection.execute(select(scores).where(same)).mappings().first()

    def _put_score(
        self, review: ReviewId, criterion: str, row: RowMapping | None, values: Mapping[str, object]
    ) -> None:
        if row is None:
            blank: dict[str, object] = {"kind": "none", "step": None, "rationale": ""}
            whole = blank | dict(values)
            statement = insert(scores).values(review=review, criterion=criterion, **whole)
            self._transaction.connection.execute(statement)
        else:
            same = (scores.c.review == review) & (scores.c.criterion == criterion)
            self._transaction.connection.execute(update(scores).where(same).values(**values))

    def _update(self, review: ReviewId, values: Mapping[str, object]) -> None:
        self._transaction.connection.execute(update(reviews).where(reviews.c.id == review).values(**values))

    def _append(self, head: RowMapping, criterion: str, what: str, before: str, after: str, stamp: Stamp) -> None:
        spot = HistorySubject(head["application"], head["id"], criterion, what)
        named = Stamp(stamp.at, stamp.by, head["origin"], stamp.note)
        append(self._transaction, spot, before, after, named)

    def _read(self, wanted: Select[tuple[object, ...]], person: PersonId | None = None) -> tuple[Review, ...]:
        """Return the reviews of a query, their scores in one further query, people as one value each.

        `person` says that all of them are hers.
        """
        rows = self._transaction.connection.execute(wanted).mappings().all()
        answers = self._answers(rows, person)
        known = self._people(rows)
        return tuple(_review(row, known[row["person"]], answers.get(row["id"], {})) for row in rows)

    def _people(self, rows: Sequence[RowMapping]) -> Mapping[str, Person]:
        """Return the people of reviews by id, each once."""
        wanted = select(people)
        if len(rows) == 1:
            wanted = wanted.where(people.c.id == rows[0]["person"])
        return {row["id"]: mapping.person(row) for row in self._transaction.connection.execute(wanted).mappings()}

    def _answers(self, rows: Iterable[RowMapping], person: PersonId | None) -> Mapping[str, Mapping[str, Score]]:
        """Return the scores of reviews by review and criterion, in the order of the criteria's keys."""
        values_of = {row["id"]: self._transaction.scale_values(row["catalogue"]) for row in rows}
        if not values_of:
            return {}
        wanted = select(scores)
        if len(values_of) <= ONE_APPLICATION:
            wanted = wanted.where(scores.c.review.in_(values_of))
        elif person is not None:
            wanted = wanted.join(reviews, reviews.c.id == scores.c.review).where(reviews.c.person == person)
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
