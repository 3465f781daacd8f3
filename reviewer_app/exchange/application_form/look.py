"""How the form looks: fonts, borders and fills made once from the token file, applied by name to thousands of cells."""

import tomllib
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

from resources import path

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

FONT = "Arial"
SIZE = 10
SMALL = 9
BODY_HEIGHT = 15.75
LINE_HEIGHT = 12.75


@cache
def colour(name: str) -> str:
    """Return a colour of the document tokens as workbooks spell it (8 hexadecimal digits)."""
    tokens = tomllib.loads(path("styles", "tokens.toml").read_text(encoding="utf-8"))["document"]
    return "FF" + str(tokens[name]).lstrip("#")


@dataclass(frozen=True, slots=True)
class Style:
    """What a kind of cell looks like; `lines` names the border: none, input, head, section, row."""

    size: int = SIZE
    bold: bool = False
    ink: str = "ink"
    fill: str = ""
    lines: str = "none"
    wrap: bool = False
    indent: int = 0
    vertical: str = "top"
    number_format: str = "General"
    open: bool = False


STYLES = {
    "title": Style(14, bold=True),
    "note": Style(SMALL, ink="ink_2"),
    "plain": Style(),
    "state": Style(bold=True, ink="accent"),
    "head": Style(SMALL, bold=True, ink="ink_2", fill="tint", lines="head", wrap=True),
    "section": Style(11, bold=True, lines="section", vertical="bottom"),
    "label": Style(lines="row", wrap=True, indent=1),
    "choice": Style(lines="row", wrap=True, indent=3),
    "unit": Style(SMALL, ink="ink_2", lines="row"),
    "check": Style(SMALL, bold=True, ink="ok", lines="row", wrap=True),
    "hint": Style(SMALL, ink="ink_2", lines="row", wrap=True),
    "input": Style(fill="input", lines="input", wrap=True, open=True),
    "computed": Style(ink="ink_2", lines="row"),
    "paragraph": Style(wrap=True),
    "heading": Style(11, bold=True),
    "id": Style(8, ink="ink_3"),
}


class Painter:
    """Gives cells their look; the same look is one shared style of the workbook."""

    def __init__(self, book: "Workbook") -> None:
        """Make Arial 10 the Normal style, so that columns come out as wide everywhere."""
        normal = book._named_styles["Normal"]  # type: ignore[attr-defined] # noqa: SLF001  # no public way to Normal
        normal.font = Font(name=FONT, size=SIZE)
        book._fonts[0] = Font(name=FONT, size=SIZE)  # type: ignore[attr-defined] # noqa: SLF001  # the default font
        self._made: dict[tuple[str, str], object] = {}

    def paint(self, cell: "Cell", name: str, number_format: str = "") -> None:
        """Give a cell the look `name`, with a number format where it needs one."""
        key = (name, number_format)
        made = self._made.get(key)
        if made is None:
            _apply(cell, STYLES[name], number_format)
            self._made[key] = copy(cell._style)  # type: ignore[attr-defined] # noqa: SLF001  # shared by reference
            return
        cell._style = made  # type: ignore[attr-defined] # noqa: SLF001  # setting it part by part is ten times slower


def warning_look() -> DifferentialStyle:
    """Return the look of a check that has something to say."""
    return DifferentialStyle(
        font=Font(bold=True, color=colour("warn")),
        fill=PatternFill(bgColor=colour("warn_tint"), fill_type="solid"),
    )


def _apply(cell: "Cell", style: Style, number_format: str) -> None:
    cell.font = Font(name=FONT, size=style.size, bold=style.bold, color=colour(style.ink))
    if style.fill:
        cell.fill = PatternFill("solid", fgColor=colour(style.fill))
    cell.border = _border(style.lines)
    cell.alignment = Alignment(horizontal="left", vertical=style.vertical, wrap_text=style.wrap, indent=style.indent)
    cell.number_format = number_format or style.number_format
    cell.protection = Protection(locked=not style.open)


def _border(lines: str) -> Border:
    if lines == "input":
        side = Side("thin", colour("control"))
        return Border(left=side, right=side, top=side, bottom=side)
    if lines == "head":
        side = Side("thin", colour("ink"))
        return Border(top=side, bottom=side)
    if lines == "section":
        return Border(bottom=Side("thin", colour("ink")))
    if lines == "row":
        return Border(bottom=Side("hair", colour("line")))
    return Border()
