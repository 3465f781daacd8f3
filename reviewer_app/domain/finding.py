"""What a check has to say about a field, a cell, a file: one value with severity, place, rule and remedy.

The words stand in resources/i18n/messages: `finding.<code>` (what is wrong), `finding.<code>_remedy` (how to mend it).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer_app.domain.locale import LOCALES
from reviewer_app.domain.localised import Words


class Severity(StrEnum):
    """How much a finding weighs: error is shown as ▼ Fehler, warning as ▲ Hinweis, note only in JSON."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where a finding lies; empty parts are unknown or do not apply. `row` counts from 1."""

    file: str = ""
    sheet: str = ""
    cell: str = ""
    field: str = ""
    row: int = 0
    page: int = 0

    def label(self, language: str) -> str:
        """Return the place as a person would look for it, e.g. `antrag.xlsx, Antrag!C12`."""
        inside = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell
        if not inside and self.row:
            inside = LOCALES[language].row.format(n=self.row)
        if self.page:
            inside = LOCALES[language].page.format(n=self.page)
        return ", ".join(part for part in (self.file, inside) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `code` names rule and words, `found` the value as it stands there, `params` fill the sentence."""

    code: str
    severity: Severity
    place: FindingPlace = FindingPlace()
    found: Words = ""
    params: Mapping[str, Words] = field(default_factory=dict)


def shown_findings(findings: Iterable[Finding], *, with_notes: bool = False) -> tuple[Finding, ...]:
    """Return what a person is shown of `findings`: errors, then warnings, then notes where they are wanted."""
    order = [Severity.ERROR, Severity.WARNING, *([Severity.NOTE] if with_notes else [])]
    every = tuple(findings)
    return tuple(one for severity in order for one in every if one.severity is severity)
