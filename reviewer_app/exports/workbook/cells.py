"""Cells as they stand in a sheet part: texts, numbers, and formulas with their computed result beside them.

The text of a formula and its result are written in one go, so that no viewer ever shows a blank where a figure belongs;
what people wrote becomes a string cell and nothing else.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from reviewer_app.domain.display import rounded

PLACES = 9
MOST_UNITS = 32_767

type Result = str | int | Fraction
"""The computed result of a formula: text, or an exact number."""

type Cell = str
"""A cell behind its address: attributes and content."""

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPELT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RETURN = re.compile(r"\r\n?")
_BEYOND = 0xFFFF


@cache
def letters(column: int) -> str:
    """Give the letters of a column counted from 1: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, digit = divmod(column - 1, 26)
        found = chr(ord("A") + digit) + found
    return found


def plain(text: str) -> str:
    """Give a text without what XML cannot hold: control characters appear as `[U+0007]`."""
    return _UNFIT.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def escaped(text: str) -> str:
    """Give a text as it stands in XML: nothing is read as markup or as an escape of the format."""
    fit = plain(text)
    if "\r" in fit:
        fit = _RETURN.sub("\n", fit)
    if "_x" in fit:
        fit = _SPELT.sub("_x005F_", fit)
    return fit.translate(_ESCAPES)


def shortened(text: str, ending: str) -> str:
    """Cut a text to what a cell can hold (32,767 UTF-16 units), with `ending` to say so."""
    if len(text) * 2 <= MOST_UNITS or _units(text) <= MOST_UNITS:
        return text
    room = MOST_UNITS - _units(ending)
    kept, used = 0, 0
    for char in text:
        used += 1 + (ord(char) > _BEYOND)
        if used > room:
            break
        kept += 1
    return text[:kept] + ending


def _units(text: str) -> int:
    return len(text) + sum(ord(char) > _BEYOND for char in text)


def text(value: str, style: int) -> Cell:
    """Give a string cell; a leading `=` stays a character."""
    if not value:
        return f' s="{style}"/>'
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'


def number(value: Fraction | float, style: int) -> Cell:
    """Give a number cell."""
    return f' s="{style}"><v>{spelt(value)}</v></c>'


def live(formula: str, result: Result, style: int) -> Cell:
    """Give a formula (without `=`) with its result as the cached value."""
    if isinstance(result, str):
        return f' s="{style}" t="str"><f>{formula.translate(_ESCAPES)}</f><v>{escaped(result)}</v></c>'
    return f' s="{style}"><f>{formula.translate(_ESCAPES)}</f><v>{spelt(result)}</v></c>'


def blank(style: int) -> Cell:
    """Give an empty cell that only has a look."""
    return f' s="{style}"/>'


def spelt(value: Fraction | float) -> str:
    """Spell a number as the nearest double; whole numbers without a point."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction) and value.denominator == 1:
        return str(value.numerator)
    return repr(float(value))


def settled(value: Fraction) -> Fraction:
    """Round as the formulas do (`ROUND(…,9)`), so that both agree to the last digit shown."""
    return rounded(value, PLACES)


def row(index: int, cells: Sequence[Cell | None], height: float | None = None) -> str:
    """Give a row; None leaves a cell out."""
    size = "" if height is None else f' ht="{height:g}" customHeight="1"'
    inside = "".join(
        f'<c r="{letters(column)}{index}"{cell}' for column, cell in enumerate(cells, 1) if cell is not None
    )
    return f'<row r="{index}"{size}>{inside}</row>'


def quoted(word: str) -> str:
    """Give one of our own words as a string inside a formula."""
    return '"' + word.replace('"', '""') + '"'


def lines(value: str, width: float) -> int:
    """Estimate how many lines a text takes in a column of `width` digits, wrapped at words (Arial 10)."""
    room = max(width * 1.06 - 1, 1)
    return sum(max(1, -(-len(part) // int(room)) if part else 1) for part in value.split("\n")) if value else 1
