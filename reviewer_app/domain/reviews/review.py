"""Reviews, their scores and the states they may pass through; only submitted reviews count.

It needs nothing heavy when it is imported, as the window has it before its first list.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.scale import Value

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue, Criterion

LONG_TEXT = 20_000
"""Characters a rationale holds at most when it is handed in or comes in a score table."""

MOST_TEXT = 2_000_000
"""Characters a draft keeps of a typed or pasted text, far beyond what anybody writes; a field takes no more."""


OVERALL = "overall"
"""The general impression, where a criterion's key is expected; it belongs to no criterion."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the round; `number` is the member number, drawn once: G1 … Gn run by it, Mitglied bears it."""

    id: PersonId
    name: str
    number: int
    role: Role = Role.REVIEWER
    employers: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()


def drawn_number(taken: Iterable[int], draw: Callable[[int], int] | None = None) -> int:
    """Draw a member number nobody has, so that it does not tell in which order people were entered.

    Two digits as long as half of them are free. `draw` gives a number below the one it is given.
    """
    known, last = set(taken), 99
    while 2 * len(known) >= last:
        last = 10 * last + 9
    free = [number for number in range(1, last + 1) if number not in known]
    place = draw(len(free)) if draw else int.from_bytes(os.urandom(8)) % len(free)
    return free[place]


class ReviewState(StrEnum):
    """A review is being written, or handed in."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


class ReviewOrigin(StrEnum):
    """Where a review came from: this desk, a score table, or entered for somebody from paper or telephone."""

    DESK = "desk"
    TABLE = "table"
    PAPER = "paper"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Score:
    """A reviewer's answer to one criterion; `value` None is not yet scored (a rationale may stand already)."""

    criterion: str
    value: Value | None = None
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's review of one application; `scores` holds only touched criteria; `overall` is not counted."""

    id: ReviewId
    application: ApplicationId
    reviewer: Person
    state: ReviewState
    origin: ReviewOrigin
    scores: Mapping[str, Score] = field(default_factory=dict)
    overall: str = ""
    submitted_at: datetime | None = None
    reopened_reason: str = ""
    edition: int = 1

    def value(self, criterion: str) -> Value | None:
        """Return the answer to `criterion`, None where nothing was scored."""
        score = self.scores.get(criterion)
        return score.value if score else None

    def rationale(self, criterion: str) -> str:
        """Return the rationale to `criterion`, empty where there is none."""
        score = self.scores.get(criterion)
        return score.rationale if score else ""

    @property
    def is_submitted(self) -> bool:
        """Whether it is handed in."""
        return self.state is ReviewState.SUBMITTED

    @property
    def answered(self) -> int:
        """How many criteria have an answer, n. b. included."""
        return sum(score.value is not None for score in self.scores.values())


class Gap(StrEnum):
    """What keeps a review from being handed in."""

    SCORE = "score"
    RATIONALE = "rationale"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend before a review may be submitted; `count` is the length of a rationale that is too long."""

    criterion: str
    gap: Gap
    value: Value | None = None
    count: int = 0


def missing(catalogue: "Catalogue", review: Review | None) -> tuple[Missing, ...]:
    """List what keeps a review from being submitted, in catalogue order.

    That is: unscored criteria, rationales the catalogue requires, rationales of more than LONG_TEXT characters.
    """
    found: list[Missing] = []
    for criterion in catalogue.criteria:
        value = review.value(criterion.key) if review else None
        text = review.rationale(criterion.key) if review else ""
        found += missing_of(catalogue, criterion, value, text)
    return tuple(found)


def missing_of(catalogue: "Catalogue", criterion: "Criterion", value: Value | None, text: str) -> Iterator[Missing]:
    """Give what one criterion with this answer and this rationale lacks."""
    if value is None:
        yield Missing(criterion.key, Gap.SCORE)
    elif catalogue.needs_rationale(criterion, value) and not text.strip():
        yield Missing(criterion.key, Gap.RATIONALE, value)
    if len(text) > LONG_TEXT:
        yield Missing(criterion.key, Gap.LENGTH, value, len(text))
