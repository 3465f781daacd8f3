"""The way from a hit of a search to the place it names: the annex with its words marked, the criterion, the passage."""

from typing import TYPE_CHECKING

from reviewer_app.ui.search.hit_words import OVERALL
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.services.searchable import Hit
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.router import Router


def go_to_hit(router: "Router", context: "Context", hit: "Hit", typed: str) -> None:
    """Go to the place of a hit of `typed` and let its page show it; within an annex, back leads to where one was."""
    target, here = place_of(hit, context), router.here
    is_here = here is not None and (here.page, here.application) == (target.page, target.application)
    if target.detail or target.passage or not is_here:
        router.go(target)
    else:
        router.mark_step()
    here, presenter = router.here, router.presenter
    arrived = here is not None and (here.page, here.application) == (target.page, target.application)
    if arrived and presenter is not None and not target.passage:
        presenter.show_hit(hit, typed)


def place_of(hit: "Hit", context: "Context") -> Place:
    """Return where a hit leads: to a passage, to a reason where one writes it or decides on it, else to the text."""
    if hit.where.value == "annotation":
        return Place(navigation.READING, hit.application, passage=hit.annotation)
    if hit.where.value != "rationale":
        return Place(navigation.READING, hit.application)
    me = context.identity.me if context.identity is not None else None
    is_mine = me is not None and me.name == hit.reviewer
    decides = context.role in {"chair", "office"} and not is_mine and hit.field != OVERALL
    return Place(navigation.CONSOLIDATION if decides else navigation.READING, hit.application, hit.field)
