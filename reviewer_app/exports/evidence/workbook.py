"""The evidence list as a workbook: one sheet, a line an annotation and criterion, to be filtered and sorted."""

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.exports.evidence.material import EvidenceGroup, EvidenceLine, EvidenceList

COLUMNS = ("criterion", "title", "direction", "kind", "source", "quote", "note", "author", "created", "state")
_WIDTHS = (9, 22, 14, 13, 14, 44, 30, 16, 11, 12)
_OF_ROUND, _OF_ROUND_WIDTHS = ("application", "name"), (14, 24)
"""Columns before the others where the list is that of a round."""
_HEAD_HEIGHT = 20
_HEAD = 4
"""The row of the heads."""


def evidence_bytes(found: EvidenceList) -> bytes:
    """Give the bytes of the workbook, in the looks of the consolidated one."""
    from openpyxl.utils import get_column_letter

    from reviewer_app.exports.plain_workbook import PlainWorkbook
    from reviewer_app.exports.workbook import shared_styles

    language = found.language
    columns, widths = (COLUMNS, _WIDTHS) if found.number else (_OF_ROUND + COLUMNS, _OF_ROUND_WIDTHS + _WIDTHS)
    book = PlainWorkbook()
    book.workbook.properties.created = book.workbook.properties.modified = found.as_of
    sheet = book.add(messages.text("evidence.sheet", language), widths)
    sheet.row([found.title], shared_styles.TITLE.but(people=True))
    stand = messages.text("evidence.as_of", language, moment=locale.moment(found.as_of, language))
    sheet.row([stand], shared_styles.STAND)
    sheet.row([], shared_styles.STAND)
    heads = [messages.text(f"evidence.column.{name}", language) for name in columns]
    sheet.row(heads, shared_styles.HEAD.but(down="center"), height=_HEAD_HEIGHT)
    lines = [(group, line) for group in found.groups for line in group.lines]
    body = shared_styles.BODY.but(people=True, wrap=True, down="top")
    for group, line in lines:
        before = [] if found.number else [group.number, group.name]
        sheet.row(before + _cells(group, line, language), body)
    if lines:
        sheet.worksheet.auto_filter.ref = f"A{_HEAD}:{get_column_letter(len(columns))}{_HEAD + len(lines)}"
    else:
        sheet.row([messages.text("evidence.none", language)], shared_styles.STAND)
    sheet.worksheet.freeze_panes = f"A{_HEAD + 1}"
    sheet.worksheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.worksheet.page_margins.left = sheet.worksheet.page_margins.right = 0.4
    return book.data()


def _cells(group: EvidenceGroup, line: EvidenceLine, language: str) -> list[str]:
    day = locale.day(line.created.date(), language)
    state = ", ".join(line.marks)
    where = (group.key, group.title, line.direction, line.kind, line.source)
    return [*where, line.quote, line.note, line.author, day, state]
