"""Counts as tables in words, and the workbook they are saved in: what the page shows and what is written are one."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.cross_counts import CrossCount
from reviewer_app.exports.atomic_write import refuse_open, write_atomically

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reviewer_app.exports.workbook.styles import CellStyle, Styles

_FIRST_WIDTH, _WIDTH = 36.0, 15.0
_HEAD_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts: `key` says which, `corner` what its rows are; `columns` and `rows` are the words of the keys.

    `note` says what is counted, or why nothing is.
    """

    key: str
    title: str
    note: str
    corner: str
    count: CrossCount
    columns: tuple[str, ...]
    rows: tuple[str, ...]

    def heads(self, language: str) -> tuple[str, ...]:
        """Return the heads: the corner, the columns, and the sum."""
        return (self.corner, *self.columns, messages.text("statistics.sum", language))

    def lines(self, language: str) -> tuple[tuple[str | int, ...], ...]:
        """Return the rows with their sums, and the row of sums where there is more than one."""
        found: list[tuple[str | int, ...]] = [
            (words, *counts, total)
            for words, counts, total in zip(self.rows, self.count.counts, self.count.row_totals, strict=True)
        ]
        if len(found) > 1:
            sums: tuple[str | int, ...] = (
                messages.text("statistics.sum", language),
                *self.count.column_totals,
                self.count.total,
            )
            found.append(sums)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of a round as somebody may see them: `at` is the reference date, `as_of` the last change."""

    title: str
    at: date | None
    as_of: datetime
    applications: int
    tables: tuple[CountTable, ...]


def write_statistics(found: Statistics, target: Path, language: str) -> None:
    """Write every table to a sheet of its own; raises what `write_atomically` raises."""
    refuse_open(target)
    write_atomically(statistics_bytes(found, language), target)


def statistics_bytes(found: Statistics, language: str) -> bytes:
    """Give the bytes of the workbook, in the looks of the consolidated one."""
    from openpyxl import Workbook

    from reviewer_app.exports.workbook.styles import Styles

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    styles = Styles(book)
    for table in found.tables:
        title = messages.text(f"statistics.sheet.{table.key}", language)
        _fill(book.create_sheet(title), styles, found, table, language)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _fill(sheet: "Worksheet", styles: "Styles", found: Statistics, table: CountTable, language: str) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    from reviewer_app.exports.workbook import looks

    stand = messages.text("statistics.as_of", language, moment=locale.moment(found.as_of, language))
    _row(sheet, styles, [f"{table.title}, {found.title}"], looks.TITLE.but(people=True))
    _row(sheet, styles, [stand], looks.STAND)
    _row(sheet, styles, [table.note], looks.STAND)
    heads = table.heads(language)
    lines = table.lines(language)
    if lines:
        _row(sheet, styles, heads, looks.HEAD, looks.HEAD.but(across="right"))
        sheet.row_dimensions[sheet.max_row].height = _HEAD_HEIGHT
    for line in lines:
        last = len(lines) > 1 and line is lines[-1]
        body = looks.BODY.but(bold=last, bottom="thin:ink" if line is lines[-1] else "thin:line")
        _row(sheet, styles, line, body.but(people=True), body)
    for column in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _FIRST_WIDTH if column == 1 else _WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _row(
    sheet: "Worksheet",
    styles: "Styles",
    values: Sequence[str | int],
    first: "CellStyle",
    others: "CellStyle | None" = None,
) -> None:
    """Add a row; texts are never read as formulas."""
    index = (sheet.max_row if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 0) + 1
    for column, value in enumerate(values, 1):
        cell: Any = sheet.cell(index, column, value)
        cell.data_type = "s" if isinstance(value, str) else "n"
        number = styles.of(first if column == 1 or others is None else others)
        cell._style = copy(styles.style(number))  # noqa: SLF001 # reason: openpyxl has no public way to a shared style
