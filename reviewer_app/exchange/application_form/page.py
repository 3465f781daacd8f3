"""What all sheets of the form share: cells of text that never become formulas, protection, the printed page."""

from typing import TYPE_CHECKING, cast

from openpyxl.worksheet.properties import PageSetupProperties

from reviewer_app.exchange.application_form.content import CellValue
from reviewer_app.exchange.application_form.look import Painter
from reviewer_app.exchange.application_form.words import Words

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
PORTRAIT_WIDTH = 170  # characters of Arial 10 that fit across at 60 %
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


def prepare_page(sheet: "Worksheet", words: Words, area: str, title_rows: str, width: float) -> None:
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
    for part, text in ((foot.left, words.say("foot", sheet=sheet.title)), (foot.right, words.say("foot_page"))):
        if part is not None:
            part.text, part.size, part.font = text, 8, "Arial,Regular"
