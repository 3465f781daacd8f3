"""The text of an annex's pages with the place of every letter, for selecting, quoting and marking.

Indexes count the letters of a page's text in reading order; places are in user space (see `frame`). A page is read
once, in one go under the lock, and kept; whatever is asked while a person drags a selection is answered from that.
"""

import ctypes
import math
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any

from reviewer_app.domain.annotations.annotation import AROUND, Quad
from reviewer_app.domain.text.recognised import RecognisedPage
from reviewer_app.exchange.annex.frame import Box, PageFrame
from reviewer_app.exchange.annex.lines import Lined, TextLine, lined
from reviewer_app.exchange.annex.pdf import PdfDocument

_HYPHENS = "-\u2010\u00ad"
_INNER = frozenset("'’\u00ad\u200c\u200d")
_BETWEEN_DIGITS = frozenset(".,:")
_BROKEN = re.compile(rf"(?<=\w)([{_HYPHENS}])\n(?=(\w+))")
_KEEP = frozenset(("und", "oder", "bzw", "sowie", "als", "and", "or"))
_WIDER = 1.35  # of the usual distance of lines, from which a gap divides paragraphs
_INDENT = (0.8, 4.0)  # of the line's height
_OTHER_SIZE = 0.2  # of the line's height


def word_of(text: str, index: int) -> tuple[int, int]:
    """Return the range of the word around a letter, over a hyphen and line end inside it."""
    if not 0 <= index < len(text) or not _in_word(text, index):
        return index, min(index + 1, len(text))
    start, end = index, index + 1
    while (before := _step(text, start, -1)) is not None:
        start = before
    while (after := _step(text, end - 1, 1)) is not None:
        end = after + 1
    return start, end


def _step(text: str, index: int, way: int) -> int | None:
    """Return the next letter of the word from `index` in direction `way`, None at its end."""
    following = index + way
    if 0 <= following < len(text) and _in_word(text, following):
        return following
    beyond = index + 3 * way
    if not 0 <= beyond < len(text) or not _in_word(text, beyond):
        return None
    low = min(index, beyond)
    broken = text[low + 1] in _HYPHENS and text[low + 2] == "\n" and text[low + 3].islower()
    return beyond if broken else None


def _in_word(text: str, index: int) -> bool:
    letter = text[index]
    if letter.isalnum() or letter == "_" or unicodedata.category(letter).startswith("M"):
        return True
    before, after = text[max(0, index - 1)], text[min(len(text) - 1, index + 1)]
    if letter in _BETWEEN_DIGITS:
        return before.isdigit() and after.isdigit()
    return letter in _INNER and before.isalnum() and after.isalnum()


def joined(text: str, start: int, end: int, paragraphs: Sequence[int]) -> str:
    """Return a range as running text; `paragraphs` says where in it a paragraph begins: its line end stays."""
    parts: list[str] = []
    last = start
    for edge in (*paragraphs, end):
        parts.append(_running(text[last:edge]))
        last = edge
    return "\n".join(part for part in parts if part)


def _running(text: str) -> str:
    whole = _BROKEN.sub(_mended, text)
    return " ".join(whole.split())


def _mended(match: re.Match[str]) -> str:
    """Join a word broken at a line's end; a hyphen of its own (Nord-/Süd, Wirt-/und) stays."""
    following = match[2]
    if match[1] == "\u00ad":
        return ""
    if following in _KEEP:
        return "- "
    return "" if following[0].islower() else "-"


def paragraph_of(lines: Sequence[TextLine], number: int) -> tuple[int, int]:
    """Return the range of letters of the paragraph that the line belongs to."""
    if not lines:
        return 0, 0
    first = last = number
    while not begins_paragraph(lines, first):
        first -= 1
    while last + 1 < len(lines) and not begins_paragraph(lines, last + 1):
        last += 1
    return lines[first].start, lines[last].end


def begins_paragraph(lines: Sequence[TextLine], number: int) -> bool:
    """Say whether a paragraph begins with a line."""
    return number == 0 or lines[number - 1].block != lines[number].block or _divided(lines, number)


def _divided(lines: Sequence[TextLine], number: int) -> bool:
    """Say whether a paragraph begins with a line that has another of its block before it."""
    before, line = lines[number - 1], lines[number]
    if abs(line.height - before.height) > _OTHER_SIZE * max(line.height, before.height):
        return True
    nearest = [each for each in lines[max(0, number - 8) : number + 8] if each.block == line.block]
    usual = median(one.extent[1] - two.extent[1] for one, two in pairwise(nearest))
    if before.extent[1] - line.extent[1] > _WIDER * usual:
        return True
    indent = line.extent[0] - before.extent[0]
    return _INDENT[0] * line.height < indent < _INDENT[1] * line.height


_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def letters_of(page: RecognisedPage, frame: PageFrame) -> tuple[list[str], array[float], dict[int, float]]:
    """Return letters, four floats of box in user space each, and the angle of the first letter of each word.

    A word is known as a whole: its letters share its width. On a turned page words run as it is shown.
    """
    angle = -frame.turns % 4 * math.pi / 2
    letters: list[str] = []
    boxes = array("f")
    angles: dict[int, float] = {}
    for line in page.lines:
        for word in line:
            angles[len(letters)] = angle
            for letter, place in zip(word.text, _shares(word.place, len(word.text)), strict=True):
                letters.append(letter)
                boxes.extend(frame.box_to_user(place))
            letters.append(" ")
            boxes.extend(_NOWHERE)
        if line:
            letters[-1] = "\n"
    return letters, boxes, angles


def _shares(place: Box, count: int) -> list[Box]:
    left, upper, right, lower = place
    each = (right - left) / max(1, count)
    return [(left + each * number, upper, left + each * (number + 1), lower) for number in range(count)]


MOST_KEPT = 48
"""Pages whose text is kept; one of 6,000 letters takes some 200 kB."""

MOST_LETTERS = 100_000
"""Letters of a page that are read; a page that is meant to be read has some 6,000."""

UNKNOWN = "\ufffd"
"""Stands for a letter that the file draws without saying which it is."""

_HALFWIDTHS = range(0xD800, 0xE000)
_CONTROLS = (frozenset(range(32)) - {2, 9, 10, 13}) | frozenset(range(0x7F, 0xA0))
_SPACE = 32
_RIGHT_TO_LEFT = range(0x590, 0x900)
_SHRUNK = 0.25  # of a quad's height, above and below: programs draw them as high as the line or higher
_OVERSHOOT = 0.3  # of the line's height that a mark may reach beyond most of its letters
_FAR_ROW = 4.0  # how much farther a line beside the pointer counts than one above or below it


@dataclass(frozen=True)
class TextLayer:
    """The text of a page and where it stands. Ranges are half-open and may reach past the ends."""

    frame: PageFrame
    text: str
    boxes: array[float]
    lines: tuple[TextLine, ...]

    def box(self, index: int) -> Box | None:
        """Return the box around a letter, None for what has no place: spaces between words, line ends."""
        left, bottom, right, top = self.boxes[4 * index : 4 * index + 4]
        return (left, bottom, right, top) if right > left else None

    def at(self, x: float, y: float) -> int | None:
        """Return the letter under a place, None where there is none."""
        for line in self.lines:
            along, up = line.axes.turn(x, y)
            start, low, end, high = line.extent
            if not (start <= along <= end and low <= up <= high):
                continue
            for index, extent in self._extents(line, line.start, line.end):
                if extent[0] <= along <= extent[2]:
                    return index
        return None

    def boundary(self, x: float, y: float) -> int:
        """Return the boundary between letters nearest to a place (0 to the text's length): where a drag begins or ends.

        Beside a line it is the line's start or end, so that a drag through the margin follows the lines.
        """
        if not self.lines:
            return 0
        return self.boundary_in(min(self.lines, key=lambda one: _distance(one, x, y)), x, y)

    def boundary_in(self, line: TextLine, x: float, y: float) -> int:
        """Return the boundary between letters of a line nearest to a place."""
        along, _ = line.axes.turn(x, y)
        extents = list(self._extents(line, line.start, line.end))
        index, extent = min(extents, key=lambda one: max(one[1][0] - along, along - one[1][2], 0))
        behind = along > (extent[0] + extent[2]) / 2
        return index + (behind != self.runs_left(index))

    def line_of(self, index: int) -> TextLine:
        """Return the line a letter stands in; IndexError where the page has no text."""
        return self.lines[self._line_at(index)]

    def word(self, index: int) -> tuple[int, int]:
        """Return the range of the word around a letter, over a hyphen at a line's end; the letter itself if none."""
        return word_of(self.text, index)

    def paragraph(self, index: int) -> tuple[int, int]:
        """Return the range of the lines around a letter up to a gap, an indent or another size of letters."""
        return paragraph_of(self.lines, self._line_at(index))

    def quote(self, start: int, end: int) -> str:
        """Return a range as a person would copy it: lines of a paragraph joined, words at line ends made whole.

        Empty where the file does not say which letters it draws.
        """
        start, end = self._within(start, end)
        said = self.text[start:end]
        if not said.strip() or (UNKNOWN in said and not any(letter.isalnum() for letter in said)):
            return ""
        within = range(self._line_at(start) + 1, self._line_at(end - 1) + 1)
        breaks = [self.lines[number].start for number in within if begins_paragraph(self.lines, number)]
        return joined(self.text, start, end, breaks)

    def context(self, start: int, end: int) -> tuple[str, str]:
        """Return the letters before and after a range, for finding it again."""
        start, end = self._within(start, end)
        return self.text[max(0, start - AROUND) : start], self.text[end : end + AROUND]

    def quads(self, start: int, end: int) -> tuple[Quad, ...]:
        """Return what to mark for a range: a quad for each line, several where its directions are mixed."""
        start, end = self._within(start, end)
        found: list[Quad] = []
        for number in range(self._line_at(start), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            whole = start <= line.start and line.end <= end
            found += self._whole(number) if whole else self._marked(line, max(start, line.start), min(end, line.end))
        return tuple(found)

    def inside(self, quad: Quad) -> Iterator[int]:
        """Give the letters that a quad of another program marks; what it only touches of the lines beside it is not."""
        corners = tuple(zip(quad[::2], quad[1::2], strict=True))
        axes = None
        start = end = low = high = 0.0
        for line in self.lines:
            if line.axes is not axes:
                axes = line.axes
                turned = [axes.turn(x, y) for x, y in corners]
                start, end = min(along for along, _ in turned), max(along for along, _ in turned)
                low, high = min(up for _, up in turned), max(up for _, up in turned)
            spare = _SHRUNK * (high - low)
            middle = (line.extent[1] + line.extent[3]) / 2
            if not (low + spare <= middle <= high - spare and line.extent[0] < end and line.extent[2] > start):
                continue
            for index, extent in self._extents(line, line.start, line.end):
                if start <= (extent[0] + extent[2]) / 2 <= end:
                    yield index

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _whole_lines(self) -> dict[int, list[Quad]]:
        return {}

    @cached_property
    def _has_leftwards(self) -> bool:
        return any(self.runs_left(index) for index in range(len(self.text)))

    def _whole(self, number: int) -> list[Quad]:
        """Return the quads of a line that is marked from end to end; a drag asks for the same ones with every move."""
        if number not in self._whole_lines:
            line = self.lines[number]
            self._whole_lines[number] = self._marked(line, line.start, line.end)
        return self._whole_lines[number]

    def _marked(self, line: TextLine, start: int, end: int) -> list[Quad]:
        return [line.axes.quad(run) for run in self._runs(line, start, end)]

    def _line_at(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)

    def _within(self, start: int, end: int) -> tuple[int, int]:
        start = min(max(0, start), len(self.text))
        return start, min(max(start, end), len(self.text))

    def _extents(self, line: TextLine, start: int, end: int) -> Iterator[tuple[int, Box]]:
        for index in range(start, end):
            left, bottom, right, top = self.boxes[4 * index : 4 * index + 4]
            if right > left:
                yield index, line.axes.box(left, bottom, right, top)

    def runs_left(self, index: int) -> bool:
        """Say whether a letter is one of a script that runs from right to left."""
        return ord(self.text[index]) in _RIGHT_TO_LEFT

    def _runs(self, line: TextLine, start: int, end: int) -> Iterator[Box]:
        """Give the extents to mark in a line; letters of the line that are not in the range stay out."""
        chosen = [extent for _, extent in self._extents(line, start, end)]
        if not chosen:
            return
        _, low, _, high = line.extent
        spare = _OVERSHOOT * (high - low)
        low = max(low - spare, min(one[1] for one in chosen))
        high = min(high + spare, max(one[3] for one in chosen))
        cuts: list[float] = []
        if self._has_leftwards and any(self.runs_left(index) for index in range(line.start, line.end)):
            others = (*self._extents(line, line.start, start), *self._extents(line, end, line.end))
            cuts = sorted((extent[0] + extent[2]) / 2 for _, extent in others)
        groups: dict[int, list[Box]] = {}
        for one in chosen:
            groups.setdefault(bisect_right(cuts, (one[0] + one[2]) / 2), []).append(one)
        for group in groups.values():
            yield min(one[0] for one in group), low, max(one[2] for one in group), high


class TextLayerCache:
    """The text layers of an open document, the last used ones kept. To be asked from one thread."""

    def __init__(self, document: PdfDocument) -> None:
        """Keep the document to read from; it must stay open as long as pages are asked for."""
        self._document = document
        self._kept: OrderedDict[int, TextLayer] = OrderedDict()

    def layer(self, page: int) -> TextLayer:
        """Return a page's layer; raise MendableError (`pdf_page_broken`, `pdf_closed`) where there is no such page."""
        found = self._kept.get(page)
        if found is None:
            found = read_layer(self._document, page)
            self._kept[page] = found
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(page)
        return found


def read_layer(document: PdfDocument, page: int) -> TextLayer:
    """Read a page's text with its places, what was recognised where it has no letters; else it is empty."""
    with document.lent_page(page) as (pdfium, handle):
        frame = _frame(pdfium, handle)
        letters, boxes, angles = _letters(pdfium, handle)
    recognised = document.recognised.get(page)
    if recognised is not None and not "".join(letters).strip():
        letters, boxes, angles = letters_of(recognised, frame)
    found = lined(letters, boxes, angles, frame) if letters else Lined("", array("f"), ())
    return TextLayer(frame, found.text, found.boxes, found.lines)


def _frame(pdfium: Any, page: Any) -> PageFrame:  # noqa: ANN401  # the library comes without types
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    turns = max(0, pdfium.FPDFPage_GetRotation(page))
    return PageFrame((box.left, box.bottom, box.right, box.top), turns)


def _letters(pdfium: Any, page: Any) -> tuple[list[str], array[float], dict[int, float]]:  # noqa: ANN401  # as above
    """Read letters, four floats of box each, and the angle of the first letter of each word."""
    layer = pdfium.FPDFText_LoadPage(page)
    if not layer:
        return [], array("f"), {}
    try:
        count = min(max(0, pdfium.FPDFText_CountChars(layer)), MOST_LETTERS)
        codes = _codes(pdfium, layer, count)
        starts = [i for i, code in enumerate(codes) if code > _SPACE and (i == 0 or codes[i - 1] <= _SPACE)]
        angle_of = pdfium.FPDFText_GetCharAngle
        angles = {index: max(0.0, angle_of(layer, index)) for index in starts}
        letters = {code: _letter(code) for code in set(codes)}
        return [letters[code] for code in codes], _boxes(pdfium, layer, count), angles
    finally:
        pdfium.FPDFText_ClosePage(layer)


def _codes(pdfium: Any, layer: Any, count: int) -> Sequence[int]:  # noqa: ANN401  # as above
    """Read the letters at one blow; one by one where the blow leaves some out or needs two units for one."""
    units = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(layer, 0, count, units) - 1
    codes = units[:count]
    if written == count and not any(code in _HALFWIDTHS for code in codes):
        return codes
    unicode_of = pdfium.FPDFText_GetUnicode
    return [unicode_of(layer, index) for index in range(count)]


def _boxes(pdfium: Any, layer: Any, count: int) -> array[float]:  # noqa: ANN401  # as above
    """Read the loose boxes, of the line's whole height, straight into one array: a call and no object a letter."""
    boxes = array("f")
    if count:
        rectangles = (pdfium.FS_RECTF * count)()
        first, size = rectangles[0], ctypes.sizeof(pdfium.FS_RECTF)
        read, place = pdfium.FPDFText_GetLooseCharBox, ctypes.byref
        for index in range(count):
            read(layer, index, place(first, size * index))
        boxes.frombytes(bytes(rectangles))
        boxes[1::4], boxes[3::4] = boxes[3::4], boxes[1::4]  # PDFium gives left, top, right, bottom
    return boxes


def _letter(code: int) -> str:
    if code in _CONTROLS or code in _HALFWIDTHS:
        return UNKNOWN
    return chr(code)


def _distance(line: TextLine, x: float, y: float) -> float:
    along, up = line.axes.turn(x, y)
    start, low, end, high = line.extent
    return max(start - along, along - end, 0) + _FAR_ROW * max(low - up, up - high, 0)
