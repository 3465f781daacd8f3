"""Writes the application form as a workbook: empty to hand out, or filled in from given answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.localised import Language
from reviewer_app.exchange.application_form.annex_sheet import write_annexes, write_help
from reviewer_app.exchange.application_form.content import Content
from reviewer_app.exchange.application_form.finish import MOMENT, save
from reviewer_app.exchange.application_form.layout import LISTS, MARKER, MARKER_KEYS, lay_out, sheets_of
from reviewer_app.exchange.application_form.look import Painter
from reviewer_app.exchange.application_form.main_sheet import write_main
from reviewer_app.exchange.application_form.table_sheet import write_tables
from reviewer_app.exchange.application_form.words import Words


def write_template(catalogue: Catalogue, target: Path, language: Language = "de") -> None:
    """Write an empty form; raise MendableError where the catalogue asks nothing (no `[[field]]`)."""
    fill_form(catalogue, {}, {}, target, language=language)


def fill_form(  # the parts of a form, by name
    catalogue: Catalogue,
    values: Mapping[str, Scalar],
    tables: Mapping[str, Sequence[Row]],
    target: Path,
    *,
    annexes: Mapping[str, str] | None = None,
    given: Mapping[str, Scalar] | None = None,
    language: Language = "de",
) -> None:
    """Write a form with answers: keys for choices, tuples of keys for multiple choices, dates, numbers, truth values.

    `annexes` gives file names by kind; `given` puts a number into a computed cell in place of its formula. The same
    answers give the same bytes. Raises MendableError where the catalogue has no form.
    """
    if not catalogue.fields:
        raise MendableError("no_form_in_catalogue", catalogue.title.read(language))
    words = Words(language)
    layout = lay_out(catalogue)
    content = Content(catalogue, words, values, tables, annexes or {}, given or {})
    book = Workbook()
    painter = Painter(book)
    write_main(book, painter, content, layout)
    for sheet, places in sheets_of(layout).items():
        write_tables(book, painter, content, sheet, places)
    write_annexes(book, painter, content)
    write_help(book, painter, content)
    _write_lists(book, catalogue, words)
    _write_marker(book, catalogue)
    book.calculation.fullCalcOnLoad = True
    book.properties.title = words.say("title")
    book.properties.creator = "Votum"
    save(book, target, _day_of(catalogue, values))


def _day_of(catalogue: Catalogue, values: Mapping[str, Scalar]) -> date:
    """Give the day the form is for; what is dated later counts as future in a viewer that does not calculate."""
    field = catalogue.by_role("reference_date")
    value = values.get(field.id) if field else None
    return value if isinstance(value, date) else date(*MOMENT[:3])


def _write_lists(book: Workbook, catalogue: Catalogue, words: Words) -> None:
    sheet = book.create_sheet(LISTS)
    sheet.sheet_state = "hidden"
    for column, (key, values) in enumerate(catalogue.value_lists.items(), 1):
        names = [words.name(entry.name) for entry in values.entries if _is_offered(entry.valid_to)]
        for row, name in enumerate(names, 1):
            cell = sheet.cell(row, column)
            cell.value = name
            cell.data_type = "s"
        letters = sheet.cell(1, column).column_letter
        name = words.list_name(key)
        book.defined_names[name] = DefinedName(name, attr_text=f"{LISTS}!${letters}$1:${letters}${max(1, len(names))}")
    sheet.protection.sheet = True


def _is_offered(until: date | None) -> bool:
    return until is None


def _write_marker(book: Workbook, catalogue: Catalogue) -> None:
    sheet = book.create_sheet(MARKER)
    sheet.sheet_state = "hidden"
    facts = (catalogue.form_version, catalogue.id, catalogue.version, catalogue.sha256)
    for row, (key, value) in enumerate(zip(MARKER_KEYS, facts, strict=True), 1):
        sheet.cell(row, 1).value = key
        cell = sheet.cell(row, 2)
        cell.value = value
        cell.data_type = "s"
    sheet.protection.sheet = True
