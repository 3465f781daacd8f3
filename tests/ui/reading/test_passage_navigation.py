"""Ways through papers on the desk: every jump can be gone back, and each paper is found again where it was left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import AnnexState
from reviewer_app.ui.reading.annexes.dialogs import PageDialog
from reviewer_app.ui.reading.annexes.sidebar import OUTLINE
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import SettingsStore
from tests.factories import guided, worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, add_annex, page_of, presenter_of

type Read = Callable[[], DeskUser]
BACK, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def user(open_case: OpenCase, qtbot: QtBot) -> DeskUser:
    """Sit in front of a paper that guides through itself, which is annex A09."""
    found = open_case()
    add_annex(found, guided.paper(), "application/pdf", AnnexState.READABLE, 6)
    qtbot.waitUntil(lambda: page_of(found).annex.pages.labels[:1] == ("i",))
    page_of(found).show_annexes()
    return found


def test_back_leads_to_the_very_place_before_a_jump_and_forward_to_its_end(
    user: DeskUser, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = page_of(user).annex.pages
    pages.show_zoom(2.0)
    pages.go_to(2, 0.25)
    pages.horizontalScrollBar().setValue(17)
    before = (pages.verticalScrollBar().value(), pages.horizontalScrollBar().value())
    monkeypatch.setattr(PageDialog, "ask", lambda *_args: 5)
    user.press(Qt.Key.Key_G, CONTROL)
    pages.zoom(0)
    assert pages.page == 5
    assert user.window.router.history.previous_title == "A09, S.\u00a0ii (2)"
    page_of(user).scoring.setFocus()
    user.press(Qt.Key.Key_Left, BACK)
    user.settle()
    assert (pages.verticalScrollBar().value(), pages.horizontalScrollBar().value()) == before
    assert pages.zoom_factor == 2.0
    qtbot.waitUntil(lambda: user.focus is pages)
    user.press(Qt.Key.Key_Right, BACK)
    user.settle()
    assert (pages.page, pages.zoom_factor) == (5, None)


def test_going_to_another_paper_can_be_gone_back(user: DeskUser, qtbot: QtBot) -> None:
    area, documents = page_of(user).annex, presenter_of(user).annexes.first
    area.pages.go_to(4, 0.5)
    area.annex_chosen.emit("A07")
    qtbot.waitUntil(lambda: area.pages.count == 6 and area.pages.accessibleName().startswith("A07"))
    user.window.router.back()
    user.settle()
    qtbot.waitUntil(lambda: area.pages.accessibleName().startswith("A09"))
    assert (documents.current, area.pages.place) == ("A09", (4, pytest.approx(0.5, abs=0.01)))


def test_each_paper_of_each_application_is_found_where_it_was_left_after_a_restart_too(
    user: DeskUser, settings: SettingsStore, qtbot: QtBot
) -> None:
    area, documents = page_of(user).annex, presenter_of(user).annexes.first
    area.pages.show_zoom(1.25)
    area.pages.go_to(3, 0.5)
    user.press(Qt.Key.Key_F9, SHIFT)
    assert area.body.is_open
    documents.open("A07")
    qtbot.waitUntil(lambda: area.pages.accessibleName().startswith("A07"))
    area.pages.go_to(5)
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    user.go(Place(navigation.READING, worked_case.NUMBER))
    qtbot.waitUntil(lambda: area.pages.accessibleName().startswith("A07"))
    assert (documents.current, area.pages.page) == ("A07", 5)
    documents.open("A09")
    qtbot.waitUntil(lambda: area.pages.accessibleName().startswith("A09"))
    assert (area.pages.place, area.pages.zoom_factor) == ((3, pytest.approx(0.5, abs=0.01)), 1.25)
    presenter_of(user).leave()
    settings.flush()
    (places,) = SettingsStore(settings._file).values.reading.values()
    assert (places.side, places.last[worked_case.NUMBER][0]) == (OUTLINE, "A09")
    kept = places.position(worked_case.NUMBER, "A09")
    assert kept is not None
    assert (kept.page, kept.zoom) == (3, 1.25)


def test_back_from_a_passage_leads_to_the_page_before_and_to_the_passage(user: DeskUser, qtbot: QtBot) -> None:
    page = page_of(user)
    pages = page.annex.pages
    pages.go_to(2)
    user.press(Qt.Key.Key_F)
    user.settle()
    pages.go_to(6)
    chip = page.scoring.criterion.evidence.passages.chips[0]
    chip.setFocus()
    user.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.page == 2)
    user.press(Qt.Key.Key_Left, BACK)
    user.settle()
    assert pages.page == 6
    assert page.scoring.isAncestorOf(user.focus)


def test_commands_of_pages_say_where_there_are_none(user: DeskUser) -> None:
    notes: list[object] = []
    user.desk.context.messages.note_wanted.connect(notes.append)
    presenter_of(user).annexes.first.open("A01")
    user.settle()
    for key, modifier in ((Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_L, CONTROL)):
        user.press(key, modifier)
    assert [getattr(note, "text", "") for note in notes] == ["Diese Unterlage hat keine Seiten."] * 2
    assert not page_of(user).annex.body.is_open
