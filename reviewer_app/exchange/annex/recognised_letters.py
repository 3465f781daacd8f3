"""Recognised words as the letters of a page, so that they are selected, quoted and marked like any others."""

import math
from array import array

from reviewer_app.domain.recognised_text import RecognisedPage
from reviewer_app.exchange.annex.frame import Box, PageFrame

_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def letters_of(page: RecognisedPage, frame: PageFrame) -> tuple[list[str], array[float], dict[int, float]]:
    """Return letters, four floats of box in user space each, and the angle of the first letter of each word.

    A word is known as a whole: its letters share its width. On a turned page words run as it is shown.
    """
    angle = -frame.turns % 4 * math.pi / 2
    letters: list[str] = []
    boxes = array("f")
    angles: dict[int, float] = {}
    for line in page.lines:
        for word in line:
            angles[len(letters)] = angle
            for letter, place in zip(word.text, _shares(word.place, len(word.text)), strict=True):
                letters.append(letter)
                boxes.extend(frame.box_to_user(place))
            letters.append(" ")
            boxes.extend(_NOWHERE)
        if line:
            letters[-1] = "\n"
    return letters, boxes, angles


def _shares(place: Box, count: int) -> list[Box]:
    left, upper, right, lower = place
    each = (right - left) / max(1, count)
    return [(left + each * number, upper, left + each * (number + 1), lower) for number in range(count)]
