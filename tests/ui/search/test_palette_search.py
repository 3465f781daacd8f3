"""Texts found from the palette: as one types, behind the other groups, and the way to where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.shell.navigation import CONSOLIDATION
from reviewer_app.ui.shell.palette_model import MOST, Find, PaletteGroup, with_texts
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk


def texts(count: int) -> list[Find]:
    return [Find(PaletteGroup.TEXT, f"A03, S. {n}", name=f"t{n}") for n in range(count)]


@pytest.mark.parametrize(
    ("others", "found", "expected"), [(9, 9, (6, 3)), (2, 9, (2, 5)), (0, 12, (0, 9)), (9, 1, (8, 1)), (5, 0, (5, 0))]
)
def test_texts_stand_behind_the_others_and_leave_them_room(others: int, found: int, expected: tuple[int, int]) -> None:
    rows = [Find(PaletteGroup.GO if n < 5 else PaletteGroup.COMMANDS, str(n), action=str(n)) for n in range(others)]
    shown = with_texts(rows, texts(found))
    assert (
        sum(one.group is not PaletteGroup.TEXT for one in shown),
        sum(one.group is PaletteGroup.TEXT for one in shown),
    ) == expected
    assert len(shown) <= MOST
    assert shown == sorted(shown, key=lambda one: list(PaletteGroup).index(one.group))


def rows(desk: Desk) -> list[Find]:
    palette = desk.window.command_palette
    found = [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]
    return [row for row in found if isinstance(row, Find)]


def typed(desk: Desk, qtbot: QtBot, words: str) -> list[Find]:
    type_text(desk.window.command_palette.field, words)
    qtbot.waitUntil(lambda: any(row.group is PaletteGroup.TEXT for row in rows(desk)))
    return [row for row in rows(desk) if row.group is PaletteGroup.TEXT]


def test_texts_follow_while_one_types_and_lead_to_their_criterion(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    desk.window.actions_table.trigger("palette")
    found = typed(desk, qtbot, "grund zu b3")
    assert found[0].text == "In allen Unterlagen nach „grund zu b3“ suchen"
    assert {row.text.partition(" · ")[2] for row in found[1:]} == {"Begründung B3"}
    assert all(row.fact[slice(*row.marks[0])] == "Grund" for row in found[1:])
    last = desk.window.command_palette.list.count() - 1
    desk.window.command_palette.list.setCurrentRow(last)
    QTest.keyClick(desk.window.command_palette.field, Qt.Key.Key_Return)
    here = desk.window.router.here
    assert here is not None
    assert (here.page, here.detail) == (CONSOLIDATION, "B3")
    assert here.application == found[-1].text.partition(" · ")[0]


def test_the_row_for_all_documents_opens_the_pane_with_its_words(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.ADLER)
    desk.window.actions_table.trigger("palette")
    found = typed(desk, qtbot, "grund")
    desk.window.command_palette.list.setCurrentRow(rows(desk).index(found[0]) + 1)
    while desk.window.command_palette.list.currentItem().data(Qt.ItemDataRole.UserRole) != found[0]:
        QTest.keyClick(desk.window.command_palette.field, Qt.Key.Key_Down)
    QTest.keyClick(desk.window.command_palette.field, Qt.Key.Key_Return)
    pane = desk.commands.search_pane
    assert pane.isVisible()
    assert pane.field.text() == "grund"
    qtbot.waitUntil(lambda: pane.list.count() > 0)


def test_the_index_grows_after_a_pause_and_says_how_far_it_is(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.ADLER)
    index = desk.commands._texts.index
    assert index.progress is None
    assert index._pause.isActive()
    with qtbot.waitSignal(index.progress_changed):
        index._pause.start(0)

    def is_done() -> bool:
        return index.progress is not None and index.progress.total > 0 and index.is_whole and not index.is_working

    qtbot.waitUntil(is_done)
    workspace = desk.context.workspace
    assert workspace is not None
    with workspace.unit_of_work() as uow:
        assert uow.search.pending().units == ()
