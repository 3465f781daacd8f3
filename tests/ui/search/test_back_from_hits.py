"""Back from a hit of a search in another application: to the page one read, with the hand on the paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.ids import AnnotationId
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.keys import type_text
from tests.ui.annotations.test_page import MADE
from tests.ui.conftest import OpenCase
from tests.ui.reading.test_evidence import Desk

ALT = Qt.KeyboardModifier.AltModifier
ELSEWHERE = replace(MADE[2], id=AnnotationId("5" * 32), application=worked_case.OTHER, note="Zephyr")


def _put(uow: UnitOfWork) -> None:
    uow.annotations.put(ELSEWHERE, "M. Adler")
    uow.commit()


@pytest.mark.parametrize("width", [1366, 1800])
def test_back_leads_to_the_page_one_read_and_then_to_where_one_came_from(
    open_case: OpenCase, qtbot: QtBot, width: int
) -> None:
    """At 1366 the pane leaves room for the paper alone, which is what one was at."""
    desk = Desk(open_case(), qtbot)
    window, router, pages = desk.user.window, desk.user.window.router, desk.page.annex.pages
    window.resize(width, 768)
    desk.user.desk.operations.run(_put).write()
    desk.user.settle()
    pages.go_to(3)
    desk.page.annex.take_focus()
    window.actions_table.trigger("find_texts")
    pane = desk.user.desk.commands.search_pane
    type_text(pane.field, "zephyr")
    qtbot.waitUntil(lambda: pane.status.text().startswith("1 Treffer"))
    assert pages.isVisible()
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: router.here is not None and router.here.application == worked_case.OTHER_NUMBER)
    desk.user.settle()
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.press(Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: desk.page.annex.shows_pages and pages.page == 3)
    qtbot.waitUntil(lambda: window.focusWidget() is pages)
    desk.user.press(Qt.Key.Key_Left, ALT)
    assert router.here == Place(navigation.APPLICATIONS)
