"""The list of applications as a person sees it: progress, deadlines, and (for the chair) what the reviews add up to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reviewer_app.domain.application import ApplicationState, state_of
from reviewer_app.domain.form.formal_checks import formal_open_of
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest, excluded_of
from reviewer_app.domain.reviews.consolidation import Consolidation, Release, consolidate
from reviewer_app.domain.reviews.permissions import Act, Situation, may, roles_for
from reviewer_app.domain.reviews.review import Review, ReviewState
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import Identity, identity

_LAND, _TECHNOLOGY = "state", "technology"
"""Roles of fields in the catalogue."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One application in the list; `mine` is one's own review, `consolidation` None for those who may not see it.

    The application of the consolidation has neither tables nor members. `conflict` is None where nothing was stated.
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
    conflict: ConflictOfInterest | None
    consolidation: Consolidation | None
    release: Release | None = None

    @property
    def is_submitted(self) -> bool:
        """One's own review is handed in."""
        return self.mine is not None and self.mine.is_submitted


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
    releases = uow.consensus.releases() if who.role in roles_for(Act.SEE_RESULTS) else {}
    expected = uow.people.all_expected()
    standings = uow.reviews.standings()
    decisions = uow.applications.all_formal_decisions()
    consolidate_one = _consolidated(uow) if figures and who.role in roles_for(Act.LIST_FIGURES) else None
    rows = []
    for application in uow.applications.listed(_LAND, _TECHNOLOGY):
        key = application.id
        stated = conflicts.get(key, {})
        excluded = excluded_of(stated)
        catalogue = uow.catalogues.get(application.catalogue)
        present = [one for one in standings.get(key, ()) if one.person not in excluded]
        submitted = sum(one.state is ReviewState.SUBMITTED for one in present)
        due_from = sum(person not in excluded for person in expected.get(key, ()))
        conflict = stated.get(me) if me else None
        own = mine.get(key)
        scored = any(one.scored for one in present)
        state = state_of(application.withdrawn, scored=scored, expected=due_from, submitted=submitted)
        formal_open = formal_open_of(catalogue, application.proposed, decisions.get(key, {}))
        consolidation = None
        here = Situation(who.role, conflict or ConflictOfInterest.NONE)
        if consolidate_one is not None and may(Act.LIST_FIGURES, here):
            consolidation = consolidate_one(key, state, formal_open, excluded)
        rows.append(
            WorkRow(
                id=key,
                number=application.number,
                name=application.name,
                procedure=application.procedure,
                state=state,
                land=application.answers.get(_LAND, ""),
                technology=application.answers.get(_TECHNOLOGY, ""),
                due=application.reviews_due or who.facts.reviews_due,
                mine=own,
                progress=(own.answered if own else 0, len(catalogue.criteria)),
                submitted=0 if application.withdrawn else submitted,
                expected=due_from,
                formal_open=formal_open,
                conflict=conflict,
                consolidation=consolidation,
                release=releases.get(key),
            )
        )
    return WorkList(who, tuple(rows))


type _Consolidate = Callable[[ApplicationId, ApplicationState, int, frozenset[str]], Consolidation]


def _consolidated(uow: UnitOfWork) -> _Consolidate:
    """Return what brings the reviews of one application together, over all of the round that this needs.

    That is no form table, no member and no words of formal checks, which a list of hundreds would wait for.
    """
    applications = {one.id: one for one in uow.applications.all(light=True)}
    reviews, agreed = uow.reviews.all(), uow.consensus.all()

    def consolidated(
        key: ApplicationId, state: ApplicationState, formal_open: int, excluded: frozenset[str]
    ) -> Consolidation:
        return consolidate(
            applications[key],
            uow.catalogues.get(applications[key].catalogue),
            reviews.get(key, ()),
            state=state,
            formal_open=formal_open,
            consensus=agreed.get(key, {}),
            excluded=excluded,
        )

    return consolidated
