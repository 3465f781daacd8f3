"""The report of an audit: indicator after indicator with what was asked, found, shown and advised."""

from collections.abc import Iterator
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind
from reviewer_app.exchange.demo.story import data
from reviewer_app.exchange.demo.writing.finance import table
from reviewer_app.exchange.demo.writing.slots import Slots


def audit(slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give one indicator at a time in the order of its group."""
    number = 0
    groups = data("papers", "audit.toml")["group"]
    for group in groups if isinstance(groups, list) else []:
        for name, question, *found in group["indicators"]:
            number += 1
            finding = slots.fill(dice.choice(found))
            mark = dice.choice(("erfüllt", "erfüllt", "überwiegend erfüllt"))
            rows = [(f"{number}", str(name), str(group["title"]), mark)]
            yield [
                Block(Kind.SECTION, f"{number} {name}"),
                table(("Nr.", "Merkmal", "Gruppe", "Einschätzung"), rows),
                *(
                    block
                    for head, text in (
                        ("Frage", str(question)),
                        ("Befund", f"{finding} {slots.say('audit_more')}"),
                        ("Nachweis", slots.say("audit_shown")),
                        ("Hinweis", slots.say("audit_hint")),
                    )
                    for block in (Block(Kind.SECTION, head), Block(Kind.TEXT, text))
                ),
            ]
