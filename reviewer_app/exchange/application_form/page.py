"""What all sheets of the form share: words, answers as cells show them, looks, protection, the printed page."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.properties import PageSetupProperties

from resources import path
from resources.messages import text
from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Localised

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


_NO_NAME = re.compile(r"[^A-Za-z0-9_]")


class FormTexts:
    """Says what stands on the form in one language."""

    def __init__(self, language: str) -> None:
        """Speak `language`."""
        self.language = language

    def say(self, key: str, **params: object) -> str:
        """Return the words of `form.<key>`."""
        return text(f"form.{key}", self.language, **params)

    def name(self, name: Localised) -> str:
        """Return a catalogue text in the language."""
        return name.read(self.language)

    @staticmethod
    def list_name(key: str) -> str:
        """Return the name under which the workbook knows a value list."""
        return f"Liste_{_NO_NAME.sub('_', key)}"


type CellValue = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class FormContent:
    """A catalogue's form, its language and the answers on it."""

    catalogue: Catalogue
    words: FormTexts
    values: Mapping[str, Scalar]
    tables: Mapping[str, Sequence[Row]]
    annexes: Mapping[str, str]
    given: Mapping[str, Scalar]

    def shown(self, field: Field, value: Scalar) -> CellValue:
        """Return what stands in the cell of an answer."""
        if value is None or value == "":
            return None
        if field.kind is FieldKind.BOOLEAN or isinstance(value, bool):
            return self.words.say("yes" if value is True else "no") if isinstance(value, bool) else str(value)
        if field.kind is FieldKind.CHOICE:
            entry = self.catalogue.entry(field, str(value))
            return self.words.name(entry.name) if entry else str(value)
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        if isinstance(value, tuple):
            return "; ".join(value)
        return value

    def answer(self, field: Field) -> CellValue:
        """Return what stands in the cell of a field."""
        return self.shown(field, self.values.get(field.id))

    def choice(self, field: Field, key: str) -> CellValue:
        """Return `ja` where a multiple choice holds `key`; `nein` where it is answered without it, else nothing."""
        chosen = self.values.get(field.id)
        if not isinstance(chosen, tuple) or not chosen:
            return None
        return self.words.say("yes") if key in chosen else None


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
class FormCellStyle:
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
    "title": FormCellStyle(14, bold=True),
    "note": FormCellStyle(SMALL, ink="ink_2"),
    "plain": FormCellStyle(),
    "state": FormCellStyle(bold=True, ink="accent"),
    "head": FormCellStyle(SMALL, bold=True, ink="ink_2", fill="tint", lines="head", wrap=True),
    "section": FormCellStyle(11, bold=True, lines="section", vertical="bottom"),
    "label": FormCellStyle(lines="row", wrap=True, indent=1),
    "choice": FormCellStyle(lines="row", wrap=True, indent=3),
    "unit": FormCellStyle(SMALL, ink="ink_2", lines="row"),
    "check": FormCellStyle(SMALL, bold=True, ink="ok", lines="row", wrap=True),
    "hint": FormCellStyle(SMALL, ink="ink_2", lines="row", wrap=True),
    "input": FormCellStyle(fill="input", lines="input", wrap=True, open=True),
    "computed": FormCellStyle(ink="ink_2", lines="row"),
    "paragraph": FormCellStyle(wrap=True),
    "heading": FormCellStyle(11, bold=True),
    "id": FormCellStyle(8, ink="ink_3"),
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


def warning_style() -> DifferentialStyle:
    """Return the look of a check that has something to say."""
    return DifferentialStyle(
        font=Font(bold=True, color=colour("warn")),
        fill=PatternFill(bgColor=colour("warn_tint"), fill_type="solid"),
    )


def _apply(cell: "Cell", style: FormCellStyle, number_format: str) -> None:
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


A4 = 9
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 107, 157
"""Characters of Arial 10 that fit across with 9 pt still at 7 pt, also where a wider font stands in for it."""
_MARGIN = 0.4
_ALLOWED = ("formatColumns", "formatRows", "insertRows", "sort", "autoFilter")


def cell_at(sheet: "Worksheet", row: int, column: int) -> "Cell":
    """Return a cell; no sheet of the form has merged ones."""
    return cast("Cell", sheet.cell(row, column))


def put_text(  # a cell: where, what, how
    sheet: "Worksheet", painter: Painter, row: int, column: int, value: CellValue, look: str, code: str = ""
) -> None:
    """Write a value with its look; a text stays a text whatever it begins with."""
    cell = cell_at(sheet, row, column)
    if value is not None:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    painter.paint(cell, look, code)


def prepare_page(sheet: "Worksheet", words: FormTexts, area: str, title_rows: str, width: float) -> None:
    """Protect a sheet without a password and set it up to print one page wide on A4 with its head on each page."""
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    for name in _ALLOWED:
        setattr(sheet.protection, name, False)
    sheet.print_area = area
    sheet.print_title_rows = title_rows
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "portrait" if width <= PORTRAIT_WIDTH else "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    foot = sheet.oddFooter
    if foot is None:
        return
    for part, said in ((foot.left, words.say("foot", sheet=sheet.title)), (foot.right, words.say("foot_page"))):
        if part is not None:
            part.text, part.size, part.font = said, 10, "Arial,Regular"
