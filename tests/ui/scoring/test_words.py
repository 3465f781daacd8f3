"""Points in words: one is not many, in both languages and on every page."""

import pytest

from resources import messages
from reviewer_app.ui.scoring.words import below, out_of, points_of


def test_one_point_is_no_points() -> None:
    assert [points_of("0,5", one) for one in ("1", "66")] == ["0,5 von 1 Punkt", "0,5 von 66 Punkten"]
    assert [out_of(one) for one in ("1", "100")] == ["von 1 Punkt", "von 100 Punkten"]
    assert [below("0,5", one) for one in ("1", "70")] == ["0,5 unter 1 Punkt", "0,5 unter 70 Punkten"]


@pytest.mark.parametrize(("language", "said"), [("de", "0,5 von 1 Punkt"), ("en", "0.5 of 1 point")])
def test_the_sheet_says_so_too(language: str, said: str) -> None:
    points = said.partition(" ")[0]
    assert messages.text("sheet.criteria.points_of", language, points=points, maximum="1", n=1) == said
