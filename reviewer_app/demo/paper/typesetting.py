"""Sets blocks and tables, and puts set pages on paper: the PDF itself, always with the same bytes."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer_app.demo.paper import drawings
from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.paper.style import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    AnnexStyle,
    lines_of,
    registered,
    width_of,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


_PAD = 5.0
_SMALLER = 0.92
_CAP = 26.0
_FIGURE = re.compile(r"[–\-+]?[\d.,]+(?:[ \u00a0]?(?:%|EUR|h|t|l|MWh|MW|km|VZÄ))?")


def set_table(rows: Sequence[Sequence[str]], look: AnnexStyle) -> tuple[float, Callable[["Canvas", float], None]]:
    """Return the height of a table with the space below it, and what paints it."""
    size, leading = look.size * _SMALLER, look.leading * 0.9
    widths = _widths(rows, look.width, size, look.bold)
    right = [_is_right(rows, index) for index in range(len(widths))]
    cells = [
        [
            lines_of(cell, look.bold if number == 0 else look.body, size, widths[index] - 2 * _PAD)
            for index, cell in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]
    heights = [max((len(lines) for lines in row), default=1) * leading + _PAD for row in cells]

    def paint(canvas: "Canvas", top: float) -> None:
        y = top
        for number, row in enumerate(cells):
            font = look.bold if number == 0 else look.body
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


def _widths(rows: Sequence[Sequence[str]], total: float, size: float, font: str) -> list[float]:
    """Share the width: at least the longest word, the rest by how much text a column holds."""
    columns = max(len(row) for row in rows)
    least, wanted = [0.0] * columns, [0.0] * columns
    for row in rows:
        for index, cell in enumerate(row):
            words = [width_of(word, font) * size for word in cell.split(" ")]
            least[index] = max(least[index], max(words, default=0.0) + 2 * _PAD)
            wanted[index] = max(wanted[index], min(sum(words) + 3 * len(words), _CAP * size) + 2 * _PAD)
    spare = total - sum(least)
    more = [max(0.0, want - low) for want, low in zip(wanted, least, strict=True)]
    if sum(more) <= 0 or spare <= 0:
        factor = total / sum(least)
        return [low * factor for low in least]
    share = spare / sum(more)
    return [low + extra * share for low, extra in zip(least, more, strict=True)]


type CanvasPainter = Callable[["Canvas", float], None]

_SPACE_BEFORE_SECTION = 0.55


@dataclass(frozen=True, slots=True)
class Piece:
    """A set block: its height in points with the space below, and what paints it from a top edge."""

    height: float
    paint: CanvasPainter


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a kind of text is set: factors of the look's size and leading, indent and space below in points."""

    font: str
    size: float
    leading: float
    below: float
    indent: float = 0.0
    accent: bool = False
    above: float = 0.0


def lettering(kind: BlockKind, look: AnnexStyle) -> Lettering:
    """Return how a kind of block is set in a look."""
    lead, size = look.leading, look.size
    return {
        BlockKind.TITLE: Lettering(look.bold, size * 2.4, size * 2.9, lead, accent=True),
        BlockKind.CHAPTER: Lettering(look.bold, size * 1.65, size * 2.05, lead * 0.7, accent=True),
        BlockKind.SECTION: Lettering(
            look.bold, size * 1.18, size * 1.5, lead * 0.35, above=lead * _SPACE_BEFORE_SECTION
        ),
        BlockKind.ASKED: Lettering(look.medium, size, lead, lead * 0.1),
        BlockKind.ITEM: Lettering(look.body, size, lead, lead * 0.22, indent=15),
        BlockKind.NUMBERED: Lettering(look.body, size, lead, lead * 0.3, indent=24),
        BlockKind.NOTE: Lettering(look.body, size, lead, lead * 0.6, indent=12),
        BlockKind.SMALL: Lettering(look.body, size * 0.84, lead * 0.86, lead * 0.4),
    }.get(kind, Lettering(look.body, size, lead, lead * 0.55))


@lru_cache(maxsize=4096)
def set_block(block: AnnexBlock, look: AnnexStyle) -> Piece:
    """Set one block in the width of a look."""
    if block.kind is BlockKind.TABLE:
        height, paint = set_table(block.rows, look)
        return Piece(height, paint)
    if block.kind is BlockKind.DRAWING:
        height, paint = drawings.set_drawing(block.text, look)
        return Piece(height, paint)
    return _set_text(block, look, lettering(block.kind, look))


def _set_text(block: AnnexBlock, look: AnnexStyle, style: Lettering) -> Piece:
    note = block.kind is BlockKind.NOTE
    lines = lines_of(block.text, style.font, style.size, look.width - style.indent - (style.indent if note else 0))
    inner = len(lines) * style.leading
    padding = look.leading * 0.45 if note else 0.0
    mark = "•" if block.kind is BlockKind.ITEM else block.mark

    def paint(canvas: "Canvas", top: float) -> None:
        start = top - style.above
        if note:
            canvas.setFillColor(look.soft)
            canvas.rect(look.left, start - inner - 2 * padding, look.width, inner + 2 * padding, stroke=0, fill=1)
            canvas.setFillColor(look.accent)
            canvas.rect(look.left, start - inner - 2 * padding, 2.5, inner + 2 * padding, stroke=0, fill=1)
        canvas.setFillColor(look.accent if style.accent else look.ink)
        baseline = start - padding - style.leading * 0.74
        if mark:
            canvas.setFont(style.font, style.size)
            canvas.drawString(look.left + (2 if mark == "•" else 0), baseline, mark)
        text = canvas.beginText(look.left + style.indent, baseline)
        text.setFont(style.font, style.size, style.leading)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)

    return Piece(style.above + inner + 2 * padding + style.below, paint)


_LINE = 0.6
_BAND = 14.0
_SHORT = 4
"""Papers of so few pages begin without a cover."""
COVER_DROP = 150.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every page: the association's name, the paper's title; `first_number` 0 leaves pages bare."""

    owner: str
    title: str
    subtitle: str = ""
    numbered: bool = True


def canvas_on(raw: io.BytesIO) -> "Canvas":
    """Return an empty PDF that always gets the same bytes, with packed streams written as they are."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    return Canvas(raw, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)


def print_pdf(pages: Sequence[Sequence[AnnexBlock]], look: AnnexStyle, imprint: Imprint) -> bytes:
    """Return the PDF of these pages; an empty page stays blank."""
    registered()
    raw = io.BytesIO()
    canvas = canvas_on(raw)
    canvas.setTitle(imprint.title)
    canvas.setAuthor(imprint.owner)
    canvas.setSubject(imprint.subtitle)
    for number, blocks in enumerate(pages, 1):
        if blocks:
            titled = blocks[0].kind is BlockKind.TITLE
            cover = titled and look.cover and len(pages) > _SHORT
            _furniture(canvas, look, imprint, number, cover=cover)
            paint(canvas, blocks, look, drop=COVER_DROP if cover else 0.0)
        canvas.showPage()
    canvas.save()
    return raw.getvalue()


def paint(canvas: "Canvas", blocks: Sequence[AnnexBlock], look: AnnexStyle, drop: float = 0.0) -> None:
    """Paint blocks from the top of the text area downward."""
    y = PAGE_HEIGHT - look.top - drop
    for block in blocks:
        piece = set_block(block, look)
        piece.paint(canvas, y)
        y -= piece.height


def _furniture(canvas: "Canvas", look: AnnexStyle, imprint: Imprint, number: int, *, cover: bool) -> None:
    right = PAGE_WIDTH - look.right
    if look.head == "band":
        canvas.setFillColor(look.accent)
        deep = look.top + 70.0 if cover else _BAND
        canvas.rect(0, PAGE_HEIGHT - deep, PAGE_WIDTH, deep, stroke=0, fill=1)
    elif cover:
        canvas.setFillColor(look.accent)
        canvas.rect(look.left, PAGE_HEIGHT - look.top - 110, 60, 4, stroke=0, fill=1)
    if cover:
        canvas.setFillColor(look.light if look.head == "band" else look.ink)
        canvas.setFont(look.medium, look.size * 1.1)
        canvas.drawString(look.left, PAGE_HEIGHT - look.top, imprint.owner)
        return
    canvas.setFillColor(look.ink)
    canvas.setFont(look.medium, look.size * 0.8)
    canvas.drawString(look.left, PAGE_HEIGHT - look.top + 34, imprint.owner)
    canvas.drawRightString(right, PAGE_HEIGHT - look.top + 34, imprint.title)
    if look.head == "line":
        canvas.setStrokeColor(look.rule)
        canvas.setLineWidth(_LINE)
        canvas.line(look.left, PAGE_HEIGHT - look.top + 26, right, PAGE_HEIGHT - look.top + 26)
    if imprint.numbered:
        canvas.setFont(look.body, look.size * 0.84)
        canvas.drawRightString(right, look.bottom - 34, str(number))
