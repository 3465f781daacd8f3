"""Taking in what people send: one file is one transaction, wholly in or wholly out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reviewer_app.domain.finding import Finding
from reviewer_app.services.ports import UnitOfWork


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
    raise NotImplementedError
