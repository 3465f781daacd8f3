"""A glance at an application from the list: name and seat always, the short profile only after the statement."""

from dataclasses import dataclass, replace

from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.review import Role
from reviewer_app.services.opening import identity
from reviewer_app.services.ports import UnitOfWork

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Glance:
    """What one may see of an application; `technology` and `profile` are empty while `is_open` is False.

    `land` and `technology` are keys of the catalogue's value lists; `statement` is none, open, excluded or empty where
    nobody was asked.
    """

    number: str
    name: str
    town: str
    land: str
    statement: str
    is_open: bool
    technology: str = ""
    profile: str = ""


def glance(uow: UnitOfWork, number: str) -> Glance:
    """Return what the person at this desk may see without opening the application.

    A reviewer sees the content after the statement of having no conflict; chair and office unless a conflict is known.
    Raises MendableError("unknown_application") for a number that is not there.
    """
    application = uow.applications.find(number)
    if application is None:
        raise MendableError("unknown_application", number=number)
    who = identity(uow)
    stated = uow.people.all_conflicts().get(application.id, {})
    statement = stated.get(who.me.id, "") if who.me else ""
    is_open = statement == _NONE or (who.role is not Role.REVIEWER and not statement)
    catalogue, form = uow.catalogues.get(application.catalogue), application.form

    def answer(role: str) -> str:
        field = catalogue.by_role(role)
        return form.text(field.id) if field is not None and form is not None else ""

    seen = Glance(number, application.name or number, answer("town"), answer("state"), statement, is_open=is_open)
    return replace(seen, technology=answer("technology"), profile=answer("profile")) if is_open else seen
