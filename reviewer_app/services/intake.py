"""Taking in what people send: one file is one transaction, wholly in or wholly out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reviewer_app.domain.finding import Finding
from reviewer_app.exchange.application_bundle import ARCHIVES, WORKBOOKS, read_file
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE
from reviewer_app.services.ports import UnitOfWork

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


def take(uow: UnitOfWork, path: Path, at: datetime, options: Intake | None = None) -> FileReport:
    """Take one file or folder in and commit, or refuse it with findings and leave everything as it was."""
    kind = kind_of_file(path)
    try:
        return _taken(uow, path, at, options or Intake(), kind)
    except FileFault as fault:
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


def _taken(uow: UnitOfWork, path: Path, at: datetime, options: Intake, kind: str) -> FileReport:
    if kind == "later":
        raise FileFault("package_later", found=path.suffix.lower())
    if not kind:
        raise FileFault("package_unknown" if path.exists() else "package_gone", found=path.suffix[:20])
    take_in = _take_table if kind == "score_table" else _take_application
    return take_in(uow, path, at, options)


def _take_table(uow: UnitOfWork, path: Path, at: datetime, options: Intake) -> FileReport:
    from reviewer_app.services.taking_scores import take_scores

    data = read_file(path, _MOST_TABLE)
    taken = take_scores(uow, path, data, at, create_missing=options.create_missing)
    if taken.refused:
        return FileReport(path, "score_table", TakeOutcome.REFUSED, messages=taken.findings)
    outcome = TakeOutcome.UNCHANGED
    if taken.begun or taken.changed:
        outcome = TakeOutcome.TAKEN if taken.begun and not taken.changed else TakeOutcome.UPDATED
        uow.commit()
    number = taken.applications[0] if len(taken.applications) == 1 else ""
    return FileReport(path, "score_table", outcome, number, taken.findings)


def _take_application(uow: UnitOfWork, path: Path, at: datetime, options: Intake) -> FileReport:
    from reviewer_app.services.taking_application import TakingApplication

    taken = TakingApplication(uow, path, at, number=options.number, name=options.name, kinds=dict(options.kinds)).take()
    if taken.version == 0:
        outcome = TakeOutcome.UNCHANGED
    else:
        outcome = TakeOutcome.TAKEN if taken.version == 1 else TakeOutcome.UPDATED
        uow.commit()
    return FileReport(path, taken.kind, outcome, taken.number, taken.findings)
