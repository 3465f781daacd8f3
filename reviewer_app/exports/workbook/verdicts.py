"""Suggestion, vote and whether they differ: formulas and results that several sheets point at."""

from reviewer_app.exports.workbook import cells
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import Cell, Result, live, quoted
from reviewer_app.exports.workbook.formulas import DASH
from reviewer_app.exports.workbook.layout import LIVE
from reviewer_app.exports.workbook.rules import suggestion


def suggested_words(book: Book, sheet: Sheet) -> str:
    """Give the suggestion as people read it now: the result, `zurückgezogen`, `kein Vorschlag` or a dash."""
    if sheet.is_withdrawn:
        return book.wording.say("withdrawn")
    if not sheet.has_rules:
        return book.wording.say("no_suggestion")
    rule = sheet.case.suggestion.rule
    return rule.name.read(book.material.language) if rule else DASH


def suggested(book: Book, sheet: Sheet, style: int) -> Cell:
    """Give the cell of the suggestion: live where rules can speak, else a word."""
    words = suggested_words(book, sheet)
    if not sheet.has_rules:
        return cells.text(words, style)
    layout = sheet.layout
    first, last = layout.rule_row(0), layout.rule_row(layout.rules - 1)
    answers, results = layout.span(layout.median, first, last), layout.span(layout.range, first, last)
    return live(suggestion(answers, results, book.wording), words, style)


def shown_vote(sheet: Sheet) -> tuple[str, Result]:
    """Give the vote as the live line shows it: a dash while there is none."""
    cell = sheet.layout.here(*sheet.layout.vote)
    return f'IF({cell}="",{quoted(DASH)},{cell})', DASH


def deviation(book: Book, sheet: Sheet) -> tuple[str, Result]:
    """Give the sentence that says whether the vote follows the suggestion; empty without a vote or suggestion."""
    layout, say = sheet.layout, book.wording.say
    vote, proposal = layout.here(*layout.vote), layout.here(layout.suggestion[0], LIVE)
    if not sheet.has_rules:
        return '""', ""
    follows, deviates = quoted(say("mark.follows")), quoted(say("mark.deviates"))
    return f'IF(OR({vote}="",{proposal}={quoted(DASH)}),"",IF({vote}={proposal},{follows},{deviates}))', ""


def area_result(sheet: Sheet, index: int) -> Result:
    """Give the share of area number `index` as its cell shows it."""
    share = sheet.case.figures.areas[index].share
    return DASH if share is None or sheet.is_withdrawn else cells.settled(share)
