"""Application workbooks filled in so that nothing is wrong with them, and ways to change one as people do."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.exchange.application_form.reading import FormReading, read_form_book
from reviewer_app.exchange.application_form.template import fill_form, write_template
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.spreadsheet import read_workbook

NUMBER = "GC-2026-014"
NAME = "Photonikverbund Werratal"
_KNOWN: Mapping[str, Scalar] = {
    "antrag_nr": NUMBER,
    "verfahrensart": "aufnahme",
    "cluster_name": NAME,
    "cmo_name": "Photonikverbund Werratal e. V.",
    "cmo_plz": "01067",
    "cmo_bundesland": "SN",
    "cmo_register": "VR 4471 (Dresden)",
    "akt_gesamt": 20,
    "akt_kmu": 12,
    "akt_gross": 3,
    "akt_hs": 2,
    "akt_auf": 1,
    "akt_sonst": 2,
    "akt_verbindlich": 18,
    "akt_region": 15,
    "akt_ausland": 1,
    "vzae_gesamt": Decimal("4.25"),
    "vzae_eigen": Decimal("3.05"),
    "koepfe": 5,
    "tech_primaer": "photonik",
    "strat_beschluss": date(2024, 5, 14),
    "strat_review": date(2025, 11, 20),
    "stichtag": date(2026, 10, 1),
    "eingang_am": date(2026, 9, 28),
    "frist_bis": date(2026, 9, 30),
    "fin_gesichert_bis": date(2028, 12, 31),
}


@cache
def small_catalogue() -> Catalogue:
    """Give the Musterkatalog with few prepared rows, so that a form is written and changed quickly."""
    catalogue = default_catalogue()
    fields = tuple(replace(one, prepared_rows=min(one.prepared_rows, 8)) for one in catalogue.fields)
    return replace(catalogue, fields=fields)


def answer(field: Field) -> Scalar:
    """Give an answer that fits the field."""
    values = default_catalogue().value_lists.get(field.list)
    keys = [entry.key for entry in values.entries] if values else []
    fitting: dict[FieldKind, Scalar] = {
        FieldKind.TEXT: ("Satz über das Netz. " * 200)[: max(field.min_length + 20, min(60, field.max_length))].strip(),
        FieldKind.CHOICE: keys[0] if keys else None,
        FieldKind.MULTI: tuple(keys[:2]),
        FieldKind.INTEGER: 7,
        FieldKind.DECIMAL: Decimal("3.5"),
        FieldKind.MONEY: 184_500,
        FieldKind.PERCENT: 61,
        FieldKind.DATE: date(2026, 5, 19),
        FieldKind.MONTH: date(2019, 7, 1),
        FieldKind.YEAR: 2025,
        FieldKind.BOOLEAN: True,
        FieldKind.URL: "https://verbund.example",
        FieldKind.MAIL: "post@verbund.example",
        FieldKind.PHONE: "+49 30 23125 141",
    }
    return _KNOWN.get(field.id, fitting.get(field.kind))


def values(**changes: Scalar) -> dict[str, Scalar]:
    """Give an answer to every field, with changes."""
    asked = [one for one in default_catalogue().fields if one.kind not in (FieldKind.TABLE, FieldKind.COMPUTED)]
    return {one.id: answer(one) for one in asked} | changes


def tables() -> dict[str, list[Row]]:
    """Give rows for every table but the member list."""
    return {
        one.id: [_row(one, number) for number in range(4)]
        for one in default_catalogue().fields
        if one.kind is FieldKind.TABLE and one.role != "members"
    }


def _row(table: Field, number: int) -> Row:
    row = {one.id: answer(one) for one in table.columns if one.kind is not FieldKind.COMPUTED}
    year = table.by_role("year")
    kind = table.by_role("year_kind")
    if year is not None and kind is not None:
        row |= {year.id: 2023 + number, kind.id: "plan" if number == 3 else "ist"}
    ends = table.by_role("label_until")
    if ends is not None:
        row[ends.id] = date(2028, 5, 31)
    return row


def workbook(annexes: Mapping[str, str] | None = None, **changes: Scalar) -> bytes:
    """Give the bytes of a filled form, each made once."""
    return _workbook(None if annexes is None else tuple(annexes.items()), **changes)


@lru_cache(maxsize=None, typed=True)  # to a form, 1 is not True
def _workbook(annexes: tuple[tuple[str, str], ...] | None, **changes: Scalar) -> bytes:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "form.xlsx"
        given = None if annexes is None else dict(annexes)
        fill_form(small_catalogue(), values(**changes), tables(), target, annexes=given)
        return target.read_bytes()


@cache
def filled() -> bytes:
    """Give the bytes of the form without changes, made once."""
    return workbook()


@cache
def empty() -> bytes:
    """Give the bytes of the form as it is handed out, made once."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "form.xlsx"
        write_template(default_catalogue(), target)
        return target.read_bytes()


def edited(change: Callable[[Workbook], object], data: bytes | None = None) -> bytes:
    """Give the form after a change that openpyxl makes."""
    book = load_workbook(io.BytesIO(data or filled()))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(book: Workbook, field_id: str, sheet: str = "Antrag") -> int:
    """Give the row of a field on the main sheet."""
    found: int | None = next((cell.row for cell in book[sheet]["A"] if cell.value == field_id), None)
    if found is None:
        raise KeyError(field_id)
    return found


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Give the workbook with one part of its archive added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return out.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """Give one part of a workbook's archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def read(data: bytes, catalogue: Catalogue) -> FormReading:
    """Read a workbook as a form; a file that is none gives the finding that says so."""
    try:
        return read_form_book(read_workbook(data), "antrag.xlsx", catalogue)
    except FileFault as fault:
        return FormReading(None, findings=(fault.finding("antrag.xlsx"),))
