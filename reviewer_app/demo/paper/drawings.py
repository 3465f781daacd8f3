"""Drawings on a page: figures, an organisation chart, steps, a signature, a seal; scenes in place of photographs."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from reviewer_app.demo.paper.style import AnnexStyle, letter_inks, lines_of, width_of
from reviewer_app.demo.randomness import random_for

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


type Set = tuple[float, Callable[["Canvas", float], None]]
type Points = list[tuple[float, float]]

_LOWEST, _HIGHEST = 150, 200


@dataclass(frozen=True, slots=True)
class DrawingArea:
    """The room of a picture: its lower left corner, its size, and shades from the lightest to the darkest."""

    canvas: "Canvas"
    x: float
    y: float
    wide: float
    high: float
    shades: tuple[str, ...]
    dice: Random

    def fill(self, shade: int) -> None:
        """Paint with a shade from now on."""
        self.canvas.setFillColor(self.shades[shade])

    def polygon(self, shade: int, points: Points) -> None:
        """Paint an area whose corners are given as parts of width and height."""
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(*point))
        path.close()
        self.fill(shade)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def circle(self, shade: int, x: float, y: float, radius: float) -> None:
        """Paint a disc; the radius is a part of the height."""
        self.fill(shade)
        self.canvas.circle(*self.at(x, y), radius * self.high, stroke=0, fill=1)

    def body(self, shade: int, neck: tuple[float, float], wide: float) -> None:
        """Paint the shoulders of a person from below the neck to the lower edge."""
        x, y = self.at(*neck)
        half = wide * self.wide
        self.fill(shade)
        self.canvas.roundRect(x - half, self.y - half, 2 * half, y - self.y + half, half * 0.8, stroke=0, fill=1)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a place given as parts of width and height."""
        return self.x + x * self.wide, self.y + y * self.high


def set_picture(parts: list[str], look: AnnexStyle) -> Set:
    """Return height and painter of a picture: `scene; caption`, or the caption alone for any scene."""
    caption = parts[-1]
    dice = random_for("picture", caption)
    scene = parts[0] if parts[0] in _SCENES else dice.choice(sorted(_SCENES))
    high = float(dice.randrange(_LOWEST, _HIGHEST))
    size = look.size * 0.84
    lines = lines_of(caption, look.body, size, look.width)

    def paint(canvas: "Canvas", top: float) -> None:
        canvas.saveState()
        clip = canvas.beginPath()
        low = top - high - 6
        clip.rect(look.left, low, look.width, high)
        canvas.clipPath(clip, stroke=0, fill=0)
        frame = DrawingArea(canvas, look.left, low, look.width, high, _shades(look), random_for("scene", caption))
        _SCENES[scene](frame)
        canvas.restoreState()
        canvas.setFillColor(look.ink)
        canvas.setFont(look.body, size)
        for index, line in enumerate(lines):
            canvas.drawString(look.left, low - 13 - index * look.leading * 0.8, line)

    return high + 10 + look.leading * (0.8 * len(lines) + 0.9), paint


def _shades(look: AnnexStyle) -> tuple[str, ...]:
    mixed = (_mixed(look.soft, look.accent, part) for part in (0.0, 0.14, 0.3, 0.5, 0.75, 1.0))
    return (*mixed, _mixed(look.accent, look.ink, 0.55))


def _mixed(one: str, other: str, part: float) -> str:
    pairs = ((int(one[start : start + 2], 16), int(other[start : start + 2], 16)) for start in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * part):02x}" for low, high in pairs)


def _hall(frame: DrawingArea) -> None:
    """Look along a hall: roof, back wall with windows, machines on both sides."""
    dice = frame.dice
    left, right, low, top = 0.36, 0.64, 0.36, 0.72
    frame.polygon(1, [(0, 0), (1, 0), (1, 1), (0, 1)])
    frame.polygon(2, [(0, 0), (1, 0), (right, low), (left, low)])
    frame.polygon(3, [(0, 1), (1, 1), (right, top), (left, top)])
    frame.polygon(0, [(left, low), (right, low), (right, top), (left, top)])
    for index in range(5):
        x = left + 0.03 + index * (right - left - 0.02) / 5
        frame.polygon(2, [(x, 0.52), (x + 0.035, 0.52), (x + 0.035, 0.66), (x, 0.66)])
    for index in range(5):
        part = index / 5
        y = 1 - (1 - top) * part
        frame.polygon(
            4,
            [
                (left * part, y),
                (1 - (1 - right) * part, y),
                (1 - (1 - right) * part, y - 0.02),
                (left * part, y - 0.02),
            ],
        )
    for side in (0, 1):
        for index in range(4):
            near = index / 4.6
            x = left * near
            width = 0.1 * (1 - near) + 0.02
            foot, tall = low * near, (0.2 + dice.uniform(0, 0.16)) * (1.15 - near)
            box = [(x, foot), (x + width, foot), (x + width, foot + tall), (x, foot + tall)]
            light = [(x + width * 0.2, foot + tall * 0.55), (x + width * 0.7, foot + tall * 0.55)]
            light += [(x + width * 0.7, foot + tall * 0.85), (x + width * 0.2, foot + tall * 0.85)]
            frame.polygon(5, [(1 - a, b) if side else (a, b) for a, b in box])
            frame.polygon(2, [(1 - a, b) if side else (a, b) for a, b in light])


def _people(frame: DrawingArea) -> None:
    """Show people behind a table in front of a window."""
    dice = frame.dice
    frame.polygon(1, [(0, 0), (1, 0), (1, 1), (0, 1)])
    start = dice.uniform(0.04, 0.14)
    for index in range(4):
        x = start + index * 0.21
        frame.polygon(0, [(x, 0.42), (x + 0.19, 0.42), (x + 0.19, 0.94), (x, 0.94)])
    count = dice.randrange(4, 8)
    for index in range(count):
        x = (index + 0.5 + dice.uniform(-0.14, 0.14)) / count
        head, shade = 0.5 + dice.uniform(-0.03, 0.1), dice.choice((3, 4, 5, 6))
        wide = 0.055 + dice.uniform(0, 0.014)
        frame.body(shade, (x, head - 0.11), wide)
        frame.circle(shade, x, head, 0.092)
    frame.polygon(6, [(0, 0), (1, 0), (1, 0.14), (0, 0.17)])
    for _ in range(5):
        x = dice.uniform(0.06, 0.9)
        frame.polygon(0, [(x, 0.16), (x + 0.05, 0.16), (x + 0.056, 0.19), (x + 0.008, 0.19)])


def _parts(frame: DrawingArea) -> None:
    """Show round and long parts on a dark bench, seen from above."""
    dice = frame.dice
    frame.polygon(5, [(0, 0), (1, 0), (1, 1), (0, 1)])
    slope = dice.uniform(-0.1, 0.1)
    frame.polygon(4, [(0, 0.2), (1, 0.2 + slope), (1, 0.9 + slope), (0, 0.9)])
    for index in range(7):
        x, y = (index + 0.6) / 7.4, dice.uniform(0.32, 0.74)
        radius = dice.uniform(0.07, 0.17)
        frame.circle(6, x + 0.008, y - 0.03, radius)
        frame.circle(dice.choice((0, 1, 2)), x, y, radius)
        frame.circle(dice.choice((3, 4)), x, y, radius * dice.uniform(0.35, 0.7))
    for _ in range(3):
        x, y, wide = dice.uniform(0.02, 0.7), dice.uniform(0.08, 0.9), dice.uniform(0.14, 0.28)
        lean = dice.uniform(-0.12, 0.12)
        frame.polygon(2, [(x, y), (x + wide, y + lean), (x + wide, y + lean + 0.05), (x, y + 0.05)])
        frame.polygon(0, [(x, y + 0.035), (x + wide, y + lean + 0.035), (x + wide, y + lean + 0.05), (x, y + 0.05)])


def _land(frame: DrawingArea) -> None:
    """Show hills one behind the other with a village between them."""
    dice = frame.dice
    frame.polygon(0, [(0, 0), (1, 0), (1, 1), (0, 1)])
    frame.circle(1, dice.uniform(0.15, 0.85), dice.uniform(0.72, 0.84), 0.11)
    for depth, shade in enumerate((2, 3, 4)):
        base = 0.58 - depth * 0.15
        heights = [base + dice.uniform(-0.07, 0.1) for _ in range(7)]
        frame.polygon(shade, [(0, 0), *((index / 6, high) for index, high in enumerate(heights)), (1, 0)])
        if depth == 1:
            _village(frame, dice.uniform(0.2, 0.6))
    frame.polygon(6, [(0, 0), (1, 0), (1, 0.09), (0.5, 0.16), (0, 0.07)])
    for _ in range(9):
        x = dice.uniform(0.0, 1.0)
        frame.circle(6, x, 0.16 + dice.uniform(0, 0.05), dice.uniform(0.03, 0.07))


def _village(frame: DrawingArea, start: float) -> None:
    dice = frame.dice
    for index in range(8):
        x, wide = start + index * 0.032, 0.028
        y, tall = 0.34 + dice.uniform(-0.02, 0.03), dice.uniform(0.05, 0.08)
        frame.polygon(0, [(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)])
        frame.polygon(5, [(x - 0.004, y + tall), (x + wide + 0.004, y + tall), (x + wide / 2, y + tall + 0.06)])
    x = start + 0.12
    frame.polygon(1, [(x, 0.36), (x + 0.02, 0.36), (x + 0.02, 0.56), (x, 0.56)])
    frame.polygon(5, [(x - 0.003, 0.56), (x + 0.023, 0.56), (x + 0.01, 0.72)])


def _roofs(frame: DrawingArea) -> None:
    """Show a works with a sawtooth roof, a tower and rows of windows."""
    dice = frame.dice
    frame.polygon(0, [(0, 0), (1, 0), (1, 1), (0, 1)])
    frame.polygon(1, [(0, 0), (1, 0), (1, 0.46), (0, 0.5)])
    start, step = dice.uniform(0.02, 0.2), 0.11
    count = dice.randrange(4, 7)
    for index in range(count):
        x = start + index * step
        frame.polygon(4, [(x, 0.16), (x + step, 0.16), (x + step, 0.5), (x, 0.5)])
        frame.polygon(5, [(x, 0.5), (x + step, 0.5), (x, 0.7)])
        frame.polygon(1, [(x + 0.006, 0.53), (x + 0.02, 0.53), (x + 0.006, 0.64)])
        for row in (0.22, 0.36):
            frame.polygon(0, [(x + 0.02, row), (x + 0.09, row), (x + 0.09, row + 0.08), (x + 0.02, row + 0.08)])
    end = start + count * step
    frame.polygon(3, [(end, 0.16), (end + 0.16, 0.16), (end + 0.16, 0.62), (end, 0.62)])
    for row in range(3):
        for column in range(3):
            x, y = end + 0.02 + column * 0.046, 0.24 + row * 0.13
            frame.polygon(0, [(x, y), (x + 0.03, y), (x + 0.03, y + 0.07), (x, y + 0.07)])
    frame.polygon(6, [(0, 0), (1, 0), (1, 0.16), (0, 0.16)])
    for _ in range(6):
        x = dice.uniform(0, 1)
        frame.polygon(6, [(x, 0.15), (x + 0.004, 0.15), (x + 0.004, 0.3), (x, 0.3)])
        frame.circle(5, x + 0.002, 0.32, dice.uniform(0.05, 0.08))


_SCENES: dict[str, Callable[[DrawingArea], None]] = {
    "hall": _hall,
    "people": _people,
    "parts": _parts,
    "land": _land,
    "roofs": _roofs,
}


_ROW = 17.0
_BAR = 9.0
_BOX_HEIGHT = 30.0
_GAP = 10.0
_SMALLEST = 6.0


def set_drawing(text: str, look: AnnexStyle) -> Set:
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


def _bars(parts: list[str], look: AnnexStyle) -> Set:
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


def _columns(parts: list[str], look: AnnexStyle) -> Set:
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


def _caption(canvas: "Canvas", look: AnnexStyle, text: str, y: float) -> None:
    canvas.setFillColor(look.ink)
    canvas.setFont(look.medium, look.size * 0.92)
    canvas.drawString(look.left, y, text)


def _box(
    canvas: "Canvas", look: AnnexStyle, place: tuple[float, float, float], text: str, *, strong: bool = False
) -> None:
    x, y, wide = place
    canvas.setStrokeColor(look.accent)
    canvas.setLineWidth(1.1 if strong else 0.7)
    canvas.setFillColor(look.soft)
    canvas.rect(x, y - _BOX_HEIGHT, wide, _BOX_HEIGHT, stroke=1, fill=1)
    size = look.size * 0.84
    font = look.bold if strong else look.body
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


def _org(parts: list[str], look: AnnexStyle) -> Set:
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


def _steps(parts: list[str], look: AnnexStyle) -> Set:
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


def _sign(parts: list[str], look: AnnexStyle) -> Set:
    """Draw a place to sign: place and date, a scribble made from the name, a line, the name below it."""
    name, where = parts[0], parts[1] if len(parts) > 1 else ""

    def paint(canvas: "Canvas", top: float) -> None:
        base = top - 62
        dice = random_for("hand", name)
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
        canvas.setFont(look.body, min(look.size, 148 / max(1.0, width_of(where, look.body))))
        canvas.drawString(look.left, base + 4, where)
        canvas.setFont(look.body, look.size * 0.84)
        canvas.drawString(look.left + 180, base - 12, name)

    return 62 + 12 + look.leading, paint


def _seal(parts: list[str], look: AnnexStyle) -> Set:
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
        canvas.setFont(look.bold, 17)
        canvas.drawCentredString(x, y - 6, level)

    return 150.0, paint


def _cloud(parts: list[str], look: AnnexStyle) -> Set:
    """Draw words in different sizes, the first the largest, in lines that are centred."""
    sizes = [look.size * max(0.9, 2.6 - 0.3 * index) for index in range(len(parts))]
    mixed = sorted(zip(parts, sizes, strict=True), key=lambda one: random_for("cloud", one[0]).random())
    rows = [mixed[start : start + 3] for start in range(0, len(mixed), 3)]
    step = look.leading * 2.0

    def paint(canvas: "Canvas", top: float) -> None:
        for number, row in enumerate(rows):
            wide = sum(width_of(word, look.bold) * size for word, size in row) + 22 * (len(row) - 1)
            x = look.left + (look.width - wide) / 2
            for word, size in row:
                canvas.setFillColor(look.accent if size > look.size * 1.6 else look.ink)
                canvas.setFont(look.bold, size)
                canvas.drawString(x, top - step * (number + 0.75), word)
                x += width_of(word, look.bold) * size + 22

    return step * len(rows) + look.leading, paint


def _letterhead(parts: list[str], look: AnnexStyle) -> Set:
    """Draw the head of somebody's letter: the name large, the address below it; each house sets it its own way."""
    name, *address = parts
    dice = random_for("letterhead", name)
    shade, manner, thick = dice.choice(letter_inks()), dice.randrange(3), dice.choice((0.5, 1.5, 3.0))

    def paint(canvas: "Canvas", top: float) -> None:
        x = (look.left, look.left + look.width / 2, look.left + look.width)[manner]
        draw = (canvas.drawString, canvas.drawCentredString, canvas.drawRightString)[manner]
        canvas.setFillColor(shade)
        size = min(look.size * 1.7, look.width / width_of(name, look.bold))
        canvas.setFont(look.bold, size)
        draw(x, top - size, name)
        canvas.setFont(look.body, look.size * 0.8)
        draw(x, top - size - look.leading, " · ".join(address))
        canvas.setStrokeColor(shade)
        canvas.setLineWidth(thick)
        canvas.line(look.left, top - size - look.leading * 1.6, look.left + look.width, top - size - look.leading * 1.6)

    return look.size * 1.7 + look.leading * 3.4, paint


def _space(parts: list[str], _look: AnnexStyle) -> Set:
    return float(parts[0]), lambda _canvas, _top: None


_DRAWINGS: dict[str, Callable[[list[str], AnnexStyle], Set]] = {
    "bars": _bars,
    "columns": _columns,
    "org": _org,
    "steps": _steps,
    "sign": _sign,
    "picture": set_picture,
    "seal": _seal,
    "letterhead": _letterhead,
    "cloud": _cloud,
    "space": _space,
}
