"""Consolidation against the worked example and an independent oracle."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import NB, Scale, Value
from reviewer_app.domain.consolidation import (
    Cause,
    Consensus,
    consolidate,
    consolidate_criterion,
    median,
    needs_reason,
)
from reviewer_app.domain.review import ReviewState
from reviewer_app.domain.scoring import Reason
from tests.factories.catalogues import muster, tiny
from tests.factories.reviews import a_review, an_application

HALVES = st.integers(0, 10).map(lambda n: Fraction(n, 2))


def scores(text: str) -> list[Value]:
    return [NB if word == "nb" else Fraction(word) for word in text.split()]


def test_worked_example() -> None:
    """domain.md 4.6: medians, means, two flags, 18 of 25 points."""
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
def test_not_assessable_and_unscored_never_count_as_numbers(values: list[Value | None]) -> None:
    one = consolidate_criterion(muster(), muster().criteria[0], values)
    numbers = [value for value in values if isinstance(value, Fraction)]
    assert one.n == len(numbers)
    assert one.mean == (statistics.mean(numbers) if numbers else None)
    assert (one.agreed is None) == (not numbers)


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


@pytest.mark.parametrize(
    ("value", "flagged", "expected"),
    [("3.5", False, False), ("4", False, False), ("4.5", False, True), ("3.5", True, True)],
)
def test_a_reason_is_compulsory_when_it_deviates_or_is_flagged(value: str, *, flagged: bool, expected: bool) -> None:
    values = scores("3.5 3.5 3.5") + ([NB] if flagged else [])
    one = consolidate_criterion(muster(), muster().criteria[2], values)
    assert needs_reason(muster(), one, Fraction(value)) is expected


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
