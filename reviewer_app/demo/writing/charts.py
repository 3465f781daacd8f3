"""Drawings of what the facts of a story say: members by kind, size and town, joining and income over the years."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.finance import figure, label
from reviewer_app.demo.writing.german import amount
from reviewer_app.demo.writing.slots import Slots

_KINDS = (
    ("kmu", "KMU"),
    ("gross", "Großunternehmen"),
    ("hs", "Hochschulinstitute"),
    ("auf", "Forschungseinrichtungen"),
    ("sonst", "sonstige"),
)
_SIZES = ((10, "unter 10"), (50, "10 bis 49"), (250, "50 bis 249"), (1000, "250 bis 999"), (10**6, "1.000 und mehr"))
_TOWNS = 8


def charts(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give one drawing after the other, each with a remark."""
    members = [one for one in slots.members if one.country == "DE"]
    for text in (_by_town(members), _by_size(members), _by_year(members), _by_kind(story), _money(story)):
        yield [Block(Kind.DRAWING, text), Block(Kind.TEXT, slots.say("chart"))]


def _drawn(kind: str, title: str, values: Iterable[tuple[object, int]]) -> str:
    return "; ".join([f"{kind} {title}", *(f"{name}={amount(value)}" for name, value in values)])


def _by_kind(story: Story) -> str:
    return _drawn("bars", "Akteure nach Art", ((name, story.number_of(f"actors.{key}")) for key, name in _KINDS))


def _by_size(members: Sequence[DemoMember]) -> str:
    sizes: Counter[str] = Counter()
    for one in members:
        if one.staff:
            sizes[next(name for limit, name in _SIZES if one.staff < limit)] += 1
    return _drawn("bars", "Unternehmen nach Beschäftigten", ((name, sizes[name]) for _, name in _SIZES if sizes[name]))


def _by_town(members: Sequence[DemoMember]) -> str:
    return _drawn("bars", "Mitglieder nach Orten", Counter(one.town for one in members).most_common(_TOWNS))


def _by_year(members: Sequence[DemoMember]) -> str:
    years = Counter(one.joined.year for one in members if isinstance(one.joined, date))
    return _drawn("columns", "Heutige Mitglieder nach Jahr des Beitritts", sorted(years.items())[-_TOWNS:])


def _money(story: Story) -> str:
    years = [one for one in story.records("income") if figure(one, "total")]
    return _drawn("columns", "Einnahmen in EUR", ((label(one), figure(one, "total")) for one in years))
