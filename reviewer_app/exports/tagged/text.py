"""The faces of a document, how wide their letters are, and runs of text set into lines.

A character without a glyph would be drawn as .notdef, which both standards forbid; so text goes through `spell` first.
Lines break at spaces, after hyphens and slashes, and at the edge where a word is too long. Each line but the last ends
with a real space, because a reader of the tags would else glue the words of two lines.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from resources import fonts
from reviewer_app.exports.tagged.structure import StructureElement

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


FALLBACK = "Fallback"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_ZERO_WIDTH = (SOFT_HYPHEN, "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
_TIDY = {**dict.fromkeys(map(ord, _ZERO_WIDTH)), **dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029"), " ")}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_USUAL = dict.fromkeys([*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100), *map(ord, "–„“”‚‘’…")])


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set: `face` Regular, Medium, SemiBold or Fallback; size and leading in points; a colour token."""

    face: str
    size: float
    leading: float
    colour: str = "ink"

    def semibold(self) -> "TextStyle":
        """Give the same style in the heavier cut."""
        return replace(self, face="SemiBold")

    def tinted(self, colour: str) -> "TextStyle":
        """Give the same style in another colour."""
        return replace(self, colour=colour)


@cache
def faces() -> "dict[str, TTFont]":
    """Give the faces by name, read from their files once in a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    files = {**fonts.cuts(), FALLBACK: fonts.fallback()}
    made = {name: TTFont(f"{fonts.FAMILY} {name}", str(file), asciiReadable=False) for name, file in files.items()}
    for face in made.values():
        pdfmetrics.registerFont(face)
    return made


@lru_cache(maxsize=60_000)
def advance(face: str, word: str) -> float:
    """Give the width of `word` for a size of one point."""
    metrics = faces()[face].face
    widths: dict[int, float] = metrics.charWidths
    default: float = metrics.defaultWidth
    return sum(widths.get(32 if char == "\N{NO-BREAK SPACE}" else ord(char), default) for char in word) / 1000


def width(text: str, style: TextStyle) -> float:
    """Give the width of a text in points; it must be spelt for the style's face."""
    return advance(style.face, text) * style.size


def clean(text: str) -> str:
    """Give a text as it is set: composed characters, no soft hyphens, tabs and line ends as spaces."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isprintable() else composed.translate(_TIDY)  # what goes is none of it printable


def spell(text: str, style: TextStyle) -> list[tuple[str, TextStyle]]:
    """Give the text in pieces that their face can show: own face, fallback face, or a visible `[U+…]`."""
    if _is_usual(text):
        return [(text, style)]
    lacking, foreign = _lacking(text), fonts.only_in_fallback(text)
    if not lacking and not foreign:
        return [(text, style)]
    pieces = []
    for in_fallback, chars in groupby(text, lambda char: char in foreign and char not in lacking):
        piece = "".join(f"[U+{ord(char):04X}]" if char in lacking else char for char in chars)
        pieces.append((piece, replace(style, face=FALLBACK) if in_fallback else style))
    return pieces


def _lacking(text: str) -> set[str]:
    """Give the characters to show by number: without a glyph, or turning the direction of what follows."""
    return fonts.missing(text) | (_TURNING & set(text))


def _is_usual(text: str) -> bool:
    """Say quickly whether a text has only letters, digits and signs that every cut has."""
    return not text.translate(_USUAL)


def visible(text: str) -> str:
    """Give the text, or the numbers of its characters where nothing of it would be seen."""
    return text if clean(text).strip() else "".join(f"[U+{ord(char):04X}]" for char in text)


def spelt(text: str) -> str:
    """Give the text as it can be read on paper, for outlines, alternatives and comparisons."""
    tidy = clean(text)
    if _is_usual(tidy):
        return tidy
    lacking = _lacking(tidy)
    return "".join(f"[U+{ord(char):04X}]" if char in lacking else char for char in tidy)


@lru_cache(maxsize=256)
def shortened(text: str, style: TextStyle, room: float) -> str:
    """Cut a single line to `room` points, at a letter, with " …"; only for head, foot and running lines."""
    if sum(width(piece, cut) for piece, cut in spell(text, style)) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        tried = f"{text[:middle].rstrip()} …"
        if sum(width(piece, cut) for piece, cut in spell(tried, style)) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()} …"


_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=\w)|(?<=\w/)(?=\w)")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; `node` is an inline element of its own, None belongs to the paragraph."""

    text: str
    style: TextStyle
    node: StructureElement | None = None


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A part of a line: `x` and `width` in points, one style, one node."""

    x: float
    width: float
    text: str
    style: TextStyle
    node: StructureElement | None


@dataclass(slots=True)
class _Piece:
    """A part of a word that has one style."""

    text: str
    style: TextStyle
    node: StructureElement | None
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; its width leaves out the space that ends it."""

    segments: tuple[TextSegment, ...]
    width: float


@dataclass(slots=True)
class _Setter:
    """Collects words into lines of at most `room` points."""

    room: float
    lines: list[Line] = field(default_factory=list)
    line: list[_Piece] = field(default_factory=list)
    used: float = 0.0

    def word(self, pieces: list[_Piece], *, spaced: bool) -> None:
        """Set a word, after a space where it is not the first of its line."""
        size = sum(piece.width for piece in pieces)
        gap = 0.0
        if self.line and spaced:
            last = self.line[-1]
            gap = advance(last.style.face, " ") * last.style.size
        if self.used + gap + size <= self.room + 0.01:
            if gap:
                self.line[-1].text += " "
                self.line[-1].width += gap
            self.line += pieces
            self.used += gap + size
            return
        if self.line:
            self.end(spaced=spaced)
            self.word(pieces, spaced=False)
            return
        self._broken(pieces)

    def _broken(self, pieces: list[_Piece]) -> None:
        """Break a word that is wider than a line: first after hyphens and slashes, else between letters."""
        parts = [list(part) for part in _at_hyphens(pieces)]
        if len(parts) > 1:
            for part in parts:
                self.word(part, spaced=False)
            return
        for piece in pieces:
            self._letters(piece)

    def _letters(self, piece: _Piece) -> None:
        """Set one piece letter by letter, filling each line to the edge."""
        text, start, size = piece.text, 0, piece.style.size
        used = self.used
        for index, char in enumerate(text):
            wide = advance(piece.style.face, char) * size
            if used + wide > self.room and (index > start or self.line):
                self._take(piece, text[start:index])
                self.end(spaced=False)
                start, used = index, 0.0
            used += wide
        self._take(piece, text[start:])

    def _take(self, piece: _Piece, text: str) -> None:
        if text:
            wide = sum(advance(piece.style.face, char) for char in text) * piece.style.size
            self.line.append(_Piece(text, piece.style, piece.node, wide))
            self.used += wide

    def end(self, *, spaced: bool) -> None:
        """Close the line, with the space that keeps its last word apart from the next line's first."""
        segments: list[TextSegment] = []
        x = 0.0
        for piece in self.line:
            last = segments[-1] if segments else None
            if last and last.style == piece.style and last.node is piece.node:
                joined = TextSegment(last.x, last.width + piece.width, last.text + piece.text, last.style, last.node)
                segments[-1] = joined
            else:
                segments.append(TextSegment(x, piece.width, piece.text, piece.style, piece.node))
            x += piece.width
        if segments and spaced:
            last = segments[-1]
            segments[-1] = TextSegment(last.x, last.width, f"{last.text} ", last.style, last.node)
        self.lines.append(Line(tuple(segments), self.used))
        self.line, self.used = [], 0.0


def _at_hyphens(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    part: list[_Piece] = []
    for piece in pieces:
        bits = _AFTER_HYPHEN.split(piece.text)
        for index, bit in enumerate(bits):
            if index and part:
                yield part
                part = []
            if bit:
                size = advance(piece.style.face, bit) * piece.style.size
                part.append(_Piece(bit, piece.style, piece.node, size))
    if part:
        yield part


def _words(runs: Iterable[Run]) -> Iterator[list[_Piece]]:
    """Give the words of the runs; a word may go on over the border of two runs."""
    word: list[_Piece] = []
    for run in runs:
        for text, style in spell(clean(run.text), run.style):
            face, size = style.face, style.size
            for index, bit in enumerate(text.split(" ")):
                if index and word:
                    yield word
                    word = []
                if bit:
                    word.append(_Piece(bit, style, run.node, advance(face, bit) * size))
    if word:
        yield word


def _plain(run: Run, room: float, *, goes_on: bool) -> list[Line] | None:
    """Set one run of one face, the usual case, without looking at pieces; None where a word has to be broken."""
    pieces = spell(clean(run.text), run.style)
    if len(pieces) != 1:
        return None
    text, style = pieces[0]
    face, size, limit = style.face, style.size, room + 0.01
    gap = advance(face, " ") * size
    lines: list[Line] = []
    words: list[str] = []
    used = 0.0
    for word in text.split(" "):
        if not word:
            continue
        wide = advance(face, word) * size
        if words and used + gap + wide > limit:
            lines.append(_line(words, style, run.node, used, " "))
            words, used = [], 0.0
        if wide > limit:
            return None
        used += wide + (gap if words else 0.0)
        words.append(word)
    if words:
        lines.append(_line(words, style, run.node, used, " " if goes_on else ""))
    return lines


def _line(words: list[str], style: TextStyle, node: StructureElement | None, used: float, end: str) -> Line:
    return Line((TextSegment(0.0, used, " ".join(words) + end, style, node),), used)


def lay_out(runs: Iterable[Run], room: float, *, goes_on: bool = False) -> list[Line]:
    """Set the runs into lines of at most `room` points; no words give no lines. `goes_on` ends it all with a space."""
    given = list(runs)
    if len(given) == 1:
        lines = _plain(given[0], room, goes_on=goes_on)
        if lines is not None:
            return lines
    setter = _Setter(room)
    for word in _words(given):
        setter.word(word, spaced=bool(setter.line))
    if setter.line:
        setter.end(spaced=goes_on)
    return setter.lines
