"""Where an application stands: the one set of states that lists, statistics and commands show."""

from datetime import date, datetime
from enum import StrEnum

from reviewer_app.domain.application import ApplicationState


class Standing(StrEnum):
    """Where an application stands in the procedure, in its order."""

    RECEIVED = "eingegangen"
    REQUESTED = "nachforderung"
    IN_REVIEW = "in_begutachtung"
    REVIEWED = "begutachtet"
    RELEASED = "freigegeben"
    WITHDRAWN = "zurueckgezogen"


_OF_STATES = {
    ApplicationState.RECEIVED: Standing.RECEIVED,
    ApplicationState.IN_REVIEW: Standing.IN_REVIEW,
    ApplicationState.REVIEWED: Standing.REVIEWED,
    ApplicationState.WITHDRAWN: Standing.WITHDRAWN,
}


def standing_of(state: ApplicationState, *, formal_open: int, released: bool) -> Standing:
    """Return where an application stands: what is formally open comes before reviews, a release before both."""
    if state is ApplicationState.WITHDRAWN:
        return Standing.WITHDRAWN
    if released:
        return Standing.RELEASED
    return Standing.REQUESTED if formal_open else _OF_STATES[state]


def is_late(submitted: datetime | None, due: date | None) -> bool:
    """Say whether a review was handed in after the day it was due."""
    return submitted is not None and due is not None and submitted.date() > due
