"""Puts set pages on paper: head and foot of each page, and the PDF itself, always with the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.paper.faces import MEDIUM, registered
from reviewer_app.demo.paper.look import PAGE_HEIGHT, PAGE_WIDTH, Look
from reviewer_app.demo.paper.setting import set_block

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

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


def print_pdf(pages: Sequence[Sequence[Block]], look: Look, imprint: Imprint) -> bytes:
    """Return the PDF of these pages; an empty page stays blank."""
    registered()
    raw = io.BytesIO()
    canvas = canvas_on(raw)
    canvas.setTitle(imprint.title)
    canvas.setAuthor(imprint.owner)
    canvas.setSubject(imprint.subtitle)
    for number, blocks in enumerate(pages, 1):
        if blocks:
            titled = blocks[0].kind is Kind.TITLE
            cover = titled and look.cover and len(pages) > _SHORT
            _furniture(canvas, look, imprint, number, cover=cover)
            paint(canvas, blocks, look, drop=COVER_DROP if cover else 0.0)
        canvas.showPage()
    canvas.save()
    return raw.getvalue()


def paint(canvas: "Canvas", blocks: Sequence[Block], look: Look, drop: float = 0.0) -> None:
    """Paint blocks from the top of the text area downward."""
    y = PAGE_HEIGHT - look.top - drop
    for block in blocks:
        piece = set_block(block, look)
        piece.paint(canvas, y)
        y -= piece.height


def _furniture(canvas: "Canvas", look: Look, imprint: Imprint, number: int, *, cover: bool) -> None:
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
        canvas.setFont(MEDIUM, look.size * 1.1)
        canvas.drawString(look.left, PAGE_HEIGHT - look.top, imprint.owner)
        return
    canvas.setFillColor(look.ink)
    canvas.setFont(MEDIUM, look.size * 0.8)
    canvas.drawString(look.left, PAGE_HEIGHT - look.top + 34, imprint.owner)
    canvas.drawRightString(right, PAGE_HEIGHT - look.top + 34, imprint.title)
    if look.head == "line":
        canvas.setStrokeColor(look.rule)
        canvas.setLineWidth(_LINE)
        canvas.line(look.left, PAGE_HEIGHT - look.top + 26, right, PAGE_HEIGHT - look.top + 26)
    if imprint.numbered:
        canvas.setFont(look.body, look.size * 0.84)
        canvas.drawRightString(right, look.bottom - 34, str(number))
