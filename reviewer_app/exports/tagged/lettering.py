"""The faces of a document, how wide their letters are, and what is written where a face has no glyph.

A character without a glyph would be drawn as .notdef, which both standards forbid; so text goes through `spell` first.
"""

import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from resources import fonts

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FALLBACK = "Fallback"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_ZERO_WIDTH = (SOFT_HYPHEN, "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
_TIDY = {**dict.fromkeys(map(ord, _ZERO_WIDTH)), **dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029"), " ")}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_USUAL = dict.fromkeys([*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100), *map(ord, "–„“”‚‘’…")])


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: `face` Regular, Medium, SemiBold or Fallback; size and leading in points; a colour token."""

    face: str
    size: float
    leading: float
    colour: str = "ink"

    def semibold(self) -> "Style":
        """Give the same style in the heavier cut."""
        return replace(self, face="SemiBold")

    def tinted(self, colour: str) -> "Style":
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


def width(text: str, style: Style) -> float:
    """Give the width of a text in points; it must be spelt for the style's face."""
    return advance(style.face, text) * style.size


def clean(text: str) -> str:
    """Give a text as it is set: composed characters, no soft hyphens, tabs and line ends as spaces."""
    return unicodedata.normalize("NFC", text).translate(_TIDY)


def spell(text: str, style: Style) -> list[tuple[str, Style]]:
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
def shortened(text: str, style: Style, room: float) -> str:
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
