"""The results of formal checks with the page of the annex where somebody finds what was read, as `A03 S. 2`.

Pages are looked for behind a page or an export, never for a list: that takes the text of annexes. What was found once
is kept while the program runs, because an annex never changes under its hash.
"""

import re
from collections.abc import Sequence

from reviewer_app.domain.application import Annex, Application
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.form.formal_checks import FormalResult, Locate, formal_results
from reviewer_app.domain.form.requirements import is_usable
from reviewer_app.exchange.file_kind import PDF
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, open_case

MOST_PAGES = 200
_ANYWHERE = re.compile(r"\d{1,3}")
_MOST_KEPT = 2_000

_kept: dict[tuple[str, tuple[str, ...]], int] = {}


def with_pages(uow: UnitOfWork, case: Case) -> tuple[FormalResult, ...]:
    """Return the case's formal results again, with pages; decisions stay as they are."""
    decisions = {one.check: one.decision for one in case.formal if one.decision is not None}
    locate = locator(uow, case.application)
    return formal_results(case.catalogue, case.application, decisions=decisions, locate=locate)


def notes(uow: UnitOfWork, number: str) -> tuple[FormalResult, ...]:
    """Return the formal results of an application, with pages; raise MendableError where it is closed or unknown."""
    return with_pages(uow, open_case(uow, number))


def locator(uow: UnitOfWork, application: Application) -> Locate:
    """Return what finds the page (from 1) of an annex that holds one of several spellings, 0 where none does."""
    papers: dict[str, list[Annex]] = {}
    for one in application.annexes:
        if one.media_type == PDF and is_usable(one):
            papers.setdefault(one.kind, []).append(one)

    def locate(annex: str, spellings: tuple[str, ...]) -> int:
        files = papers.get(annex, [])
        return _page(uow, files[0].sha256, spellings) if len(files) == 1 else 0  # of two papers a page says too little

    return locate


def _page(uow: UnitOfWork, sha256: str, spellings: tuple[str, ...]) -> int:
    key = (sha256, spellings)
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = _look(uow, sha256, spellings)
    return _kept[key]


def _look(uow: UnitOfWork, sha256: str, spellings: Sequence[str]) -> int:
    """Search page by page; an annex that cannot be read after all has no page, a bare 12 may stand anywhere."""
    from reviewer_app.services.annexes.passwords import opened_annex

    words = "|".join(re.escape(" ".join(one.split())) for one in spellings if not _ANYWHERE.fullmatch(one))
    if not words:
        return 0
    pattern = re.compile(rf"(?<![\w.,])(?:{words})(?!\w|[.,]\d)")
    try:
        with opened_annex(uow, sha256) as document:
            for page in range(min(document.pages, MOST_PAGES)):
                if pattern.search(" ".join(document.text(page).split())):
                    return page + 1
    except VotumError:
        return 0
    return 0
