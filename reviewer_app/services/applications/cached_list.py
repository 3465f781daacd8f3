"""Caching the list as it stands, so that the next opening shows it before the store is loaded."""

from collections.abc import Callable

from reviewer_app.services.applications.worklist import WorkList, worklist
from reviewer_app.services.ports import UnitOfWork


def cache_list(uow: UnitOfWork, worded: Callable[[WorkList], str]) -> None:
    """Cache the list of the person at this desk as `worded` writes it down, unless just this is there already.

    What the formal checks propose is kept with it, where an older program took an application in without that.
    """
    if uow.read_only:
        return
    found = worklist(uow)
    if found.identity.me is None or not found.rows:
        return
    text = worded(found)
    kept = uow.applications.keep_proposals()
    if kept or text != uow.rounds.cached_list():
        uow.rounds.cache_list(text)
        uow.commit()
