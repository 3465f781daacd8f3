"""The report of an audit: indicator after indicator with what was asked, found, shown and advised."""

from collections.abc import Iterator
from random import Random

from reviewer_app.demo.dice import dice_for
from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import data
from reviewer_app.demo.writing.finance import table
from reviewer_app.demo.writing.slots import Slots

_MARKS = ("erfüllt", "überwiegend erfüllt")


class Audit:
    """What one audit looked at; the summary counts only indicators that were told before."""

    def __init__(self, slots: Slots, dice: Random) -> None:
        """Start without any indicator told."""
        self._slots = slots
        self._dice = dice
        self._told: list[tuple[str, str, str]] = []

    def indicators(self) -> Iterator[list[Block]]:
        """Give one indicator at a time in the order of its group."""
        slots = self._slots
        groups = data("papers", "audit.toml")["group"]
        for group in groups if isinstance(groups, list) else []:
            for name, question, *found in group["indicators"]:
                mark = _MARKS[dice_for("audit", slots.value("nummer"), str(name)).choice((0, 0, 1))]
                self._told.append((str(group["title"]), str(name), mark))
                number = len(self._told)
                texts = (
                    ("Frage", str(question)),
                    ("Befund", f"{slots.fill(self._dice.choice(found))} {slots.say('audit_more')}"),
                    ("Nachweis", slots.say("audit_shown")),
                    ("Hinweis", slots.say("audit_hint")),
                )
                yield [
                    Block(Kind.SECTION, f"{number} {name}"),
                    table(
                        ("Nr.", "Merkmal", "Gruppe", "Einschätzung"), [(str(number), str(name), group["title"], mark)]
                    ),
                    *(block for head, text in texts for block in (Block(Kind.SECTION, head), Block(Kind.TEXT, text))),
                ]

    def summary(self) -> Iterator[list[Block]]:
        """Count how the indicators of each group were met, and name those that were not met in full."""
        rows = []
        for group in dict.fromkeys(title for title, _, _ in self._told):
            marks = [mark for title, _, mark in self._told if title == group]
            rows.append((group, str(len(marks)), *(str(marks.count(mark)) for mark in _MARKS)))
        yield [
            Block(Kind.SECTION, "Einschätzungen nach Gruppen"),
            table(("Gruppe", "Merkmale", *_MARKS), rows),
        ]
        partly = [(group, name) for group, name, mark in self._told if mark == _MARKS[1]]
        yield [Block(Kind.SECTION, "Überwiegend erfüllte Merkmale"), table(("Gruppe", "Merkmal"), partly)]
