"""The people of the demo round: the twelve of the board as told, and as many further reviewers as are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reviewer_app.demo.members import name_parts, words
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import StoryFacts, round_facts


@dataclass(frozen=True, slots=True)
class BoardMember:
    """A person of the round; `reviews` says whether the person hands in reviews in this demo."""

    key: str
    name: str
    role: str
    number: int
    employers: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()
    reviews: bool = False
    invented: bool = False


def board(reviewers: int, seed: int) -> tuple[BoardMember, ...]:
    """Return everybody, with the first `reviewers` of the told ones reviewing and invented ones behind them."""
    people = round_facts()["person"]
    told = [one for one in people if isinstance(one, Mapping)] if isinstance(people, list) else []
    numbered = [one for one in told if "number" in one]
    found = [_member(one, int(str(one["number"])), reviews=index < reviewers) for index, one in enumerate(numbered)]
    found = [one for one in found if one.reviews]
    for extra in range(max(0, reviewers - len(numbered))):
        found.append(_further(extra, seed))
    rest = [one for one in told if "number" not in one]
    found += [_member(one, len(found) + index, reviews=False) for index, one in enumerate(rest, 1)]
    return tuple(found)


def _member(one: StoryFacts, number: int, *, reviews: bool) -> BoardMember:
    return BoardMember(
        key=str(one["key"]),
        name=str(one["name"]),
        role=str(one["role"]),
        number=number,
        employers=tuple(words(one, "employers")),
        mandates=tuple(words(one, "mandates")),
        reviews=reviews,
    )


def _further(index: int, seed: int) -> BoardMember:
    dice = random_for(seed, "reviewer", index)
    parts = name_parts()
    surname = words(parts, "surnames")[(index * 7 + 3) % len(words(parts, "surnames"))]
    name = f"{dice.choice('ABCDEFGHIJKLMNOPRSTUVW')}. {surname}"
    number = 6 + index
    return BoardMember(f"R{number}", name, "reviewer", number, reviews=True, invented=True)


def sealing_days(seed: int, key: str, number: str) -> date:
    """Return the day on which a review was handed in: as told, else a weekday of the sealing weeks by the seed."""
    known = round_facts()["sealed"]
    told = known.get(key, {}) if isinstance(known, Mapping) else {}
    fixed = told.get(number) if isinstance(told, Mapping) else None
    if isinstance(fixed, date):
        return fixed
    sealing = round_facts()["sealing"]
    first, last = (sealing["first"], sealing["last"]) if isinstance(sealing, Mapping) else (None, None)
    if not isinstance(first, date) or not isinstance(last, date):
        raise TypeError("the round has no weeks of sealing")
    days = [date.fromordinal(one) for one in range(first.toordinal(), last.toordinal() + 1)]
    weekdays = [one for one in days if one.weekday() < 5]  # noqa: PLR2004  # Monday to Friday
    return random_for(seed, key, number, "sealed").choice(weekdays)
