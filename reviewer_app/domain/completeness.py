"""The formal checks F01–F12 as values: what the program proposes, what a person decided, what counts as open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FormalOutcome(StrEnum):
    """The outcome of a formal check; a notice never counts as open."""

    MET = "met"
    NOT_MET = "not_met"
    TO_SUPPLY = "to_supply"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class FormalResult:
    """One formal check: `proposal` is computed, `decision` a person's; `finding` words what was read.

    `finding` is a message key below `formal.` with `params`; `place` says where (A01, A03 S. 2, Antrag!C12).
    """

    check: str
    proposal: FormalOutcome
    finding: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    decision: FormalOutcome | None = None

    @property
    def outcome(self) -> FormalOutcome:
        """The decision where a person has decided, else the proposal."""
        return self.decision or self.proposal

    @property
    def is_open(self) -> bool:
        """The check is not met or to be supplied."""
        return self.outcome in (FormalOutcome.NOT_MET, FormalOutcome.TO_SUPPLY)


def formal_open(results: Iterable[FormalResult]) -> int:
    """Count the checks that are decided or proposed as not met or to be supplied."""
    return sum(result.is_open for result in results)
