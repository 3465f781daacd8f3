"""The action table against the keyboard section of the design: every key there, once in its scope, listed in help."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import ROWS, Scope
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds
from tests.ui.conftest import OpenDesk

DESIGN = {
    Scope.EVERYWHERE: {
        "Ctrl+K": "palette",
        "Ctrl+O": "open",
        "Ctrl+N": "new_round",
        "Ctrl+I": "import",
        "Ctrl+F": "find",
        "F3": "find_next",
        "Shift+F3": "find_previous",
        "Ctrl+Z": "undo",
        "Ctrl+Y": "redo",
        "F1": "help",
        "F6": "next_pane",
        "Shift+F6": "previous_pane",
        "Ctrl+Shift+F": "find_texts",
        "Alt+Left": "back",
        "Alt+Right": "forward",
        "Ctrl+,": "settings",
        "F10": "menu",
        "F11": "full_screen",
        "Alt+PgUp": "text_larger",
        "Alt+PgDown": "text_smaller",
        "Ctrl+B": "to_scale",
    },
    Scope.LIST: {"Return": "open_application", "Ctrl+Shift+S": "sort_by"},
    Scope.READING: {
        "Ctrl+Return": "next_open",
        "Ctrl+PgDown": "next_criterion",
        "Ctrl+PgUp": "previous_criterion",
        "Ctrl+Shift+Return": "submit_review",
        "Ctrl+D": "choose_document",
        "Ctrl+G": "go_to_page",
        "Ctrl++": "zoom_in",
        "Ctrl+-": "zoom_out",
        "Ctrl+0": "zoom_width",
        "F9": "show_pages",
        "Shift+F9": "show_outline",
        "Ctrl+L": "show_links",
        "Ctrl+Shift+D": "show_beside",
    },
    Scope.PAGES: {
        "F": "link_passage",
        "Shift+F": "link_other",
        "R": "draw_area",
        "Ctrl+C": "copy_passage",
        "F7": "text_cursor",
        "S": "select_sentence",
        "Del": "unlink_passage",
    },
    Scope.MATRIX: {"Ctrl+Return": "set_consensus", "Ctrl+PgDown": "next_case", "Ctrl+PgUp": "previous_case"},
}
"""Section 7, without what the focused control does itself (arrows, digits, Tab, Esc, typing in lists)."""

LATER = {
    Scope.EVERYWHERE: ("F5",),
}
"""Keys that belong to what is not built: evidence, formal check, gate, session, projector."""

ENTRIES = [f"Ctrl+{number}" for number in range(1, 8)]


def table() -> dict[tuple[Scope, str], list[str]]:
    found: dict[tuple[Scope, str], list[str]] = {}
    for row in ROWS:
        for key in row.keys:
            found.setdefault((row.scope, QKeySequence(key).toString()), []).append(row.id)
    return found


@pytest.mark.parametrize("scope", list(DESIGN))
def test_every_key_of_the_design_does_what_it_says(scope: Scope) -> None:
    found = {key: table().get((scope, QKeySequence(key).toString())) for key in DESIGN[scope]}
    assert found == {key: [action] for key, action in DESIGN[scope].items()}


def test_no_key_stands_twice_in_a_scope_or_for_the_entries() -> None:
    keys = table()
    assert keys
    assert {place: ids for place, ids in keys.items() if len(ids) > 1} == {}
    assert [key for _, key in keys if key in ENTRIES] == []


def test_keys_of_what_is_not_built_are_kept_free_or_used_as_the_design_says() -> None:
    """Whoever builds one of them moves it from LATER to DESIGN."""
    keys = table()
    assert keys
    assert [key for scope, later in LATER.items() for key in later if (scope, key) in keys] == []


def test_every_command_with_a_key_is_in_the_list_of_keys(open_desk: OpenDesk) -> None:
    desk = open_desk(rounds.VOGELSANG)
    window = desk.window
    window.actions_table.trigger("help_keys")
    shown = desk.commands.help_pane.browser.toPlainText()
    assert desk.commands.help_pane.topic == "keys"
    assert [one.id for one in window.actions_table.offers() if one.key and f"{one.key}  {one.text}" not in shown] == []


def test_the_numbers_of_the_entries_work_right_after_opening(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer_app.ui.desk.desk.SETTLING", 60_000)
    window = open_desk(rounds.VOGELSANG).window
    assert navigation.CONSOLIDATIONS not in window.router.pages
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.router.here == Place(navigation.CONSOLIDATIONS))
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.router.here == Place(navigation.APPLICATIONS)
