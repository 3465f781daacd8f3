"""The sheets Kriterien and Einzelwerte: every criterion of every application live, and every score as it was given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.catalogue import Criterion
from reviewer_app.domain.consolidation import CriterionFigures
from reviewer_app.exports.workbook import cells, looks
from reviewer_app.exports.workbook.bands import colour_score_bands
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import Cell, Result, letters, live, quoted
from reviewer_app.exports.workbook.formulas import DASH, RowFormulas, of_value, row_formulas
from reviewer_app.exports.workbook.layout import FIRST, KEY, MINIMUM, TITLE, WEIGHT
from reviewer_app.exports.workbook.page import Page, height_for
from reviewer_app.exports.workbook.row_styles import table_row
from reviewer_app.exports.workbook.tables import FIRST_ROW, ROW, Column, close_table, note, open_table

_FLAG, _AGREED = 12, 13
_RATIONALE = 90.0
_MOST_HEIGHT = 120.0
_SCORE = 5


def add_criteria(book: Book) -> Page:
    """Add the sheet Kriterien: one row for each application and criterion, all figures live."""
    say = book.wording.say
    columns: list[Column] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.area_short"), 8.0, "left"),
        (say("head.criterion"), 6.0, "left"),
        (say("head.criterion_title"), 34.0, "left"),
        (say("head.weight"), 6.0, "right"),
        (say("head.minimum"), 6.0, "right"),
        (say("head.count"), 5.0, "right"),
        (say("head.mean"), 8.0, "right"),
        (say("head.median"), 8.0, "right"),
        (say("head.range"), 8.0, "right"),
        (say("head.flag"), 13.0, "left"),
        (say("head.agreed"), 10.0, "center"),
        (say("head.points"), 8.0, "right"),
    ]
    shown = [one for one in book.sheets if not one.is_withdrawn]
    page = open_table(book, "criteria", columns, None if shown else note(book, "criteria"))
    for sheet in shown:
        _add_criteria_of(book, page, sheet)
    if shown:
        last = len(page.rows)
        flag = letters(_FLAG)
        warn = book.styles.tinted(colour="warn", bold=True)
        page.colour(f"{flag}{FIRST_ROW}:{flag}{last}", f'LEFT({flag}{FIRST_ROW},1)="◆"', warn)
        if len(book.terms) == 1:
            agreed = letters(_AGREED)
            colour_score_bands(book, page, f"{agreed}{FIRST_ROW}:{agreed}{last}", book.terms[0].catalogue)
    close_table(book, page, columns, len(columns))
    return page


def _add_criteria_of(book: Book, page: Page, sheet: Sheet) -> None:
    figures = {one.key: one for one in sheet.case.criteria}
    row = FIRST
    for area in sheet.layout.areas:
        for criterion in area.criteria:
            shown = figures[criterion.key]
            formulas = row_formulas(book, sheet, criterion, shown, row)
            page.add(_criterion_line(book, sheet, (area.key, criterion, shown, formulas), row), ROW)
            row += 1


def _criterion_line(
    book: Book, sheet: Sheet, parts: tuple[str, Criterion, CriterionFigures, RowFormulas], row: int
) -> list[Cell]:
    area, criterion, shown, formulas = parts
    layout, styles = sheet.layout, table_row(book, sheet)
    there = layout.there
    empty = quoted(DASH)

    def pointed(column: int, result: Result, look: int) -> Cell:
        place = there(column, row)
        return live(f'IF({place}="",{empty},{place})', DASH if result == "" else result, look)

    reviews = f"{there(layout.score(0), row)}:{layout.here(layout.score(layout.score_columns - 1), row)}"
    agreed: Result = "" if shown.agreed is None else shown.agreed
    return [
        cells.text(sheet.number, styles.people),
        cells.text(sheet.name, styles.people),
        cells.text(area, styles.plain),
        live(there(KEY, row), criterion.key, styles.key),
        live(there(TITLE, row), criterion.title.read(book.material.language), styles.plain),
        live(there(WEIGHT, row), criterion.weight, styles.weight),
        pointed(MINIMUM, "" if criterion.minimum is None else criterion.minimum, styles.minimum),
        live(f"COUNT({reviews})", shown.n, styles.weight),
        live(there(layout.mean, row), formulas.mean[1] if formulas.mean else DASH, styles.figure),
        live(there(layout.median, row), formulas.median[1] if formulas.median else DASH, styles.figure),
        live(there(layout.range, row), formulas.range[1] if formulas.range else DASH, styles.spread),
        live(f'{there(layout.flag, row)}&""', formulas.flag[1] if formulas.flag else "", styles.flag),
        pointed(layout.agreed, agreed, styles.agreed),
        pointed(layout.points, formulas.points[1], styles.points),
    ]


def add_scores(book: Book) -> Page:
    """Add the sheet Einzelwerte: one row for each score, literal, for pivot tables; texts are whole."""
    say = book.wording.say
    columns: list[Column] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.criterion"), 6.0, "left"),
        (say("head.review"), 12.0, "left"),
        (say("head.score"), 8.0, "center"),
        (say("head.rationale"), _RATIONALE, "left"),
    ]
    page = open_table(
        book, "scores", columns, None if any(one.case.counted for one in book.sheets) else note(book, "scores")
    )
    for sheet in book.sheets:
        for line, height in _score_lines(book, sheet):
            page.add(line, height)
    if len(page.rows) >= FIRST_ROW and len(book.terms) == 1:
        score = letters(_SCORE)
        colour_score_bands(book, page, f"{score}{FIRST_ROW}:{score}{len(page.rows)}", book.terms[0].catalogue)
    close_table(book, page, columns, len(columns))
    return page


@dataclass(frozen=True, slots=True)
class _ScoreStyles:
    people: int
    wrapped: int
    value: int
    body: int
    key: int


def _score_lines(book: Book, sheet: Sheet) -> Iterator[tuple[list[Cell], float]]:
    """Give a row for each answer of each counted review; a reason without an answer has a row too."""
    base = looks.BODY.but(down="top")
    form = looks.score_form(sheet.case.catalogue.scale)
    styles = _ScoreStyles(
        people=book.style(base.but(people=True)),
        wrapped=book.style(base.but(people=True, wrap=True)),
        value=book.style(base.but(across="center", form=form)),
        body=book.style(base),
        key=book.style(base.but(bold=True)),
    )
    number, name = (cells.text(one, styles.people) for one in (sheet.number, sheet.name))
    for criterion in sheet.case.catalogue.criteria:
        start = [number, name, cells.text(criterion.key, styles.key)]
        for one in sheet.case.counted:
            value, reason = one.review.value(criterion.key), book.rationale(sheet, one, criterion.key)
            if value is None and not reason:
                continue
            given = of_value(value, book.wording)
            style = styles.value
            shown = cells.number(given, style) if isinstance(given, Fraction) else cells.text(given, style)
            begin, *rest = cells.parts(reason, book.wording.say("onward"))
            line = [*start, cells.text(one.label, styles.body), shown, cells.text(begin, styles.wrapped)]
            yield line, height_for(cells.lines(begin, _RATIONALE), ROW, _MOST_HEIGHT)
            yield from _further(book, styles, start, one.label, rest)
        if sheet.case.counted:
            _, *rest = cells.parts(book.agreed_reason(sheet, criterion.key), book.wording.say("rest"))
            yield from _further(book, styles, start, book.wording.say("head.agreed"), rest)


def _further(
    book: Book, styles: _ScoreStyles, start: list[Cell], label: str, rest: Sequence[str]
) -> Iterator[tuple[list[Cell], float]]:
    """Give rows for what one cell could not hold of a reason; their review `G1, Teil 2` counts as no answer."""
    blank = cells.blank(styles.value)
    for index, text in enumerate(rest, 2):
        said = cells.text(book.wording.say("part", label=label, n=index), styles.body)
        yield [*start, said, blank, cells.text(text, styles.wrapped)], _MOST_HEIGHT
