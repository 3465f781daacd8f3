"""Finding in an annex of 330 pages as the find bar does it, beside PDFium's own text and a plain search in it."""

from collections.abc import Iterator
from itertools import pairwise

from reviewer_app.domain.text.page_ends import PageEnd
from reviewer_app.domain.text.search import FoundIn, wanted
from reviewer_app.exchange.annex.pdf import PdfDocument, open_document
from reviewer_app.ui.pdf.document import OpenedDocument
from reviewer_app.ui.pdf.renderer import read_words
from tests.bench import floors
from tests.bench.annexes import full_pages
from tests.bench.table import Row, paired, timed

PAGES = 330
ASKED = ("abcd", "ja da", "e")
"""What is typed: letters inside words, words that follow one another, and what stands on every page many times."""


def rows() -> list[Row]:
    """Measure opening, reading and searching all pages; then further words typed while the pages' words are at hand."""
    data = full_pages(PAGES)
    mine, bare = paired(lambda: _find(data), lambda: floors.find_plainly(data, ASKED[0]), rounds=3)
    with open_document(data) as pdf:
        pages = list(_words(pdf))
        ends = [PageEnd(before, after) for before, after in pairwise(pages)]
        again = timed(lambda: [_count(pages, ends, typed) for typed in ASKED])
    return [
        Row(f"find in {PAGES} pages", mine, bare, 1.5, "PDFium's text and a search in it", f"{PAGES} full pages"),
        Row("further words in them", again / len(ASKED), None, 0.5, note="a word, in slices of 4 ms"),
    ]


def _find(data: bytes) -> int:
    with open_document(data) as pdf:
        pages = list(_words(pdf))
        return _count(pages, [PageEnd(before, after) for before, after in pairwise(pages)], ASKED[0])


def _count(pages: list[FoundIn], ends: list[PageEnd], typed: str) -> int:
    """Count hits on pages and over their ends."""
    sought = wanted(typed)
    return sum(len(page.shares(sought)) for page in pages) + sum(len(end.shares(sought)) for end in ends)


def _words(pdf: PdfDocument) -> Iterator[FoundIn]:
    """Yield the words of all pages, read in the slices of the window."""
    opened = OpenedDocument(1, pdf.sizes(), pdf)
    done = 0
    while done < pdf.pages:
        read = read_words(opened, done)
        yield from read.pages
        done += len(read.pages)
