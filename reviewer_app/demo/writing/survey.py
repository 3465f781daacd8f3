"""The result of a member survey: questions with the share of each answer, as many answers as the form says."""

from collections.abc import Iterator
from random import Random

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.finance import percent
from reviewer_app.demo.writing.slots import Slots
from reviewer_app.demo.writing.words import sayings

_WEIGHTS = (0.34, 0.38, 0.16, 0.07, 0.05)
_WORST = 4.0


def answers(story: Story) -> int:
    """Return how many members answered: as the story says, else the rounded share of its members."""
    told = story.number_of("texture.answers")
    return told or round(story.number_of("actors.gesamt") * story.number_of("activity.ruecklauf") / 100)


def survey(story: Story, slots: Slots, dice: Random) -> Iterator[list[Block]]:
    """Give question after question with bars in percent, a remark after each second one."""
    count = answers(story)
    mark = float(story.text("activity.note") or 2)
    notes = list(sayings("survey_note"))
    dice.shuffle(notes)
    for number, question in enumerate(sayings("question"), 1):
        scale, _, asked = question.partition(": ")
        asked = slots.fill(asked)
        parts = _spread(count, mark, dice)
        bars = "; ".join(
            f"{name}={percent(part, count)}" for name, part in zip(sayings(f"scale_{scale}"), parts, strict=True)
        )
        blocks = [
            Block(Kind.SECTION, f"Frage {number}: {asked}"),
            Block(Kind.DRAWING, f"bars {count} Antworten; {bars}"),
        ]
        if notes and number % 2 == 0:
            blocks.append(Block(Kind.TEXT, slots.fill(notes.pop())))
        yield blocks


def _spread(count: int, mark: float, dice: Random) -> list[int]:
    """Share answers over the scale; the worse the mark, the further down they lie."""
    lean = (mark - 1) / _WORST
    weights = [weight * dice.uniform(0.8, 1.2) for weight in _WEIGHTS]
    weights = [one * (1 - lean if index < 2 else 1 + 2.5 * lean) for index, one in enumerate(weights)]  # noqa: PLR2004  # the two good answers
    whole, parts, gone = sum(weights), [], 0
    for index in range(1, len(weights) + 1):
        upto = round(count * sum(weights[:index]) / whole)
        parts.append(upto - gone)
        gone = upto
    return parts
