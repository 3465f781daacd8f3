"""Pages on screens of every kind: a picture lies on whole pixels of the screen, and dark paper never inverts it."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.pdf.page_painting import Fill, ShownPage, TintedPages, align, paint_page

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
    paint_page(painter, theme, ShownPage(0, box, 1.0, stripes(columns, rows)))
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
    paint_page(painter, theme, ShownPage(0, QRectF(0, 0, 40, 40), 1.0, image))
    painter.end()
    paper, seen = theme.color("paper"), screen.pixelColor(20, 20)
    for channel in ("red", "green", "blue"):
        dimmed = getattr(color, channel)() * getattr(paper, channel)() / 255
        assert abs(getattr(seen, channel)() - dimmed) <= 2
    theme.choose(scheme=Scheme.LIGHT)


class Filled:
    """An overlay that fills what it is told to."""

    def __init__(self, *fills: Fill) -> None:
        self.given = list(fills)

    def fills(self, _page: int, scale: float) -> list[Fill]:
        return [(QRectF(box.topLeft() * scale, box.size() * scale), color) for box, color in self.given]

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint nothing over the words."""


def grey(value: int) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(value, value, value))
    return image


def painted(
    theme: Theme, image: QImage, overlay: Filled, tinted: TintedPages | None, scale: float = 1.0, page: int = 0
) -> QImage:
    screen = QImage(80, 80, QImage.Format.Format_RGB32)
    screen.fill(WHITE)
    painter = QPainter(screen)
    paint_page(painter, theme, ShownPage(page, QRectF(0, 0, 40 * scale, 40 * scale), scale, image), [overlay], tinted)
    painter.end()
    return screen


LEFT, RIGHT, BOTH = QRectF(0, 0, 20, 40), QRectF(20, 0, 20, 40), QRectF(0, 0, 40, 40)


def test_fills_lie_under_the_words_and_later_ones_above_earlier_ones(theme: Theme) -> None:
    screen = painted(theme, grey(100), Filled((BOTH, QColor(255, 0, 0)), (RIGHT, QColor(0, 255, 0))), None)
    assert screen.pixelColor(5, 20) == QColor(100, 0, 0)
    assert screen.pixelColor(30, 20) == QColor(0, 100, 0)


def test_what_is_kept_never_outlives_a_change_of_fills_picture_size_or_theme(theme: Theme) -> None:
    tinted, red, image = TintedPages(), Filled((LEFT, QColor(255, 0, 0))), grey(100)
    green, other = Filled((LEFT, QColor(0, 255, 0))), grey(200)
    for one, overlay, scale in (
        (image, red, 1.0),
        (image, red, 1.0),
        (image, green, 1.0),
        (other, green, 1.0),
        (other, green, 2.0),
    ):
        kept, anew = painted(theme, one, overlay, tinted, scale), painted(theme, one, overlay, None, scale)
        assert kept == anew
    theme.choose(scheme=Scheme.DARK)
    assert painted(theme, other, green, tinted) == painted(theme, other, green, None)
    theme.choose(scheme=Scheme.LIGHT)
    assert painted(theme, other, green, tinted) == painted(theme, other, green, None)


def test_of_pages_out_of_sight_the_newest_keep_what_was_filled_and_none_its_whole_picture(theme: Theme) -> None:
    tinted, red = TintedPages(), Filled((LEFT, QColor(255, 0, 0)))
    for page in range(40):
        painted(theme, grey(100), red, tinted, page=page)
    tinted.show_pages([0, 39])
    assert tinted.pages == {0, *range(15, 40)}
    theme.choose(scheme=Scheme.DARK)
    painted(theme, grey(100), red, tinted, page=39)
    tinted.show_pages([38])
    assert 39 not in tinted.pages
    theme.choose(scheme=Scheme.LIGHT)


def test_a_picture_is_never_tinted_itself(theme: Theme) -> None:
    image = grey(100)
    painted(theme, image, Filled((BOTH, QColor(255, 0, 0))), TintedPages())
    assert image == grey(100)
