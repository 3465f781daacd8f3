"""Counts what stands in a finished workbook, read from its bytes, so that it can be held against the store.

Sheets of applications and Einzelwerte are counted apart from each other: a figure that stands in one and not in the
other is a fault of ours and must not leave the house. A part that is not written as ours are counts nothing.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from reviewer_app.exports.material import Counts
from reviewer_app.exports.workbook.book import FIXED
from reviewer_app.exports.workbook.layout import FIRST, HEADS
from reviewer_app.exports.workbook.tables import FIRST_ROW

_ROW = re.compile(rb'<row r="(\d+)"[^>]*>(.*?)</row>', re.DOTALL)
_CELL = re.compile(rb'<c r="([A-Z]+)\d+" s="\d+"(?: t="inlineStr"><is><t xml:space="preserve">([^<]*)<|><v>([^<]*)<)')
_LABEL = re.compile(rb"G\d+")
_SCORES = FIXED.index("scores") + 1
_NUMBER, _REVIEW, _VALUE, _REASON = b"A", b"D", b"E", b"F"

type Row = dict[bytes, tuple[bytes, bytes]]
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


def _rows(part: bytes, first: int) -> Iterator[tuple[int, Row]]:
    """Give each row from `first` on with its literal cells."""
    for match in _ROW.finditer(part):
        index = int(match[1])
        if index >= first:
            yield index, {column: (text, number) for column, text, number in _CELL.findall(match[2])}
