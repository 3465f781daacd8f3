"""What the chair has chosen or typed for a criterion and not set yet, kept while one looks at other criteria."""

from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject

from reviewer_app.domain import locale
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin, needs_reason
from reviewer_app.domain.reviews.review import LONG_TEXT
from reviewer_app.services.changes import Outcome
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews import consolidating
from reviewer_app.services.reviews.consensus_drafts import ConsensusDraft, keep_draft
from reviewer_app.services.reviews.consolidating import Case
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.autosave import Autosave
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Step, UseCaseCall


def _at_its_time(
    uow: UnitOfWork, clock: Callable[[], datetime], use_case: Callable[..., Outcome[Case]], *arguments: object
) -> Outcome[Case]:
    """Carry out a use case with the time it has by then: a step is done again long after it was made."""
    return use_case(uow, *arguments, clock())


class ConsensusDrafts(QObject):
    """Drafts by application and criterion, and the steps that set them; every step can be taken back.

    What is typed is kept in the workspace within a second, and read from there once.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts: dict[tuple[ApplicationId, str], ConsensusDraft] = {}
        self._read: set[ApplicationId] = set()
        self._autosave = Autosave(self)
        self._ahead: dict[ApplicationId, Mapping[str, Consensus]] = {}
        context.operations.operation_failed.connect(self._on_operation_failed)
        context.identity_changed.connect(self._on_context_identity_changed)

    def of(self, case: Case, key: str) -> ConsensusDraft:
        """Return the draft of a criterion."""
        return self._drafts.get((case.application.id, key), ConsensusDraft())

    def agreed(self, case: Case) -> Mapping[str, Consensus]:
        """Return what is agreed once the store has all steps; a case that was read before may lack the last ones."""
        return self._ahead.get(case.application.id, case.consolidation.consensus)

    def wanted(self, case: Case, key: str) -> tuple[Fraction | None, str]:
        """Return value and reason as they would be set now: drafted, else stored, else the rounded median."""
        value, reason = self._over(case, key, self.agreed(case).get(key))
        return value, reason.strip()

    def shown(self, case: Case, key: str) -> tuple[Fraction | None, str]:
        """Return value and reason as they stand in the fields: drafted, else as the case has them."""
        return self._over(case, key, case.consolidation.consensus.get(key))

    def _over(self, case: Case, key: str, stored: Consensus | None) -> tuple[Fraction | None, str]:
        draft, suggested = self.of(case, key), case.consolidation.criterion(key).suggested
        value = draft.value if draft.value is not None else stored.value if stored else suggested
        return value, draft.reason if draft.reason is not None else stored.reason if stored else ""

    def fault(self, case: Case, key: str) -> str:
        """Say what is wrong with the reason as it would be set now; empty where nothing is."""
        value, reason = self.wanted(case, key)
        if value is not None and not reason and needs_reason(case.catalogue, case.consolidation.criterion(key), value):
            return self.tr("Hier ist eine Begründung Pflicht.")
        if len(reason) <= LONG_TEXT:
            return ""
        words = self.tr("Die Begründung hat {count} Zeichen, höchstens {most} sind möglich.")
        count, most = (locale.number(Fraction(one), 0, self._context.language) for one in (len(reason), LONG_TEXT))
        return words.format(count=count, most=most)

    def choose(self, case: Case, key: str, value: Fraction | None) -> None:
        """Keep a chosen value."""
        self._hold(case.application.id, key, ConsensusDraft(value, self.of(case, key).reason))

    def write(self, case: Case, key: str, reason: str) -> None:
        """Keep a typed reason."""
        self._hold(case.application.id, key, ConsensusDraft(self.of(case, key).value, reason))

    def drop(self, case: Case, key: str) -> None:
        """Forget a draft."""
        if (case.application.id, key) in self._drafts:
            self._hold(case.application.id, key, ConsensusDraft())

    def flush(self) -> None:
        """Keep everything typed, now."""
        self._autosave.flush()

    def _hold(self, application: ApplicationId, key: str, draft: ConsensusDraft) -> None:
        self._drafts[application, key] = draft
        if draft == ConsensusDraft():
            del self._drafts[application, key]
        self._autosave.note((application, key), partial(self._keep, application, key, draft))

    def _keep(self, application: ApplicationId, key: str, draft: ConsensusDraft) -> None:
        self._context.operations.run(keep_draft, application, key, draft).write((keep_draft, application, key))

    def _on_context_identity_changed(self, _identity: object) -> None:
        """Read again what is kept: another workspace may be open."""
        self._drafts.clear()
        self._read.clear()

    def settle(self, case: Case, kept: Mapping[str, ConsensusDraft]) -> None:
        """Take what the workspace keeps, and forget drafts that are set by now; those that could not be stored stay."""
        if case.application.id not in self._read:
            self._read.add(case.application.id)
            self._drafts = {(case.application.id, key): one for key, one in kept.items()} | self._drafts
        if self._context.operations.result_is_current:
            self._ahead.pop(case.application.id, None)
        for key, stored in case.consolidation.consensus.items():
            draft = self.of(case, key)
            same_reason = draft.reason is None or draft.reason.strip() == stored.reason
            if draft.value in {None, stored.value} and same_reason:
                self.drop(case, key)

    def _on_operation_failed(self, _error: VotumError) -> None:
        """Trust the store alone: a step may have been refused."""
        self._ahead.clear()

    # Steps

    def agree(self, case: Case, key: str, value: Fraction, reason: str) -> str:
        """Set a consensus; return the words for it."""
        shown = locale.score(value, self._context.language, case.catalogue.scale.decimals)
        words = self.tr("{key}: Konsens {value}").format(key=key, value=shown)
        do = self._call(consolidating.agree, case, key, value, reason)
        self._push(case, key, words, do, {**self.agreed(case), key: Consensus(key, value, reason)})
        return words

    def take_back(self, case: Case, key: str) -> None:
        """Remove a consensus, and what is drafted in its place."""
        self.drop(case, key)
        words = self.tr("{key}: Konsens zurückgenommen").format(key=key)
        do = self._call(consolidating.take_back, case, key)
        self._push(case, key, words, do, {other: one for other, one in self.agreed(case).items() if other != key})

    def take_undisputed(self, case: Case, key: str) -> None:
        """Set the rounded median of every undisputed criterion that has no consensus."""
        count = len(case.consolidation.undisputed)
        words = counted(count, self.tr("1 unstrittiger Wert übernommen"), self.tr("{n} unstrittige Werte übernommen"))
        do = self._call(consolidating.take_undisputed, case)
        taken = {
            one.key: Consensus(one.key, one.suggested, "", ConsensusOrigin.TAKEN, median=one.median)
            for one in case.consolidation.undisputed
            if one.suggested is not None
        }
        self._push(case, key, words, do, {**taken, **self.agreed(case)})
        self._context.messages.note(words, can_undo=True)

    def _call(self, use_case: Callable[..., Outcome[Case]], case: Case, *arguments: object) -> UseCaseCall:
        return UseCaseCall(_at_its_time, (self._context.now, use_case, case.application.id, *arguments))

    def _push(self, case: Case, key: str, words: str, do: UseCaseCall, after: Mapping[str, Consensus]) -> None:
        agreed = self.agreed(case)
        lapsed = (one.lapsed.consensus for one in case.consolidation.criteria if one.lapsed and one.key not in agreed)
        undo = self._call(consolidating.restore_consensus, case, (*agreed.values(), *lapsed))
        self._ahead[case.application.id] = after
        place = Place(navigation.CONSOLIDATION, case.application.number, key)
        self._context.undo.push(Step(words, do, undo, place))
