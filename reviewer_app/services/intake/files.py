"""Taking in what people send: one file is one transaction, wholly in or wholly out.

What takes long, reading and looking into files, can be done beforehand in a unit of work that only reads (`prepare`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.finding import Finding
from reviewer_app.exchange.application_package import ARCHIVES, WORKBOOKS, number_and_name, read_file
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE
from reviewer_app.services.intake.read_ahead import ReadBefore
from reviewer_app.services.ports import UnitOfWork

if TYPE_CHECKING:
    from reviewer_app.services.intake.application import TakenApplication, TakingApplication
    from reviewer_app.services.intake.score_table import TakenScores

SCORE_TABLES = frozenset({".csv", ".tsv"})
LATER = frozenset({".runde", ".gutachten"})
_PDF = ".pdf"
_MOST_TABLE = 50 * MEGABYTE


class TakeOutcome(StrEnum):
    """What became of a file."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Intake:
    """How to take files in: `create_missing` lets a score table name applications that are not there yet.

    `number` and `name` are for a folder of annexes without a form, `kinds` corrects guessed annex kinds by file name.
    """

    create_missing: bool = False
    number: str = ""
    name: str = ""
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: `kind` is workbook, package, folder or score_table (empty where unknown)."""

    file: Path
    kind: str
    outcome: TakeOutcome
    application: str = ""
    messages: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Nothing of the file was taken."""
        return self.outcome is TakeOutcome.REFUSED


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What would become of one file, and what of it was an application or scores."""

    report: FileReport
    application: "TakenApplication | None" = None
    scores: "TakenScores | None" = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """One file, read: `refusal` is its report where nothing of it can be taken."""

    file: Path
    options: Intake
    refusal: FileReport | None = None
    read: ReadBefore = field(default_factory=ReadBefore, repr=False)


def prepare(
    uow: UnitOfWork, path: Path, at: datetime, options: Intake | None = None, go_on: CancelCheck = never_cancelled
) -> Prepared:
    """Read a file and all that storing it takes, writing nothing; hand the answer to `take_prepared`."""
    prepared = Prepared(path, options or Intake())
    kind = kind_of_file(path)
    try:
        if kind == "score_table":
            _read_table(path, prepared.read)
        elif kind not in {"", "later"}:
            _taking(uow, path, at, prepared.options, prepared.read, go_on).prepare()
        else:
            raise _unknown(path, kind)
    except FileFault as fault:
        return Prepared(path, prepared.options, _refused(path, kind, fault))
    return prepared


def take_prepared(uow: UnitOfWork, prepared: Prepared, at: datetime) -> FileReport:
    """Take in and commit what `prepare` has read, see `take`."""
    if prepared.refusal is not None:
        return prepared.refusal
    return take(uow, prepared.file, at, prepared.options, read=prepared.read)


def take(  # what is taken, and how
    uow: UnitOfWork,
    path: Path,
    at: datetime,
    options: Intake | None = None,
    go_on: CancelCheck = never_cancelled,
    read: ReadBefore | None = None,
) -> FileReport:
    """Take one file or folder in and commit, or refuse it with findings and leave everything as it was.

    Raises MendableError("cancelled") where `go_on` does, having committed nothing.
    """
    report = take_uncommitted(uow, path, at, options, go_on, read).report
    go_on()
    if report.outcome in (TakeOutcome.TAKEN, TakeOutcome.UPDATED):
        uow.commit()
    return report


def take_uncommitted(  # what is taken, and how
    uow: UnitOfWork,
    path: Path,
    at: datetime,
    options: Intake | None = None,
    go_on: CancelCheck = never_cancelled,
    read: ReadBefore | None = None,
) -> IntakeResult:
    """Do all that taking does but the commit; a file that is refused has written nothing."""
    kind = kind_of_file(path)
    known, chosen = read or ReadBefore(), options or Intake()
    try:
        if kind in {"", "later"}:
            raise _unknown(path, kind)
        if kind == "score_table":
            return _take_table(uow, path, at, chosen, known)
        return _take_application(path, _taking(uow, path, at, chosen, known, go_on))
    except FileFault as fault:
        return IntakeResult(_refused(path, kind, fault))


def _refused(path: Path, kind: str, fault: FileFault) -> FileReport:
    shown = "" if kind == "later" else kind
    return FileReport(path, shown, TakeOutcome.REFUSED, messages=(fault.finding(path.name),))


def kind_of_file(path: Path) -> str:
    """Return workbook, package, folder, score_table, later (not built yet), or nothing, by what a path is called."""
    suffix = path.suffix.lower()
    if path.is_dir():
        return "folder"
    if suffix in SCORE_TABLES:
        return "score_table"
    if suffix in LATER:
        return "later"
    if suffix in WORKBOOKS:
        return "workbook"
    return "package" if suffix in ARCHIVES or suffix == _PDF else ""


def single_packages(uow: UnitOfWork, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Put in place of a folder that holds several applications what it holds; everything else stays as it is.

    An application is a folder or archive that is called by a number, or a folder with a form in it.
    """
    field = uow.catalogues.get(uow.rounds.get().catalogue).by_role("number")
    pattern = field.pattern if field else ""
    return tuple(dict.fromkeys(one for path in paths for one in _packages_in(path, pattern)))


def _packages_in(path: Path, pattern: str) -> tuple[Path, ...]:
    try:
        held = sorted(one for one in path.iterdir() if kind_of_file(one)) if path.is_dir() else []
        several = sum(_is_package(one, pattern) for one in held) > 1
    except OSError:
        return (path,)  # which says why when it is read
    return tuple(held) if several and not (pattern and number_and_name(path.name, pattern)[0]) else (path,)


def _is_package(path: Path, pattern: str) -> bool:
    if not path.is_dir() and path.suffix.lower() not in ARCHIVES:
        return False
    named = bool(pattern) and bool(number_and_name(path.stem, pattern)[0])
    return named or (path.is_dir() and any(one.suffix.lower() in WORKBOOKS for one in path.iterdir()))


def _unknown(path: Path, kind: str) -> FileFault:
    if kind == "later":
        return FileFault("package_later", found=path.suffix.lower())
    return FileFault("package_unknown" if path.exists() else "package_gone", found=path.suffix[:20])


def _read_table(path: Path, read: ReadBefore) -> bytes:
    return read.once("table", lambda: read_file(path, _MOST_TABLE))


def _take_table(uow: UnitOfWork, path: Path, at: datetime, options: Intake, read: ReadBefore) -> IntakeResult:
    from reviewer_app.services.intake.score_table import take_scores

    data = _read_table(path, read)
    taken = take_scores(uow, path, data, at, create_missing=options.create_missing)
    if taken.refused:
        return IntakeResult(FileReport(path, "score_table", TakeOutcome.REFUSED, messages=taken.messages), scores=taken)
    outcome = TakeOutcome.UNCHANGED
    if taken.begun or taken.changed:
        outcome = TakeOutcome.TAKEN if taken.begun and not taken.changed else TakeOutcome.UPDATED
    number = taken.applications[0] if len(taken.applications) == 1 else ""
    return IntakeResult(FileReport(path, "score_table", outcome, number, taken.messages), scores=taken)


def _taking(  # what is taken, and how
    uow: UnitOfWork, path: Path, at: datetime, options: Intake, read: ReadBefore, go_on: CancelCheck
) -> "TakingApplication":
    from reviewer_app.services.intake.application import TakingApplication

    return TakingApplication(uow, path, at, options, go_on=go_on, read=read)


def _take_application(path: Path, taking: "TakingApplication") -> IntakeResult:
    taken = taking.take()
    if taken.version == 0:
        outcome = TakeOutcome.UNCHANGED
    else:
        outcome = TakeOutcome.TAKEN if taken.version == 1 else TakeOutcome.UPDATED
    return IntakeResult(FileReport(path, taken.kind, outcome, taken.number, taken.findings), application=taken)
