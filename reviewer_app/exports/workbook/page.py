"""One sheet in the making: an openpyxl frame for everything around the rows, and the rows as finished XML.

Rows are put into the frame when the file is assembled; that is quicker than cell objects, and a formula and its
computed result can never get out of step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from reviewer_app.exports.workbook import cells
from reviewer_app.exports.workbook.cells import CellXml

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
FOOT_SIZE = 10
LINE = 12.75
MOST_HEIGHT = 409.0
_MARGIN, _FOOT = 0.4, 0.6
_FOOT_LIMIT = 80


@dataclass(slots=True)
class WorksheetPage:
    """A sheet: rows, links and conditional formats wait as XML for the assembly, `frame` holds the rest."""

    frame: "Worksheet"
    title: str
    rows: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    widest: int = 1

    @property
    def next_row(self) -> int:
        """The number of the row that comes next."""
        return len(self.rows) + 1

    def add(self, line: Sequence[CellXml | None] = (), height: float | None = None) -> int:
        """Add a row and give its number; `height` in points."""
        index = len(self.rows) + 1
        self.rows.append(cells.row(index, line, height))
        self.widest = max(self.widest, len(line))
        return index

    def link(self, place: str, page: str, tip: str) -> None:
        """Make the cell at `place` jump to the first cell of another sheet of this workbook."""
        target = cells.escaped(f"{quote_sheetname(page)}!A1").replace('"', "&quot;")
        shown = cells.escaped(tip).replace('"', "&quot;")
        self.links.append(f'<hyperlink ref="{place}" location="{target}" display="{shown}"/>')

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns from A on, in digits of the Normal style."""
        for column, width in enumerate(widths, 1):
            self.frame.column_dimensions[cells.letters(column)].width = width

    def colour(self, ref: str, formula: str, tint: int) -> None:
        """Format the cells of `ref` while `formula` holds; the first rule that was added wins."""
        self.formats.append(
            f'<conditionalFormatting sqref="{ref}"><cfRule type="expression" dxfId="{tint}" '
            f'priority="{len(self.formats) + 1}" stopIfTrue="1"><formula>{cells.escaped(formula)}</formula></cfRule>'
            "</conditionalFormatting>"
        )

    def check(self, ref: str, check: DataValidation) -> None:
        """Hold the input of `ref` to a rule."""
        check.add(ref)
        self.frame.add_data_validation(check)

    def freeze(self, place: str) -> None:
        """Keep the rows above and the columns left of `place` in view."""
        self.frame.freeze_panes = place

    def protect(self) -> None:
        """Lock all but the open cells, without a password; sorting, filtering, widths and heights stay allowed."""
        guard = self.frame.protection
        guard.sheet = True
        guard.formatColumns = guard.formatRows = guard.sort = guard.autoFilter = False

    def set_up_print(self, last: str, *, heads: str, left: str, middle: str, right: str, rows: int = 0) -> None:
        """Print A4 landscape up to column `last`, one page wide, with the rows `heads` (`4:4`) on every page.

        `left`, `middle` and `right` make the foot; `rows` ends the print before the last row.
        """
        sheet = self.frame
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_area = f"$A$1:${last}${rows or max(len(self.rows), 1)}"
        sheet.print_title_rows = heads
        for side in ("left", "right", "top"):
            setattr(sheet.page_margins, side, _MARGIN)
        sheet.page_margins.bottom = _FOOT
        sheet.page_margins.header = sheet.page_margins.footer = _MARGIN * 0.75
        for part, said in (("left", left), ("center", middle), ("right", right)):
            place = getattr(sheet.oddFooter, part)
            place.text, place.size, place.font = said, FOOT_SIZE, "Arial,Regular"


def in_foot(text: str) -> str:
    """Give a text for the foot: no codes, one line, a length the format allows."""
    tidy = " ".join(text.split())
    tidy = tidy if len(tidy) <= _FOOT_LIMIT else tidy[: _FOOT_LIMIT - 2].rstrip() + " …"
    return cells.plain(tidy).replace("&", "&&")


def height_for(lines: int, least: float, most: float = MOST_HEIGHT) -> float:
    """Give the height of a row for a number of wrapped lines, in points."""
    return min(max(least, lines * LINE + 3), most)
