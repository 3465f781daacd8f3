"""The axis of scores: a shape for each reviewer, columns for many, never higher than the axis has room."""

from fractions import Fraction

import pytest

from reviewer_app.exports.figure_shapes import Rectangle
from reviewer_app.exports.figures import Strip
from reviewer_app.ui.scoring.spread_axis import ROW_HEIGHT, axis, row_strip
from tests.factories.catalogues import muster


def strip(scores: list[str]) -> Strip:
    values = tuple((f"G{place}", Fraction(score)) for place, score in enumerate(scores, 1))
    return Strip("B1", values, muster().scale, Fraction(3), Fraction(3), flagged=False)


def test_many_reviewers_are_columns_of_their_number() -> None:
    figure = axis(strip(["3"] * 12 + ["4"] * 6), 600, "de", "Median", "Min")
    columns = [shape for shape in figure.shapes if isinstance(shape, Rectangle) and shape.fill == "ink_2"]
    assert len(columns) == 2
    tall, short = (column.height for column in columns)
    assert tall > short > tall / 3
    assert max(column.y + column.height for column in columns) < 47


@pytest.mark.parametrize("reviewers", [1, 3, 6, 7, 20])
def test_a_row_holds_its_strip(reviewers: int) -> None:
    figure = row_strip(strip(["3"] * reviewers))
    assert figure.height <= ROW_HEIGHT
