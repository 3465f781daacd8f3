"""Makes further applications out of the twelve told ones, and further reviews near the told ones."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
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


type _Likest = dict[tuple[str, str, Value], str]
"""Who of a model gave a reason for the value nearest to a reviewer's on a criterion; looked for once."""


class _Model:
    """A told story that is varied, with what is looked for in it once however often that is."""

    def __init__(self, story: Story) -> None:
        """Look for its names in all that is told."""
        self.story = story
        self.words = words(part(story.facts, "vary"), "words")
        self.towns = [town for town, _ in towns(part(story.facts, "members"), "towns")]
        self.likest: _Likest = {}
        self._names = sorted(dict.fromkeys((*self.words, *self.towns, story.number)), key=len, reverse=True)
        self._held: dict[int, tuple[str, ...]] = {}
        self._look_into(story.facts, story.rationales, story.pages, [one.text for one in story.passages])

    def held(self, fact: StoryFact) -> tuple[str, ...] | None:
        """Return which names a fact holds, the longest first (none for a table or list), None where it holds none."""
        return self._held.get(id(fact))

    def _look_into(self, *facts: StoryFact) -> bool:
        """Note the facts that hold a name; they live as long as the story."""
        found = False
        for fact in facts:
            names: tuple[str, ...] = ()
            if isinstance(fact, str):
                names = tuple(one for one in self._names if one in fact)
                holds = bool(names)
            elif isinstance(fact, Mapping):
                holds = self._look_into(*fact.values())
            else:
                holds = isinstance(fact, list) and self._look_into(*fact)
            if holds:
                self._held[id(fact)] = names
                found = True
        return found


type _StepOn = Callable[[Fraction, int], Fraction]
"""Gives the value so many steps on."""

_YEAR = "GC-2026"
_MOVED = 0.5
"""How many of the scores move by a step."""


def stories(catalogue: Catalogue, wanted: int, seed: int) -> Iterator[Story]:
    """Yield `wanted` stories: the told ones in their order, then variations with numbers that continue."""
    told = story_numbers()
    yield from (read_story(number, catalogue) for number in told[:wanted])
    if wanted <= len(told):
        return
    models = [_Model(read_story(number, catalogue)) for number in told]
    numbers = (f"{_YEAR}-{serial:03d}" for serial in count(len(told) + 1))
    free = (number for number in numbers if number not in told)
    taken: set[str] = set()
    step_on = cache(catalogue.scale.moved)
    for index in range(wanted - len(told)):
        model = models[(index + seed) % len(models)]
        yield _varied(model, next(free), step_on, taken, random_for(seed, "variation", index))


def _varied(model: _Model, number: str, step_on: _StepOn, taken: set[str], dice: Random) -> Story:
    story = model.story
    swap = _swap(model, number, taken, dice)
    scores = {who: _moved(row, step_on, dice) for who, row in story.scores.items()}
    facts = {name: swap(fact) for name, fact in story.facts.items() if name != "number"}
    facts["number"] = number
    facts["round"] = {**part(story.facts, "round"), "file_reference": f"45023/{number.rpartition('-')[2]}-26"}
    facts["members"] = {name: fact for name, fact in part(facts, "members").items() if name != "named"}
    return replace(
        story,
        number=number,
        facts=MappingProxyType(facts),
        passages=tuple(replace(one, text=str(swap(one.text))) for one in story.passages),
        hits=(),
        scores=scores,
        rationales={who: _texts(model, who, row, swap) for who, row in (scores | dict(story.drafts)).items()},
        pages={place: str(swap(text)) for place, text in story.pages.items()},
    )


class _swap:  # noqa: N801  # reads as the verb it is
    """Swaps the names of a model for new ones in anything made of texts; what holds none stays the same object."""

    def __init__(self, model: _Model, number: str, taken: set[str], dice: Random) -> None:
        parts = part(name_parts(), "region")
        first, last = words(parts, "first"), words(parts, "last")
        place = dice.choice(first) + dice.choice(last)
        while place in taken:
            place = f"{dice.choice(first)}-{place}"
        taken.add(place)
        self._held = model.held
        self._names = dict.fromkeys(model.words, place)
        for index, town in enumerate(model.towns):
            made = dice.choice(first) + dice.choice(words(parts, "town"))
            self._names[town] = made if made not in self._names.values() else f"{made} {index + 1}"
        self._names[model.story.number] = number

    def __call__(self, fact: StoryFact) -> StoryFact:
        """Return the same fact with other names."""
        held = self._held(fact)
        if held is None:
            return fact
        if isinstance(fact, str):
            for old in held:
                fact = fact.replace(old, self._names[old])
            return fact
        if isinstance(fact, Mapping):
            return {name: self(one) for name, one in fact.items()}
        return [self(one) for one in fact] if isinstance(fact, list) else fact


def _moved(row: Mapping[str, Value | None], step_on: _StepOn, dice: Random) -> dict[str, Value | None]:
    """Move some scores a step up or down, within the scale."""
    found: dict[str, Value | None] = {}
    for key, value in row.items():
        moved = value
        if isinstance(value, Fraction) and dice.random() < _MOVED:
            moved = step_on(value, dice.choice((-1, 1)))
        found[key] = moved
    return found


def _texts(model: _Model, who: str, row: Mapping[str, Value | None], swap: _swap) -> dict[str, str]:
    """Give each answer the reason of a reviewer who gave that value, or the nearest; one's own first."""
    told = model.story.rationales
    found = {}
    for key, value in row.items():
        if value is None:
            continue
        asked = who, key, value
        if asked not in model.likest:
            model.likest[asked] = _likest(model.story, who, key, value)
        reason = told.get(model.likest[asked], {}).get(key)
        if reason is not None:
            found[key] = str(swap(reason))
    overall = told.get(who, {}).get("overall")
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
