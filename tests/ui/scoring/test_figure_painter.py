"""One drawing description: what paper shows, the window shows in its own colours."""

from fractions import Fraction

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import NB, Value
from reviewer_app.exports import figures
from reviewer_app.exports.figure_shapes import (
    COLOURS,
    Circle,
    Figure,
    Polygon,
    Rectangle,
    StraightLine,
    Stroke,
    TextShape,
)
from reviewer_app.exports.figures import Strip
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import COLOURED, Scheme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigurePainter
from reviewer_app.ui.scoring.spread_axis import axis, row_strip
from tests.factories.catalogues import muster


def painted(theme: Theme, figure: Figure, scale: float = 1.0) -> QImage:
    image = QImage(round(figure.width * scale), round(figure.height * scale), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    FigurePainter(painter, theme).paint(figure, 0, image.height(), scale)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("scheme", COLOURED)
def test_every_colour_of_a_drawing_has_one_in_the_window(theme: Theme, scheme: Scheme) -> None:
    theme.choose(scheme=scheme)
    painter = FigurePainter(QPainter(), theme)
    assert all(isinstance(painter.color(token), QColor) for token in COLOURS)
    assert painter.color("fill_2") == theme.score_fill(2)
    assert painter.color("minimum") == theme.color("err_line")


def test_every_kind_of_shape_is_painted(theme: Theme) -> None:
    shapes = (
        Rectangle(1, 1, 8, 8, "ok"),
        Rectangle(11, 1, 8, 8, "warn", radius=2),
        StraightLine(1, 15, 19, 15, Stroke("err", 3)),
        Polygon(((21, 1), (29, 1), (25, 9)), "info"),
        Circle(25, 15, 4, "accent"),
        TextShape(31, 3, "M", 16, "ink", "semibold"),
    )
    seen = colours(painted(theme, Figure(50, 20, shapes)))
    for token in ("ok", "warn", "err", "info", "accent"):
        assert theme.color(token).name() in seen
    assert len(seen) > 6


def test_a_drawing_stands_on_its_lower_left_corner(theme: Theme) -> None:
    image = painted(theme, Figure(10, 10, (Rectangle(0, 0, 10, 3, "ok"),)))
    assert image.pixelColor(5, 9) == theme.color("ok")
    assert image.pixelColor(5, 2) == theme.color("surface")


@pytest.mark.parametrize("value", [Fraction(0), Fraction(2), Fraction(7, 2), Fraction(5), NB, None])
@pytest.mark.parametrize("scheme", COLOURED)
def test_cells_show_fill_or_outline(theme: Theme, scheme: Scheme, value: Value | None) -> None:
    theme.choose(scheme=scheme)
    scale = muster().scale
    image = painted(
        theme, score_figures.cell(value, scale, (40, 23), minimum=Fraction(5, 2), label="D1", language="de")
    )
    seen = colours(image)
    if isinstance(value, Fraction):
        assert theme.score_fill(scale.band(value)).name() in seen
        assert (theme.color("err").name() in seen) is (value < Fraction(5, 2))
    else:
        assert theme.color("control").name() in seen


@pytest.mark.parametrize(
    ("share", "band", "sign"),
    [("3/5", 5, Glyph.CHECK), ("599/1000", 2, Glyph.DOWN), ("1/2", 2, Glyph.DOWN), ("499/1000", 0, Glyph.DOWN)],
)
def test_meters_take_the_exact_share(share: str, band: int, sign: Glyph) -> None:
    catalogue, exact = muster(), Fraction(share)
    ticks, _ = catalogue.thresholds()
    assert score_figures.bar_band(exact, ticks, Fraction(3, 5)) == band
    area = AreaFigures("A", exact * 25, Fraction(25), exact)
    assert score_figures.area_sign(area, catalogue) is sign
    assert len(score_figures.meter(area, catalogue, 100).shapes) == 2 + 2 * len(ticks)


def test_an_unknown_share_has_neither_bar_nor_sign() -> None:
    area = AreaFigures("A", None, Fraction(25), None)
    assert score_figures.area_sign(area, muster()) is Glyph.NONE
    assert not [one for one in score_figures.meter(area, muster(), 100).shapes if "bar" in str(one)]


@pytest.mark.parametrize("count", [0, 1, 3, 6, 7, 20])
def test_strips_are_drawn_for_any_number_of_reviewers(theme: Theme, count: int) -> None:
    values = tuple((f"G{place + 1}", Fraction(place % 11, 2)) for place in range(count))
    strip = Strip("B1", values, muster().scale, Fraction(7, 2) if count else None, Fraction(3), flagged=True)
    for figure in (row_strip(strip), axis(strip, 640, "de", "Median", "Min"), figures.dot_strip(strip, language="de")):
        image = painted(theme, figure, 1.0 if figure.width > 60 else 3.3)
        assert len(colours(image)) > 1
