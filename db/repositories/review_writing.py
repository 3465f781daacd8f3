"""Begins and changes reviews, one or thousands, in few statements; the history reads as if it were one by one."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import bindparam, select, update

from db import mapping
from db.repositories.history import HistoryChange, HistorySubject, Stamp, append_all
from db.repositories.transaction import Transaction
from db.tables import application_versions as versions
from db.tables import applications, of_newest_version, plain, reviews, scores
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.services.ports import BegunReview, ReviewChange

type _Row = dict[str, Any]

_OF_AN_ANSWER = ("value", "rationale")
_ANSWER = ("kind", "step", "rationale")
_HEAD = ("state", "overall", "submitted_at", "reopened_reason", "edition")


class ReviewWriting:
    """Some steps in their order: gathers in memory what they change, then writes each table once."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction
        self._heads: dict[str, _Row] = {}
        self._answers: dict[tuple[str, str], _Row] = {}
        self._changed: dict[str, _Row] = {}
        self._answered: dict[tuple[str, str], _Row] = {}
        self._lines: list[HistoryChange] = []
        self._spelt: dict[tuple[str, object], tuple[_Row, str]] = {}

    def write(self, steps: Sequence[BegunReview | ReviewChange]) -> None:
        """Carry out all steps; raise BrokenError where a review is not there, ValueError for a value off the scale."""
        begun = [one for one in steps if isinstance(one, BegunReview)]
        self._begin(begun)
        self._read({one.review for one in steps if isinstance(one, ReviewChange)}, {one.review.id for one in begun})
        stored = frozenset(self._answers)
        own_name = self._transaction.own_name() if begun else ""
        for step in steps:
            if isinstance(step, BegunReview):
                review = step.review
                stamp = Stamp(step.at, own_name or review.reviewer.name, review.origin.value)
                subject = HistorySubject(review.application, review.id, "", "state")
                self._lines.append((subject, "", ReviewState.DRAFT.value, stamp))
            else:
                self._change(step)
        self._store(stored)

    def _begin(self, begun: Sequence[BegunReview]) -> None:
        rows = [
            {
                "id": one.review.id,
                "application": one.review.application,
                "person": one.review.reviewer.id,
                "state": ReviewState.DRAFT.value,
                "origin": one.review.origin.value,
                "overall": "",
                "begun_at": one.at,
                "reopened_reason": "",
                "edition": 1,
            }
            for one in begun
        ]
        self._transaction.insert(reviews, rows)

    def _read(self, changed: Collection[str], begun: Collection[str]) -> None:
        """Read the reviews to change with the catalogue each is scored by, and the answers of those not just begun."""
        connection = self._transaction.connection
        heads = (
            select(reviews, versions.c.catalogue)
            .join(applications, applications.c.id == reviews.c.application)
            .join(versions, of_newest_version())
            .where(reviews.c.id.in_(changed))
        )
        self._heads = {row["id"]: dict(row) for row in connection.execute(heads).mappings()}
        older = [review for review in changed if review not in begun]
        if older:
            answers = connection.execute(select(scores).where(scores.c.review.in_(older))).mappings()
            self._answers = {(row["review"], row["criterion"]): dict(row) for row in answers}

    def _change(self, step: ReviewChange) -> None:
        """Note one change, where it is one."""
        head = self._transaction.require(self._heads.get(step.review), "review", step.review)
        columns, after = self._wanted(head, step)
        if step.what in _OF_AN_ANSWER:
            key = step.review, step.criterion
            blank = {"review": step.review, "criterion": step.criterion, "kind": "none", "step": None, "rationale": ""}
            row = self._answers.get(key, blank)
        else:
            row = head
        before = self._before(head, row) if step.what == "value" else row[step.what]
        if after == before:
            return
        row.update(columns)
        if row is head:
            self._changed[step.review] = row
        else:
            self._answers[key] = self._answered[key] = row
        subject = HistorySubject(head["application"], step.review, step.criterion, step.what)
        self._lines.append((subject, before, after, Stamp(step.at, step.by, head["origin"], step.note)))

    def _wanted(self, head: _Row, step: ReviewChange) -> tuple[_Row, str]:
        """Return the columns that a step changes, and what the history says of them."""
        if not isinstance(step.after, str):
            known = head["catalogue"], step.after
            if known not in self._spelt:
                columns = mapping.answer_columns(self._transaction.scale(head["catalogue"]), step.after)
                self._spelt[known] = columns, mapping.answer_text(step.after)
            return self._spelt[known]
        if step.what != "state":
            text = plain(step.after)
            return {step.what: text}, text
        if step.after == ReviewState.SUBMITTED:
            return {"state": step.after, "submitted_at": step.at}, step.after
        reopened = {"submitted_at": None, "reopened_reason": step.note, "edition": head["edition"] + 1}
        return {"state": step.after} | reopened, step.after

    def _before(self, head: _Row, row: _Row) -> str:
        values = self._transaction.scale_values(head["catalogue"])
        return mapping.answer_text(mapping.answer(values, row["kind"], row["step"]))

    def _store(self, stored: Collection[tuple[str, str]]) -> None:
        """Write what changed, each table in one statement."""
        connection = self._transaction.connection
        fresh = [row for key, row in self._answered.items() if key not in stored]
        self._transaction.insert(scores, fresh)
        changed = [row for key, row in self._answered.items() if key in stored]
        if changed:
            same = (scores.c.review == bindparam("_review")) & (scores.c.criterion == bindparam("_criterion"))
            statement = update(scores).where(same).values({name: bindparam(f"_{name}") for name in _ANSWER})
            connection.execute(statement, [{f"_{name}": value for name, value in row.items()} for row in changed])
        if self._changed:
            statement = update(reviews).where(reviews.c.id == bindparam("_id"))
            rows = [{f"_{name}": row[name] for name in ("id", *_HEAD)} for row in self._changed.values()]
            connection.execute(statement.values({name: bindparam(f"_{name}") for name in _HEAD}), rows)
        append_all(self._transaction, self._lines)
