"""The list of applications as a person sees it: progress, deadlines, and (for the chair) what the reviews add up to."""

from dataclasses import dataclass
from datetime import date

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.consolidation import Consolidation, Release
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.review import Review, ReviewState, Role
from reviewer_app.services.consolidating import EXCLUDED, Case, cases
from reviewer_app.services.opening import Identity, identity
from reviewer_app.services.ports import UnitOfWork


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


def worklist(uow: UnitOfWork) -> WorkList:
    """Return the list of the person at this desk."""
    who = identity(uow)
    conflicts = uow.people.all_conflicts()
    me = who.me.id if who.me else None
    rows = tuple(
        _row(one, who, conflicts.get(one.application.id, {}).get(me, "none") if me else "none") for one in cases(uow)
    )
    return WorkList(who, rows)


def answer(case: Case, role: str) -> str:
    """Return the answer to the form field that plays `role` in the catalogue (`state`, `technology`), empty if none."""
    field = case.catalogue.by_role(role)
    form = case.application.form
    return form.text(field.id) if field is not None and form is not None else ""


def _row(case: Case, who: Identity, conflict: str) -> WorkRow:
    application = case.application
    me = who.me.id if who.me else None
    mine = next((one.review for one in case.consolidation.reviews if one.review.reviewer.id == me), None)
    total = len(case.catalogue.criteria)
    answered = mine.answered if mine else 0
    return WorkRow(
        id=application.id,
        number=application.number,
        name=application.name,
        procedure=application.procedure,
        state=case.consolidation.state,
        land=answer(case, "state"),
        technology=answer(case, "technology"),
        due=application.reviews_due or who.facts.reviews_due,
        mine=mine,
        progress=(answered, total),
        submitted=case.submitted,
        expected=len(case.expected),
        formal_open=case.consolidation.formal_open,
        findings=len(application.findings),
        conflict=conflict,
        consolidation=None if who.role is Role.REVIEWER or conflict == EXCLUDED else case.consolidation,
        release=None if who.role is Role.REVIEWER else case.release,
    )
