"""Consolidation against the worked example and an independent oracle."""

import statistics
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import permutations
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.consolidation import (
    Cause,
    Consensus,
    ConsensusOrigin,
    Lapse,
    Lapsed,
    consolidate,
    consolidate_criterion,
    labelled,
    median,
    needs_reason,
)
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.domain.reviews.scoring import Reason
from reviewer_app.domain.scale import NB, Scale, Value
from tests.factories.catalogues import muster, tiny
from tests.factories.reviews import a_review, an_application

HALVES = st.integers(0, 10).map(lambda n: Fraction(n, 2))


def scores(text: str) -> list[Value]:
    return [NB if word == "nb" else Fraction(word) for word in text.split()]


def test_worked_example() -> None:
    """Medians, means, two flags, 18 of 25 points."""
    rows = [scores("4 3.5 3 4 3.5"), scores("3.5 4 2.5 4 3"), scores("2 4 3.5 3.5 nb")]
    catalogue = muster()
    figures = [
        consolidate_criterion(catalogue, criterion, values)
        for criterion, values in zip(catalogue.areas[0].criteria, zip(*rows, strict=True), strict=True)
    ]
    assert [one.agreed for one in figures] == scores("3.5 4 3 4 3.5")
    assert [one.mean for one in figures] == [Fraction(n, 6) for n in (19, 23, 18, 23)] + [Fraction(13, 4)]
    assert {one.key: one.causes for one in figures if one.causes} == {
        "A1": (Cause.RANGE, Cause.MINIMUM),
        "A5": (Cause.NOT_ASSESSABLE,),
    }
    assert sum((one.points or 0) for one in figures) == 18


@given(st.lists(HALVES, min_size=1, max_size=60))
def test_median_equals_the_standard_library(values: list[Fraction]) -> None:
    assert median(values) == statistics.median(values)


@given(st.fractions(0, 5, max_denominator=120))
def test_step_takes_the_nearest_with_ties_upward(value: Fraction) -> None:
    scale = Scale(Fraction(0), Fraction(5), Fraction(1, 2))
    nearest = max(scale.values(), key=lambda one: (-abs(one - value), one))
    assert scale.on_step(value) == nearest


@given(st.lists(st.one_of(HALVES, st.just(NB), st.none()), max_size=12))
def test_a_criterion_equals_an_independent_count(values: list[Value | None]) -> None:
    """A1 of the Musterkatalog weighs 6 of a scale to 5 and has a minimum of 3; n. b. and not scored are no numbers."""
    one = consolidate_criterion(muster(), muster().criteria[0], values)
    numbers = [value for value in values if isinstance(value, Fraction)]
    assert (one.key, one.n, one.not_assessable) == ("A1", len(numbers), values.count(NB))
    if not numbers:
        reason = Reason.NOT_ASSESSABLE if NB in values else Reason.NOT_SCORED
        assert (one.mean, one.median, one.minimum, one.maximum, one.range) == (None,) * 5
        assert (one.suggested, one.agreed, one.points, one.reason) == (None, None, None, reason)
        assert (one.below_minimum, one.notice) == (False, False)
        return
    median_ = statistics.median(numbers)
    agreed = Fraction(floor(2 * median_ + Fraction(1, 2)), 2)
    assert (one.mean, one.median, one.minimum, one.maximum) == (
        statistics.mean(numbers),
        median_,
        min(numbers),
        max(numbers),
    )
    assert one.range == max(numbers) - min(numbers)
    assert (one.suggested, one.agreed, one.points, one.reason) == (agreed, agreed, 6 * agreed / 5, None)
    assert one.below_minimum is (agreed < 3)


@pytest.mark.parametrize(
    ("given_scores", "causes", "notice"),
    [
        ("4 4", (), False),
        ("3 3.5", (), False),
        ("3 4", (), True),
        ("3 4.5", (), True),
        ("3 5", (Cause.RANGE,), False),
        ("2.5 3", (Cause.MINIMUM,), False),
        ("1.5 2.5", (), True),
        ("2 4", (Cause.RANGE, Cause.MINIMUM), False),
        ("4 4 nb", (Cause.NOT_ASSESSABLE,), False),
        ("1 3 nb", (Cause.RANGE, Cause.MINIMUM, Cause.NOT_ASSESSABLE), False),
        ("nb", (Cause.NOT_ASSESSABLE,), False),
        ("", (), False),
    ],
)
def test_a_criterion_is_flagged_by_its_spread_its_minimum_and_n_b(
    given_scores: str, causes: tuple[Cause, ...], *, notice: bool
) -> None:
    """Of A1: from 2 apart it is to be discussed, from 1 it is worth a look; its minimum is 3."""
    one = consolidate_criterion(muster(), muster().criteria[0], scores(given_scores))
    assert (one.causes, one.notice) == (causes, notice)
    assert (one.needs_discussion, one.is_open) == (bool(causes), bool(causes))
    settled = consolidate_criterion(muster(), muster().criteria[0], scores(given_scores), Consensus("A1", Fraction(4)))
    assert (settled.needs_discussion, settled.is_open, settled.agreed) == (bool(causes), False, 4)


def test_a_criterion_without_minimum_is_never_below_it_nor_flagged_by_it() -> None:
    one = consolidate_criterion(muster(), muster().criterion("A3"), scores("0 1.5"))
    assert (one.below_minimum, one.causes) == (False, ())
    assert consolidate_criterion(muster(), muster().criteria[0], scores("3 3")).below_minimum is False


def test_zero_is_a_score() -> None:
    one = consolidate_criterion(muster(), muster().criteria[0], [Fraction(0), Fraction(0)])
    assert (one.n, one.mean, one.agreed, one.points, one.below_minimum) == (2, 0, 0, 0, True)


def test_drafts_excluded_people_and_withdrawn_applications_do_not_count() -> None:
    full = dict.fromkeys([criterion.key for criterion in muster().criteria], Fraction(4))
    reviews = [
        a_review("a", full, 1),
        a_review("b", full, 2, ReviewState.DRAFT),
        a_review("c", full | {"A1": Fraction(0)}, 3),
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED, excluded=frozenset({"c"}))
    assert [one.review.id for one in case.counted] == ["a"]
    assert case.figures.total == 80
    assert case.criterion("A1").n == 1
    told = [(one.review.id, one.label, one.counted, one.total, one.reason) for one in case.reviews]
    assert told == [("a", "G1", True, 80, None), ("b", "", False, None, None), ("c", "", False, None, None)]


def test_of_a_withdrawn_application_nothing_counts_and_nothing_follows() -> None:
    full = dict.fromkeys([criterion.key for criterion in muster().criteria], Fraction(4))
    reviews, withdrawn = (
        [a_review("b", full, 2), a_review("a", full, 1)],
        replace(an_application(), withdrawn=date(2026, 9, 1)),
    )
    case = consolidate(withdrawn, muster(), reviews, state=ApplicationState.WITHDRAWN, formal_open=1)
    assert case.counted == ()
    assert [(one.review.id, one.counted, one.reason) for one in case.reviews] == [
        ("a", False, Reason.WITHDRAWN),
        ("b", False, Reason.WITHDRAWN),
    ]
    assert (case.figures.total, case.figures.reason, case.suggestion.rule) == (None, Reason.WITHDRAWN, None)
    assert (case.suggestion.reason, case.formal_open) == (Reason.WITHDRAWN, 1)
    assert (case.application, case.catalogue, case.figures.maximum) == (withdrawn, muster(), 100)
    assert consolidate(an_application(), muster(), (), state=ApplicationState.RECEIVED).formal_open == 0


def test_a_review_has_a_total_only_where_every_criterion_has_a_number() -> None:
    full: dict[str, Value | None] = {one.key: Fraction(4) for one in muster().criteria}
    reviews = [
        a_review("a", full, 1),
        a_review("b", full | {"A2": None}, 2),
        a_review("c", full | {"D5": NB}, 3),
        a_review("d", full | {"A1": Fraction(5)}, 4),
    ]
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED)
    assert [(one.total, one.reason) for one in case.reviews] == [
        (80, None),
        (None, Reason.NOT_SCORED),
        (None, Reason.NOT_ASSESSABLE),
        (Fraction(406, 5), None),
    ]


def test_labels_follow_the_number_then_the_name_in_whatever_order_they_came() -> None:
    reviews = [a_review(name, {}, number) for name, number in (("c", 2), ("b", 2), ("d", 1))]
    for order in permutations(reviews):
        assert [(label, one.id) for label, one in labelled(order)] == [("G1", "d"), ("G2", "b"), ("G3", "c")]


def test_what_is_open_unsettled_or_undisputed() -> None:
    """A1 is agreed on although flagged, A2 flagged and open, A3 nobody could judge, A4 undisputed, A5 taken."""
    answers = {"A1": "2 4", "A2": "2 4", "A3": "nb nb", "A4": "4 4", "A5": "4 4"}
    keys = [one.key for one in muster().criteria]
    reviews = [
        a_review(name, {key: scores(answers.get(key, "4 4"))[place] for key in keys}, place + 1)
        for place, name in enumerate("ab")
    ]
    consensus = {
        "A1": Consensus("A1", Fraction(3), "Grund"),
        **{key: Consensus(key, Fraction(4), origin=ConsensusOrigin.TAKEN) for key in keys[4:]},
    }
    case = consolidate(an_application(), muster(), reviews, state=ApplicationState.REVIEWED, consensus=consensus)
    assert [one.key for one in case.open_criteria] == ["A2", "A3"]
    assert [one.key for one in case.unsettled] == ["A2", "A3"]
    assert [one.key for one in case.undisputed] == ["A4"]
    assert (case.criterion("A3").agreed, case.criterion("A1").agreed) == (None, 3)
    with pytest.raises(KeyError):
        case.criterion("Z9")


def test_what_nobody_scored_is_unsettled_without_being_flagged() -> None:
    case = consolidate(an_application(), tiny(), [a_review("a", {})], state=ApplicationState.REVIEWED)
    assert (case.open_criteria, [one.key for one in case.unsettled], case.undisputed) == ((), ["X1"], ())


def test_open_formal_points_and_the_procedure_reach_the_rules() -> None:
    full = dict.fromkeys([criterion.key for criterion in muster().criteria], Fraction(4))
    review, state = a_review("a", full), ApplicationState.REVIEWED
    rules = [
        consolidate(application, muster(), [review], state=state, formal_open=formal_open).suggestion.rule
        for application, formal_open in (
            (an_application(), 1),
            (an_application(), 0),
            (an_application(procedure="x"), 0),
        )
    ]
    assert [rule.id if rule else None for rule in rules] == ["R1", "R5", None]
    assert consolidate(an_application(), muster(), [review], state=state).suggestion.rule == muster().rules[-1]


@pytest.mark.parametrize(
    ("value", "flagged", "expected"),
    [("3.5", False, False), ("4", False, False), ("4.5", False, True), ("3.5", True, True)],
)
def test_a_reason_is_compulsory_when_it_deviates_or_is_flagged(value: str, *, flagged: bool, expected: bool) -> None:
    values = scores("3.5 3.5 3.5") + ([NB] if flagged else [])
    one = consolidate_criterion(muster(), muster().criteria[2], values)
    assert needs_reason(muster(), one, Fraction(value)) is expected


def test_where_nobody_gave_a_number_a_value_needs_no_reason_for_leaving_the_median() -> None:
    assert needs_reason(muster(), consolidate_criterion(muster(), muster().criteria[2], []), Fraction(5)) is False


def test_a_reason_is_compulsory_below_the_median_as_above_it() -> None:
    one = consolidate_criterion(muster(), muster().criteria[2], scores("3.5"))
    assert [needs_reason(muster(), one, Fraction(value)) for value in ("2.5", "3", "4", "4.5")] == [
        True,
        False,
        False,
        True,
    ]


def test_consensus_replaces_the_median_and_both_stay() -> None:
    criterion = muster().criteria[0]
    one = consolidate_criterion(muster(), criterion, scores("3 3.5"), Consensus("A1", Fraction(4), "Grund"))
    assert (one.median, one.suggested, one.agreed) == (Fraction(13, 4), Fraction(7, 2), 4)


def test_another_scale_works_like_any_other() -> None:
    catalogue = tiny()
    case = consolidate(
        an_application(),
        catalogue,
        [a_review("a", {"X1": Fraction(7)}), a_review("b", {"X1": Fraction(8)}, 2)],
        state=ApplicationState.REVIEWED,
    )
    assert case.criteria[0].agreed == 8
    assert case.figures.total == Fraction(8, 10)
    assert case.suggestion.reason is Reason.NO_RULES


@pytest.mark.parametrize(
    ("given_scores", "value", "origin", "because"),
    [
        ("4 4", "4", ConsensusOrigin.TAKEN, None),
        ("4 4 4", "4", ConsensusOrigin.TAKEN, None),
        ("4 3.5 3.5", "4", ConsensusOrigin.TAKEN, Lapse.MEDIAN),
        ("4 4 0", "4", ConsensusOrigin.TAKEN, Lapse.DISCUSSION),
        ("4 4 nb", "4", ConsensusOrigin.TAKEN, Lapse.DISCUSSION),
        ("", "4", ConsensusOrigin.TAKEN, Lapse.MEDIAN),
        ("4 3.5 3.5", "4", ConsensusOrigin.ENTERED, None),
        ("4 4 0", "4", ConsensusOrigin.ENTERED, None),
    ],
)
def test_a_value_taken_over_is_open_again_when_the_median_moves_or_is_disputed(
    given_scores: str, value: str, origin: ConsensusOrigin, because: Lapse | None
) -> None:
    """What people entered stands; what was taken over holds only as long as it is the undisputed median."""
    criterion = muster().criteria[0]
    consensus = Consensus("A1", Fraction(value), origin=origin, median=Fraction(4))
    one = consolidate_criterion(muster(), criterion, scores(given_scores), consensus)
    assert one.lapsed == (Lapsed(consensus, because) if because else None)
    assert one.consensus == (None if because else consensus)
    assert one.agreed == (one.suggested if because else Fraction(value))
    fixed = consolidate_criterion(muster(), criterion, scores(given_scores), consensus, released=True)
    assert (fixed.lapsed, fixed.agreed) == (None, Fraction(value))
