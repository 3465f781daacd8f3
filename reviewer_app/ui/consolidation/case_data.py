"""What the page shows of a case, computed on the database thread so that the window never waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.discussion import Topic, tight, topics
from reviewer_app.domain.reviews.robustness import Robustness, robustness
from reviewer_app.services.annotations.editing import Listed, annotations
from reviewer_app.services.ports import HistoryEntry, UnitOfWork
from reviewer_app.services.reviews import consolidating
from reviewer_app.services.reviews.consensus_drafts import ConsensusDraft, kept_drafts
from reviewer_app.services.reviews.consolidating import Case
from reviewer_app.ui.consolidation.matrix_model import MatrixRow
from reviewer_app.ui.consolidation.words import ConsolidationWords


@dataclass(frozen=True, slots=True)
class CaseData:
    """A case, its topics in order, criteria that flip by one step, what its result hangs on, what was agreed when.

    `rows` are those of the matrix, worded; `passages` what the reviews rest on, as far as this person may see it, never
    what is private; `drafts` what is typed for a consensus and not set yet, by criterion.
    """

    case: Case
    topics: tuple[Topic, ...]
    tight: tuple[Topic, ...]
    robustness: Robustness
    history: tuple[HistoryEntry, ...]
    rows: tuple[MatrixRow, ...]
    passages: tuple[Listed, ...]
    drafts: Mapping[str, ConsensusDraft]

    def passage(self, annotation: str) -> Listed | None:
        """Return a passage by the id of its annotation."""
        return next((one for one in self.passages if one.annotation.id == annotation), None)

    def passages_of(self, reviewer: PersonId, criterion: str) -> tuple[Listed, ...]:
        """Return what one reviewer's answer to a criterion rests on, as one reads."""
        return tuple(
            one for one in self.passages
            if one.annotation.author == reviewer and criterion in one.annotation.criteria
        )  # fmt: skip


def read_case(uow: UnitOfWork, number: str, language: str) -> CaseData:
    """Read a case and word its matrix; raise MendableError where there is none, or none for the person at this desk."""
    case = consolidating.open_case(uow, number)
    found = case.consolidation
    history = consolidating.decisions(uow, case.application.id)
    rows = ConsolidationWords(found, language).rows() if found.counted else ()
    seen = tuple(one for one in annotations(uow, number) if one.annotation.links and not one.annotation.private)
    drafts = kept_drafts(uow, case.application.id, case.catalogue.scale)
    return CaseData(case, topics(found), tight(found), robustness(found), history, rows, seen, drafts)
