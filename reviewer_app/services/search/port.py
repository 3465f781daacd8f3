"""What searching needs of the store: texts by unit, found by their words, and what of the round is not in it yet.

A unit is what is indexed and forgotten as one: a version of a form, the bytes of an annex, a review, an application's
annotations. The index can be thrown away at any time; it is made again from what the round holds.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from reviewer_app.domain.application import Annex
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.domain.text.search_words import Search


class IndexLostError(Exception):
    """There is no index, or none that can be used; what is searched has to be read instead."""


FORM, ANNEX, REVIEW, ANNOTATIONS = "form", "annex", "review", "annotations"

EDITION = "2"
"""Changes with every change of which texts a unit has; an index of another edition is made anew."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """`key` is application id and version of a form, hash of an annex, id of a review, application of annotations."""

    source: str
    key: str


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with its place in its unit: `part` counts pages or rows from 1 (0: none), `field` names a field.

    A negative `part` is the end of that page with the beginning of the next, parted by `page_ends.JOINT`.
    """

    part: int
    field: str
    body: str


@dataclass(frozen=True, slots=True)
class TextCandidate:
    """A text of the index that holds the words, without its body."""

    id: int
    unit: Unit
    part: int
    field: str


@dataclass(frozen=True, slots=True)
class Pending:
    """What the index lacks, in the order it should be taken, and how many units it holds."""

    units: tuple[Unit, ...]
    indexed: int


@dataclass(frozen=True, slots=True)
class HeldAnnex:
    """An annex of an application's newest version."""

    application: ApplicationId
    annex: Annex


@dataclass(frozen=True, slots=True)
class HeldReview:
    """Whose review of what it is, and whether it is handed in."""

    application: ApplicationId
    person: PersonId
    state: ReviewState


class SearchIndex(Protocol):
    """The texts of the round by their folded words."""

    def ready(self) -> bool:
        """Say whether there is an index that can be asked; a lost, older or damaged one is none."""
        ...

    def prepare(self) -> None:
        """Make an empty index in place of whatever is there; raise IndexLostError where the store cannot have one."""
        ...

    def pending(self) -> Pending:
        """Return what is not indexed as it stands now."""
        ...

    def begin(self, unit: Unit) -> None:
        """Forget a unit, and older versions of it, before its texts are added."""
        ...

    def add(self, unit: Unit, texts: Iterable[PlacedText]) -> None:
        """Add texts of a unit."""
        ...

    def finish(self, unit: Unit) -> None:
        """Note that a unit is indexed whole, as it stands in this transaction."""
        ...

    def settle(self) -> None:
        """Note how far what people wrote was looked through, so that the next look is short."""
        ...

    def find(
        self,
        search: Search,
        *,
        together: bool,
        units: Collection[Unit] | None = None,
        after: int = 0,
        most: int = 500,
    ) -> tuple[TextCandidate, ...]:
        """Return texts that hold all words `together` in a passage, or only apart, by id from `after` on.

        `units` leaves out all others.

        Raise IndexLostError where the index turns out to be unusable.
        """
        ...

    def bodies(self, ids: Collection[int]) -> Mapping[int, str]:
        """Return texts by id."""
        ...

    def texts(self, unit: Unit) -> tuple[PlacedText, ...] | None:
        """Return the texts of a unit in their order, None where it is not indexed whole.

        Raise IndexLostError where the index turns out to be unusable.
        """
        ...

    def newest(self) -> Mapping[ApplicationId, tuple[str, int]]:
        """Return number and newest version of every application, by number."""
        ...

    def annexes(self, hashes: Collection[str]) -> tuple[HeldAnnex, ...]:
        """Return the annexes with these hashes that newest versions hold, in their order there."""
        ...

    def reviews(self, ids: Collection[str]) -> Mapping[str, HeldReview]:
        """Return these reviews by id."""
        ...

    def own_reviews(self, person: PersonId) -> Mapping[ApplicationId, ReviewState]:
        """Return the state of each review of a person by application."""
        ...

    def units_of(self, application: ApplicationId) -> tuple[Unit, ...]:
        """Return the units of one application as it stands now."""
        ...
