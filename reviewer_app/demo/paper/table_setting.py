"""Sets tables: columns as wide as their content asks, figures flush right, a tinted head."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reviewer_app.demo.paper.faces import BOLD, lines_of, width_of
from reviewer_app.demo.paper.look import Look

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PAD = 5.0
_SMALLER = 0.92
_CAP = 26.0
_FIGURE = re.compile(r"[–\-+]?[\d.,]+(?:[ \u00a0]?(?:%|EUR|h|t|l|MWh|MW|km|VZÄ))?")


def set_table(rows: Sequence[Sequence[str]], look: Look) -> tuple[float, Callable[["Canvas", float], None]]:
    """Return the height of a table with the space below it, and what paints it."""
    size, leading = look.size * _SMALLER, look.leading * 0.9
    widths = _widths(rows, look.width, size)
    right = [_is_right(rows, index) for index in range(len(widths))]
    cells = [
        [
            lines_of(cell, BOLD if number == 0 else look.body, size, widths[index] - 2 * _PAD)
            for index, cell in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]
    heights = [max((len(lines) for lines in row), default=1) * leading + _PAD for row in cells]

    def paint(canvas: "Canvas", top: float) -> None:
        y = top
        for number, row in enumerate(cells):
            font = BOLD if number == 0 else look.body
            if number == 0:
                canvas.setFillColor(look.soft)
                canvas.rect(look.left, y - heights[0], look.width, heights[0], stroke=0, fill=1)
            canvas.setFillColor(look.ink)
            canvas.setFont(font, size)
            x = look.left
            for index, lines in enumerate(row):
                for place, line in enumerate(lines):
                    baseline = y - _PAD * 0.5 - leading * (place + 0.74)
                    if right[index]:
                        canvas.drawRightString(x + widths[index] - _PAD, baseline, line)
                    else:
                        canvas.drawString(x + _PAD, baseline, line)
                x += widths[index]
            y -= heights[number]
            canvas.setStrokeColor(look.rule)
            canvas.setLineWidth(0.5)
            canvas.line(look.left, y, look.left + look.width, y)

    return sum(heights) + look.leading * 0.7, paint


def _is_right(rows: Sequence[Sequence[str]], index: int) -> bool:
    body = [row[index] for row in rows[1:] if index < len(row) and row[index] not in {"", "–"}]
    return bool(body) and all(_FIGURE.fullmatch(cell) for cell in body)


def _widths(rows: Sequence[Sequence[str]], total: float, size: float) -> list[float]:
    """Share the width: at least the longest word, the rest by how much text a column holds."""
    columns = max(len(row) for row in rows)
    least, wanted = [0.0] * columns, [0.0] * columns
    for row in rows:
        for index, cell in enumerate(row):
            words = [width_of(word, BOLD) * size for word in cell.split(" ")]
            least[index] = max(least[index], max(words, default=0.0) + 2 * _PAD)
            wanted[index] = max(wanted[index], min(sum(words) + 3 * len(words), _CAP * size) + 2 * _PAD)
    spare = total - sum(least)
    more = [max(0.0, want - low) for want, low in zip(wanted, least, strict=True)]
    if sum(more) <= 0 or spare <= 0:
        factor = total / sum(least)
        return [low * factor for low in least]
    share = spare / sum(more)
    return [low + extra * share for low, extra in zip(least, more, strict=True)]
