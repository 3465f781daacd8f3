"""What an export is made of: domain values only, gathered once, so that every file tells the same story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from resources import messages
from resources.languages import SOURCE
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import FormalResult
from reviewer_app.domain.issuer import Issuer
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Consolidation, Release
from reviewer_app.domain.reviews.review import Person
from reviewer_app.domain.reviews.robustness import UNTRIED, Robustness


@dataclass(frozen=True, slots=True)
class Counts:
    """How many applications, reviews, scores (n. b. included) and rationales; from the store or read back from a file.

    Reviews, scores and rationales are those of counted reviews.
    """

    applications: int
    reviews: int
    scores: int
    rationales: int

    def agreement(self, language: str) -> str:
        """Word the self-check: what is in the file, which is what the store counts; without a full stop."""
        keys = ("applications", "reviews", "scores", "rationales")
        said = {key: messages.text(f"self_check.{key}", language, n=getattr(self, key)) for key in keys}
        return messages.text("self_check.agreement", language, **said)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything an export says about one application.

    `figures` are the computed figures of the form by id (exact, None for n. b.); `record_sha256` is the checksum of the
    application's record; `stored` what the store itself counts for this application (for the self-check).
    `conflicts` says of everybody who is expected to review or has stated something where that person stands, by member
    number; None where nothing was stated.
    """

    consolidation: Consolidation
    formal: tuple[FormalResult, ...] = ()
    robustness: Robustness = UNTRIED
    record: Mapping[str, object] = field(default_factory=dict)
    record_sha256: str = ""
    stored: Counts = Counts(0, 0, 0, 0)
    release: Release | None = None
    conflicts: tuple[tuple[Person, ConflictOfInterest | None], ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue version the application is scored by."""
        return self.consolidation.catalogue


@dataclass(frozen=True, slots=True)
class RoundMaterial:
    """A round ready to be exported: `as_of` is the time of the last change in the store, never of the export.

    `variant` is internal, pseudonymous or applicant; `expected_reviews` by application number.
    `people` is everybody of the round and `names` what all its forms say about persons, so that a pseudonymous export
    knows every name it must not hold, whichever applications are in it. `left_out` are the numbers of applications that
    are closed to the person who exports.
    """

    title: str
    reference_date: date | None
    as_of: datetime
    dossiers: tuple[Dossier, ...]
    stored: Counts
    issuer: Issuer
    expected_reviews: Mapping[str, int] = field(default_factory=dict)
    variant: str = "internal"
    language: str = SOURCE
    program: str = "Votum 0.1"
    people: tuple[Person, ...] = ()
    names: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
