"""What the command palette finds: places, people, papers, help and actions, matched by the words typed, in groups.

Values and matching apart from the popover, so that finding is tested without a window.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from reviewer_app.ui.shell.actions import Offer
from reviewer_app.ui.shell.navigation import Place

MOST = 9
"""Rows in sight."""

_MISSES = 2
_LEAST = 3
_TEXTS = 5
_BREAKS = str.maketrans("-„“()·:,&", "         ")


class PaletteGroup(StrEnum):
    """The groups in their order."""

    GO = "go"
    HELP = "help"
    COMMANDS = "commands"
    TEXT = "text"


@dataclass(frozen=True)
class Find:
    """One row: words, second fact, key, icon; it opens `place`, carries out `action` or calls `choose`.

    `reason` says why it cannot be chosen; `hint` holds words that find it without being shown; `name` is what the last
    five are remembered by where neither place nor action tells rows apart. `marks` are ranges of `fact` to stand out.
    """

    group: PaletteGroup
    text: str
    fact: str = ""
    key: str = ""
    icon: str = ""
    place: Place | None = None
    action: str = ""
    reason: str = ""
    hint: str = ""
    name: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    choose: Callable[[], object] | None = field(default=None, compare=False)

    @property
    def token(self) -> str:
        """What the last five are remembered by."""
        place = self.place
        at = f"{place.page}:{place.application}:{place.detail}" if place else ""
        return self.name or self.action or at

    @cached_property
    def text_folded(self) -> str:
        """What is searched: words, hint and, where it is no reason, the fact."""
        return f"{self.text} {self.hint} {'' if self.reason else self.fact}".lower()

    @cached_property
    def beginnings(self) -> str:
        """The same with a blank before every word, so that one look finds a word that begins so."""
        return f" {self.text_folded.translate(_BREAKS)}"


def find_of(offer: Offer) -> Find:
    """Turn an offered action into a row."""
    return Find(
        PaletteGroup.COMMANDS, offer.text, offer.reason, offer.key, offer.icon, action=offer.id, reason=offer.reason
    )


def _rank(find: Find, words: list[str]) -> int:
    """Say how well a row fits: 0 every word begins a word of it, 1 occurs in it, 2 not at all."""
    if all(f" {word}" in find.beginnings for word in words):
        return 0
    return 1 if all(word in find.text_folded or f" {word}" in find.beginnings for word in words) else _MISSES


def search(finds: Iterable[Find], typed: str, last: tuple[str, ...] = ()) -> list[Find]:
    """Return at most nine rows for what was typed, grouped, best first; nothing typed gives the last five."""
    words = typed.lower().split()
    every = list(finds)
    if not words:
        known = {find.token: find for find in reversed(every)}
        return [known[token] for token in last if token in known]
    ranked = sorted(((_rank(find, words), place, find) for place, find in enumerate(every)), key=lambda one: one[:2])
    best = _shared([find for rank, _, find in ranked if rank < _MISSES])
    order = list(PaletteGroup)
    return sorted(best, key=lambda find: order.index(find.group))


def _shared(found: list[Find]) -> list[Find]:
    """Return the first nine rows, but leave each group that has any at least its best three."""
    best = found[:MOST]
    for group in PaletteGroup:
        own = [find for find in found if find.group is group][:_LEAST]
        missing = [find for find in own if find not in best]
        for find in missing:
            last = next((one for one in reversed(best) if sum(x.group is one.group for x in best) > _LEAST), None)
            if last is not None:
                best.remove(last)
                best.append(find)
    return best


def with_first(last: list[Find], first: Sequence[Find]) -> list[Find]:
    """Put what the page in sight offers behind what was chosen last: at most nine rows, grouped."""
    tokens = {find.token for find in last}
    every = [*last, *(find for find in first if find.token not in tokens)][:MOST]
    order = list(PaletteGroup)
    return sorted(every, key=lambda find: order.index(find.group))


def with_texts(found: list[Find], texts: list[Find]) -> list[Find]:
    """Put rows found in texts behind the others: at most nine altogether, three to five of them texts."""
    room = MOST if not found else min(max(_LEAST, MOST - len(found)), _TEXTS)
    shown = texts[:room]
    return [*_fewer(found, MOST - len(shown)), *shown]


def _fewer(found: list[Find], most: int) -> list[Find]:
    """Return at most `most` rows, taken away from the group that has the most of them."""
    left = list(found)
    while len(left) > most:
        counts = {group: sum(find.group is group for find in left) for group in PaletteGroup}
        largest = max(counts, key=lambda group: counts[group])
        left.remove(next(find for find in reversed(left) if find.group is largest))
    return left
