"""Single annotations as a PDF holds them, read into plain values; every part of one may be missing or wrong."""

import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from html.parser import HTMLParser
from typing import override

import pikepdf

from reviewer_app.domain.annotation import MOST_NOTE, Quad, Rect
from reviewer_app.domain.foreign_identity import foreign_identity
from reviewer_app.exchange.cleaning import clean, one_line

MOST_QUADS = 500
_MOST_RICH = 4 * MOST_NOTE
_QUAD = 8
_CORNERS = 4
_HIDDEN = 2 | 32  # hidden, not shown on a screen (ISO 32000-1, table 165)
_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([-+])(\d\d)'?(\d\d)?|Z.*)?.*", re.DOTALL
)
_BLOCKS = frozenset(("p", "div", "br", "li"))


@dataclass(frozen=True, slots=True)
class RawAnnotation:
    """An annotation of a page; `key` and `answers` are object numbers (0: none), `grouped`: one mark in two parts."""

    key: int
    subtype: str
    name: str
    identity: str
    rect: Rect
    quads: tuple[Quad, ...]
    note: str
    author: str
    created: datetime | None
    changed: datetime | None
    hidden: bool
    answers: int
    grouped: bool
    is_state: bool


def read_annotation(thing: pikepdf.Object, page: int) -> RawAnnotation:
    """Read a dictionary; what is not there or of another type counts as not there."""
    subtype = str(thing.get("/Subtype", "/"))[1:]
    rect, raw = rect_of(thing), _text(thing, "/Contents")
    name = _text(thing, "/NM")
    answers = thing.get("/IRT")
    return RawAnnotation(
        key=thing.objgen[0],
        subtype=subtype,
        name=name,
        identity=foreign_identity(name, page, subtype, rect, raw),
        rect=rect,
        quads=tuple(_quads(thing)),
        note=(clean(raw) or clean(_rich(thing)))[:MOST_NOTE],
        author=one_line(_text(thing, "/T")),
        created=moment(_text(thing, "/CreationDate")),
        changed=moment(_text(thing, "/M")),
        hidden=_is_hidden(thing.get("/F")),
        answers=answers.objgen[0] if isinstance(answers, pikepdf.Dictionary) else 0,
        grouped=str(thing.get("/RT")) == "/Group",
        is_state="/StateModel" in thing,
    )


def moment(text: str) -> datetime | None:
    """Return a date of a PDF, in UTC where it names no zone; None where it is no date that can be."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(value) if value else None for value in found.groups()[:6])
    away = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-away if found[7] == "-" else away) if found[7] else UTC
        return datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=zone)
    except ValueError:
        return None


def rect_of(thing: pikepdf.Object) -> Rect:
    """Return the /Rect, zero where there is none."""
    found = thing.get("/Rect")
    values = [_number(value) for value in _items(found, _CORNERS)]
    if len(values) != _CORNERS:
        return 0.0, 0.0, 0.0, 0.0
    across, down = sorted(values[::2]), sorted(values[1::2])
    return across[0], down[0], across[1], down[1]


def _is_hidden(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & _HIDDEN)


def _quads(thing: pikepdf.Object) -> Iterator[Quad]:
    values = [_number(value) for value in _items(thing.get("/QuadPoints"), MOST_QUADS * _QUAD)]
    for start in range(0, len(values) - _QUAD + 1, _QUAD):
        x1, y1, x2, y2, x3, y3, x4, y4 = values[start : start + _QUAD]
        yield x1, y1, x2, y2, x3, y3, x4, y4


def _items(found: object, most: int) -> list[object]:
    return [found[index] for index in range(min(len(found), most))] if isinstance(found, pikepdf.Array) else []


def _number(value: object) -> float:
    number = float(value) if isinstance(value, int | float | Decimal) else 0.0
    return number if math.isfinite(number) else 0.0


def _text(thing: pikepdf.Object, key: str) -> str:
    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.String) else ""


def _rich(thing: pikepdf.Object) -> str:
    """Return the words of rich text, which some programs write instead of plain text."""
    value = thing.get("/RC")
    text = _unpacked(value) if isinstance(value, pikepdf.Stream) else _text(thing, "/RC")
    reader = _Words()
    reader.feed(text[:_MOST_RICH])
    reader.close()
    return re.sub(r"[^\S\n]+", " ", "".join(reader.words)).strip()


def _unpacked(stream: pikepdf.Stream) -> str:
    """Return the beginning of a stream's text; packed in other ways than the usual one it counts as empty."""
    raw, packed = stream.read_raw_bytes(), stream.get("/Filter")
    if packed is None:
        return raw[:_MOST_RICH].decode("utf-8", errors="replace")
    if str(packed) != "/FlateDecode":
        return ""
    try:
        return zlib.decompressobj().decompress(raw, _MOST_RICH).decode("utf-8", errors="replace")
    except zlib.error:
        return ""


class _Words(HTMLParser):
    """Gathers the words of rich text, blocks as lines."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS and "".join(self.words).strip():
            self.words.append("\n")
