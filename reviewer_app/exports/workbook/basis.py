"""The sheet Grundlagen: how to read the workbook, its self-check, the named cells, where it comes from.

It also keeps what stood there at export as plain values, for readers that do not calculate and for comparison.
"""

from collections.abc import Iterable, Iterator, Sequence

from reviewer_app.domain import locale
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.record import checksum
from reviewer_app.exports.workbook import cells, shared_styles
from reviewer_app.exports.workbook.application import VOTE_LIST
from reviewer_app.exports.workbook.bands import colour_results
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import CellXml, live, quoted
from reviewer_app.exports.workbook.formulas import DASH, suggested_words
from reviewer_app.exports.workbook.overview import suggestions
from reviewer_app.exports.workbook.page import WorksheetPage, height_for
from reviewer_app.exports.workbook.styles import CellStyle
from reviewer_app.exports.workbook.terms import ResultTerm

_WIDTHS = (28.0, 14.0, 30.0, 60.0)
_HELP = ("change", "empty", "not_assessable", "reached", "discuss", "agreed", "points", "suggestion", "protection")
_ROW = 15


def fill_basis(book: Book, page: WorksheetPage) -> None:
    """Fill the sheet; it comes last, because it lists what was replaced on all others."""
    page.add([cells.text(book.wording.say("heading.basis"), book.style(shared_styles.TITLE))], 24)
    page.add([cells.text(book.stand_line, book.style(shared_styles.STAND.but(people=True)))], 14)
    _add_help(book, page)
    _add_check(book, page)
    _add_names(book, page)
    _add_results(book, page)
    _add_origin(book, page)
    _add_conflicts(book, page)
    _add_exported(book, page)
    if book.names.hidden:
        _add_replaced(book, page)
    page.widths(_WIDTHS)
    page.freeze("A3")
    page.protect()
    book.print_page(page, "D", heads="1:2")


def _heading(book: Book, page: WorksheetPage, key: str) -> None:
    page.add((), 10)
    page.add([cells.text(book.wording.say(f"basis.{key}"), book.style(shared_styles.SECTION))], 19)


def _heads(book: Book, page: WorksheetPage, keys: Sequence[str], right: Iterable[int] = ()) -> None:
    numeric = set(right)
    head = book.style(shared_styles.SMALL_HEAD)
    line: list[CellXml] = []
    for index in range(len(_WIDTHS)):
        look = shared_styles.SMALL_HEAD.but(across="right") if index in numeric else shared_styles.SMALL_HEAD
        if index > min(numeric, default=len(_WIDTHS)):
            look = look.but(indent=1)
        style = book.style(look)
        line.append(
            cells.text(book.wording.say(f"head.{keys[index]}"), style) if index < len(keys) else cells.blank(head)
        )
    page.add(line, _ROW)


def _add_help(book: Book, page: WorksheetPage) -> None:
    say = book.wording.say
    _heading(book, page, "help")
    bold, plain = book.style(CellStyle(bold=True)), book.style(shared_styles.PLAIN)
    for key in _HELP:
        head = book.wording.not_assessable if key == "not_assessable" else say(f"help.{key}")
        page.add([cells.text(head, bold), cells.text(say(f"help.{key}_text"), plain)], _ROW)


def _add_check(book: Book, page: WorksheetPage) -> None:
    """Print the counts of the store; the file is only handed out when reading it back gives the same."""
    stored = book.material.stored
    _heading(book, page, "check")
    said = f"{stored.agreement(book.material.language)}."
    page.add([cells.text(said, book.style(CellStyle(bold=True, colour="ok")))], _ROW)


def _add_names(book: Book, page: WorksheetPage) -> None:
    _heading(book, page, "names")
    _heads(book, page, ("name", "value", "meaning"), right=(1,))
    plain, value = book.style(shared_styles.BODY), book.style(shared_styles.BODY.but(across="right"))
    for terms in book.terms:
        for entry in terms.entries:
            meaning = entry.meaning if len(book.terms) == 1 else f"{terms.mark}: {entry.meaning}"
            row = page.add(
                [
                    cells.text(entry.name, plain),
                    cells.number(entry.value, value),
                    cells.text(meaning, book.style(shared_styles.BODY.but(indent=1))),
                    cells.blank(plain),
                ],
                _ROW,
            )
            book.name_cell(entry.name, page, f"$B${row}")


def _add_results(book: Book, page: WorksheetPage) -> None:
    """Give each result its words in a named cell and its live count, then the list of votes."""
    say = book.wording.say
    _heading(book, page, "results")
    _heads(book, page, ("result", "frequency"), right=(1,))
    plain, count = book.style(shared_styles.BODY), book.style(shared_styles.BODY.but(across="right"))
    words = [suggested_words(book, one) for one in book.sheets]
    first = page.next_row
    for one in book.outcomes:
        formula = f"SUMPRODUCT(({suggestions(book)}={one.cell})*1)"
        line = [cells.text(one.words, plain), live(formula, words.count(one.words), count)]
        row = page.add([*line, cells.blank(plain), cells.blank(plain)], _ROW)
        book.name_cell(one.cell, page, f"$A${row}")
        book.name_cell(f"Anzahl_{one.cell}", page, f"$B${row}")
    none, withdrawn = (DASH, say("no_suggestion")), (say("withdrawn"),)
    for name, label, meant in (
        ("Anzahl_ohne_Vorschlag", say("overview.without"), none),
        ("Anzahl_zurueckgezogen", say("withdrawn"), withdrawn),
    ):
        formula = "+".join(f"SUMPRODUCT(({suggestions(book)}={quoted(word)})*1)" for word in meant)
        result = sum(words.count(word) for word in meant)
        line = [cells.text(label, plain), live(formula, result, count), cells.blank(plain), cells.blank(plain)]
        row = page.add(line, _ROW)
        book.name_cell(name, page, f"$B${row}")
    if book.outcomes:
        colour_results(book, page, f"A{first}:A{first + len(book.outcomes) - 1}", book.outcomes)
    _add_votes(book, page, book.votes)


def _add_votes(book: Book, page: WorksheetPage, votes: Sequence[ResultTerm]) -> None:
    if not votes:
        return
    _heading(book, page, "votes")
    first = page.next_row
    for one in votes:
        row = page.add([cells.text(one.words, book.style(shared_styles.BODY))], _ROW)
        book.name_cell(one.cell, page, f"$A${row}")
    book.name_cell(VOTE_LIST, page, f"$A${first}:$A${len(page.rows)}")
    colour_results(book, page, f"A{first}:A{len(page.rows)}", votes)


def _add_origin(book: Book, page: WorksheetPage) -> None:
    say, material = book.wording.say, book.material
    _heading(book, page, "origin")
    facts = [("origin.round", material.title)]
    for terms in book.terms:
        one = terms.catalogue
        named = say("catalogue_plain", title=one.title.read(material.language), version=one.version)
        facts.append(("origin.catalogue", named if len(book.terms) == 1 else f"{terms.mark}: {named}"))
        if one.sha256:
            facts.append(("origin.hash", one.sha256))
    facts.append(("origin.as_of", locale.moment(material.as_of, material.language)))
    facts.append(("origin.reference_date", locale.day(material.reference_date, material.language)))
    facts.append(("origin.program", material.program))
    facts.append(("origin.variant", say(f"variant.{material.variant}")))
    if material.left_out:
        facts.append(("origin.left_out", say("origin.left_out_text", numbers=", ".join(material.left_out))))
    facts.append(("origin.checksum", checksum({"applications": [one.record_sha256 for one in material.dossiers]})))
    label, value = book.style(CellStyle(colour="ink_2")), book.style(shared_styles.PLAIN.but(people=True))
    for key, said in facts:
        page.add([cells.text(say(key), label), cells.text(said, value)], _ROW)


def _add_conflicts(book: Book, page: WorksheetPage) -> None:
    """List who is excluded from which application and who has not yet declared a conflict of interest there."""
    say = book.wording.say
    _heading(book, page, "conflicts")
    known = [one for one in book.sheets if one.dossier.conflicts]
    found = [(sheet, *line) for sheet in known for line in _conflicts(sheet)]
    if not found:
        said = say("basis.conflicts_declared" if known else "basis.conflicts_none")
        page.add([cells.text(said, book.style(shared_styles.PLAIN))], _ROW)
        return
    _heads(book, page, ("number", "frequency", "conflict", "people"), right=(1,))
    body = shared_styles.BODY
    count, plain = book.style(body.but(across="right")), book.style(body.but(indent=1))
    people = body.but(people=True, wrap=True)
    for sheet, key, persons in found:
        named = ", ".join(book.names.person(one) for one in persons)
        line = [
            cells.text(sheet.number, book.style(people)),
            cells.number(len(persons), count),
            cells.text(say(f"basis.{key}"), plain),
            cells.text(named, book.style(people.but(indent=1))),
        ]
        page.add(line, height_for(cells.lines(named, _WIDTHS[3] - 1), _ROW))


def _conflicts(sheet: ApplicationSheet) -> Iterator[tuple[str, list[Person]]]:
    """Yield who is excluded, and who has not yet declared, each where there is anybody."""
    excluded = [who for who, stated in sheet.dossier.conflicts if stated is ConflictOfInterest.EXCLUDED]
    undeclared = [who for who, stated in sheet.dossier.conflicts if stated in (None, ConflictOfInterest.OPEN)]
    if excluded:
        yield "excluded", excluded
    if undeclared and not sheet.is_withdrawn:
        yield "undeclared", undeclared


def _add_exported(book: Book, page: WorksheetPage) -> None:
    """Keep numbers and results as they were at export, and say live whether this workbook still shows the same."""
    _heading(book, page, "exported")
    if not book.sheets:
        page.add([cells.text(book.wording.say("empty.basis"), book.style(shared_styles.PLAIN))], _ROW)
        return
    _heads(book, page, ("number", "total", "exported_suggestion", "comparison"), right=(1,))
    for sheet in book.sheets:
        page.add(_exported_line(book, sheet, page.next_row), _ROW)


def _exported_line(book: Book, sheet: ApplicationSheet, row: int) -> list[CellXml]:
    say, layout, total = book.wording.say, sheet.layout, sheet.case.figures.total
    plain, people = book.style(shared_styles.BODY.but(indent=1)), book.style(shared_styles.BODY.but(people=True))
    value = book.style(shared_styles.BODY.but(across="right", form=shared_styles.MEAN))
    shown = cells.text(DASH, value) if total is None else cells.number(cells.settled(total), value)
    line = [cells.text(sheet.number, people), shown, cells.text(suggested_words(book, sheet), plain)]
    same, other = quoted(say("mark.unchanged")), quoted(say("mark.changed"))
    now, proposal = layout.there(*layout.total), layout.there(*layout.suggestion)
    formula = f"IF(AND({now}=$B${row},{proposal}=$C${row}),{same},{other})"
    return [*line, live(formula, say("mark.unchanged"), plain)]


def _add_replaced(book: Book, page: WorksheetPage) -> None:
    """List where names were replaced, never the names, and what may be one and was left, so that a person can check."""
    _heading(book, page, "replaced")
    places: dict[str, int] = {}
    for one in book.names.replaced:
        places[one.place] = places.get(one.place, 0) + 1
    plain = book.style(shared_styles.PLAIN.but(people=True))
    if not places:
        page.add([cells.text(book.wording.say("basis.replaced_none"), plain)], _ROW)
    for place, count in places.items():
        said = book.wording.say("basis.replaced_place", n=count)
        page.add([cells.text(place, plain), cells.text(said, plain)], height_for(1, _ROW))
    _heading(book, page, "left")
    left = list(dict.fromkeys(book.names.left))
    if not left:
        page.add([cells.text(book.wording.say("basis.left_none"), plain)], _ROW)
    for name in left:
        page.add([cells.text(name.place, plain), cells.text(name.found, plain)], height_for(1, _ROW))
