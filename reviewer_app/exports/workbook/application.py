"""The sheet of one application: name, live line, a row for every criterion, and the tables that follow from them."""

from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.catalogue import Area, Criterion
from reviewer_app.domain.consolidation import CriterionFigures
from reviewer_app.exports.short_texts import short_reason
from reviewer_app.exports.workbook import cells, looks
from reviewer_app.exports.workbook.application_blocks import add_blocks
from reviewer_app.exports.workbook.application_formats import add_formats
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import Cell, Result, letters, live
from reviewer_app.exports.workbook.formulas import DASH, RowFormulas, of_value, row_formulas
from reviewer_app.exports.workbook.page import LINE, Page, height_for
from reviewer_app.exports.workbook.row_styles import RowStyles, sheet_row
from reviewer_app.exports.workbook.styles import Look
from reviewer_app.exports.workbook.verdicts import area_result, deviation, shown_vote, suggested

_TWO_LINES = 2 * LINE + 2
_MOST_LINES = 4 * LINE + 2
_NAME_SIZES = ((80, 14), (120, 11), (100_000, 10))


def add_application(book: Book, sheet: Sheet) -> Page:
    """Add the sheet of one application."""
    page = book.page(sheet.layout.sheet)
    _add_top(book, sheet, page)
    figures = {one.key: one for one in sheet.case.criteria}
    for area in sheet.layout.areas:
        for position, criterion in enumerate(area.criteria):
            _add_criterion(book, sheet, page, criterion, figures[criterion.key], opens=position == 0)
    add_blocks(book, sheet, page)
    add_formats(book, sheet, page)
    return page


def _add_top(book: Book, sheet: Sheet, page: Page) -> None:
    """Add name, number, live line and heads: the four rows that stay in view."""
    layout = sheet.layout
    size = next(points for most, points in _NAME_SIZES if len(sheet.name) <= most)
    first: list[Cell | None] = [cells.text(sheet.name, book.style(looks.TITLE.but(people=True, size=size)))]
    between: list[Cell | None] = [None] * (layout.reason - 2)
    words = book.wording.say("overview_link")
    link = cells.text(words, book.style(Look(colour="accent", underline=True)))
    long = size < _NAME_SIZES[0][1]
    page.add(first if long else [*first, *between, link], 24)
    page.link(f"{letters(layout.reason)}{2 if long else 1}", book.wording.say("sheet.overview"), words)
    facts = [sheet.number, sheet.procedure, sheet.state, sheet.technology]
    line = "  ·  ".join(fact for fact in facts if fact)
    second: list[Cell | None] = [cells.text(line, book.style(looks.STAND.but(people=True)))]
    page.add([*second, *between, link] if long else second, 14)
    page.add(_live_line(book, sheet), 20)
    page.add(_heads(book, sheet), 21)


def _live_line(book: Book, sheet: Sheet) -> list[Cell | None]:
    layout, say = sheet.layout, book.wording.say
    bold = Look(bold=True, down="center")
    line: list[Cell | None] = [None] * layout.reason
    prefix = looks.safe(say("format.suggestion"))
    line[layout.suggestion[0] - 1] = suggested(book, sheet, book.style(bold.but(form=f'"{prefix}"@', people=False)))
    vote = Look(bold=True, colour="ink_2", down="center", form=f'"{looks.safe(say("format.vote"))}"@')
    line[layout.vote_shown[0] - 1] = live(*shown_vote(sheet), book.style(vote))
    right = bold.but(across="right", shrink=True)
    if layout.areas_fit:
        for index, area in enumerate(layout.areas):
            form = looks.share_form(area.threshold, f"{looks.safe(area.key)} ")
            look = book.style(right.but(form=form))
            line[layout.live_area(index) - 1] = live(layout.here(*layout.share(index)), area_result(sheet, index), look)
    else:
        line[layout.mean - 1] = live(*_areas_in_words(book, sheet), book.style(bold))
    total = sheet.case.figures.total
    result: Result = DASH if total is None else cells.settled(total)
    source = layout.here(layout.area_columns[1], layout.total_row)
    large = bold.but(size=12, across="center", form=looks.TOTAL)
    line[layout.agreed - 1] = live(source, result, book.style(large))
    most = layout.here(layout.area_columns[0], layout.total_row)
    form = f'"{looks.safe(say("format.maximum"))}"General'
    of = Look(size=9, colour="ink_2", across="left", down="center", form=form)
    line[layout.points - 1] = live(most, sheet.case.figures.maximum, book.style(of))
    line[layout.reason - 1] = live(*deviation(book, sheet), book.style(bold))
    return line


def _areas_in_words(book: Book, sheet: Sheet) -> tuple[str, Result]:
    """Give how many areas miss their threshold, for catalogues with more areas than the line has cells."""
    layout, say = sheet.layout, book.wording.say
    tests = [
        f"N({layout.here(*layout.share(index))}<{name})"
        for index, area in enumerate(layout.areas)
        if (name := sheet.terms.areas.get(area.key))
    ]
    total = layout.here(layout.area_columns[1], layout.total_row)
    count = "+".join(tests) or "0"
    met, missed = cells.quoted(say("mark.areas_met")), cells.quoted(say("mark.areas_missed"))
    formula = f'IF(ISNUMBER({total}),IF({count}=0,{met},"▼ "&({count})&{missed}),{cells.quoted(DASH)})'
    if sheet.case.figures.total is None:
        return formula, DASH
    pairs = zip(sheet.case.figures.areas, layout.areas, strict=True)
    below = sum(_missed(shown.share, area) for shown, area in pairs)
    return formula, f"▼ {below}{say('mark.areas_missed')}" if below else say("mark.areas_met")


def _missed(share: Fraction | None, area: Area) -> bool:
    return area.threshold is not None and share is not None and share < area.threshold


def _heads(book: Book, sheet: Sheet) -> list[Cell | None]:
    layout, say = sheet.layout, book.wording.say
    left, middle, right = (book.style(looks.HEAD.but(across=side)) for side in ("left", "center", "right"))
    labels = [one.label for one in sheet.case.counted] or [DASH]
    heads = [cells.text(say("head.criterion"), left), cells.text(say("head.criterion_title"), left)]
    heads += [cells.text(say(f"head.{key}"), right) for key in ("weight", "minimum")]
    heads += [cells.text(label, middle) for label in labels]
    heads += [cells.text(say(f"head.{key}"), right) for key in ("mean", "median", "range")]
    heads.append(cells.text(say("head.flag"), book.style(looks.HEAD.but(across="left", indent=1))))
    heads.append(cells.text(say("head.agreed"), middle))
    heads.append(cells.text(say("head.points"), book.style(looks.HEAD.but(across="right", indent=1))))
    heads.append(cells.text(say("head.reason"), book.style(looks.HEAD.but(across="left", indent=1))))
    if layout.reviews:
        heads += [cells.text(say("head.rationale_of", label=label), left) for label in labels]
    return list(heads)


def _add_criterion(
    book: Book, sheet: Sheet, page: Page, criterion: Criterion, shown: CriterionFigures, *, opens: bool
) -> None:
    """Add the row of one criterion; `opens` draws the rule above an area."""
    layout, row = sheet.layout, page.next_row
    formulas = row_formulas(book, sheet, criterion, shown, row)
    styles = sheet_row(book, sheet, row, opens=opens)
    counted = sheet.case.counted
    values = [of_value(one.review.value(criterion.key), book.wording) for one in counted] or [DASH]
    title, least, score = criterion.title.read(book.material.language), styles.minimum, styles.score
    reason = _reason(book, sheet, shown)
    line: list[Cell | None] = [
        cells.text(criterion.key, styles.key),
        cells.text(title, styles.title),
        cells.number(criterion.weight, styles.weight),
        cells.blank(least) if criterion.minimum is None else cells.number(criterion.minimum, least),
        *(cells.number(one, score) if isinstance(one, Fraction) else cells.text(one, score) for one in values),
        *_middle(formulas, styles),
        _agreed(shown, formulas, styles.agreed),
        live(*formulas.points, styles.points),
        cells.text(reason, styles.reason),
        *(cells.text(book.begun(book.rationale(sheet, one, criterion.key)), styles.rationale) for one in counted),
    ]
    widths = layout.widths()
    lines = max(cells.lines(title, widths[1]), cells.lines(reason, widths[layout.reason - 1] - 1))
    page.add(line, height_for(lines, _TWO_LINES, _MOST_LINES))


def _middle(formulas: RowFormulas, styles: RowStyles) -> list[Cell]:
    """Give mean, median, range and flag; dashes where there is no review."""
    pairs = ((formulas.mean, styles.figure), (formulas.median, styles.figure), (formulas.range, styles.spread))
    found = [live(*one, style) if one else cells.text(DASH, style) for one, style in pairs]
    return [*found, live(*formulas.flag, styles.flag) if formulas.flag else cells.blank(styles.flag)]


def _agreed(shown: CriterionFigures, formulas: RowFormulas, style: int) -> Cell:
    if shown.consensus:
        return cells.number(shown.consensus.value, style)
    return live(*formulas.agreed, style) if formulas.agreed else cells.blank(style)


def _reason(book: Book, sheet: Sheet, shown: CriterionFigures) -> str:
    """Give the chair's reason whole, else the first sentence of the review nearest the agreed value."""
    if given := book.agreed_reason(sheet, shown.key):
        return book.begun(given)
    return short_reason(replace(sheet.context, names=book.again), shown) if sheet.case.counted else ""
