"""The evidence list as a workbook: one sheet, a line an annotation and criterion, to be filtered and sorted."""

from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.exports.evidence.material import EvidenceGroup, EvidenceLine, EvidenceList

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reviewer_app.exports.workbook.styles import CellStyle, Styles

COLUMNS = ("criterion", "title", "direction", "kind", "source", "quote", "note", "author", "created", "state")
_WIDTHS = (9, 22, 14, 13, 14, 44, 30, 16, 11, 12)
_OF_ROUND, _OF_ROUND_WIDTHS = ("application", "name"), (14, 24)
"""Columns before the others where the list is that of a round."""
_HEAD_HEIGHT = 20
_LAST_HEAD = 4
_CUT = " […]"


def evidence_bytes(found: EvidenceList) -> bytes:
    """Give the bytes of the workbook, in the looks of the consolidated one."""
    from openpyxl import Workbook

    from reviewer_app.exports.workbook.styles import Styles

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    book.properties.created = book.properties.modified = found.as_of
    _fill(book.create_sheet(messages.text("evidence.sheet", found.language)), Styles(book), found)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _fill(sheet: "Worksheet", styles: "Styles", found: EvidenceList) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    from reviewer_app.exports.workbook import looks

    columns, widths = (COLUMNS, _WIDTHS) if found.number else (_OF_ROUND + COLUMNS, _OF_ROUND_WIDTHS + _WIDTHS)
    stand = messages.text("evidence.as_of", found.language, moment=locale.moment(found.as_of, found.language))
    _row(sheet, styles, 1, [found.title], looks.TITLE.but(people=True))
    _row(sheet, styles, 2, [stand], looks.STAND)
    heads = [messages.text(f"evidence.column.{name}", found.language) for name in columns]
    _row(sheet, styles, _LAST_HEAD, heads, looks.HEAD.but(down="center"))
    sheet.row_dimensions[_LAST_HEAD].height = _HEAD_HEIGHT
    lines = [(group, line) for group in found.groups for line in group.lines]
    body = looks.BODY.but(people=True, wrap=True, down="top")
    for number, (group, line) in enumerate(lines, _LAST_HEAD + 1):
        before = [] if found.number else [group.number, group.name]
        _row(sheet, styles, number, before + _cells(group, line, found.language), body)
    if not lines:
        _row(sheet, styles, _LAST_HEAD + 1, [messages.text("evidence.none", found.language)], looks.STAND)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = _LAST_HEAD + len(lines)
    sheet.auto_filter.ref = f"A{_LAST_HEAD}:{get_column_letter(len(columns))}{last}" if lines else None
    sheet.freeze_panes = f"A{_LAST_HEAD + 1}"
    sheet.print_title_rows = f"{_LAST_HEAD}:{_LAST_HEAD}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _cells(group: EvidenceGroup, line: EvidenceLine, language: str) -> list[str]:
    day = locale.day(line.created.date(), language)
    state = ", ".join(line.marks)
    where = (group.key, group.title, line.direction, line.kind, line.source)
    return [*where, line.quote, line.note, line.author, day, state]


def _row(sheet: "Worksheet", styles: "Styles", index: int, values: list[str], look: "CellStyle") -> None:
    """Write a row of texts; none is ever read as a formula."""
    from reviewer_app.exports.workbook.cells import plain, shortened

    for column, value in enumerate(values, 1):
        cell: Any = sheet.cell(index, column, shortened(plain(value), _CUT))
        cell.data_type = "s"
        cell._style = copy(styles.style(styles.of(look)))  # noqa: SLF001 # reason: openpyxl has no public way to a shared style
