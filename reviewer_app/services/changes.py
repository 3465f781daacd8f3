"""What a use case changed, so that open pages can refresh themselves where it concerns them."""

from dataclasses import dataclass, field
from enum import StrEnum

from reviewer_app.domain.ids import ApplicationId


class Changed(StrEnum):
    """The kinds of things that change."""

    ROUND = "round"
    PEOPLE = "people"
    APPLICATIONS = "applications"
    SCORES = "scores"
    REVIEW_STATE = "review_state"
    CONSENSUS = "consensus"
    ANNOTATIONS = "annotations"
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of change and the applications they touch; no application means all."""

    kinds: frozenset[Changed] = frozenset()
    applications: frozenset[ApplicationId] = field(default_factory=frozenset)

    @classmethod
    def of(cls, *kinds: Changed, application: ApplicationId | None = None) -> "Changes":
        """Return the changes of one use case."""
        return cls(frozenset(kinds), frozenset({application} if application else ()))

    def touch(self, application: ApplicationId) -> bool:
        """Say whether `application` is concerned."""
        return bool(self.kinds) and (not self.applications or application in self.applications)


@dataclass(frozen=True, slots=True)
class Outcome[T]:
    """What a writing use case gives back: the value as it was stored, and what changed."""

    value: T
    changes: Changes
