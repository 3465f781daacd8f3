"""Reviews of further invented reviewers, near the told ones, for rounds larger than the told one."""

from collections.abc import Mapping
from fractions import Fraction

from reviewer_app.demo.dice import dice_for
from reviewer_app.demo.story import Story
from reviewer_app.domain.catalogue import Catalogue, Value


def further_answers(
    story: Story, key: str, catalogue: Catalogue, seed: int
) -> tuple[Mapping[str, Value | None], Mapping[str, str]]:
    """Return answers and reasons of an invented reviewer; nothing for an application that nobody reviewed."""
    if not story.scores:
        return {}, {}
    dice = dice_for(seed, story.number, key, "answers")
    values: dict[str, Value | None] = {}
    texts: dict[str, str] = {}
    told = sorted(story.scores)
    for criterion in catalogue.criteria:
        model = dice.choice(told)
        value = story.scores[model][criterion.key]
        if isinstance(value, Fraction):
            moved = value + catalogue.scale.step * dice.choice((-1, 0, 0, 0, 1))
            value = moved if catalogue.scale.contains(moved) else value
        values[criterion.key] = value
        texts[criterion.key] = story.rationales.get(model, {}).get(criterion.key, "")
    texts["overall"] = story.rationales.get(dice.choice(told), {}).get("overall", "")
    return values, texts
