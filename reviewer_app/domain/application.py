"""An application with its form, annexes and states: values as they came in, nothing computed from the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from reviewer_app.domain.finding import Finding
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.localised import Words

type Scalar = str | int | Decimal | date | bool | tuple[str, ...] | None
type Row = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Form:
    """The answers of a form by field id, its tables by table id, and where each was read (`Antrag!C12`).

    Months are dates on their first day, percent and money plain numbers, multiple choice a tuple of keys.
    `given` keeps what the applicant wrote for computed fields.
    """

    values: Mapping[str, Scalar] = field(default_factory=dict)
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Scalar] = field(default_factory=dict)
    version: str = ""

    def number(self, field_id: str) -> Decimal | None:
        """Return the numeric answer of `field_id`, None where empty or not a number."""
        value = self.values.get(field_id)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return None
        return Decimal(value)

    def text(self, field_id: str) -> str:
        """Return the answer of `field_id` as text, empty where there is none."""
        value = self.values.get(field_id)
        return value if isinstance(value, str) else "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Member:
    """A row of the member list; `row` counts data rows from 1, `kind` is a key of the organisation types."""

    row: int
    name: str
    kind: str = ""
    values: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MemberList:
    """The member list as read; `source` is `A01` (annex) or `form` (sheet Mitglieder)."""

    source: str
    members: tuple[Member, ...]

    def count(self, kind: str | None = None) -> int:
        """Count the members of `kind`, or all."""
        return sum(kind is None or member.kind == kind for member in self.members)


class AnnexState(StrEnum):
    """What probing an annex found; everything but readable is shown beside it."""

    READABLE = "readable"
    NO_TEXT = "no_text"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex file of `kind` A01 … A99; its bytes are stored under `sha256`; `pages` 0 where unknown or not paged."""

    kind: str
    name: str
    sha256: str
    size: int
    media_type: str = "application/pdf"
    pages: int = 0
    states: tuple[AnnexState, ...] = (AnnexState.READABLE,)
    blank_pages: tuple[int, ...] = ()


class ApplicationState(StrEnum):
    """How far an application is, derived from its reviews; see `state_of`."""

    RECEIVED = "eingegangen"
    IN_REVIEW = "in_begutachtung"
    REVIEWED = "begutachtung_abgeschlossen"
    WITHDRAWN = "zurueckgezogen"


@dataclass(frozen=True, slots=True)
class Application:
    """One application in its newest version; `catalogue` is the SHA-256 of the version it came in under.

    `received`, `deadline` and `reference_date` are dates of the procedure; `reviews_due` is when reviews are to be
    handed in. An application that came from a score table alone has `form` None.
    """

    id: ApplicationId
    number: str
    name: str
    procedure: str
    catalogue: str
    reference_date: date | None = None
    received: date | None = None
    deadline: date | None = None
    reviews_due: date | None = None
    withdrawn: date | None = None
    file_reference: str = ""
    proceeding: str = ""
    version: int = 1
    imported_at: datetime | None = None
    form: Form | None = None
    members: MemberList | None = None
    annexes: tuple[Annex, ...] = ()
    findings: tuple[Finding, ...] = ()

    def annex(self, kind: str) -> Annex | None:
        """Return the first annex of `kind`, or None."""
        return next((one for one in self.annexes if one.kind == kind), None)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A difference between two versions of an application, field by field; texts as shown."""

    field: str
    before: Words
    after: Words


def state_of(withdrawn: date | None, *, scored: bool, expected: int, submitted: int) -> ApplicationState:
    """Derive the state: withdrawn, all expected reviews submitted, some score there, else received."""
    if withdrawn is not None:
        return ApplicationState.WITHDRAWN
    if expected > 0 and submitted >= expected:
        return ApplicationState.REVIEWED
    return ApplicationState.IN_REVIEW if scored else ApplicationState.RECEIVED
