"""The list of applications as a person sees it: progress, deadlines, and (for the chair) what the reviews add up to."""

from dataclasses import dataclass
from datetime import date

from reviewer_app.domain.application import Application, ApplicationState, state_of
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import formal_open_of
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.consolidation import Consolidation, Release
from reviewer_app.domain.reviews.review import Review, ReviewState, Role
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import EXCLUDED, cases
from reviewer_app.services.round import Identity, identity


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One application in the list; `mine` is one's own review, `consolidation` None for those who may not see it.

    `land` and `technology` are keys of the catalogue's value lists with their German and English names in `labels`.
    """

    id: ApplicationId
    number: str
    name: str
    procedure: str
    state: ApplicationState
    land: str
    technology: str
    due: date | None
    mine: Review | None
    progress: tuple[int, int]
    submitted: int
    expected: int
    formal_open: int
    findings: int
    conflict: str
    consolidation: Consolidation | None
    release: Release | None = None

    @property
    def is_submitted(self) -> bool:
        """One's own review is handed in."""
        return self.mine is not None and self.mine.state is ReviewState.SUBMITTED


@dataclass(frozen=True, slots=True)
class WorkList:
    """All applications by number, and whose list it is."""

    identity: Identity
    rows: tuple[WorkRow, ...]


def worklist(uow: UnitOfWork, *, figures: bool = True) -> WorkList:
    """Return the list of the person at this desk, without what reviews add up to where no `figures` are asked for."""
    who = identity(uow)
    me = who.me.id if who.me else None
    mine = uow.reviews.by(me) if me else {}
    conflicts = uow.people.all_conflicts()
    releases = {} if who.role is Role.REVIEWER else uow.consensus.releases()
    expected = uow.people.all_expected()
    standings = uow.reviews.standings()
    decisions = uow.applications.all_formal_decisions()
    brought = {one.application.id: one for one in cases(uow)} if figures and who.role is not Role.REVIEWER else {}
    rows = []
    for application in (one.application for one in brought.values()) if brought else uow.applications.each():
        key = application.id
        stated = conflicts.get(key, {})
        excluded = {person for person, statement in stated.items() if statement == EXCLUDED}
        catalogue = uow.catalogues.get(application.catalogue)
        present = [one for one in standings.get(key, ()) if one.person not in excluded]
        submitted = sum(one.state is ReviewState.SUBMITTED for one in present)
        due_from = sum(person not in excluded for person in expected.get(key, ()))
        conflict = stated.get(me, "none") if me else "none"
        own = mine.get(key)
        scored = any(one.scored for one in present)
        rows.append(
            WorkRow(
                id=key,
                number=application.number,
                name=application.name,
                procedure=application.procedure,
                state=state_of(application, scored=scored, expected=due_from, submitted=submitted),
                land=_answer(catalogue, application, "state"),
                technology=_answer(catalogue, application, "technology"),
                due=application.reviews_due or who.facts.reviews_due,
                mine=own,
                progress=(own.answered if own else 0, len(catalogue.criteria)),
                submitted=0 if application.withdrawn else submitted,
                expected=due_from,
                formal_open=brought[key].consolidation.formal_open
                if brought
                else formal_open_of(catalogue, application, decisions.get(key, {})),
                findings=len(application.findings),
                conflict=conflict,
                consolidation=brought[key].consolidation if brought and conflict != EXCLUDED else None,
                release=releases.get(key),
            )
        )
    return WorkList(who, tuple(rows))


def _answer(catalogue: Catalogue, application: Application, role: str) -> str:
    """Return the answer to the form field that plays `role` in the catalogue (`state`, `technology`), empty if none."""
    field, form = catalogue.by_role(role), application.form
    return form.text(field.id) if field is not None and form is not None else ""
