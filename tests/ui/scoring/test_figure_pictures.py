"""A kept picture of a figure looks like the figure painted at once."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter

from reviewer_app.domain.scale import NB, Value
from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigureCache, FigurePainter
from tests.factories.catalogues import muster

BOX = QRectF(3, 2, 55, 28)


def paper(theme: Theme, ratio: float, behind: str) -> QImage:
    image = QImage(round(60 * ratio), round(32 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color(behind))
    return image


def kept(theme: Theme, pictures: FigureCache, value: Value | None, behind: str, ratio: float = 1.0) -> QImage:
    image = paper(theme, ratio, behind)
    painter = QPainter(image)
    pictures.paint_in(painter, cell(value), BOX, 1.0, behind)
    painter.end()
    return image


def cell(value: Value | None) -> Figure:
    return score_figures.cell(value, muster().scale, (40.0, 23.0), minimum=Fraction(3), label="offen")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("value", [Fraction(7, 2), Fraction(1), NB, None])
@pytest.mark.parametrize("behind", ["surface", "selected"])
def test_a_kept_picture_is_the_figure_dot_by_dot(
    theme: Theme, owner: QObject, value: Value | None, behind: str, ratio: float
) -> None:
    at_once = paper(theme, ratio, behind)
    painter = QPainter(at_once)
    FigurePainter(painter, theme).paint_in(cell(value), BOX, 1.0)
    painter.end()
    pictures = FigureCache(theme, owner)
    first = kept(theme, pictures, value, behind, ratio)
    assert first == at_once
    assert kept(theme, pictures, value, behind, ratio) == first


def test_another_theme_and_another_ground_are_other_pictures(theme: Theme, owner: QObject) -> None:
    pictures = FigureCache(theme, owner)
    light = kept(theme, pictures, None, "surface")
    assert kept(theme, pictures, None, "selected") != light
    theme.choose(scheme=Scheme.DARK)
    assert kept(theme, pictures, None, "surface") != light


@pytest.fixture
def owner(theme: Theme) -> QObject:
    return QObject(theme)
