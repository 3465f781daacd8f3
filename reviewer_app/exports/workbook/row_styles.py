"""The looks of criterion rows as indices, worked out once for each kind of row and used for hundreds of rows."""

from dataclasses import dataclass

from reviewer_app.exports.workbook import looks
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.layout import FIRST
from reviewer_app.exports.workbook.styles import Edge, Look


@dataclass(frozen=True, slots=True)
class RowStyles:
    """Indices of the looks of one row, by what stands in the cell."""

    key: int
    title: int
    weight: int
    minimum: int
    score: int
    figure: int
    spread: int
    flag: int
    agreed: int
    points: int
    reason: int
    rationale: int
    people: int
    plain: int


def sheet_row(book: Book, sheet: Sheet, row: int, *, opens: bool) -> RowStyles:
    """Give the looks of a row on the sheet of an application; `opens` draws the rule above an area."""
    first, last = row == FIRST, row == sheet.layout.last
    form = looks.score_form(sheet.case.catalogue.scale)
    key = (form, opens and not first, first, last, sheet.is_withdrawn)
    found = book.row_styles.get(key)
    if found is None:
        base = looks.BODY.but(top="thin:ink" if opens and not first else "", down="top")
        framed = base if sheet.is_withdrawn else _framed(base, first=first, last=last)
        found = book.row_styles[key] = _styles(book, base, framed, form)
    return found


def table_row(book: Book, sheet: Sheet) -> RowStyles:
    """Give the looks of a row of the sheet Kriterien."""
    form = looks.score_form(sheet.case.catalogue.scale)
    found = book.row_styles.get(form)
    if found is None:
        found = book.row_styles[form] = _styles(book, looks.BODY, looks.BODY, form)
    return found


def _styles(book: Book, base: Look, framed: Look, form: str) -> RowStyles:
    right = base.but(across="right")
    return RowStyles(
        key=book.style(base.but(bold=True)),
        title=book.style(base.but(wrap=True)),
        weight=book.style(right),
        minimum=book.style(right.but(form=form)),
        score=book.style(base.but(form=form, across="center")),
        figure=book.style(right.but(form=looks.MEAN)),
        spread=book.style(right.but(form=form)),
        flag=book.style(base.but(across="left", indent=1)),
        agreed=book.style(framed.but(form=form, across="center", bold=True)),
        points=book.style(right.but(form=looks.TOTAL, indent=1)),
        reason=book.style(framed.but(wrap=True, indent=1, people=True)),
        rationale=book.style(base.but(wrap=True, people=True)),
        people=book.style(base.but(people=True)),
        plain=book.style(base),
    )


def _framed(base: Look, *, first: bool, last: bool) -> Look:
    """Draw the part of the frame around open cells that falls to a row."""
    accent: Edge = "medium:accent"
    top, bottom = accent if first else base.top, accent if last else base.bottom
    return base.but(left=accent, right=accent, top=top, bottom=bottom, open=True)
