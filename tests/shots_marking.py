"""Pictures of marking: the popover at a mark, every kind of tag, rows of form and table, the text cursor."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.reading.evidence import EvidencePresenter


MOST_MARKS = 0.28
"""A share of the height of the page."""


def _wait(desk: "Desk") -> None:
    from tests.shots import settle

    settle(desk)


def _evidence(desk: "Desk") -> "EvidencePresenter | None":
    from reviewer_app.ui.reading.presenter import ReadingPresenter

    presenter = desk.window.router.presenter
    return presenter.evidence if isinstance(presenter, ReadingPresenter) else None


def marked(desk: "Desk") -> None:
    """Open a paper in which every kind of mark stands."""
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import DRAFT
    from tests.shots_papers import in_sight

    desk.window.router.go(Place("reading", DRAFT, "B3"))
    _wait(desk)
    presenter = desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter):
        return
    presenter.annexes.first.open("A07")
    _wait(desk)
    if not _here(presenter.evidence):
        _mark(desk, presenter.evidence)
        _wait(desk)
    in_sight(desk)


def marks(desk: "Desk") -> None:
    """Read where most of them stand."""
    from reviewer_app.ui.reading.page import ReadingPage
    from tests.shots import settle

    marked(desk)
    page = desk.window.router.page
    if isinstance(page, ReadingPage):
        page.annex.pages.go_to(1, MOST_MARKS)
        settle(desk)


def _here(evidence: "EvidencePresenter") -> "list[AnnotationId]":
    """Return what is marked in the paper that is open; the demo has marks in others."""
    return [one.annotation.id for one in evidence.annotations.listed if one.annotation.annex == "A07"]


def _mark(desk: "Desk", evidence: "EvidencePresenter") -> None:
    from dataclasses import replace

    from reviewer_app.domain.annotations.annotation import Kind, Link, MarkStyle
    from reviewer_app.ui.pdf.selection import Selection
    from reviewer_app.ui.reading.page import ReadingPage
    from tests.shots import wait

    page = desk.window.router.page
    if not isinstance(page, ReadingPage):
        return
    reader = page.annex.reader
    wait(lambda: reader.texts.layer(0) is not None)
    layer = reader.texts.layer(0)
    lines = [line for line in layer.lines if line.end - line.start > 30] if layer is not None else []
    for number, (kind, criterion) in enumerate(
        (("beleg", "B3"), ("zweifel", "B3"), ("widerspruch", "B5"), ("frage", ""), ("notiz", ""), ("beleg", "C1"))
    ):
        if number >= len(lines):
            break
        line = lines[max(number - 1, 0)]  # the first two stand at the very same words
        reader.selection_tool.select(Selection((0, line.start), (0, line.end - 1)))
        (spot,) = evidence.active.new_marks(reader.passages)
        made = evidence.new(spot)
        if made is not None:
            links = (Link(criterion),) if criterion else ()
            style = MarkStyle.UNDERLINE if kind == "frage" else spot.style
            evidence.annotations.put(replace(made, kind=Kind(kind), links=links, style=style), "")
    reader.clear_selection()


def popover(desk: "Desk") -> None:
    """Open the popover at the first mark."""
    marked(desk)
    evidence = _evidence(desk)
    if evidence is not None and _here(evidence):
        evidence.open_mark(_here(evidence)[0])


def rows(desk: "Desk", key: str = "form") -> None:
    """Open the form (or a table) with two rows marked and the bubble at a third."""
    from dataclasses import replace

    from PySide6.QtGui import QTextCursor

    from reviewer_app.domain.annotations.annotation import Kind, Link
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import DRAFT

    desk.window.router.go(Place("reading", DRAFT, "B3"))
    _wait(desk)
    page, presenter = desk.window.router.page, desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter) or not isinstance(page, ReadingPage):
        return
    presenter.annexes.first.open(key)
    _wait(desk)
    page.show_annexes()
    form, evidence = page.annex.form, presenter.evidence
    for number, step in enumerate((1, 2, 4)):
        if key == "form":
            form.finish()
            lines = [(position, piece) for position, piece in form.pieces.items() if isinstance(piece, list)]
            cursor = QTextCursor(form.document())
            cursor.setPosition(max(lines[:3], key=lambda pair: len(pair[1]))[0])
            form.show_cursor(cursor.currentTable().cellAt(step, 1).firstCursorPosition())
            _wait(desk)
        else:
            table = page.annex.tables.views[0]
            table.setCurrentIndex(table.model().index(step, 1 + number % 2))
        spots = evidence.active.row()
        if (
            number < 2
            and spots
            and all(one.annotation.target != spots[0].target for one in evidence.annotations.listed)
        ):
            made = evidence.new(spots[0])
            if made is not None:
                kind, criterion = ((Kind.EVIDENCE, "B3"), (Kind.CONTRADICTION, "B5"))[number]
                evidence.annotations.put(replace(made, kind=kind, links=(Link(criterion),)), "")
    _wait(desk)
    if evidence.active.rows is not None:
        evidence.active.rows.show_here()


def cursor(desk: "Desk") -> None:
    """Show the text cursor with a sentence selected."""
    from reviewer_app.ui.reading.page import ReadingPage

    marked(desk)
    page = desk.window.router.page
    if isinstance(page, ReadingPage):
        reader = page.annex.reader
        if reader.caret.at is not None:
            reader.caret.toggle()
        reader.clear_selection()
        page.annex.pages.go_to(1)
        reader.caret.toggle()
        for _ in range(8):
            reader.caret.move("down")
        reader.caret.select_sentence()


ROWS = (
    ("lesen-marken", marks, False),
    ("lesen-marke", popover, True),
    ("lesen-formular-belege", rows, True),
    ("lesen-tabelle-belege", partial(rows, key="A01"), True),
    ("lesen-textcursor", cursor, True),
)
"""Name, how to get there, and whether to repeat it for each size and theme."""
