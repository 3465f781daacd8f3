"""What to talk about first, on the worked case of the design."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.consolidation import Consensus, Consolidation, consolidate
from reviewer_app.domain.reviews.discussion import Outcome, flips, outcome, results, rule_of, tight, topics
from reviewer_app.domain.reviews.robustness import Probe, probes, strongest
from tests.factories.catalogues import muster
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
    assert rule_of(case.figures) == "R4"
    flipped = {one.subject: rule_of(one.figures) for one in probes(case) if one.flips}
    assert flipped == {"G1": "R5", "G2": "R3"}


def test_every_probe_of_the_worked_case(case: Consolidation) -> None:
    found = {(one.probe, one.subject): one.figures for one in probes(case)}
    told = {key: (locale.points(figures.total, (), "de"), rule_of(figures)) for key, figures in found.items()}
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
    assert (first.value, first.steps, first.below, rule_of(first.figures)) == (Fraction(5, 2), 2, True, "R3")


def test_a_topic_is_gone_once_it_has_a_consensus() -> None:
    agreed = {"B1": Consensus("B1", Fraction(7, 2), "besprochen")}
    assert [topic.key for topic in topics(worked(agreed))] == ["B5", "C3"]


def test_tight_ones_flip_by_a_single_step_without_being_disputed(case: Consolidation) -> None:
    assert [topic.key for topic in tight(case)] == ["D4"]
    flip = tight(case)[0].flip
    assert flip is not None
    assert (flip.value, rule_of(flip.figures)) == (Fraction(2), "R3")


def test_every_value_of_the_scale_has_a_result(case: Consolidation) -> None:
    found = results(case, "B1")
    assert list(found) == list(muster().scale.values())
    assert {rule_of(figures) for value, figures in found.items() if value < 3} == {"R3"}
    below, *_ = flips(found, Fraction(7, 2), Fraction(1, 2))
    assert below.value == Fraction(5, 2)
    assert flips(found, Fraction(1, 3), Fraction(1, 2)) == ()


@settings(max_examples=20)
@given(st.lists(st.tuples(*[st.integers(0, 10)] * 3), min_size=20, max_size=20))
def test_the_short_way_to_what_a_value_does_finds_what_every_value_says(scores: list[tuple[int, int, int]]) -> None:
    keys = [one.key for one in muster().criteria]
    reviews = [
        a_review(name, {key: Fraction(row[place], 2) for key, row in zip(keys, scores, strict=True)}, place + 1)
        for place, name in enumerate(("Eins", "Zwei", "Drei"))
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED)
    for one in case.criteria[::4]:
        every = results(case, one.key)
        for value in list(every)[::3]:
            assert outcome(case, one.key, value) == Outcome(every[value], flips(every, value, Fraction(1, 2)))
        assert outcome(case, one.key, Fraction(1, 3)) is None


def test_a_criterion_nobody_could_judge_is_a_topic_without_a_flip() -> None:
    table = rows()
    from reviewer_app.domain.scale import NB

    reviews = [
        a_review(name, {key: NB if key == "C3" else values[0] for key, values in table.items()}, place)
        for place, name in enumerate(("Eins", "Zwei"), 1)
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED)
    topic = next(one for one in topics(case) if one.key == "C3")
    assert topic.flip is None
    assert tight(case) == ()
