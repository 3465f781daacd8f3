"""User space, the page as shown, the frame of a line."""

import math

import pytest

from reviewer_app.exchange.annex.frame import Axes, PageFrame, box_of, quad_of

BOX = (10.0, 20.0, 110.0, 220.0)


@pytest.mark.parametrize(
    ("turns", "shown"), [(0, (0.0, 200.0)), (1, (0.0, 0.0)), (2, (100.0, 0.0)), (3, (200.0, 100.0))]
)
def test_the_lower_left_corner_goes_where_the_rotation_takes_it(turns: int, shown: tuple[float, float]) -> None:
    frame = PageFrame(BOX, turns)
    assert frame.to_view(10, 20) == shown
    assert frame.to_user(*shown) == (10, 20)
    assert frame.size == ((200, 100) if turns % 2 else (100, 200))


@pytest.mark.parametrize("turns", range(4))
def test_a_box_comes_back_from_every_zoom(turns: int) -> None:
    frame = PageFrame(BOX, turns)
    shown = frame.box_to_view((30, 40, 50, 45), 1.5)
    assert shown[2] - shown[0] == (7.5 if turns % 2 else 30)
    assert frame.box_to_user(shown, 1.5) == pytest.approx((30, 40, 50, 45))


@pytest.mark.parametrize("degrees", [0, 30, 60, 90, 150, 180, 270, 315])
def test_axes_give_back_the_place_and_the_letter(degrees: int) -> None:
    axes = Axes.of_angle(math.radians(degrees))
    assert axes.back(*axes.turn(3, 4)) == pytest.approx((3, 4))
    corners = axes.quad((10, 20, 14, 29))
    along, up, right, top = axes.box(*box_of(corners))
    if degrees != 315:  # a square around a letter on the diagonal does not tell width from height
        assert (right - along, top - up) == pytest.approx((4, 9), abs=0.01)
    assert ((along + right) / 2, (up + top) / 2) == pytest.approx((12, 24.5), abs=0.01)


def test_a_box_is_a_quad_in_the_order_viewers_draw() -> None:
    quad = quad_of((1, 2, 3, 4))
    assert quad == (1.0, 4.0, 3.0, 4.0, 1.0, 2.0, 3.0, 2.0)
    assert box_of(quad) == (1, 2, 3, 4)
