"""Writes the application form as a workbook: empty to hand out, or filled in from given answers.

The writer stamps the present time into the archive and the properties; both are set to a fixed moment here.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from resources.languages import SOURCE
from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.application_form.calculation import results
from reviewer_app.exchange.application_form.form_sheets import write_annexes, write_help, write_main, write_tables
from reviewer_app.exchange.application_form.layout import LISTS, MARKER, MARKER_KEYS, lay_out, sheets_of
from reviewer_app.exchange.application_form.page import FormContent, FormTexts, Painter

MOMENT = (2026, 1, 1, 0, 0, 0)
_FORMULA = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)')
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def save(book: "Workbook", target: Path, today: date) -> None:
    """Write the workbook beside the target and move it there, or leave the target as it was.

    Formulas are stored with the values they have on the day `today`. Raises MendableError where the target is in use or
    its folder cannot be written.
    """
    book.properties.created = datetime(*MOMENT)  # noqa: DTZ001  # a fixed moment, no clock
    raw = io.BytesIO()
    book.save(raw)
    values = {
        f"xl/worksheets/sheet{number}.xml": of_sheet for number, of_sheet in enumerate(results(book, today).values(), 1)
    }
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        beside.write_bytes(_settled(raw.getvalue(), values))
    except OSError as error:
        _forget(beside)
        raise MendableError("target_not_writable", str(target.parent)) from error
    try:
        beside.replace(target)
    except OSError as error:
        _forget(beside)
        raise MendableError("target_in_use", str(target)) from error


def _forget(path: Path) -> None:
    """Remove what was written so far, where that is possible."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _settled(data: bytes, values: Mapping[str, Mapping[str, str | float | bool]]) -> bytes:
    out = io.BytesIO()
    moment = f"{MOMENT[0]:04d}-{MOMENT[1]:02d}-{MOMENT[2]:02d}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", part)
            elif values.get(info.filename):
                part = _with_values(part.decode(), values[info.filename]).encode()
            entry = zipfile.ZipInfo(info.filename, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            fixed.writestr(entry, part)
    return out.getvalue()


def _with_values(sheet: str, values: Mapping[str, str | float | bool]) -> str:
    """Put the values behind their formulas; the writer leaves their places empty."""

    def put(match: re.Match[str]) -> str:
        value = values.get(match[2])
        if value is None:
            return match[0]
        kind = ' t="b"' if isinstance(value, bool) else ' t="str"' if isinstance(value, str) else ""
        shown = escape(value) if isinstance(value, str) else str(int(value)) if value == int(value) else repr(value)
        return f"{match[1]}{kind}>{match[3]}<v>{shown}</v>"

    return _FORMULA.sub(put, sheet)


def write_template(catalogue: Catalogue, target: Path, language: str = SOURCE) -> None:
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
    language: str = SOURCE,
) -> None:
    """Write a form with answers: keys for choices, tuples of keys for multiple choices, dates, numbers, truth values.

    `annexes` gives file names by kind; `given` puts a number into a computed cell in place of its formula. The same
    answers give the same bytes. Raises MendableError where the catalogue has no form.
    """
    if not catalogue.fields:
        raise MendableError("no_form_in_catalogue", catalogue.title.read(language))
    words = FormTexts(language)
    layout = lay_out(catalogue)
    content = FormContent(catalogue, words, values, tables, annexes or {}, given or {})
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
    book.properties.title = words.say("title", programme=words.name(catalogue.issuer.programme))
    book.properties.creator = "Votum"
    save(book, target, _day_of(catalogue, values))


def _day_of(catalogue: Catalogue, values: Mapping[str, Scalar]) -> date:
    """Give the day the form is for; what is dated later counts as future in a viewer that does not calculate."""
    field = catalogue.by_role("reference_date")
    value = values.get(field.id) if field else None
    return value if isinstance(value, date) else date(*MOMENT[:3])


def _write_lists(book: Workbook, catalogue: Catalogue, words: FormTexts) -> None:
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
