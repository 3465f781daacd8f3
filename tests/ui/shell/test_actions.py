"""The action table: no key twice, icons there, a reason for what is disabled, keys that text fields leave alone."""

from collections import defaultdict

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenuBar, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from reviewer_app.ui.shell import translation
from reviewer_app.ui.shell.action_table import ROWS, Menu, Need, Scope
from reviewer_app.ui.shell.actions import Actions, key_label


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QWidget())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


WITHIN = {Scope.PAGES: Scope.READING}
"""Scopes of a widget that lies in the widget of another scope, so that the keys of both act there."""


def test_no_key_twice_in_one_scope_or_in_scopes_within_one_another() -> None:
    seen: dict[tuple[Scope, str], list[str]] = defaultdict(list)
    for row in ROWS:
        for key in row.keys:
            seen[WITHIN.get(row.scope, row.scope), QKeySequence(key).toString()].append(row.id)
    assert seen
    assert {place: ids for place, ids in seen.items() if len(ids) > 1} == {}


def test_no_scoped_key_hides_one_that_acts_everywhere() -> None:
    everywhere = {QKeySequence(key).toString() for row in ROWS if row.scope is Scope.EVERYWHERE for key in row.keys}
    entries = {f"Ctrl+{number}" for number in range(1, 8)}
    scoped = {QKeySequence(key).toString() for row in ROWS if row.scope is not Scope.EVERYWHERE for key in row.keys}
    assert scoped & (everywhere | entries) == set()
    assert everywhere & entries == set()


def test_every_key_is_one_that_qt_knows() -> None:
    assert any(row.keys for row in ROWS)
    assert [key for row in ROWS for key in row.keys if QKeySequence(key).isEmpty()] == []


def test_ids_are_unique_and_icons_are_there() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert [row.icon for row in ROWS if row.icon and not resources.path("icons", f"{row.icon}.svg").is_file()] == []


def test_keys_of_the_design_are_in_the_table() -> None:
    keys = {key for row in ROWS for key in row.keys}
    wanted = "Ctrl+K Ctrl+O Ctrl+N Ctrl+I Ctrl+F Ctrl+Z Ctrl+Y F1 F6 Shift+F6 Alt+Left Alt+Right Ctrl+, F10 F11"
    assert set(wanted.split()) | {"Alt+PgUp", "Alt+PgDown", "Ctrl+Shift+S"} <= keys


def test_every_offered_action_is_in_a_menu_and_in_the_palette(window: QMainWindow, actions: Actions) -> None:
    bar = QMenuBar(window)
    actions.build_menus(bar)
    actions.offer(row.id for row in ROWS)
    for role in ("reviewer", "chair", "office"):
        actions.show_needs(frozenset(Need), role)
        in_menus = {one.objectName() for menu in Menu for one in actions.menu(menu).actions() if one.isVisible()}
        offered = {offer.id for offer in actions.offers()}
        assert offered == in_menus - {""}
        assert {row.id for row in ROWS if not row.roles or role in row.roles} == offered


def test_leaving_the_program_is_the_last_thing_in_its_menu(window: QMainWindow, actions: Actions) -> None:
    actions.build_menus(QMenuBar(window))
    assert [action.text() for action in actions.menu(Menu.FILE).actions()][-2:] == ["Arbeitsdatei schließen", "Beenden"]


def test_a_menu_without_actions_is_not_shown(window: QMainWindow, actions: Actions) -> None:
    actions.build_menus(QMenuBar(window))
    actions.offer(["open"])
    assert actions.menu(Menu.FILE).menuAction().isVisible()
    assert not actions.menu(Menu.CONSOLIDATION).menuAction().isVisible()


def test_a_disabled_action_says_why(actions: Actions) -> None:
    actions.bind("page", {"undo": lambda: None})
    assert not actions["undo"].isEnabled()
    assert actions.reason("undo") == "Es gibt nichts rückgängig zu machen."
    actions.show_needs(frozenset({Need.UNDO}), "reviewer")
    assert actions["undo"].isEnabled()
    actions.bind("page", {})
    assert actions.reason("undo") == "Dieser Befehl gehört zu einer anderen Seite."


def test_the_latest_owner_carries_out(actions: Actions, qtbot: QtBot) -> None:
    done: list[str] = []
    actions.bind("frame", {"open": lambda: done.append("frame")})
    actions.bind("page", {"open": lambda: done.append("page")})
    with qtbot.waitSignal(actions.action_triggered) as told:
        actions.trigger("open")
    actions.bind("page", {})
    actions.trigger("open")
    assert done == ["page", "frame"]
    assert told.args == ["open"]


def test_an_unknown_action_is_refused(actions: Actions) -> None:
    with pytest.raises(KeyError, match="nothing_of_ours"):
        actions.bind("page", {"nothing_of_ours": lambda: None})


def test_entries_get_their_numbers_and_lose_them(actions: Actions) -> None:
    actions.number_entries(["go_applications", "go_export"])
    actions.number_entries(["go_export"])
    assert actions["go_export"].shortcut().toString() == "Ctrl+1"
    assert actions["go_applications"].shortcut().isEmpty()


def test_menus_name_keys_as_on_a_german_keyboard() -> None:
    translators = translation.install("de")
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Eingabe"
    translation.remove(translators)


@pytest.mark.parametrize(
    ("keys", "label"), [("Ctrl+Shift+Return", "Strg Umschalt Eingabe"), ("Alt+PgUp", "Alt Bild ↑"), ("F6", "F6")]
)
def test_keys_read_as_people_read_them(qapp: QApplication, keys: str, label: str) -> None:
    del qapp
    assert key_label(keys) == label


def override_taken(field: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the field claims a key for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("make", [QLineEdit, QSpinBox])
def test_a_text_field_leaves_our_keys_alone(
    window: QMainWindow, actions: Actions, qtbot: QtBot, make: type[QWidget]
) -> None:
    actions.bind("frame", {"undo": lambda: None, "find": lambda: None})
    actions.show_needs(frozenset(Need), "reviewer")
    stored, own = make(), QLineEdit("b")
    own.setProperty("own_undo", True)
    central = window.centralWidget()
    assert central is not None
    column = QVBoxLayout(central)
    column.addWidget(stored)
    column.addWidget(own)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    stored.setFocus()
    qtbot.waitUntil(stored.hasFocus)
    assert not override_taken(stored, Qt.Key.Key_Z, control)
    assert not override_taken(stored, Qt.Key.Key_F, control)
    assert override_taken(stored, Qt.Key.Key_A, control)
    own.setFocus()
    qtbot.waitUntil(own.hasFocus)
    assert override_taken(own, Qt.Key.Key_Z, control)
    window.close()


def test_no_menu_fills_the_screen() -> None:
    for menu in Menu:
        rows = [row for row in ROWS if row.menu is menu]
        assert 0 < len(rows) <= 20, menu.value
