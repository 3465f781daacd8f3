"""Finding in the papers of an application by keys: the bar, its counts, on to the next annex, and back."""

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer_app.services.search.indexing import index_all
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.find_bar import ALL, FindBar
from reviewer_app.ui.reading.page import ANNEXES
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of

KEYS = Qt.KeyboardModifier
CONTROL, SHIFT, ALT = KEYS.ControlModifier, KEYS.ShiftModifier, KEYS.AltModifier


def bar_of(user: DeskUser) -> FindBar:
    return page_of(user).annex.find_bar


def open_paper(user: DeskUser, qtbot: QtBot, key: str) -> None:
    presenter_of(user).annexes.first.open(key)
    area = page_of(user).annex
    view = {FORM: area.form, "A01": area.tables}.get(key, area.pages)
    qtbot.waitUntil(lambda: area.shown is view and (view is not area.pages or area.pages._name == key))
    page_of(user).show_pane(ANNEXES)


def says(user: DeskUser, qtbot: QtBot, words: str) -> None:
    def check() -> None:
        assert bar_of(user).count.text() == words

    qtbot.waitUntil(check)


@pytest.fixture
def user(open_case: OpenCase) -> DeskUser:
    return open_case()


def test_one_types_and_walks_with_keys_and_comes_back(user: DeskUser, qtbot: QtBot) -> None:
    open_paper(user, qtbot, "A07")
    pages = page_of(user).annex.pages
    pages.go_to(2)
    before = pages.place
    user.press(Qt.Key.Key_F, CONTROL)
    assert user.focus is bar_of(user).field
    user.type("seite 5")
    says(user, qtbot, "1 von 1")
    qtbot.waitUntil(lambda: 4 in pages.visible_pages)
    assert user.focus is bar_of(user).field
    user.press(Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: pages.place == before)

    bar_of(user).field.selectAll()
    user.type("Organisation")
    says(user, qtbot, "nicht gefunden")
    bar_of(user).field.selectAll()
    user.type("geschaeftsstelle")
    says(user, qtbot, "2 von 6")
    user.press(Qt.Key.Key_F3)
    says(user, qtbot, "3 von 6")
    user.press(Qt.Key.Key_F3, SHIFT)
    user.press(Qt.Key.Key_Return, SHIFT)
    says(user, qtbot, "1 von 6")
    user.press(Qt.Key.Key_F3, SHIFT)
    says(user, qtbot, "6 von 6")
    assert bar_of(user).note.text() == "Vom Ende her begonnen"
    user.press(Qt.Key.Key_Escape)
    assert not bar_of(user).isVisible()
    assert pages.hasFocus()
    assert page_of(user).annex.finding.pages.count == 0
    user.press(Qt.Key.Key_F3)
    assert bar_of(user).field.text() == "geschaeftsstelle"


def test_words_stay_with_their_paper_and_form_and_tables_are_searched_alike(user: DeskUser, qtbot: QtBot) -> None:
    open_paper(user, qtbot, "A07")
    user.press(Qt.Key.Key_F, CONTROL)
    user.type("stichtag")
    open_paper(user, qtbot, "A03")
    says(user, qtbot, "102 Treffer")
    user.press(Qt.Key.Key_F3)
    says(user, qtbot, "1 von 102")
    bar_of(user).take_focus()
    user.type("A03")
    says(user, qtbot, "1 von 3")
    open_paper(user, qtbot, "A07")
    qtbot.waitUntil(lambda: bar_of(user).field.text() == "stichtag")

    area = page_of(user).annex
    open_paper(user, qtbot, FORM)
    bar_of(user).take_focus()
    user.type("thueringen")
    qtbot.waitUntil(lambda: area.finding.form.count > 0)
    assert area.form.extraSelections()[0].cursor.selectedText() == "Thüringen"
    assert area.form.viewport().rect().intersects(area.form.cursorRect(area.form.extraSelections()[0].cursor))

    open_paper(user, qtbot, "A01")
    bar_of(user).take_focus()
    user.type("optik 12 gmbh")
    says(user, qtbot, "1 von 1")
    assert area.finding.tables.current_hit == (0, 12, 0)
    assert area.finding.form.count == 0


def test_all_annexes_are_counted_once_they_are_indexed_and_walked_through(user: DeskUser, qtbot: QtBot) -> None:
    user.desk.commands._texts.index.stop()  # nothing is indexed behind this test
    open_paper(user, qtbot, "A03")
    user.press(Qt.Key.Key_F, CONTROL)
    user.type("seite 3")
    note = bar_of(user).note
    bar_of(user).range.segment_chosen.emit(ALL)
    qtbot.waitUntil(lambda: note.text() == "5 Anlagen sind noch nicht durchsuchbar")
    workspace = user.desk.context.workspace
    assert workspace is not None
    index_all(workspace)
    bar_of(user).range.segment_chosen.emit(ALL)
    qtbot.waitUntil(lambda: note.text() == "3 Treffer in 3 Anlagen")
    says(user, qtbot, "1 von 1")
    user.press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: presenter_of(user).annexes.first.current == "A07")
    whole = re.compile("Weiter in A07 .+ · 3 Treffer in 3 Anlagen")
    qtbot.waitUntil(lambda: whole.fullmatch(note.text()) is not None)
    says(user, qtbot, "1 von 1")
    user.press(Qt.Key.Key_F3, SHIFT)
    qtbot.waitUntil(lambda: presenter_of(user).annexes.first.current == "A03")
    says(user, qtbot, "1 von 1")
