"""Drawings on a page: bars and columns of figures, an organisation chart, steps, a signature, a seal."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer_app.demo.dice import dice_for
from reviewer_app.demo.paper.faces import BOLD, MEDIUM, lines_of, width_of
from reviewer_app.demo.paper.look import Look
from reviewer_app.demo.paper.scenes import Set, set_picture

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


_ROW = 17.0
_BAR = 9.0
_BOX_HEIGHT = 30.0
_GAP = 10.0
_SMALLEST = 6.0


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
    while size > _SMALLEST and not _fits(text, font, size, wide - 6):
        size -= 0.4
    lines = lines_of(text, font, size, wide - 6)[:2]
    canvas.setFillColor(look.ink)
    canvas.setFont(font, size)
    for index, line in enumerate(lines):
        shift = (len(lines) - 1) * size * 0.58 - index * size * 1.16
        canvas.drawCentredString(x + wide / 2, y - _BOX_HEIGHT / 2 - size * 0.34 + shift, line)


def _fits(text: str, font: str, size: float, wide: float) -> bool:
    lines = lines_of(text, font, size, wide)
    return len(lines) <= 2 and all(width_of(line, font) * size <= wide for line in lines)  # noqa: PLR2004  # lines of a box


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


def _cloud(parts: list[str], look: Look) -> Set:
    """Draw words in different sizes, the first the largest, in lines that are centred."""
    sizes = [look.size * max(0.9, 2.6 - 0.3 * index) for index in range(len(parts))]
    mixed = sorted(zip(parts, sizes, strict=True), key=lambda one: dice_for("cloud", one[0]).random())
    rows = [mixed[start : start + 3] for start in range(0, len(mixed), 3)]
    step = look.leading * 2.0

    def paint(canvas: "Canvas", top: float) -> None:
        for number, row in enumerate(rows):
            wide = sum(width_of(word, BOLD) * size for word, size in row) + 22 * (len(row) - 1)
            x = look.left + (look.width - wide) / 2
            for word, size in row:
                canvas.setFillColor(look.accent if size > look.size * 1.6 else look.ink)
                canvas.setFont(BOLD, size)
                canvas.drawString(x, top - step * (number + 0.75), word)
                x += width_of(word, BOLD) * size + 22

    return step * len(rows) + look.leading, paint


def _space(parts: list[str], _look: Look) -> Set:
    return float(parts[0]), lambda _canvas, _top: None


_DRAWINGS: dict[str, Callable[[list[str], Look], Set]] = {
    "bars": _bars,
    "columns": _columns,
    "org": _org,
    "steps": _steps,
    "sign": _sign,
    "picture": set_picture,
    "seal": _seal,
    "cloud": _cloud,
    "space": _space,
}
