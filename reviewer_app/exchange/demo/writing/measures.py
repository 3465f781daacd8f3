"""The rows of a plan of measures, in the manner a story plans: with names or without, by quarter, half-year or year."""

from collections.abc import Iterator
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.finance import table
from reviewer_app.exchange.demo.writing.slots import Slots
from reviewer_app.exchange.demo.writing.words import sayings

_ROWS = 6
_QUARTERS = 4


def measures(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give measures a few at a time, as many as the story's plan has (60 where it does not say)."""
    first, last = story.number_of("plan.first") or 2026, story.number_of("plan.last") or 2028
    total = story.number_of("plan.count") or 60
    owner = story.text("plan.owner")
    pattern = sayings("measure")
    head = ["Nr.", "Maßnahme", "Termin"]
    head += {"": ["zuständig"], "none": []}.get(owner, ["zuständig"])
    number = 0
    fields = max(1, -(-total // 7))
    while number < total:
        rows = []
        for _ in range(min(_ROWS, total - number)):
            field, place = divmod(number, 7)
            text = slots.fill(pattern[(number * 5 + 3) % len(pattern)])
            when = _when(story.text("plan.dates"), first, last, number, total, dice)
            row = [f"{field + 1}.{place + 1}", text, when]
            if owner != "none":
                row.append(owner or slots.choose(sayings("owner")).format(gruppe=slots.value("gruppe")))
            rows.append(row)
            number += 1
        yield [table(head, rows)]
    _ = fields


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
