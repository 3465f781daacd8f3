"""Turns a paper into a scan: pictures of its pages, slightly turned and grey, without any text."""

import io
from random import Random
from typing import TYPE_CHECKING

from reviewer_app.demo.paper.press import canvas_on
from reviewer_app.domain.going_on import GoOn, always
from reviewer_app.exchange.annex.pdf import PdfDocument

if TYPE_CHECKING:
    from PIL import Image

UNREADABLE = range(9, 12)
"""Pages that went wrong in the scanner."""
HEAD = 5
"""The first of them can be read in its upper part, one in so many of the page."""
_DOTS_PER_POINT = 1.35
_GREYS = 8
_PAPER = 246


def scanned(pdf: bytes, dice: Random, go_on: GoOn = always) -> bytes:
    """Return the scan of a paper; the same paper and dice give the same bytes. `go_on` is asked before each page."""
    from reportlab.lib.utils import ImageReader

    raw = io.BytesIO()
    canvas = canvas_on(raw)
    with PdfDocument(pdf) as document:
        for index in range(document.pages):
            go_on()
            width, height = document.size(index)
            picture = _picture(document, index, dice)
            packed = io.BytesIO()
            picture.save(packed, "PNG", optimize=False)
            packed.seek(0)
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(packed), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return raw.getvalue()


def _picture(document: PdfDocument, index: int, dice: Random) -> "Image.Image":
    from PIL import Image, ImageChops, ImageFilter

    painted = document.render(index, _DOTS_PER_POINT)
    image = Image.frombuffer("RGBA", (painted.width, painted.height), painted.data, "raw", "BGRA", painted.stride, 1)
    grey = image.convert("L").point(lambda tone: min(_PAPER, tone))
    turn = dice.uniform(-0.7, 0.7)
    if index + 1 in UNREADABLE:
        turn = dice.uniform(-1.6, 1.6)
        grey = _spoiled(grey, dice, keep=index + 1 == UNREADABLE.start)
    turned = grey.rotate(turn, Image.Resampling.BILINEAR, fillcolor=_PAPER)
    shade = Image.linear_gradient("L").resize(turned.size).point(lambda tone: 255 - tone // 14)
    soft = ImageChops.multiply(turned.filter(ImageFilter.GaussianBlur(0.4)), shade)
    return soft.quantize(_GREYS)


def _spoiled(page: "Image.Image", dice: Random, *, keep: bool) -> "Image.Image":
    """Shift the lines of a page against each other and grey it out; `keep` leaves its head readable."""
    from PIL import ImageFilter

    wide, high = page.size
    top = high // HEAD if keep else 0
    found = page.copy()
    y = top
    while y < high:
        deep = dice.randrange(3, 9)
        strip = page.crop((0, y, wide, min(high, y + deep)))
        found.paste(_PAPER - 30, (0, y, wide, min(high, y + deep)))
        found.paste(strip, (dice.randrange(-160, 160), y))
        y += deep
    lower = found.crop((0, top, wide, high)).filter(ImageFilter.GaussianBlur(3.2)).point(lambda tone: 150 + tone // 4)
    found.paste(lower, (0, top))
    return found
