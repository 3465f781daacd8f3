"""The people of the round, who is expected to review what, and what they said about their conflicts of interest."""

from collections.abc import Collection, Mapping, Sequence
from itertools import batched

from sqlalchemy import ColumnElement, exists, func, select, union

from db import mapping
from db.repositories.transaction import Transaction
from db.tables import assignments, conflicts, people, reviews, scores
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.review import Person, ReviewState

_AT_ONCE = 500
"""How many statements are stored together."""


class PeopleRepository:
    """Everybody with a name in this round."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def all(self) -> tuple[Person, ...]:
        """Return everybody by member number."""
        rows = self._transaction.connection.execute(select(people).order_by(people.c.number, people.c.id)).mappings()
        return tuple(mapping.person(row) for row in rows)

    def get(self, person: PersonId) -> Person:
        """Return one person; raise BrokenError where there is none of this id."""
        row = self._transaction.connection.execute(select(people).where(people.c.id == person)).mappings().first()
        return mapping.person(self._transaction.require(row, "person", person))

    def find(self, name: str) -> Person | None:
        """Return the person with this name, compared trimmed and in NFC."""
        same = select(people).where(people.c.name_key == mapping.name_key(name)).order_by(people.c.number, people.c.id)
        row = self._transaction.connection.execute(same).mappings().first()
        return None if row is None else mapping.person(row)

    def put(self, person: Person) -> None:
        """Store or change a person."""
        row = self._transaction.connection.execute(select(people).where(people.c.id == person.id)).mappings().first()
        if row is not None and mapping.person(row) == person:
            return
        values = mapping.person_columns(person)
        self._transaction.put(people, {"id": values.pop("id")}, values)
        self._transaction.touch()

    def assign(self, whom: Mapping[ApplicationId, Collection[PersonId]]) -> None:
        """Note who is expected to review which applications, in few statements however many."""
        for some in batched(whom, _AT_ONCE):
            held = select(assignments).where(assignments.c.application.in_(some))
            known = {(row.application, row.person) for row in self._transaction.connection.execute(held)}
            wanted = dict.fromkeys((application, person) for application in some for person in whom[application])
            rows = [{"application": one, "person": who} for one, who in wanted if (one, who) not in known]
            if rows:
                self._transaction.insert(assignments, rows)
                self._transaction.touch()

    def expected(self, application: ApplicationId) -> tuple[PersonId, ...]:
        """Return who is expected to review an application, by member number: assigned, or with a review; distinct.

        A review in which nothing stands says nothing of whoever began it.
        """
        known = union(
            select(assignments.c.person).where(assignments.c.application == application),
            select(reviews.c.person).where(reviews.c.application == application, _says_something()),
        ).subquery()
        found = select(people.c.id).join(known, known.c.person == people.c.id).order_by(people.c.number, people.c.id)
        return tuple(PersonId(one) for one in self._transaction.connection.scalars(found))

    def all_expected(self) -> Mapping[ApplicationId, tuple[PersonId, ...]]:
        """Return the same for every application; one without anybody has no entry."""
        known = union(
            select(assignments.c.application, assignments.c.person),
            select(reviews.c.application, reviews.c.person).where(_says_something()),
        ).subquery()
        rows = self._transaction.connection.execute(
            select(known.c.application, known.c.person)
            .join(people, known.c.person == people.c.id)
            .order_by(people.c.number, people.c.id)
        )
        found: dict[ApplicationId, list[PersonId]] = {}
        for application, person in rows:
            found.setdefault(ApplicationId(application), []).append(PersonId(person))
        return {application: tuple(ones) for application, ones in found.items()}

    def conflict(self, application: ApplicationId, person: PersonId) -> ConflictOfInterest:
        """Return where a person stands; none where nobody asked."""
        same = (conflicts.c.application == application) & (conflicts.c.person == person)
        state = self._transaction.connection.scalar(select(conflicts.c.state).where(same))
        return ConflictOfInterest(state or ConflictOfInterest.NONE)

    def set_conflict(self, application: ApplicationId, person: PersonId, state: ConflictOfInterest) -> None:
        """Store where a person stands."""
        self.set_conflicts([(application, person, state)])

    def set_conflicts(self, many: Sequence[tuple[ApplicationId, PersonId, ConflictOfInterest]]) -> None:
        """Store where people stand, in few statements where nobody had said anything before."""
        for some in batched(many, _AT_ONCE):
            of_these = conflicts.c.application.in_({application for application, _, _ in some})
            rows = self._transaction.connection.execute(select(conflicts).where(of_these))
            known = {(row.application, row.person): row.state for row in rows}
            stated = {(application, person): state.value for application, person, state in some}
            changed = {key: state for key, state in stated.items() if known.get(key) != state}
            fresh = [
                {"application": application, "person": person, "state": state}
                for (application, person), state in changed.items()
                if (application, person) not in known
            ]
            self._transaction.insert(conflicts, fresh)
            for application, person in changed.keys() & known.keys():
                key = {"application": application, "person": person}
                self._transaction.put(conflicts, key, {"state": changed[application, person]})
            if changed:
                self._transaction.touch()

    def all_conflicts(self) -> Mapping[ApplicationId, Mapping[PersonId, ConflictOfInterest]]:
        """Return where everybody stands who was asked, by application and person."""
        found: dict[ApplicationId, dict[PersonId, ConflictOfInterest]] = {}
        for application, person, state in self._transaction.connection.execute(select(conflicts)):
            found.setdefault(ApplicationId(application), {})[PersonId(person)] = ConflictOfInterest(state)
        return found

    def excluded(self, application: ApplicationId) -> frozenset[str]:
        """Return the ids of people excluded from an application."""
        found = select(conflicts.c.person).where(
            conflicts.c.application == application, conflicts.c.state == ConflictOfInterest.EXCLUDED.value
        )
        return frozenset(self._transaction.connection.scalars(found))


def _says_something() -> ColumnElement[bool]:
    """Return the condition under which a review is handed in, or holds an answer or a text."""
    holds = (scores.c.kind != "none") | (func.trim(scores.c.rationale) != "")
    answered = exists().where(scores.c.review == reviews.c.id, holds)
    return (reviews.c.state == ReviewState.SUBMITTED.value) | (func.trim(reviews.c.overall) != "") | answered
