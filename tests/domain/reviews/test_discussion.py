"""What to talk about first, on the worked case of the design."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import Condition, ConditionKind, ResultRule
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.consolidation import Consensus, Consolidation, CriterionFigures, consolidate
from reviewer_app.domain.reviews.discussion import AgreedResult, Flip, Topic, outcome, tight, topics
from reviewer_app.domain.reviews.robustness import Probe, probes, strongest
from reviewer_app.domain.reviews.scoring import Figures, evaluate
from reviewer_app.domain.scale import NB, Scale, Value
from tests.factories.catalogues import grid, muster
from tests.factories.reviews import a_review, an_application
from tests.factories.worked_case import rows


@pytest.fixture
def case() -> Consolidation:
    return worked()


def worked(consensus: dict[str, Consensus] | None = None) -> Consolidation:
    table = rows()
    reviews = [
        a_review(name, {key: values[place] for key, values in table.items()}, place + 1)
        for place, name in enumerate(("M. Adler", "J. Brandes", "K. Tamm"))
    ]
    return consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED, consensus=consensus)


def test_the_worked_case_gives_its_figures(case: Consolidation) -> None:
    assert [area.share for area in case.figures.areas] == [
        Fraction(18, 25),
        Fraction(33, 50),
        Fraction(88, 125),
        Fraction(27, 50),
    ]
    assert case.figures.total == Fraction(328, 5)
    assert case.figures.rule_id == "R4"
    flipped = {one.subject: one.figures.rule_id for one in probes(case) if one.flips}
    assert flipped == {"G1": "R5", "G2": "R3"}


def test_every_probe_of_the_worked_case(case: Consolidation) -> None:
    found = {(one.probe, one.subject): one.figures for one in probes(case)}
    told = {key: (locale.points(figures.total, (), "de"), figures.rule_id) for key, figures in found.items()}
    assert told == {
        (Probe.WITHOUT_REVIEW, "G1"): ("73,3", "R5"),
        (Probe.WITHOUT_REVIEW, "G2"): ("65,4", "R3"),
        (Probe.WITHOUT_REVIEW, "G3"): ("69,5", "R4"),
        (Probe.MEAN, ""): ("66,5", "R4"),
        (Probe.AREA_WEIGHT, "A"): ("66,1", "R4"),
        (Probe.AREA_WEIGHT, "B"): ("65,6", "R4"),
        (Probe.AREA_WEIGHT, "C"): ("66,0", "R4"),
        (Probe.AREA_WEIGHT, "D"): ("64,6", "R4"),
    }
    assert found[Probe.WITHOUT_REVIEW, "G2"].minimum_missed == ("B1",)
    assert (case.criterion("D4").agreed, muster().criterion("D4").minimum) == (Fraction(5, 2), Fraction(5, 2))


def test_the_strongest_probes_come_first(case: Consolidation) -> None:
    assert [one.subject for one in strongest(case, probes(case))] == ["G1", "G2"]


def test_topics_come_by_effect_then_steps_then_range_then_catalogue(case: Consolidation) -> None:
    found = topics(case)
    assert [topic.key for topic in found] == ["B1", "B5", "C3"]
    assert [topic.flips_inside for topic in found] == [True, True, False]
    first = found[0].flip
    assert first is not None
    assert (first.value, first.steps, first.below, first.figures.rule_id) == (Fraction(5, 2), 2, True, "R3")


def test_a_topic_is_gone_once_it_has_a_consensus() -> None:
    agreed = {"B1": Consensus("B1", Fraction(7, 2), "besprochen")}
    assert [topic.key for topic in topics(worked(agreed))] == ["B5", "C3"]


def test_tight_ones_flip_by_a_single_step_without_being_disputed(case: Consolidation) -> None:
    assert [topic.key for topic in tight(case)] == ["D4"]
    flip = tight(case)[0].flip
    assert flip is not None
    assert (flip.value, flip.figures.rule_id) == (Fraction(2), "R3")


def test_below_the_minimum_another_rule_speaks_whatever_the_rest(case: Consolidation) -> None:
    found = every_value(case, "B1")
    assert list(found) == list(muster().scale.values())
    assert {figures.rule_id for value, figures in found.items() if value < 3} == {"R3"}
    reached = outcome(case, "B1", Fraction(7, 2))
    assert reached is not None
    assert reached.flips[0].value == Fraction(5, 2)


@settings(max_examples=20)
@given(st.lists(st.tuples(*[st.integers(0, 10)] * 3), min_size=20, max_size=20))
def test_the_short_way_to_what_a_value_does_finds_what_every_value_says(scores: list[tuple[int, int, int]]) -> None:
    keys = [one.key for one in muster().criteria]
    reviews = [
        a_review(name, {key: Fraction(row[place], 2) for key, row in zip(keys, scores, strict=True)}, place + 1)
        for place, name in enumerate(("Eins", "Zwei", "Drei"))
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED)
    assert len(case.criteria) == 20
    for one in case.criteria[::4]:
        every = every_value(case, one.key)
        for value in list(every)[::3]:
            assert outcome(case, one.key, value) == AgreedResult(
                every[value], tuple(nearest_others(case, one.key, value))
            )
        assert outcome(case, one.key, Fraction(1, 3)) is None


def test_a_criterion_nobody_could_judge_is_a_topic_without_a_flip() -> None:
    table = rows()
    reviews = [
        a_review(name, {key: NB if key == "C3" else values[0] for key, values in table.items()}, place)
        for place, name in enumerate(("Eins", "Zwei"), 1)
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED)
    topic = next(one for one in topics(case) if one.key == "C3")
    assert (topic.flip, topic.flips_inside, topic.range) == (None, False, 0)
    assert tight(case) == ()


# Against every value of the scale, worked out one by one


def every_value(case: Consolidation, key: str) -> dict[Fraction, Figures]:
    """Return what follows from each value of the scale as the agreed value of `key`, all others as they are."""
    agreed = {one.key: one.agreed for one in case.criteria}
    return {
        value: evaluate(case.catalogue, case.application.procedure, agreed | {key: value}, case.formal_open)
        for value in case.catalogue.scale.values()
    }


def nearest_others(case: Consolidation, key: str, at: Fraction) -> list[Flip]:
    """Return the nearest values below and above `at` at which another rule speaks."""
    every = every_value(case, key)
    others = [value for value, figures in every.items() if figures.rule_id != every[at].rule_id]
    lower, higher = [value for value in others if value < at], [value for value in others if value > at]
    nearest = [*([max(lower)] if lower else []), *([min(higher)] if higher else [])]
    values = list(every)
    return [
        Flip(value, every[value], abs(values.index(value) - values.index(at)), below=value < at) for value in nearest
    ]


def topic_of(case: Consolidation, one: CriterionFigures) -> Topic:
    """Return an open criterion as the list has it: the nearest flip, one between the scores given before any other."""
    if one.agreed is None:
        return Topic(one.key, None, flips_inside=False, range=Fraction(0))
    assert one.range is not None
    near = sorted(nearest_others(case, one.key, one.agreed), key=lambda flip: flip.steps)
    inside = [flip for flip in near if (one.minimum or 0) <= flip.value <= (one.maximum or 0)]
    return Topic(one.key, next(iter([*inside, *near]), None), flips_inside=bool(inside), range=one.range)


def _below(total: str) -> Condition:
    return Condition(ConditionKind.TOTAL_BELOW, Fraction(total))


def _all(*parts: Condition) -> Condition:
    return Condition(ConditionKind.ALL, parts=parts)


_HALVES = Scale(Fraction(0), Fraction(5), Fraction(1, 2))
_WHOLE = Scale(Fraction(1), Fraction(4), Fraction(1))
_MISSED = Condition(ConditionKind.MINIMUM_MISSED)
_MET = Condition(ConditionKind.MINIMUM_MISSED, expected=False)
_COMPLETE = Condition(ConditionKind.FORMAL_OPEN, expected=False)
_RULES: dict[str, tuple[Condition | None, ...]] = {
    "none": (),
    "one that always speaks": (None,),
    "steps of the total": (_below("1"), _below("2"), _below("5/2"), None),
    "steps, none at the top": (_below("1/2"), _below("3/2"), _below("7/2")),
    "only the lowest, only the highest": (_below("7/10"), _below("39/10"), None),
    "a minimum": (_MISSED, _below("5/2"), None),
    "areas": (
        Condition(ConditionKind.AREAS_BELOW, Fraction(1, 2), 2),
        Condition(ConditionKind.AREA_BELOW, Fraction(3, 5)),
        None,
    ),
    "a window above the minimum": (_all(_below("3"), _MET), None),
    "such a window behind another rule": (_below("1"), _all(_all(_below("14/5"), _MET), _COMPLETE), None),
    "that the minimum is met": (_MET, _below("2"), None),
    "formal points": (_all(_COMPLETE, _below("5/2")), _below("3"), None),
}


def _varied_case(
    rules: tuple[Condition | None, ...], scale: Scale, rows: list[tuple[Value | None, ...]], agreed: dict[str, Fraction]
) -> Consolidation:
    """Two areas of two criteria, A1 with a minimum, three reviews; `agreed` holds what people agreed on."""
    catalogue = grid(2, 2, scale)
    first, second = catalogue.areas
    with_minimum = replace(first.criteria[0], minimum=scale.values()[2])
    catalogue = replace(
        catalogue,
        areas=(replace(first, criteria=(with_minimum, first.criteria[1])), second),
        rules=tuple(
            ResultRule(f"R{place}", "", Localised(""), condition, ()) for place, condition in enumerate(rules, 1)
        ),
    )
    keys = [one.key for one in catalogue.criteria]
    reviews = [
        a_review(f"G{place}", {key: row[place] for key, row in zip(keys, rows, strict=True)}, place + 1)
        for place in range(3)
    ]
    consensus = {key: Consensus(key, value, "besprochen") for key, value in agreed.items()}
    return consolidate(an_application(), catalogue, reviews, state=ApplicationState.REVIEWED, consensus=consensus)


@st.composite
def _varied_cases(draw: st.DrawFn, rules: tuple[Condition | None, ...]) -> Consolidation:
    scale = draw(st.sampled_from([_HALVES, _HALVES, _WHOLE]))
    values = st.sampled_from(scale.values())
    answer = st.one_of(values, values, values, st.just(NB), st.none())
    alike = values.map(lambda value: (value,) * 3)
    row = st.one_of(alike, st.tuples(values, values, values), st.tuples(answer, answer, answer))
    agreed = draw(st.dictionaries(st.sampled_from(["A1", "A2", "B1", "B2"]), values, max_size=2))
    return _varied_case(rules, scale, draw(st.lists(row, min_size=4, max_size=4)), agreed)


@pytest.mark.parametrize("rules", _RULES.values(), ids=_RULES)
@settings(max_examples=15)
@given(st.data())
def test_what_follows_from_a_value_is_what_every_value_says(
    rules: tuple[Condition | None, ...], data: st.DataObject
) -> None:
    case = data.draw(_varied_cases(rules))
    key = data.draw(st.sampled_from(["A1", "B2"]))
    every = every_value(case, key)
    assert len(every) == case.catalogue.scale.grades
    for value, figures in every.items():
        assert outcome(case, key, value) == AgreedResult(figures, tuple(nearest_others(case, key, value)))
    assert outcome(case, key, Fraction(1, 3)) is None


@pytest.mark.parametrize("rules", _RULES.values(), ids=_RULES)
@settings(max_examples=25)
@given(st.data())
def test_topics_and_tight_ones_are_those_that_every_value_says(
    rules: tuple[Condition | None, ...], data: st.DataObject
) -> None:
    case = data.draw(_varied_cases(rules))
    step = {"A1": 0, "A2": 1, "B1": 2, "B2": 3}

    def order(topic: Topic) -> tuple[bool, int, Fraction, int]:
        return not topic.flips_inside, topic.flip.steps if topic.flip else 99, -topic.range, step[topic.key]

    expected = [topic_of(case, one) for one in case.criteria if one.causes and one.consensus is None]
    assert topics(case) == tuple(sorted(expected, key=order))
    near = [
        (one, flip)
        for one in case.criteria
        if not one.causes and one.agreed is not None and case.figures.rule_id is not None
        for flip in nearest_others(case, one.key, one.agreed)[:2]
        if flip.steps == 1
    ]
    firsts = {
        one.key: Topic(one.key, flip, flips_inside=False, range=one.range or Fraction(0)) for one, flip in near[::-1]
    }
    assert tight(case) == tuple(firsts[key] for key in step if key in firsts)


def test_between_two_values_with_the_same_rule_another_can_speak() -> None:
    rest: list[tuple[Value | None, ...]] = [(Fraction(7, 2),) * 3] * 3
    case = _varied_case(_RULES["a window above the minimum"], _HALVES, [(Fraction(0),) * 3, *rest], {})
    found = outcome(case, "A1", Fraction(0))
    assert found is not None
    assert [(flip.value, flip.steps, flip.below) for flip in found.flips] == [(Fraction(1), 2, False)]
    assert [figures.rule_id for figures in every_value(case, "A1").values()] == ["R2"] * 2 + ["R1"] * 7 + ["R2"] * 2


def test_a_flip_inside_the_scores_comes_before_a_nearer_one_outside() -> None:
    rows: list[tuple[Value | None, ...]] = [(Fraction(1), Fraction(3), Fraction(3)), *[(Fraction(5, 2),) * 3] * 3]
    case = _varied_case((_below("7/4"), _below("22/10"), None), _HALVES, rows, {})
    (topic,) = topics(case)
    assert topic.flip is not None
    assert (topic.key, topic.flips_inside, topic.range) == ("A1", True, 2)
    assert (topic.flip.value, topic.flip.steps, topic.flip.below) == (Fraction(1), 4, True)
    assert [flip.steps for flip in nearest_others(case, "A1", Fraction(3))] == [4, 1]


def test_without_a_rule_that_speaks_nothing_is_tight() -> None:
    rows: list[tuple[Value | None, ...]] = [(Fraction(5, 2),) * 3] * 4
    case = _varied_case((_below("2"),), _HALVES, rows, {})
    assert [flip.steps for flip in nearest_others(case, "A2", Fraction(5, 2))] == [1]
    assert tight(case) == ()


def test_of_two_flips_one_step_away_the_lower_one_is_told() -> None:
    rows: list[tuple[Value | None, ...]] = [(Fraction(5, 2),) * 3] * 4
    case = _varied_case((_below("2"), _below("41/20"), None), _HALVES, rows, {})
    assert [flip.steps for flip in nearest_others(case, "B1", Fraction(5, 2))] == [1, 1]
    told = {topic.key: topic.flip for topic in tight(case)}
    assert told.keys() == {"A1", "A2", "B1", "B2"}
    assert all(flip is not None and flip.below for flip in told.values())


def test_a_criterion_nobody_scored_is_tight_where_people_agreed_and_has_no_range() -> None:
    rows: list[tuple[Value | None, ...]] = [*[(Fraction(5, 2),) * 3] * 3, (None,) * 3]
    case = _varied_case((_below("2"), None), _HALVES, rows, {"B2": Fraction(5, 2)})
    assert {topic.key: topic.range for topic in tight(case)} == dict.fromkeys(("A1", "A2", "B1", "B2"), Fraction(0))


def test_what_has_no_value_is_not_tight_even_where_a_rule_speaks_without_it() -> None:
    rows: list[tuple[Value | None, ...]] = [*[(Fraction(5, 2),) * 3] * 3, (None,) * 3]
    case = _varied_case((Condition(ConditionKind.FORMAL_OPEN), None), _HALVES, rows, {})
    spoken = consolidate(
        case.application,
        case.catalogue,
        [one.review for one in case.reviews],
        state=ApplicationState.REVIEWED,
        formal_open=1,
    )
    assert (spoken.figures.rule_id, spoken.criterion("B2").agreed) == ("R1", None)
    assert tight(spoken) == ()
