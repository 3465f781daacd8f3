"""Papers that two sides sign: agreements with partners, declarations of members, one behind the other."""

from collections.abc import Iterator
from datetime import date
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.german import MONTHS, day
from reviewer_app.exchange.demo.writing.slots import Slots
from reviewer_app.exchange.demo.writing.words import sayings

_AGREED = "vereinbarung"


def agreements(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give the agreements with partners at home and abroad, the oldest first."""
    rows = [*story.rows("tables.kooperationen"), *story.rows("tables.international")]
    agreed = sorted((row for row in rows if row[2] == _AGREED), key=lambda row: str(row[3]))
    for name, _, _, since, _ in agreed:
        begin = date(int(str(since)), dice.randrange(1, 13), dice.randrange(1, 28))
        clauses = [slots.fill(clause) for clause in _clauses(dice)]
        head = f"Vereinbarung zwischen {slots.value('traeger')}, {slots.value('ort')}, und {name}"
        yield [
            Block(Kind.SECTION, head),
            Block(Kind.SMALL, f"geschlossen am {day(begin)}"),
            *(Block(Kind.NUMBERED, clause, mark=f"({index})") for index, clause in enumerate(clauses, 1)),
            Block(Kind.DRAWING, f"sign {slots.value('leitung')}; {slots.value('ort')}, {day(begin)}"),
            Block(Kind.DRAWING, f"sign {slots.value('person')}; {day(begin)}"),
        ]


def _clauses(dice: Random) -> list[str]:
    return [dice.choice(sayings(f"clause_{topic}")) for topic in ("aim", "work", "talk", "cost", "term")]


def declarations(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give the declarations of members, letters of intent first, one to a page."""
    ordered = sorted(slots.members, key=lambda one: (one.bond != "loi", one.joined or date(2026, 1, 1)))
    texts = {"loi": list(sayings("intent")), "beitrag": list(sayings("joining"))}
    for one in ordered:
        if one.bond not in texts or one.joined is None:
            continue
        pool = texts[one.bond]
        body = pool[len(one.name) % len(pool)].replace("{m}", one.name)
        title = "Absichtserklärung" if one.bond == "loi" else "Beitrittserklärung"
        until = story.text("texture.intent_until")
        lines = [Block(Kind.SMALL, f"{one.name} · {one.postcode} {one.town}"), Block(Kind.CHAPTER, title)]
        lines.append(Block(Kind.TEXT, f"An {slots.value('traeger')}, {slots.value('strasse')}, {slots.value('sitz')}"))
        lines.append(Block(Kind.TEXT, slots.fill(body)))
        if one.bond == "loi" and until:
            lines.append(Block(Kind.TEXT, f"Diese Erklärung von {one.name} gilt bis {until} und kann verlängert werden."))
        when = f"{one.joined.day}. {MONTHS[one.joined.month - 1]} {one.joined.year}"
        lines.append(Block(Kind.DRAWING, f"sign {one.contact}; {one.town}, {when}"))
        yield lines
