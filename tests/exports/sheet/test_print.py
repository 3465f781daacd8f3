"""What a sheet looks like on paper: nothing is too small, every text stands out, and grey print loses no sign."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.scale import NB
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.figure_marks import Status
from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.exports.sheet.writing import context_of, make_sheet
from reviewer_app.exports.tagged.canvas import MM, TaggedCanvas
from reviewer_app.exports.workbook.styles import colours
from tests.exports.factories import WORKED, a_dossier, a_material, a_person, a_review, catalogue, formal, row
from tests.exports.sheet.conftest import dossier_of, made

LEAST_SIZE = 7.0
TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
SCALE = 3.0
TOLD_APART = 25
"""Dots at nine to the millimetre that must differ: the smallest sign has more than two hundred."""

type Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """A drawn character: its size in points, its colour, and what lies behind it."""

    char: str
    size: float
    colour: Colour
    ground: Colour


def luminance(colour: Colour) -> float:
    red, green, blue = (
        (one / 255) / 12.92 if one <= 10 else (((one / 255) + 0.055) / 1.055) ** 2.4  # WCAG 2.1
        for one in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def letters_of(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Give the visible characters of a page with the most frequent colour at the edge of their boxes."""
    bitmap = page.render(scale=SCALE, rev_byteorder=True)
    pixels, stride, channels = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    layer = page.get_textpage()
    number = [ctypes.c_uint() for _ in range(4)]
    matrix = pdfium.FS_MATRIX()
    for index in range(layer.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(layer, index))
        if char.isspace() or pdfium.FPDFText_IsGenerated(layer, index):
            continue
        pdfium.FPDFText_GetMatrix(layer, index, matrix)
        size = pdfium.FPDFText_GetFontSize(layer, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        pdfium.FPDFText_GetFillColor(layer, index, *number)
        left, bottom, right, top = layer.get_charbox(index, loose=False)

        def at(x: float, y: float) -> Colour:
            column = min(max(round(x * SCALE), 0), bitmap.width - 1)
            line = min(max(round(bitmap.height - y * SCALE), 0), bitmap.height - 1)
            start = line * stride + column * channels
            return pixels[start], pixels[start + 1], pixels[start + 2]

        edge = [at(x, y) for x in (left - 0.5, right + 0.5) for y in (bottom - 0.5, (bottom + top) / 2, top + 0.5)]
        colour = tuple(one.value for one in number[:3])
        yield Letter(char, size, (colour[0], colour[1], colour[2]), Counter(edge).most_common(1)[0][0])


@cache
def drawn(name: str, variant: str = "internal") -> tuple[Letter, ...]:
    document = pypdfium2.PdfDocument(made(name, "de", variant))
    try:
        return tuple(letter for page in document for letter in letters_of(page))
    finally:
        document.close()


@pytest.mark.parametrize(
    ("name", "variant"), [("worked", "internal"), ("worked", "pseudonymous"), ("twenty", "internal")]
)
def test_nothing_is_too_small_or_too_pale(name: str, variant: str) -> None:
    letters = drawn(name, variant)
    assert len(letters) > 5_000
    assert {one.char for one in letters if one.size < LEAST_SIZE - 0.01} == set()
    pale = {(one.colour, one.ground) for one in letters if contrast(one.colour, one.ground) < TEXT_CONTRAST}
    assert pale == set()


@pytest.mark.parametrize(
    ("language", "word", "marking"),
    [
        ("de", "nachzufordern", "VERTRAULICH, enthält"),
        ("en", "to be supplied", "CONFIDENTIAL, contains"),
    ],
)
def test_no_word_of_a_table_is_torn_and_the_marking_speaks_the_language(language: str, word: str, marking: str) -> None:
    of = catalogue()
    checks = tuple(replace(one, proposal=FormalOutcome.TO_SUPPLY) for one in formal(of))
    dossier = a_dossier([a_review(row(WORKED[0], of), a_person(1))], checks=checks)
    data = make_sheet(a_material(dossier, language=language), dossier).data
    with pypdfium2.PdfDocument(data) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert len(re.findall(rf"{word}\s", text)) >= len(checks)
    assert marking in text
    assert "VERTRAULICH" not in text or language == "de"


def test_the_eye_that_measures_sees_what_is_wrong() -> None:
    assert contrast((0x85, 0x80, 0x77), (255, 255, 255)) < TEXT_CONTRAST
    assert round(contrast((0, 0, 0), (255, 255, 255))) == 21


@pytest.mark.parametrize("token", ["control", "minimum", "range_line", "ok", "err", "warn", "info", "accent"])
def test_marks_stand_out_from_paper(token: str) -> None:
    assert contrast(hexadecimal(colours()[token]), hexadecimal(colours()["paper"])) >= MARK_CONTRAST


@pytest.mark.parametrize("band", range(6))
def test_bars_stand_out_from_paper_and_from_their_cells(band: int) -> None:
    bar = hexadecimal(colours()[f"bar_{band}"])
    grounds = (colours()["paper"], colours()[f"fill_{band}"])
    assert all(contrast(bar, hexadecimal(ground)) >= MARK_CONTRAST for ground in grounds)


def hexadecimal(digits: str) -> Colour:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


# Grey print


def printed(figure: Figure) -> bytes:
    """Print a figure as a laser printer without colours would, one byte for a dot: black or white."""
    canvas = TaggedCanvas()
    canvas.begin_page()
    canvas.figure(figure, 20 * MM, 40 * MM, None)
    canvas.end_page()
    document = pypdfium2.PdfDocument(canvas.data())
    try:
        bitmap = document[0].render(scale=9 / MM, grayscale=True, crop=(0, 0, 0, document[0].get_height() - 55 * MM))
        return bytes(bitmap.buffer).translate(bytes(0 if tone < 170 else 255 for tone in range(256)))
    finally:
        document.close()


def differ(one: bytes, other: bytes) -> int:
    return sum(first != second for first, second in zip(one, other, strict=True))


def states() -> Mapping[str, Mapping[str, Figure]]:
    """Give what stands for different states of the same thing, with the same figures as far as possible."""
    scale, of = catalogue().scale, catalogue()
    floor, low, share = of.flags.floor, Fraction(5, 2), Fraction(11, 20)
    values = (("G1", Fraction(3, 2)), ("G2", Fraction(9, 2)), ("G3", Fraction(7, 2)))
    strip = figures.Strip("B1", values, scale, Fraction(7, 2))
    flagged = figures.Strip("B1", values, scale, Fraction(7, 2), flagged=True)
    bounded = figures.Strip("B1", values, scale, Fraction(7, 2), Fraction(3))
    return {
        "cell": {
            "above": figures.score_cell(low, scale, Fraction(0), language="de"),
            "below floor": figures.score_cell(low, scale, floor, language="de"),
            "below minimum": figures.score_cell(low, scale, floor, Fraction(3), language="de"),
            "n. b.": figures.value_cell(NB, scale, floor, language="de"),
            "not scored": figures.value_cell(None, scale, floor, language="de"),
        },
        "highest and lowest band": {
            "0": figures.score_cell(Fraction(0), scale, floor, language="de"),
            "5": figures.score_cell(Fraction(5), scale, floor, language="de"),
        },
        "meter": {
            "reached": figures.meter(figures.Meter(share)),
            "missed": figures.meter(figures.Meter(share, missed=True)),
            "nothing": figures.meter(figures.Meter(None)),
        },
        "strip": {
            "plain": figures.dot_strip(strip, language="de"),
            "flagged": figures.dot_strip(flagged, language="de"),
            "minimum": figures.dot_strip(bounded, language="de"),
        },
        "status": {status.value: figure_marks.status_sign(status, "de") for status in Status},
        "reviewer": {str(position): figure_marks.reviewer_sign(position) for position in range(6)},
    }


@pytest.mark.parametrize("kind", ["cell", "highest and lowest band", "meter", "strip", "status", "reviewer"])
def test_a_printer_without_colours_tells_states_apart(kind: str) -> None:
    dots = {name: printed(figure) for name, figure in states()[kind].items()}
    same = [(one, other) for one, other in combinations(dots, 2) if differ(dots[one], dots[other]) < TOLD_APART]
    assert same == []


def test_every_flag_has_a_sign_or_a_word_of_its_own() -> None:
    case = context_of(a_material(dossier_of("worked")), dossier_of("worked")).case
    marks = {one.key: figure_marks.spread_mark(one, case.catalogue.scale, "de") for one in case.criteria}
    flagged = {key for key, one in marks.items() if case.criterion(key).needs_discussion}
    noticed = {key for key, one in marks.items() if case.criterion(key).notice}
    assert flagged
    assert all(marks[key].sign for key in flagged | noticed)
    assert not any(marks[key].sign for key in marks.keys() - flagged - noticed)
