"""A workbook of texts and counts in the looks of the consolidated one, without formulas."""

from collections.abc import Iterable
from copy import copy
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.exports.workbook.cells import plain, shortened
from reviewer_app.exports.workbook.styles import CellStyle, Styles

_CUT = " […]"


class PlainWorkbook:
    """Sheets that are filled row by row."""

    def __init__(self) -> None:
        self.workbook = Workbook()
        for sheet in self.workbook.worksheets:
            self.workbook.remove(sheet)
        self._styles = Styles(self.workbook)

    def add(self, title: str, widths: Iterable[float]) -> "PlainSheet":
        """Add a sheet that prints on landscape pages as wide as it is."""
        return PlainSheet(self.workbook.create_sheet(title), self._styles, widths)

    def data(self) -> bytes:
        """Give the bytes of the file."""
        kept = BytesIO()
        self.workbook.save(kept)
        return kept.getvalue()


class PlainSheet:
    """One sheet; `worksheet` is the library's."""

    def __init__(self, worksheet: Worksheet, styles: Styles, widths: Iterable[float]) -> None:
        self.worksheet = worksheet
        self._styles = styles
        self._row = 0
        for column, width in enumerate(widths, 1):
            worksheet.column_dimensions[get_column_letter(column)].width = width
        worksheet.sheet_view.showGridLines = False
        worksheet.page_setup.orientation, worksheet.page_setup.paperSize = "landscape", "9"
        worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def row(
        self, values: Iterable[str | int], look: CellStyle, others: CellStyle | None = None, height: float | None = None
    ) -> None:
        """Add a row, behind its first cell in the look of `others`; texts are never read as formulas."""
        self._row += 1
        for column, value in enumerate(values, 1):
            shown = shortened(plain(value), _CUT) if isinstance(value, str) else value
            cell: Any = self.worksheet.cell(self._row, column, shown)
            cell.data_type = "s" if isinstance(value, str) else "n"
            number = self._styles.of(look if column == 1 or others is None else others)
            cell._style = copy(self._styles.style(number))  # noqa: SLF001 # reason: openpyxl has no public way to a shared style
        if height is not None:
            self.worksheet.row_dimensions[self._row].height = height
