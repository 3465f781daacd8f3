"""Papers that two sides sign: agreements with partners, declarations of members, one behind the other."""

from collections.abc import Iterator
from datetime import date
from random import Random

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.german import MONTHS, day
from reviewer_app.demo.writing.slots import Slots
from reviewer_app.demo.writing.words import sayings

TERM = "Laufzeit"
PARTNER = "‹p›"
"""Stands for the partner in a clause."""


def agreements(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give the pages of the agreements a story encloses, partner by partner, with as many pages as each has."""
    rows = [*story.rows("tables.kooperationen"), *story.rows("tables.international")]
    since = {str(row[0]): int(str(row[3])) for row in rows}
    for partner, pages, *told in story.rows("texture.agreements"):
        name, count = str(partner), int(str(pages))
        begin = date(since.get(name, 2021), dice.randrange(1, 13), dice.randrange(1, 28))
        topics: tuple[str, ...] = ("aim", "work", "talk", "people", "cost", "rights")
        if not any(TERM in str(one) for one in told):
            topics = (*topics, "term")
        clauses = [
            slots.fill(one).replace(PARTNER, name) for one in (*(str(one) for one in told), *_clauses(dice, topics))
        ]
        head = f"Vereinbarung zwischen {slots.value('traeger')}, {slots.value('ort')}, und {name}"
        first = [Block(Kind.SECTION, head), Block(Kind.SMALL, f"geschlossen am {day(begin)}")]
        numbered = [Block(Kind.NUMBERED, clause, mark=f"({index})") for index, clause in enumerate(clauses, 1)]
        signed = [
            Block(Kind.DRAWING, f"sign {slots.value('leitung')}; {slots.value('ort')}, {day(begin)}"),
            Block(Kind.DRAWING, f"sign {slots.value('person')}; {day(begin)}"),
        ]
        if count == 1:
            yield [*first, *numbered, *signed]
            continue
        yield [*first, *numbered]
        for page in range(1, count):
            more = _clauses(dice, ("secret", "events", "change", "part")) if page == 1 else []
            said = [slots.fill(one).replace(PARTNER, name) for one in more]
            extra = [Block(Kind.NUMBERED, one, mark=f"({len(clauses) + place})") for place, one in enumerate(said, 1)]
            plan = [
                Block(Kind.SECTION, f"Anlage {page} zur Vereinbarung mit {name}"),
                Block(Kind.TEXT, slots.say("agreement_plan").replace(PARTNER, name)),
            ]
            yield [*(extra or plan), *(signed if page == count - 1 else [])]


def _clauses(dice: Random, topics: tuple[str, ...]) -> list[str]:
    return [dice.choice(sayings(f"clause_{topic}")) for topic in topics]


def declarations(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give the declarations of members, letters of intent first, one to a page."""
    ordered = sorted(slots.members, key=lambda one: (one.bond != "loi", one.joined or date(2026, 1, 1)))
    texts = {"loi": list(sayings("intent")), "beitrag": list(sayings("joining"))}
    for one in ordered:
        pool = texts.get(one.bond, [])
        if not pool or one.joined is None:
            continue
        body = pool.pop(0).replace("{m}", one.name)
        title = "Absichtserklärung" if one.bond == "loi" else "Beitrittserklärung"
        until = story.text("texture.intent_until")
        lines = [Block(Kind.SMALL, f"{one.name} · {one.postcode} {one.town}"), Block(Kind.CHAPTER, title)]
        lines.append(Block(Kind.SMALL, f"An {slots.value('traeger')}"))
        lines += [Block(Kind.TEXT, "Guten Tag,"), Block(Kind.TEXT, slots.fill(body))]
        if one.bond == "loi" and until:
            lines.append(
                Block(Kind.TEXT, f"Diese Erklärung von {one.name} gilt bis {until} und kann verlängert werden.")
            )
        when = f"{one.joined.day}. {MONTHS[one.joined.month - 1]} {one.joined.year}"
        lines += [
            Block(Kind.TEXT, "Mit freundlichen Grüßen"),
            Block(Kind.DRAWING, f"sign {one.contact}; {one.town}, {when}"),
        ]
        yield lines
