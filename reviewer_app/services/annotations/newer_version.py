"""What becomes of annotations when a newer version of an application comes in.

Each is found again, found at changed words and marked so, or orphaned for a person to place; none is moved silently to
a wrong place. The caller's transaction holds both, the new version and where the annotations stand in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from resources.languages import SOURCE
from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    FieldPlace,
    MarkStyle,
    PagePlace,
    Quote,
    Target,
)
from reviewer_app.domain.annotations.cell_place import (
    annex_at,
    annex_label,
    annex_of_place,
    field_of,
    lettered,
    sheet_of,
)
from reviewer_app.domain.annotations.newer_version import moved_field, moved_row, same_page, successor
from reviewer_app.domain.annotations.quotes import occurrences
from reviewer_app.domain.application import Annex, Application, Form, Row
from reviewer_app.domain.errors import MendableError, VotumError
from reviewer_app.domain.localised import read
from reviewer_app.domain.text import anchoring
from reviewer_app.domain.text.letters import letters
from reviewer_app.domain.version_changes import answer_text
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exchange.annex.text import TextLayer, TextLayerCache, read_layer
from reviewer_app.services.annexes.contents import AnnexTable, annex_tables, may_open
from reviewer_app.services.annexes.passwords import opened_annex, opened_like
from reviewer_app.services.annotations.locating import PDF, span_spot
from reviewer_app.services.intake.read_ahead import ReadBefore
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import own_name

_BETWEEN = " · "

_PIXELS_PER_POINT = 1.5
"""How finely pages are compared: a figure in small print is some ten pixels high."""

_SAME_PLACE = 0.5
"""Points that the lines of a page may have moved while an area on it still shows the same."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many annotations stand at the same words, at changed words, and nowhere; those in unchanged files not."""

    found: int = 0
    reworded: int = 0
    orphaned: int = 0


def move_annotations(
    uow: UnitOfWork,
    before: Application,
    after: Application,
    at: datetime,
    files: Mapping[str, bytes] | None = None,
    read: ReadBefore | None = None,
) -> Moved:
    """Move what was marked in `before` to where it stands in `after`, whose files are in the store; commits nothing.

    `files` are bytes that need not be read from there, by SHA-256; `read` may hold what `look_ahead` found.
    """
    by = own_name(uow)
    count = {"found": 0, "reworded": 0, "orphaned": 0}
    for moved in _moving(uow, before, after, files or {}, read or ReadBefore()):
        uow.annotations.put(replace(moved, changed=at), by)
        if moved.state is AnchorState.ORPHANED:
            count["orphaned"] += 1
        else:
            count["reworded" if moved.reworded else "found"] += 1
    return Moved(**count)


def look_ahead(
    uow: UnitOfWork, before: Application, after: Application, files: Mapping[str, bytes], read: ReadBefore
) -> None:
    """Find where annotations of pages and fields would stand, for `move_annotations`; cells are looked up then."""
    for _ in _moving(uow, before, after, files, read, ahead=True):
        pass


def brought_along(uow: UnitOfWork, one: Annotation, newest: Application | None = None) -> Annotation:
    """Return an annotation, which may have been read before a newer version came in, at its place in that version.

    Undoing, and a window that has not looked again, would else put it where nobody sees it. Where the store has moved
    it meanwhile that holds; one that is not there any more is moved now.
    """
    newest = newest or uow.applications.get(one.application, light=True)
    if one.state is AnchorState.ORPHANED or not _is_outdated(one, newest):
        return one
    stored = uow.annotations.find(one.id)
    if stored is not None and isinstance(one.target, PagePlace):
        place, quote, state = stored.target, stored.quote, stored.state
        return replace(one, target=place, style=stored.style, quote=quote, state=state, reworded=stored.reworded)
    versions = uow.applications.versions(one.application)
    before = _version_of(one, versions)
    texts = _Texts(uow, {annex.sha256: annex for version in versions for annex in version.annexes}, {})
    try:
        return one if before is None else _moved(one, before, versions[-1], texts)
    finally:
        texts.close()


def _is_outdated(one: Annotation, newest: Application) -> bool:
    """Say whether its place may be one of an older version: in a file that is gone, or a row counted before."""
    place = one.target
    if newest.version == 1:
        return False
    if isinstance(place, PagePlace):
        return all(annex.sha256 != place.sha256 for annex in newest.annexes)
    since = newest.imported_at
    return isinstance(place, FieldPlace) and since is not None and one.changed < since


def _version_of(one: Annotation, versions: Sequence[Application]) -> Application | None:
    """Return the version in which an annotation stands as it is, the newest of them; None where none has its file."""
    place = one.target
    if isinstance(place, PagePlace):
        fitting = [each for each in versions if any(annex.sha256 == place.sha256 for annex in each.annexes)]
    else:
        fitting = [each for each in versions if each.imported_at is None or each.imported_at <= one.changed]
    return next(reversed(fitting), None)


def _moving(  # what both look at
    uow: UnitOfWork,
    before: Application,
    after: Application,
    files: Mapping[str, bytes],
    read: ReadBefore,
    *,
    ahead: bool = False,
) -> Iterator[Annotation]:
    """Yield what moves, as it would be; an annotation that `read` has seen moving is not sought again."""
    texts = _Texts(uow, {one.sha256: one for one in (*before.annexes, *after.annexes)}, files)
    try:
        for one in uow.annotations.of(after.id):
            if ahead and isinstance(one.target, FieldPlace) and annex_of_place(one.target):
                continue
            moved = read.once(("moved", before.version, one), partial(_moved, one, before, after, texts))
            if moved != one:
                yield moved
    finally:
        texts.close()


def _moved(one: Annotation, before: Application, after: Application, texts: "_Texts") -> Annotation:
    place = one.target
    if isinstance(place, FieldPlace):
        return _moved_field(one, place, before, after, texts)
    if not isinstance(place, PagePlace):
        return one
    new = successor(place, after.annexes)
    if new is None:
        return _orphaned(one)
    if new.sha256 == place.sha256:
        return replace(one, target=replace(place, annex=new.kind, name=new.name), state=AnchorState.ANCHORED)
    found = _in_file(one, place, new, texts)
    if found is None:
        return _orphaned(one)
    target, quote, exact = found
    reworded = one.reworded or not exact
    return replace(one, target=target, quote=quote, state=AnchorState.ANCHORED, reworded=reworded)


def _moved_field(
    one: Annotation, place: FieldPlace, before: Application, after: Application, texts: "_Texts"
) -> Annotation:
    """Return it where its field, row or cell stands now, with the words that stand there where they are others."""
    if one.state is not AnchorState.ANCHORED:
        return one
    if annex_of_place(place):
        old = annex_at(place, before.annexes)
        file = PagePlace(old.kind, old.name, old.sha256, 0) if old is not None else None
        new = successor(file, after.annexes) if file is not None else None
        if old is None or new is None:
            return _orphaned(one)
        place = replace(place, field=field_of(annex_label(new, after.annexes), sheet_of(place)))
        if old.sha256 == new.sha256:
            return replace(one, target=place)
        was, now = texts.rows(old, sheet_of(place)), texts.rows(new, sheet_of(place))
        spot = moved_row(place, was, now)
        words = _cell_words(spot[0], now) if spot is not None else ""
    else:
        spot = moved_field(place, before, after)
        words = _field_words(spot[0], after, texts.uow) if spot is not None else ""
    if spot is None:
        return _orphaned(one)
    quote = one.quote if spot[1] else replace(one.quote, text=words)
    return replace(one, target=spot[0], quote=quote, reworded=one.reworded or not spot[1])


def _cell_words(place: FieldPlace, rows: Sequence[Row]) -> str:
    row = rows[place.row or 0]
    return str(row.get(place.column, "")) if place.column else _BETWEEN.join(str(cell) for cell in row.values())


def _field_words(place: FieldPlace, application: Application, uow: UnitOfWork) -> str:
    catalogue = uow.catalogues.get(application.catalogue)
    field, form = catalogue.field(place.field), application.form or Form()
    if field is None:
        return ""
    if place.row is None:
        return read(answer_text(catalogue, field, form.values.get(field.id, form.given.get(field.id))), SOURCE)
    row = form.tables[place.field][place.row]
    columns = (one for one in field.columns if place.column in ("", one.id))
    cells = (answer_text(catalogue, one, row.get(one.id)) for one in columns)
    return _BETWEEN.join(read(cell, SOURCE) for cell in cells if cell)


def _orphaned(one: Annotation) -> Annotation:
    return replace(one, state=AnchorState.ORPHANED)


def _in_file(one: Annotation, place: PagePlace, new: Annex, texts: "_Texts") -> tuple[Target, Quote, bool] | None:
    """Return place, words and whether they are the same in the file `new`; None where that is not clear."""
    try:
        found = _by_text(one, place, new, texts)
        if found is not None or not texts.look_the_same(place.page, place.sha256, new.sha256):
            return found
    except MendableError:
        return None
    return replace(place, annex=new.kind, name=new.name, sha256=new.sha256), one.quote, True


def _by_text(one: Annotation, place: PagePlace, new: Annex, texts: "_Texts") -> tuple[Target, Quote, bool] | None:
    old_pages, new_pages = texts.pages(place.sha256), texts.pages(new.sha256)
    if one.style in (MarkStyle.HIGHLIGHT, MarkStyle.UNDERLINE):
        return _passage(one, place, new, texts)
    page = same_page(place.page, old_pages.texts, new_pages.texts)
    if page is None or (place.area and not _same_look(texts, place, new, page)):
        return None
    return PagePlace(new.kind, new.name, new.sha256, page, area=place.area), one.quote, True


def _passage(one: Annotation, place: PagePlace, new: Annex, texts: "_Texts") -> tuple[Target, Quote, bool] | None:
    layer = texts.layer(place.sha256, place.page)
    span = _marked(one, place, layer)
    old, now = texts.pages(place.sha256), texts.pages(new.sha256)
    if span is None:
        return None
    found = anchoring.move(anchoring.Anchor(place.page, *span), old.document, now.document)
    if isinstance(found, anchoring.Lost):
        return None
    spot = span_spot(new, found.page, texts.layer(new.sha256, found.page), found.start, found.end)
    return (spot.place, spot.quote, found.exact) if spot.place.quads else None


def _marked(one: Annotation, place: PagePlace, layer: TextLayer) -> tuple[int, int] | None:
    """Return the range of the old page's text that is marked: the quote where it stands, else what the quads cover."""
    covered = {index for quad in place.quads for index in layer.inside(quad)}
    spans = occurrences(layer.text, one.quote.text)
    if spans:
        return max(spans, key=lambda span: len(covered.intersection(range(*span))))
    if not covered or not any(layer.text[index].isalnum() for index in covered):
        return None
    return min(covered), max(covered) + 1


def _same_look(texts: "_Texts", place: PagePlace, new: Annex, page: int) -> bool:
    """Say whether every line of two pages stands at the same place, so that an area shows the same on both."""
    layers = texts.layer(place.sha256, place.page), texts.layer(new.sha256, page)
    lines = [layer.quads(0, len(layer.text)) for layer in layers]
    return len(lines[0]) == len(lines[1]) and all(
        abs(old - now) <= _SAME_PLACE for pair in zip(*lines, strict=True) for old, now in zip(*pair, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """The texts of a file's pages, and the same prepared for finding passages."""

    texts: tuple[str, ...]
    document: anchoring.Document


@dataclass(slots=True)
class _Texts:
    """The files of both versions, each opened and read once, and only where something is marked in it."""

    uow: UnitOfWork
    annexes: Mapping[str, Annex]
    files: Mapping[str, bytes]
    opened: dict[str, PdfDocument] = field(default_factory=dict)
    kept: dict[str, _Pages] = field(default_factory=dict)
    layers: dict[str, TextLayerCache] = field(default_factory=dict)
    tables: dict[str, tuple[AnnexTable, ...]] = field(default_factory=dict)
    same: dict[tuple[int, str, str], bool] = field(default_factory=dict)

    def rows(self, annex: Annex, sheet: str) -> Sequence[Row]:
        """Return the rows of a sheet by the letters of their columns; none where it is gone or cannot be read."""
        if annex.sha256 not in self.tables:
            try:
                found = annex_tables(self.uow, annex.sha256, annex.media_type, SOURCE)
            except VotumError:
                found = ()
            self.tables[annex.sha256] = found
        table = next((one for one in self.tables[annex.sha256] if one.name == sheet), None)
        return [lettered(row) for row in table.rows] if table is not None else []

    def pages(self, sha256: str) -> _Pages:
        """Return the texts of a file; raise MendableError where it is no PDF or cannot be read."""
        if sha256 not in self.kept:
            document = self._document(sha256)
            texts = tuple(read_layer(document, page).text for page in range(document.pages))
            self.kept[sha256] = _Pages(texts, anchoring.document(texts))
        return self.kept[sha256]

    def layer(self, sha256: str, page: int) -> TextLayer:
        """Return a page's text with its places; raise MendableError where there is no such page."""
        document = self._document(sha256)
        if not 0 <= page < document.pages:
            raise MendableError("pdf_page_broken", number=page + 1)
        return self.layers[sha256].layer(page)

    def look_the_same(self, page: int, old: str, new: str) -> bool:
        """Say whether a page shows the same in two files, pixel for pixel at the same place, whatever is marked on it.

        A scan has nothing else to be known by, and words that stand on a page again and again nothing better. Where
        both have text it is compared first, as painting takes its time. Raises MendableError.
        """
        if (page, old, new) not in self.same:
            self.same[page, old, new] = self._look_the_same(page, old, new)
        return self.same[page, old, new]

    def _look_the_same(self, page: int, old: str, new: str) -> bool:
        texts = [letters(self.pages(sha256).texts[page]).text for sha256 in (old, new) if page < self._count(sha256)]
        if len(texts) < 2 or (all(texts) and texts[0] != texts[1]):  # noqa: PLR2004 # reason: old and new
            return False
        if self.layer(old, page).frame != self.layer(new, page).frame:
            return False
        pictures = (self._document(sha256).grey(page, _PIXELS_PER_POINT, annotated=False) for sha256 in (old, new))
        return next(pictures) == next(pictures)

    def _count(self, sha256: str) -> int:
        return len(self.pages(sha256).texts)

    def close(self) -> None:
        """Close what was opened."""
        for document in self.opened.values():
            document.close()

    def _document(self, sha256: str) -> PdfDocument:
        if sha256 not in self.opened:
            known = self.annexes.get(sha256)
            if known is not None and (known.media_type != PDF or not may_open(known.states)):
                raise MendableError("annex_closed")
            self.opened[sha256] = self._opened(sha256)
            self.layers[sha256] = TextLayerCache(self.opened[sha256])
        return self.opened[sha256]

    def _opened(self, sha256: str) -> PdfDocument:
        """Open a file; one that is locked also as the others are, for versions of a paper share their password."""
        data = self.files.get(sha256)
        try:
            return opened_annex(self.uow, sha256, data)
        except MendableError as error:
            if error.code != "pdf_password":
                raise
        return opened_like(self.uow, sha256, self.annexes, data)
