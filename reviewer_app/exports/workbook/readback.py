"""Counts what stands in a finished workbook, read from its bytes, so that it can be held against the store.

Sheets of applications and Einzelwerte are counted apart from each other: a figure that stands in one and not in the
other is a fault of ours and must not leave the house.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from reviewer_app.exports.material import Counts
from reviewer_app.exports.workbook.book import FIXED
from reviewer_app.exports.workbook.layout import FIRST, HEADS
from reviewer_app.exports.workbook.tables import FIRST_ROW

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LABEL = re.compile(r"G\d+")
_SCORES = FIXED.index("scores") + 1
_NUMBER, _LABEL_COLUMN, _VALUE, _REASON = "A", "D", "E", "F"

type Row = dict[str, tuple[str, str]]
"""Kind (`n` for numbers) and text by the letters of the column."""


def read_back(data: bytes, not_assessable: str) -> tuple[Counts, Counts]:
    """Count by the sheets of the applications, and by Einzelwerte (which knows no applications without scores)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        count = sum(name.startswith("xl/worksheets/sheet") for name in archive.namelist())
        parts = [archive.read(f"xl/worksheets/sheet{index}.xml") for index in range(len(FIXED) + 1, count + 1)]
        scores = archive.read(f"xl/worksheets/sheet{_SCORES}.xml")
    by_sheet = [_of_application(part, not_assessable) for part in parts]
    totals = (sum(one[index] for one in by_sheet) for index in range(3))
    return Counts(len(parts), *totals), _of_scores(scores, not_assessable)


def _of_application(part: bytes, not_assessable: str) -> tuple[int, int, int]:
    """Count reviews, scores and rationales of one application's sheet."""
    columns: list[str] = []
    reasons: list[str] = []
    scores = rationales = 0
    for index, row in _rows(part):
        if index == HEADS:
            columns = [column for column, (_, text) in row.items() if _LABEL.fullmatch(text)]
            reasons = list(row)[-len(columns) :] if columns else []
        elif index >= FIRST:
            if not row:
                break
            scores += sum(_is_score(row.get(column), not_assessable) for column in columns)
            rationales += sum(bool(row.get(column, ("", ""))[1].strip()) for column in reasons)
    return len(columns), scores, rationales


def _of_scores(part: bytes, not_assessable: str) -> Counts:
    numbers: set[str] = set()
    reviews: set[tuple[str, str]] = set()
    scores = rationales = 0
    for index, row in _rows(part):
        if index < FIRST_ROW:
            continue
        number = row[_NUMBER][1]
        numbers.add(number)
        reviews.add((number, row[_LABEL_COLUMN][1]))
        scores += _is_score(row.get(_VALUE), not_assessable)
        rationales += bool(row.get(_REASON, ("", ""))[1].strip())
    return Counts(len(numbers), len(reviews), scores, rationales)


def _is_score(cell: tuple[str, str] | None, not_assessable: str) -> bool:
    return cell is not None and (cell[0] == "n" or cell[1] == not_assessable)


def _rows(part: bytes) -> Iterator[tuple[int, Row]]:
    """Give each row with the cells that hold something."""
    for _, element in etree.iterparse(io.BytesIO(part), tag=f"{_MAIN}row", resolve_entities=False, huge_tree=True):
        index = int(element.get("r", "0"))
        found: Row = {}
        for cell in element:
            text = "".join(cell.itertext(f"{_MAIN}t", f"{_MAIN}v"))
            if text:
                place = cell.get("r", "")
                found[place.rstrip("0123456789")] = (cell.get("t", "n"), text)
        element.clear()
        yield index, found
