"""Cells as they stand in a sheet part: texts, numbers, and formulas with their computed result beside them.

The text of a formula and its result are written in one go, so that no viewer ever shows a blank where a figure belongs;
what people wrote becomes a string cell and nothing else.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from reviewer_app.domain.locale import rounded

PLACES = 9
MOST_UNITS = 32_767

type Result = str | int | Fraction
"""The computed result of a formula: text, or an exact number."""

type CellXml = str
"""A cell behind its address: attributes and content."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPELT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RETURN = re.compile(r"\r\n?")
_BEYOND = 0xFFFF
_NEAR = 500

# Widths of Arial in digits of the same size, near enough to count lines.
_USUAL, _WIDEST, _AVERAGE, _BOLD, _PADDING, _PROSE = 1.0, 1.7, 0.84, 1.07, 0.8, 170
_WIDTHS = (
    dict.fromkeys("ijl|'", 0.42)
    | dict.fromkeys(" ft.,:;!/()[]I\u00a0", 0.51)
    | dict.fromkeys("r-", 0.61)
    | dict.fromkeys("cksvxyzJ", 0.9)
    | dict.fromkeys("ABEKPSVXYÄ&", 1.2)
    | dict.fromkeys("CDHNRUÜGOQÖw", 1.3)
    | dict.fromkeys("mMW%@…—", 1.6)
)


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
    return _marked(fit)


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str, ending: str) -> str:
    """Cut a text to what a cell can hold (32,767 UTF-16 units), with `ending` to say so."""
    return text if _fits(text) else _held(text, MOST_UNITS - _units(ending)) + ending


def parts(text: str, onward: str) -> tuple[str, ...]:
    """Divide a text into parts that cells can hold; all but the last end with `onward`, and no character is lost.

    Divides behind a word where one ends near the edge.
    """
    rest, found = plain(text), []
    while not _fits(rest):
        first = _held(rest, MOST_UNITS - _units(onward))
        edge = first.rfind(" ", len(first) - _NEAR) + 1
        first = first[:edge] if edge else first
        found.append(first + onward)
        rest = rest[len(first) :]
    return (*found, rest)


def _fits(text: str) -> bool:
    return len(text) * 2 <= MOST_UNITS or _units(text) <= MOST_UNITS


def _held(text: str, room: int) -> str:
    """Give the beginning of a text within `room` UTF-16 units."""
    kept = used = 0
    for char in text:
        used += 1 + (ord(char) > _BEYOND)
        if used > room:
            break
        kept += 1
    return text[:kept]


def _units(text: str) -> int:
    return len(text) + sum(ord(char) > _BEYOND for char in text)


def text(value: str, style: int) -> CellXml:
    """Give a string cell; a leading `=` stays a character."""
    if not value:
        return f' s="{style}"/>'
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'


def number(value: Fraction | float, style: int) -> CellXml:
    """Give a number cell."""
    return f' s="{style}"><v>{spelt(value)}</v></c>'


def live(formula: str, result: Result, style: int) -> CellXml:
    """Give a formula (without `=`) with its result as the cached value."""
    if isinstance(result, str):
        return f' s="{style}" t="str"><f>{_marked(formula)}</f><v>{escaped(result)}</v></c>'
    return f' s="{style}"><f>{_marked(formula)}</f><v>{spelt(result)}</v></c>'


def blank(style: int) -> CellXml:
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


def row(index: int, cells: Sequence[CellXml | None], height: float | None = None) -> str:
    """Give a row; None leaves a cell out."""
    size = "" if height is None else f' ht="{height:g}" customHeight="1"'
    inside = "".join(
        f'<c r="{letters(column)}{index}"{cell}' for column, cell in enumerate(cells, 1) if cell is not None
    )
    return f'<row r="{index}"{size}>{inside}</row>'


def quoted(word: str) -> str:
    """Give one of our own words as a string inside a formula."""
    return '"' + word.replace('"', '""') + '"'


def lines(value: str, width: float, *, bold: bool = False) -> int:
    """Estimate how many lines a text takes in a column of `width` digits, wrapped at words (Arial 10)."""
    room = (width - _PADDING) / (_BOLD if bold else 1.0)
    return sum(_lines(part, room) for part in value.split("\n")) if value else 1


def _lines(part: str, room: float) -> int:
    if len(part) * _WIDEST <= room:
        return 1
    if len(part) > _PROSE:
        return int(len(part) * _AVERAGE / room + 1)
    count, used = 1, 0.0
    for word in part.split(" "):
        wide = sum(_WIDTHS.get(char, _USUAL) for char in word)
        if used and used + _WIDTHS[" "] + wide > room:
            count, used = count + 1, 0.0
        if wide > room:
            count += int(wide / room)
            wide %= room
        used += wide + (_WIDTHS[" "] if used else 0.0)
    return count
