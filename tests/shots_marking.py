"""Pictures of marking: the popover at a mark, every kind of tag, rows of form and table, the text cursor."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer_app.ui.desk import Desk
    from reviewer_app.ui.presenters.evidence_presenter import EvidencePresenter


def _wait(desk: "Desk") -> None:
    from tests.shots import settle

    settle(desk)
    time.sleep(0.3)  # pages are rendered apart from the database thread
    settle(desk)


def _evidence(desk: "Desk") -> "EvidencePresenter | None":
    from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter

    presenter = desk.window.router.presenter
    return presenter.evidence if isinstance(presenter, ReadingPresenter) else None


def marked(desk: "Desk") -> None:
    """Open a paper in which every kind of mark stands."""
    from reviewer_app.ui.navigation import Place
    from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter
    from tests.shots import DRAFT

    desk.window.router.go(Place("reading", DRAFT, "B3"))
    _wait(desk)
    presenter = desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter):
        return
    presenter.documents.open("A07")
    _wait(desk)
    if not presenter.evidence.acts.listed:
        _mark(desk, presenter.evidence)
        _wait(desk)


def _mark(desk: "Desk", evidence: "EvidencePresenter") -> None:
    from dataclasses import replace

    from reviewer_app.domain.annotation import Kind, Link, Style
    from reviewer_app.ui.pages.reading_page import ReadingPage
    from reviewer_app.ui.pdf.selection import Selection

    page = desk.window.router.page
    if not isinstance(page, ReadingPage):
        return
    reader = page.documents.reader
    layer = reader.texts.layer(0)
    lines = [line for line in layer.lines if line.end - line.start > 30] if layer is not None else []
    for number, (kind, criterion) in enumerate(
        (("beleg", "B3"), ("zweifel", "B3"), ("widerspruch", "B5"), ("frage", ""), ("notiz", ""), ("beleg", "C1"))
    ):
        if number >= len(lines):
            break
        line = lines[number]
        reader.selecting.select(Selection((0, line.start), (0, line.end - 1)))
        (spot,) = evidence.spots(reader.passages)
        made = evidence.new(spot)
        if made is not None:
            links = (Link(criterion),) if criterion else ()
            style = Style.UNDERLINE if kind == "frage" else spot.style
            evidence.acts.put(replace(made, kind=Kind(kind), links=links, style=style), "")
    reader.clear_selection()


def popover(desk: "Desk") -> None:
    """Open the popover at the first mark."""
    marked(desk)
    evidence = _evidence(desk)
    if evidence is not None and evidence.acts.listed:
        evidence.open_mark(evidence.acts.listed[0].annotation.id)
