"""Where things stand on a page: user space, the page as shown, and the frame of a line of text.

User space is what a PDF counts in: unrotated, origin anywhere, up is positive, units of the page. Marks are stored in
it, because zoom, page rotation and CropBox do not touch it.
"""

import math
from dataclasses import dataclass
from typing import Self

from reviewer_app.domain.annotations.annotation import Quad, Rect

type Box = Rect
"""Left, bottom, right, top, in user space or in the axes of a line."""

_NEARLY = 1e-3
_DIAGONAL = 0.2
_PLACES = 3


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The shown part of a page in user space and its rotation in quarter turns clockwise."""

    box: Box
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        left, bottom, right, top = self.box
        return (top - bottom, right - left) if self.turns % 2 else (right - left, top - bottom)

    def to_view(self, x: float, y: float, zoom: float = 1.0) -> tuple[float, float]:
        """Return the place in the painted page, from its upper left corner down, `zoom` pixels a unit."""
        left, bottom, right, top = self.box
        across, down = ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[
            self.turns % 4
        ]
        return across * zoom, down * zoom

    def to_user(self, across: float, down: float, zoom: float = 1.0) -> tuple[float, float]:
        """Return the place in user space of a place in the painted page."""
        left, bottom, right, top = self.box
        across, down = across / zoom, down / zoom
        return (
            (left + across, top - down),
            (left + down, bottom + across),
            (right - across, bottom + down),
            (right - down, top - across),
        )[self.turns % 4]

    def box_to_view(self, box: Box, zoom: float = 1.0) -> Box:
        """Return left, upper, right, lower edge in the painted page."""
        one, two = self.to_view(box[0], box[1], zoom), self.to_view(box[2], box[3], zoom)
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])

    def box_to_user(self, box: Box, zoom: float = 1.0) -> Box:
        """Return the box in user space of a box in the painted page."""
        one, two = self.to_user(box[0], box[1], zoom), self.to_user(box[2], box[3], zoom)
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


@dataclass(frozen=True, slots=True)
class Axes:
    """The frame of a line of text: `along` where it reads to, `up` where its letters stand up."""

    x: float = 1.0
    y: float = 0.0

    @classmethod
    def of_angle(cls, angle: float) -> Self:
        """Give the axes of text turned clockwise by `angle`, in radians; nearly right angles become right."""
        x, y = math.cos(angle), -math.sin(angle)
        if min(abs(x), abs(y)) < _NEARLY:
            x, y = float(round(x)), float(round(y))
        return cls(x, y)

    def turn(self, x: float, y: float) -> tuple[float, float]:
        """Return how far along and how far up a place of user space is."""
        return x * self.x + y * self.y, y * self.x - x * self.y

    def back(self, along: float, up: float) -> tuple[float, float]:
        """Return the place in user space."""
        return along * self.x - up * self.y, along * self.y + up * self.x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the extent along and up of a letter from the upright box around it."""
        if self.x == 1:
            return left, bottom, right, top
        along, up = self.turn((left + right) / 2, (bottom + top) / 2)
        wide, high = self._sides(right - left, top - bottom)
        return along - wide / 2, up - high / 2, along + wide / 2, up + high / 2

    def quad(self, box: Box) -> Quad:
        """Return the corners in user space of an extent along and up."""
        start, low, end, high = box
        corners = self.back(start, high), self.back(end, high), self.back(start, low), self.back(end, low)
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corners
        return (*_rounded(x1, y1), *_rounded(x2, y2), *_rounded(x3, y3), *_rounded(x4, y4))

    def _sides(self, width: float, height: float) -> tuple[float, float]:
        """Return the sides of a turned rectangle from those of the upright one around it."""
        cos, sin = abs(self.x), abs(self.y)
        spread = cos * cos - sin * sin
        if abs(spread) < _DIAGONAL:
            side = (width + height) / (2 * (cos + sin))
            return side, side
        wide, high = (width * cos - height * sin) / spread, (height * cos - width * sin) / spread
        return max(0.0, wide), max(0.0, high)


def box_of(quad: Quad) -> Box:
    """Return the upright box around a quad."""
    return min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])


def quad_of(box: Box) -> Quad:
    """Return a box as a quad."""
    left, bottom, right, top = box
    return left, top, right, top, left, bottom, right, bottom


def _rounded(x: float, y: float) -> tuple[float, float]:
    return round(x, _PLACES), round(y, _PLACES)
