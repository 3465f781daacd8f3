"""Whether a result holds: one review left out, the mean for the median, an area weighted more, one step beside."""

import statistics
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources import messages
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import Catalogue, Condition, ConditionKind, ResultRule
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin, Consolidation, consolidate
from reviewer_app.domain.reviews.robustness import (
    Probe,
    ProbeResult,
    area_factors,
    dependences,
    margins,
    probe_text,
    probes,
    robustness,
    strongest,
    tried_text,
)
from reviewer_app.domain.reviews.scoring import Figures, Reason, Suggestion
from reviewer_app.domain.scale import NB, Value
from tests.factories.catalogues import grid
from tests.factories.reviews import a_review, an_application

ENTERED, TAKEN = ConsensusOrigin.ENTERED, ConsensusOrigin.TAKEN
_SCORES = st.one_of(st.integers(0, 10).map(lambda n: Fraction(n, 2)), st.just(NB), st.none())


def _catalogue(areas: int = 2, each: int = 2, bound: str = "") -> Catalogue:
    """Criteria of one point; under `bound` points rule LOW speaks, else HIGH."""
    low = Condition(ConditionKind.TOTAL_BELOW, Fraction(bound or Fraction(areas * each, 2)))
    rules = (ResultRule("LOW", "low", Localised("low"), low), ResultRule("HIGH", "high", Localised("high")))
    return replace(grid(areas, each), rules=rules)


def _case(
    catalogue: Catalogue,
    answers: Mapping[str, str | tuple[Value | None, ...]],
    consensus: Mapping[str, tuple[str, ConsensusOrigin]] | None = None,
) -> Consolidation:
    """Bring together reviews: the answers to each criterion are given reviewer by reviewer."""
    rows = {
        key: tuple(NB if word == "nb" else Fraction(word) for word in said.split()) if isinstance(said, str) else said
        for key, said in answers.items()
    }
    count = len(next(iter(rows.values())))
    reviews = [
        a_review(f"R{place}", {key: values[place] for key, values in rows.items()}, place + 1) for place in range(count)
    ]
    agreed = {key: Consensus(key, Fraction(value), "", origin) for key, (value, origin) in (consensus or {}).items()}
    return consolidate(an_application(), catalogue, reviews, state=ApplicationState.REVIEWED, consensus=agreed)


def _totals(case: Consolidation) -> dict[tuple[Probe, str], Fraction | None]:
    return {(one.probe, one.subject): one.figures.total for one in probes(case)}


# A value that was taken from the median moves with it, one that people agreed on does not


@pytest.mark.parametrize(
    ("origin", "without", "mean"),
    [(TAKEN, ["4/5", "1/2", "1/2"], "3/5"), (ENTERED, ["1", "1", "1"], "1"), (None, ["4/5", "1/2", "1/2"], "3/5")],
)
def test_a_taken_value_moves_with_the_median_and_an_entered_one_stays(
    origin: ConsensusOrigin | None, without: list[str], mean: str
) -> None:
    consensus = {"A1": ("4" if origin is TAKEN else "5", origin)} if origin else None
    found = _totals(_case(_catalogue(1, 1), {"A1": "1 4 4"}, consensus))
    assert [found[Probe.WITHOUT_REVIEW, label] for label in ("G1", "G2", "G3")] == [Fraction(one) for one in without]
    assert found[Probe.MEAN, ""] == Fraction(mean)


def test_an_area_is_weighed_with_what_is_agreed_whoever_agreed_it() -> None:
    consensus = {"A1": ("5", ENTERED), "B1": ("1", TAKEN)}
    found = _totals(_case(_catalogue(2, 1), {"A1": "0 0", "B1": "1 1"}, consensus))
    assert (found[Probe.AREA_WEIGHT, "A"], found[Probe.AREA_WEIGHT, "B"]) == (Fraction(7, 5), Fraction(1))


# Which probes there are


def test_without_counted_reviews_there_is_no_probe() -> None:
    nobody = consolidate(an_application(), _catalogue(), [], state=ApplicationState.REVIEWED)
    assert probes(nobody) == ()


@pytest.mark.parametrize(
    ("areas", "reviews", "expected"),
    [
        (1, 1, [(Probe.MEAN, "")]),
        (1, 2, [(Probe.WITHOUT_REVIEW, "G1"), (Probe.WITHOUT_REVIEW, "G2"), (Probe.MEAN, "")]),
        (2, 1, [(Probe.MEAN, ""), (Probe.AREA_WEIGHT, "A"), (Probe.AREA_WEIGHT, "B")]),
    ],
)
def test_a_single_review_and_a_single_area_are_not_varied(
    areas: int, reviews: int, expected: list[tuple[Probe, str]]
) -> None:
    catalogue = _catalogue(areas, 1)
    case = _case(catalogue, {one.key: " ".join(["4"] * reviews) for one in catalogue.criteria})
    assert [(one.probe, one.subject) for one in probes(case)] == expected


# What they give


def _median(values: list[Fraction], consensus: Consensus | None) -> Fraction | None:
    if consensus is not None and consensus.origin is ENTERED:
        return consensus.value
    return Fraction(floor(2 * statistics.median(values) + Fraction(1, 2)), 2) if values else None


def _sum(agreed: Mapping[str, Fraction | None], weights: Mapping[str, Fraction]) -> Fraction | None:
    values = [None if value is None else value * weights[key[0]] / 5 for key, value in agreed.items()]
    return None if None in values else sum((one for one in values if one is not None), Fraction(0))


@settings(max_examples=40)
@given(
    st.fixed_dictionaries({key: st.tuples(_SCORES, _SCORES, _SCORES) for key in ("A1", "A2", "B1", "B2")}),
    st.dictionaries(
        st.sampled_from(["A1", "B2"]),
        st.tuples(st.integers(0, 10).map(lambda n: str(n / 2)), st.sampled_from([ENTERED, TAKEN])),
    ),
)
def test_probes_equal_an_independent_sum(
    answers: dict[str, tuple[Value | None, ...]], consensus: dict[str, tuple[str, ConsensusOrigin]]
) -> None:
    case = _case(_catalogue(), answers, consensus)
    even, numbers = {"A": Fraction(1), "B": Fraction(1)}, {}
    for key, said in answers.items():
        numbers[key] = [(place, value) for place, value in enumerate(said) if isinstance(value, Fraction)]
    agreed = {one.key: one.agreed for one in case.criteria}
    medians = {key: _median([value for _, value in of], None) for key, of in numbers.items()}
    medians = {key: agreed[key] if median is None else median for key, median in medians.items()}
    expected: list[Fraction | None] = [] if medians == agreed else [_sum(medians, even)]
    for left in range(3):
        kept = {key: [value for place, value in of if place != left] for key, of in numbers.items()}
        expected.append(_sum({key: _median(of, case.consensus.get(key)) for key, of in kept.items()}, even))
    means: dict[str, Fraction | None] = {}
    for key, of in numbers.items():
        one = case.consensus.get(key)
        mean = statistics.mean([value for _, value in of]) if of else None
        means[key] = one.value if one is not None and one.origin is ENTERED else mean
    expected.append(_sum(means, even))
    heavier, lighter = Fraction(5, 4), Fraction(3, 4)
    expected += [_sum(agreed, {"A": heavier, "B": lighter}), _sum(agreed, {"A": lighter, "B": heavier})]
    found = probes(case)
    assert [one.figures.total for one in found] == expected
    assert [one.flips for one in found] == [one.figures.rule_id != case.figures.rule_id for one in found]


def test_a_heavier_area_leaves_the_maximum_as_it_is_and_minima_too() -> None:
    catalogue = grid(4, 2)
    first = replace(catalogue.areas[0].criteria[0], minimum=Fraction(3))
    areas = (replace(catalogue.areas[0], criteria=(first, *catalogue.areas[0].criteria[1:])), *catalogue.areas[1:])
    case = _case(replace(catalogue, areas=areas), {one.key: "2 2" for one in catalogue.criteria})
    weighed = [one.figures for one in probes(case) if one.probe is Probe.AREA_WEIGHT]
    assert [figures.maximum for figures in weighed] == [8, 8, 8, 8]
    assert [figures.areas[0].maximum for figures in weighed] == [Fraction(5, 2), *[Fraction(11, 6)] * 3]
    assert {figures.minimum_missed for figures in weighed} == {("A1",)}


def _two_areas(first: str, second: str, bound: str = "60") -> Catalogue:
    """Two areas of one criterion each, of these weights."""
    catalogue = grid(2, 1)
    areas = tuple(
        replace(area, criteria=(replace(area.criteria[0], weight=Fraction(weight)),))
        for area, weight in zip(catalogue.areas, (first, second), strict=True)
    )
    return replace(_catalogue(2, 1, bound), areas=areas)


def test_an_area_that_weighs_all_or_nothing_cannot_be_weighted_otherwise() -> None:
    case = _case(_two_areas("1", "0"), {"A1": "4", "B1": "4"})
    assert [one.probe for one in probes(case)] == [Probe.MEAN]


@pytest.mark.parametrize("heavy", ["20", "50", "79", "80", "81", "85", "99"])
def test_no_factor_is_negative_and_a_better_score_never_lowers_a_total(heavy: str) -> None:
    catalogue = _two_areas(heavy, str(100 - int(heavy)))
    more, less = area_factors(catalogue, catalogue.areas[0])
    assert more > 1 > less >= 0
    assert more * catalogue.areas[0].maximum + less * catalogue.areas[1].maximum == 100
    assert more == Fraction(5, 4) or less == 0
    low, high = (_totals(_case(catalogue, {"A1": "3 3", "B1": said})) for said in ("1 1", "4 4"))
    for area in ("A", "B"):
        first, second = low[Probe.AREA_WEIGHT, area], high[Probe.AREA_WEIGHT, area]
        assert first is not None
        assert second is not None
        assert first <= second


def test_an_area_that_weighs_nothing_any_more_still_misses_its_threshold() -> None:
    below = Condition(ConditionKind.AREA_BELOW, Fraction(1, 2))
    rules = (ResultRule("LOW", "low", Localised("low"), below), ResultRule("HIGH", "high", Localised("high")))
    case = _case(replace(_two_areas("85", "15"), rules=rules), {"A1": "5 5", "B1": "1 1"})
    assert case.figures.rule_id == "LOW"
    assert not any(one.flips for one in probes(case))


def test_a_probe_that_leads_to_no_rule_flips() -> None:
    found = {one.subject: one for one in probes(_case(_catalogue(1, 1), {"A1": "nb 4"}))}
    assert (found["G1"].flips, found["G2"].flips) == (False, True)
    assert found["G2"].figures.suggestion.reason is Reason.INCOMPLETE


# The strongest first


def _probe(subject: str, rule: ResultRule | None, total: str, *, flips: bool = True) -> ProbeResult:
    figures = Figures((), Fraction(total) if total else None, Fraction(4), (), Suggestion(rule))
    return ProbeResult(Probe.WITHOUT_REVIEW, subject, figures, flips)


def _ruled(total: str, place: int | None) -> tuple[Consolidation, tuple[ResultRule, ...]]:
    """Return a case of rules R0 to R3 in which the one at `place` speaks."""
    rules = tuple(ResultRule(f"R{number}", "", Localised("")) for number in range(4))
    case = _case(replace(_catalogue(), rules=rules), {"A1": "4", "A2": "4", "B1": "4", "B2": "4"})
    rule = rules[place] if place is not None else None
    return replace(case, figures=Figures((), Fraction(total), Fraction(4), (), Suggestion(rule))), rules


def test_the_probe_that_leads_most_rules_away_comes_first_and_none_is_farthest() -> None:
    case, rules = _ruled("2", 1)
    found = [
        _probe("one below", rules[0], "0"),
        _probe("same", rules[1], "0", flips=False),
        _probe("two above", rules[3], "2"),
        _probe("no rule", None, "2"),
    ]
    assert [one.subject for one in strongest(case, tuple(found))] == ["no rule", "two above", "one below"]


def test_of_equally_many_rules_the_most_points_come_first_then_as_they_came() -> None:
    case, rules = _ruled("2", 1)
    found = [
        _probe("one more", rules[2], "3"),
        _probe("two more", rules[2], "4"),
        _probe("nothing", rules[0], ""),
        _probe("one fewer", rules[0], "1"),
    ]
    order = ["two more", "nothing", "one more", "one fewer"]
    assert [one.subject for one in strongest(case, tuple(found))] == order


def test_without_a_result_the_distance_counts_from_the_first_rule() -> None:
    case, rules = _ruled("0", None)
    found = (_probe("first", rules[0], "4"), _probe("last", rules[3], "4"), _probe("second", rules[1], "4"))
    assert [one.subject for one in strongest(case, found)] == ["last", "second", "first"]
    without_total = replace(case, figures=replace(case.figures, total=None))
    tied = (_probe("above", rules[1], "1"), _probe("below", rules[1], "-1"))
    assert (strongest(without_total, tied), strongest(without_total, tied[::-1])) == (tied, tied[::-1])


# What the result hangs on, in words


def _said(case: Consolidation, language: str = "de") -> list[str]:
    return [one.sentence for one in dependences(case, robustness(case), language, messages.text)]


def test_a_result_that_the_chair_alone_turned_is_not_robust() -> None:
    case = _case(_catalogue(1, 1), {"A1": "3.5 3.5 3.5"}, {"A1": ("2", ENTERED)})
    first = probes(case)[0]
    assert (first.probe, first.figures.rule_id, first.flips) == (Probe.MEDIAN, "HIGH", True)
    assert _said(case)[0] == "Das Ergebnis folgt aus A1: vereinbart 2,0, Median 3,5; mit dem Median high."
    assert robustness(case).stable is False


def test_of_several_values_the_chair_set_those_are_named_that_alone_turn_the_result() -> None:
    case = _case(_catalogue(1, 2), {"A1": "4 4", "A2": "2 2"}, {"A1": ("1", ENTERED), "A2": ("2.5", ENTERED)})
    assert _said(case)[0] == "Das Ergebnis folgt aus A1: vereinbart 1,0, Median 4,0; mit den Medianen high."
    together = {"A1": ("1.5", ENTERED), "A2": ("1", ENTERED)}
    both = _case(_catalogue(1, 2, "11/10"), {"A1": "3 3", "A2": "2.5 2.5"}, together)
    assert _said(both)[0] == (
        "Das Ergebnis folgt aus A1 und A2: A1 1,5 statt 3,0, A2 1,0 statt 2,5; mit den Medianen high."
    )


def test_no_value_of_the_chair_no_probe_of_medians() -> None:
    agreed = {"A1": ("4", ENTERED), "A2": ("3", ENTERED)}
    case = _case(_catalogue(1, 2), {"A1": "4 4", "A2": "nb nb"}, agreed)
    assert Probe.MEDIAN not in {one.probe for one in probes(case)}


def test_a_result_that_hangs_on_reviews_says_on_how_many() -> None:
    assert _said(_case(_catalogue(1, 1, "1/5"), {"A1": "0 0 2"}))[0] == (
        "Das Ergebnis hängt von 2 der 3 Gutachten ab: ohne G1 high, ohne G2 high."
    )
    assert (
        _said(_case(_catalogue(1, 1, "2/5"), {"A1": "1 2.5"}))[0]
        == "Das Ergebnis hängt von einem Gutachten ab: ohne G2 low."
    )
    middle = ResultRule("MID", "mid", Localised("mid"), Condition(ConditionKind.TOTAL_BELOW, Fraction(3, 5)))
    low, high = _catalogue(1, 1, "2/5").rules
    every = replace(_catalogue(1, 1), rules=(low, middle, high))
    assert _said(_case(every, {"A1": "0 5"}), "en")[0] == (
        "The result depends on each of the 2 reviews: without G1 high, without G2 low."
    )
    many = _said(_case(_catalogue(1, 1), {"A1": "0 0 0 0 0 5 5 5 5 5"}))[0]
    assert many == "Das Ergebnis hängt von 5 der 10 Gutachten ab: ohne G6 low, ohne G7 low, ohne G8 low und 2 weitere."


def test_a_single_review_is_what_a_result_hangs_on() -> None:
    said = _said(_case(_catalogue(1, 1), {"A1": "5"}))
    assert said == ["Das Ergebnis hängt von einem Gutachten ab: ein weiteres liegt nicht vor."]
    assert _said(_case(_catalogue(1, 1), {"A1": "5"}, {"A1": ("5", ENTERED)})) == [
        "Robust: die eine Probe ergibt high."
    ]


def test_what_is_close_is_never_called_robust() -> None:
    assert _said(_case(_catalogue(1, 1), {"A1": "2.5 2.5"})) == [
        "Knapp: Sinkt A1 um einen halben Schritt, wäre das Ergebnis low."
    ]
    assert _said(_case(_catalogue(1, 1), {"A1": "2 2"})) == [
        "Knapp: Steigt A1 um einen halben Schritt, wäre das Ergebnis high."
    ]
    assert _said(_case(_catalogue(1, 1), {"A1": "5 5"})) == ["Robust: alle 3 Proben ergeben high."]


def test_what_scores_do_not_decide_is_neither_robust_nor_fragile() -> None:
    formal = ResultRule("R1", "not_ready", Localised("offen"), Condition(ConditionKind.FORMAL_OPEN))
    catalogue = _catalogue(1, 1)
    catalogue = replace(catalogue, rules=(formal, *catalogue.rules))
    case = _case(catalogue, {"A1": "5 5"})
    assert robustness(case).stable is True
    held_up = consolidate(
        case.application,
        catalogue,
        [one.review for one in case.reviews],
        state=ApplicationState.REVIEWED,
        formal_open=1,
    )
    incomplete = _case(_catalogue(1, 1), {"A1": "nb nb"})
    without_rules = _case(replace(catalogue, rules=()), {"A1": "5 5"})
    for undecided in (held_up, incomplete, without_rules):
        assert robustness(undecided).stable is None
        assert _said(undecided) == []


def test_how_areas_are_weighted_anew_is_said() -> None:
    case = _case(_two_areas("85", "15"), {"A1": "5 5", "B1": "1 1"})
    told = [probe_text(case, one, "de", messages.text).replace("\u00a0", " ") for one in probes(case)]
    assert told == [
        "ohne G1",
        "ohne G2",
        "Mittel statt Median",
        "Bereich A 18 % schwerer, die anderen 100 % leichter",
        "Bereich B 25 % schwerer, die anderen 4 % leichter",
    ]
    assert tried_text(robustness(case), "de", messages.text).replace("\u00a0", " ") == (
        "Proben: je ein Gutachten weniger, Mittel statt Median, "
        "je ein Bereich bis zu 25 % schwerer, die anderen im Verhältnis leichter."
    )


@settings(max_examples=60)
@given(
    st.fixed_dictionaries({key: st.tuples(_SCORES, _SCORES, _SCORES) for key in ("A1", "A2", "B1", "B2")}),
    st.dictionaries(
        st.sampled_from(["A1", "B2"]), st.tuples(st.integers(0, 10).map(lambda n: str(n / 2)), st.just(ENTERED))
    ),
)
def test_robust_is_said_where_nothing_tried_gives_another_result_and_nowhere_else(
    answers: dict[str, tuple[Value | None, ...]], consensus: dict[str, tuple[str, ConsensusOrigin]]
) -> None:
    case = _case(_catalogue(), answers, consensus)
    found = robustness(case)
    told = dependences(case, found, "de", messages.text)
    nothing = not any(one.flips for one in probes(case)) and not margins(case)
    assert (told == ()) is (case.figures.rule_id is None)
    assert [one.holds for one in told] == [True] if nothing and told else not any(one.holds for one in told)
    kinds = [one.probe for one in found.flips]
    assert kinds == sorted(kinds, key=list(Probe).index)


# One step beside


def test_margins_name_what_one_step_would_change() -> None:
    """The bound is 1 of 2 points: who stands on it falls with a step down, who stands under it rises with one up."""
    case = _case(_catalogue(2, 1, "1"), {"A1": "2.5", "B1": "2.5"})
    assert [(one.criterion, one.to, one.figures.rule_id) for one in margins(case)] == [
        ("A1", Fraction(2), "LOW"),
        ("B1", Fraction(2), "LOW"),
    ]
    below = _case(_catalogue(2, 1, "1"), {"A1": "2", "B1": "2.5"})
    assert [(one.criterion, one.to, one.figures.total) for one in margins(below)] == [
        ("A1", Fraction(5, 2), Fraction(1)),
        ("B1", Fraction(3), Fraction(1)),
    ]


def test_a_margin_never_leaves_the_scale() -> None:
    beyond = _case(_catalogue(1, 1, "101/100"), {"A1": "5"})
    assert (beyond.figures.rule_id, margins(beyond)) == ("LOW", ())
    assert margins(_case(_catalogue(1, 1, "-1/100"), {"A1": "0"})) == ()


def test_without_a_result_or_with_a_value_missing_there_is_no_margin() -> None:
    catalogue = _catalogue(2, 1, "1")
    assert margins(_case(replace(catalogue, rules=catalogue.rules[:1]), {"A1": "2.5", "B1": "2.5"})) == ()
    always = replace(
        catalogue, rules=(ResultRule("R", "", Localised(""), Condition(ConditionKind.FORMAL_OPEN, expected=False)),)
    )
    assert _case(always, {"A1": "2.5", "B1": "nb"}).figures.rule_id == "R"
    assert margins(_case(always, {"A1": "2.5", "B1": "nb"})) == ()
