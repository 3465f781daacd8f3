"""What a consensus would do: the result for each value of the scale, and which criteria are worth talking about first.

Order of the criteria to be discussed: those that can flip the result inside the range of the given scores, then fewest
steps to the flip, then larger range, then catalogue order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.catalogue import Condition, ConditionKind
from reviewer_app.domain.reviews.consolidation import Consolidation, CriterionFigures
from reviewer_app.domain.reviews.scoring import Figures, varied


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest value at which another rule speaks; `below` says that every lower value is meant too."""

    value: Fraction
    figures: Figures
    steps: int
    below: bool


@dataclass(frozen=True, slots=True)
class AgreedResult:
    """What follows from an agreed value, and where the nearest other results lie, the lower one first."""

    figures: Figures
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A criterion to be talked about; `flip` is the nearest one over the whole scale, None where nothing flips.

    `flips_inside`: the result flips at a value between the lowest and the highest score given.
    """

    key: str
    flip: Flip | None
    flips_inside: bool
    range: Fraction


def _at(case: Consolidation, key: str) -> Callable[[Fraction], Figures]:
    agreed = {one.key: one.agreed for one in case.criteria}
    return varied(case.catalogue, case.application.procedure, agreed, key, case.formal_open)


def _neighbours(case: Consolidation, one: CriterionFigures) -> Mapping[Fraction, Figures]:
    """Return what follows from the agreed value of a criterion and from one step below and above it."""
    if one.agreed is None:
        return {}
    at = _at(case, one.key)
    near = case.catalogue.scale.neighbours(one.agreed)
    return {one.agreed: case.figures} | {value: at(value) for value in near}


def _flips(found: Mapping[Fraction, Figures], at: Fraction, step: Fraction) -> tuple[Flip, ...]:
    """Return the nearest flips below and above `at`, the lower one first, among what was `found` for each value."""
    order, present = sorted(found), found[at].rule_id
    place = order.index(at)
    lower = next((value for value in reversed(order[:place]) if found[value].rule_id != present), None)
    higher = next((value for value in order[place + 1 :] if found[value].rule_id != present), None)
    answers = []
    if lower is not None:
        answers.append(Flip(lower, found[lower], int((at - lower) / step), below=True))
    if higher is not None:
        answers.append(Flip(higher, found[higher], int((higher - at) / step), below=False))
    return tuple(answers)


def outcome(case: Consolidation, key: str, value: Fraction) -> AgreedResult | None:
    """Return what follows from an agreed value, with the nearest flips from there; None where no scale has the value.

    Where rules only say "below", a higher value never leads to an earlier rule: then those with the same rule lie side
    by side, and a fraction of the arithmetic finds their ends.
    """
    scale, follows = case.catalogue.scale, _at(case, key)
    values = scale.values()
    if value not in values:
        return None
    found = {value: follows(value)}
    if all(rule.when is None or _only_below(rule.when) for rule in case.catalogue.rules):
        _find_ends(found, values, value, follows)
    else:
        found |= {other: follows(other) for other in values if other != value}
    return AgreedResult(found[value], _flips(found, value, scale.step))


def _find_ends(
    found: dict[Fraction, Figures], values: Sequence[Fraction], value: Fraction, follows: Callable[[Fraction], Figures]
) -> None:
    """Add to what was found the first values below and above `value` at which another rule speaks."""
    at = values.index(value)

    def differs(place: int) -> bool:
        tried = values[place]
        if tried not in found:
            found[tried] = follows(tried)
        return found[tried].rule_id != found[value].rule_id

    for end in (0, len(values) - 1):
        if end != at and differs(end):
            same, other = at, end
            while abs(other - same) > 1:
                middle = (same + other) // 2
                same, other = (same, middle) if differs(middle) else (middle, other)


def _only_below(condition: Condition) -> bool:
    """Say whether a condition that holds for a value holds for every lower one too."""
    holds = condition.expected or condition.kind is not ConditionKind.MINIMUM_MISSED
    return holds and all(_only_below(part) for part in condition.parts)


def _topic(case: Consolidation, one: CriterionFigures) -> Topic:
    spread = one.range or Fraction(0)
    if one.agreed is None:
        return Topic(one.key, None, flips_inside=False, range=spread)
    reached = outcome(case, one.key, one.agreed)
    near = sorted(reached.flips if reached else (), key=lambda flip: flip.steps)
    inside = [
        flip
        for flip in near
        if one.minimum is not None and one.maximum is not None and one.minimum <= flip.value <= one.maximum
    ]
    best = inside[0] if inside else near[0] if near else None
    return Topic(one.key, best, flips_inside=bool(inside), range=spread)


def topics(case: Consolidation) -> tuple[Topic, ...]:
    """Return the flagged criteria without consensus, the most effective first."""
    found = [_topic(case, one) for one in case.open_criteria]
    far = case.catalogue.scale.grades
    places = {one.key: place for place, one in enumerate(case.catalogue.criteria)}
    return tuple(
        sorted(
            found,
            key=lambda topic: (
                not topic.flips_inside,
                topic.flip.steps if topic.flip else far,
                -topic.range,
                places[topic.key],
            ),
        )
    )


def tight(case: Consolidation) -> tuple[Topic, ...]:
    """Return undisputed criteria for which one step flips the result, in catalogue order."""
    if case.figures.rule_id is None:
        return ()
    found = []
    for one in case.criteria:
        if one.needs_discussion or one.agreed is None:
            continue
        near = [
            flip for flip in _flips(_neighbours(case, one), one.agreed, case.catalogue.scale.step) if flip.steps == 1
        ]
        if near:
            found.append(Topic(one.key, near[0], flips_inside=False, range=one.range or Fraction(0)))
    return tuple(found)
