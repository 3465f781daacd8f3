"""What the store itself counts, by SQL alone: the other side of every export's self-check."""

from sqlalchemy import ColumnElement, Connection, func, select

from db.tables import applications, conflicts, reviews, scores
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.exports.material import Counts

_BLANKS = "".join(character for character in map(chr, range(0x3001)) if character.isspace())


def count(connection: Connection, application: ApplicationId | None) -> Counts:
    """Count applications, counted reviews, their answers (n. b. included) and their rationales that are not blank.

    A review counts when it is submitted, its person not excluded and its application not withdrawn.
    """
    excluded = select(conflicts.c.person).where(
        conflicts.c.application == reviews.c.application,
        conflicts.c.person == reviews.c.person,
        conflicts.c.state == ConflictOfInterest.EXCLUDED.value,
    )
    conditions: list[ColumnElement[bool]] = [
        reviews.c.state == ReviewState.SUBMITTED.value,
        applications.c.withdrawn.is_(None),
        ~excluded.exists(),
    ]
    every = select(func.count()).select_from(applications)
    if application is not None:
        conditions.append(applications.c.id == application)
        every = every.where(applications.c.id == application)
    of_reviews = (
        select(func.count()).select_from(reviews).join(applications, applications.c.id == reviews.c.application)
    )
    of_scores = (
        select(func.count())
        .select_from(scores)
        .join(reviews, reviews.c.id == scores.c.review)
        .join(applications, applications.c.id == reviews.c.application)
        .where(*conditions)
    )
    given = of_scores.where(scores.c.kind.in_(("number", "nb")))
    worded = of_scores.where(func.trim(scores.c.rationale, _BLANKS) != "")
    return Counts(
        applications=connection.scalar(every) or 0,
        reviews=connection.scalar(of_reviews.where(*conditions)) or 0,
        scores=connection.scalar(given) or 0,
        rationales=connection.scalar(worded) or 0,
    )
