"""The looks of cells: fonts, fills, borders and number formats from the document tokens, each registered once.

A look is a value; the workbook's own tables of styles are only touched here.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook import Workbook

from resources import path

FACE = "Arial"
SIZE = 10
_BUILTIN = {"General": 0, "0": 1, "0.00": 2, "0%": 9}
_FIRST_OWN = 164

type Edge = Literal["", "thin:line", "thin:ink", "medium:accent", "medium:ink"]


@cache
def colours() -> Mapping[str, str]:
    """Give the document colours as RRGGBB by token, with `fill_0` … `bar_5` for the score bands."""
    tokens = tomllib.loads(path("styles", "tokens.toml").read_text(encoding="utf-8"))["document"]
    found = {name: value.lstrip("#") for name, value in tokens.items() if isinstance(value, str)}
    for name in ("fill", "bar"):
        found |= {f"{name}_{band}": value.lstrip("#") for band, value in enumerate(tokens[name])}
    return found


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks. Colours are tokens, edges `weight:token`, `size` in points; `people` marks texts of people.

    `shrink` lets a number get smaller where it would not fit, so that it never becomes a row of hashes.
    """

    colour: str = "ink"
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    underline: bool = False
    fill: str = ""
    top: Edge = ""
    bottom: Edge = ""
    left: Edge = ""
    right: Edge = ""
    form: str = "General"
    across: Literal["left", "center", "right"] | None = None
    down: Literal["top", "center"] = "top"
    wrap: bool = False
    indent: int = 0
    shrink: bool = False
    open: bool = False
    people: bool = False

    def but(self, **changes: object) -> "CellStyle":
        """Give the same look with changes."""
        return replace(self, **changes)  # type: ignore[arg-type]  # names and values are those of the fields


class Styles:
    """The style tables of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._tables: dict[str, Any] = vars(book)  # there is no public way to the shared tables
        self._known: dict[CellStyle, int] = {}
        self._tints: dict[tuple[str, str, bool, str, bool], int] = {}
        normal = Font(name=FACE, size=SIZE, color=colours()["ink"])
        self._tables["_fonts"] = IndexedList([normal])
        self._tables["_named_styles"]["Normal"].font = normal

    def of(self, look: CellStyle) -> int:
        """Give the index of a look among the cell styles."""
        found = self._known.get(look)
        if found is None:
            found = self._known[look] = self._register(look)
        return found

    def style(self, index: int) -> StyleArray:
        """Give the style that `of` numbered."""
        found: StyleArray = self._tables["_cell_styles"][index]
        return found

    def _register(self, look: CellStyle) -> int:
        style = StyleArray()
        style.fontId = self._tables["_fonts"].add(_font(look))
        if look.fill:
            style.fillId = self._tables["_fills"].add(_solid(look.fill))
        style.borderId = self._tables["_borders"].add(_border(look))
        style.numFmtId = self._format(look.form)
        align = Alignment(
            horizontal=look.across or ("left" if look.indent else None),
            vertical=look.down,
            wrap_text=look.wrap or None,
            shrink_to_fit=look.shrink or None,
            indent=look.indent,
        )
        style.alignmentId = self._tables["_alignments"].add(align)
        guard = Protection(locked=not look.open)
        style.protectionId = self._tables["_protections"].add(guard)
        style.quotePrefix = int(look.people)
        return int(self._tables["_cell_styles"].add(style))

    def tinted(
        self, fill: str = "", colour: str = "", *, bold: bool = False, form: str = "", hatch: bool = False
    ) -> int:
        """Give the index of what a conditional format changes; colours are tokens, `hatch` draws strokes."""
        key = (fill, colour, bold, form, hatch)
        found = self._tints.get(key)
        if found is None:
            listed = self._tables["_differential_styles"].styles
            found = self._tints[key] = len(listed)
            listed.append(self._difference(fill, colour, bold=bold, form=form, hatch=hatch))
        return found

    def _difference(self, fill: str, colour: str, *, bold: bool, form: str, hatch: bool) -> DifferentialStyle:
        ground = None
        if hatch:
            ground = PatternFill(fill_type="lightUp", fgColor=colours()["control"], bgColor=colours()["paper"])
        elif fill:
            ground = PatternFill(fill_type="solid", bgColor=colours()[fill], fgColor=colours()[fill])
        face = Font(bold=bold or None, color=colours()[colour] if colour else None) if bold or colour else None
        given = NumberFormat(numFmtId=self._format(form), formatCode=form) if form else None
        return DifferentialStyle(font=face, fill=ground, numFmt=given)

    def _format(self, form: str) -> int:
        if form in _BUILTIN:
            return _BUILTIN[form]
        return int(self._tables["_number_formats"].add(form)) + _FIRST_OWN


def _font(look: CellStyle) -> Font:
    return Font(
        name=FACE,
        size=look.size,
        bold=look.bold or None,
        italic=look.italic or None,
        underline="single" if look.underline else None,
        color=colours()[look.colour],
    )


def _solid(token: str) -> PatternFill:
    return PatternFill(fill_type="solid", fgColor=colours()[token])


def _border(look: CellStyle) -> Border:
    return Border(left=_side(look.left), right=_side(look.right), top=_side(look.top), bottom=_side(look.bottom))


def _side(edge: Edge) -> Side:
    if not edge:
        return Side()
    weight, _, token = edge.partition(":")
    return Side(style="medium" if weight == "medium" else "thin", color=colours()[token])
