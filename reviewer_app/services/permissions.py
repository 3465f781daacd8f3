"""The door of a use case: what stands in the store of a person and an application, and whether that lets them through.

The rule itself is `domain.reviews.permissions`; here it is only told what it asks for.
"""

from collections.abc import Callable

from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Act, Authorship, Contribution, Denial, Role, Situation, denied
from reviewer_app.domain.reviews.review import Person, ReviewOrigin
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import person_here


def application_of(uow: UnitOfWork, number: str) -> Application:
    """Return the application with this number; raise MendableError(`unknown_application`)."""
    found = uow.applications.find(number)
    if found is None:
        raise MendableError("unknown_application", number=number)
    return found


def author_here(uow: UnitOfWork) -> Person:
    """Return the person in whose name something is written here; raise MendableError(`no_name`) where there is none."""
    me = person_here(uow)
    if me is None:
        raise MendableError(Denial.NO_NAME.code)
    return me


def role_here(uow: UnitOfWork) -> Role | None:
    """Return the role of the person at this desk, None where nobody said who it is."""
    me = person_here(uow)
    return me.role if me else None


def situation(
    uow: UnitOfWork, me: Person | None, application: Application, reviewer: PersonId | None = None
) -> Situation:
    """Return what holds for the person at this desk and an application, reviews left out.

    `reviewer` is whose review is entered where that is not one's own.
    """
    other = reviewer is not None and (me is None or reviewer != me.id)
    return Situation(
        me.role if me else None,
        uow.people.conflict(application.id, me.id) if me else ConflictOfInterest.NONE,
        read_only=uow.read_only,
        withdrawn=application.withdrawn is not None,
        released=uow.consensus.release_of(application.id) is not None,
        reviewer_excluded=other and reviewer in uow.people.excluded(application.id),
    )


def contribution(me: Person | None, reviewer: PersonId | None, origin: ReviewOrigin) -> Contribution:
    """Return what a review is to the person at this desk; `origin` is where it came from, or would come from."""
    own = reviewer is None or (me is not None and reviewer == me.id)
    return Contribution(
        Authorship.OWN if own else Authorship.OTHER,
        at_desk=origin is not ReviewOrigin.TABLE,
        by_hand=origin is ReviewOrigin.DESK,
    )


def situations(uow: UnitOfWork) -> Callable[[ApplicationId], Situation]:
    """Return what gives role and conflict of interest of the person at this desk by application, all read at once."""
    me = person_here(uow)
    if me is None:
        return lambda _: Situation(None)
    stated = uow.people.all_conflicts()
    return lambda key: Situation(me.role, stated.get(key, {}).get(me.id, ConflictOfInterest.NONE))


def require(act: Act, situation: Situation, number: str, contribution: Contribution | None = None) -> None:
    """Raise MendableError where the person at this desk may not do so with the application of this number."""
    denial = denied(act, situation, contribution or Contribution())
    if denial is not None:
        raise MendableError(denial.code, number)
