"""Beginning to work in a round: its facts, one's own name and role, switching person in the demo."""

from dataclasses import dataclass, replace
from datetime import date

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import PersonId, new_id
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, drawn_number
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.ports import RoundFacts, UnitOfWork

MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works at this desk, in which round; `me` None until a name was given."""

    facts: RoundFacts
    me: Person | None
    people: tuple[Person, ...]
    catalogue: Catalogue

    @property
    def role(self) -> Role:
        """One's role; a desk without a name shows what a reviewer would see."""
        return self.me.role if self.me else Role.REVIEWER


def identity(uow: UnitOfWork) -> Identity:
    """Return the round's facts, oneself and everybody."""
    facts = uow.rounds.get()
    me = uow.people.get(facts.me) if facts.me else None
    return Identity(facts, me, uow.people.all(), uow.catalogues.get(facts.catalogue))


def person_here(uow: UnitOfWork) -> Person | None:
    """Return the person at this desk, None where nobody said who it is."""
    me = uow.rounds.get().me
    return uow.people.get(me) if me else None


def own_name(uow: UnitOfWork) -> str:
    """Return the name of the person at this desk, as histories keep it; empty where nobody said who it is."""
    me = person_here(uow)
    return me.name if me else ""


def introduce(
    uow: UnitOfWork,
    name: str,
    role: Role,
    *,
    employers: tuple[str, ...] | None = None,
    mandates: tuple[str, ...] | None = None,
    confirmed: date | None = None,
) -> Outcome[Identity]:
    """Say who works at this desk; a person already known by that name is taken, else a new one is entered.

    Employers and mandates that are not given stay as they are known; given empty they are erased.
    Raises MendableError for an empty or overlong name.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > MAX_NAME:
        raise MendableError("name_length", limit=MAX_NAME)
    known = uow.people.find(clean)
    number = known.number if known else drawn_number(person.number for person in uow.people.all())
    at, held = (known.employers, known.mandates) if known else ((), ())
    at, held = at if employers is None else employers, held if mandates is None else mandates
    person = Person(known.id if known else PersonId(new_id()), clean, number, role, at, held)
    uow.people.put(person)
    facts = uow.rounds.get()
    uow.rounds.put(replace(facts, me=person.id, secrecy_confirmed=confirmed or facts.secrecy_confirmed))
    uow.commit()
    return Outcome(identity(uow), Changes.of(Changed.ROUND, Changed.PEOPLE))


def switch_person(uow: UnitOfWork, person: PersonId) -> Outcome[Identity]:
    """Let another known person work at this desk (the demo shows both sides)."""
    facts = uow.rounds.get()
    uow.rounds.put(replace(facts, me=uow.people.get(person).id))
    uow.commit()
    return Outcome(identity(uow), Changes.of(Changed.ROUND, Changed.PEOPLE))
