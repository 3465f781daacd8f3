"""The formal notes over the reading page: each says what was read and leads to it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import ChipButton, StatusChip
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.formal_checks_panel import FormalChecksPanel
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of


def _open(user: DeskUser, qtbot: QtBot) -> FormalChecksPanel:
    user.window.actions_table.trigger("formal_notes")
    qtbot.waitUntil(lambda: bool(user.window.findChildren(FormalChecksPanel)))
    return user.window.findChildren(FormalChecksPanel)[-1]


def test_all_checks_are_shown_open_ones_first(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case()
    notes = _open(user, qtbot)
    words = [[one.text() for one in row.findChildren(Text)] for row in notes.rows]
    outcomes = [row.findChildren(StatusChip)[0].text() for row in notes.rows]
    assert sorted(row[0][:3] for row in words) == [f"F{number:02}" for number in range(1, 13)]
    assert all(len(row) == 2 and row[1] for row in words)
    assert {outcome.removeprefix("Vorschlag: ") for outcome in outcomes} <= {
        "erfüllt", "verfehlt", "nachzufordern", "Hinweis"
    }  # fmt: skip
    is_open = [outcome.removeprefix("Vorschlag: ") in {"verfehlt", "nachzufordern"} for outcome in outcomes]
    assert is_open == sorted(is_open, reverse=True)


def test_a_note_leads_to_the_paper_it_was_read_in(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case()
    notes = _open(user, qtbot)
    ways = {row.findChildren(Text)[0].text()[:3]: row.button for row in notes.rows if not row.button.isHidden()}
    assert ways
    keys = {line.key for line in presenter_of(user).annexes.first.lines}
    way = next(iter(ways.values()))
    assert user.focus in ways.values()
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_Return)
    user.settle()
    assert presenter_of(user).annexes.first.current in keys
    assert page_of(user).annex.isAncestorOf(user.focus)


def test_a_chip_with_an_action_is_a_button(theme: Theme, qtbot: QtBot) -> None:
    chip = ChipButton(theme)
    qtbot.addWidget(chip)
    chosen: list[str] = []
    chip.action_chosen.connect(chosen.append)
    chip.show_chip(Chip("1 Formhinweis", Glyph.TRIANGLE, "warn", "formal_notes"))
    assert chip.text() == "1 Formhinweis"
    assert chip.sizeHint().height() >= theme.em(24)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen == ["formal_notes"] * 2
    chip.show_chip(None)
    assert chip.isHidden()


def test_notes_that_come_when_one_has_gone_to_another_application_are_not_shown(open_case: OpenCase) -> None:
    user = open_case()
    user.window.actions_table.trigger("formal_notes")
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    assert user.window.findChildren(FormalChecksPanel) == []
