"""What is searched: forms, annexes, reviews and annotations as texts with their places.

One function for each source; another source is one more line in SOURCES. Nothing here is shown: words for people are
made from the places.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app.domain import locale
from reviewer_app.domain.application import AnnexState, Application, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError, WorkspaceError
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.review import OVERALL
from reviewer_app.domain.text.page_ends import joint
from reviewer_app.exchange.file_kind import CSV, PDF, XLSX
from reviewer_app.services.annexes.contents import annex_bytes, annex_tables, may_open
from reviewer_app.services.annexes.passwords import kept_password
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search import port
from reviewer_app.services.search.port import PlacedText, Unit

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.pdf import PdfDocument

BETWEEN = " · "
"""Stands between the cells of a row."""

_TABLES = (CSV, "text/plain", XLSX)


def texts_of(uow: UnitOfWork, unit: Unit) -> Iterator[PlacedText]:
    """Yield the texts of a unit as it stands now; what cannot be read has none. An annex is read from `uow` at once."""
    return SOURCES[unit.source](uow, unit.key)


def _form(uow: UnitOfWork, key: str) -> Iterator[PlacedText]:
    application = uow.applications.get(ApplicationId(key.partition(":")[0]))
    catalogue = uow.catalogues.get(application.catalogue)
    for field in catalogue.fields if application.form is not None else ():
        yield from _answers(catalogue, field, application)


def _answers(catalogue: Catalogue, field: Field, application: Application) -> Iterator[PlacedText]:
    form = application.form
    if form is None or field.kind is FieldKind.COMPUTED:
        return
    if field.kind is not FieldKind.TABLE:
        yield PlacedText(0, field.id, _words(catalogue, field, form.values.get(field.id)))
        return
    for number, row in enumerate(form.tables.get(field.id, ()), 1):
        cells = (_words(catalogue, column, row.get(column.id)) for column in field.columns)
        yield PlacedText(number, field.id, BETWEEN.join(cell for cell in cells if cell))


def _words(catalogue: Catalogue, field: Field, value: Scalar) -> str:
    """Return an answer as it is read; yes and no are nothing to search for."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, tuple):
        return ", ".join(_entry(catalogue, field, key) for key in value)
    if isinstance(value, date):
        return f"{value.month:02d}/{value.year}" if field.kind is FieldKind.MONTH else locale.day(value, SOURCE)
    if isinstance(value, int | Decimal):
        exact = Fraction(value)
        if field.kind is FieldKind.YEAR:
            return str(exact.numerator)
        return locale.plain(exact, SOURCE, 2)
    return _entry(catalogue, field, value) if field.list else value


def _entry(catalogue: Catalogue, field: Field, key: str) -> str:
    entry = catalogue.entry(field, key)
    return entry.name.read(SOURCE) if entry else key


def _annex(uow: UnitOfWork, key: str) -> Iterator[PlacedText]:
    held = uow.search.annexes([key])
    if not held or not may_open(held[0].annex.states):
        return iter(())
    annex = held[0].annex
    try:
        if annex.media_type == PDF:
            secret = kept_password(uow, key)
            closed = AnnexState.ENCRYPTED in annex.states and not secret
            return iter(()) if closed else _pages(uow, key, annex_bytes(uow, key, annex.states), secret)
        return _rows(uow, key, annex.media_type) if annex.media_type in _TABLES else iter(())
    except (MendableError, WorkspaceError) as error:
        return _unread(error)


def _unread(error: MendableError | WorkspaceError) -> Iterator[PlacedText]:
    """Give no texts where an annex is unreadable or its bytes are missing; raise what concerns the whole store."""
    if isinstance(error, WorkspaceError) and error.code not in {"annex_missing", "annex_damaged"}:
        raise error
    return iter(())


def _pages(uow: UnitOfWork, key: str, data: bytes, password: str) -> Iterator[PlacedText]:
    """Open an annex and read it page by page; what is recognised was asked for before the first, like its bytes."""
    from reviewer_app.exchange.annex.pdf import open_document

    try:
        document = open_document(data, password or None)
    except MendableError:
        return iter(())
    document.recognised = uow.recognised.of(key)
    return _texts(document)


def _texts(document: "PdfDocument") -> Iterator[PlacedText]:
    from reviewer_app.exchange.annex.pdf import MOST_PAGES

    before = ""
    with closing(document):
        for page in range(min(document.pages, MOST_PAGES)):
            try:
                text = document.text(page)
            except MendableError:
                before = ""
                continue
            if before and text:
                yield PlacedText(-page, "", joint(before, text))
            yield PlacedText(page + 1, "", text)
            before = text


def _rows(uow: UnitOfWork, key: str, media_type: str) -> Iterator[PlacedText]:
    tables = annex_tables(uow, key, media_type, SOURCE)
    return (
        PlacedText(number, table.name, BETWEEN.join(cell for cell in row if cell))
        for table in tables
        for number, row in enumerate(table.rows, 1)
    )


def _review(uow: UnitOfWork, key: str) -> Iterator[PlacedText]:
    held = uow.search.reviews([key]).get(key)
    for review in uow.reviews.of(held.application) if held else ():
        if review.id == key:
            for criterion in review.scores:
                yield PlacedText(0, criterion, review.rationale(criterion))
            yield PlacedText(0, OVERALL, review.overall)


def _annotations(uow: UnitOfWork, key: str) -> Iterator[PlacedText]:
    for one in uow.annotations.of(ApplicationId(key)):
        page = 0 if one.page is None else one.page + 1
        yield PlacedText(page, one.id, "\n".join(part for part in (one.note, one.quote.text, *one.tags) if part))


SOURCES: Mapping[str, Callable[[UnitOfWork, str], Iterator[PlacedText]]] = {
    port.FORM: _form,
    port.ANNEX: _annex,
    port.REVIEW: _review,
    port.ANNOTATIONS: _annotations,
}
