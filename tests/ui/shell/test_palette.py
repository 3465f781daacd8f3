"""What the command palette finds: words at the beginning first, groups in order, at most nine rows, the last five."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.command_palette import CommandPalette
from reviewer_app.ui.shell.navigation import APPLICATIONS, READING, Place
from reviewer_app.ui.shell.palette_model import MOST, Find, PaletteGroup, search
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk


def application(name: str, number: str) -> Find:
    return Find(PaletteGroup.GO, name, f"{number} · Hessen", place=Place(READING, number))


FINDS = [
    application("Photonikverbund Werratal", "GC-2026-014"),
    application("Netz Oberwerra", "GC-2026-003"),
    Find(PaletteGroup.COMMANDS, "Paket importieren …", key="Strg I", action="import"),
    Find(
        PaletteGroup.COMMANDS,
        "Rückgängig",
        "Es gibt nichts rückgängig zu machen.",
        action="undo",
        reason="Es gibt nichts.",
    ),
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
    many = [Find(PaletteGroup.COMMANDS, f"Befehl {n}", action=f"a{n}") for n in range(30)] + [
        application("Befehl-Netz", "1")
    ]
    found = search(many, "befehl")
    assert len(found) == MOST
    assert [find.group for find in found] == sorted((find.group for find in found), key=list(PaletteGroup).index)


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
    QTest.keyClick(palette.field, key)


def test_typing_arrows_and_enter_choose(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open(FINDS)
    type_text(palette.field, "werra")
    press(palette, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.find_chosen) as chosen:
        press(palette, Qt.Key.Key_Return)
    assert chosen.args == [FINDS[1]]
    assert palette.isHidden()


def test_a_disabled_command_is_shown_with_its_reason_but_not_chosen(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open(FINDS)
    type_text(palette.field, "rück")
    with qtbot.assertNotEmitted(palette.find_chosen):
        press(palette, Qt.Key.Key_Return)
    item = palette.list.currentItem()
    assert item is not None
    assert item.toolTip() == "Es gibt nichts."


def test_escape_closes_and_what_was_chosen_comes_first_the_next_time(palette: CommandPalette) -> None:
    palette.open(FINDS)
    type_text(palette.field, "paket")
    press(palette, Qt.Key.Key_Return)
    palette.open(FINDS)
    assert palette.list.item(1).text() == "Paket importieren …"
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_commands_keep_a_place_beside_many_applications() -> None:
    finds = [application(f"Netz {n}", str(n)) for n in range(30)] + [
        Find(PaletteGroup.COMMANDS, "Netz zeigen", action="x")
    ]
    found = search(finds, "netz")
    assert len(found) == MOST
    assert found[-1].action == "x"


def test_more_that_arrives_keeps_what_was_typed_and_the_chosen_row(palette: CommandPalette) -> None:
    palette.open(FINDS[2:])
    type_text(palette.field, "paket")
    palette.show_finds([Find(PaletteGroup.GO, "Paketnetz", "GC-2026-001", place=Place(READING, "GC-2026-001")), *FINDS])
    assert palette.field.text() == "paket"
    item = palette.list.currentItem()
    assert item is not None
    assert item.text() == "Paket importieren …"


def found_by(desk: Desk, qtbot: QtBot, typed: str) -> list[str]:
    """Return the rows that the open palette shows for a text, when the store has answered."""
    palette = desk.window.command_palette
    qtbot.waitUntil(lambda: desk.operations.idle)
    palette.type(typed)
    rows = [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]
    return [row.text for row in rows if isinstance(row, Find)]


def test_the_palette_finds_everything_one_can_go_to(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    desk.window.router.go(Place(READING, "GC-2026-014"))
    page = desk.window.router.page_of(READING)
    qtbot.waitUntil(lambda: desk.operations.idle and not page.is_covered)
    desk.window.actions_table.trigger("palette")
    assert found_by(desk, qtbot, "werratal")[:2] == [
        "Photonikverbund Werratal",
        "Photonikverbund Werratal: Konsolidierung",
    ]
    assert found_by(desk, qtbot, "b3")[0].startswith("B3 ")
    assert found_by(desk, qtbot, "brandes") == ["J. Brandes"]
    assert "Einstellungen: Textgröße" in found_by(desk, qtbot, "textgröße")
    assert found_by(desk, qtbot, "barrierefreiheit")[0] == "Hilfe: Erklärung zur Barrierefreiheit"
    assert found_by(desk, qtbot, "rückgängig") == ["Rückgängig"]
    assert found_by(desk, qtbot, "antragsformular") == ["Antragsformular"]


def test_the_palette_names_what_came_in_since_the_list_was_loaded(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    workspace = desk.context.workspace
    assert workspace is not None
    with workspace.unit_of_work() as uow:
        rounds._add(uow, "099", "Neues Netz Havelland", "aufnahme", "BB", "energie", 0, False, "none", False)
        uow.commit()
    desk.window.actions_table.trigger("palette")
    assert found_by(desk, qtbot, "havelland")[0] == "Neues Netz Havelland"


def test_a_reviewer_finds_no_other_reviewer(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.ADLER)
    desk.window.actions_table.trigger("palette")
    assert found_by(desk, qtbot, "brandes") == []
    assert found_by(desk, qtbot, "konsolidierung werra") == []


def test_it_opens_with_the_last_places_and_the_commands_of_the_page(open_desk: OpenDesk) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    desk.window.router.go(Place(READING, "GC-2026-002"))
    desk.window.router.go(Place(APPLICATIONS))
    desk.window.actions_table.trigger("palette")
    palette = desk.window.command_palette
    rows = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert "GC-2026-002" in {find.place.application for find in shown_finds(palette) if find.place}
    assert {"Gehe zu", "Befehle", "Sortieren nach …"} <= set(rows)


def test_a_help_page_is_found_beside_many_applications(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    desk.window.actions_table.trigger("palette")
    palette = desk.window.command_palette
    palette.type("tasten")
    qtbot.waitUntil(lambda: any(find.text == "Hilfe: Tasten" for find in shown_finds(palette)))


def test_acting_as_somebody_else_is_said(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk, notes = open_desk(rounds.VOGELSANG, whole=True), list[str]()
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))
    desk.window.actions_table.trigger("act_as_reviewer")
    qtbot.waitUntil(lambda: bool(notes))
    assert notes[0].startswith("Sie arbeiten jetzt als ")
    assert notes[0].endswith(", Gutachter:in.")


def shown_finds(palette: CommandPalette) -> list[Find]:
    found = (palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count()))
    return [one for one in found if isinstance(one, Find)]
