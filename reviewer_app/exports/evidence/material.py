"""What an evidence list holds: annotations in words, those of each criterion together."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One annotation in the words of the list's language; empty where it has none of a kind."""

    direction: str
    kind: str
    source: str
    quote: str
    note: str
    author: str
    created: datetime
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The lines of one criterion, as one reads; `key` is empty for what is linked to none."""

    key: str
    title: str
    lines: tuple[EvidenceLine, ...]

    @property
    def heading(self) -> str:
        """Key and title."""
        return f"{self.key} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The evidence of one application; `as_of` is the round's last change."""

    number: str
    name: str
    as_of: datetime
    language: str
    groups: tuple[EvidenceGroup, ...]
