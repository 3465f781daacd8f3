"""Sets runs of text into lines: breaks at spaces, after hyphens and slashes, and at the edge where a word is too long.

Each line but the last ends with a real space, because a reader of the tags would else glue the words of two lines.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer_app.exports.tagged.lettering import Style, advance, clean, spell
from reviewer_app.exports.tagged.structure import Node

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=\w)|(?<=\w/)(?=\w)")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; `node` is an inline element of its own, None belongs to the paragraph."""

    text: str
    style: Style
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line: `x` and `width` in points, one style, one node."""

    x: float
    width: float
    text: str
    style: Style
    node: Node | None


@dataclass(slots=True)
class _Piece:
    """A part of a word that has one style."""

    text: str
    style: Style
    node: Node | None
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; its width leaves out the space that ends it."""

    segments: tuple[Segment, ...]
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
        segments: list[Segment] = []
        x = 0.0
        for piece in self.line:
            last = segments[-1] if segments else None
            if last and last.style == piece.style and last.node is piece.node:
                joined = Segment(last.x, last.width + piece.width, last.text + piece.text, last.style, last.node)
                segments[-1] = joined
            else:
                segments.append(Segment(x, piece.width, piece.text, piece.style, piece.node))
            x += piece.width
        if segments and spaced:
            last = segments[-1]
            segments[-1] = Segment(last.x, last.width, f"{last.text} ", last.style, last.node)
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


def _line(words: list[str], style: Style, node: Node | None, used: float, end: str) -> Line:
    return Line((Segment(0.0, used, " ".join(words) + end, style, node),), used)


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
