"""Pictures of evidence beyond the page: the list of all annotations, one without a place, passages beside reasons."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.desk.desk import Desk

LOST = "e" * 32


def _lose(uow: "UnitOfWork", number: str) -> None:
    """Put beside one's first passage of an application one that lost its place and asks for other words; once."""
    from reviewer_app.domain.annotations.annotation import AnchorState
    from reviewer_app.services.annotations.editing import annotations

    me = uow.rounds.get().me
    mine = [one.annotation for one in annotations(uow, number) if one.annotation.author == me]
    first = next((one for one in mine if one.annex == "A02" and one.quote.text), None)
    if first is None or any(one.id == LOST for one in mine):
        return
    words = first.quote.text.replace("e", "a", 3)
    lost = replace(
        first, id=type(first.id)(LOST), state=AnchorState.ORPHANED, note="War für A2 wichtig.",
        quote=replace(first.quote, text=words), private=False, links=(),
    )  # fmt: skip
    uow.annotations.put(lost, "Demo")
    uow.commit()


def all_annotations(desk: "Desk") -> None:
    """Show the list of one application."""
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE

    desk.window.router.go(Place("annotations", CASE))


def of_the_round(desk: "Desk") -> None:
    """Show the list of the round."""
    from reviewer_app.ui.shell.navigation import Place

    desk.window.router.go(Place("annotations"))


def without_place(desk: "Desk") -> None:
    """Show one without a place, with what is offered."""
    from reviewer_app.ui.annotations.model import ORPHANED
    from reviewer_app.ui.annotations.page import AnnotationsPage
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import DRAFT, settle

    desk.operations.run(_lose, DRAFT).write()
    settle(desk)
    desk.window.router.go(Place("annotations", DRAFT, ORPHANED))
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, AnnotationsPage):
        page.table.choose_row(0)


def empty(desk: "Desk") -> None:
    """Show the list of an application in which nothing is annotated."""
    from reviewer_app.ui.shell.navigation import Place

    desk.window.router.go(Place("annotations", "GC-2026-010"))


def beside_reasons(desk: "Desk") -> None:
    """Show a case with passages under its reasons, where there is room with one docked."""
    from reviewer_app.ui.consolidation.page import CRITERION, ConsolidationPage
    from reviewer_app.ui.kit.theme import SizeClass
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE, settle

    desk.window.router.go(Place("consolidation", CASE, "B1"))
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, ConsolidationPage):
        chips = [chip for card in page.criterion.cards.cards for chip in card.passages.shown]
        if page.size_class is SizeClass.WIDE and chips and page.criterion.excerpt.isHidden():
            chips[0].click()
            settle(desk)
        elif page.size_class <= SizeClass.COMPACT:
            page.show_pane(CRITERION)


def after_submission(desk: "Desk") -> None:
    """Show others' passages beside one's own."""
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE

    desk.window.router.go(Place("reading", CASE, "B1"))


ROWS = (
    ("anmerkungen", "reviewer", all_annotations),
    ("anmerkungen-runde", "chair", of_the_round),
    ("anmerkungen-leer", "reviewer", empty),
    ("anmerkungen-ohne-stelle", "reviewer", without_place),
    ("konsolidierung-belege", "chair", beside_reasons, True),
    ("lesen-belege-anderer", "reviewer", after_submission),
)
"""Pictures as in tests/shots.py: name, who sees it, how to get there, whether again for each size."""
