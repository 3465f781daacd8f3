"""What follows from agreed scores; the worked case of the design is in test_consolidation."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.scoring import evaluate, varied
from tests.factories.catalogues import muster

_SCORES = st.one_of(st.none(), st.sampled_from(muster().scale.values()))
_KEYS = [one.key for one in muster().criteria]


@settings(max_examples=30)
@given(st.fixed_dictionaries(dict.fromkeys(_KEYS, _SCORES)), st.sampled_from(_KEYS), st.integers(0, 1))
def test_one_value_varied_gives_what_the_whole_catalogue_gives(
    agreed: dict[str, Fraction | None], key: str, formal_open: int
) -> None:
    catalogue = muster()
    at = varied(catalogue, "aufnahme", agreed, key, formal_open)
    for value in catalogue.scale.values():
        assert at(value) == evaluate(catalogue, "aufnahme", agreed | {key: value}, formal_open)


def test_an_area_knows_the_sum_of_its_weights() -> None:
    for area in muster().areas:
        assert area.maximum == sum(criterion.weight for criterion in area.criteria)
