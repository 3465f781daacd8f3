"""Pages on screens of every kind: a picture lies on whole pixels of the screen, and dark paper never inverts it."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer_app.ui.pdf.page_painting import ShownPage, align, paint_page
from reviewer_app.ui.settings import Scheme
from reviewer_app.ui.theme import Theme

RED, BLACK, WHITE = QColor(230, 40, 30), QColor(0, 0, 0), QColor(255, 255, 255)


def stripes(columns: int, rows: int) -> QImage:
    """Return a picture whose columns are black and white by turns: anything not exact makes grey of it."""
    image = QImage(columns, rows, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    for x in range(0, columns, 2):
        for y in range(rows):
            image.setPixelColor(x, y, BLACK)
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("left", [0, 1, 3])
def test_a_picture_is_shown_pixel_for_pixel_at_every_density_of_the_screen(
    theme: Theme, ratio: float, left: int
) -> None:
    columns, rows = 84, 60
    screen = QImage(150 * 3, 100 * 3, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(WHITE)
    painter = QPainter(screen)
    painter.translate(left, 7)
    align(painter)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    box = QRectF(QPointF(round(5 * ratio) / ratio, round(9 * ratio) / ratio), QPointF())
    box.setSize(QRectF(0, 0, columns / ratio, rows / ratio).size())
    paint_page(painter, theme, ShownPage(0, box, 1.0, stripes(columns, rows)), None)
    painter.end()
    x, y = round(left * ratio) + round(5 * ratio), round(7 * ratio) + round(9 * ratio)
    shown = screen.copy(x, y, columns, rows)
    shown.setDevicePixelRatio(1)
    assert shown.convertToFormat(QImage.Format.Format_RGB32) == stripes(columns, rows)


@pytest.mark.parametrize("color", [RED, BLACK, WHITE, QColor(20, 60, 200)])
def test_dark_paper_dims_a_picture_and_keeps_its_colours(theme: Theme, color: QColor) -> None:
    theme.choose(scheme=Scheme.DARK)
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(color)
    screen = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(screen)
    paint_page(painter, theme, ShownPage(0, QRectF(0, 0, 40, 40), 1.0, image), None)
    painter.end()
    paper, seen = theme.color("paper"), screen.pixelColor(20, 20)
    for channel in ("red", "green", "blue"):
        dimmed = getattr(color, channel)() * getattr(paper, channel)() / 255
        assert abs(getattr(seen, channel)() - dimmed) <= 2
    theme.choose(scheme=Scheme.LIGHT)
