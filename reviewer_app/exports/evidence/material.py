"""What an evidence list holds: annotations in words, those of each criterion together, of an application or more."""

from dataclasses import dataclass
from datetime import datetime

from resources import messages


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
    """The lines of one criterion, as one reads; `key` is empty for what is linked to none.

    `number` and `name` are those of the application.
    """

    key: str
    title: str
    lines: tuple[EvidenceLine, ...]
    number: str = ""
    name: str = ""

    @property
    def heading(self) -> str:
        """Key and title."""
        return f"{self.key} {self.title}".strip()

    @property
    def application(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The evidence of one application, or of a round: `number` is empty then, and `name` the round's.

    `as_of` is the round's last change.
    """

    number: str
    name: str
    as_of: datetime
    language: str
    groups: tuple[EvidenceGroup, ...]

    @property
    def title(self) -> str:
        """What stands above it."""
        if self.number:
            return messages.text("evidence.title", self.language, number=self.number, name=self.name)
        return messages.text("evidence.title_of_round", self.language, name=self.name)
