"""Annex files as the reading page needs them: the bytes, or the tables of a spreadsheet as plain texts.

Formulas and macros of a spreadsheet are never run; what is shown is what was stored in its cells.
"""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer_app.domain import locale
from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.spreadsheet import Format
from reviewer_app.services.ports import UnitOfWork

if TYPE_CHECKING:
    from reviewer_app.exchange.spreadsheet import Cell

MOST_ROWS = 5_000
MOST_COLUMNS = 200

_CLOSED = frozenset({AnnexState.BROKEN, AnnexState.EMPTY})
_GROUPED = 10_000
_CSV = ("text/csv", "text/plain")


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """One sheet as texts; `left_out` rows are not shown."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


def may_open(states: Collection[AnnexState]) -> bool:
    """Say whether an annex may be opened; what broke or hung its probe, or is empty, never reaches the window."""
    return _CLOSED.isdisjoint(states)


def annex_bytes(uow: UnitOfWork, sha256: str, states: Collection[AnnexState] = ()) -> bytes:
    """Return an annex, given the states its probe found.

    Raises MendableError("annex_closed") where those forbid to open it, WorkspaceError where its bytes are missing or
    do not match their hash.
    """
    if not may_open(states):
        raise MendableError("annex_closed")
    return uow.files.read(sha256)


def annex_tables(uow: UnitOfWork, sha256: str, media_type: str, language: str) -> tuple[AnnexTable, ...]:
    """Return the sheets of a spreadsheet or CSV annex; raise MendableError where it cannot be read."""
    data = uow.files.read(sha256)
    if media_type in _CSV:
        return (_from_csv(data),)
    return _from_workbook(data, language)


def _from_csv(data: bytes) -> AnnexTable:
    text = _decoded(data)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4096], delimiters=";,\t|")
    except csv.Error:
        dialect = csv.excel
    rows = []
    count = 0
    try:
        for row in csv.reader(io.StringIO(text), dialect):
            count += 1
            if count <= MOST_ROWS:
                rows.append(tuple(_line(cell) for cell in row[:MOST_COLUMNS]))
    except csv.Error as error:
        raise MendableError("annex_unreadable") from error
    return AnnexTable("CSV", tuple(rows), max(count - MOST_ROWS, 0))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _from_workbook(data: bytes, language: str) -> tuple[AnnexTable, ...]:
    from reviewer_app.exchange.file_fault import FileFault
    from reviewer_app.exchange.spreadsheet import read_workbook

    try:
        workbook = read_workbook(data)
    except FileFault as fault:
        raise MendableError("annex_unreadable") from fault
    tables = []
    for sheet in workbook.sheets:
        if sheet.visible:
            last = min(max(sheet.rows, default=0), MOST_ROWS)
            width = min(max((max(row, default=0) for row in sheet.rows.values()), default=0), MOST_COLUMNS)
            rows = tuple(
                tuple(_shown(sheet.rows.get(row, {}).get(column), language) for column in range(1, width + 1))
                for row in range(1, last + 1)
            )
            tables.append(AnnexTable(sheet.name, rows, sum(row > last for row in sheet.rows)))
    return tuple(tables)


def _shown(cell: "Cell | None", language: str) -> str:
    value = cell.value if cell is not None else None
    if value is None:
        return ""
    if isinstance(value, bool):
        return locale.yes_or_no(value, language)
    if isinstance(value, date):
        return locale.day(value, language)
    if isinstance(value, Decimal):
        exact = Fraction(value)
        places = 0 if exact.denominator == 1 else 2
        if cell is not None and cell.format is Format.PERCENT:
            return locale.share(exact, (), language)
        show = locale.number if abs(exact) >= _GROUPED else locale.ungrouped
        return show(exact, places, language)
    return _line(value)


def _line(text: str) -> str:
    """Put a text on one line without control characters."""
    return "".join(char if char.isprintable() else " " for char in text).strip()
