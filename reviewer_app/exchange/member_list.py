"""Reads the member list that comes as an annex: a workbook or a CSV table, its columns found by their heads.

A list that is a picture or a PDF stays unread: nobody counts members from a layout.
"""

import csv
import io
from dataclasses import dataclass

from reviewer_app.domain.application import MemberList
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.spec import Field
from reviewer_app.exchange.application_form.answers import Converter
from reviewer_app.exchange.application_form.reading import CellReader, Notes, members_of
from reviewer_app.exchange.application_form.recognise import TableArea, find_table
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.file_kind import CSV, XLSX
from reviewer_app.exchange.score_table import decode, separator
from reviewer_app.exchange.spreadsheet import Cell, Sheet, read_workbook

_MOST_CSV = 20_000_000
_MOST_ROWS = 20_000
_UNREAD = ("form_formula", "form_text_number", "form_text_date", "form_serial_date")


@dataclass(frozen=True, slots=True)
class MemberReading:
    """A member list as read; `members` None where the file could not be read, then a finding says why."""

    members: MemberList | None
    findings: tuple[Finding, ...] = ()


def read_members(data: bytes, kind: str, name: str, catalogue: Catalogue, source: str) -> MemberReading:
    """Read a member list of media type `kind`; `source` is the annex it stands for, e.g. A01."""
    table = catalogue.by_role("members")
    if table is None or not data:
        return MemberReading(None)
    if kind not in (XLSX, CSV):
        return _unread("members_not_a_table", name)
    try:
        sheets, since_1904 = _sheets(data, kind)
        area = find_table(sheets, table)
        if area is None:
            return _unread("members_no_head", name)
        notes = Notes(name)
        rows = CellReader(Converter(catalogue, since_1904=since_1904), notes).rows(table, area)
    except FileFault as fault:
        return MemberReading(
            None, (Finding("members_unreadable", Severity.WARNING, FindingPlace(file=name), fault.code),)
        )
    members = members_of(table, tuple(row.answers for row in rows), source)
    findings = [one for one in notes.findings() if one.code not in _UNREAD]
    if members is None:
        findings.append(Finding("members_empty", Severity.WARNING, FindingPlace(file=name)))
    return MemberReading(members, (*findings, *_about_kinds(members, table, area, name, catalogue)))


def _unread(code: str, name: str) -> MemberReading:
    return MemberReading(None, (Finding(code, Severity.WARNING, FindingPlace(file=name)),))


def _sheets(data: bytes, kind: str) -> tuple[list[Sheet], bool]:
    if kind == CSV:
        return [_csv_sheet(data)], False
    book = read_workbook(data)
    return [sheet for sheet in book.sheets if sheet.visible], book.since_1904


def _csv_sheet(data: bytes) -> Sheet:
    if len(data) > _MOST_CSV or b"\0" in data:
        raise FileFault("form_not_a_workbook")
    text = decode(data)
    mark = separator(text.partition("\n")[0])
    rows: dict[int, dict[int, Cell]] = {}
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            if number > _MOST_ROWS:
                raise FileFault("form_table_rows", limit=_MOST_ROWS)
            filled = {column: Cell(value) for column, value in enumerate(cells, 1) if value.strip()}
            if filled:
                rows[number] = filled
    except csv.Error as error:
        raise FileFault("form_damaged") from error
    return Sheet("CSV", visible=True, rows=rows)


def _about_kinds(
    members: MemberList | None, table: Field, area: TableArea, name: str, catalogue: Catalogue
) -> list[Finding]:
    """Say how many members have a type nobody knows: they count in no group."""
    kind = table.by_role("member_kind")
    values = catalogue.value_lists.get(kind.list) if kind else None
    if members is None or kind is None or values is None:
        return []
    strange = [one for one in members.members if values.entry(one.kind) is None]
    if not strange:
        return []
    place = FindingPlace(file=name, sheet=area.sheet.name, row=strange[0].row)
    found = ", ".join(dict.fromkeys(one.kind or "–" for one in strange[:5]))
    return [Finding("members_kind_unknown", Severity.WARNING, place, found, {"count": str(len(strange))})]
