"""What the use cases need from the store, as Protocols; `db` provides it and nothing above `db` knows how."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from reviewer_app.domain.annotations.annotation import Annotation
from reviewer_app.domain.application import Application, FieldChange
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId, ReviewId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Consensus, Release
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import Value
from reviewer_app.domain.text.recognised import RecognisedPage
from reviewer_app.exports.material import Counts
from reviewer_app.services.search.port import SearchIndex


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """One line of the history of annotations: `before` None where it was made, `after` None where it was deleted."""

    at: datetime
    annotation: AnnotationId
    before: Annotation | None
    after: Annotation | None
    by: str


class Annotations(Protocol):
    """Annotations with their links; every change goes through here and leaves a line in their history."""

    def of(self, application: ApplicationId) -> tuple[Annotation, ...]:
        """Return all annotations of an application, oldest first, whoever may see them."""
        ...

    def all(self) -> Mapping[ApplicationId, tuple[Annotation, ...]]:
        """Return all annotations of the round by application, in few queries."""
        ...

    def find(self, annotation: AnnotationId) -> Annotation | None:
        """Return one annotation, or None."""
        ...

    def put(self, annotation: Annotation, by: str) -> None:
        """Store or change an annotation and append to the history where it differs."""
        ...

    def remove(self, annotation: AnnotationId, at: datetime, by: str) -> None:
        """Take an annotation away; the history keeps it."""
        ...

    def history(self, application: ApplicationId) -> tuple[AnnotationEntry, ...]:
        """Return every version of every annotation of an application, deleted ones included, oldest first."""
        ...


class RecognisedTexts(Protocol):
    """Recognised pages by the SHA-256 of the annex; they hold whatever becomes of the index."""

    def of(self, sha256: str) -> Mapping[int, RecognisedPage]:
        """Return the recognised pages of an annex by their index from 0; one without a word is there, without lines."""
        ...

    def counts(self, hashes: Collection[str]) -> Mapping[str, int]:
        """Return how many pages of these annexes were recognised; one of which none was has no entry."""
        ...

    def forget(self, sha256: str) -> None:
        """Forget what was recognised of an annex."""
        ...

    def put(self, sha256: str, page: int, found: RecognisedPage) -> None:
        """Keep what was recognised of a page (from 0) in place of what was before."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the store: `code` is a key below `problem.` in the messages, `message` the parameters in words."""

    code: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The round a workspace holds. `catalogue` is the SHA-256 of the version new applications come in under."""

    title: str
    reference_date: date | None
    catalogue: str
    me: PersonId | None = None
    is_demo: bool = False
    reviews_due: date | None = None
    secrecy_confirmed: date | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the append-only history: `what` is value, rationale, overall, state, consensus, release or formal.

    `before` and `after` are texts: an answer as `3.5`, `10/3` or `n. b.`, empty where there was none; `note` is the
    reason given.
    """

    at: datetime
    application: ApplicationId
    review: ReviewId | None
    criterion: str
    what: str
    before: str
    after: str
    by: str
    origin: str = ""
    note: str = ""


class Rounds(Protocol):
    """The one round of the workspace."""

    def get(self) -> RoundFacts:
        """Return the round's facts."""
        ...

    def put(self, facts: RoundFacts) -> None:
        """Store the round's facts."""
        ...

    def last_change(self) -> datetime:
        """Return when anything that people entered or imported last changed."""
        ...

    def cache_list(self, text: str) -> None:
        """Cache the list that the next opening shows first; it holds until anything else is committed."""
        ...

    def cached_list(self) -> str:
        """Return the cached list, empty where it holds no more."""
        ...


class Catalogues(Protocol):
    """Every catalogue version the round uses, whole."""

    def add(self, catalogue: Catalogue) -> None:
        """Keep a version (its source text and hash); the same hash again changes nothing."""
        ...

    def get(self, sha256: str) -> Catalogue:
        """Return the version with this hash."""
        ...

    def all(self) -> tuple[Catalogue, ...]:
        """Return all versions."""
        ...


@dataclass(frozen=True, slots=True)
class ListedApplication:
    """What a list says of an application; `answers` by role, `proposed` the formal checks proposed as open, by id."""

    id: ApplicationId
    number: str
    name: str
    procedure: str
    catalogue: str
    withdrawn: date | None
    reviews_due: date | None
    answers: Mapping[str, str]
    proposed: frozenset[str]


class Applications(Protocol):
    """Applications with all their versions."""

    def numbers(self) -> tuple[str, ...]:
        """Return all numbers in order."""
        ...

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return (number, name) of every application's newest version, by number, without reading any form."""
        ...

    def all(self, *, light: bool = False) -> tuple[Application, ...]:
        """Return every application in its newest version by number; `light` leaves out form tables and members."""
        ...

    def listed(self, *roles: str) -> Iterator[ListedApplication]:
        """Yield what a list says of every application in its newest version, by number, few held at a time.

        `roles` name the fields of the form whose answers it says.
        """
        ...

    def keep_proposals(self) -> bool:
        """Keep what the formal checks propose wherever that is missing; say whether it was anywhere."""
        ...

    def find(self, number: str) -> Application | None:
        """Return the newest version of the application with this number, or None."""
        ...

    def get(self, application: ApplicationId, *, light: bool = False) -> Application:
        """Return the newest version; `light` leaves out form tables and members."""
        ...

    def catalogue_of(self, application: ApplicationId) -> str:
        """Return the catalogue of the newest version without reading its form."""
        ...

    def add(self, application: Application, fingerprint: str) -> None:
        """Store a new application, or a new version of one that is there (same id, higher version).

        `fingerprint` is the SHA-256 of what came in, so that the same file again changes nothing.
        """
        ...

    def add_new(self, many: Sequence[tuple[Application, str]]) -> None:
        """Store applications of which none is there, each with its fingerprint, in few statements however many."""
        ...

    def fingerprint(self, application: ApplicationId) -> str:
        """Return the fingerprint of the newest version, empty where it came from a score table."""
        ...

    def versions(self, application: ApplicationId) -> tuple[Application, ...]:
        """Return all versions, oldest first."""
        ...

    def changes(self, application: ApplicationId) -> tuple[FieldChange, ...]:
        """Return the field changes recorded with the newest version."""
        ...

    def put_changes(self, application: ApplicationId, changes: Sequence[FieldChange]) -> None:
        """Record what changed with the newest version."""
        ...

    def withdraw(self, application: ApplicationId, day: date | None) -> None:
        """Mark an application as withdrawn on `day`, or not withdrawn (None)."""
        ...

    def update(self, application: Application) -> None:
        """Rewrite the procedure's facts of the newest version (name, dates, references, annex kinds), not its form."""
        ...

    def decide_formal(self, application: ApplicationId, check: str, outcome: FormalOutcome | None) -> None:
        """Store a person's decision on a formal check, or take it back."""
        ...

    def formal_decisions(self, application: ApplicationId) -> Mapping[str, FormalOutcome]:
        """Return the decisions on formal checks by check id."""
        ...

    def all_formal_decisions(self) -> Mapping[ApplicationId, Mapping[str, FormalOutcome]]:
        """Return all of them by application, in one query."""
        ...


@dataclass(frozen=True, slots=True)
class PackedBytes:
    """Bytes ready to be stored: pieces as they go in, each with whether it is compressed."""

    sha256: str
    size: int
    pieces: tuple[tuple[bool, bytes], ...] = field(repr=False)


class Files(Protocol):
    """Annex bytes by SHA-256, in chunks, each stored once."""

    def pack(self, data: bytes) -> PackedBytes:
        """Compress bytes for `put`, which takes long where they are many; asks nothing of the store."""
        ...

    def put(self, packed: PackedBytes) -> None:
        """Store packed bytes. The same bytes again are stored once."""
        ...

    def add(self, chunks: Iterator[bytes]) -> tuple[str, int]:
        """Pack and store bytes; return (sha256, size)."""
        ...

    def read(self, sha256: str) -> bytes:
        """Return the bytes; raise WorkspaceError where they are missing or do not match their hash."""
        ...

    def has(self, sha256: str) -> bool:
        """Say whether the bytes are there."""
        ...


class People(Protocol):
    """The people of the round."""

    def all(self) -> tuple[Person, ...]:
        """Return everybody by member number."""
        ...

    def get(self, person: PersonId) -> Person:
        """Return one person."""
        ...

    def find(self, name: str) -> Person | None:
        """Return the person with this name, compared trimmed and in NFC."""
        ...

    def put(self, person: Person) -> None:
        """Store or change a person."""
        ...

    def assign(self, whom: Mapping[ApplicationId, Collection[PersonId]]) -> None:
        """Note who is expected to review which applications, in few statements however many."""
        ...

    def expected(self, application: ApplicationId) -> tuple[PersonId, ...]:
        """Return who is expected to review an application: assigned people and people with a review, distinct."""
        ...

    def all_expected(self) -> Mapping[ApplicationId, tuple[PersonId, ...]]:
        """Return the same for every application, in few queries."""
        ...

    def conflict(self, application: ApplicationId, person: PersonId) -> ConflictOfInterest:
        """Return where a person stands; none where nobody asked."""
        ...

    def set_conflict(self, application: ApplicationId, person: PersonId, state: ConflictOfInterest) -> None:
        """Store where a person stands."""
        ...

    def set_conflicts(self, many: Sequence[tuple[ApplicationId, PersonId, ConflictOfInterest]]) -> None:
        """Store where people stand, in few statements where nobody had said anything before."""
        ...

    def excluded(self, application: ApplicationId) -> frozenset[str]:
        """Return the ids of people excluded from an application."""
        ...

    def all_conflicts(self) -> Mapping[ApplicationId, Mapping[PersonId, ConflictOfInterest]]:
        """Return where everybody stands who was asked, by application and person, in one query."""
        ...


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How far a person's review is; `scored` says that a criterion has an answer, n. b. included."""

    person: PersonId
    state: ReviewState
    scored: bool
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BegunReview:
    """A review to begin as a draft, without answers."""

    review: Review
    at: datetime


class ReviewChange(NamedTuple):
    """A change of a review; `what` and `after` are those of its line in the history, but a value is no text.

    `criterion` is empty for overall and state; `note` is the reason given.
    """

    review: ReviewId
    what: str
    after: Value | str | None
    at: datetime
    by: str
    criterion: str = ""
    note: str = ""


class Reviews(Protocol):
    """Reviews with their scores; every change goes through here and leaves a line in the history."""

    def of(self, application: ApplicationId) -> tuple[Review, ...]:
        """Return all reviews of an application."""
        ...

    def all(self, among: Collection[ApplicationId] | None = None) -> Mapping[ApplicationId, tuple[Review, ...]]:
        """Return all reviews of the round by application, or those of some applications."""
        ...

    def by(self, person: PersonId) -> Mapping[ApplicationId, Review]:
        """Return a person's reviews by application."""
        ...

    def standings(self) -> Mapping[ApplicationId, tuple[ReviewProgress, ...]]:
        """Return how far every review of the round is by application, counted without reading any answer."""
        ...

    def states(self, application: ApplicationId) -> Mapping[PersonId, ReviewState]:
        """Return how far each person's review of an application is, without reading any answer."""
        ...

    def find(self, application: ApplicationId, person: PersonId) -> Review | None:
        """Return one person's review of an application, or None."""
        ...

    def create(self, application: ApplicationId, person: PersonId, origin: ReviewOrigin, at: datetime) -> Review:
        """Begin a review (draft)."""
        ...

    def set_value(self, review: ReviewId, criterion: str, value: Value | None, at: datetime, by: str) -> None:
        """Store an answer (None clears it) and append to the history where it differs."""
        ...

    def set_rationale(self, review: ReviewId, criterion: str, text: str, at: datetime, by: str) -> None:
        """Store a rationale and append to the history where it differs."""
        ...

    def set_overall(self, review: ReviewId, text: str, at: datetime, by: str) -> None:
        """Store the general impression."""
        ...

    def set_state(self, review: ReviewId, state: ReviewState, at: datetime, by: str, reason: str = "") -> None:
        """Submit or reopen; reopening keeps the reason and counts the edition up."""
        ...

    def write(self, steps: Sequence[BegunReview | ReviewChange]) -> None:
        """Begin and change reviews in few statements, however many; the history reads as if it were one by one."""
        ...

    def history(self, application: ApplicationId) -> tuple[HistoryEntry, ...]:
        """Return the history of an application, oldest first."""
        ...

    def counts(self, application: ApplicationId | None = None) -> Counts:
        """Count what is stored, by SQL, independently of any figure: counted reviews, their scores and rationales."""
        ...


class Consensuses(Protocol):
    """Agreed values of applications."""

    def of(self, application: ApplicationId) -> Mapping[str, Consensus]:
        """Return the consensus values by criterion."""
        ...

    def all(self) -> Mapping[ApplicationId, Mapping[str, Consensus]]:
        """Return all of them by application."""
        ...

    def put(self, application: ApplicationId, consensus: Consensus, at: datetime, by: str) -> None:
        """Store an agreed value and append to the history."""
        ...

    def remove(self, application: ApplicationId, criterion: str, at: datetime, by: str) -> None:
        """Take an agreed value back and append to the history."""
        ...

    def releases(self) -> Mapping[ApplicationId, Release]:
        """Return who released which application when; one that is not released has no entry."""
        ...

    def release_of(self, application: ApplicationId) -> Release | None:
        """Return who released an application when, None where it is not released."""
        ...

    def release(self, application: ApplicationId, at: datetime, by: str, confirmed: str, reason: str = "") -> None:
        """Store that an application is released and append to the history, with what was confirmed and the reason."""
        ...

    def withdraw_release(self, application: ApplicationId, at: datetime, by: str, reason: str) -> None:
        """Store that it is no longer released and append to the history."""
        ...


class UnitOfWork(Protocol):
    """One transaction: leaving it without `commit()` rolls back."""

    rounds: Rounds
    catalogues: Catalogues
    applications: Applications
    files: Files
    people: People
    reviews: Reviews
    consensus: Consensuses
    annotations: Annotations
    recognised: RecognisedTexts
    search: SearchIndex
    read_only: bool

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""
        ...

    def commit(self) -> None:
        """Make everything durable."""
        ...


class Workspace(Protocol):
    """An open workspace file."""

    def unit_of_work(self) -> UnitOfWork:
        """Return a fresh unit of work, the only kind that can commit; one at a time."""
        ...

    def reading(self) -> UnitOfWork:
        """Return one that sees what is committed when it first asks; it waits for nobody, in any thread."""
        ...

    def rehearsal(self) -> UnitOfWork:
        """Return one on the tables as they are, whose writes are gone with it; it waits for nobody, in any thread.

        Raise WorkspaceError(`workspace_read_only`) where nothing can be written.
        """
        ...

    def close(self) -> None:
        """Checkpoint and close; afterwards everything is in the one file."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """Message keys of what opening had to say (upgraded, damaged, read only)."""
        ...


class Clock(Protocol):
    """Says what time it is, so that tests and the demo decide."""

    def __call__(self) -> datetime:
        """Return the present moment as the clock on the wall shows it, without a zone."""
        ...
