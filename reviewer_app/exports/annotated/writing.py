"""Writes annotations into a copy of a PDF: behind its bytes, or, where they are encrypted or damaged, into a new file.

The same annotations for the same file give the same bytes (an encrypted file holds random numbers and does not). What
was written before is known by its /NM and brought up to date.
"""

import io
import math
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary

from reviewer_app.domain.annotation import Annotation, Origin, PagePlace, Rect, Style
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.foreign_identity import OWN_PREFIX, is_among
from reviewer_app.exports.annotated import appending, drawing, existing
from reviewer_app.exports.annotated.mark import Annotated, Mark
from reviewer_app.exports.annotated.page_corner import note_rect
from reviewer_app.exports.annotated.signing import forbids_annotations, is_signed
from reviewer_app.exports.annotated.wording import contents, subject

_REPAIRED = ("reconstruct", "xref", "damaged")


def annotated_pdf(data: bytes, marks: Sequence[Mark], language: str = "de", password: str = "") -> Annotated:
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
    first_new = int(existing.number(pdf.trailer.get("/Size")))
    section = appending.last_section(data)
    pages = [page.obj for page in pdf.pages]
    if not pages:
        raise MendableError("annotated_broken")
    if existing.are_too_many(pages):
        raise MendableError("annotated_too_many")
    places = [_place_of(pages, mark.annotation) for mark in marks]
    known = set(existing.identities(pages)) if any(_is_foreign(mark) for mark in marks) else set()
    update = _Update(pdf, pages)
    written = 0
    for number, mark in sorted(zip(places, marks, strict=True), key=lambda each: (each[0], each[1].annotation.id)):
        if number < 0 or (_is_foreign(mark) and is_among(mark.annotation.foreign_id, known)):
            continue
        before = update.notes_before(number) if mark.annotation.style is Style.PAGE_NOTE else 0
        update.put(number, _drawn(mark, pages[number], before, language))
        written += 1
    left_out = len(marks) - written
    touched = update.objects()
    if not touched:
        return Annotated(data, written, left_out, appended=True)
    repaired = any(word in str(warning).lower() for warning in pdf.get_warnings() for word in _REPAIRED)
    can_append = section is not None and not pdf.is_encrypted and not repaired
    if can_append and section is not None and not any(page.objgen[0] >= first_new for page in update.pages()):
        parts = {thing.objgen: appending.serialised(thing) for thing in touched}
        made = appending.appended(data, section, parts, pdf.trailer)
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
            for index, each in enumerate(existing.annotations(page))
            if (name := existing.name_of(each)).startswith(OWN_PREFIX)
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
        if where and where[0] == number and before is not None and existing.same(made, before):
            return
        blended = self._state(faint=drawn.style is Style.AREA)
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
            self._lists[number] = [*existing.annotations(self._pages[number])]
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
        Style.HIGHLIGHT: bool(place.quads),
        Style.UNDERLINE: bool(place.quads),
        Style.AREA: place.area is not None,
        Style.PAGE_NOTE: True,
    }.get(annotation.style, False)
    return place.page if fits and all(math.isfinite(value) for value in values) else -1


def _is_foreign(mark: Mark) -> bool:
    return mark.annotation.origin is Origin.FOREIGN


def _drawn(mark: Mark, page: pikepdf.Object, notes: int, language: str) -> drawing.Drawn:
    annotation = mark.annotation
    place = annotation.target
    quads, rect = (place.quads, place.area) if isinstance(place, PagePlace) else ((), None)
    if annotation.style is Style.PAGE_NOTE:
        quads, rect = (), note_rect(page, notes)
    return drawing.Drawn(
        OWN_PREFIX + annotation.id,
        annotation.style,
        mark.author,
        subject(annotation, language),
        contents(annotation, language),
        annotation.created,
        annotation.changed,
        quads if annotation.style is not Style.AREA else (),
        _upright(rect or (0.0, 0.0, 0.0, 0.0)),
    )


def _upright(rect: Rect) -> Rect:
    return min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3])
