"""Keeping the list as it stands, so that the next opening shows it before the store is loaded."""

from collections.abc import Callable

from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.worklist import WorkList, worklist


def keep_look(uow: UnitOfWork, worded: Callable[[WorkList], str]) -> None:
    """Keep the list of the person at this desk as `worded` writes it down, unless just this is kept already."""
    if uow.read_only:
        return
    found = worklist(uow)
    if found.identity.me is None or not found.rows:
        return
    look = worded(found)
    if look != uow.rounds.look():
        uow.rounds.keep_look(look)
        uow.commit()
