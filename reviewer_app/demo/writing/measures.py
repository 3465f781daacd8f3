"""The rows of a plan of measures, in the manner a story plans: with names or without, by quarter, half-year or year."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.finance import table
from reviewer_app.demo.writing.german import amount
from reviewer_app.demo.writing.slots import Slots
from reviewer_app.demo.writing.words import sayings

_ROWS = 6
_MANY = 200
_PER_FIELD = 7
_QUARTERS = 4
_COSTS = (300, 1200, 450, 2500, 800, 150, 600, 4000)
NOBODY = "none"
"""How a plan says that it names nobody for its measures."""


def measures(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give measures a few at a time, as many as the story's plan has; some plans give each few a remark."""
    first, last = story.number_of("plan.first") or 2026, story.number_of("plan.last") or 2028
    total = story.number_of("plan.count") or _MANY
    each = story.number_of("plan.rows") or _ROWS
    pattern = sayings("measure")
    head = ["Nr.", "Maßnahme", "Termin", *(name for name, _ in _further(story, slots))]
    for start in range(0, total, each):
        rows = []
        for number in range(start, min(total, start + each)):
            field, place = divmod(number, _PER_FIELD)
            mark = f"{field + 1}.{place + 1}"
            text = slots.fill(pattern[(number * 5 + 3) % len(pattern)])
            when = _when(story.text("plan.dates"), first, last, number, total, dice)
            rows.append([mark, text, when, *(cell(number, mark) for _, cell in _further(story, slots))])
        yield [table(head, rows), *(_remarks(rows, slots) if story.number_of("plan.rows") else ())]


def _remarks(rows: Sequence[Sequence[str]], slots: Slots) -> Iterator[Block]:
    """Say of each measure what it is for and how it begins, and something about all of them."""
    for row in rows:
        yield Block(Kind.ITEM, f"Zu {row[0]}: {slots.say('measure_aim')} {slots.say('measure_first')}")
    yield Block(Kind.TEXT, slots.say("measure_note"))


def _further(story: Story, slots: Slots) -> list[tuple[str, Callable[[int, str], str]]]:
    """Return the further columns of a plan: who answers for a measure, which aim it serves, what it costs."""
    found: list[tuple[str, Callable[[int, str], str]]] = []
    owner, owners, blank = story.text("plan.owner"), story.texts("plan.owners"), story.texts("plan.blank")
    if owner != NOBODY:

        def who(number: int, mark: str) -> str:
            if mark in blank:
                return "–"
            return owners[number % len(owners)] if owners else owner or slots.say("owner")

        found.append(("zuständig", who))
    if story.get("plan.aims") is True:
        aims = [str(row[1]) for row in story.rows("texture.goals")]
        found.append(("Kennzahl", lambda number, _mark: aims[number % len(aims)]))
    if story.get("plan.costs") is True:
        found.append(("Kosten", lambda number, _mark: f"{amount(_COSTS[number % len(_COSTS)])} EUR"))
    return found


def _when(manner: str, first: int, last: int, number: int, total: int, dice: Random) -> str:
    """Return a date that rises through the plan, by quarter where the story does not say otherwise."""
    span = (last - first + 1) * _QUARTERS
    at = min(span - 1, number * span // max(1, total) + dice.randrange(0, 2))
    year, quarter = first + at // _QUARTERS, at % _QUARTERS + 1
    if manner == "year":
        return str(year)
    if manner == "half":
        return f"{(quarter + 1) // 2}. Halbjahr {year}"
    return f"Q{quarter}/{year}"
