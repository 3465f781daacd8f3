"""Finding in the papers of an application by keys: the bar, its counts, on to the next annex, and back."""

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer_app.services.search.indexing import index_all
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.find_bar import ALL, FindBar
from reviewer_app.ui.reading.page import ANNEXES
from tests.ui.conftest import SitDown
from tests.ui.sitting import Sitting, page_of, presenter_of

KEYS = Qt.KeyboardModifier
CONTROL, SHIFT, ALT = KEYS.ControlModifier, KEYS.ShiftModifier, KEYS.AltModifier


def bar_of(sitting: Sitting) -> FindBar:
    return page_of(sitting).annex.find_bar


def open_paper(sitting: Sitting, qtbot: QtBot, key: str) -> None:
    presenter_of(sitting).annexes.first.open(key)
    area = page_of(sitting).annex
    view = {FORM: area.form, "A01": area.tables}.get(key, area.pages)
    qtbot.waitUntil(lambda: area.shown is view and (view is not area.pages or area.pages._name == key))
    page_of(sitting).show_pane(ANNEXES)


def says(sitting: Sitting, qtbot: QtBot, words: str) -> None:
    def check() -> None:
        assert bar_of(sitting).count.text() == words

    qtbot.waitUntil(check)


@pytest.fixture
def sitting(sit_down: SitDown) -> Sitting:
    return sit_down()


def test_one_types_and_walks_with_keys_and_comes_back(sitting: Sitting, qtbot: QtBot) -> None:
    open_paper(sitting, qtbot, "A07")
    pages = page_of(sitting).annex.pages
    pages.go_to(2)
    before = pages.place
    sitting.press(Qt.Key.Key_F, CONTROL)
    assert sitting.focus is bar_of(sitting).field
    sitting.type("seite 5")
    says(sitting, qtbot, "1 von 1")
    qtbot.waitUntil(lambda: 4 in pages.visible_pages)
    assert sitting.focus is bar_of(sitting).field
    sitting.press(Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: pages.place == before)

    bar_of(sitting).field.selectAll()
    sitting.type("Organisation")
    says(sitting, qtbot, "nicht gefunden")
    bar_of(sitting).field.selectAll()
    sitting.type("geschaeftsstelle")
    says(sitting, qtbot, "2 von 6")
    sitting.press(Qt.Key.Key_F3)
    says(sitting, qtbot, "3 von 6")
    sitting.press(Qt.Key.Key_F3, SHIFT)
    sitting.press(Qt.Key.Key_Return, SHIFT)
    says(sitting, qtbot, "1 von 6")
    sitting.press(Qt.Key.Key_F3, SHIFT)
    says(sitting, qtbot, "6 von 6")
    assert bar_of(sitting).note.text() == "Vom Ende her begonnen"
    sitting.press(Qt.Key.Key_Escape)
    assert not bar_of(sitting).isVisible()
    assert pages.hasFocus()
    assert page_of(sitting).annex.finding.pages.count == 0
    sitting.press(Qt.Key.Key_F3)
    assert bar_of(sitting).field.text() == "geschaeftsstelle"


def test_words_stay_with_their_paper_and_form_and_tables_are_searched_alike(sitting: Sitting, qtbot: QtBot) -> None:
    open_paper(sitting, qtbot, "A07")
    sitting.press(Qt.Key.Key_F, CONTROL)
    sitting.type("stichtag")
    open_paper(sitting, qtbot, "A03")
    says(sitting, qtbot, "102 Treffer")
    sitting.press(Qt.Key.Key_F3)
    says(sitting, qtbot, "1 von 102")
    bar_of(sitting).take_focus()
    sitting.type("A03")
    says(sitting, qtbot, "1 von 3")
    open_paper(sitting, qtbot, "A07")
    qtbot.waitUntil(lambda: bar_of(sitting).field.text() == "stichtag")

    area = page_of(sitting).annex
    open_paper(sitting, qtbot, FORM)
    bar_of(sitting).take_focus()
    sitting.type("thueringen")
    qtbot.waitUntil(lambda: area.finding.form.count > 0)
    assert area.form.extraSelections()[0].cursor.selectedText() == "Thüringen"
    assert area.form.viewport().rect().intersects(area.form.cursorRect(area.form.extraSelections()[0].cursor))

    open_paper(sitting, qtbot, "A01")
    bar_of(sitting).take_focus()
    sitting.type("optik 12 gmbh")
    says(sitting, qtbot, "1 von 1")
    assert area.finding.tables.current_hit == (0, 12, 0)
    assert area.finding.form.count == 0


def test_all_annexes_are_counted_once_they_are_indexed_and_walked_through(sitting: Sitting, qtbot: QtBot) -> None:
    sitting.desk.commands._texts.index.stop()  # nothing is indexed behind this test
    open_paper(sitting, qtbot, "A03")
    sitting.press(Qt.Key.Key_F, CONTROL)
    sitting.type("seite 3")
    note = bar_of(sitting).note
    bar_of(sitting).range.segment_chosen.emit(ALL)
    qtbot.waitUntil(lambda: note.text() == "5 Anlagen sind noch nicht durchsuchbar")
    workspace = sitting.desk.context.workspace
    assert workspace is not None
    index_all(workspace)
    bar_of(sitting).range.segment_chosen.emit(ALL)
    qtbot.waitUntil(lambda: note.text() == "3 Treffer in 3 Anlagen")
    says(sitting, qtbot, "1 von 1")
    sitting.press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: presenter_of(sitting).annexes.first.current == "A07")
    whole = re.compile("Weiter in A07 .+ · 3 Treffer in 3 Anlagen")
    qtbot.waitUntil(lambda: whole.fullmatch(note.text()) is not None)
    says(sitting, qtbot, "1 von 1")
    sitting.press(Qt.Key.Key_F3, SHIFT)
    qtbot.waitUntil(lambda: presenter_of(sitting).annexes.first.current == "A03")
    says(sitting, qtbot, "1 von 1")
