"""Drawings on a page: bars and columns of figures, an organisation chart, steps, a signature, a frame for a picture."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer_app.exchange.demo.dice import dice_for
from reviewer_app.exchange.demo.paper.faces import BOLD, MEDIUM, lines_of, width_of
from reviewer_app.exchange.demo.paper.look import Look

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

type Set = tuple[float, Callable[["Canvas", float], None]]

_ROW = 17.0
_BAR = 9.0
_BOX_HEIGHT = 30.0
_GAP = 10.0


def set_drawing(text: str, look: Look) -> Set:
    """Return height and painter of a drawing: `kind first; second; …`."""
    kind, _, rest = text.partition(" ")
    parts = [part.strip() for part in rest.split(";") if part.strip()]
    return _DRAWINGS[kind](parts, look)


def _values(parts: list[str]) -> list[tuple[str, float, str]]:
    found = []
    for part in parts:
        label, _, shown = part.rpartition("=")
        found.append((label.strip(), float(shown.replace(".", "").replace(",", ".").split()[0]), shown.strip()))
    return found


def _bars(parts: list[str], look: Look) -> Set:
    title, values = parts[0], _values(parts[1:])
    size = look.size * 0.88
    label_width = max(width_of(label, look.body) for label, _, _ in values) * size + 10
    room = look.width - label_width - 60
    highest = max(value for _, value, _ in values) or 1.0

    def paint(canvas: "Canvas", top: float) -> None:
        _caption(canvas, look, title, top - size)
        for index, (label, value, shown) in enumerate(values):
            y = top - 24 - index * _ROW
            canvas.setFillColor(look.ink)
            canvas.setFont(look.body, size)
            canvas.drawString(look.left, y - _BAR + 1.5, label)
            canvas.setFillColor(look.accent)
            canvas.rect(look.left + label_width, y - _BAR, max(1.0, room * value / highest), _BAR, stroke=0, fill=1)
            canvas.setFillColor(look.ink)
            canvas.drawString(look.left + label_width + room * value / highest + 5, y - _BAR + 1.5, shown)

    return 24 + len(values) * _ROW + look.leading, paint


def _columns(parts: list[str], look: Look) -> Set:
    title, values = parts[0], _values(parts[1:])
    high, step = 120.0, look.width / max(1, len(values))
    highest = max(value for _, value, _ in values) or 1.0
    size = look.size * 0.88

    def paint(canvas: "Canvas", top: float) -> None:
        _caption(canvas, look, title, top - size)
        base = top - 40 - high
        canvas.setStrokeColor(look.rule)
        canvas.line(look.left, base, look.left + look.width, base)
        for index, (label, value, shown) in enumerate(values):
            middle = look.left + step * (index + 0.5)
            canvas.setFillColor(look.accent)
            canvas.rect(middle - 14, base, 28, high * value / highest, stroke=0, fill=1)
            canvas.setFillColor(look.ink)
            canvas.setFont(look.body, size)
            canvas.drawCentredString(middle, base + high * value / highest + 4, shown)
            canvas.drawCentredString(middle, base - 13, label)

    return high + 60 + look.leading, paint


def _caption(canvas: "Canvas", look: Look, text: str, y: float) -> None:
    canvas.setFillColor(look.ink)
    canvas.setFont(MEDIUM, look.size * 0.92)
    canvas.drawString(look.left, y, text)


def _box(canvas: "Canvas", look: Look, place: tuple[float, float, float], text: str, *, strong: bool = False) -> None:
    x, y, wide = place
    canvas.setStrokeColor(look.accent)
    canvas.setLineWidth(1.1 if strong else 0.7)
    canvas.setFillColor(look.soft)
    canvas.rect(x, y - _BOX_HEIGHT, wide, _BOX_HEIGHT, stroke=1, fill=1)
    size = look.size * 0.84
    font = BOLD if strong else look.body
    lines = lines_of(text, font, size, wide - 8)[:2]
    canvas.setFillColor(look.ink)
    canvas.setFont(font, size)
    for index, line in enumerate(lines):
        shift = (len(lines) - 1) * size * 0.58 - index * size * 1.16
        canvas.drawCentredString(x + wide / 2, y - _BOX_HEIGHT / 2 - size * 0.34 + shift, line)


def _org(parts: list[str], look: Look) -> Set:
    """Draw levels of an organisation one below the other; boxes of a level are parted by `/`."""
    levels = [[box.strip() for box in part.split("/")] for part in parts]
    step = _BOX_HEIGHT + 24

    def paint(canvas: "Canvas", top: float) -> None:
        middle = look.left + look.width / 2
        for depth, boxes in enumerate(levels):
            y = top - depth * step
            wide = min(190.0, (look.width - _GAP * (len(boxes) - 1)) / len(boxes))
            start = middle - (wide * len(boxes) + _GAP * (len(boxes) - 1)) / 2
            canvas.setStrokeColor(look.rule)
            canvas.setLineWidth(1)
            for index, box in enumerate(boxes):
                x = start + index * (wide + _GAP)
                if depth:
                    canvas.line(x + wide / 2, y, x + wide / 2, y + 12)
                _box(canvas, look, (x, y, wide), box, strong=len(boxes) == 1)
            canvas.setStrokeColor(look.rule)
            if depth and len(boxes) > 1:
                canvas.line(start + wide / 2, y + 12, start + (wide + _GAP) * (len(boxes) - 1) + wide / 2, y + 12)
            if depth:
                canvas.line(middle, y + 12, middle, y + 24)

    return len(levels) * step + 4, paint


def _steps(parts: list[str], look: Look) -> Set:
    """Draw boxes joined by arrows from left to right, at most five in a row."""
    rows = [parts[start : start + 5] for start in range(0, len(parts), 5)]

    def paint(canvas: "Canvas", top: float) -> None:
        for number, row in enumerate(rows):
            y = top - number * (_BOX_HEIGHT + 16)
            wide = (look.width - 18 * (len(row) - 1)) / len(row)
            for index, text in enumerate(row):
                x = look.left + index * (wide + 18)
                _box(canvas, look, (x, y, wide), text)
                if index:
                    canvas.setStrokeColor(look.accent)
                    line = y - _BOX_HEIGHT / 2
                    canvas.line(x - 15, line, x - 3, line)
                    canvas.line(x - 7, line + 3, x - 3, line)
                    canvas.line(x - 7, line - 3, x - 3, line)

    return len(rows) * (_BOX_HEIGHT + 16) + look.leading * 0.5, paint


def _sign(parts: list[str], look: Look) -> Set:
    """Draw a place to sign: place and date, a scribble made from the name, a line, the name below it."""
    name, where = parts[0], parts[1] if len(parts) > 1 else ""

    def paint(canvas: "Canvas", top: float) -> None:
        base = top - 62
        dice = dice_for("hand", name)
        canvas.setStrokeColor(look.ink)
        canvas.setLineWidth(1.0)
        x, y = look.left + 186.0, base + 12.0
        path = canvas.beginPath()
        path.moveTo(x, y)
        for stroke in range(max(6, len(name) // 2)):
            high = 22.0 if stroke % 4 == 0 else 9.0
            reach = dice.uniform(6, 13)
            path.curveTo(x + 2, y + high, x + reach, y + dice.uniform(-8, high), x + reach, y + dice.uniform(-4, 5))
            x += reach
        canvas.drawPath(path)
        canvas.setStrokeColor(look.rule)
        canvas.setLineWidth(0.6)
        canvas.line(look.left, base, look.left + 150, base)
        canvas.line(look.left + 180, base, look.left + 420, base)
        canvas.setFillColor(look.ink)
        canvas.setFont(look.body, look.size)
        canvas.drawString(look.left, base + 4, where)
        canvas.setFont(look.body, look.size * 0.84)
        canvas.drawString(look.left + 180, base - 12, name)

    return 62 + 12 + look.leading, paint


def _picture(parts: list[str], look: Look) -> Set:
    """Draw a frame with a simple scene in the colours of the look, and the caption below it."""
    caption, high = parts[0], 150.0

    def paint(canvas: "Canvas", top: float) -> None:
        dice = dice_for("picture", caption)
        canvas.setFillColor(look.soft)
        canvas.rect(look.left, top - high, look.width, high, stroke=0, fill=1)
        canvas.setFillColor(look.rule)
        for _ in range(dice.randrange(5, 9)):
            wide, tall = dice.uniform(24, 90), dice.uniform(20, high * 0.62)
            x = look.left + dice.uniform(8, look.width - wide - 8)
            canvas.rect(x, top - high + 26, wide, tall, stroke=0, fill=1)
        canvas.setFillColor(look.accent)
        canvas.rect(look.left, top - high, look.width, 26, stroke=0, fill=1)
        canvas.circle(look.left + dice.uniform(60, look.width - 60), top - 34, dice.uniform(9, 18), stroke=0, fill=1)
        canvas.setFillColor(look.ink)
        canvas.setFont(look.body, look.size * 0.84)
        for index, line in enumerate(lines_of(caption, look.body, look.size * 0.84, look.width)):
            canvas.drawString(look.left, top - high - 13 - index * look.leading * 0.8, line)

    return high + 20 + look.leading, paint


def _seal(parts: list[str], look: Look) -> Set:
    """Draw the seal of a certificate: rings and a star with the level in it."""
    level = parts[0]

    def paint(canvas: "Canvas", top: float) -> None:
        x, y = look.left + look.width / 2, top - 70
        canvas.setStrokeColor(look.accent)
        for radius, thick in ((64, 2.2), (58, 0.8), (40, 0.8)):
            canvas.setLineWidth(thick)
            canvas.circle(x, y, radius, stroke=1, fill=0)
        canvas.setLineWidth(0.6)
        for index in range(48):
            angle = index * math.pi / 24
            canvas.line(
                x + 42 * math.cos(angle), y + 42 * math.sin(angle), x + 56 * math.cos(angle), y + 56 * math.sin(angle)
            )
        canvas.setFillColor(look.accent)
        canvas.setFont(BOLD, 17)
        canvas.drawCentredString(x, y - 6, level)

    return 150.0, paint


def _space(parts: list[str], _look: Look) -> Set:
    return float(parts[0]), lambda _canvas, _top: None


_DRAWINGS: dict[str, Callable[[list[str], Look], Set]] = {
    "bars": _bars,
    "columns": _columns,
    "org": _org,
    "steps": _steps,
    "sign": _sign,
    "picture": _picture,
    "seal": _seal,
    "space": _space,
}
