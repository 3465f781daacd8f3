"""Workbooks as they stand: the filled cells of every sheet with value, formula and format, in one pass.

openpyxl gives either formulas or cached values and builds a style for every empty cell; here both come from one pass of
a parser that refuses document types and entities, keeps filled cells only and stops where a sheet has nothing but
formats.
"""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from posixpath import dirname, join, normpath
from xml.parsers import expat

from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE, Limits, SafeZip, open_zip

EMPTY_ROWS = 5_000
MOST_CELLS = 500_000
MOST_ROW = 1_048_576
MOST_COLUMN = 16_384
_MOST_CHARACTERS = 100_000_000
_MOST_BYTES = 200_000_000


@dataclass(slots=True)
class RawCell:
    """A cell with content as spelt in the file; row and column from 1, `kind` as in the attribute t."""

    row: int
    column: int
    kind: str = "n"
    style: int = 0
    text: str = ""
    formula: str = ""


@dataclass(slots=True)
class RawSheet:
    """The cells with content, merged ranges, and the row after which nothing was read (0: read to the end)."""

    cells: list[RawCell] = field(default_factory=list)
    merged: tuple[str, ...] = ()
    cut_after: int = 0


class _Enough(Exception):  # noqa: N818  # no error: the rest of a part is not needed
    pass


def read_elements(pieces: Iterable[bytes], wanted: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (local name, attributes by local name) of the wanted elements of a small part."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name in wanted:
            found.append((name, {_local(key): value for key, value in attributes.items()}))

    parser = _parser()
    parser.StartElementHandler = start
    _feed(parser, pieces)
    yield from found


def read_strings(pieces: Iterable[bytes]) -> list[str]:
    """Return the shared texts in order; phonetic hints are left out."""
    reader = _Strings()
    _feed(reader.parser, pieces)
    return reader.found


def read_cells(pieces: Iterable[bytes]) -> RawSheet:
    """Return the cells with content of a sheet; raise FileFault where there are too many."""
    reader = _Cells()
    with contextlib.suppress(_Enough):
        _feed(reader.parser, pieces)
    reader.sheet.merged = tuple(reader.merged)
    return reader.sheet


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16

    def refuse(*_: object) -> None:
        raise FileFault("form_entities")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    try:
        for count, piece in enumerate(pieces):
            if count * len(piece) > _MOST_BYTES:
                raise FileFault("form_bomb", size=_MOST_BYTES // 1_000_000)
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter two for an encoding it does not know
        raise FileFault("form_damaged") from error


class _Strings:
    """Gathers the texts of a shared string table."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._silent = 0
        self._inside = False
        self._size = 0
        self.parser = _parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, tag: str, _: dict[str, str]) -> None:
        name = _local(tag)
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._silent += 1
        elif name == "t":
            self._inside = not self._silent

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name == "si":
            self.found.append("".join(self._parts))
        elif name == "rPh":
            self._silent -= 1
        elif name == "t":
            self._inside = False

    def _text(self, text: str) -> None:
        if self._inside:
            self._size += len(text)
            if self._size > _MOST_CHARACTERS:
                raise FileFault("form_bomb", size=_MOST_CHARACTERS // 1_000_000)
            self._parts.append(text)


class _Cells:
    """Gathers the cells of a sheet that hold something; what is inside nothing but formats costs one call."""

    def __init__(self) -> None:
        self.sheet = RawSheet()
        self.merged: list[str] = []
        self._row = 0
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._filled_row = 0
        self._inside = ""
        self._silent = 0
        self._value: list[str] = []
        self._formula: list[str] = []
        self.parser = _parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c" or tag.endswith(":c"):
            self._attributes = attributes
            if "r" not in attributes:
                self._column += 1
            return
        name = _local(tag)
        if name in ("v", "t", "f"):
            if name != "t" or not self._silent:
                self._inside = name
                self.parser.CharacterDataHandler = self._text
            if name == "f":
                self._formula.append("")
        elif name == "rPh":
            self._silent += 1
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell" and len(self.merged) < MOST_CELLS:
            self.merged.append(attributes.get("ref", ""))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = _whole(number) if number else self._row + 1
        self._column = 0
        if not 0 < self._row <= MOST_ROW:
            raise FileFault("form_damaged")
        if self._row - self._filled_row > EMPTY_ROWS:
            self.sheet.cut_after = self._row - 1
            raise _Enough

    def _end(self, tag: str) -> None:
        if tag == "c" or tag.endswith(":c"):
            if self._value or self._formula:
                self._keep()
            return
        name = _local(tag)
        if name in ("v", "t", "f"):
            self._inside = ""
            self.parser.CharacterDataHandler = None
        elif name == "rPh":
            self._silent -= 1

    def _text(self, text: str) -> None:
        (self._formula if self._inside == "f" else self._value).append(text)

    def _keep(self) -> None:
        attributes = self._attributes
        row, column = self._place(attributes.get("r", ""))
        formula = "".join(self._formula) or ("=" if self._formula else "")
        style = attributes.get("s", "0")
        cell = RawCell(row, column, attributes.get("t", "n"), _whole(style), "".join(self._value), formula)
        self.sheet.cells.append(cell)
        if len(self.sheet.cells) > MOST_CELLS:
            raise FileFault("form_cells", limit=MOST_CELLS)
        self._value, self._formula = [], []
        self._filled_row = row
        self._column = column

    def _place(self, reference: str) -> tuple[int, int]:
        if not reference:
            return self._row, self._column
        letters = reference.rstrip("0123456789")
        column = 0
        for letter in letters:
            if not "A" <= letter <= "Z":
                raise FileFault("form_damaged")
            column = column * 26 + ord(letter) - ord("A") + 1
        if not 0 < column <= MOST_COLUMN:
            raise FileFault("form_damaged")
        return self._row, column


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:  # noqa: PLR2004  # longer than any row or style
        return int(text)
    raise FileFault("form_damaged")


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
