"""Finding the place to mark in an annex by words or by a rectangle, the same as marking by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reviewer_app.domain.annotations.annotation import PagePlace, Quote, Rect
from reviewer_app.domain.annotations.quotes import occurrences
from reviewer_app.domain.application import Annex, Application
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.frame import quad_of
from reviewer_app.exchange.annex.text import TextLayer, read_layer
from reviewer_app.services.annexes.contents import annex_bytes
from reviewer_app.services.annexes.passwords import opened_annex
from reviewer_app.services.permissions import application_of
from reviewer_app.services.ports import UnitOfWork

PDF = "application/pdf"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class LocatedQuote:
    """A place on a page with the words that stand there."""

    place: PagePlace
    quote: Quote


def quote_spot(
    uow: UnitOfWork, number: str, annex_name: str, page: int, quote: str, nth: int | None = None
) -> LocatedQuote:
    """Return where `quote` stands on a page (from 0) of an annex (its kind or file name); `nth` counts from 1.

    Raises MendableError where there is no such application, annex or page, where the words are not on the page, and
    where they are there several times and `nth` does not say which.
    """
    return quote_spot_in(uow, application_of(uow, number), annex_name, page, quote, nth)


def quote_spot_in(
    uow: UnitOfWork, application: Application, annex_name: str, page: int, quote: str, nth: int | None = None
) -> LocatedQuote:
    """Return the same as `quote_spot` for an application that is at hand."""
    with _layer(uow, application, annex_name, page) as (annex, layer):
        place = f"{application.number}, {annex.kind}, {page + 1}"
        found = occurrences(layer.text, quote)
        said = {"quote": quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]} …", "n": len(found)}
        if not layer.text.strip():
            raise MendableError("annotation_no_text", place)
        if not found:
            raise MendableError("annotation_quote_missing", place, **said)
        if nth is None and len(found) > 1:
            raise MendableError("annotation_quote_several", place, **said)
        if nth is not None and not 1 <= nth <= len(found):
            raise MendableError("annotation_quote_nth", place, nth=nth, **said)
        start, end = found[(nth or 1) - 1]
        return span_spot(annex, page, layer, start, end)


def span_spot(annex: Annex, page: int, layer: TextLayer, start: int, end: int) -> LocatedQuote:
    """Return the place of a range of a page's text with its words; a quad for every line."""
    before, after = layer.context(start, end)
    quads = layer.quads(start, end)
    return LocatedQuote(
        PagePlace(annex.kind, annex.name, annex.sha256, page, quads),
        Quote(layer.quote(start, end), before, after),
    )


def rect_spot(uow: UnitOfWork, number: str, annex_name: str, page: int, area: Rect) -> LocatedQuote:
    """Return an area of a page; its corners in any order, what reaches beyond the shown page is cut off.

    Raises MendableError where nothing of it is on the page.
    """
    with _layer(uow, application_of(uow, number), annex_name, page) as (annex, layer):
        edge = layer.frame.box
        left, right = sorted((area[0], area[2]))
        bottom, top = sorted((area[1], area[3]))
        cut = (max(left, edge[0]), max(bottom, edge[1]), min(right, edge[2]), min(top, edge[3]))
        if cut[0] >= cut[2] or cut[1] >= cut[3]:
            sides = {name: f"{value:g}" for name, value in zip(("left", "bottom", "right", "top"), edge, strict=True)}
            raise MendableError("annotation_rect_outside", f"{number}, {annex.kind}, {page + 1}", **sides)
        letters = list(layer.inside(quad_of(cut)))
        words = layer.quote(letters[0], letters[-1] + 1) if letters and _are_together(letters) else ""
        return LocatedQuote(PagePlace(annex.kind, annex.name, annex.sha256, page, area=cut), Quote(words))


def _are_together(letters: list[int]) -> bool:
    """Say whether letters in an area are one run of the text, up to the spaces and line ends between them."""
    return letters[-1] - letters[0] < 2 * len(letters)


@contextmanager
def _layer(uow: UnitOfWork, application: Application, annex_name: str, page: int) -> Iterator[tuple[Annex, TextLayer]]:
    annex = annex_of(application, annex_name)
    number = application.number
    if annex.media_type != PDF:
        raise MendableError("annotation_not_pdf", f"{number}, {annex.name}")
    data = annex_bytes(uow, annex.sha256, annex.states)
    try:
        opened = opened_annex(uow, annex.sha256, data)
    except MendableError as error:
        code = "annotation_annex_locked" if error.code == "pdf_password" else error.code
        raise MendableError(code, f"{number}, {annex.name}") from error
    with opened as document:
        if not 0 <= page < document.pages:
            raise MendableError("annotation_page", f"{number}, {annex.kind}", page=page + 1, n=document.pages)
        yield annex, read_layer(document, page)


def annex_of(application: Application, annex_name: str) -> Annex:
    """Return the annex by its kind (`A03`, where one file is of that kind) or its file name."""
    named = [one for one in application.annexes if one.name == annex_name]
    found = named or [one for one in application.annexes if one.kind.casefold() == annex_name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        present = ", ".join(one.name for one in found)
        raise MendableError("annotation_annex_several", application.number, annex=annex_name, present=present)
    present = ", ".join(dict.fromkeys(one.kind for one in application.annexes)) or "–"
    raise MendableError("annotation_annex", application.number, annex=annex_name, present=present)
