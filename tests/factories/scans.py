"""Scans: pictures of pages in a PDF without a letter, and what says so where the machine has no Tesseract."""

import io

import pikepdf
import pytest
from pikepdf import Array, Name
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.recognising import Readiness, readiness

needs_tesseract = pytest.mark.skipif(
    readiness() is not Readiness.READY, reason="Tesseract with German is not on this machine"
)

_DOTS_PER_POINT = 3.0


def scanned(data: bytes) -> bytes:
    """Give the pages of a PDF as pictures alone, of the same size."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    with open_document(data) as document:
        for page in range(document.pages):
            painted, size = document.render(page, _DOTS_PER_POINT), document.size(page)
            whole = (painted.width, painted.height)
            picture = Image.frombuffer("RGBA", whole, painted.data, "raw", "BGRA", painted.stride, 1).convert("L")
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(picture), 0, 0, *size)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def turned(data: bytes, turns: int, cut: tuple[float, float, float, float]) -> bytes:
    """Give a scan put on its side in the file and turned back by the page's rotation, shown inside `cut` alone.

    `turns` are quarter turns clockwise; `cut` is in points of the page as it was.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            wide, high = right - left, top - bottom
            # what turns the content counter-clockwise, so that the page's rotation clockwise sets it upright again
            matrix = {
                0: (1, 0, 0, 1, 0, 0),
                1: (0, 1, -1, 0, high, 0),
                2: (-1, 0, 0, -1, wide, high),
                3: (0, -1, 1, 0, 0, wide),
            }
            a, b, c, d, e, f = matrix[turns]
            page.contents_add(f"q {a} {b} {c} {d} {e} {f} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((cut[0], cut[1]), (cut[2], cut[3]))]
            across, up = sorted(one[0] for one in corners), sorted(one[1] for one in corners)
            page.obj[Name.MediaBox] = Array([0, 0, *((high, wide) if turns % 2 else (wide, high))])
            page.obj[Name.CropBox] = Array([across[0], up[0], across[1], up[1]])
            page.obj[Name.Rotate] = 90 * turns
        pdf.save(out)
    return out.getvalue()
