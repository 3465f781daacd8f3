"""The sheets with one long table: Kriterien, Einzelwerte, Befunde, Auflagen, and what they have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from resources import messages
from reviewer_app.domain import locale, localised
from reviewer_app.domain.catalogue import Catalogue, Criterion
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult
from reviewer_app.domain.localised import Words
from reviewer_app.domain.reviews.consolidation import CriterionFigures
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.context import formal_finding
from reviewer_app.exports.workbook import cells, shared_styles
from reviewer_app.exports.workbook.application import table_row
from reviewer_app.exports.workbook.bands import colour_score_bands
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import CellXml, Result, letters, live, quoted
from reviewer_app.exports.workbook.formulas import DASH, RowFormulas, of_value, row_formulas
from reviewer_app.exports.workbook.layout import FIRST, KEY, MINIMUM, TITLE, WEIGHT
from reviewer_app.exports.workbook.page import WorksheetPage, height_for
from reviewer_app.exports.workbook.styles import CellStyle

HEAD_ROW = 4
FIRST_ROW = HEAD_ROW + 1
HEAD_HEIGHT = 44
ROW = 18

type ColumnFormat = tuple[str, float, str]
"""Words of the head, width in digits, and how the column is aligned: left, right or center."""


def open_table(book: Book, key: str, columns: Sequence[ColumnFormat], sentence: CellXml | None = None) -> WorksheetPage:
    """Add a sheet with title, stand, a sentence in row 3, and the heads of its table; the first two columns stay."""
    page = book.fixed_page(key)
    title = book.wording.say(f"heading.{key}", round=book.material.title)
    page.add([cells.text(title, book.style(shared_styles.TITLE.but(people=True)))], 24)
    page.add([cells.text(book.stand_line, book.style(shared_styles.STAND.but(people=True)))], 14)
    page.add([sentence] if sentence else [], 19)
    heads = [
        cells.text(words, book.style(shared_styles.HEAD.but(across=side, indent=int(aired))))
        for (words, _, side), aired in zip(columns, _aired(columns), strict=True)
    ]
    page.add(heads, HEAD_HEIGHT)
    page.widths(width for _, width, _ in columns)
    page.freeze(f"C{FIRST_ROW}")
    return page


def _aired(columns: Sequence[ColumnFormat]) -> list[bool]:
    """Say which columns of text stand behind one of numbers and get some air."""
    return [
        index > 0 and column[2] == "left" and columns[index - 1][2] == "right" for index, column in enumerate(columns)
    ]


def close_table(
    book: Book, page: WorksheetPage, columns: Sequence[ColumnFormat], printed: int, *, on_demand: bool = False
) -> None:
    """Set filter and print after the last row; `printed` columns are printed.

    On demand only title and heads are, until somebody clears the print area.
    """
    last = max(len(page.rows), HEAD_ROW)
    page.frame.auto_filter.ref = f"A{HEAD_ROW}:{letters(len(columns))}{last}"
    book.print_page(page, letters(printed), heads=f"{HEAD_ROW}:{HEAD_ROW}", rows=HEAD_ROW if on_demand else 0)


def note(book: Book, *keys: str) -> CellXml:
    """Give the line that stands in row 3 of a table: that it has no content, what its values are, how it is printed."""
    said = "  ·  ".join(book.wording.say(f"empty.{key}") for key in keys)
    return cells.text(said, book.style(CellStyle(colour="ink_2", down="center")))


_FLAG, _AGREED = 12, 13
_RATIONALE = 90.0
_MOST_HEIGHT = 120.0
_SCORE = 9


def add_criteria(book: Book) -> WorksheetPage:
    """Add the sheet Kriterien: one row for each application and criterion, all figures live."""
    say = book.wording.say
    columns: list[ColumnFormat] = [
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
    page = open_table(book, "criteria", columns, _what_values_are(book, shown))
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
    close_table(book, page, columns, len(columns), on_demand=True)
    return page


def _what_values_are(book: Book, shown: Sequence[ApplicationSheet]) -> CellXml:
    """Say that there are no criteria, that some values are medians, or that all are agreed; and how it is printed."""
    if not shown:
        return note(book, "criteria")
    if any(one.has_medians for one in shown):
        return note(book, "criteria_medians", "print")
    return note(book, *["criteria_agreed"] * all(one.is_agreed for one in shown), "print")


def _add_criteria_of(book: Book, page: WorksheetPage, sheet: ApplicationSheet) -> None:
    figures = {one.key: one for one in sheet.case.criteria}
    row = FIRST
    for area in sheet.layout.areas:
        for criterion in area.criteria:
            shown = figures[criterion.key]
            formulas = row_formulas(book, sheet, criterion, shown, row)
            page.add(_criterion_line(book, sheet, (area.key, criterion, shown, formulas), row), ROW)
            row += 1


def _criterion_line(
    book: Book, sheet: ApplicationSheet, parts: tuple[str, Criterion, CriterionFigures, RowFormulas], row: int
) -> list[CellXml]:
    area, criterion, shown, formulas = parts
    layout, styles = sheet.layout, table_row(book, sheet)
    there = layout.there
    empty = quoted(DASH)

    def pointed(column: int, result: Result, look: int) -> CellXml:
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
        pointed(layout.agreed, agreed, styles.agreed if shown.consensus else styles.median),
        pointed(layout.points, formulas.points[1], styles.points),
    ]


def add_scores(book: Book) -> WorksheetPage:
    """Add the sheet Einzelwerte: one row for each score, literal, for pivot tables; texts are whole."""
    say = book.wording.say
    columns: list[ColumnFormat] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.area_short"), 8.0, "left"),
        (say("head.criterion"), 6.0, "left"),
        (say("head.weight"), 6.0, "right"),
        (say("head.minimum"), 6.0, "right"),
        (say("head.reviewer"), 20.0, "left"),
        (say("head.review"), 12.0, "left"),
        (say("head.score"), 8.0, "center"),
        (say("head.rationale"), _RATIONALE, "left"),
    ]
    page = open_table(
        book, "scores", columns, note(book, "print" if any(one.case.counted for one in book.sheets) else "scores")
    )
    for sheet in book.sheets:
        for line, height in _score_lines(book, sheet):
            page.add(line, height)
    if len(page.rows) >= FIRST_ROW and len(book.terms) == 1:
        score = letters(_SCORE)
        colour_score_bands(book, page, f"{score}{FIRST_ROW}:{score}{len(page.rows)}", book.terms[0].catalogue)
    close_table(book, page, columns, len(columns), on_demand=True)
    return page


@dataclass(frozen=True, slots=True)
class _ScoreStyles:
    people: int
    wrapped: int
    value: int
    body: int
    key: int
    weight: int
    minimum: int


def _score_lines(book: Book, sheet: ApplicationSheet) -> Iterator[tuple[list[CellXml], float]]:
    """Give a row for each answer of each counted review; a reason without an answer has a row too."""
    base = shared_styles.BODY.but(down="top")
    form = shared_styles.score_form(sheet.case.catalogue.scale)
    styles = _ScoreStyles(
        people=book.style(base.but(people=True)),
        wrapped=book.style(base.but(people=True, wrap=True)),
        value=book.style(base.but(across="center", form=form)),
        body=book.style(base),
        key=book.style(base.but(bold=True)),
        weight=book.style(base.but(across="right")),
        minimum=book.style(base.but(across="right", form=form)),
    )
    number, name = (cells.text(one, styles.people) for one in (sheet.number, sheet.name))
    for area, criterion in ((of, one) for of in sheet.layout.areas for one in of.criteria):
        least = criterion.minimum
        start = [
            number,
            name,
            cells.text(area.key, styles.body),
            cells.text(criterion.key, styles.key),
            cells.number(criterion.weight, styles.weight),
            cells.blank(styles.minimum) if least is None else cells.number(least, styles.minimum),
        ]
        for one in sheet.case.counted:
            value, reason = one.review.value(criterion.key), book.rationale(sheet, one, criterion.key)
            if value is None and not reason:
                continue
            given = of_value(value, book.wording)
            style = styles.value
            shown = cells.number(given, style) if isinstance(given, Fraction) else cells.text(given, style)
            begin, *rest = cells.parts(reason, book.wording.say("onward"))
            who = cells.text(_reviewer(book, one.review.reviewer), styles.people)
            line = [*start, who, cells.text(one.label, styles.body), shown, cells.text(begin, styles.wrapped)]
            yield line, height_for(cells.lines(begin, _RATIONALE), ROW, _MOST_HEIGHT)
            yield from _further(book, styles, [*start, who], one.label, rest)
        if sheet.case.counted:
            _, *rest = cells.parts(book.agreed_reason(sheet, criterion.key), book.wording.say("rest"))
            nobody = cells.blank(styles.people)
            yield from _further(book, styles, [*start, nobody], book.wording.say("head.agreed"), rest)


def _reviewer(book: Book, person: Person) -> str:
    """Name a reviewer alike in all applications, as G1 is another one in each; namesakes with their member number."""
    name = book.names.person(person)
    return f"{name} ({person.number})" if person.name in book.namesakes and not book.names.hidden else name


def _further(
    book: Book, styles: _ScoreStyles, start: list[CellXml], label: str, rest: Sequence[str]
) -> Iterator[tuple[list[CellXml], float]]:
    """Give rows for what one cell could not hold of a reason; their review `G1, Teil 2` counts as no answer."""
    blank = cells.blank(styles.value)
    for index, text in enumerate(rest, 2):
        said = cells.text(book.wording.say("part", label=label, n=index), styles.body)
        yield [*start, said, blank, cells.text(text, styles.wrapped)], _MOST_HEIGHT


_SEVERITY = 4


type Texts = tuple[str, str, str, str, str, str, str]
"""Point, severity, entry, rule, place, remedy, state."""


def add_findings(book: Book) -> WorksheetPage:
    """Add the sheet Befunde: errors and notices of the form, then formal checks that are not plainly met."""
    say = book.wording.say
    columns: list[ColumnFormat] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.point"), 7.0, "left"),
        (say("head.severity"), 12.0, "left"),
        (say("head.entry"), 30.0, "left"),
        (say("head.rule"), 34.0, "left"),
        (say("head.place"), 22.0, "left"),
        (say("head.remedy"), 40.0, "left"),
        (say("head.status"), 14.0, "left"),
    ]
    found = [(sheet, texts) for sheet in book.sheets for texts in _findings(book, sheet)]
    page = open_table(book, "findings", columns, None if found else note(book, "findings"))
    people = book.style(shared_styles.BODY.but(people=True, wrap=True, down="top"))
    for sheet, texts in found:
        shown = [sheet.number, sheet.name, *texts]
        lines = max(cells.lines(text, column[1]) for text, column in zip(shown, columns, strict=True))
        page.add([cells.text(text, people) for text in shown], height_for(lines, ROW, _MOST_HEIGHT))
    if found:
        column = letters(_SEVERITY)
        ref, cell = f"{column}{FIRST_ROW}:{column}{len(page.rows)}", f"{column}{FIRST_ROW}"
        page.colour(ref, f'LEFT({cell},1)="▼"', book.styles.tinted("err_tint", "err", bold=True))
        page.colour(ref, f'LEFT({cell},1)="▲"', book.styles.tinted("warn_tint", "warn", bold=True))
    close_table(book, page, columns, len(columns))
    return page


def _findings(book: Book, sheet: ApplicationSheet) -> Iterator[Texts]:
    for one in sheet.case.application.findings:
        if one.severity is not Severity.NOTE:
            yield _finding(book, sheet, one)
    for result in sheet.dossier.formal:
        if result.outcome is not FormalOutcome.MET:
            yield _formal(book, sheet, result)


def _finding(book: Book, sheet: ApplicationSheet, one: Finding) -> Texts:
    language, catalogue = book.material.language, sheet.case.catalogue
    point, label = _named(catalogue, one.place.field, language)
    found = localised.read(one.found, language)
    given = found if found not in (one.place.field, label) else ""
    entry = book.wording.say("finding.given", label=label, found=given) if label and given else label or given
    params = {"found": one.found, "place": one.place.label(language), "field": label} | dict(one.params)
    severity = "mark.error" if one.severity is Severity.ERROR else "mark.warning"

    def clean(text: str) -> str:
        return book.fit(book.names.text(text, f"{sheet.number}, {one.code}")) or locale.NOTHING

    return (
        point or locale.NOTHING,
        book.wording.say(severity),
        clean(entry),
        clean(_worded(f"finding.{one.code}", language, params) or one.code),
        clean(one.place.label(language)),
        clean(_worded(f"finding.{one.code}_remedy", language, params)),
        book.wording.say("finding.open"),
    )


def _named(catalogue: Catalogue, place: str, language: str) -> tuple[str, str]:
    """Give the point (section of the form or key of the annex) and the label of what a finding is about."""
    annex = catalogue.annex(place)
    if annex:
        return annex.key, annex.title.read(language)
    table, _, column = place.partition(".")
    field = catalogue.field(table)
    if field is None:
        return "", place
    part = field.column(column) if column else None
    return field.section, (part or field).label.read(language)


def _worded(key: str, language: str, params: Mapping[str, Words]) -> str:
    """Give the words of a finding, empty where there are none for it."""
    try:
        return messages.text(key, language, **params)
    except KeyError:
        return ""


def _formal(book: Book, sheet: ApplicationSheet, result: FormalResult) -> Texts:
    say, language = book.wording.say, book.material.language
    check = next((one for one in sheet.case.catalogue.formal_checks if one.id == result.check), None)
    title = check.title.read(language) if check else result.check
    remedy = {FormalOutcome.TO_SUPPLY: "finding.supply", FormalOutcome.NOT_MET: "finding.decide"}.get(result.outcome)
    notice = result.outcome is FormalOutcome.NOTICE or bool(check and check.notice)
    return (
        result.check,
        say("mark.warning" if notice else "mark.error"),
        say("finding.given", label=title, found=formal_finding(sheet.context, result)),
        (check.text.read(language) if check else "") or locale.NOTHING,
        book.names.text(result.place, f"{sheet.number}, {result.check}") or locale.NOTHING,
        say(remedy) if remedy and not notice else locale.NOTHING,
        say(f"finding.{result.outcome.value}"),
    )


def add_conditions(book: Book) -> WorksheetPage:
    """Add the sheet Auflagen: the heads only, and that conditions are drawn up in the board's session."""
    say = book.wording.say
    columns: list[ColumnFormat] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.ordinal"), 5.0, "right"),
        (say("head.condition"), 60.0, "left"),
        (say("head.criteria"), 12.0, "left"),
        (say("head.proof"), 30.0, "left"),
        (say("head.due"), 12.0, "right"),
        (say("head.status"), 14.0, "left"),
    ]
    awaited = any(not one.is_withdrawn for one in book.sheets)
    page = open_table(book, "conditions", columns, note(book, "conditions_awaited" if awaited else "conditions"))
    page.frame.column_dimensions[letters(7)].number_format = shared_styles.DAY
    close_table(book, page, columns, len(columns))
    return page
