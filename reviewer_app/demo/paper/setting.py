"""Sets blocks: how high each is in a look, and how it is painted from its top edge downward."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer_app.demo.paper import drawings
from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.paper.faces import BOLD, MEDIUM, lines_of
from reviewer_app.demo.paper.look import Look
from reviewer_app.demo.paper.table_setting import set_table

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

type Paint = Callable[["Canvas", float], None]

_SPACE_BEFORE_SECTION = 0.55


@dataclass(frozen=True, slots=True)
class Piece:
    """A set block: its height in points with the space below, and what paints it from a top edge."""

    height: float
    paint: Paint


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


def lettering(kind: Kind, look: Look) -> Lettering:
    """Return how a kind of block is set in a look."""
    lead, size = look.leading, look.size
    return {
        Kind.TITLE: Lettering(BOLD, size * 2.4, size * 2.9, lead, accent=True),
        Kind.CHAPTER: Lettering(BOLD, size * 1.65, size * 2.05, lead * 0.7, accent=True),
        Kind.SECTION: Lettering(BOLD, size * 1.18, size * 1.5, lead * 0.35, above=lead * _SPACE_BEFORE_SECTION),
        Kind.ASKED: Lettering(MEDIUM, size, lead, lead * 0.1),
        Kind.ITEM: Lettering(look.body, size, lead, lead * 0.22, indent=15),
        Kind.NUMBERED: Lettering(look.body, size, lead, lead * 0.3, indent=24),
        Kind.NOTE: Lettering(look.body, size, lead, lead * 0.6, indent=12),
        Kind.SMALL: Lettering(look.body, size * 0.84, lead * 0.86, lead * 0.4),
    }.get(kind, Lettering(look.body, size, lead, lead * 0.55))


@lru_cache(maxsize=4096)
def set_block(block: Block, look: Look) -> Piece:
    """Set one block in the width of a look."""
    if block.kind is Kind.TABLE:
        height, paint = set_table(block.rows, look)
        return Piece(height, paint)
    if block.kind is Kind.DRAWING:
        height, paint = drawings.set_drawing(block.text, look)
        return Piece(height, paint)
    return _set_text(block, look, lettering(block.kind, look))


def _set_text(block: Block, look: Look, style: Lettering) -> Piece:
    note = block.kind is Kind.NOTE
    lines = lines_of(block.text, style.font, style.size, look.width - style.indent - (style.indent if note else 0))
    inner = len(lines) * style.leading
    padding = look.leading * 0.45 if note else 0.0
    mark = "•" if block.kind is Kind.ITEM else block.mark

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
