"""Taking in what people send: one file is one transaction, wholly in or wholly out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer_app.domain.finding import Finding
from reviewer_app.domain.going_on import GoOn, always
from reviewer_app.exchange.application_bundle import ARCHIVES, WORKBOOKS, read_file
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE
from reviewer_app.services.ports import UnitOfWork

if TYPE_CHECKING:
    from reviewer_app.services.taking_application import TakenApplication
    from reviewer_app.services.taking_scores import TakenScores

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
class Judged:
    """What would become of one file, and what of it was an application or scores."""

    report: FileReport
    application: "TakenApplication | None" = None
    scores: "TakenScores | None" = None


def take(uow: UnitOfWork, path: Path, at: datetime, options: Intake | None = None, go_on: GoOn = always) -> FileReport:
    """Take one file or folder in and commit, or refuse it with findings and leave everything as it was.

    Raises MendableError("cancelled") where `go_on` does, having committed nothing.
    """
    report = judge(uow, path, at, options, go_on).report
    go_on()
    if report.outcome in (TakeOutcome.TAKEN, TakeOutcome.UPDATED):
        uow.commit()
    return report


def judge(uow: UnitOfWork, path: Path, at: datetime, options: Intake | None = None, go_on: GoOn = always) -> Judged:
    """Do all that taking does but the commit; a file that is refused has written nothing."""
    kind = kind_of_file(path)
    try:
        return _judged(uow, path, at, options or Intake(), kind, go_on)
    except FileFault as fault:
        shown = "" if kind == "later" else kind
        return Judged(FileReport(path, shown, TakeOutcome.REFUSED, messages=(fault.finding(path.name),)))


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


def _judged(  # what is taken, and how
    uow: UnitOfWork, path: Path, at: datetime, options: Intake, kind: str, go_on: GoOn
) -> Judged:
    if kind == "later":
        raise FileFault("package_later", found=path.suffix.lower())
    if not kind:
        raise FileFault("package_unknown" if path.exists() else "package_gone", found=path.suffix[:20])
    if kind == "score_table":
        return _judge_table(uow, path, at, options)
    return _judge_application(uow, path, at, options, go_on)


def _judge_table(uow: UnitOfWork, path: Path, at: datetime, options: Intake) -> Judged:
    from reviewer_app.services.taking_scores import take_scores

    data = read_file(path, _MOST_TABLE)
    taken = take_scores(uow, path, data, at, create_missing=options.create_missing)
    if taken.refused:
        return Judged(FileReport(path, "score_table", TakeOutcome.REFUSED, messages=taken.findings), scores=taken)
    outcome = TakeOutcome.UNCHANGED
    if taken.begun or taken.changed:
        outcome = TakeOutcome.TAKEN if taken.begun and not taken.changed else TakeOutcome.UPDATED
    number = taken.applications[0] if len(taken.applications) == 1 else ""
    return Judged(FileReport(path, "score_table", outcome, number, taken.findings), scores=taken)


def _judge_application(uow: UnitOfWork, path: Path, at: datetime, options: Intake, go_on: GoOn) -> Judged:
    from reviewer_app.services.taking_application import TakingApplication

    kinds = dict(options.kinds)
    taken = TakingApplication(uow, path, at, number=options.number, name=options.name, kinds=kinds, go_on=go_on).take()
    if taken.version == 0:
        outcome = TakeOutcome.UNCHANGED
    else:
        outcome = TakeOutcome.TAKEN if taken.version == 1 else TakeOutcome.UPDATED
    return Judged(FileReport(path, taken.kind, outcome, taken.number, taken.findings), application=taken)
