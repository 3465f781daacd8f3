"""Writes a member list as a workbook of its own, the way an association would keep it."""

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reviewer_app.demo.form_answers import form_map, part, scalar
from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.settled_zip import settled
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form_spec import Field

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reviewer_app.domain.application import Scalar

_WIDTHS = {"name": 52, "kind": 30, "postcode": 9, "town": 26, "country": 14, "staff": 13, "bond": 24, "contact": 28}
_DATE_WIDTH = 12
_DATE_FORMAT = "DD.MM.YYYY"


def member_table(catalogue: Catalogue) -> tuple[Field, dict[str, str]] | None:
    """Return the catalogue's table of members and which fact of a member fills which column, None without a table."""
    known = part(form_map(), "members")
    table = catalogue.field(str(known.get("table", "")))
    return None if table is None else (table, {name: str(fact) for name, fact in part(known, "columns").items()})


def member_scalar(table: Field, name: str, fact: str, member: DemoMember) -> "Scalar":
    """Return what a member has in a column."""
    column, value = table.column(name), member.fact(fact)
    return None if column is None or value is None else scalar(column, value)


def write_member_list(catalogue: Catalogue, title: str, members: Sequence[DemoMember]) -> bytes:
    """Return the workbook of a member list with one head row; the same members give the same bytes.

    Raises ValueError where the catalogue has no table of members.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    known = member_table(catalogue)
    if known is None:
        raise ValueError("the catalogue has no table of members")
    table, facts = known
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = table.sheet
    sheet.append([column.label.de for column in table.columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for member in members:
        row = []
        for column in table.columns:
            value = member_scalar(table, column.id, facts[column.id], member) if column.id in facts else None
            entry = catalogue.entry(column, value) if isinstance(value, str) else None
            row.append(entry.name.de if entry else value)
        sheet.append(row)
    for index, column in enumerate(table.columns, 1):
        letters = get_column_letter(index)
        sheet.column_dimensions[letters].width = _WIDTHS.get(facts.get(column.id, ""), _DATE_WIDTH)
        for cells in sheet.iter_rows(min_row=2, min_col=index, max_col=index):
            for cell in cells:
                if isinstance(cell.value, date):
                    cell.number_format = _DATE_FORMAT
    sheet.freeze_panes = "B2"
    book.properties.title = title
    raw = io.BytesIO()
    book.save(raw)
    return settled(raw.getvalue())
