"""Makes further applications out of the twelve told ones, and further reviews near the told ones."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import count
from random import Random
from types import MappingProxyType

from reviewer_app.demo.form_answers import part
from reviewer_app.demo.members import name_parts, towns, words
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import Story, StoryFact, read_story, story_numbers
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.scale import Value


def further_answers(
    story: Story, key: str, catalogue: Catalogue, seed: int
) -> tuple[Mapping[str, Value | None], Mapping[str, str]]:
    """Return answers and reasons of an invented reviewer; nothing for an application that nobody reviewed."""
    if not story.scores:
        return {}, {}
    dice = random_for(seed, story.number, key, "answers")
    values: dict[str, Value | None] = {}
    texts: dict[str, str] = {}
    told = sorted(story.scores)
    for criterion in catalogue.criteria:
        model = dice.choice(told)
        value = story.scores[model][criterion.key]
        if isinstance(value, Fraction):
            value = catalogue.scale.moved(value, dice.choice((-1, 0, 0, 0, 1)))
        values[criterion.key] = value
        texts[criterion.key] = story.rationales.get(model, {}).get(criterion.key, "")
    texts["overall"] = story.rationales.get(dice.choice(told), {}).get("overall", "")
    return values, texts


type _Likest = dict[tuple[str, str, str, Value], str]
"""Who of a model gave a reason for the value nearest to a reviewer's on a criterion; looked for once."""

_YEAR = "GC-2026"
_MOVED = 0.5
"""How many of the scores move by a step."""


def stories(catalogue: Catalogue, wanted: int, seed: int) -> Iterator[Story]:
    """Yield `wanted` stories: the told ones in their order, then variations with numbers that continue."""
    told = story_numbers()
    yield from (read_story(number, catalogue) for number in told[:wanted])
    if wanted <= len(told):
        return
    models = [read_story(number, catalogue) for number in told]
    numbers = (f"{_YEAR}-{serial:03d}" for serial in count(len(told) + 1))
    free = (number for number in numbers if number not in told)
    taken: set[str] = set()
    likest: _Likest = {}
    for index in range(wanted - len(told)):
        model = models[(index + seed) % len(models)]
        yield _varied(model, next(free), catalogue, taken, random_for(seed, "variation", index), likest)


def _varied(model: Story, number: str, catalogue: Catalogue, taken: set[str], dice: Random, likest: _Likest) -> Story:
    swap = _swap(model, number, taken, dice)
    scores = {who: _moved(row, catalogue, dice) for who, row in model.scores.items()}
    facts = {name: swap(fact) for name, fact in model.facts.items() if name != "number"}
    facts["number"] = number
    facts["round"] = {**part(model.facts, "round"), "file_reference": f"45023/{number.rpartition('-')[2]}-26"}
    members = dict(part(facts, "members"))
    members.pop("named", None)
    facts["members"] = members
    return replace(
        model,
        number=number,
        facts=MappingProxyType(facts),
        passages=tuple(replace(one, text=str(swap(one.text))) for one in model.passages),
        hits=(),
        scores=scores,
        rationales={who: _texts(model, who, row, swap, likest) for who, row in (scores | dict(model.drafts)).items()},
        pages={place: str(swap(text)) for place, text in model.pages.items()},
    )


class _swap:  # noqa: N801  # reads as the verb it is
    """Swaps the names of a model for new ones in anything made of texts."""

    def __init__(self, model: Story, number: str, taken: set[str], dice: Random) -> None:
        parts = part(name_parts(), "region")
        first, last = words(parts, "first"), words(parts, "last")
        place = ""
        for _ in range(len(first) * len(last)):
            place = dice.choice(first) + dice.choice(last)
            if place not in taken:
                break
        while place in taken:
            place = f"{place} Nord"
        taken.add(place)
        own = towns(part(model.facts, "members"), "towns")
        self._names = dict.fromkeys(words(part(model.facts, "vary"), "words"), place)
        for index, (town, _) in enumerate(own):
            made = dice.choice(first) + dice.choice(words(parts, "town"))
            self._names[town] = made if made not in self._names.values() else f"{made} {index + 1}"
        self._names[model.number] = number
        self._order = tuple(sorted(self._names, key=len, reverse=True))

    def __call__(self, fact: StoryFact) -> StoryFact:
        """Return the same fact with other names."""
        if isinstance(fact, str):
            for old in _held(fact, self._order):
                fact = fact.replace(old, self._names[old])
            return fact
        if isinstance(fact, Mapping):
            return {name: self(one) for name, one in fact.items()}
        if isinstance(fact, list):
            return [self(one) for one in fact]
        return fact


@lru_cache(maxsize=100_000)
def _held(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which names of a model stand in one of its texts, looked for once however often it is varied."""
    return tuple(one for one in names if one in text)


def _moved(row: Mapping[str, Value | None], catalogue: Catalogue, dice: Random) -> dict[str, Value | None]:
    """Move some scores a step up or down, within the scale."""
    found: dict[str, Value | None] = {}
    for key, value in row.items():
        moved = value
        if isinstance(value, Fraction) and dice.random() < _MOVED:
            moved = catalogue.scale.moved(value, dice.choice((-1, 1)))
        found[key] = moved
    return found


def _texts(model: Story, who: str, row: Mapping[str, Value | None], swap: _swap, likest: _Likest) -> dict[str, str]:
    """Give each answer the reason of a reviewer who gave that value, or the nearest; one's own first."""
    found = {}
    for key, value in row.items():
        if value is None:
            continue
        asked = model.number, who, key, value
        if asked not in likest:
            likest[asked] = _likest(model, who, key, value)
        reason = model.rationales.get(likest[asked], {}).get(key)
        if reason is not None:
            found[key] = str(swap(reason))
    overall = model.rationales.get(who, {}).get("overall")
    if overall:
        found["overall"] = str(swap(overall))
    return found


def _likest(model: Story, who: str, key: str, value: Value) -> str:
    """Return who gave a reason for that value of a criterion, or for the nearest, empty where nobody did."""
    others = {**model.scores, **model.drafts}
    able = [name for name, own in others.items() if key in model.rationales.get(name, {}) and own.get(key) is not None]
    return min(able, key=lambda name: (_distance(others[name][key], value), name != who), default="")


def _distance(one: Value | None, other: Value | None) -> Fraction:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other)
    return Fraction(0) if one == other else Fraction(10)
