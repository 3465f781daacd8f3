"""What the command palette finds: words at the beginning first, groups in order, at most nine rows, the last five."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer_app.ui.navigation import READING, Place
from reviewer_app.ui.palette_model import MOST, Find, Group, search
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.command_palette import CommandPalette
from tests.keys import type_text


def application(name: str, number: str) -> Find:
    return Find(Group.GO, name, f"{number} · Hessen", place=Place(READING, number))


FINDS = [
    application("Photonikverbund Werratal", "GC-2026-014"),
    application("Netz Oberwerra", "GC-2026-003"),
    Find(Group.COMMANDS, "Paket importieren …", key="Strg I", action="import"),
    Find(Group.COMMANDS, "Rückgängig", "Es gibt nichts rückgängig zu machen.", action="undo", reason="Es gibt nichts."),
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("werra", ["Photonikverbund Werratal", "Netz Oberwerra"]),
        ("014", ["Photonikverbund Werratal"]),
        ("IMPORT", ["Paket importieren …"]),
        ("ph we", ["Photonikverbund Werratal"]),
        ("machen", []),
        ("xyz", []),
    ],
)
def test_words_find_applications_and_commands(typed: str, expected: list[str]) -> None:
    assert [find.text for find in search(FINDS, typed)] == expected


def test_groups_stay_together_and_rows_are_few() -> None:
    many = [Find(Group.COMMANDS, f"Befehl {n}", action=f"a{n}") for n in range(30)] + [application("Befehl-Netz", "1")]
    found = search(many, "befehl")
    assert len(found) == MOST
    assert [find.group for find in found] == sorted((find.group for find in found), key=list(Group).index)


def test_nothing_typed_gives_the_last_five() -> None:
    assert search(FINDS, "") == []
    assert [find.text for find in search(FINDS, " ", last=("import", "gone", f"{READING}:GC-2026-014:"))] == [
        "Paket importieren …",
        "Photonikverbund Werratal",
    ]


@pytest.fixture
def palette(theme: Theme, qtbot: QtBot) -> Iterator[CommandPalette]:
    window = QMainWindow()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    yield CommandPalette(theme, window)
    window.close()


def press(palette: CommandPalette, key: Qt.Key) -> None:
    QTest.keyClick(palette._field, key)


def test_typing_arrows_and_enter_choose(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open(FINDS)
    type_text(palette._field, "werra")
    press(palette, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.find_chosen) as chosen:
        press(palette, Qt.Key.Key_Return)
    assert chosen.args == [FINDS[1]]
    assert palette.isHidden()


def test_a_disabled_command_is_shown_with_its_reason_but_not_chosen(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open(FINDS)
    type_text(palette._field, "rück")
    with qtbot.assertNotEmitted(palette.find_chosen):
        press(palette, Qt.Key.Key_Return)
    item = palette._list.currentItem()
    assert item is not None
    assert item.toolTip() == "Es gibt nichts."


def test_escape_closes_and_what_was_chosen_comes_first_the_next_time(palette: CommandPalette) -> None:
    palette.open(FINDS)
    type_text(palette._field, "paket")
    press(palette, Qt.Key.Key_Return)
    palette.open(FINDS)
    assert palette._list.item(1).text() == "Paket importieren …"
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
