"""What an application's sheet shows by colour besides words and signs, what may be entered, and how it prints."""

from fractions import Fraction

from openpyxl.worksheet.datavalidation import DataValidation

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Scale
from reviewer_app.exports.workbook import looks
from reviewer_app.exports.workbook.bands import colour_score_bands, colour_shares, colour_totals
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import letters, quoted
from reviewer_app.exports.workbook.layout import FIRST, HEADS, MINIMUM
from reviewer_app.exports.workbook.page import Page

VOTE_LIST = "Voten"
_MOST_ROWS_ON_A_PAGE = 40
_PROMPT_LIMIT, _TITLE_LIMIT = 255, 32


def add_formats(book: Book, sheet: Sheet, page: Page) -> None:
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
    one_page = layout.criteria <= _MOST_ROWS_ON_A_PAGE
    book.print_page(page, letters(layout.reason), heads=f"1:{HEADS}", one_page=one_page)


def _colour_scores(book: Book, sheet: Sheet, page: Page) -> None:
    layout, styles, catalogue = sheet.layout, book.styles, sheet.case.catalogue
    agreed = letters(layout.agreed)
    place = f"{agreed}{FIRST}:{agreed}{layout.last}"
    form = looks.score_form(catalogue.scale)
    cell, least = f"{agreed}{FIRST}", f"${letters(MINIMUM)}{FIRST}"
    below = f'AND(ISNUMBER({cell}),{least}<>"",{cell}<{least})'
    page.colour(place, below, styles.tinted("err_tint", "err", bold=True, form=f'"▼ "{form}'))
    first, last = letters(layout.score(0)), letters(layout.score(layout.score_columns - 1))
    for ref in (place, f"{first}{FIRST}:{last}{layout.last}"):
        colour_score_bands(book, page, ref, catalogue)


def _colour_shares(book: Book, sheet: Sheet, page: Page) -> None:
    layout = sheet.layout
    for index, area in enumerate(layout.areas):
        places = [(layout.share(index), "")]
        if layout.areas_fit:
            places.append(((layout.live_area(index), 3), f"{looks.safe(area.key)} "))
        for (number, row), prefix in places:
            colour_shares(book, page, f"{letters(number)}{row}", sheet.terms, area, prefix=prefix)
    for column, row in (layout.total, (layout.area_columns[1], layout.total_row)):
        colour_totals(book, page, f"{letters(column)}{row}", sheet.terms)


def _colour_words(book: Book, sheet: Sheet, page: Page) -> None:
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


def _check_input(book: Book, sheet: Sheet, page: Page) -> None:
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
        "steps": _steps(book, scale),
    }
    example = display.score(scale.value(scale.grades * 2 // 3), language)
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


def _steps(book: Book, scale: Scale) -> str:
    if scale.step == 1:
        return book.wording.say("input.wholes")
    if scale.step == Fraction(1, 2):
        return book.wording.say("input.halves")
    return book.wording.say("input.steps", step=book.wording.plain(scale.step))
