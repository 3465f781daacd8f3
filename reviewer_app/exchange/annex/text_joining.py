"""Words, paragraphs and copied text out of lines: what a double click takes, and hyphens at line ends made good."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reviewer_app.exchange.annex.lines import Line

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


def paragraph_of(lines: Sequence[Line], number: int) -> tuple[int, int]:
    """Return the range of letters of the paragraph that the line belongs to."""
    if not lines:
        return 0, 0
    first = last = number
    while not begins_paragraph(lines, first):
        first -= 1
    while last + 1 < len(lines) and not begins_paragraph(lines, last + 1):
        last += 1
    return lines[first].start, lines[last].end


def begins_paragraph(lines: Sequence[Line], number: int) -> bool:
    """Say whether a paragraph begins with a line."""
    return number == 0 or lines[number - 1].block != lines[number].block or _divided(lines, number)


def _divided(lines: Sequence[Line], number: int) -> bool:
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
