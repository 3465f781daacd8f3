"""PDF pages with text at known places, and the ways other programs turn, cut and shift pages."""

import io
from collections.abc import Sequence

import pikepdf
from reportlab.pdfgen.canvas import Canvas

SIZE = (400, 300)

type Words = tuple[float, float, str]


def page(*words: Words, size: int = 10, turned: int = 0) -> bytes:
    """Give a PDF of one page with texts at their places in the order given, `turned` degrees counter-clockwise."""
    return pages([words], size, turned)


def pages(texts: Sequence[Sequence[Words]], size: int = 10, turned: int = 0) -> bytes:
    """Give a PDF with a page for each list of texts."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SIZE, invariant=1)
    for words in texts:
        canvas.setFont("Helvetica", size)
        for x, y, text in words:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(turned)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def shown(
    data: bytes,
    *,
    rotate: int = 0,
    crop: Sequence[float] | None = None,
    media: Sequence[float] | None = None,
    unit: float = 1,
) -> bytes:
    """Give the PDF with its first page rotated clockwise, cropped, with another MediaBox or a unit of `unit` points."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        first = pdf.pages[0].obj
        first.Rotate = rotate
        first.UserUnit = unit
        if crop is not None:
            first.CropBox = pikepdf.Array(crop)
        if media is not None:
            first.MediaBox = pikepdf.Array(media)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
