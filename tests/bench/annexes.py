"""Annexes: the text of a full page, a drag over it, annotations into and out of a file of 300 pages."""

import io
import random
import statistics
import time
from collections.abc import Iterator

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.exchange.annex.foreign_annotations import read_annotations
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import TextLayer, read_layer
from reviewer_app.exports.annotated.mark import Mark
from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.bench.table import Row, paired
from tests.factories.annotations import on_page

PAGES, ANNOTATIONS, LINES, LETTERS, MOVES = 300, 200, 62, 97, 200


def rows() -> list[Row]:
    """Measure over pages of 6,000 letters."""
    data = full_pages()
    with open_document(data) as pdf:
        layer = read_layer(pdf, 0)
        text, bare = paired(lambda: read_layer(pdf, 1), lambda: pdf.text(1), rounds=15)
        marks = list(_marks(layer))
    made = annotated_pdf(data, marks, language="de").data
    mine, floor = paired(lambda: annotated_pdf(data, marks, language="de"), lambda: _rewrite(data))
    back, letters = paired(lambda: read_annotations(made), lambda: _letters(made), rounds=1)
    size = f"{len(layer.text):,} letters"
    return [
        Row("text of a page with its places", text, bare, 0.03, "its text alone", size, absolute=True),
        Row("move of a drag over a page", _drag(layer), None, 0.008, note="95 of 100 moves"),
        Row(f"{ANNOTATIONS} annotations into {PAGES} pages", mine, floor, 2, "pikepdf open and save"),
        Row(f"{ANNOTATIONS} annotations out of them", back, letters, float("inf"), "the text of their pages alone"),
    ]


def full_pages(count: int = PAGES) -> bytes:
    """Return a PDF of `count` pages of 6,000 letters, the same ones in each run."""
    letters = random.Random(1)  # noqa: S311  # the same pages in each run
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(count):
        canvas.setFont("Helvetica", 9)
        for line in range(LINES):
            words = ("".join(letters.choices("abcdefghij", k=letters.randint(3, 10))) for _ in range(LETTERS))
            canvas.drawString(50, 800 - 12 * line, " ".join(words)[:LETTERS])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _marks(layer: TextLayer) -> Iterator[Mark]:
    for number in range(ANNOTATIONS):
        quads = layer.quads(20 * number, 20 * number + 200)
        yield Mark(on_page(f"{number:03}", page=3 * number % PAGES, quads=quads), "Ada Muster")


def _drag(layer: TextLayer) -> float:
    """Return the CPU time that nineteen of twenty moves stay below; they mark from the top of the page on."""
    places = random.Random(2)  # noqa: S311  # the same moves in each run
    times = []
    for _ in range(MOVES):
        x, y = places.uniform(50, 550), places.uniform(60, 810)
        start = time.process_time()
        layer.quads(0, layer.boundary(x, y))
        times.append(time.process_time() - start)
    return statistics.quantiles(times, n=20)[-1]


def _letters(data: bytes) -> None:
    with open_document(data) as pdf:
        for number in range(0, PAGES, 3):
            pdf.text(number)


def _rewrite(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(io.BytesIO())
