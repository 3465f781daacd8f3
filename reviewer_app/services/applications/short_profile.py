"""An application as the list previews it: name and seat always, the short profile only after the statement."""

from dataclasses import dataclass, replace

from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Act, may
from reviewer_app.services.annotations.orphans import waiting
from reviewer_app.services.permissions import application_of, situation
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import person_here


@dataclass(frozen=True, slots=True)
class ShortProfile:
    """What one may see of an application; `technology` and `profile` are empty while `is_open` is False.

    `land` and `technology` are keys of the catalogue's value lists; `orphans` annotations wait for a place.
    """

    number: str
    name: str
    town: str
    land: str
    conflict: ConflictOfInterest
    is_open: bool
    technology: str = ""
    profile: str = ""
    orphans: int = 0


def short_profile(uow: UnitOfWork, number: str) -> ShortProfile:
    """Return what the person at this desk may see without opening the application.

    The content is closed to whoever is excluded or has a statement still to make.
    Raises MendableError("unknown_application") for a number that is not there.
    """
    application = application_of(uow, number)
    here = situation(uow, person_here(uow), application)
    is_open = may(Act.PREVIEW, here)
    catalogue, form = uow.catalogues.get(application.catalogue), application.form

    def answer(role: str) -> str:
        field = catalogue.by_role(role)
        return form.text(field.id) if field is not None and form is not None else ""

    seen = ShortProfile(
        number, application.name or number, answer("town"), answer("state"), here.conflict, is_open=is_open
    )
    if not is_open:
        return seen
    orphans = waiting(uow, application.id)
    return replace(seen, technology=answer("technology"), profile=answer("profile"), orphans=orphans)
