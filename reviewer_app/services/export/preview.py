"""Before an export is written: what stands in the file of each application, and the very sheet to be written."""

from dataclasses import dataclass
from datetime import datetime

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.permissions import Act, may
from reviewer_app.exports.identities import PossibleName, Replacement
from reviewer_app.exports.material import Counts
from reviewer_app.services.export.exporting import ExportRequest, Variant, material
from reviewer_app.services.permissions import situations
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, cases


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One application on the way into its file: what is there, and what is still open.

    `without_value` counts those of the `open_values` for which no median stands in.
    `closed` says that the person at this desk is excluded from it and may not see its content.
    """

    number: str
    name: str
    reference: str
    submitted: int
    expected: int
    open_values: int
    without_value: int
    formal_open: int
    withdrawn: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class ExportEstimate:
    """The applications of the round with the facts of their files, and the time of the last change in the store."""

    files: tuple[FileFacts, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Preview:
    """A sheet as it would be written: its bytes, what they count, which names were replaced and which may be left."""

    number: str
    variant: Variant
    data: bytes
    counts: Counts
    replaced: tuple[Replacement, ...]
    left: tuple[PossibleName, ...]
    checksum: str


def estimate(uow: UnitOfWork) -> ExportEstimate:
    """Return the facts of all files by number."""
    here = situations(uow)
    files = (_facts(one, closed=not may(Act.EXPORT, here(one.application.id))) for one in cases(uow))
    return ExportEstimate(tuple(files), uow.rounds.last_change())


def _facts(one: Case, *, closed: bool) -> FileFacts:
    application = one.application
    return FileFacts(
        number=application.number,
        name=application.name,
        reference=application.file_reference,
        submitted=one.submitted,
        expected=len(one.expected),
        open_values=len(one.consolidation.open_criteria),
        without_value=sum(criterion.agreed is None for criterion in one.consolidation.open_criteria),
        formal_open=one.consolidation.formal_open,
        withdrawn=one.consolidation.state is ApplicationState.WITHDRAWN,
        closed=closed,
    )


def preview(uow: UnitOfWork, number: str, variant: Variant, language: str) -> Preview:
    """Make the sheet of one application without writing it; the same store gives the bytes that an export writes.

    Raises MendableError: `unknown_application`, and `conflict_excluded` where the person at this desk is excluded.
    """
    from reviewer_app.exports.sheet.writing import make_sheet

    gathered = material(uow, ExportRequest(numbers=frozenset({number}), variant=variant, language=language))
    dossier = gathered.dossiers[0]
    made = make_sheet(gathered, dossier)
    return Preview(number, variant, made.data, made.counts, made.replaced, made.left, dossier.record_sha256)
