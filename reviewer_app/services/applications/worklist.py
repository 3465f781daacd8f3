"""The list of applications as a person sees it: progress, deadlines, and (for the chair) what the reviews add up to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from resources import messages
from resources.languages import LANGUAGES
from reviewer_app.domain.application import ApplicationState, state_of
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.form.formal_checks import formal_open_of
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest, excluded_of
from reviewer_app.domain.reviews.consolidation import Consolidation, consolidate
from reviewer_app.domain.reviews.permissions import Act, Situation, may, roles_for
from reviewer_app.domain.reviews.review import Gap, Review, ReviewState, missing
from reviewer_app.domain.reviews.standing import is_late
from reviewer_app.services.applications.work_rows import LONGEST, ListFigures, WorkList, WorkRow, read, written
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.round import identity

_PROCEDURE, _LAND, _TECHNOLOGY = "procedure", "state", "technology"
"""Roles of fields in the catalogue."""


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
        due = application.reviews_due or who.facts.reviews_due
        consolidation = None
        here = Situation(who.role, conflict or ConflictOfInterest.NONE)
        if consolidate_one is not None and may(Act.LIST_FIGURES, here):
            consolidation = consolidate_one(key, state, formal_open, excluded)
        rows.append(
            WorkRow(
                number=application.number,
                name=application.name,
                procedure=application.procedure,
                state=state,
                land=application.answers.get(_LAND, ""),
                technology=application.answers.get(_TECHNOLOGY, ""),
                due=due,
                submitted_at=own.submitted_at if own else None,
                progress=(own.answered if own else 0, len(catalogue.criteria)),
                reasons_open=_reasons_open(catalogue, own),
                submitted=0 if application.withdrawn else submitted,
                expected=due_from,
                formal_open=formal_open,
                conflict=conflict,
                is_released=key in releases,
                late=sum(is_late(one.submitted_at, due) for one in present if one.state is ReviewState.SUBMITTED),
                figures=_figures(consolidation) if consolidation is not None else None,
            )
        )
    return WorkList(
        person=me or "",
        name=who.me.name if who.me else "",
        role=who.role,
        title=who.facts.title,
        is_demo=who.facts.is_demo,
        rows=tuple(rows),
        procedures=_names(who.catalogue, _PROCEDURE, (row.procedure for row in rows)),
        lands=_names(who.catalogue, _LAND, (row.land for row in rows)),
        technologies=_names(who.catalogue, _TECHNOLOGY, (row.technology for row in rows)),
    )


def _reasons_open(catalogue: Catalogue, own: Review | None) -> int:
    """Count the reasons that a review begun and not yet handed in lacks, or has too long."""
    if own is None or own.is_submitted:
        return 0
    return sum(one.gap is not Gap.SCORE for one in missing(catalogue, own))


def _figures(case: Consolidation) -> ListFigures:
    """Return what a list says of the figures of an application."""
    rule, reason = case.suggestion.rule, case.suggestion.reason
    why = {one: messages.text(f"reason.{reason}", one) if reason else "" for one in LANGUAGES}
    return ListFigures(
        counted=len(case.counted),
        open_criteria=len(case.open_criteria),
        unsettled=len(case.unsettled),
        rule=rule.id if rule else "",
        result=rule.name if rule else Localised(**why),
        total=case.figures.total,
        thresholds=case.catalogue.thresholds()[1],
    )


def cache_list(uow: UnitOfWork) -> None:
    """Cache the list of the person at this desk, unless the one that is cached holds: the next opening shows it first.

    What the formal checks propose is kept with it, where an older program took an application in without that.
    """
    if uow.read_only or read(uow.rounds.cached_list()) is not None:
        return
    found = worklist(uow)
    if not found.person or not found.rows:
        return
    kept, text = uow.applications.keep_proposals(), written(found)
    if len(text) <= LONGEST:
        uow.rounds.cache_list(text)
    if kept or len(text) <= LONGEST:
        uow.commit()


@contextmanager
def closing_with_list(workspace: Workspace) -> Iterator[Workspace]:
    """Close a workspace at the end of a command, its list cached; without one the next opening only takes longer."""
    try:
        yield workspace
        with suppress(VotumError), workspace.unit_of_work() as uow:
            cache_list(uow)
    finally:
        workspace.close()


def _names(catalogue: Catalogue, role: str, keys: Iterable[str]) -> Mapping[str, Localised]:
    """Return what the keys are called in the field that plays a role; one that it does not know is left out."""
    field = catalogue.by_role(role)
    entries = {key: catalogue.entry(field, key) for key in sorted(set(keys))} if field is not None else {}
    return {key: entry.name for key, entry in entries.items() if entry is not None}


type _Consolidate = Callable[[ApplicationId, ApplicationState, int, frozenset[str]], Consolidation]


def _consolidated(uow: UnitOfWork) -> _Consolidate:
    """Return what brings the reviews of one application together, over all of the round that this needs.

    That is no form table, no member and no words of formal checks, which a list of hundreds would wait for.
    """
    applications = {one.id: one for one in uow.applications.all(light=True)}
    reviews, agreed, releases = uow.reviews.all(), uow.consensus.all(), uow.consensus.releases()

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
            released=key in releases,
        )

    return consolidated
