"""Hits of a search as rows in words, and the way from a hit to the place it names.

It needs no service when it is imported, as the window has it before its first paint.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer_app.domain.reviews.permissions import Act, roles_for
from reviewer_app.domain.reviews.review import OVERALL
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.services.search.access import Hit
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.router import Router

_ICONS = {"form": "document", "annex": "document", "rationale": "pencil", "annotation": "pencil"}


# Rows


@dataclass(frozen=True, slots=True)
class HitRow:
    """`place` says where, `snippet` holds a piece of the text with half-open ranges `marks` in it.

    `hit` is its number among the hits, -1 for a head that names the application of those below.
    """

    place: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    icon: str = ""
    hit: int = -1

    @property
    def is_head(self) -> bool:
        """Whether it names an application."""
        return self.hit < 0

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.place, self.snippet) if part)


def hit_row(hit: "Hit", context: "Context", number: int = 0, *, who: bool = False) -> HitRow:
    """Return the row of a hit; with `who` it also says that it is an annotation, or who wrote it."""
    place = _place(hit, context)
    if not hit.together:
        place = " · ".join(part for part in (place, QCoreApplication.translate("HitRow", "weiter auseinander")) if part)
    if who and hit.where == "annotation" and hit.annex:
        place = QCoreApplication.translate("HitRow", "Anmerkung {place}").format(place=place)
    elif who and hit.reviewer:
        place = f"{place} · {hit.reviewer}"
    return HitRow(place, hit.snippet, hit.found, _ICONS[hit.where], number)


def _place(hit: "Hit", context: "Context") -> str:
    """Return where a hit stands in its application: page, row, field, criterion."""
    if hit.where == "annex" or (hit.where == "annotation" and hit.annex):
        words = "{annex}"
        if hit.page is not None:
            words = QCoreApplication.translate("HitRow", "{annex}, S.\u00a0{page}")
        elif hit.row is not None:
            words = QCoreApplication.translate("HitRow", "{annex}, Zeile {row}")
        return words.format(annex=hit.annex, page=hit.page, row=hit.row)
    if hit.where == "annotation":
        return QCoreApplication.translate("HitRow", "Anmerkung")
    if hit.where == "rationale" and hit.field == OVERALL:
        return QCoreApplication.translate("HitRow", "Gesamteindruck")
    if hit.where == "rationale":
        return QCoreApplication.translate("HitRow", "Begründung {criterion}").format(criterion=hit.field)
    field = context.identity.catalogue.field(hit.field) if context.identity is not None else None
    return field.label.read(context.language) if field is not None else hit.field


# Going there


def go_to_hit(router: "Router", context: "Context", hit: "Hit", typed: str) -> None:
    """Go to the place of a hit of `typed` and let its page show it; within an annex, back leads to where one was."""
    target, here = _target(hit, context), router.here
    is_here = here is not None and (here.page, here.application) == (target.page, target.application)
    if target.detail or target.passage or not is_here:
        router.go(target)
    else:
        router.mark_step()
    here, presenter = router.here, router.presenter
    has_arrived = here is not None and (here.page, here.application) == (target.page, target.application)
    if has_arrived and presenter is not None and not target.passage:
        presenter.show_hit(hit, typed)


def _target(hit: "Hit", context: "Context") -> Place:
    """Return where a hit leads: to a passage, to a reason where one writes it or decides on it, else to the text."""
    if hit.where == "annotation":
        return Place(navigation.READING, hit.application, passage=hit.annotation)
    if hit.where != "rationale":
        return Place(navigation.READING, hit.application)
    me = context.identity.me if context.identity is not None else None
    is_mine = me is not None and me.name == hit.reviewer
    decides = context.role in roles_for(Act.OPEN_CONSOLIDATION) and not is_mine and hit.field != OVERALL
    return Place(navigation.CONSOLIDATION if decides else navigation.READING, hit.application, hit.field)
