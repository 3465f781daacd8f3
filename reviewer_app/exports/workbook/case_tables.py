"""The sheets Befunde and Auflagen: what the checks found, and what the board asks for once it has met."""

from collections.abc import Iterator, Mapping

from resources import messages
from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.completeness import FormalOutcome, FormalResult
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.exports.short_texts import formal_finding
from reviewer_app.exports.workbook import cells, looks
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import letters
from reviewer_app.exports.workbook.page import Page, height_for
from reviewer_app.exports.workbook.tables import FIRST_ROW, ROW, Column, close_table, note, open_table

_SEVERITY = 4
_MOST_HEIGHT = 120.0

type Texts = tuple[str, str, str, str, str, str, str]
"""Point, severity, entry, rule, place, remedy, state."""


def add_findings(book: Book) -> Page:
    """Add the sheet Befunde: errors and notices of the form, then formal checks that are not plainly met."""
    say = book.wording.say
    columns: list[Column] = [
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
    people = book.style(looks.BODY.but(people=True, wrap=True, down="top"))
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


def _findings(book: Book, sheet: Sheet) -> Iterator[Texts]:
    for one in sheet.case.application.findings:
        if one.severity is not Severity.NOTE:
            yield _finding(book, sheet, one)
    for result in sheet.dossier.formal:
        if result.outcome is not FormalOutcome.MET:
            yield _formal(book, sheet, result)


def _finding(book: Book, sheet: Sheet, one: Finding) -> Texts:
    language, catalogue = book.material.language, sheet.case.catalogue
    point, label = _named(catalogue, one.place.field, language)
    found = str(messages.in_language(one.found, language))
    given = found if found not in (one.place.field, label) else ""
    entry = book.wording.say("finding.given", label=label, found=given) if label and given else label or given
    params = {"found": one.found, "place": one.place.label(language), "field": label} | dict(one.params)
    severity = "mark.error" if one.severity is Severity.ERROR else "mark.warning"

    def clean(text: str) -> str:
        return book.fit(book.names.text(text, f"{sheet.number}, {one.code}")) or display.NOTHING

    return (
        point or display.NOTHING,
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


def _worded(key: str, language: str, params: Mapping[str, str]) -> str:
    """Give the words of a finding, empty where there are none for it."""
    try:
        return messages.text(key, language, **params)
    except KeyError:
        return ""


def _formal(book: Book, sheet: Sheet, result: FormalResult) -> Texts:
    say, language = book.wording.say, book.material.language
    check = next((one for one in sheet.case.catalogue.formal_checks if one.id == result.check), None)
    title = check.title.read(language) if check else result.check
    remedy = {FormalOutcome.TO_SUPPLY: "finding.supply", FormalOutcome.NOT_MET: "finding.decide"}.get(result.outcome)
    notice = result.outcome is FormalOutcome.NOTICE or bool(check and check.notice)
    return (
        result.check,
        say("mark.warning" if notice else "mark.error"),
        say("finding.given", label=title, found=formal_finding(sheet.context, result)),
        (check.text.read(language) if check else "") or display.NOTHING,
        book.names.text(result.place, f"{sheet.number}, {result.check}") or display.NOTHING,
        say(remedy) if remedy and not notice else display.NOTHING,
        say(f"finding.{result.outcome.value}"),
    )


def add_conditions(book: Book) -> Page:
    """Add the sheet Auflagen: the heads only, until the board's session gives conditions."""
    say = book.wording.say
    columns: list[Column] = [
        (say("head.number"), 13.0, "left"),
        (say("head.cluster"), 32.0, "left"),
        (say("head.ordinal"), 5.0, "right"),
        (say("head.condition"), 60.0, "left"),
        (say("head.criteria"), 12.0, "left"),
        (say("head.proof"), 30.0, "left"),
        (say("head.due"), 12.0, "right"),
        (say("head.status"), 14.0, "left"),
    ]
    page = open_table(book, "conditions", columns, note(book, "conditions"))
    page.frame.column_dimensions[letters(7)].number_format = looks.DAY
    close_table(book, page, columns, len(columns))
    return page
