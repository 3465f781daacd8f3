"""Pictures of evidence beyond the page: the list of all annotations, one without a place, passages beside reasons."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer_app.domain.annotation import Annotation
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.desk import Desk

NAME = "e"


def _fill(uow: "UnitOfWork", number: str) -> None:
    """Mark lines of the annexes for everybody who wrote a review, and a few things for oneself; once."""
    from reviewer_app.domain.annotation import AnchorState, Direction, Kind, Link, Quote, Style, WholePlace

    application = uow.applications.find(number)
    me = uow.rounds.get().me
    if (
        application is None
        or me is None
        or any(one.id.startswith(NAME * 8) for one in uow.annotations.of(application.id))
    ):
        return
    people = [one.reviewer.id for one in uow.reviews.of(application.id)]
    made = [
        replace(
            one,
            author=people[place % len(people)],
            links=(Link("B1", Direction.FOR if place % 3 else Direction.AGAINST),),
        )
        for place, one in enumerate(_lines(uow, number, 5))
    ]
    kinds = (Kind.EVIDENCE, Kind.DOUBT, Kind.CONTRADICTION, Kind.QUESTION)
    mine = [replace(one, author=me, id=type(one.id)(f"{one.id[:-1]}f")) for one in _lines(uow, number, 9)[5:]]
    made += [
        replace(one, kind=kinds[place % 4], links=(Link("B3", Direction.FOR), Link("C2")) if not place % 2 else ())
        for place, one in enumerate(mine)
    ]
    first = made[0]
    said = "Nachfragen, ob die Mittel des Landes nach 2027 gesichert sind."
    stem = NAME * 28 + number[-3:]
    note = replace(
        first, id=type(first.id)(stem + "a"), author=me, kind=Kind.NOTE, style=Style.NOTE, target=WholePlace(),
        quote=Quote(), note=said, tags=("Finanzen", "Nachfrage"), private=True, links=(),
    )  # fmt: skip
    lost = replace(
        made[5], id=type(first.id)(stem + "b"), state=AnchorState.ORPHANED, note="War für B3 wichtig.",
        quote=replace(made[5].quote, text=made[5].quote.text.replace("e", "a", 3)),
    )  # fmt: skip
    for one in (*made, note, lost):
        uow.annotations.put(one, "Demo")
    uow.commit()


def _lines(uow: "UnitOfWork", number: str, count: int) -> "list[Annotation]":
    """Return long lines of the PDF annexes of an application as passages."""
    from reviewer_app.domain.annotation import Annotation, Kind, Style
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.exchange.annex_pdf import open_document
    from reviewer_app.exchange.annex_text import read_layer
    from reviewer_app.services.marking import span_spot
    from tests.shots import clock

    found: list[Annotation] = []
    application = uow.applications.find(number)
    papers = application.attachments if application is not None else ()
    for paper in papers:
        if paper.media_type != "application/pdf" or paper.kind not in {"A03", "A04", "A07"} or application is None:
            continue
        with open_document(uow.files.read(paper.sha256)) as document:
            for page in range(document.pages):
                layer = read_layer(document, page)
                for line in [one for one in layer.lines if one.end - one.start > 40][2:4]:
                    spot = span_spot(paper, page, layer, line.start, line.end)
                    name, now = AnnotationId(f"{NAME * 8}{number[-3:]}{len(found):021x}"), clock()
                    found.append(
                        Annotation(
                            name, application.id, spot.place, Kind.EVIDENCE, Style.HIGHLIGHT, None, now, now, spot.quote
                        )
                    )
    return found[:count]


def _filled(desk: "Desk", number: str = "") -> None:
    from tests.shots import CASE, settle

    desk.operations.run(_fill, number or CASE).write()
    settle(desk)


def all_annotations(desk: "Desk") -> None:
    """Show the list of one application."""
    from reviewer_app.ui.navigation import Place
    from tests.shots import CASE

    _filled(desk)
    desk.window.router.go(Place("annotations", CASE))


def of_the_round(desk: "Desk") -> None:
    """Show the list of the round."""
    from reviewer_app.ui.navigation import Place

    _filled(desk)
    desk.window.router.go(Place("annotations"))


def without_place(desk: "Desk") -> None:
    """Show one without a place, with what is offered."""
    from reviewer_app.ui.navigation import Place
    from reviewer_app.ui.pages.annotations_page import ORPHANED, AnnotationsPage
    from tests.shots import DRAFT, settle

    _filled(desk, DRAFT)
    desk.window.router.go(Place("annotations", DRAFT, ORPHANED))
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, AnnotationsPage):
        page.table.choose_row(0)


def empty(desk: "Desk") -> None:
    """Show the list where nothing is annotated."""
    from reviewer_app.ui.navigation import Place

    desk.window.router.go(Place("annotations"))


def beside_reasons(desk: "Desk") -> None:
    """Show a case with passages under its reasons, where there is room with one docked."""
    from reviewer_app.ui.navigation import Place
    from reviewer_app.ui.pages.consolidation_page import CRITERION, ConsolidationPage
    from reviewer_app.ui.theme import SizeClass
    from tests.shots import CASE, settle

    _filled(desk)
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
    from reviewer_app.ui.navigation import Place
    from tests.shots import CASE

    _filled(desk)
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
