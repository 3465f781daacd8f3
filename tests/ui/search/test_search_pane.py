"""Searching the whole round from the pane: words, filters, and walking through what was found while it stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search import searching
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.search import presenter as search_presenter
from reviewer_app.ui.search import query
from reviewer_app.ui.search.hits import HitRow
from reviewer_app.ui.search.pane import ROW, SearchPane
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk


def pane_of(desk: Desk) -> SearchPane:
    return desk.commands.search_pane


def rows(desk: Desk) -> list[HitRow]:
    listed = pane_of(desk).list
    return [row for at in range(listed.count()) if isinstance(row := listed.item(at).data(ROW), HitRow)]


def hits(desk: Desk) -> list[str]:
    return [row.place for row in rows(desk) if not row.is_head]


def says(desk: Desk, qtbot: QtBot, words: str) -> None:
    def check() -> None:
        assert words in pane_of(desk).status.text()

    qtbot.waitUntil(check)


@pytest.fixture
def desk(open_desk: OpenDesk, qtbot: QtBot) -> Desk:
    made = open_desk(rounds.VOGELSANG)
    made.window.resize(1600, 900)
    made.window.actions_table.trigger("find_texts")
    qtbot.waitUntil(lambda: made.operations.idle)
    return made


def test_results_come_as_one_types_and_are_filtered(desk: Desk, qtbot: QtBot) -> None:
    pane = pane_of(desk)
    assert pane.isVisible()
    assert desk.window.focusWidget() is pane.field
    type_text(pane.field, "grund zu b3")
    says(desk, qtbot, "6 Treffer in 4 Anträgen")
    assert {place.partition(" · ")[0] for place in hits(desk)} == {"Begründung B3"}
    assert sum(row.is_head for row in rows(desk)) == 4
    number = next(one.place for one in reversed(rows(desk)) if one.is_head).partition(" ")[0]
    pane.application.value_chosen.emit(number)
    says(desk, qtbot, "1 Treffer")
    assert len(hits(desk)) == 1
    pane.application.value_chosen.emit("")
    pane.criterion.value_chosen.emit("B2")
    says(desk, qtbot, "Nichts gefunden")
    pane.criterion.value_chosen.emit("")
    pane.kind.value_chosen.emit("form")
    says(desk, qtbot, "Nichts gefunden")
    pane.kind.value_chosen.emit("rationale")
    says(desk, qtbot, "6 Treffer")

    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert desk.window.focusWidget() is not pane.field


def test_of_more_than_is_shown_nobody_is_told_in_how_many_applications_it_is(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_presenter, "AT_ONCE", 2)
    type_text(pane_of(desk).field, "grund zu b3")
    says(desk, qtbot, "Mehr als 2 Treffer")
    assert "Antr" not in pane_of(desk).status.text()


def test_a_field_of_the_form_is_shown_with_its_words(desk: Desk, qtbot: QtBot) -> None:
    pane, window = pane_of(desk), desk.window
    type_text(pane.field, "photonik")
    says(desk, qtbot, "1 Treffer")
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    here = window.router.here
    assert here is not None
    assert (here.page, here.application) == (navigation.READING, "GC-2026-014")
    page = window.router.page
    assert isinstance(page, ReadingPage)
    form = page.annex.finding.form
    qtbot.waitUntil(lambda: form.current >= 0)
    assert page.annex.find_bar.isVisible()
    assert page.annex.form.extraSelections()[form.current].cursor.selectedText().lower() == "photonik"
    assert pane.isVisible()
    assert pane.list.currentItem().data(ROW).hit == 0


def test_an_own_reason_is_shown_with_its_words_until_one_types(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.ADLER)
    window = desk.window
    window.actions_table.trigger("find_texts")
    type_text(pane_of(desk).field, "grund zu b3")
    says(desk, qtbot, "Treffer")
    QTest.keyClick(pane_of(desk).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.router.page, ReadingPage) and desk.operations.idle)
    page = window.router.page
    assert isinstance(page, ReadingPage)
    field = page.scoring.criterion.rationale
    qtbot.waitUntil(lambda: len(field.extraSelections()) == 3)
    assert [one.cursor.selectedText().lower() for one in field.extraSelections()] == ["grund", "zu", "b3"]
    assert not field.textCursor().hasSelection()
    field.setPlainText("anders")
    assert field.extraSelections() == []


def test_a_members_reason_is_shown_with_its_words_until_another_criterion_is_opened(desk: Desk, qtbot: QtBot) -> None:
    pane, window = pane_of(desk), desk.window
    type_text(pane.field, "grund zu b3")
    says(desk, qtbot, "Treffer")
    first, second = hits(desk)[:2]  # of one application
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.router.page, ConsolidationPage) and desk.operations.idle)
    page, presenter = window.router.page, window.router.presenter
    assert isinstance(page, ConsolidationPage)
    assert isinstance(presenter, ConsolidationPresenter)
    cards = page.criterion.cards.cards
    qtbot.waitUntil(lambda: bool(cards) and bool(cards[0].text.extraSelections()))
    for card in cards:
        found = [one.cursor.selectedText().lower() for one in card.text.extraSelections()]
        assert found == ["grund", "zu", "b3"]

    def arrived(at: str) -> None:
        focus = window.focusWidget()
        assert focus is not None
        assert focus.accessibleName().endswith(at.partition(" · ")[2])

    qtbot.waitUntil(lambda: arrived(first))
    window.actions_table.trigger("find_next")
    qtbot.waitUntil(lambda: arrived(second))
    assert all(card.text.extraSelections() for card in cards)
    presenter.open_criterion("B2")
    assert [card.text.extraSelections() for card in cards] == [[] for _ in cards]


def test_narrow_the_pane_makes_room_for_what_was_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(560, 700)
    qtbot.waitUntil(lambda: pane_of(desk).covers)
    assert not desk.window.frame.stack.isVisible()
    type_text(pane_of(desk).field, "photonik")
    says(desk, qtbot, "Treffer")
    QTest.keyClick(pane_of(desk).field, Qt.Key.Key_Return)
    assert not pane_of(desk).isVisible()
    assert desk.window.frame.stack.isVisible()
    desk.window.actions_table.trigger("find_next")
    here = desk.window.router.here
    assert here is not None
    assert here.page == navigation.READING


def test_another_round_or_person_forgets_what_was_found(desk: Desk, qtbot: QtBot) -> None:
    type_text(pane_of(desk).field, "photonik")
    says(desk, qtbot, "Treffer")
    desk.window.actions_table.trigger("close_workspace")
    qtbot.waitUntil(lambda: not rows(desk))
    assert desk.window.router.here == Place(navigation.START)


def test_what_was_asked_by_another_person_is_asked_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def search(uow: UnitOfWork, wanted: query.Query) -> searching.Hits:
        asked.append(wanted)
        return searching.search(uow, wanted.typed, most=9, whole=False, around=9)

    monkeypatch.setattr(query, "search_texts", search)
    type_text(pane_of(desk).field, "gr")
    desk.context.identity_changed.emit(desk.context.identity)
    says(desk, qtbot, "Treffer")
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert len(asked) == 2


def test_a_hit_one_has_left_before_it_was_there_is_not_gone_to_later(desk: Desk, qtbot: QtBot) -> None:
    pane, router = pane_of(desk), desk.window.router
    type_text(pane.field, "photonik")
    says(desk, qtbot, "1 Treffer")
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    here = router.here
    assert here is not None
    for number in ("GC-2026-005", here.application):
        router.go(Place(navigation.READING, number))
        qtbot.waitUntil(lambda: desk.operations.idle and router.page is not None and not router.page.is_covered)
    page = router.page
    assert isinstance(page, ReadingPage)
    assert not page.annex.find_bar.isVisible()
