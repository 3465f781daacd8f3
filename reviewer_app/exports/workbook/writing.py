"""Composes the workbook and writes it: whole or not at all, checked against the store before it takes its name.

The frame comes from the library, the rows from us; the packing stamps no time, so the same data give the same file.
Sheets of applications and Einzelwerte are counted apart from each other: a figure that stands in one and not in the
other is a fault of ours and must not leave the house.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any, override

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.exports.atomic_write import refuse_open, write_atomically
from reviewer_app.exports.material import Counts, RoundMaterial
from reviewer_app.exports.workbook.application import add_application
from reviewer_app.exports.workbook.basis import fill_basis
from reviewer_app.exports.workbook.book import FIXED, Book, open_book
from reviewer_app.exports.workbook.cells import escaped, letters, plain
from reviewer_app.exports.workbook.charts import add_charts
from reviewer_app.exports.workbook.layout import FIRST, HEADS
from reviewer_app.exports.workbook.names import workbook_name
from reviewer_app.exports.workbook.overview import add_overview
from reviewer_app.exports.workbook.page import WorksheetPage
from reviewer_app.exports.workbook.tables import FIRST_ROW, add_conditions, add_criteria, add_findings, add_scores
from reviewer_app.exports.workbook.wording import Wording

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


def with_rows(part: bytes, page: WorksheetPage) -> bytes:
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


_ROW = re.compile(rb'<row r="(\d+)"[^>]*>(.*?)</row>', re.DOTALL)
_CELL = re.compile(rb'<c r="([A-Z]+)\d+" s="\d+"(?: t="inlineStr"><is><t xml:space="preserve">([^<]*)<|><v>([^<]*)<)')
_LABEL = re.compile(rb"G\d+")
_SCORES = FIXED.index("scores") + 1
_NUMBER, _REVIEW, _VALUE, _REASON = b"A", b"H", b"I", b"J"

type RawRow = dict[bytes, tuple[bytes, bytes]]
"""Text and number by the letters of the column; one of both is empty. Formulas and empty cells are left out."""


def read_back(data: bytes, not_assessable: str) -> tuple[Counts, Counts]:
    """Count by the sheets of the applications, and by Einzelwerte (which knows no applications without scores)."""
    answer = not_assessable.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        count = sum(name.startswith("xl/worksheets/sheet") for name in archive.namelist())
        parts = [archive.read(f"xl/worksheets/sheet{index}.xml") for index in range(len(FIXED) + 1, count + 1)]
        scores = archive.read(f"xl/worksheets/sheet{_SCORES}.xml")
    by_sheet = [_of_application(part, answer) for part in parts]
    totals = (sum(one[index] for one in by_sheet) for index in range(3))
    return Counts(len(parts), *totals), _of_scores(scores, answer)


def _of_application(part: bytes, answer: bytes) -> tuple[int, int, int]:
    """Count reviews, scores and rationales of one application's sheet."""
    columns: list[bytes] = []
    reasons: list[bytes] = []
    scores = rationales = 0
    for index, row in _rows(part, HEADS):
        if index == HEADS:
            columns = [column for column, (text, _) in row.items() if _LABEL.fullmatch(text)]
            reasons = list(row)[-len(columns) :] if columns else []
        elif not row:
            break
        elif index >= FIRST:
            scores += sum(_is_score(row.get(column), answer) for column in columns)
            rationales += sum(_is_text(row.get(column)) for column in reasons)
    return len(columns), scores, rationales


def _of_scores(part: bytes, answer: bytes) -> Counts:
    numbers: set[bytes] = set()
    reviews: set[tuple[bytes, bytes]] = set()
    scores = rationales = 0
    for _, row in _rows(part, FIRST_ROW):
        number, review = (row.get(column, (b"", b""))[0] for column in (_NUMBER, _REVIEW))
        if review and not _LABEL.fullmatch(review):
            continue  # the rest of a reason that one cell could not hold
        numbers.add(number)
        reviews.add((number, review))
        scores += _is_score(row.get(_VALUE), answer)
        rationales += _is_text(row.get(_REASON))
    return Counts(len(numbers), len(reviews), scores, rationales)


def _is_score(cell: tuple[bytes, bytes] | None, answer: bytes) -> bool:
    return cell is not None and (bool(cell[1]) or cell[0] == answer)


def _is_text(cell: tuple[bytes, bytes] | None) -> bool:
    return cell is not None and bool(cell[0].strip())


def _rows(part: bytes, first: int) -> Iterator[tuple[int, RawRow]]:
    """Give each row from `first` on with its literal cells."""
    for match in _ROW.finditer(part):
        index = int(match[1])
        if index >= first:
            yield index, {column: (text, number) for column, text, number in _CELL.findall(match[2])}


_VARIANTS = ("internal", "pseudonymous")


def workbook_bytes(material: RoundMaterial) -> bytes:
    """Give the bytes of the workbook; the same material gives the same bytes.

    Raises MendableError("not_built_yet") for a variant that has no workbook, BrokenError("self_check_failed") where the
    bytes do not hold what the store counts.
    """
    return _made(material)[0]


def write_workbook(material: RoundMaterial, target: Path) -> Counts:
    """Write the workbook to `target`, beside it first and then in its place; give what the file itself counts.

    Raises what `workbook_bytes` raises, and what `write_atomically` raises.
    """
    refuse_open(target)
    data, counts = _made(material)
    write_atomically(data, target)
    return counts


def _made(material: RoundMaterial) -> tuple[bytes, Counts]:
    if material.variant not in _VARIANTS:
        raise MendableError("not_built_yet", what=material.variant)
    data = _composed(material)
    return data, _checked(data, material)


def _composed(material: RoundMaterial) -> bytes:
    book = open_book(material)
    add_overview(book)
    _, drawings = add_charts(book)
    add_criteria(book)
    add_scores(book)
    add_findings(book)
    add_conditions(book)
    basis = book.fixed_page("basis")
    for sheet in book.sheets:
        add_application(book, sheet)
    fill_basis(book, basis)
    return packed(book, [one.alternative for one in drawings])


def _checked(data: bytes, material: RoundMaterial) -> Counts:
    """Read the workbook back and hold both of its counts against the store's; the sentence in it is true then."""
    counts, table = read_back(data, Wording(material.language).not_assessable)
    name = workbook_name(material.variant)
    if counts != material.stored:
        raise BrokenError("self_check_failed", name, detail=f"{counts} / {material.stored}")
    if (table.reviews, table.scores, table.rationales) != (counts.reviews, counts.scores, counts.rationales):
        raise BrokenError("self_check_failed", name, detail=f"{table} / {counts}")
    return counts
