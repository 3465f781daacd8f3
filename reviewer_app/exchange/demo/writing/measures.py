"""The rows of a plan of measures, in the manner a story plans: with names or without, by quarter, half-year or year."""

from collections.abc import Iterator
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.finance import table
from reviewer_app.exchange.demo.writing.slots import Slots
from reviewer_app.exchange.demo.writing.words import sayings

_ROWS = 6
_MANY = 200
_PER_FIELD = 7
_QUARTERS = 4
NOBODY = "none"
"""How a plan says that it names nobody for its measures."""


def measures(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give measures a few at a time, as many as the story's plan has; some plans give each measure a sheet."""
    first, last = story.number_of("plan.first") or 2026, story.number_of("plan.last") or 2028
    total = story.number_of("plan.count") or _MANY
    owner = story.text("plan.owner")
    each = story.number_of("plan.rows") or _ROWS
    pattern = sayings("measure")
    head = ["Nr.", "Maßnahme", "Termin", *([] if owner == NOBODY else ["zuständig"])]
    for start in range(0, total, each):
        rows = []
        for number in range(start, min(total, start + each)):
            field, place = divmod(number, _PER_FIELD)
            text = slots.fill(pattern[(number * 5 + 3) % len(pattern)])
            row = [f"{field + 1}.{place + 1}", text, _when(story.text("plan.dates"), first, last, number, total, dice)]
            if owner != NOBODY:
                row.append(owner or slots.say("owner"))
            rows.append(row)
        remark = [Block(Kind.TEXT, slots.say("measure_note"))] if story.number_of("plan.rows") else []
        yield [table(head, rows), *remark]


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
