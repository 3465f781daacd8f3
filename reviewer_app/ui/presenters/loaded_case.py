"""A case with everything that takes arithmetic, computed on the database thread so that the window never waits."""

from dataclasses import dataclass

from reviewer_app.domain.discussion import Topic, tight, topics
from reviewer_app.domain.robustness import ProbeResult, probes
from reviewer_app.services import consolidating
from reviewer_app.services.consolidating import Case
from reviewer_app.services.ports import HistoryEntry, UnitOfWork


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A case, its topics in order, criteria that flip by one step, the probes of its result, what was agreed when."""

    case: Case
    topics: tuple[Topic, ...]
    tight: tuple[Topic, ...]
    probes: tuple[ProbeResult, ...]
    decisions: tuple[HistoryEntry, ...] = ()


def load_case(uow: UnitOfWork, number: str) -> LoadedCase:
    """Load a case; raise MendableError where there is none, or none for the person at this desk."""
    case = consolidating.open_case(uow, number)
    found = case.consolidation
    told = consolidating.decisions(uow, case.application.id)
    return LoadedCase(case, topics(found), tight(found), probes(found), told)
