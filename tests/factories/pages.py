"""PDF pages with text at known places, and the ways other programs turn, cut and shift pages."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer

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


def annotated(data: bytes, *marks: tuple[int, str, dict[str, str]], packed: bool = False) -> bytes:
    """Give the file as another program annotates it: page, the words highlighted, and what the annotation says."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf, open_document(data) as texts:
        for page, words, parts in marks:
            layer = read_layer(texts, page)
            start = layer.text.index(words)
            quads = [value for quad in layer.quads(start, start + len(words)) for value in quad]
            rect = Array([min(quads[::2]), min(quads[1::2]), max(quads[::2]), max(quads[1::2])])
            made = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=rect, QuadPoints=Array(quads))
            for key, value in parts.items():
                made[f"/{key}"] = String(value)
            if "/Annots" not in pdf.pages[page].obj:
                pdf.pages[page].obj.Annots = Array([])
            pdf.pages[page].obj.Annots.append(pdf.make_indirect(made))
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        pdf.save(out, object_stream_mode=mode)
    return out.getvalue()
