"""Puts rows, links and alternative texts into the parts that openpyxl wrote, and packs the same bytes every time.

The frame comes from the library, the rows from us; the packing stamps no time, so the same data give the same file.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC

from openpyxl.workbook.properties import CalcProperties
from openpyxl.writer.excel import ExcelWriter

from reviewer_app.domain.errors import BrokenError
from reviewer_app.exports.workbook.book import Book
from reviewer_app.exports.workbook.cells import escaped, letters
from reviewer_app.exports.workbook.page import Page

PACKED_AT = (1980, 1, 1, 0, 0, 0)
_EMPTY = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")
_EXTENT = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_CHART = re.compile(rb'name="Chart (\d+)"')
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
_LEVEL = 6


def packed(book: Book, alternatives: Sequence[str]) -> bytes:
    """Give the bytes of the finished workbook; `alternatives` are the words for its charts, in order."""
    frame, material = book.frame, book.material
    moment = material.as_of.astimezone(UTC).replace(tzinfo=None) if material.as_of.tzinfo else material.as_of
    frame.properties.created = frame.properties.modified = moment.replace(microsecond=0)
    frame.properties.creator = frame.properties.lastModifiedBy = material.program
    frame.properties.title = book.wording.say("title", round=material.title)
    frame.properties.language = book.wording.prose.tag
    frame.calculation = CalcProperties(fullCalcOnLoad=True)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as loose:
        ExcelWriter(frame, loose).write_data()
    out = io.BytesIO()
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, PACKED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _finished(name, source.read(name), book.pages, alternatives))
    return out.getvalue()


def _finished(name: str, part: bytes, pages: Sequence[Page], alternatives: Sequence[str]) -> bytes:
    sheet = _SHEET.fullmatch(name)
    if sheet:
        return _with_rows(part, pages[int(sheet[1]) - 1])
    if _DRAWING.fullmatch(name):
        return _CHART.sub(lambda match: _described(match, alternatives), part)
    return part


def _with_rows(part: bytes, page: Page) -> bytes:
    """Put the rows of a page, its extent and its links into the part."""
    rows = f"<sheetData>{''.join(page.rows)}</sheetData>".encode()
    found = _EMPTY.search(part)
    if found is None:
        raise BrokenError("self_check_failed", page.title, detail="sheetData")
    head, tail = part[: found.start()], part[found.end() :]
    extent = f'<dimension ref="A1:{letters(page.widest)}{max(len(page.rows), 1)}"/>'.encode()
    head = _EXTENT.sub(extent, head, count=1)
    if page.links:
        links = f"<hyperlinks>{''.join(page.links)}</hyperlinks>".encode()
        tail = _AFTER_LINKS.sub(lambda match: links + match[0], tail, count=1)
    return head + rows + tail


def _described(match: "re.Match[bytes]", alternatives: Sequence[str]) -> bytes:
    number = int(match[1])
    words = escaped(alternatives[number - 1]).replace('"', "&quot;")
    return f'name="Diagramm {number}" descr="{words}"'.encode()
