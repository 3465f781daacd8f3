"""Annotations that a newer version left without a place: where each may stand now, for a person to decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.domain.annotations.annotation import AnchorState, PagePlace, Quote
from reviewer_app.domain.application import Annex
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId, ApplicationId
from reviewer_app.domain.text import anchoring
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.services.annexes.contents import annex_bytes, may_open
from reviewer_app.services.annexes.passwords import opened_annex
from reviewer_app.services.annotations.editing import viewer
from reviewer_app.services.annotations.locating import PDF, span_spot
from reviewer_app.services.ports import UnitOfWork

_MOST = 3
_LEAST = 0.4
"""Agreement under which a place has nothing to do with what was marked."""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place an orphaned annotation may be put at, with the words there; `agreement` from 0 to 1."""

    place: PagePlace
    quote: Quote
    agreement: float


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places that are offered for an annotation, the best first."""

    annotation: AnnotationId
    places: tuple[PlaceCandidate, ...] = ()


def candidates(uow: UnitOfWork, annotation: AnnotationId) -> Candidates:
    """Return the places that fit an orphaned annotation best; none where nothing is like it.

    Looked for in the files of its kind, where there is none any more in all. Raises MendableError: unknown_annotation.
    """
    one = uow.annotations.find(annotation)
    application = uow.applications.get(one.application) if one is not None else None
    if one is None or application is None or not viewer(uow, application).sees(one):
        raise MendableError("unknown_annotation")
    if not isinstance(one.target, PagePlace):
        return Candidates(annotation)
    files = [each for each in application.annexes if each.media_type == PDF and may_open(each.states)]
    of_kind = [each for each in files if each.kind == one.annex]
    found = [fit for each in of_kind or files for fit in _in_file(uow, each, one.quote)]
    return Candidates(annotation, tuple(sorted(found, key=lambda fit: -fit.agreement)[:_MOST]))


def _in_file(uow: UnitOfWork, annex: Annex, quote: Quote) -> Iterator[PlaceCandidate]:
    try:
        document = opened_annex(uow, annex.sha256, annex_bytes(uow, annex.sha256, annex.states))
    except MendableError:
        return
    with document:
        texts = [read_layer(document, page).text for page in range(document.pages)]
        for fit in anchoring.fits(quote.text, (quote.before, quote.after), anchoring.document(texts), _MOST):
            page = fit.anchor.page
            spot = span_spot(annex, page, read_layer(document, page), fit.anchor.start, fit.anchor.end)
            if fit.agreement >= _LEAST and spot.place.quads:
                yield PlaceCandidate(spot.place, spot.quote, fit.agreement)


def waiting(uow: UnitOfWork, application: ApplicationId) -> int:
    """Return how many annotations of an application that this person may see wait for a place."""
    who = viewer(uow, uow.applications.get(application, light=True))
    held = uow.annotations.of(application)
    return sum(one.state is AnchorState.ORPHANED and who.sees(one) for one in held)
