"""Making scanned pages searchable: what Tesseract recognises in their pictures is kept beside the annex, page by page.

Recognising takes seconds a page and reads only; keeping is one short transaction, in which the page also becomes
searchable. The bytes of the annex stay as they are, and nothing of it leaves the workspace.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.text.recognised import RecognisedPage
from reviewer_app.services.annexes.passwords import kept_password, opened_annex
from reviewer_app.services.changes import Changes, Outcome
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search.port import ANNEX, PlacedText, Unit


@dataclass(frozen=True, slots=True)
class RecognisedAnnex:
    """Pages of an annex that were recognised, by their index from 0; none where it is in no open workspace."""

    sha256: str
    pages: Mapping[int, RecognisedPage]


def can_recognise() -> bool:
    """Look whether this machine has what recognises text; it may come and go, so whoever needs it asks anew."""
    from reviewer_app.exchange.annex.recognising import Readiness, readiness

    return readiness() is Readiness.READY


def pages_to_recognise(uow: UnitOfWork, sha256: str, go_on: CancelCheck = never_cancelled) -> tuple[int, ...]:
    """Return the pages (from 0) of an annex that have neither letters nor recognised text.

    Raises MendableError: `recognising_locked` where its password is known only until the program ends, so that no
    trace of its text may stay; `pdf_password`, `pdf_broken`.
    """
    _refuse_locked(uow, sha256)
    found = []
    with opened_annex(uow, sha256) as document:
        for page in range(document.pages):
            go_on()
            if page not in document.recognised and _is_silent(document.text, page):
                found.append(page)
    return tuple(found)


def recognise_page(uow: UnitOfWork, sha256: str, page: int, go_on: CancelCheck = never_cancelled) -> RecognisedPage:
    """Recognise a page (from 0) of an annex; a page that cannot be painted has no words.

    Raises MendableError: `recognising_failed`, and what `go_on` raises when it is not wanted any more.
    """
    from reviewer_app.exchange.annex.recognising import recognise

    with opened_annex(uow, sha256) as document:
        try:
            return recognise(document, page, go_on)
        except MendableError as error:
            if error.code != "pdf_page_broken":
                raise
            return RecognisedPage()


def keep_page(uow: UnitOfWork, sha256: str, page: int, found: RecognisedPage) -> Outcome[RecognisedAnnex]:
    """Keep what was recognised of a page (from 0), let it be found, commit, and give that page.

    An annex that is not in this workspace is none of its business: nothing is kept. Raises as `pages_to_recognise`.
    """
    if not uow.files.has(sha256):
        return Outcome(RecognisedAnnex(sha256, {}), Changes())
    _refuse_locked(uow, sha256)
    before = uow.recognised.counts([sha256])
    uow.recognised.put(sha256, page, found)
    unit, is_again = Unit(ANNEX, sha256), uow.recognised.counts([sha256]) == before
    if uow.search.ready() and is_again:
        uow.search.begin(unit)
    elif uow.search.ready() and uow.search.texts(unit) is not None:
        uow.search.add(unit, [PlacedText(page + 1, "", found.text)])
    uow.commit()
    return Outcome(RecognisedAnnex(sha256, {page: found}), Changes())


def recognised_pages(uow: UnitOfWork, sha256: str) -> RecognisedAnnex:
    """Return what was recognised of an annex."""
    return RecognisedAnnex(sha256, uow.recognised.of(sha256))


def _is_silent(text: Callable[[int], str], page: int) -> bool:
    try:
        return not text(page).strip()
    except MendableError:
        return False


def _refuse_locked(uow: UnitOfWork, sha256: str) -> None:
    held = uow.search.annexes([sha256])
    if held and AnnexState.ENCRYPTED in held[0].annex.states and not kept_password(uow, sha256):
        raise MendableError("recognising_locked", held[0].annex.kind)
