"""Annotations that other programs made in a PDF: marks with the words they mark, areas, notes.

Nothing is run and nothing but annotations is read; every part of one may be missing or wrong. What answers another
annotation becomes part of its note. What a viewer does not show (hidden) is counted and left where it is.
"""

import io
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from html.parser import HTMLParser
from typing import override

import pikepdf

from reviewer_app.domain.annotations.annotation import MOST_NOTE, MarkStyle, Quad, Quote, Rect
from reviewer_app.domain.annotations.foreign_identity import OWN_PREFIX, foreign_identity, is_digest, told_apart
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.frame import Axes, quad_of
from reviewer_app.exchange.annex.pdf import MOST_PAGES, open_document
from reviewer_app.exchange.annex.text import TextLayer, TextLayerCache
from reviewer_app.exchange.cleaning import clean, one_line

MOST_QUADS_OF_ONE = 500
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
    values = [_number(value) for value in _items(thing.get("/QuadPoints"), MOST_QUADS_OF_ONE * _QUAD)]
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


MOST_ANNOTATIONS = 5_000
MOST_QUADS = 20_000
MOST_LOOKED_AT = 200_000
"""What is read of a file as a whole: annotations, their quads, and things that stand in the lists of its pages."""

STYLES = {
    "Highlight": MarkStyle.HIGHLIGHT,
    "StrikeOut": MarkStyle.HIGHLIGHT,
    "Underline": MarkStyle.UNDERLINE,
    "Squiggly": MarkStyle.UNDERLINE,
    "Ink": MarkStyle.AREA,
    "Square": MarkStyle.AREA,
    "Circle": MarkStyle.AREA,
    "Polygon": MarkStyle.AREA,
    "PolyLine": MarkStyle.AREA,
    "Line": MarkStyle.AREA,
    "Text": MarkStyle.PAGE_NOTE,
    "FreeText": MarkStyle.PAGE_NOTE,
    "Caret": MarkStyle.PAGE_NOTE,
}
"""What becomes of which kind of annotation; links, pop-ups, form fields, files and stamps are not taken."""

_THINNEST = 1.0
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """An annotation as it can be taken; `page` from 0, `rect` is where the other program shows it.

    `subtype` is the PDF's word (a StrikeOut comes as a highlight). `own_id` is set for what was made here and exported.
    """

    page: int
    subtype: str
    style: MarkStyle
    quads: tuple[Quad, ...]
    area: Rect | None
    rect: Rect
    quote: Quote
    note: str
    author: str
    created: datetime | None
    changed: datetime | None
    foreign_id: str
    own_id: str = ""


@dataclass(frozen=True, slots=True)
class ForeignAnnotations:
    """What a file holds; `hidden` and `not_taken` count what is not in `annotations`; `more` was not looked at."""

    annotations: tuple[ForeignAnnotation, ...]
    hidden: int = 0
    not_taken: int = 0
    more: bool = False


def read_annotations(data: bytes, password: str = "") -> ForeignAnnotations:
    """Read all annotations of a PDF in the order of pages; MendableError (`pdf_password`, `pdf_broken`)."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True) as pdf:
            held = _held(pdf)
    except pikepdf.PasswordError as error:
        raise MendableError("pdf_password") from error
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as error:
        raise MendableError("pdf_broken") from error
    shown = [[raw for raw in page if not raw.hidden] for page in held.pages]
    taken: list[ForeignAnnotation] = []
    if any(shown):
        with open_document(data, password or None) as document:
            layers = TextLayerCache(document)
            for number, page in enumerate(shown):
                taken += (_taken(raw, number, layers) for raw in _threads(page))
    hidden = sum(map(len, held.pages)) - sum(map(len, shown))
    return ForeignAnnotations(tuple(_told_apart(taken)), hidden, held.others, held.more)


@dataclass(slots=True)
class _Held:
    """What stands in a file: by page what has a style here, how many other things, whether there is `more`."""

    pages: list[list[RawAnnotation]] = field(default_factory=list)
    others: int = 0
    more: bool = False


def _held(pdf: pikepdf.Pdf) -> _Held:
    """Read annotations up to the limits of a file, which a hostile one reaches with few bytes: pages share lists."""
    held = _Held()
    looked_at = count = quads = 0
    for number, page in zip(range(MOST_PAGES), pdf.pages, strict=False):
        held.pages.append([])
        for thing in _things(page.obj):
            looked_at += 1
            held.more = looked_at > MOST_LOOKED_AT or count >= MOST_ANNOTATIONS or quads > MOST_QUADS
            if held.more:
                return held
            subtype = str(thing.get("/Subtype", "/"))[1:]
            if subtype in STYLES:
                raw = read_annotation(thing, number)
                count, quads = count + 1, quads + len(raw.quads)
                held.pages[-1].append(raw)
            else:
                held.others += subtype != "Popup"
    return held


def _things(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    found = page.get("/Annots")
    if not isinstance(found, pikepdf.Array):
        return
    for index in range(len(found)):
        thing = found[index]
        if isinstance(thing, pikepdf.Dictionary):
            yield thing


def _threads(page: Sequence[RawAnnotation]) -> Iterator[RawAnnotation]:
    """Give the annotations that answer none, with the answers in their notes and parts of one mark put together."""
    by_key = {raw.key: raw for raw in page if raw.key}
    following: dict[int, list[RawAnnotation]] = {}
    heads: list[RawAnnotation] = []
    for raw in page:
        head = _head(raw, by_key)
        if head is raw:
            heads.append(raw)
        else:
            following.setdefault(id(head), []).append(raw)
    for raw in heads:
        others = following.get(id(raw), [])
        marked = next((other for other in others if other.grouped and other.quads), raw)
        if not raw.quads and marked.quads:
            raw = replace(raw, subtype=marked.subtype, quads=marked.quads)  # noqa: PLW2901  # the mark is in its other part
        notes = [raw.note, *(_answer(other) for other in others)]
        yield replace(raw, note="\n".join(note for note in notes if note)[:MOST_NOTE])


def _answer(raw: RawAnnotation) -> str:
    if raw.is_state or raw.grouped:
        return "" if raw.is_state else raw.note
    return f"{raw.author}: {raw.note}" if raw.author and raw.note else raw.note


def _head(raw: RawAnnotation, by_key: dict[int, RawAnnotation]) -> RawAnnotation:
    """Follow answers to what they answer; in a circle each stands for itself."""
    head = raw
    for _ in range(_LONGEST_CHAIN):
        following = by_key.get(head.answers) if head.answers else None
        if following is None:
            return head
        head = following
    return raw


def _taken(raw: RawAnnotation, page: int, layers: TextLayerCache) -> ForeignAnnotation:
    style = STYLES[raw.subtype]
    quads: tuple[Quad, ...] = ()
    quote = Quote()
    if style in {MarkStyle.HIGHLIGHT, MarkStyle.UNDERLINE}:
        quads, quote = _quoted(raw.quads or (quad_of(_visible(raw.rect)),), layers.layer(page))
    return ForeignAnnotation(
        page=page,
        subtype=raw.subtype,
        style=style,
        quads=quads,
        area=_visible(raw.rect) if style is MarkStyle.AREA else None,
        rect=raw.rect,
        quote=quote,
        note=raw.note,
        author=raw.author,
        created=raw.created or raw.changed,
        changed=raw.changed or raw.created,
        foreign_id=raw.identity,
        own_id=raw.name.removeprefix(OWN_PREFIX) if raw.name.startswith(OWN_PREFIX) else "",
    )


def _quoted(quads: Sequence[Quad], layer: TextLayer) -> tuple[tuple[Quad, ...], Quote]:
    """Return quads in the order of their text's corners, and the words in them with what stands around."""
    indexes: set[int] = set()
    turned: list[Quad] = []
    for quad in quads:
        inside = list(layer.inside(quad))
        indexes.update(inside)
        axes = layer.line_of(inside[0]).axes if inside else Axes()
        corners = [axes.turn(x, y) for x, y in zip(quad[::2], quad[1::2], strict=True)]
        along, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
        turned.append(axes.quad((min(along), min(up), max(along), max(up))))
    runs = list(_runs(sorted(indexes), layer.text))
    if not runs:
        return tuple(turned), Quote()
    before, after = layer.context(runs[0][0], runs[-1][1])
    words = " … ".join(text for text in (layer.quote(*run) for run in runs) if text)
    return tuple(turned), Quote(words, before, after)


def _runs(indexes: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    """Give the ranges of letters that follow each other but for spaces."""
    start = 0
    for place in range(1, len(indexes) + 1):
        last = indexes[place - 1]
        if place == len(indexes) or text[last + 1 : indexes[place]].strip():
            yield indexes[start], last + 1
            start = place


def _visible(rect: Rect) -> Rect:
    """Return a rectangle that has some width and height."""
    left, bottom, right, top = rect
    wide = max(0.0, _THINNEST - (right - left)) / 2
    high = max(0.0, _THINNEST - (top - bottom)) / 2
    return left - wide, bottom - high, right + wide, top + high


def _told_apart(taken: Sequence[ForeignAnnotation]) -> Iterator[ForeignAnnotation]:
    """Give each an id of its own; what is the same at the same place comes once."""
    seen: set[str] = set()
    for one in taken:
        name = one.foreign_id
        if name in seen and not is_digest(name):
            name = told_apart(name, one.page, one.subtype, one.rect, one.note)
            one = replace(one, foreign_id=name, own_id="")  # noqa: PLW2901  # the same annotation under its own name
        if name not in seen:
            seen.add(name)
            yield one
