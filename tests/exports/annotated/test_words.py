"""Random words of files nobody here wrote: marked, exported, and found under the mark by poppler."""

import io
import random
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.annotations.annotation import Quad, Rect
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.frame import PageFrame, box_of
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.exports.annotated.mark import Mark
from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.factories import pages
from tests.factories.annotations import on_page

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")

WORDS = 200
TURNED = ("hello_world_rotated", "rotation")
LEFT_OUT = (
    *TURNED,
    *("habibi-rotated", "rotated", "ArabicCIDTrueType"),
    *("imagemagick-images", "annotation-text-without-popup", "encrypted-attachment"),
)
"""Turned pages (tried in a test of their own), turned text, right to left, scans, cropped, encrypted."""

_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_EDGE = 0.75  # points by which two libraries may differ about the width of a word

type Word = tuple[Rect, str]
type Picked = tuple[int, str, tuple[Quad, ...]]


def words_of(data: bytes) -> Iterator[Picked]:
    """Give page, text and quads of the words that are taken by a double click and stand between spaces."""
    with open_document(data) as pdf:
        for page in range(pdf.pages):
            layer = read_layer(pdf, page)
            for found in re.finditer(r"(?<!\S)\w{3,}(?!\S)", layer.text):
                start, end = layer.word(found.start() + 1)
                if (start, end) == found.span():
                    yield page, found[0], layer.quads(start, end)


def poppler(file: Path) -> list[list[Word]]:
    """Ask pdftotext for the words of each page, in points from the upper left corner of the page as shown."""
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True)  # noqa: S603, S607  # a fixed program, no shell
    parts = (_WORD.findall(part) for part in done.stdout.split("<page ")[1:])
    return [
        [((float(a), float(b), float(c), float(d)), plain(unescape(text))) for a, b, c, d, text in p] for p in parts
    ]


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def exported_quads(data: bytes) -> dict[str, tuple[int, list[Rect]]]:
    """Read with the second library page and boxes of the marks, in the page as poppler shows it (its MediaBox)."""
    found: dict[str, tuple[int, list[Rect]]] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            left, bottom, right, top = (float(value) for value in page.mediabox)
            frame = PageFrame((left, bottom, right, top), int(page.obj.get("/Rotate", 0)) // 90 % 4)
            for each in page.obj.get("/Annots", pikepdf.Array()):
                name = str(each.get("/NM", "")) if each is not None else ""
                if name.startswith("votum-"):
                    v = [float(value) for value in each.QuadPoints]
                    quads = [
                        (v[i], v[i + 1], v[i + 2], v[i + 3], v[i + 4], v[i + 5], v[i + 6], v[i + 7])
                        for i in range(0, len(v), 8)
                    ]
                    found[name] = number, [frame.box_to_view(box_of(quad)) for quad in quads]
    return found


def lies_under(text: str, marks: list[Rect], words: list[Word]) -> bool:
    """Say whether the marks cover a word of this text, over its whole width, and the middle of no other."""
    hit = [(box, word) for box, word in words if any(_over(mark, box) for mark in marks)]
    whole = any(mark[0] <= box[0] + _EDGE and mark[2] >= box[2] - _EDGE for box, _ in hit for mark in marks)
    return whole and [word for _, word in hit] == [plain(text)]


def _over(mark: Rect, box: Rect) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    share = min(mark[3], box[3]) - max(mark[1], box[1])
    return mark[0] < across < mark[2] and mark[1] < down < mark[3] and share > 0.6 * (box[3] - box[1])


def missed(file: Path, picked: list[Picked], tmp_path: Path) -> list[str]:
    """Mark words in a file and name those that poppler does not find under their marks."""
    marks = [Mark(on_page(str(n), page=page, quads=quads), "Ada") for n, (page, _, quads) in enumerate(picked)]
    made = annotated_pdf(file.read_bytes(), marks, language="de")
    assert made.written == len(picked)
    target = tmp_path / file.name
    target.write_bytes(made.data)
    words, quads = poppler(target), exported_quads(made.data)
    places = {n: quads[f"votum-{n}"] for n in range(len(picked))}
    return [
        f"{file.name}, {picked[n][0] + 1}: {picked[n][1]}"
        for n, (page, boxes) in places.items()
        if not lies_under(picked[n][1], boxes, words[page])
    ]


def test_the_marks_of_random_words_lie_over_them(shared: Path, tmp_path: Path) -> None:
    every: list[tuple[Path, Picked]] = []
    for file in sorted((shared / "samples/pdf").glob("*.pdf")):
        try:
            every += [(file, word) for word in words_of(file.read_bytes()) if file.stem not in LEFT_OUT]
        except MendableError:
            continue
    chosen = random.Random(7).sample(every, WORDS)  # noqa: S311  # the same words in each run
    wrong: list[str] = []
    for file in {file for file, _ in chosen}:
        wrong += missed(file, [word for other, word in chosen if other == file], tmp_path)
    assert len(wrong) <= WORDS / 100, wrong


@pytest.mark.parametrize("name", TURNED)
def test_the_marks_of_turned_pages_lie_over_all_words(shared: Path, tmp_path: Path, name: str) -> None:
    file = shared / f"samples/pdf/{name}.pdf"
    picked = list(words_of(file.read_bytes()))
    assert picked
    assert missed(file, picked, tmp_path) == []


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 90])
def test_cropped_shifted_and_turned_pages(tmp_path: Path, rotate: int, turned: int) -> None:
    words = [(100 + 90 * x, 60 + 60 * y, f"Wort{x}{y}") for x in range(3) for y in range(3)]
    data = pages.page(*words, turned=turned)
    file = tmp_path / "made.pdf"
    file.write_bytes(pages.shown(data, rotate=rotate, crop=[30, 10, 390, 280], media=[-20, -40, 400, 300]))
    picked = list(words_of(file.read_bytes()))
    assert len(picked) == 9
    assert missed(file, picked, tmp_path) == []
