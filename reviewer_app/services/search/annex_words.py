"""The words of one annex for finding in all annexes of an application, from the index where it stands.

What is not indexed yet is not read here: that takes as long as opening the annex, and the index grows by itself.
"""

from dataclasses import dataclass
from itertools import pairwise

from reviewer_app.domain.text.page_ends import PageEnd
from reviewer_app.domain.text.search import FoundIn
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search.port import ANNEX, IndexLostError, Unit
from reviewer_app.services.search.sources import BETWEEN


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """Pages, or cells of tables, of the annex with this hash; `is_read` is False where it waits to be indexed.

    `ends` are where one page runs on in the next.
    """

    sha256: str
    texts: tuple[FoundIn, ...] = ()
    ends: tuple[PageEnd, ...] = ()
    is_read: bool = True


def annex_words(uow: UnitOfWork, sha256: str) -> AnnexWords:
    """Return the words of an annex; none where it has no text or cannot be opened."""
    try:
        texts = uow.search.texts(Unit(ANNEX, sha256))
    except IndexLostError:
        texts = None
    if texts is None:
        return AnnexWords(sha256, is_read=False)
    found: list[FoundIn] = []
    pages: dict[int, FoundIn] = {}
    for text in (one for one in texts if one.part >= 0):
        pieces = text.body.split(BETWEEN) if text.field else [text.body]
        found += [FoundIn(piece) for piece in pieces]
        if not text.field:
            pages[text.part] = found[-1]
    ends = (PageEnd(pages[one], pages[two]) for one, two in pairwise(sorted(pages)) if two == one + 1)
    return AnnexWords(sha256, tuple(found), tuple(ends))
