"""Points, areas, totals and the suggested result from agreed scores; exact fractions throughout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain.catalogue import Area, Catalogue, Condition, ConditionKind, Criterion, ResultRule

type AgreedScores = Mapping[str, Fraction | None]


class Reason(StrEnum):
    """Why a figure is null; keys below `reason.` in the messages."""

    NOT_SCORED = "not_scored"
    NOT_ASSESSABLE = "not_assessable"
    INCOMPLETE = "incomplete"
    NO_RULES = "no_rules"
    NO_RULE_HOLDS = "no_rule_holds"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """Points of an area, its maximum and share (0 to 1); None with a reason where a criterion lacks an agreed score."""

    key: str
    points: Fraction | None
    maximum: Fraction
    share: Fraction | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested result with the rule that gave it, or None with the reason why there is none."""

    rule: ResultRule | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures from agreed scores: areas in catalogue order, total in points, knock-outs missed, suggestion."""

    areas: tuple[AreaFigures, ...]
    total: Fraction | None
    maximum: Fraction
    minimum_missed: tuple[str, ...]
    suggestion: Suggestion
    reason: Reason | None = None

    @property
    def rule_id(self) -> str | None:
        """The id of the rule that speaks, None where none does."""
        return self.suggestion.rule.id if self.suggestion.rule else None


def points(catalogue: Catalogue, criterion: Criterion, agreed: Fraction) -> Fraction:
    """Return weight × agreed score ÷ scale maximum."""
    return _points(criterion.weight, agreed, catalogue.scale.maximum)


@lru_cache(maxsize=10_000)
def _points(weight: Fraction, agreed: Fraction, maximum: Fraction) -> Fraction:
    """Return the same from exact numbers; a catalogue has few of them, a list of thousands asks for each often."""
    return weight * agreed / maximum


def area_figures(catalogue: Catalogue, area: Area, agreed: AgreedScores) -> AreaFigures:
    """Return the figures of one area; `share` is of its maximum."""
    total = Fraction(0)
    for criterion in area.criteria:
        value = agreed.get(criterion.key)
        if value is None:
            return AreaFigures(area.key, None, area.maximum, None, Reason.INCOMPLETE)
        total += points(catalogue, criterion, value)
    share = total / area.maximum if area.maximum else None
    return AreaFigures(area.key, total, area.maximum, share)


def running_area(catalogue: Catalogue, area: Area, scores: AgreedScores) -> AreaFigures:
    """Return an area's figures over the scored criteria only, for the running state while reviewing."""
    scored = tuple(criterion for criterion in area.criteria if scores.get(criterion.key) is not None)
    if not scored:
        return AreaFigures(area.key, None, Fraction(0), None, Reason.NOT_SCORED)
    return area_figures(catalogue, Area(area.key, area.title, area.threshold, scored), scores)


def missed_minima(catalogue: Catalogue, agreed: AgreedScores) -> tuple[str, ...]:
    """Return the keys of criteria whose agreed score is below their knock-out minimum."""
    return tuple(one.key for one in catalogue.criteria if one.is_missed_by(agreed.get(one.key)))


@dataclass(frozen=True, slots=True)
class _Case:
    """What the conditions of rules look at; total None where a criterion has no agreed score."""

    formal_open: int
    areas: tuple[AreaFigures, ...]
    total: Fraction | None
    missed: bool


def _holds(condition: Condition, case: _Case) -> bool | None:
    """Evaluate a condition: True, False, or None where an unscored criterion leaves it unknown."""
    kind = condition.kind
    if kind is ConditionKind.FORMAL_OPEN:
        return (case.formal_open > 0) is condition.expected
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        return _joined(condition, case)
    if case.total is None:
        return None
    if kind is ConditionKind.MINIMUM_MISSED:
        return case.missed is condition.expected
    if kind is ConditionKind.TOTAL_BELOW:
        return case.total < condition.bound
    below = sum(area.share is not None and area.share < condition.bound for area in case.areas)
    return below >= (condition.count if kind is ConditionKind.AREAS_BELOW else 1)


def _joined(condition: Condition, case: _Case) -> bool | None:
    """Evaluate any/all in three-valued logic."""
    decisive = condition.kind is ConditionKind.ANY
    answers = [_holds(part, case) for part in condition.parts]
    if decisive in answers:
        return decisive
    return None if None in answers else not decisive


def holding(condition: Condition | None, figures: Figures, formal_open: int) -> tuple[Condition, ...]:
    """Return the single conditions by which a condition holds, in its order; none where it does not hold."""
    return _holding(condition, _case_of(figures, formal_open)) if condition else ()


def _holding(condition: Condition, case: _Case) -> tuple[Condition, ...]:
    if not _holds(condition, case):
        return ()
    if condition.kind not in (ConditionKind.ANY, ConditionKind.ALL):
        return (condition,)
    return tuple(one for part in condition.parts for one in _holding(part, case))


def _case_of(figures: Figures, formal_open: int) -> _Case:
    return _Case(formal_open, figures.areas, figures.total, bool(figures.minimum_missed))


def _suggest(catalogue: Catalogue, procedure: str, case: _Case) -> Suggestion:
    """Return the first rule that holds; an unknown one stops the search, because a later rule must not overtake it."""
    rules = catalogue.rules_for(procedure)
    if not rules:
        return Suggestion(None, Reason.NO_RULES)
    for rule in rules:
        answer = _holds(rule.when, case) if rule.when else (True if case.total is not None else None)
        if answer is None:
            return Suggestion(None, Reason.INCOMPLETE)
        if answer:
            return Suggestion(rule)
    return Suggestion(None, Reason.NO_RULE_HOLDS)


def evaluate(catalogue: Catalogue, procedure: str, agreed: AgreedScores, formal_open: int = 0) -> Figures:
    """Compute everything that follows from agreed scores; a bound landed on exactly is not below it."""
    areas = tuple(area_figures(catalogue, area, agreed) for area in catalogue.areas)
    return _concluded(catalogue, procedure, areas, missed_minima(catalogue, agreed), formal_open)


def varied(
    catalogue: Catalogue, procedure: str, agreed: AgreedScores, key: str, formal_open: int = 0
) -> Callable[[Fraction], Figures]:
    """Return what gives the figures of `evaluate` for a value of criterion `key`, all others as agreed.

    The other areas are computed once. Raises KeyError where the catalogue has no such criterion.
    """
    changing = catalogue.area_of(key)
    rest = {area.key: area_figures(catalogue, area, agreed) for area in catalogue.areas if area is not changing}

    def at(value: Fraction) -> Figures:
        scores = {**agreed, key: value}
        of = {**rest, changing.key: area_figures(catalogue, changing, scores)}
        areas = tuple(of[area.key] for area in catalogue.areas)
        return _concluded(catalogue, procedure, areas, missed_minima(catalogue, scores), formal_open)

    return at


def reweighted(
    catalogue: Catalogue, procedure: str, figures: Figures, factors: Mapping[str, Fraction], formal_open: int = 0
) -> Figures:
    """Return what follows when the weights in each area are multiplied by its factor, 0 or more, by key.

    Shares of areas stay as they are, also where an area weighs nothing any more; so do minima.
    """
    areas = tuple(
        replace(
            area,
            points=None if area.points is None else area.points * factors[area.key],
            maximum=area.maximum * factors[area.key],
        )
        for area in figures.areas
    )
    return _concluded(catalogue, procedure, areas, figures.minimum_missed, formal_open)


def _concluded(
    catalogue: Catalogue, procedure: str, areas: tuple[AreaFigures, ...], missed: tuple[str, ...], formal_open: int
) -> Figures:
    total: Fraction | None = Fraction(0)
    for area in areas:
        total = None if total is None or area.points is None else total + area.points
    case = _Case(formal_open, areas, total, bool(missed))
    reason = None if total is not None else Reason.INCOMPLETE
    return Figures(areas, total, catalogue.maximum, missed, _suggest(catalogue, procedure, case), reason)


def rule_answers(
    catalogue: Catalogue, procedure: str, figures: Figures, formal_open: int
) -> tuple[tuple[ResultRule, bool | None], ...]:
    """Return each rule that speaks for `procedure` with whether its own condition holds (None unknown)."""
    case = _case_of(figures, formal_open)
    unknown = None if figures.total is None else True
    return tuple((rule, _holds(rule.when, case) if rule.when else unknown) for rule in catalogue.rules_for(procedure))
