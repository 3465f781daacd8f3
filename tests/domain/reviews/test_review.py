"""Member numbers are drawn by lot, so that they do not tell who was entered first."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.reviews.review import drawn_number


@given(st.sets(st.integers(1, 150), max_size=80), st.randoms(use_true_random=False))
def test_a_number_that_nobody_has_is_drawn(taken: set[int], chance: Random) -> None:
    number = drawn_number(taken, chance.randrange)
    assert number not in taken
    assert 1 <= number <= (99 if len(taken) < 50 else 999)


def test_every_free_number_can_be_drawn_and_none_twice() -> None:
    places = iter((0, 97, 40))
    numbers: list[int] = []
    for _ in range(3):
        numbers.append(drawn_number(numbers, lambda _free: next(places)))
    assert numbers == [1, 99, 42]


def test_those_who_come_first_do_not_have_the_lowest_numbers() -> None:
    orders = set()
    for _ in range(60):
        numbers: list[int] = []
        for _ in range(4):
            numbers.append(drawn_number(numbers))
        orders.add(tuple(sorted(range(4), key=numbers.__getitem__)))
    assert len(orders) > 10
