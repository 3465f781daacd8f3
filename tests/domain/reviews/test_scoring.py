"""What follows from agreed scores; the worked case of the design is in test_consolidation."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.catalogue import Area, Catalogue, Condition, ConditionKind, ResultRule
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.scoring import (
    AreaFigures,
    Reason,
    evaluate,
    holding,
    rule_answers,
    running_area,
    varied,
)
from tests.factories.catalogues import grid, muster

_SCORES = st.one_of(st.none(), st.sampled_from(muster().scale.values()))
_KEYS = [one.key for one in muster().criteria]
_HALF = Fraction(1, 2)


@settings(max_examples=30)
@given(st.fixed_dictionaries(dict.fromkeys(_KEYS, _SCORES)), st.sampled_from(_KEYS), st.integers(0, 1))
def test_one_value_varied_gives_what_the_whole_catalogue_gives(
    agreed: dict[str, Fraction | None], key: str, formal_open: int
) -> None:
    catalogue = muster()
    at = varied(catalogue, "aufnahme", agreed, key, formal_open)
    assert len(catalogue.scale.values()) == 11
    for value in catalogue.scale.values():
        assert at(value) == evaluate(catalogue, "aufnahme", agreed | {key: value}, formal_open)


def test_formal_points_are_none_unless_they_are_named() -> None:
    agreed = dict.fromkeys(_KEYS, Fraction(5))
    assert evaluate(muster(), "aufnahme", agreed).suggestion.rule == muster().rules[-1]
    assert varied(muster(), "aufnahme", agreed, "A1")(Fraction(5)).suggestion.rule == muster().rules[-1]
    assert evaluate(muster(), "aufnahme", agreed, 1).suggestion.rule == muster().rules[0]


def test_an_area_knows_the_sum_of_its_weights() -> None:
    areas = muster().areas
    assert [area.maximum for area in areas] == [25] * 4
    assert [area.maximum for area in areas] == [sum(one.weight for one in area.criteria) for area in areas]


# Points, areas, total


def _musters_rule(shares: list[Fraction], missed: bool, formal_open: int) -> str:  # reason: an oracle
    """Return the rule of the Musterkatalog in plain words."""
    total = sum(shares) * 25
    if formal_open:
        return "R1"
    if total < 50 or sum(share < _HALF for share in shares) >= 2:
        return "R2"
    if missed or total < 60 or min(shares) < _HALF:
        return "R3"
    return "R4" if total < 70 or min(shares) < Fraction(3, 5) else "R5"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(muster().scale.values()[3:]), min_size=20, max_size=20), st.integers(0, 2))
def test_figures_equal_an_independent_sum(scores: list[Fraction], formal_open: int) -> None:
    catalogue, agreed = muster(), dict(zip(_KEYS, scores, strict=True))
    points = [[one.weight * agreed[one.key] / 5 for one in area.criteria] for area in catalogue.areas]
    shares = [Fraction(sum(of), 25) for of in points]
    missed = [one.key for one in catalogue.criteria if one.minimum is not None and agreed[one.key] < one.minimum]
    found = evaluate(catalogue, "aufnahme", agreed, formal_open)
    assert [(one.key, one.points, one.maximum, one.share, one.reason) for one in found.areas] == [
        (key, sum(of), 25, share, None) for key, of, share in zip("ABCD", points, shares, strict=True)
    ]
    assert (found.total, found.maximum, found.reason) == (sum(map(sum, points)), 100, None)
    assert found.minimum_missed == tuple(missed)
    assert found.suggestion.rule is not None
    assert found.suggestion.rule.id == _musters_rule(shares, bool(missed), formal_open)


def test_without_one_value_its_area_and_the_total_are_unknown_and_the_others_are_not() -> None:
    agreed = dict.fromkeys(_KEYS, Fraction(5)) | {"B2": None, "A1": Fraction(2)}
    found = evaluate(muster(), "aufnahme", agreed)
    assert [one.points for one in found.areas] == [Fraction(107, 5), None, 25, 25]
    assert found.areas[1] == AreaFigures("B", None, Fraction(25), None, Reason.INCOMPLETE)
    assert (found.total, found.reason, found.minimum_missed) == (None, Reason.INCOMPLETE, ("A1",))
    assert (found.suggestion.rule, found.suggestion.reason) == (None, Reason.INCOMPLETE)
    assert evaluate(muster(), "aufnahme", {}).areas[0].reason is Reason.INCOMPLETE


def test_an_area_without_weight_has_no_share() -> None:
    catalogue = grid(1, 1)
    weightless = replace(catalogue.areas[0].criteria[0], weight=Fraction(0))
    catalogue = replace(catalogue, areas=(Area("A", Localised("A"), None, (weightless,)),))
    assert evaluate(catalogue, "aufnahme", {"A1": Fraction(5)}).areas[0] == AreaFigures(
        "A", Fraction(0), Fraction(0), None
    )
    under = replace(catalogue, rules=(_rule("R1", Condition(ConditionKind.AREA_BELOW, Fraction(1))),))
    assert evaluate(under, "aufnahme", {"A1": Fraction(0)}).suggestion.reason is Reason.NO_RULE_HOLDS


def test_a_running_area_is_measured_by_what_is_scored() -> None:
    area, catalogue = muster().areas[0], muster()
    assert running_area(catalogue, area, {}) == AreaFigures("A", None, Fraction(0), None, Reason.NOT_SCORED)
    found = running_area(catalogue, area, {"A1": Fraction(5), "A3": Fraction(0), "A2": None})
    assert found == AreaFigures("A", Fraction(6), Fraction(11), Fraction(6, 11))


def test_what_lies_on_its_minimum_has_not_missed_it() -> None:
    agreed = dict.fromkeys(_KEYS, Fraction(5))
    assert evaluate(muster(), "aufnahme", agreed | {"A1": Fraction(3), "A2": Fraction(5, 2)}).minimum_missed == ()
    assert evaluate(muster(), "aufnahme", agreed | {"A1": Fraction(5, 2), "D4": Fraction(2)}).minimum_missed == (
        "A1",
        "D4",
    )


# Rules


def _rule(name: str, when: Condition | None, procedures: tuple[str, ...] = ()) -> ResultRule:
    return ResultRule(name, name, Localised(name), when, procedures)


def _small(*rules: ResultRule) -> Catalogue:
    """Two areas of one criterion and one point each; A1 has a minimum of 3."""
    catalogue = grid(2, 1)
    first = replace(catalogue.areas[0].criteria[0], minimum=Fraction(3))
    return replace(catalogue, areas=(Area("A", Localised("A"), None, (first,)), catalogue.areas[1]), rules=rules)


def _scores(text: str) -> dict[str, Fraction | None]:
    return {key: None if word == "-" else Fraction(word) for key, word in zip(("A1", "B1"), text.split(), strict=True)}


def _of(kind: str, bound: str = "0", count: int = 1, *, expected: bool = True) -> Condition:
    return Condition(ConditionKind(kind), Fraction(bound), count, expected)


def _joined(kind: ConditionKind, *parts: Condition) -> Condition:
    return Condition(kind, parts=parts)


_OPEN, _CLOSED, _BELOW = _of("formal_open"), _of("formal_open", expected=False), _of("total_below", "1")
_ANY, _ALL = ConditionKind.ANY, ConditionKind.ALL


@pytest.mark.parametrize(
    ("when", "scores", "formal_open", "answer"),
    [
        (_OPEN, "5 5", 0, False),
        (_OPEN, "5 5", 1, True),
        (_OPEN, "- 5", 2, True),
        (_CLOSED, "5 5", 0, True),
        (_CLOSED, "5 5", 1, False),
        (_of("minimum_missed"), "3 5", 0, False),
        (_of("minimum_missed"), "2.5 5", 0, True),
        (_of("minimum_missed", expected=False), "3 5", 0, True),
        (_of("minimum_missed", expected=False), "2.5 5", 0, False),
        (_of("minimum_missed"), "2.5 -", 0, None),
        (_BELOW, "2.5 2.5", 0, False),
        (_BELOW, "2.5 2", 0, True),
        (_BELOW, "- 0", 0, None),
        (_of("area_below", "1/2"), "2.5 5", 0, False),
        (_of("area_below", "1/2"), "5 2", 0, True),
        (_of("area_below", "1/2", 2), "5 2", 0, True),
        (_of("areas_below", "1/2", 2), "5 2", 0, False),
        (_of("areas_below", "1/2", 2), "2.5 2", 0, False),
        (_of("areas_below", "1/2", 2), "2 2", 0, True),
        (_of("areas_below", "1/2", 1), "2 2", 0, True),
        (_joined(_ANY, _OPEN, _BELOW), "2.5 2", 0, True),
        (_joined(_ANY, _OPEN, _BELOW), "5 5", 0, False),
        (_joined(_ANY, _OPEN, _BELOW), "- 5", 1, True),
        (_joined(_ANY, _OPEN, _BELOW), "- 5", 0, None),
        (_joined(_ALL, _OPEN, _BELOW), "2 2", 1, True),
        (_joined(_ALL, _OPEN, _BELOW), "5 5", 1, False),
        (_joined(_ALL, _OPEN, _BELOW), "- 5", 1, None),
        (_joined(_ALL, _OPEN, _BELOW), "- 5", 0, False),
        (None, "0 0", 0, True),
        (None, "- 0", 0, None),
    ],
)
def test_a_condition_holds_or_not_or_is_unknown(
    when: Condition | None, scores: str, formal_open: int, *, answer: bool | None
) -> None:
    catalogue, agreed = _small(_rule("R1", when)), _scores(scores)
    figures = evaluate(catalogue, "aufnahme", agreed, formal_open)
    assert rule_answers(catalogue, "aufnahme", figures, formal_open) == ((catalogue.rules[0], answer),)
    reasons = {True: None, False: Reason.NO_RULE_HOLDS, None: Reason.INCOMPLETE}
    assert (figures.suggestion.rule is catalogue.rules[0]) is (answer is True)
    assert figures.suggestion.reason is reasons[answer]


def test_the_first_rule_that_holds_speaks_and_an_unknown_one_is_not_overtaken() -> None:
    catalogue = _small(_rule("R1", _OPEN), _rule("R2", _BELOW), _rule("R3", None))

    def says(scores: str, formal_open: int = 0) -> str | None:
        rule = evaluate(catalogue, "aufnahme", _scores(scores), formal_open).suggestion.rule
        return rule.id if rule else None

    assert [says("5 5", 1), says("0 0", 1), says("0 0"), says("5 5")] == ["R1", "R1", "R2", "R3"]
    assert (says("- 5", 1), says("- 5")) == ("R1", None)


def test_only_rules_of_the_procedure_are_asked() -> None:
    catalogue = _small(_rule("R1", None, ("aufnahme",)))
    figures = evaluate(catalogue, "re-evaluierung", _scores("5 5"))
    assert (figures.suggestion.rule, figures.suggestion.reason) == (None, Reason.NO_RULES)
    assert rule_answers(catalogue, "re-evaluierung", figures, 0) == ()


def test_only_what_makes_a_condition_hold_is_held() -> None:
    total = Condition(ConditionKind.TOTAL_BELOW, bound=Fraction(70))
    low = Condition(ConditionKind.AREA_BELOW, bound=_HALF)
    missed = Condition(ConditionKind.MINIMUM_MISSED)
    both = Condition(ConditionKind.ALL, parts=(total, low))
    figures = evaluate(muster(), "aufnahme", dict.fromkeys(_KEYS, Fraction(3)))
    assert figures.total == 60
    assert holding(total, figures, 0) == (total,)
    assert holding(Condition(ConditionKind.ANY, parts=(missed, total)), figures, 0) == (total,)
    assert holding(both, figures, 0) == ()
    assert holding(Condition(ConditionKind.ANY, parts=(both, total)), figures, 0) == (total,)
    worse = evaluate(muster(), "aufnahme", dict.fromkeys(_KEYS, Fraction(2)))
    assert holding(Condition(ConditionKind.ANY, parts=(missed, both)), worse, 0) == (missed, total, low)
    assert holding(None, worse, 0) == ()
    formal = Condition(ConditionKind.FORMAL_OPEN)
    assert (holding(formal, figures, 2), holding(formal, figures, 0)) == ((formal,), ())
    unknown = evaluate(muster(), "aufnahme", {})
    assert holding(Condition(ConditionKind.ANY, parts=(formal, total)), unknown, 1) == (formal,)
