"""The sheet Übersicht: one row for each application, every figure pointing absolutely at the application's own sheet.

Absolute because Excel shifts relative references when rows are sorted, and then every row shows another one's figures.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer_app.exports.workbook import cells, shared_styles
from reviewer_app.exports.workbook.bands import colour_results, colour_shares, colour_totals
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import CellXml, Result, letters, live, quoted
from reviewer_app.exports.workbook.formulas import DASH, area_result, suggested_words
from reviewer_app.exports.workbook.page import WorksheetPage, height_for
from reviewer_app.exports.workbook.styles import CellStyle
from reviewer_app.exports.workbook.tables import FIRST_ROW, ROW, ColumnFormat, close_table, note, open_table

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Area

SUGGESTION, VOTE, TOTAL, AREAS = 3, 4, 5, 6
"""Columns; the areas follow the total, and everything else follows the areas."""

_CLUSTER, _REMARK, _TECHNOLOGY = 33.0, 44.0, 32.0
_ALWAYS_PRINTED = 3
_MOST_PRINTED = 205.0


def area_keys(book: Book) -> list[str]:
    """Give the keys of all areas of the round's catalogues, in order."""
    return list(dict.fromkeys(area.key for terms in book.terms for area in terms.catalogue.areas))


def last_row(book: Book) -> int:
    """Give the last row of the table, the first where there is no application."""
    return FIRST_ROW + max(len(book.sheets), 1) - 1


def suggestions(book: Book) -> str:
    """Give the range of suggestions as other sheets name it."""
    column = letters(SUGGESTION)
    return f"{quoted_title(book)}${column}${FIRST_ROW}:${column}${last_row(book)}"


def quoted_title(book: Book) -> str:
    """Give the name of this sheet as formulas write it, with the exclamation mark."""
    title = book.wording.say("sheet.overview").replace("'", "''")
    return f"'{title}'!"


def add_overview(book: Book) -> WorksheetPage:
    """Add the sheet."""
    columns = _columns(book)
    sentence = _sentence(book) if book.sheets else note(book, "overview")
    page = open_table(book, "overview", columns, sentence)
    for sheet in book.sheets:
        _add_row(book, page, sheet)
    if book.sheets:
        _colour(book, page)
    close_table(book, page, columns, _printed(columns, len(area_keys(book))))
    return page


def _columns(book: Book) -> list[ColumnFormat]:
    say = book.wording.say
    areas: list[ColumnFormat] = [(say("head.area", key=key), 9.0, "right") for key in area_keys(book)]
    columns: list[ColumnFormat] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), _CLUSTER, "left"),
        (say("head.suggestion"), 22.0, "left"),
        (say("head.vote"), 22.0, "left"),
        (say("head.total"), 9.0, "right"),
        *areas,
        (say("head.below_minimum"), 8.0, "right"),
        (say("head.to_discuss"), 9.0, "right"),
        (say("head.formal_open"), 9.0, "right"),
        (say("head.procedure"), 14.0, "left"),
        (say("head.state"), 19.0, "left"),
        (say("head.technology"), _TECHNOLOGY, "left"),
        (say("head.reviews"), 12.0, "left"),
        (say("head.conditions"), 11.0, "left"),
        (say("head.agenda"), 7.0, "left"),
        (say("head.remark"), _REMARK, "left"),
    ]
    return [*columns, (say("head.catalogue"), 10.0, "left")] if len(book.terms) > 1 else columns


def _printed(columns: Sequence[ColumnFormat], areas: int) -> int:
    """Count the columns that are printed: to the state where they fit, at least to the formal points."""
    least = AREAS + areas + _ALWAYS_PRINTED - 1
    printed = least
    while printed < least + 2 and sum(width for _, width, _ in columns[: printed + 1]) <= _MOST_PRINTED:
        printed += 1
    return printed


def _sentence(book: Book) -> CellXml:
    """Count the results, live; the counts stand in the sheet Grundlagen, where each result has its words."""
    say = book.wording.say
    numbers = f"{quoted_title(book)}$A${FIRST_ROW}:$A${last_row(book)}"
    withdrawn = f"SUMPRODUCT(({suggestions(book)}={quoted(say('withdrawn'))})*1)"
    parts = "".join(f'&IF({count}=0,"",", "&{count}&" "&{words})' for count, words in _counted(book))
    formula = (
        f"{quoted(say('overview.counted'))}&(COUNTA({numbers})-{withdrawn})"
        f"&{quoted(say('overview.results'))}&MID({parts[1:]},3,999)"
    )
    live_sheets = [one for one in book.sheets if not one.is_withdrawn]
    words = [suggested_words(book, one) for one in live_sheets]
    known = [one.words for one in book.outcomes]
    said = [f"{words.count(one)} {one}" for one in known if one in words]
    rest = sum(one not in known for one in words)
    if rest:
        said.append(f"{rest} {say('overview.without')}")
    left = len(book.sheets) - len(live_sheets)
    if left:
        said.append(f"{left} {say('withdrawn')}")
    result = f"{say('overview.counted')}{len(live_sheets)}{say('overview.results')}{', '.join(said)}"
    return live(formula, result, book.style(shared_styles.SENTENCE))


def _counted(book: Book) -> list[tuple[str, str]]:
    """Give (named cell of a count, words) for each result, then for those without one and those withdrawn."""
    say = book.wording.say
    found = [(f"Anzahl_{one.cell}", one.cell) for one in book.outcomes]
    found.append(("Anzahl_ohne_Vorschlag", quoted(say("overview.without"))))
    found.append(("Anzahl_zurueckgezogen", quoted(say("withdrawn"))))
    return found


def _add_row(book: Book, page: WorksheetPage, sheet: ApplicationSheet) -> None:
    layout, say = sheet.layout, book.wording.say
    muted = "ink_3" if sheet.is_withdrawn else "ink"
    base = shared_styles.BODY.but(colour=muted)
    row = page.next_row
    name = sheet.name
    vote = layout.there(*layout.vote)
    line: list[CellXml | None] = [
        cells.text(sheet.number, book.style(shared_styles.LINK)),
        cells.text(name, book.style(base.but(bold=True, wrap=True, people=True))),
        live(layout.there(*layout.suggestion), suggested_words(book, sheet), book.style(base)),
        live(f'IF({vote}="",{quoted(DASH)},{vote})', DASH, book.style(base)),
        _total(book, sheet, base),
        *_areas(book, sheet, base),
        *_counts(book, sheet, base),
    ]
    number = book.material.expected_reviews.get(sheet.number, layout.reviews)
    reviews = say("overview.reviews", counted=layout.reviews, expected=max(number, layout.reviews))
    people = book.style(base.but(wrap=True, people=True))
    technology = sheet.technology or DASH
    line.append(cells.text(sheet.procedure or DASH, book.style(base.but(wrap=True, people=True, indent=1))))
    line += [cells.text(one or DASH, people) for one in (sheet.state, technology)]
    plain = book.style(base)
    line += [cells.text(one, plain) for one in (DASH if sheet.is_withdrawn else reviews, DASH, DASH)]
    remark = layout.there(*layout.deviation)
    deviates = quoted(say("mark.deviates"))
    open_look = book.style(base.but(wrap=True))
    stand = sheet.stand(book)
    line.append(live(f"IF({remark}={deviates},{deviates},{quoted(stand)})", stand, open_look))
    if len(book.terms) > 1:
        line.append(cells.text(sheet.terms.mark, plain))
    lines = max(cells.lines(name, _CLUSTER, bold=True), cells.lines(technology, _TECHNOLOGY))
    page.add(line, height_for(lines, ROW))
    page.link(f"A{row}", layout.sheet, sheet.number)


def _total(book: Book, sheet: ApplicationSheet, base: CellStyle) -> CellXml:
    style = book.style(base.but(bold=True, across="right", form=shared_styles.TOTAL))
    if sheet.is_withdrawn:
        return cells.text(DASH, style)
    total = sheet.case.figures.total
    result: Result = DASH if total is None else cells.settled(total)
    return live(sheet.layout.there(*sheet.layout.total), result, style)


def _areas(book: Book, sheet: ApplicationSheet, base: CellStyle) -> list[CellXml]:
    """Give the shares; an area that the application's catalogue does not have says so."""
    right = base.but(across="right")
    own = {area.key: index for index, area in enumerate(sheet.layout.areas)}
    found = []
    for key in area_keys(book):
        if key not in own:
            found.append(cells.text(book.wording.say("no_area"), book.style(right.but(colour="ink_3"))))
            continue
        index = own[key]
        style = book.style(right.but(form=shared_styles.share_form(sheet.layout.areas[index].threshold)))
        if sheet.is_withdrawn:
            found.append(cells.text(DASH, style))
        else:
            found.append(live(sheet.layout.there(*sheet.layout.share(index)), area_result(sheet, index), style))
    return found


def _counts(book: Book, sheet: ApplicationSheet, base: CellStyle) -> list[CellXml]:
    layout, case = sheet.layout, sheet.case
    bad = book.style(base.but(across="right", form=shared_styles.COUNT_BAD))
    spread = book.style(base.but(across="right", form=shared_styles.COUNT_OPEN))
    if sheet.is_withdrawn:
        return [cells.text(DASH, bad)] * 3
    return [
        live(layout.there(*layout.missed), len(case.figures.minimum_missed), bad),
        live(layout.there(*layout.flagged), sum(one.needs_discussion for one in case.criteria), spread),
        live(layout.there(*layout.formal), case.formal_open, bad),
    ]


def _colour(book: Book, page: WorksheetPage) -> None:
    last, styles = last_row(book), book.styles

    def span(column: int) -> str:
        return f"{letters(column)}{FIRST_ROW}:{letters(column)}{last}"

    colour_results(book, page, span(SUGGESTION), book.outcomes)
    colour_results(book, page, span(VOTE), book.votes)
    keys = area_keys(book)
    mark = letters(AREAS + len(keys) + 10)
    for terms in book.terms:
        only = f",${mark}{FIRST_ROW}={quoted(terms.mark)}" if len(book.terms) > 1 else ""
        colour_totals(book, page, span(TOTAL), terms, only=only)
        own: dict[str, Area] = {area.key: area for area in terms.catalogue.areas}
        for index, key in enumerate(keys):
            if key in own:
                colour_shares(book, page, span(AREAS + index), terms, own[key], only=only)
    for offset, tone in enumerate(("err", "warn", "err")):
        column = AREAS + len(keys) + offset
        cell = f"{letters(column)}{FIRST_ROW}"
        look = styles.tinted(f"{tone}_tint", tone, bold=True)
        page.colour(span(column), f"AND(ISNUMBER({cell}),{cell}>0)", look)
    remark = AREAS + len(keys) + 9
    cell = f"{letters(remark)}{FIRST_ROW}"
    page.colour(span(remark), f'LEFT({cell},1)="◆"', styles.tinted(colour="warn", bold=True))
