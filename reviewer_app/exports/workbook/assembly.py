"""Puts rows, links and alternative texts into the parts that openpyxl wrote, and packs the same bytes every time.

The frame comes from the library, the rows from us; the packing stamps no time, so the same data give the same file.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC
from typing import Any, override

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from reviewer_app.domain.errors import BrokenError
from reviewer_app.exports.workbook.book import Book
from reviewer_app.exports.workbook.cells import escaped, letters, plain
from reviewer_app.exports.workbook.page import Page

PACKED_AT = (1980, 1, 1, 0, 0, 0)
_EMPTY = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_EXTENT = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_AFTER_FORMATS = re.compile(rb"<(?:dataValidations|printOptions|pageMargins)\b")
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")
_AFTER_QUIET = re.compile(rb"<drawing\b|</worksheet>")
_CHART = re.compile(rb'name="Chart (\d+)"')
_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
_LEVEL = 6
_QUIET = 'numberStoredAsText="1" formula="1" formulaRange="1" unlockedFormula="1"'
"""Hints of the spreadsheet program that would mark sound cells with a green corner."""


def packed(book: Book, alternatives: Sequence[str]) -> bytes:
    """Give the bytes of the finished workbook; `alternatives` are the words for its charts, in order."""
    frame, material = book.frame, book.material
    moment = material.as_of.astimezone(UTC).replace(tzinfo=None) if material.as_of.tzinfo else material.as_of
    frame.properties.created = frame.properties.modified = moment.replace(microsecond=0)
    frame.properties.creator = frame.properties.lastModifiedBy = plain(material.program)
    frame.properties.title = plain(book.wording.say("title", round=material.title))
    frame.properties.language = book.wording.prose.tag
    frame.calculation = CalcProperties(fullCalcOnLoad=True)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as loose:
        _Writer(book, loose).write_data()
    out = io.BytesIO()
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if _DRAWING.fullmatch(name):
                part = _CHART.sub(lambda match: _described(match, alternatives), part)
            entry = zipfile.ZipInfo(name, PACKED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, part)
    return out.getvalue()


class _Writer(ExcelWriter):
    """The library's writer, with our rows in its sheets and without its temporary files."""

    def __init__(self, book: Book, archive: zipfile.ZipFile) -> None:
        super().__init__(book.frame, archive)
        self._parts = archive
        self._waiting = iter(book.pages)

    @override
    def write_worksheet(self, ws: Any) -> None:  # as the library calls it
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001  # what the library's own method does
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001  # the same
        out = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out=out)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001  # the same
        self._parts.writestr(ws.path[1:], with_rows(out.getvalue(), next(self._waiting)))
        self.manifest.append(ws)


def with_rows(part: bytes, page: Page) -> bytes:
    """Put rows, extent, conditional formats and links of a page into the part that the library wrote."""
    found = _EMPTY.search(part)
    if found is None:
        raise BrokenError("self_check_failed", page.title, detail="sheetData")
    head, tail = part[: found.start()], part[found.end() :]
    extent = f"A1:{letters(page.widest)}{max(len(page.rows), 1)}"
    head = _EXTENT.sub(f'<dimension ref="{extent}"/>'.encode(), head, count=1)
    if page.formats:
        tail = _before(_AFTER_FORMATS, "".join(page.formats), tail)
    if page.links:
        tail = _before(_AFTER_LINKS, f"<hyperlinks>{''.join(page.links)}</hyperlinks>", tail)
    quiet = f'<ignoredErrors><ignoredError sqref="{extent}" {_QUIET}/></ignoredErrors>'
    tail = _before(_AFTER_QUIET, quiet, tail)
    return b"".join((head, b"<sheetData>", "".join(page.rows).encode(), b"</sheetData>", tail))


def _before(place: "re.Pattern[bytes]", inserted: str, tail: bytes) -> bytes:
    match = place.search(tail)
    if match is None:
        raise BrokenError("self_check_failed", inserted[:20], detail="pageMargins")
    return tail[: match.start()] + inserted.encode() + tail[match.start() :]


def _described(match: "re.Match[bytes]", alternatives: Sequence[str]) -> bytes:
    number = int(match[1])
    words = escaped(alternatives[number - 1]).replace('"', "&quot;")
    return f'name="Diagramm {number}" descr="{words}"'.encode()
