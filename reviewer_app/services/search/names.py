"""What one can go to by typing a few letters: applications and people by name, read without any form or score."""

from dataclasses import dataclass

from reviewer_app.domain.reviews.permissions import Act, Situation, may
from reviewer_app.domain.reviews.review import Person
from reviewer_app.services.permissions import role_here
from reviewer_app.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Findable:
    """Applications as (number, name) by number, and the people whose work the person at this desk may look at."""

    applications: tuple[tuple[str, str], ...]
    people: tuple[Person, ...] = ()


def findable(uow: UnitOfWork) -> Findable:
    """Return what the store names now; a reviewer finds no other reviewer."""
    sees_people = may(Act.FIND_PEOPLE, Situation(role_here(uow)))
    return Findable(uow.applications.names(), uow.people.all() if sees_people else ())
