"""What a quality label is worth on a given day: valid, about to expire, in its grace period, lapsed, or in process.

Lengths and periods are codes of the catalogue's list of levels, because they differ by level and edition.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer_app.domain.application import Form, Row
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.calendar_months import add_months, end_of_month
from reviewer_app.domain.form.spec import Field, ValueEntry

_NO_LABEL = "none"


class LabelState(StrEnum):
    """The states of a label on a day; the first two count as valid."""

    VALID = "valid"
    EXPIRING = "expiring"
    GRACE = "grace"
    LAPSED = "lapsed"
    IN_PROCESS = "in_process"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LabelTerms:
    """The terms of one level in months: first validity, after renewal (0 unknown), grace, and when it expires soon."""

    first: int = 0
    renewal: int = 0
    grace: int = 0
    soon: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A label of an application with its state on a day; `grace_until` where it may still be renewed seamlessly."""

    level: str
    state: LabelState
    issued: date | None = None
    valid_until: date | None = None
    grace_until: date | None = None
    row: int = 0

    @property
    def is_valid(self) -> bool:
        """The label is valid, even if it expires soon."""
        return self.state in (LabelState.VALID, LabelState.EXPIRING)


def terms_of(entry: ValueEntry | None) -> LabelTerms:
    """Read the terms from the codes of a level: months_first, months_renewal, grace_months, soon_months."""
    codes = entry.more if entry else {}

    def months(name: str) -> int:
        text = codes.get(name, "")
        return int(text) if text.isdecimal() else 0

    return LabelTerms(months("months_first"), months("months_renewal"), months("grace_months"), months("soon_months"))


def expected_end(terms: LabelTerms, issued: date, *, renewed: bool = False) -> date | None:
    """Give the last day of validity of a label issued on a day: to the end of the month; None without a term."""
    months = terms.renewal if renewed else terms.first
    return end_of_month(add_months(issued, months)) if months else None


def label_state(
    terms: LabelTerms, issued: date | None, valid_until: date | None, appointment: date | None, at: date
) -> LabelState:
    """Give the state on the day `at`; the last day of validity and of grace still count."""
    until = valid_until or (expected_end(terms, issued) if issued else None)
    if until is None or (issued is not None and issued > at):
        in_process = appointment is not None or (issued is not None and issued > at)
        return LabelState.IN_PROCESS if in_process else LabelState.UNKNOWN
    if until < at:
        return LabelState.GRACE if at <= add_months(until, terms.grace) else LabelState.LAPSED
    return LabelState.EXPIRING if add_months(until, -terms.soon) < at else LabelState.VALID


def labels(catalogue: Catalogue, form: Form, at: date) -> tuple[Label, ...]:
    """Give the labels a form states with their states on the day `at`, in the order of the form; no label is no row."""
    table = catalogue.by_role("labels")
    if table is None:
        return ()
    rows = enumerate(form.tables.get(table.id, ()), 1)
    found = (_label(catalogue, table, row, number, at) for number, row in rows)
    return tuple(label for label in found if label is not None)


def _label(catalogue: Catalogue, table: Field, row: Row, number: int, at: date) -> Label | None:
    column = table.by_role("label_level")
    level = row.get(column.id) if column else None
    if column is None or not isinstance(level, str) or not level:
        return None
    entry = catalogue.entry(column, level)
    if entry is not None and _NO_LABEL in entry.more:
        return None
    terms = terms_of(entry)
    issued, until, appointment = (
        _day(table, row, role) for role in ("label_issued", "label_until", "label_appointment")
    )
    state = label_state(terms, issued, until, appointment, at)
    last = until or (expected_end(terms, issued) if issued else None)
    grace = add_months(last, terms.grace) if last and state is LabelState.GRACE else None
    return Label(level, state, issued, last, grace, number)


def _day(table: Field, row: Row, role: str) -> date | None:
    column = table.by_role(role)
    value = row.get(column.id) if column else None
    return value if isinstance(value, date) else None
