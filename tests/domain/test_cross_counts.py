"""Counts keep the order they are given, leave out what never occurs, and add up."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.cross_counts import CrossCount, cross_count


def test_keys_stand_in_the_given_order_and_others_behind_them() -> None:
    found = cross_count([("b", "y"), ("a", "x"), ("b", "y"), ("c", "x")], rows=("b", "nie"), columns=("y", "x"))
    assert (found.rows, found.columns) == (("b", "a", "c"), ("y", "x"))
    assert found.counts == ((2, 0), (0, 1), (0, 1))


def test_nothing_counts_to_nothing() -> None:
    assert (cross_count([]), cross_count([]).total, cross_count([]).column_totals) == (CrossCount(), 0, ())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"))))
def test_sums_agree(pairs: list[tuple[str, str]]) -> None:
    found = cross_count(pairs)
    assert sum(found.row_totals) == sum(found.column_totals) == found.total == len(pairs)
