"""The sheet of one application: name, live line, a row for every criterion, and the tables that follow from them."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from textwrap import wrap

from openpyxl.worksheet.datavalidation import DataValidation

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Area, Criterion
from reviewer_app.domain.reviews.consolidation import CriterionFigures
from reviewer_app.domain.reviews.scoring import rule_answers
from reviewer_app.exports.workbook import cells, formulas, shared_styles
from reviewer_app.exports.workbook.bands import colour_score_bands, colour_shares, colour_totals
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import CellXml, Result, letters, live, quoted
from reviewer_app.exports.workbook.formulas import (
    DASH,
    RowFormulas,
    RuleInputs,
    area_result,
    compiled,
    decisive,
    deviation,
    of_value,
    row_formulas,
    shown_vote,
    suggested,
    worded,
)
from reviewer_app.exports.workbook.layout import FIRST, HEADS, KEY, MINIMUM, TITLE
from reviewer_app.exports.workbook.page import LINE, WorksheetPage, height_for
from reviewer_app.exports.workbook.styles import CellStyle, Edge


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
    median: int
    points: int
    reason: int
    rationale: int
    people: int
    plain: int


def sheet_row(book: Book, sheet: ApplicationSheet, row: int, *, opens: bool) -> RowStyles:
    """Give the looks of a row on the sheet of an application; `opens` draws the rule above an area."""
    first, last = row == FIRST, row == sheet.layout.last
    form = shared_styles.score_form(sheet.case.catalogue.scale)
    key = (form, opens and not first, first, last, sheet.is_withdrawn)
    found = book.row_styles.get(key)
    if found is None:
        base = shared_styles.BODY.but(top="thin:ink" if opens and not first else "")
        framed = base if sheet.is_withdrawn else _framed(base, first=first, last=last)
        found = book.row_styles[key] = _styles(book, base, framed, form)
    return found


def table_row(book: Book, sheet: ApplicationSheet) -> RowStyles:
    """Give the looks of a row of the sheet Kriterien."""
    form = shared_styles.score_form(sheet.case.catalogue.scale)
    found = book.row_styles.get(form)
    if found is None:
        found = book.row_styles[form] = _styles(book, shared_styles.BODY, shared_styles.BODY, form)
    return found


def _styles(book: Book, base: CellStyle, framed: CellStyle, form: str) -> RowStyles:
    right = base.but(across="right")
    return RowStyles(
        key=book.style(base.but(bold=True)),
        title=book.style(base.but(wrap=True)),
        weight=book.style(right),
        minimum=book.style(right.but(form=form)),
        score=book.style(base.but(form=form, across="center")),
        figure=book.style(right.but(form=shared_styles.middle_form(form))),
        spread=book.style(right.but(form=form)),
        flag=book.style(base.but(across="left", indent=1)),
        agreed=book.style(framed.but(form=form, across="center", bold=True)),
        median=book.style(framed.but(form=form, across="center", italic=True)),
        points=book.style(right.but(form=shared_styles.TOTAL, indent=1)),
        reason=book.style(framed.but(wrap=True, down="top", indent=1, people=True)),
        rationale=book.style(base.but(wrap=True, down="top", people=True)),
        people=book.style(base.but(people=True)),
        plain=book.style(base),
    )


def _framed(base: CellStyle, *, first: bool, last: bool) -> CellStyle:
    """Draw the part of the frame around open cells that falls to a row."""
    accent: Edge = "medium:accent"
    top, bottom = accent if first else base.top, accent if last else base.bottom
    return base.but(left=accent, right=accent, top=top, bottom=bottom, open=True)


VOTE_LIST = "Voten"
_PROMPT_LIMIT, _TITLE_LIMIT = 255, 32


def add_formats(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    """Add conditional formats, validations, protection and print set-up."""
    layout = sheet.layout
    page.widths(layout.widths())
    page.freeze(f"C{FIRST}")
    _colour_scores(book, sheet, page)
    _colour_shares(book, sheet, page)
    _colour_words(book, sheet, page)
    if not sheet.is_withdrawn:
        _check_input(book, sheet, page)
    page.protect()
    book.print_page(page, letters(layout.reason), heads=f"1:{HEADS}")


def _colour_scores(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    layout, styles, catalogue = sheet.layout, book.styles, sheet.case.catalogue
    agreed = letters(layout.agreed)
    place = f"{agreed}{FIRST}:{agreed}{layout.last}"
    form = shared_styles.score_form(catalogue.scale)
    cell, least = f"{agreed}{FIRST}", f"${letters(MINIMUM)}{FIRST}"
    below = f'AND(ISNUMBER({cell}),{least}<>"",{cell}<{least})'
    page.colour(place, below, styles.tinted("err_tint", "err", bold=True, form=f'"▼ "{form}'))
    first, last = letters(layout.score(0)), letters(layout.score(layout.score_columns - 1))
    for ref in (place, f"{first}{FIRST}:{last}{layout.last}"):
        colour_score_bands(book, page, ref, catalogue)


def _colour_shares(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    layout = sheet.layout
    for index, area in enumerate(layout.areas):
        places = [(layout.share(index), "")]
        if layout.areas_fit:
            places.append(((layout.live_area(index), 3), f"{shared_styles.safe(area.key)} "))
        for (number, row), prefix in places:
            colour_shares(book, page, f"{letters(number)}{row}", sheet.terms, area, prefix=prefix)
    for column, row in (layout.total, (layout.area_columns[1], layout.total_row)):
        colour_totals(book, page, f"{letters(column)}{row}", sheet.terms)


def _colour_words(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    layout, styles, say = sheet.layout, book.styles, book.wording.say
    warn = styles.tinted(colour="warn", bold=True)
    flag = letters(layout.flag)
    page.colour(f"{flag}{FIRST}:{flag}{layout.last}", f'LEFT({flag}{FIRST},1)="◆"', warn)
    for column, row in (layout.deviation, (layout.vote[0], layout.vote[1] + 1)):
        cell = f"{letters(column)}{row}"
        page.colour(cell, f'LEFT({cell},1)="◆"', warn)
    if not layout.areas_fit:
        cell = f"{letters(layout.mean)}3"
        page.colour(cell, f'LEFT({cell},1)="▼"', styles.tinted("err_tint", "err", bold=True))
    for place, tone in ((layout.missed, "err"), (layout.flagged, "warn"), (layout.formal, "err")):
        cell = f"{letters(place[0])}{place[1]}"
        page.colour(cell, f"{cell}>0", styles.tinted(f"{tone}_tint", tone, bold=True))
    if sheet.has_rules:
        top, bottom = layout.rule_row(0), layout.rule_row(layout.rules - 1)
        answer, before = letters(layout.median), layout.here(layout.median, top - 1)
        yes, unknown = quoted(say("mark.yes")), quoted(say("mark.unknown"))
        until = f"{before}:${answer}{top}"
        formula = f"AND(${answer}{top}={yes},COUNTIF({until},{yes})=1,COUNTIF({until},{unknown})=0)"
        table = f"{letters(layout.mean)}{top}:{letters(layout.reason)}{bottom}"
        page.colour(table, formula, styles.tinted("ok_tint", "accent", bold=True))


def _check_input(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    say, layout, scale = book.wording.say, sheet.layout, sheet.case.catalogue.scale
    name, language = sheet.terms.name, book.material.language
    column = letters(layout.agreed)
    cell, low, step = f"{column}{FIRST}", name("Skala_Min"), name("Skala_Schritt")
    steps = f"({cell}-{low})/{step}"
    inside = f"{cell}>={low},{cell}<={name('Skala_Max')},ABS(ROUND({steps},0)-{steps})<0.000001"
    formula = f"IF(ISNUMBER({cell}),AND({inside}),FALSE)"
    said = {
        "low": book.wording.plain(scale.minimum),
        "high": book.wording.plain(scale.maximum),
        "steps": locale.steps(scale, language, messages.text),
    }
    example = locale.score(scale.value(scale.grades * 2 // 3), language, scale.decimals)
    agreed = DataValidation(type="custom", formula1=formula, allow_blank=True)
    _say(
        agreed,
        say("input.agreed_title"),
        say("input.agreed", **said),
        say("input.agreed_error", **said, example=example),
    )
    page.check(f"{column}{FIRST}:{column}{layout.last}", agreed)
    if book.votes:
        vote = DataValidation(type="list", formula1=VOTE_LIST, allow_blank=True)
        _say(vote, say("input.vote_title"), say("input.vote"), say("input.vote_error"))
        page.check(f"{letters(layout.vote[0])}{layout.vote[1]}", vote)


def _say(check: DataValidation, title: str, prompt: str, error: str) -> None:
    """Set the friendly words of a validation; it refuses what is wrong."""
    check.promptTitle = check.errorTitle = title[:_TITLE_LIMIT]
    check.prompt, check.error = prompt[:_PROMPT_LIMIT], error[:_PROMPT_LIMIT]
    check.showInputMessage = check.showErrorMessage = True
    check.errorStyle = "stop"


_ROW = 15
_HEADING = 18
_VOTE_CELLS = 3

type CellLine = list[CellXml | None]


def add_blocks(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    """Add the tables; every row holds a part on the left and one on the right."""
    layout = sheet.layout
    page.add((), _ROW)
    left = [_area_title(book), _area_heads(book, sheet), *_areas(book, sheet), _total(book, sheet)]
    right = [_rule_title(book, sheet), *_rules(book, sheet)]
    _add_side_by_side(sheet, page, left, right)
    while page.next_row < layout.counts:
        page.add((), _ROW)
    _add_side_by_side(sheet, page, _counts(book, sheet), _vote(book, sheet))


def _add_side_by_side(
    sheet: ApplicationSheet, page: WorksheetPage, left: list[CellLine], right: list[CellLine]
) -> None:
    start = sheet.layout.mean - 1
    for index, (one, other) in enumerate(zip_longest(left, right, fillvalue=None)):
        line: CellLine = list(one or [])
        line += [None] * (start - len(line))
        page.add(line + (other or []), _HEADING if index == 0 else _ROW)


def _area_title(book: Book) -> CellLine:
    return [cells.text(book.wording.say("application.areas"), book.style(shared_styles.SECTION))]


def _placed(sheet: ApplicationSheet, look: int, named: dict[int, CellXml]) -> CellLine:
    """Give a row of the table of areas from its cells by column; empty ones have the same look."""
    return [named.get(column, cells.blank(look)) for column in range(1, sheet.layout.area_columns[2] + 1)]


def _area_heads(book: Book, sheet: ApplicationSheet) -> CellLine:
    say = book.wording.say
    left, right = book.style(shared_styles.SMALL_HEAD), book.style(shared_styles.SMALL_HEAD.but(across="right"))
    maximum, points, share = sheet.layout.area_columns
    named = {
        KEY: cells.text(say("head.area_short"), left),
        maximum: cells.text(say("head.maximum"), right),
        points: cells.text(say("head.points"), right),
        share: cells.text(say("head.share"), right),
    }
    return _placed(sheet, left, named)


def _areas(book: Book, sheet: ApplicationSheet) -> list[CellLine]:
    layout = sheet.layout
    maximum, points, share = layout.area_columns
    right = shared_styles.BODY.but(across="right")
    small = right.but(shrink=True)
    found: list[CellLine] = []
    for index, (area, shown) in enumerate(zip(layout.areas, sheet.case.figures.areas, strict=True)):
        result: Result = DASH if shown.points is None else cells.settled(shown.points)
        form = shared_styles.share_form(area.threshold)
        named = {
            KEY: cells.text(area.key, book.style(shared_styles.BODY.but(bold=True))),
            TITLE: cells.text(area.title.read(book.material.language), book.style(shared_styles.BODY)),
            maximum: live(formulas.area_maximum(layout, index), shown.maximum, book.style(right)),
            points: live(formulas.area_points(sheet, index), result, book.style(small.but(form=shared_styles.TOTAL))),
            share: live(
                formulas.area_share(layout, index),
                area_result(sheet, index),
                book.style(small.but(form=form)),
            ),
        }
        found.append(_placed(sheet, book.style(shared_styles.BODY), named))
    return found


def _total(book: Book, sheet: ApplicationSheet) -> CellLine:
    layout, figures = sheet.layout, sheet.case.figures
    maximum, points, _ = layout.area_columns
    bold = shared_styles.BODY.but(bold=True, bottom="thin:ink")
    right = bold.but(across="right")
    result: Result = DASH if figures.total is None else cells.settled(figures.total)
    span = layout.span(maximum, layout.area_row(0), layout.area_row(len(layout.areas) - 1))
    named = {
        KEY: cells.text(book.wording.say("application.total"), book.style(bold)),
        maximum: live(f"SUM({span})", figures.maximum, book.style(right)),
        points: live(
            formulas.total_points(sheet), result, book.style(right.but(form=shared_styles.TOTAL, shrink=True))
        ),
    }
    return _placed(sheet, book.style(bold), named)


def _rule_title(book: Book, sheet: ApplicationSheet) -> CellLine:
    say = book.wording.say
    title = cells.text(say("application.rules"), book.style(shared_styles.SECTION))
    return (
        [title] if sheet.layout.rules else [cells.text(_why_none(book, sheet), book.style(CellStyle(colour="ink_2")))]
    )


def _why_none(book: Book, sheet: ApplicationSheet) -> str:
    """Say why there are no rules here."""
    withdrawn = sheet.case.application.withdrawn
    if withdrawn is not None:
        return book.wording.say("withdrawn_on", day=sheet.context.day(withdrawn))
    words = book.wording.reason("no_rules")
    return words[:1].upper() + words[1:] + "."


def _rules(book: Book, sheet: ApplicationSheet) -> list[CellLine]:
    layout, say = sheet.layout, book.wording.say
    if not layout.rules:
        return []
    head = book.style(shared_styles.SMALL_HEAD)
    blank = cells.blank(head)
    heads: CellLine = [cells.text(say(f"head.{key}"), head) for key in ("rule", "applies", "result")]
    heads += [blank, cells.text(say("head.when"), head), blank, blank]
    inputs = RuleInputs(
        total=layout.here(layout.area_columns[1], layout.total_row),
        shares=layout.span(layout.area_columns[2], layout.area_row(0), layout.area_row(len(layout.areas) - 1)),
        missed=layout.here(*layout.missed),
        formal=layout.here(*layout.formal),
    )
    words = {True: say("mark.yes"), False: say("mark.no"), None: say("mark.unknown")}
    case, body = sheet.case, book.style(shared_styles.BODY)
    found = [heads]
    answered = rule_answers(case.catalogue, case.application.procedure, case.figures, case.formal_open)
    for index, (rule, answer) in enumerate(answered):
        line: CellLine = [cells.text(rule.id, book.style(shared_styles.BODY.but(bold=True)))]
        line.append(live(compiled(rule, sheet.terms, inputs, book.wording), words[answer], body))
        line += [cells.text(rule.name.read(book.material.language), body), cells.blank(body)]
        place = layout.here(layout.median, layout.rule_row(index))
        spoken = decisive(book, sheet, rule, inputs, (place, answer))
        said = worded(rule, book.wording)
        line.append(live(*spoken, body) if spoken else cells.text(said, body))
        line += [cells.blank(body), cells.blank(body)]
        found.append(line)
    return found


def _counts(book: Book, sheet: ApplicationSheet) -> list[CellLine]:
    """Give missed minima, flags and open formal points, then who reviewed."""
    say, case, layout = book.wording.say, sheet.case, sheet.layout
    bad = book.style(CellStyle(bold=True, across="right", form=shared_styles.COUNT_BAD))
    spread = book.style(CellStyle(bold=True, across="right", form=shared_styles.COUNT_OPEN))
    plain = book.style(shared_styles.PLAIN)
    figures = (
        ("missed", live(formulas.missed_minima(layout), len(case.figures.minimum_missed), bad)),
        ("discuss", live(formulas.flagged(layout), sum(one.needs_discussion for one in case.criteria), spread)),
        ("formal", cells.number(case.formal_open, bad)),
    )
    found: list[CellLine] = [[cells.text(say("application.counts"), book.style(shared_styles.SECTION))]]
    found += [[None, cells.text(say(f"application.{key}"), plain), cell] for key, cell in figures]
    found.append([])
    found.append([cells.text(say("application.reviews"), book.style(shared_styles.SECTION))])
    if not case.counted:
        return [*found, [cells.text(say("application.no_reviews"), plain)]]
    named = book.style(shared_styles.PLAIN.but(people=True))
    found += [[cells.text(line, named)] for line in _reviewers(book, sheet)]
    return found


def _reviewers(book: Book, sheet: ApplicationSheet) -> list[str]:
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


def _vote(book: Book, sheet: ApplicationSheet) -> list[CellLine]:
    """Give the cell of the vote in its frame, what it says about the suggestion, and what may be changed."""
    say = book.wording.say
    title = say("application.vote", board_of=book.material.issuer.board_of.read(book.material.language))
    found: list[CellLine] = [[cells.text(title, book.style(shared_styles.SECTION))]]
    if sheet.is_withdrawn:
        return found
    accent: Edge = "medium:accent"
    frame = CellStyle(bold=True, top=accent, bottom=accent, people=True)
    first = cells.blank(book.style(frame.but(left=accent, open=True)))
    between = cells.blank(book.style(frame.but(people=False)))
    last = cells.blank(book.style(frame.but(right=accent, people=False)))
    found.append([first, *[between] * (_VOTE_CELLS - 2), last])
    found.append([live(*deviation(book, sheet), book.style(CellStyle(bold=True)))])
    found.append([cells.text(say("application.help"), book.style(shared_styles.NOTE))])
    return [*found, *_depends(book, sheet)]


def _depends(book: Book, sheet: ApplicationSheet) -> list[CellLine]:
    """Say what the result hung on when it was exported, in lines that end with the column of reasons."""
    told = sheet.context.dependences()
    if not told:
        return []
    room = int(sum(sheet.layout.widths()[sheet.layout.mean - 1 : sheet.layout.reason])) - 2
    found: list[CellLine] = [
        [],
        [cells.text(book.wording.say("application.depends"), book.style(shared_styles.SECTION))],
    ]
    for one in told:
        look = book.style(CellStyle(colour="ok" if one.holds else "warn"))
        mark = "✓" if one.holds else "◆"
        found += [[cells.text(line, look)] for line in wrap(f"{mark} {one.sentence}", room)]
    return found


_ONE_LINE = LINE + 4.25
_MOST_LINES = 9 * LINE + 2
_NAME_SIZES = ((80, 14), (120, 11), (100_000, 10))


def add_application(book: Book, sheet: ApplicationSheet) -> WorksheetPage:
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


def _add_top(book: Book, sheet: ApplicationSheet, page: WorksheetPage) -> None:
    """Add name, number, live line and heads: the four rows that stay in view."""
    layout = sheet.layout
    size = next(points for most, points in _NAME_SIZES if len(sheet.name) <= most)
    first: list[CellXml | None] = [cells.text(sheet.name, book.style(shared_styles.TITLE.but(people=True, size=size)))]
    between: list[CellXml | None] = [None] * (layout.reason - 2)
    words = book.wording.say("overview_link")
    link = cells.text(words, book.style(CellStyle(colour="accent", underline=True)))
    long = size < _NAME_SIZES[0][1]
    page.add(first if long else [*first, *between, link], 24)
    page.link(f"{letters(layout.reason)}{2 if long else 1}", book.wording.say("sheet.overview"), words)
    medians = book.wording.say("application.medians") if sheet.has_medians and not sheet.is_withdrawn else ""
    facts = [sheet.number, sheet.procedure, sheet.state, sheet.technology, sheet.stand(book), medians]
    line = "  ·  ".join(fact for fact in facts if fact)
    second: list[CellXml | None] = [cells.text(line, book.style(shared_styles.STAND.but(people=True)))]
    page.add([*second, *between, link] if long else second, 14)
    page.add(_live_line(book, sheet), 20)
    page.add(_heads(book, sheet), 21)


def _live_line(book: Book, sheet: ApplicationSheet) -> list[CellXml | None]:
    layout, say = sheet.layout, book.wording.say
    bold = CellStyle(bold=True, down="center")
    line: list[CellXml | None] = [None] * layout.reason
    prefix = shared_styles.safe(say("format.suggestion"))
    line[layout.suggestion[0] - 1] = suggested(book, sheet, book.style(bold.but(form=f'"{prefix}"@', people=False)))
    vote = CellStyle(bold=True, colour="ink_2", down="center", form=f'"{shared_styles.safe(say("format.vote"))}"@')
    line[layout.vote_shown[0] - 1] = live(*shown_vote(sheet), book.style(vote))
    right = bold.but(across="right", shrink=True)
    if layout.areas_fit:
        for index, area in enumerate(layout.areas):
            form = shared_styles.share_form(area.threshold, f"{shared_styles.safe(area.key)} ")
            look = book.style(right.but(form=form))
            line[layout.live_area(index) - 1] = live(layout.here(*layout.share(index)), area_result(sheet, index), look)
    else:
        line[layout.mean - 1] = live(*_areas_in_words(book, sheet), book.style(bold))
    total = sheet.case.figures.total
    result: Result = DASH if total is None else cells.settled(total)
    source = layout.here(layout.area_columns[1], layout.total_row)
    large = bold.but(size=12, across="center", form=shared_styles.TOTAL)
    line[layout.agreed - 1] = live(source, result, book.style(large))
    most = layout.here(layout.area_columns[0], layout.total_row)
    form = f'"{shared_styles.safe(say("format.maximum"))}"General'
    of = CellStyle(colour="ink_2", across="left", down="center", form=form)
    line[layout.points - 1] = live(most, sheet.case.figures.maximum, book.style(of))
    line[layout.reason - 1] = live(*deviation(book, sheet), book.style(bold))
    return line


def _areas_in_words(book: Book, sheet: ApplicationSheet) -> tuple[str, Result]:
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


def _heads(book: Book, sheet: ApplicationSheet) -> list[CellXml | None]:
    layout, say, head = sheet.layout, book.wording.say, shared_styles.HEAD.but(down="center")
    left, middle, right = (book.style(head.but(across=side)) for side in ("left", "center", "right"))
    labels = [one.label for one in sheet.case.counted] or [DASH]
    heads = [cells.text(say("head.criterion"), left), cells.text(say("head.criterion_title"), left)]
    heads += [cells.text(say(f"head.{key}"), right) for key in ("weight", "minimum")]
    heads += [cells.text(label, middle) for label in labels]
    heads += [cells.text(say(f"head.{key}"), right) for key in ("mean", "median", "range")]
    heads.append(cells.text(say("head.flag"), book.style(head.but(across="left", indent=1))))
    heads.append(cells.text(say("head.agreed"), middle))
    heads.append(cells.text(say("head.points"), book.style(head.but(across="right", indent=1))))
    heads.append(cells.text(say("head.reason"), book.style(head.but(across="left", indent=1))))
    if layout.reviews:
        heads += [cells.text(say("head.rationale_of", label=label), left) for label in labels]
    return list(heads)


def _add_criterion(
    book: Book,
    sheet: ApplicationSheet,
    page: WorksheetPage,
    criterion: Criterion,
    shown: CriterionFigures,
    *,
    opens: bool,
) -> None:
    """Add the row of one criterion; `opens` draws the rule above an area."""
    layout, row = sheet.layout, page.next_row
    formulas = row_formulas(book, sheet, criterion, shown, row)
    styles = sheet_row(book, sheet, row, opens=opens)
    counted = sheet.case.counted
    values = [of_value(one.review.value(criterion.key), book.wording) for one in counted] or [DASH]
    title, least, score = criterion.title.read(book.material.language), styles.minimum, styles.score
    reason = book.begun(book.agreed_reason(sheet, shown.key))
    line: list[CellXml | None] = [
        cells.text(criterion.key, styles.key),
        cells.text(title, styles.title),
        cells.number(criterion.weight, styles.weight),
        cells.blank(least) if criterion.minimum is None else cells.number(criterion.minimum, least),
        *(cells.number(one, score) if isinstance(one, Fraction) else cells.text(one, score) for one in values),
        *_middle(formulas, styles),
        _agreed(shown, formulas, styles),
        live(*formulas.points, styles.points),
        cells.text(reason, styles.reason),
        *(cells.text(book.begun(book.rationale(sheet, one, criterion.key)), styles.rationale) for one in counted),
    ]
    widths = layout.widths()
    lines = max(cells.lines(title, widths[1]), cells.lines(reason, widths[layout.reason - 1] - 1))
    page.add(line, height_for(lines, _ONE_LINE, _MOST_LINES))


def _middle(formulas: RowFormulas, styles: RowStyles) -> list[CellXml]:
    """Give mean, median, range and flag; dashes where there is no review."""
    pairs = ((formulas.mean, styles.figure), (formulas.median, styles.figure), (formulas.range, styles.spread))
    found = [live(*one, style) if one else cells.text(DASH, style) for one, style in pairs]
    return [*found, live(*formulas.flag, styles.flag) if formulas.flag else cells.blank(styles.flag)]


def _agreed(shown: CriterionFigures, formulas: RowFormulas, styles: RowStyles) -> CellXml:
    """Give the agreed value; the median that stands in for it is italic."""
    if shown.consensus:
        return cells.number(shown.consensus.value, styles.agreed)
    return live(*formulas.agreed, styles.median) if formulas.agreed else cells.blank(styles.median)
