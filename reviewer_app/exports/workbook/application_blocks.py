"""The tables below the criteria of an application: areas and rules side by side, then counts and the vote."""

from itertools import zip_longest

from reviewer_app.domain.scoring import rule_answers
from reviewer_app.exports.workbook import cells, formulas, looks
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import Cell, Result, live
from reviewer_app.exports.workbook.formulas import DASH
from reviewer_app.exports.workbook.layout import KEY, TITLE
from reviewer_app.exports.workbook.page import Page
from reviewer_app.exports.workbook.rules import Inputs, compiled, worded
from reviewer_app.exports.workbook.styles import Edge, Look
from reviewer_app.exports.workbook.verdicts import area_result, deviation

_ROW = 15
_HEADING = 18
_VOTE_CELLS = 3

type Line = list[Cell | None]


def add_blocks(book: Book, sheet: Sheet, page: Page) -> None:
    """Add the tables; every row holds a part on the left and one on the right."""
    layout = sheet.layout
    page.add((), _ROW)
    left = [_area_title(book), _area_heads(book, sheet), *_areas(book, sheet), _total(book, sheet)]
    right = [_rule_title(book, sheet), *_rules(book, sheet)]
    _add_side_by_side(sheet, page, left, right)
    while page.next_row < layout.counts:
        page.add((), _ROW)
    _add_side_by_side(sheet, page, _counts(book, sheet), _vote(book, sheet))


def _add_side_by_side(sheet: Sheet, page: Page, left: list[Line], right: list[Line]) -> None:
    start = sheet.layout.mean - 1
    for index, (one, other) in enumerate(zip_longest(left, right, fillvalue=None)):
        line: Line = list(one or [])
        line += [None] * (start - len(line))
        page.add(line + (other or []), _HEADING if index == 0 else _ROW)


def _area_title(book: Book) -> Line:
    return [cells.text(book.wording.say("application.areas"), book.style(looks.SECTION))]


def _placed(sheet: Sheet, look: int, named: dict[int, Cell]) -> Line:
    """Give a row of the table of areas from its cells by column; empty ones have the same look."""
    return [named.get(column, cells.blank(look)) for column in range(1, sheet.layout.area_columns[2] + 1)]


def _area_heads(book: Book, sheet: Sheet) -> Line:
    say = book.wording.say
    left, right = book.style(looks.SMALL_HEAD), book.style(looks.SMALL_HEAD.but(across="right"))
    maximum, points, share = sheet.layout.area_columns
    named = {
        KEY: cells.text(say("head.area_short"), left),
        maximum: cells.text(say("head.maximum"), right),
        points: cells.text(say("head.points"), right),
        share: cells.text(say("head.share"), right),
    }
    return _placed(sheet, left, named)


def _areas(book: Book, sheet: Sheet) -> list[Line]:
    layout = sheet.layout
    maximum, points, share = layout.area_columns
    right = looks.BODY.but(across="right")
    small = right.but(shrink=True)
    found: list[Line] = []
    for index, (area, shown) in enumerate(zip(layout.areas, sheet.case.figures.areas, strict=True)):
        result: Result = DASH if shown.points is None else cells.settled(shown.points)
        form = looks.share_form(area.threshold)
        named = {
            KEY: cells.text(area.key, book.style(looks.BODY.but(bold=True))),
            TITLE: cells.text(area.title.read(book.material.language), book.style(looks.BODY)),
            maximum: live(formulas.area_maximum(layout, index), shown.maximum, book.style(right)),
            points: live(formulas.area_points(sheet, index), result, book.style(small.but(form=looks.TOTAL))),
            share: live(
                formulas.area_share(layout, index),
                area_result(sheet, index),
                book.style(small.but(form=form)),
            ),
        }
        found.append(_placed(sheet, book.style(looks.BODY), named))
    return found


def _total(book: Book, sheet: Sheet) -> Line:
    layout, figures = sheet.layout, sheet.case.figures
    maximum, points, _ = layout.area_columns
    bold = looks.BODY.but(bold=True, bottom="thin:ink")
    right = bold.but(across="right")
    result: Result = DASH if figures.total is None else cells.settled(figures.total)
    span = layout.span(maximum, layout.area_row(0), layout.area_row(len(layout.areas) - 1))
    named = {
        KEY: cells.text(book.wording.say("application.total"), book.style(bold)),
        maximum: live(f"SUM({span})", figures.maximum, book.style(right)),
        points: live(formulas.total_points(sheet), result, book.style(right.but(form=looks.TOTAL, shrink=True))),
    }
    return _placed(sheet, book.style(bold), named)


def _rule_title(book: Book, sheet: Sheet) -> Line:
    say = book.wording.say
    title = cells.text(say("application.rules"), book.style(looks.SECTION))
    return [title] if sheet.layout.rules else [cells.text(_why_none(book, sheet), book.style(Look(colour="ink_2")))]


def _why_none(book: Book, sheet: Sheet) -> str:
    """Say why there are no rules here."""
    withdrawn = sheet.case.application.withdrawn
    if withdrawn is not None:
        return book.wording.say("withdrawn_on", day=sheet.context.day(withdrawn))
    words = book.wording.reason("no_rules")
    return words[:1].upper() + words[1:] + "."


def _rules(book: Book, sheet: Sheet) -> list[Line]:
    layout, say = sheet.layout, book.wording.say
    if not layout.rules:
        return []
    head = book.style(looks.SMALL_HEAD)
    blank = cells.blank(head)
    heads: Line = [cells.text(say(f"head.{key}"), head) for key in ("rule", "applies", "result")]
    heads += [blank, cells.text(say("head.when"), head), blank, blank]
    inputs = Inputs(
        total=layout.here(layout.area_columns[1], layout.total_row),
        shares=layout.span(layout.area_columns[2], layout.area_row(0), layout.area_row(len(layout.areas) - 1)),
        missed=layout.here(*layout.missed),
        formal=layout.here(*layout.formal),
    )
    words = {True: say("mark.yes"), False: say("mark.no"), None: say("mark.unknown")}
    case, body = sheet.case, book.style(looks.BODY)
    found = [heads]
    answered = rule_answers(case.catalogue, case.application.procedure, case.figures, case.formal_open)
    for rule, answer in answered:
        line: Line = [cells.text(rule.id, book.style(looks.BODY.but(bold=True)))]
        line.append(live(compiled(rule, sheet.terms, inputs, book.wording), words[answer], body))
        line += [cells.text(rule.name.read(book.material.language), body), cells.blank(body)]
        line += [cells.text(worded(rule, book.wording), body), cells.blank(body), cells.blank(body)]
        found.append(line)
    return found


def _counts(book: Book, sheet: Sheet) -> list[Line]:
    """Give missed minima, flags and open formal points, then who reviewed."""
    say, case, layout = book.wording.say, sheet.case, sheet.layout
    bad = book.style(Look(bold=True, across="right", form=looks.COUNT_BAD))
    spread = book.style(Look(bold=True, across="right", form=looks.COUNT_OPEN))
    plain = book.style(looks.PLAIN)
    figures = (
        ("missed", live(formulas.missed_minima(layout), len(case.figures.minimum_missed), bad)),
        ("discuss", live(formulas.flagged(layout), sum(one.needs_discussion for one in case.criteria), spread)),
        ("formal", cells.number(case.formal_open, bad)),
    )
    found: list[Line] = [[cells.text(say("application.counts"), book.style(looks.SECTION))]]
    found += [[None, cells.text(say(f"application.{key}"), plain), cell] for key, cell in figures]
    found.append([])
    found.append([cells.text(say("application.reviews"), book.style(looks.SECTION))])
    if not case.counted:
        return [*found, [cells.text(say("application.no_reviews"), plain)]]
    named = book.style(looks.PLAIN.but(people=True))
    found += [[cells.text(line, named)] for line in _reviewers(book, sheet)]
    return found


def _reviewers(book: Book, sheet: Sheet) -> list[str]:
    """Say who G1 … are, in lines that end before the table of rules begins."""
    room = sum(sheet.layout.widths()[: sheet.layout.mean - 1]) - 2
    found: list[str] = []
    for one in sheet.case.counted:
        said = book.wording.say("application.reviewer", label=one.label, name=book.names.person(one.review.reviewer))
        longer = f"{found[-1]}  ·  {said}" if found else said
        if found and len(longer) <= room:
            found[-1] = longer
        else:
            found.append(said)
    return found


def _vote(book: Book, sheet: Sheet) -> list[Line]:
    """Give the cell of the vote in its frame, what it says about the suggestion, and what may be changed."""
    say = book.wording.say
    title = say("application.vote")
    found: list[Line] = [[cells.text(title, book.style(looks.SECTION))]]
    if sheet.is_withdrawn:
        return found
    accent: Edge = "medium:accent"
    frame = Look(bold=True, top=accent, bottom=accent, people=True)
    first = cells.blank(book.style(frame.but(left=accent, open=True)))
    between = cells.blank(book.style(frame.but(people=False)))
    last = cells.blank(book.style(frame.but(right=accent, people=False)))
    found.append([first, *[between] * (_VOTE_CELLS - 2), last])
    found.append([live(*deviation(book, sheet), book.style(Look(bold=True)))])
    found.append([cells.text(say("application.help"), book.style(looks.NOTE))])
    return found
