"""What the command palette finds: applications and actions, matched by the words typed, in groups.

Values and matching apart from the popover, so that finding is tested without a window.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.ui.actions import Offer
from reviewer_app.ui.navigation import Place

MOST = 9
"""Rows in sight."""

_MISSES = 2


class Group(StrEnum):
    """The groups in their order."""

    GO = "go"
    COMMANDS = "commands"


@dataclass(frozen=True, slots=True)
class Find:
    """One row: words, second fact, key, icon; it opens `place` or carries out `action`; `reason` says why it cannot."""

    group: Group
    text: str
    fact: str = ""
    key: str = ""
    icon: str = ""
    place: Place | None = None
    action: str = ""
    reason: str = ""

    @property
    def token(self) -> str:
        """What the last five are remembered by."""
        return self.action or (f"{self.place.page}:{self.place.application}" if self.place else "")


def find_of(offer: Offer) -> Find:
    """Turn an offered action into a row."""
    return Find(Group.COMMANDS, offer.text, offer.reason, offer.key, offer.icon, action=offer.id, reason=offer.reason)


def _rank(find: Find, words: list[str]) -> int:
    """Say how well a row fits: 0 every word begins a word of it, 1 occurs in it, 2 not at all."""
    text = f"{find.text} {find.fact if find.place else ''}".lower()
    begins = [part for chunk in text.replace("-", " ").split() for part in (chunk, chunk.strip("„“()·"))]
    if all(any(part.startswith(word) for part in begins) for word in words):
        return 0
    return 1 if all(word in text for word in words) else _MISSES


def search(finds: Iterable[Find], typed: str, last: tuple[str, ...] = ()) -> list[Find]:
    """Return at most nine rows for what was typed, grouped, best first; nothing typed gives the last five."""
    words = typed.lower().split()
    every = list(finds)
    if not words:
        known = {find.token: find for find in every}
        return [known[token] for token in last if token in known][:5]
    ranked = sorted(((_rank(find, words), place, find) for place, find in enumerate(every)), key=lambda one: one[:2])
    best = [find for rank, _, find in ranked if rank < _MISSES][:MOST]
    order = list(Group)
    return sorted(best, key=lambda find: order.index(find.group))
