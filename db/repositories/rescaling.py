"""Scores keep their value when a newer version of an application comes in under another catalogue.

Steps are counted on a scale; on another scale the same step would be another value.
"""

from sqlalchemy import select, update

from db import mapping
from db.repositories.transaction import Transaction
from db.tables import consensus, reviews, scores
from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import WorkspaceError


def keep_values(transaction: Transaction, application: Application, before: str) -> None:
    """Recount the steps of all answers and agreed values from the scale of catalogue `before` to the application's.

    Raise WorkspaceError(`scale_differs`) where a value that is there does not exist on the new scale.
    """
    old, new = transaction.scale(before), transaction.scale(application.catalogue)
    if (old.minimum, old.maximum, old.step) == (new.minimum, new.maximum, new.step):
        return
    steps = mapping.steps_on(old, new)
    own = select(reviews.c.id).where(reviews.c.application == application.id)
    given = transaction.connection.execute(
        select(scores.c.review, scores.c.criterion, scores.c.step).where(
            scores.c.review.in_(own), scores.c.step.is_not(None)
        )
    ).all()
    agreed = transaction.connection.execute(
        select(consensus.c.criterion, consensus.c.step).where(consensus.c.application == application.id)
    ).all()
    used = {step for _, _, step in given} | {step for _, step in agreed}
    if any(steps.get(step) is None for step in used):
        raise WorkspaceError("scale_differs", application.number)
    for review, criterion, step in given:
        same = (scores.c.review == review) & (scores.c.criterion == criterion)
        transaction.connection.execute(update(scores).where(same).values(step=steps[step]))
    for criterion, step in agreed:
        same = (consensus.c.application == application.id) & (consensus.c.criterion == criterion)
        transaction.connection.execute(update(consensus).where(same).values(step=steps[step]))
