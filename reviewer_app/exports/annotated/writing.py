"""Writes annotations into a copy of a PDF: behind its bytes, or, where they are encrypted or damaged, into a new file.

The same annotations for the same file give the same bytes (an encrypted file holds random numbers and does not). What
was written before is known by its /NM and brought up to date. What is written behind the bytes is an update of
ISO 32000-1, 7.5.6: changed objects, a cross-reference section of the kind the file ends with, /Prev; so what was there,
and every signature over it, stays as it was.
"""

import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary

from reviewer_app.domain.annotations.annotation import Annotation, MarkStyle, Origin, PagePlace, Rect
from reviewer_app.domain.annotations.foreign_identity import OWN_PREFIX, foreign_identity, is_among
from reviewer_app.domain.errors import MendableError
from reviewer_app.exports.annotated import drawing
from reviewer_app.exports.annotated.drawing import NOTE_SIZE
from reviewer_app.exports.annotated.mark import Annotated, AnnotationCount, Mark, contents, subject

_NOT_COMPARED = frozenset({"/AP", "/P"})
_CORNERS = 4
MOST_ANNOTATIONS = 200_000
"""Things in the lists of all pages of a file; pages of a hostile one share a list, so that few bytes are very many."""


def annotations(page: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what stands in a page's list of annotations, whatever it is."""
    found = page.get("/Annots")
    return [found[index] for index in range(len(found))] if isinstance(found, pikepdf.Array) else []


def are_too_many(pages: Iterable[pikepdf.Object]) -> bool:
    """Say whether the pages hold more than can be looked at."""
    lists = (page.get("/Annots") for page in pages)
    return sum(len(found) for found in lists if isinstance(found, pikepdf.Array)) > MOST_ANNOTATIONS


def name_of(annotation: pikepdf.Object) -> str:
    """Return the /NM of an annotation, empty where it has none."""
    return text_of(annotation, "/NM") if isinstance(annotation, pikepdf.Dictionary) else ""


def identities(pages: Sequence[pikepdf.Object]) -> Iterator[str]:
    """Give the foreign identities of all annotations of the pages."""
    for number, page in enumerate(pages):
        for each in annotations(page):
            if isinstance(each, pikepdf.Dictionary):
                subtype = str(each.get("/Subtype", "/"))[1:]
                yield foreign_identity(name_of(each), number, subtype, rect_of(each), text_of(each, "/Contents"))


def same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    """Say whether two annotations say the same at the same place."""
    return _facts(one) == _facts(other)


def text_of(thing: pikepdf.Object, key: str) -> str:
    """Return a text of a dictionary, empty where it is none."""
    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.String) else ""


def rect_of(annotation: pikepdf.Object) -> Rect:
    """Return the /Rect of an annotation, zero where it has none."""
    found = annotation.get("/Rect")
    if not isinstance(found, pikepdf.Array) or len(found) != _CORNERS:
        return 0.0, 0.0, 0.0, 0.0
    values = [number_of(found[index]) for index in range(_CORNERS)]
    across, down = sorted(values[::2]), sorted(values[1::2])
    return across[0], down[0], across[1], down[1]


def number_of(value: object) -> float:
    """Return a number of a PDF, 0 for anything else."""
    return float(value) if isinstance(value, int | float | Decimal) else 0.0


def _facts(thing: pikepdf.Object) -> Mapping[str, bytes]:
    keys = (key for key in thing.keys() if key not in _NOT_COMPARED)  # noqa: SIM118  # a PDF dictionary iterates over nothing
    return {key: _bytes(thing[key]) for key in keys}


def _bytes(value: object) -> bytes:
    return value.unparse() if isinstance(value, pikepdf.Object) else str(value).encode()


_MOST_FIELDS = 5_000
_FORMS_ONLY, _ANNOTATIONS = 2, 3  # ISO 32000-1, table 254


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Say whether a field of the form is signed."""
    form = pdf.Root.get("/AcroForm")
    waiting = _parts(form, "/Fields") if isinstance(form, pikepdf.Dictionary) else []
    for _ in range(_MOST_FIELDS):
        if not waiting:
            break
        field = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary):
            continue
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            return True
        waiting += _parts(field, "/Kids")
    return False


def forbids_annotations(pdf: pikepdf.Pdf) -> bool:
    """Say whether the document is certified without leave to annotate: its signature stays whole, viewers complain."""
    permissions = pdf.Root.get("/Perms")
    signature = permissions.get("/DocMDP") if isinstance(permissions, pikepdf.Dictionary) else None
    if not isinstance(signature, pikepdf.Dictionary):
        return False
    for reference in _parts(signature, "/Reference"):
        given = reference.get("/TransformParams") if isinstance(reference, pikepdf.Dictionary) else None
        if isinstance(given, pikepdf.Dictionary):
            return given.get("/P", _FORMS_ONLY) != _ANNOTATIONS
    return True


def _parts(thing: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    found = thing.get(key)
    return [found[index] for index in range(min(len(found), _MOST_FIELDS))] if isinstance(found, pikepdf.Array) else []


_MARGIN = 12.0
_STEP = NOTE_SIZE + 4.0
_DEEPEST = 50
_ASSUMED: Rect = (0.0, 0.0, 612.0, 792.0)  # what PDFium shows where a page does not say


def note_rect(page: pikepdf.Object, before: int) -> Rect:
    """Return the place in user space of a page's note; `before` notes stand above it.

    Its upper left corner stays where it is while a viewer keeps the note upright on a rotated page.
    """
    left, bottom, right, top = _shown(page)
    turned = int(number_of(_inherited(page, "/Rotate"))) // 90 % 4
    wide, high = (top - bottom, right - left) if turned % 2 else (right - left, top - bottom)
    across = max(0.0, wide - _MARGIN - NOTE_SIZE)
    down = _MARGIN + before * _STEP % max(_STEP, high - 2 * _MARGIN - NOTE_SIZE)
    x, y = (
        (left + across, top - down),
        (left + down, bottom + across),
        (right - across, bottom + down),
        (right - down, top - across),
    )[turned]
    return x, y - NOTE_SIZE, x + NOTE_SIZE, y


def _shown(page: pikepdf.Object) -> Rect:
    media = _box(_inherited(page, "/MediaBox")) or _ASSUMED
    crop = _box(_inherited(page, "/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _box(value: object) -> Rect | None:
    if not isinstance(value, pikepdf.Array) or len(value) != _CORNERS:
        return None
    one, two, three, four = (number_of(each) for each in value)
    box = min(one, three), min(two, four), max(one, three), max(two, four)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _inherited(page: pikepdf.Object, key: str) -> object:
    """Return a value of a page or of what it hangs below."""
    node: object = page
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


type ObjectKey = tuple[int, int]
"""Number and generation of an object."""

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\s\x00]*\Z")
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_TABLE = re.compile(rb"\s*xref\s")
_TAIL = 1024
_HEADER = b"%PDF-"
_KEPT = ("/Root", "/Info", "/ID")


def last_section(data: bytes) -> int | None:
    """Return where the last cross-reference section stands, None where a reader would have to search for it."""
    found = _START.search(data[-_TAIL:])
    place = int(found[1]) if found else -1
    fits = 0 < place < len(data) and (_TABLE.match(data, place) or _OBJECT.match(data, place))
    return place if fits and data.startswith(_HEADER) else None


def serialised(thing: pikepdf.Object) -> bytes:
    """Return an object as it stands in a file; what it refers to stays a reference."""
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse(resolved=True)
    data = thing.read_raw_bytes()
    kept = thing.stream_dict
    head = pikepdf.Dictionary({key: kept[key] for key in kept.keys()})  # noqa: SIM118  # a PDF dictionary iterates over nothing
    head.Length = len(data)
    return head.unparse() + b"\nstream\n" + data + b"\nendstream"


def appended(data: bytes, section: int, objects: Mapping[ObjectKey, bytes], trailer: pikepdf.Object) -> bytes:
    """Return the bytes with the objects behind them; `section` is what `last_section` found."""
    out = bytearray(data)
    if not data.endswith((b"\n", b"\r")):
        out += b"\n"
    places: dict[ObjectKey, int] = {}
    for key, body in sorted(objects.items()):
        places[key] = len(out)
        out += b"%d %d obj\n%b\nendobj\n" % (*key, body)
    start = len(out)
    size = max(int(trailer.Size), max(number for number, _ in objects) + 1)
    head = pikepdf.Dictionary({key: trailer[key] for key in _KEPT if key in trailer})
    head.Prev = section
    if _TABLE.match(data, section):
        head.Size = size
        out += b"xref\n" + b"".join(_table(places)) + b"trailer\n" + head.unparse()
    else:
        places[size, 0] = start
        head.Size = size + 1
        out += b"%d 0 obj\n" % size + _stream(head, places) + b"\nendobj"
    out += b"\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _table(places: Mapping[ObjectKey, int]) -> Iterator[bytes]:
    for run in _runs(sorted(places)):
        yield b"%d %d\n" % (run[0][0], len(run))
        yield from (b"%010d %05d n \n" % (places[key], key[1]) for key in run)


def _stream(head: pikepdf.Dictionary, places: Mapping[ObjectKey, int]) -> bytes:
    width = (max(places.values()).bit_length() + 7) // 8
    keys = sorted(places)
    rows = b"".join(b"\x01" + places[key].to_bytes(width, "big") + key[1].to_bytes(2, "big") for key in keys)
    head.Type = pikepdf.Name.XRef
    head.W = pikepdf.Array([1, width, 2])
    head.Index = pikepdf.Array([value for run in _runs(keys) for value in (run[0][0], len(run))])
    head.Length = len(rows)
    return head.unparse() + b"\nstream\n" + rows + b"\nendstream"


def _runs(keys: Sequence[ObjectKey]) -> Iterator[list[ObjectKey]]:
    """Give the objects in runs of successive numbers."""
    for _, run in groupby(enumerate(keys), lambda each: each[1][0] - each[0]):
        yield [key for _, key in run]


_REPAIRED = ("reconstruct", "xref", "damaged")


def annotated_pdf(data: bytes, marks: Sequence[Mark], language: str, password: str = "") -> Annotated:
    """Return a copy of the file `data` with the annotations in it.

    MendableError: `annotated_password`, `annotated_forbidden` (encrypted so that nobody may annotate),
    `annotated_signed` (a signature that a new file would break), `annotated_too_many`, `annotated_broken`.
    """
    try:
        with pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True) as pdf:
            return _written(pdf, data, marks, language)
    except pikepdf.PasswordError as error:
        raise MendableError("annotated_password") from error
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise MendableError("annotated_broken") from error


def _written(pdf: pikepdf.Pdf, data: bytes, marks: Sequence[Mark], language: str) -> Annotated:
    if pdf.is_encrypted and not (pdf.allow.modify_annotation or pdf.owner_password_matched):
        raise MendableError("annotated_forbidden")
    first_new = int(number_of(pdf.trailer.get("/Size")))
    section = last_section(data)
    pages = [page.obj for page in pdf.pages]
    if not pages:
        raise MendableError("annotated_broken")
    if are_too_many(pages):
        raise MendableError("annotated_too_many")
    places = [_place_of(pages, mark.annotation) for mark in marks]
    known = set(identities(pages)) if any(_is_foreign(mark) for mark in marks) else set()
    update = _Update(pdf, pages)
    written = 0
    for number, mark in sorted(zip(places, marks, strict=True), key=lambda each: (each[0], each[1].annotation.id)):
        if number < 0 or (_is_foreign(mark) and is_among(mark.annotation.foreign_id, known)):
            continue
        before = update.notes_before(number) if mark.annotation.style is MarkStyle.PAGE_NOTE else 0
        update.put(number, _drawn(mark, pages[number], before, language))
        written += 1
    left_out = len(marks) - written
    touched = update.objects()
    if not touched:
        return Annotated(data, written, left_out, appended=True)
    repaired = any(word in str(warning).lower() for warning in pdf.get_warnings() for word in _REPAIRED)
    can_append = section is not None and not pdf.is_encrypted and not repaired
    if can_append and section is not None and not any(page.objgen[0] >= first_new for page in update.pages()):
        parts = {thing.objgen: serialised(thing) for thing in touched}
        made = appended(data, section, parts, pdf.trailer)
        return Annotated(made, written, left_out, appended=True, certified=forbids_annotations(pdf))
    if is_signed(pdf):
        raise MendableError("annotated_signed")
    out = io.BytesIO()
    pdf.save(out, encryption=True if pdf.is_encrypted else None, deterministic_id=not pdf.is_encrypted)
    return Annotated(out.getvalue(), written, left_out, appended=False)


class _Update:
    """The pages of a file and what is new on them."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> None:
        self._pdf = pdf
        self._pages = pages
        self._lists: dict[int, list[pikepdf.Object | None]] = {}
        self._notes: dict[int, int] = {}
        self._own = {
            name: (number, index)
            for number, page in enumerate(pages)
            for index, each in enumerate(annotations(page))
            if (name := name_of(each)).startswith(OWN_PREFIX)
        }
        self._touched: list[pikepdf.Object] = []
        self._changed: set[int] = set()
        self._blended: dict[bool, pikepdf.Object] = {}

    def notes_before(self, number: int) -> int:
        """Count the notes that a page has had before the next one: they stand below each other."""
        count = self._notes.get(number, 0)
        self._notes[number] = count + 1
        return count

    def put(self, number: int, drawn: drawing.Drawn) -> None:
        """Write an annotation on a page, in the place of the one of its name; nothing where that is the same."""
        page = self._pages[number]
        made = drawing.dictionary(drawn, page)
        where = self._own.get(drawn.name)
        before = self._list(where[0])[where[1]] if where else None
        if where and where[0] == number and before is not None and same(made, before):
            return
        blended = self._state(faint=drawn.style is MarkStyle.AREA)
        made.AP = Dictionary(N=self._new(drawing.appearance(self._pdf, drawn, blended)))
        fresh = self._new(made)
        if where and where[0] == number:
            self._list(number)[where[1]] = fresh
        else:
            if where:
                self._list(where[0])[where[1]] = None
                self._changed.add(where[0])
            self._list(number).append(fresh)
        self._changed.add(number)

    def pages(self) -> list[pikepdf.Object]:
        """Return the pages that changed."""
        return [self._pages[number] for number in sorted(self._changed)]

    def objects(self) -> list[pikepdf.Object]:
        """Return all that is new or changed, the pages with their lists."""
        for number in self._changed:
            self._pages[number].Annots = Array([each for each in self._lists[number] if each is not None])
        return [*self.pages(), *self._touched]

    def _list(self, number: int) -> list[pikepdf.Object | None]:
        if number not in self._lists:
            self._lists[number] = [*annotations(self._pages[number])]
        return self._lists[number]

    def _state(self, *, faint: bool) -> pikepdf.Object:
        if faint not in self._blended:
            self._blended[faint] = self._new(drawing.graphics_state(faint=faint))
        return self._blended[faint]

    def _new(self, thing: pikepdf.Object) -> pikepdf.Object:
        made = thing if thing.is_indirect else self._pdf.make_indirect(thing)
        self._touched.append(made)
        return made


def _place_of(pages: Sequence[pikepdf.Object], annotation: Annotation) -> int:
    """Return the page an annotation stands on, -1 where it has no place in the file."""
    place = annotation.target
    if not isinstance(place, PagePlace) or not 0 <= place.page < len(pages):
        return -1
    values = [value for quad in place.quads for value in quad] + list(place.area or ())
    fits = {
        MarkStyle.HIGHLIGHT: bool(place.quads),
        MarkStyle.UNDERLINE: bool(place.quads),
        MarkStyle.AREA: place.area is not None,
        MarkStyle.PAGE_NOTE: True,
    }.get(annotation.style, False)
    return place.page if fits and all(math.isfinite(value) for value in values) else -1


def _is_foreign(mark: Mark) -> bool:
    return mark.annotation.origin is Origin.FOREIGN


def _drawn(mark: Mark, page: pikepdf.Object, notes: int, language: str) -> drawing.Drawn:
    annotation = mark.annotation
    place = annotation.target
    quads, rect = (place.quads, place.area) if isinstance(place, PagePlace) else ((), None)
    if annotation.style is MarkStyle.PAGE_NOTE:
        quads, rect = (), note_rect(page, notes)
    return drawing.Drawn(
        OWN_PREFIX + annotation.id,
        annotation.style,
        mark.author,
        subject(annotation, language),
        contents(annotation, language),
        annotation.created,
        annotation.changed,
        quads if annotation.style is not MarkStyle.AREA else (),
        _upright(rect or (0.0, 0.0, 0.0, 0.0)),
    )


def _upright(rect: Rect) -> Rect:
    return min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3])


def count_annotations(data: bytes, marks: Sequence[Mark], password: str = "") -> AnnotationCount:
    """Count which of the annotations stand in a file, by their names."""
    with pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True) as pdf:
        known = set(identities([page.obj for page in pdf.pages]))
    own = {mark.annotation.id for mark in marks if OWN_PREFIX + mark.annotation.id in known}
    rest = [one for one in (mark.annotation for mark in marks) if one.origin is Origin.FOREIGN and one.id not in own]
    return AnnotationCount(len(own), sum(is_among(one.foreign_id, known) for one in rest))
