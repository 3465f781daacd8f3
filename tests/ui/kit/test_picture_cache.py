"""Pictures that are kept: made when nothing else is to be done, the same as what was painted, gone with the theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.picture_cache import PictureCache
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme

PLACE = QRect(12, 7, 80, 24)


class Cells:
    """Paints words and counts how often."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.painted = 0

    def paint(self, painter: QPainter) -> None:
        self.painted += 1
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.color("text"))
        painter.drawText(PLACE, Qt.AlignmentFlag.AlignVCenter, "Größe 3,5")


@pytest.fixture
def kept(theme: Theme) -> Iterator[PictureCache]:
    pictures = PictureCache(theme, theme, most=3)
    yield pictures
    pictures.deleteLater()


def drawn(kept: PictureCache, cells: Cells, value: object, look: str = "") -> QImage:
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(cells.theme.color("surface"))
    painter = QPainter(image)
    kept.draw(painter, PLACE, value, look, "surface", cells.paint)
    painter.end()
    return image


def test_the_second_time_a_picture_is_drawn_that_is_the_same(theme: Theme, kept: PictureCache, qtbot: QtBot) -> None:
    cells, value = Cells(theme), object()
    first = drawn(kept, cells, value)
    qtbot.waitUntil(lambda: kept.count == 1)
    painted = cells.painted
    assert drawn(kept, cells, value) == first
    assert cells.painted == painted
    assert first.pixelColor(QPoint(0, 0)) == theme.color("surface")


def test_another_value_or_look_has_a_picture_of_its_own_and_the_oldest_go(
    theme: Theme, kept: PictureCache, qtbot: QtBot
) -> None:
    cells, values = Cells(theme), [object() for _ in range(4)]
    for value in values:
        drawn(kept, cells, value)
        drawn(kept, cells, value, "narrow")
    qtbot.waitUntil(lambda: kept.count == 3)
    assert cells.painted == 8 + 3


def test_other_colours_leave_no_picture(theme: Theme, kept: PictureCache, qtbot: QtBot) -> None:
    theme.choose(scheme=Scheme.LIGHT)
    cells, value = Cells(theme), object()
    before = drawn(kept, cells, value)
    qtbot.waitUntil(lambda: kept.count == 1)
    theme.choose(scheme=Scheme.DARK)
    assert kept.count == 0
    assert drawn(kept, cells, value) != before
