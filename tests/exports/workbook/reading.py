"""A workbook as its parts say it: texts, numbers, formulas with the values stored beside them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Cell:
    value: str | float
    kind: str
    style: int
    formula: str | None = None


@dataclass(slots=True)
class Sheet:
    title: str
    part: bytes
    cells: dict[str, Cell] = field(default_factory=dict)

    def value(self, place: str) -> str | float:
        cell = self.cells.get(place)
        return "" if cell is None else cell.value

    def formula(self, place: str) -> str | None:
        return self.cells[place].formula

    def row(self, number: int) -> dict[str, str | float]:
        return {column: cell.value for column, row, cell in self._placed() if row == number}

    def column(self, letters: str) -> dict[int, str | float]:
        return {row: cell.value for column, row, cell in self._placed() if column == letters}

    def _placed(self) -> Iterator[tuple[str, int, Cell]]:
        for place, cell in self.cells.items():
            match = _PLACE.fullmatch(place)
            assert match
            yield match[1], int(match[2]), cell


@dataclass(slots=True)
class Book:
    parts: dict[str, bytes]
    sheets: list[Sheet]
    names: dict[str, str]

    def sheet(self, title: str) -> Sheet:
        return next(one for one in self.sheets if one.title == title)


def read(data: bytes) -> Book:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    workbook = etree.fromstring(parts["xl/workbook.xml"])
    targets = {one.get("Id"): one.get("Target", "") for one in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    sheets = []
    for one in workbook.iter(f"{_MAIN}sheet"):
        part = parts[str(targets[one.get(_LINK)]).lstrip("/")]
        sheets.append(Sheet(str(one.get("name")), part, dict(_cells(part))))
    names = {str(one.get("name")): one.text or "" for one in workbook.iter(f"{_MAIN}definedName")}
    return Book(parts, sheets, names)


def _cells(part: bytes) -> Iterator[tuple[str, Cell]]:
    for cell in etree.fromstring(part, etree.XMLParser(huge_tree=True)).iter(f"{_MAIN}c"):
        kind = cell.get("t", "n")
        formula = cell.find(f"{_MAIN}f")
        text = "".join(one.text or "" for one in cell.iter(f"{_MAIN}t", f"{_MAIN}v"))
        value: str | float = float(text) if kind == "n" and text else text
        yield str(cell.get("r")), Cell(value, kind, int(cell.get("s", "0")), None if formula is None else formula.text)
