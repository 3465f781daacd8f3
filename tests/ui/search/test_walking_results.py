"""Walking through what a search of the round has found, page by page with its words marked, while the list stays."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer_app.services.search.indexing import index_all
from reviewer_app.ui.search.hits import HitRow
from reviewer_app.ui.search.pane import ROW
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of

KEYS = Qt.KeyboardModifier


def current(user: DeskUser) -> str:
    item = user.desk.commands.search_pane.list.currentItem()
    row = item.data(ROW) if item is not None else None
    return row.place if isinstance(row, HitRow) else ""


def test_f3_goes_from_page_to_page_and_the_find_bar_leads_where_one_searches_there(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    user = open_case(size=(1600, 900))
    workspace = user.desk.context.workspace
    assert workspace is not None
    index_all(workspace)
    pane, area = user.desk.commands.search_pane, page_of(user).annex
    user.press(Qt.Key.Key_F, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert user.focus is pane.field
    pane.application.value_chosen.emit("")
    pane.kind.value_chosen.emit("annex")
    user.type("vollzeit seite")
    qtbot.waitUntil(lambda: pane.list.count() > 20)
    user.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: presenter_of(user).annexes.first.current == "A02" and area.finding.pages.current == 0)
    assert current(user) == "A02, S.\u00a01"
    assert area.find_bar.note.text().startswith("Einzelne Wörter")
    assert not pane.isAncestorOf(user.focus)

    user.press(Qt.Key.Key_F3)
    assert current(user) == "A02, S.\u00a02"
    marks = 34 + 1  # of the lines and of the foot of the page before
    qtbot.waitUntil(lambda: area.finding.pages.current == marks)
    assert 1 in area.pages.visible_pages
    user.press(Qt.Key.Key_F3, KEYS.ShiftModifier)
    user.press(Qt.Key.Key_F3, KEYS.ShiftModifier)
    assert current(user) == "A07, S.\u00a06"
    qtbot.waitUntil(lambda: presenter_of(user).annexes.first.current == "A07" and area.finding.pages.current >= 0)

    user.press(Qt.Key.Key_F, KEYS.ControlModifier)
    user.type("organigramm")
    user.press(Qt.Key.Key_F3)
    assert current(user) == "A07, S.\u00a06"
