"""The XML inside a workbook, read piece by piece by a parser that refuses document types and entities.

A sheet is mostly empty cells with formats: they are passed over, and a long run of them ends the reading.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat  # document types and entities are refused below

from reviewer_app.exchange.file_fault import FileFault

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
    except expat.ExpatError as error:
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
