"""Workbooks as they stand: the filled cells of every sheet with value, formula and format, in one pass.

openpyxl gives either formulas or cached values and builds a style for every empty cell; here both come from one pass
of a parser that refuses entities, keeps filled cells only and stops where a sheet has nothing but formats.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from posixpath import dirname, join, normpath

from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE, Limits, SafeZip, open_zip
from reviewer_app.exchange.sheet_xml import RawCell, read_cells, read_elements, read_strings

MOST_TEXT = 32_767
MOST_SHEETS = 60
_SMALL_PART = 20 * MEGABYTE
_CFB = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK"
_DATE_CODES = re.compile(r"[dmyhs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILT_IN_PERCENT = frozenset((9, 10))


class Format(StrEnum):
    """What a cell's number format says about its number."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: a cached value without (`value` None) or with it, and the formula it came from, if any.

    Numbers are exact as spelt in the file, dates of date cells are dates; `length` is the size of a text that is too
    long to be taken, then `value` is None.
    """

    value: str | Decimal | date | bool | None
    formula: str = ""
    format: Format = Format.PLAIN
    length: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its filled cells by row and column, both from 1; `cut_after` is the row where reading stopped."""

    name: str
    visible: bool
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[str, ...] = ()
    cut_after: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a workbook in order, and what it carries that is never run or followed."""

    sheets: tuple[Sheet, ...]
    has_macros: bool = False
    has_links: bool = False
    since_1904: bool = field(default=False, repr=False)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name (case does not matter), or None."""
        return next((one for one in self.sheets if one.name.casefold() == name.casefold()), None)


def read_workbook(data: bytes, limits: Limits | None = None) -> Workbook:
    """Read a workbook; raise FileFault where it is none, protected, damaged or dangerous."""
    _check_kind(data)
    try:
        with open_zip(data, limits) as archive:
            return _Reader(archive).read()
    except FileFault as fault:
        raise _in_workbook(fault) from fault


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _check_kind(data: bytes) -> None:
    if not data:
        raise FileFault("form_empty")
    if data.startswith(_CFB):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        raise FileFault("form_protected" if protected else "form_old_excel")
    if not data.startswith(_ZIP):
        raise FileFault("form_not_a_workbook")


def _in_workbook(fault: FileFault) -> FileFault:
    if not fault.code.startswith("package_"):
        return fault
    if fault.code == "package_bomb":
        return FileFault("form_bomb", size=fault.params.get("size", ""))
    return FileFault("form_damaged")


class _Reader:
    """Follows the parts of one workbook from its root."""

    def __init__(self, archive: SafeZip) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.files}

    def read(self) -> Workbook:
        root = self._root()
        targets = self._relations(root)
        book = list(read_elements(self._pieces(root), {"sheet", "workbookPr"}))
        properties = next((attributes for tag, attributes in book if tag == "workbookPr"), {})
        since_1904 = properties.get("date1904", "") in ("1", "true")
        listed = [attributes for tag, attributes in book if tag == "sheet"]
        if len(listed) > MOST_SHEETS:
            raise FileFault("form_sheets", count=len(listed), limit=MOST_SHEETS)
        strings = self._strings(targets)
        formats = self._formats(targets)
        sheets = tuple(self._sheet(one, targets, strings, formats, since_1904=since_1904) for one in listed)
        inside = [name.casefold() for name in self._archive.files]
        return Workbook(
            tuple(one for one in sheets if one is not None),
            has_macros=any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in inside),
            has_links=any("/externallinks/" in name or name.endswith("connections.xml") for name in inside),
            since_1904=since_1904,
        )

    def _root(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and self._part(target).endswith(".xml"):
                return self._part(target)
        raise FileFault("form_not_a_workbook")

    def _part(self, name: str) -> str:
        return self._names.get(name.casefold().lstrip("/"), "")

    def _pieces(self, name: str, at_most: int = _SMALL_PART) -> Iterator[bytes]:
        if self._archive.files[name].file_size > at_most:
            raise FileFault("form_bomb", size=self._archive.files[name].file_size // MEGABYTE)
        return self._archive.pieces(name)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give (kind, target) by id; a target outside the file is left out, so that nothing can follow it."""
        folder, _, base = part.rpartition("/")
        relations = self._part(f"{folder}/_rels/{base}.rels")
        if not relations:
            return {}
        found = {}
        for _, attributes in read_elements(self._pieces(relations), {"Relationship"}):
            if attributes.get("TargetMode", "") == "External":
                continue
            target = attributes.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], place)
        return found

    def _only(self, targets: Mapping[str, tuple[str, str]], kind: str) -> str:
        return next((self._part(place) for name, place in targets.values() if name == kind), "")

    def _strings(self, targets: Mapping[str, tuple[str, str]]) -> list[str]:
        part = self._only(targets, "sharedStrings")
        return read_strings(self._pieces(part, 100 * MEGABYTE)) if part else []

    def _formats(self, targets: Mapping[str, tuple[str, str]]) -> list[Format]:
        part = self._only(targets, "styles")
        if not part:
            return []
        own: dict[str, str] = {}
        formats: list[Format] = []
        inside = False
        for tag, attributes in read_elements(self._pieces(part), {"numFmt", "cellXfs", "cellStyles", "xf", "dxfs"}):
            if tag == "numFmt":
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif tag == "xf" and inside:
                formats.append(_format(attributes.get("numFmtId", "0"), own))
            else:
                inside = tag == "cellXfs"
        return formats

    def _sheet(
        self,
        listed: Mapping[str, str],
        targets: Mapping[str, tuple[str, str]],
        strings: list[str],
        formats: list[Format],
        *,
        since_1904: bool,
    ) -> Sheet | None:
        kind, place = targets.get(listed.get("id", ""), ("", ""))
        part = self._part(place)
        if kind != "worksheet" or not part:
            return None
        raw = read_cells(self._archive.pieces(part))
        rows: dict[int, dict[int, Cell]] = {}
        for one in raw.cells:
            cell = _cell(one, strings, formats, since_1904=since_1904)
            if cell is not None:
                rows.setdefault(one.row, {})[one.column] = cell
        visible = listed.get("state", "visible") == "visible"
        return Sheet(listed.get("name", ""), visible, rows, raw.merged, raw.cut_after)


def _format(number: str, own: Mapping[str, str]) -> Format:
    if number in own:
        code = _QUOTED.sub("", own[number].partition(";")[0])
        if "%" in code:
            return Format.PERCENT
        return Format.DATE if _DATE_CODES.search(code.replace("General", "")) else Format.PLAIN
    known = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0  # noqa: PLR2004  # an id
    if known in _BUILT_IN_PERCENT:
        return Format.PERCENT
    return Format.DATE if known in _BUILT_IN_DATES else Format.PLAIN


def _cell(raw: RawCell, strings: list[str], formats: list[Format], *, since_1904: bool) -> Cell | None:
    look = formats[raw.style] if 0 <= raw.style < len(formats) else Format.PLAIN
    if raw.kind == "s":
        index = int(raw.text) if raw.text.isascii() and raw.text.isdigit() else -1
        if not 0 <= index < len(strings):
            raise FileFault("form_damaged")
        return _text_cell(strings[index], raw.formula, look)
    if raw.kind in ("str", "inlineStr"):
        return _text_cell(raw.text, raw.formula, look)
    if not raw.text.strip():
        return Cell(None, raw.formula, look) if raw.formula else None
    if raw.kind == "e":
        return Cell(None, raw.formula, fault=raw.text[:20])
    value = raw.text.strip() in ("1", "true") if raw.kind == "b" else _iso(raw.text) if raw.kind == "d" else None
    return Cell(value, raw.formula, look) if raw.kind in ("b", "d") else _number_cell(raw, look, since_1904=since_1904)


def _text_cell(raw: str, formula: str, look: Format) -> Cell | None:
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), raw) if "_x" in raw else raw
    if len(text) > MOST_TEXT:
        return Cell(None, formula, length=len(text))
    return Cell(text, formula, look) if text or formula else None


def _number_cell(raw: RawCell, look: Format, *, since_1904: bool) -> Cell:
    try:
        number = float(raw.text)
    except ValueError:
        raise FileFault("form_damaged") from None
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124  # not a number
        return Cell(None, raw.formula, fault=raw.text[:20])
    if look is Format.DATE:
        day = day_of(number, since_1904=since_1904)
        if day is not None:
            return Cell(day, raw.formula, look)
    return Cell(Decimal(repr(number)), raw.formula, look)


def day_of(number: float, *, since_1904: bool = False) -> date | None:
    """Return the day a spreadsheet's day number means, None where there is no such day."""
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  # days have no zone
    if not 1 <= number < 2_958_466:  # noqa: PLR2004  # 31 December 9999
        return None
    if not since_1904 and number < 60:  # noqa: PLR2004  # the 29 February 1900 that never was
        start = datetime(1899, 12, 31)  # noqa: DTZ001  # days have no zone
    return (start + timedelta(days=int(number))).date()


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
