"""One annotation without a place after another: put where it fits, marked by hand, or kept; each undone by one step."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    FieldPlace,
    Link,
    MarkStyle,
    PagePlace,
    Quote,
    WholePlace,
)
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.services.annotations import orphans
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.pdf.selection import Selection
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.notices import BandStrip
from tests.factories import worked_case
from tests.ui.annotations.test_page import CTRL, MADE, AllAnnotations, passage
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import page_of, presenter_of
from tests.ui.reading.test_row_evidence import Rows, label

WORDS = "4,20 Vollzeitäquivalente auf fünf Personen"
LOST = replace(
    passage("5" * 32, "", 4, worked_case.ADLER, Link("B3")),
    quote=Quote("4,30 Vollzeitäquivalente auf sechs Personen"),
    state=AnchorState.ORPHANED,
)


@pytest.fixture
def shown(open_case: OpenCase) -> AllAnnotations:
    return waiting(open_case, LOST)


def waiting(open_case: OpenCase, orphan: Annotation) -> AllAnnotations:
    """Open the list where `orphan` waits for a place, and choose it."""
    opened = AllAnnotations(open_case(), (*MADE, orphan))
    opened.choose("orphaned")
    opened.page.table.choose_row(0)
    opened.user.settle()
    return opened


def mark_by_hand(shown: AllAnnotations) -> BandStrip:
    """Choose „Selbst markieren“ and return the band that then waits above the paper."""
    QTest.mouseClick(shown.page.orphan.mark_button, Qt.MouseButton.LeftButton)
    shown.user.settle()
    (strip,) = shown.user.window.frame.bands.findChildren(BandStrip)
    return strip


def put_here(strip: BandStrip) -> None:
    """Choose „Hier anbringen“."""
    button = next(one for one in strip.findChildren(Button) if one.text() == "Hier anbringen")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lost(shown: AllAnnotations) -> Annotation:
    return next(one for one in shown.stored() if one.id == LOST.id)


def test_the_panel_offers_where_it_fits_and_one_key_puts_it_there(shown: AllAnnotations) -> None:
    panel = shown.page.orphan
    assert panel.isVisible()
    first = panel.rows[0].button
    assert first.accessibleName().startswith("Hier: A07, S.\u00a01, Übereinstimmung ")
    panel.setFocus()
    assert shown.user.focus is first
    shown.press(Qt.Key.Key_Space)
    found = lost(shown)
    assert isinstance(found.target, PagePlace)
    assert (found.state, found.target.page, found.quote.text) == (AnchorState.ANCHORED, 0, WORDS)
    assert not panel.isVisible()
    shown.press(Qt.Key.Key_Z, CTRL)
    assert (lost(shown).state, lost(shown).quote) == (AnchorState.ORPHANED, LOST.quote)


def test_it_is_kept_without_a_place_and_waits_again_after_one_step(shown: AllAnnotations) -> None:
    QTest.mouseClick(shown.page.orphan.keep_button, Qt.MouseButton.LeftButton)
    shown.user.settle()
    assert (lost(shown).state, lost(shown).target) == (AnchorState.ANCHORED, WholePlace())
    shown.press(Qt.Key.Key_Z, CTRL)
    assert lost(shown).state is AnchorState.ORPHANED


def test_what_is_selected_in_the_paper_becomes_its_place(shown: AllAnnotations, qtbot: QtBot) -> None:
    user = shown.user
    strip = mark_by_hand(shown)
    page = page_of(user)
    reader = page.annex.reader
    qtbot.waitUntil(lambda: page.annex.shows_pages and page.annex.pages.page == 5)
    assert strip.band.title == "Neue Stelle markieren"
    assert LOST.quote.text in strip.band.text
    page.annex.pages.go_to(1)
    qtbot.waitUntil(lambda: reader.texts.layer(0) is not None)
    layer = reader.texts.layer(0)
    assert layer is not None
    start = layer.text.index(WORDS)
    reader.selection_tool.select(Selection((0, start), (0, start + len(WORDS))))
    put_here(strip)
    user.settle()
    assert (lost(shown).state, lost(shown).quote.text) == (AnchorState.ANCHORED, WORDS)
    user.press(Qt.Key.Key_Z, CTRL)
    user.settle()
    assert lost(shown).state is AnchorState.ORPHANED


def test_what_was_about_a_page_is_put_at_the_page_in_sight(open_case: OpenCase, qtbot: QtBot) -> None:
    """Without words there is nothing to select again, and no quotation marks around nothing."""
    whole = replace(passage("5" * 32, "", 4, worked_case.ADLER, Link("B3")), quote=Quote())
    target = whole.target
    assert isinstance(target, PagePlace)
    whole = replace(whole, target=replace(target, quads=()), style=MarkStyle.PAGE_NOTE, state=AnchorState.ORPHANED)
    shown = waiting(open_case, whole)
    strip = mark_by_hand(shown)
    area = page_of(shown.user).annex
    qtbot.waitUntil(lambda: area.shows_pages and area.pages.page == 5)
    assert "„" not in strip.band.text
    area.pages.go_to(2)
    put_here(strip)
    shown.user.settle()
    assert isinstance(found := lost(shown).target, PagePlace)
    assert (lost(shown).state, found.page, lost(shown).style) == (AnchorState.ANCHORED, 1, MarkStyle.PAGE_NOTE)


def test_a_rectangle_drawn_anew_becomes_its_place_and_no_second_annotation(open_case: OpenCase, qtbot: QtBot) -> None:
    """On a scan there is no text to select instead."""
    area = replace(passage("5" * 32, "", 4, worked_case.ADLER, Link("B3")), quote=Quote())
    target = area.target
    assert isinstance(target, PagePlace)
    target = replace(target, quads=(), area=(100.0, 100.0, 200.0, 200.0))
    shown = waiting(open_case, replace(area, target=target, style=MarkStyle.AREA, state=AnchorState.ORPHANED))
    count = len(shown.stored())
    strip = mark_by_hand(shown)
    documents = page_of(shown.user).annex
    qtbot.waitUntil(lambda: documents.shows_pages and documents.pages.page == 5)
    assert "Rechteck" in strip.band.text
    documents.reader.selection_tool.area_drawn.emit(1, (50.0, 60.0, 150.0, 160.0))
    shown.user.settle()
    found = lost(shown)
    assert isinstance(found.target, PagePlace)
    assert (found.state, found.style, found.links) == (AnchorState.ANCHORED, MarkStyle.AREA, area.links)
    assert (found.target.page, found.target.area) == (1, (50.0, 60.0, 150.0, 160.0))
    assert len(shown.stored()) == count
    shown.user.press(Qt.Key.Key_Z, CTRL)
    shown.user.settle()
    assert (lost(shown).state, lost(shown).style) == (AnchorState.ORPHANED, MarkStyle.AREA)


def test_a_row_of_the_form_becomes_its_place(shown: AllAnnotations, qtbot: QtBot) -> None:
    user = shown.user
    strip = mark_by_hand(shown)
    rows = Rows(user, qtbot)
    rows.show(FORM)
    key, words = label(rows)
    rows.put_cursor(words)
    put_here(strip)
    user.settle()
    found = lost(shown)
    assert (found.state, found.target, found.style) == (AnchorState.ANCHORED, FieldPlace(key), MarkStyle.NOTE)
    assert found.links == LOST.links
    assert [mark.id for mark in rows.rows.marks] == [LOST.id]
    user.press(Qt.Key.Key_Z, CTRL)
    user.settle()
    assert isinstance(lost(shown).target, PagePlace)
    assert lost(shown).state is AnchorState.ORPHANED


def test_what_stood_in_the_form_is_placed_from_there_and_nothing_chosen_says_so(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    gone = replace(LOST, target=FieldPlace("mitglieder", 400), style=MarkStyle.NOTE, quote=Quote("Werra e. V."))
    shown = waiting(open_case, gone)
    strip = mark_by_hand(shown)
    area = page_of(shown.user).annex
    assert area.shown is area.form
    with qtbot.waitSignal(shown.user.desk.context.messages.note_wanted) as told:
        put_here(strip)
    assert told.args[0].text == "Es ist keine Zeile ausgewählt."
    assert lost(shown) == gone


def test_the_header_says_how_many_wait_and_leads_there(shown: AllAnnotations) -> None:
    user = shown.user
    user.go(Place(navigation.READING, worked_case.NUMBER, "B3"))
    chips = presenter_of(user).header().chips
    assert [one.word for one in chips if one.action == "show_orphans"] == ["1 Anmerkung ohne Stelle"]
    user.window.actions_table.trigger("show_orphans")
    user.settle()
    assert (shown.page.model.filter.segment, shown.page.current) == ("orphaned", LOST.id)


def test_no_header_of_the_next_application_says_how_many_wait_in_this_one(shown: AllAnnotations) -> None:
    user = shown.user
    user.go(Place(navigation.READING, worked_case.NUMBER, "B3"))
    presenter = presenter_of(user)
    actions: list[set[str]] = []
    presenter.header_changed.connect(lambda: actions.append({one.action for one in presenter.header().chips}))
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    assert actions
    assert not any("show_orphans" in each for each in actions)


def test_that_nothing_was_found_for_one_is_not_said_of_the_next(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = AllAnnotations(open_case(), (*MADE, LOST, replace(LOST, id=AnnotationId("6" * 32))))
    shown.choose("orphaned")
    shown.page.table.choose_row(0)
    gone = shown.page.current
    shown.page.table.choose_row(1)
    shown.user.settle()
    look, began, may_end = orphans.candidates, Event(), Event()

    def candidates(uow: UnitOfWork, annotation: AnnotationId) -> orphans.Candidates:
        if annotation == gone:
            raise MendableError("unknown_annotation")
        began.set()
        may_end.wait(30)
        return look(uow, annotation)

    monkeypatch.setattr(orphans, "candidates", candidates)
    shown.page.table.choose_row(0)
    shown.page.table.choose_row(1)
    qtbot.waitUntil(began.is_set)
    QApplication.processEvents()
    said = [one.text() for one in shown.page.orphan.findChildren(Text) if one.isVisible()]
    may_end.set()
    assert "Mögliche Stellen werden gesucht …" in said
    shown.user.settle()
    assert shown.page.orphan.rows
