"""The start page: the first start in three steps, going on where one was, files that are gone, a package."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.list_button import ListButton
from reviewer_app.ui.kit.tip import Tip
from reviewer_app.ui.rounds.identity_page import IdentityPage
from reviewer_app.ui.rounds.start_page import TIPS, StartPage
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import SettingsStore, Visit
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

READING = Place(navigation.READING, "GC-2026-014", "B3")


def start_page(desk: Desk) -> StartPage:
    page = desk.window.router.page
    assert isinstance(page, StartPage)
    return page


def focused(desk: Desk, qtbot: QtBot) -> str:
    """Return the text of what has the focus."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, Button | ListButton) else str(focus)


def close(desk: Desk, qtbot: QtBot) -> StartPage:
    desk.window.actions_table.trigger("close_workspace")
    qtbot.waitUntil(lambda: desk.window.router.here == Place(navigation.START))
    return start_page(desk)


def test_the_first_start_asks_duty_and_person_and_then_for_a_file(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(shown=False, whole=True)
    first_run = start_page(desk).first_run
    assert first_run is not None
    assert focused(desk, qtbot) == "Ich habe das gelesen"
    QTest.keyClick(first_run.read_button, Qt.Key.Key_Space)
    assert first_run.form.name.hasFocus()
    type_text(first_run.form.name, "K. Tämm")
    QTest.keyClick(first_run.form.name, Qt.Key.Key_Return)
    assert first_run.form.role_error.isVisible()
    role = first_run.form.roles["reviewer"]
    assert role.hasFocus()
    QTest.keyClick(role, Qt.Key.Key_Space)
    type_text(first_run.form.employers, "Institut A; Hochschule B")
    QTest.keyClick(role, Qt.Key.Key_Return)
    said = desk.settings.values.introduction
    assert said is not None
    assert (said.confirmed, said.name, said.role) == ("2026-11-24", "K. Tämm", "reviewer")
    assert said.employers == ("Institut A", "Hochschule B")
    assert start_page(desk)._sub.text().startswith("Schritt 3 von 3")
    assert focused(desk, qtbot) == "Paket importieren …"
    again = SettingsStore(desk.settings._file).values
    assert again.introduction == said


def test_what_was_said_at_the_first_start_stands_in_the_next_file(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(None, whole=True)
    page = desk.window.router.page
    assert isinstance(page, IdentityPage)
    start = desk.window.router.page_of(navigation.START)
    assert isinstance(start, StartPage)
    type_text(page.name, "K. Tämm")
    page.roles["reviewer"].click()
    start.introduced.emit(page.form.entry)
    desk.window.router.begin(Place(navigation.IDENTITY))
    assert (page.form.entry.name, page.form.entry.role) == ("K. Tämm", "reviewer")
    assert focused(desk, qtbot) == "Ich habe das gelesen"
    QTest.keyClick(page.roles["reviewer"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.router.here == Place(navigation.APPLICATIONS))
    desk.window.router.go(Place(navigation.IDENTITY))
    assert page.accept_button.text() == "Speichern"


def test_a_name_half_entered_is_there_when_one_comes_back(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(None, whole=True)
    page = desk.window.router.page
    assert isinstance(page, IdentityPage)
    assert focused(desk, qtbot)
    type_text(page.name, "K. Tämm")
    page.roles["reviewer"].setFocus()
    QTest.keyClick(page.roles["reviewer"], Qt.Key.Key_Right)
    assert page.form.entry.role == "chair"  # an arrow chooses, also the first time
    desk.window.router.go(Place(navigation.STATISTICS))
    desk.window.router.back()
    assert (page.form.entry.name, page.form.entry.role) == ("K. Tämm", "chair")


def test_one_goes_on_at_the_last_criterion_with_the_same_or_a_new_program(
    open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore
) -> None:
    desk = open_desk(whole=True)
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: page.model.total > 0)
    desk.window.router.go(READING)
    qtbot.waitUntil(lambda: desk.operations.idle and settings.values.visits[str(desk.context.path)].total == 20)
    path = desk.context.path
    assert path is not None
    settings.flush()
    visit = settings.values.visits[str(path)]
    assert (visit.page, visit.application, visit.detail) == ("reading", "GC-2026-014", "B3")
    assert (visit.applications, visit.todo, visit.done, visit.total) == (10, 5, 14, 20)
    start = close(desk, qtbot)
    assert focused(desk, qtbot) == "Fortsetzen"
    card = next(one for one in start._recent)
    assert card.words == "Weiter bei B3 – Team, Qualifikation, Kontinuität"
    assert card.facts == "Photonikverbund Werratal · 14 von 20 bewertet · Frist 15.12."
    assert card.second.endswith("herbst-2026.votum · 10 Anträge · 5 zu tun")
    assert (card.name, card.role) == ("Herbstrunde 2026", "Gutachter:in")
    button = QApplication.focusWidget()
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.window.router.here == READING)
    desk.window.router.back()
    assert desk.window.router.here == Place(navigation.APPLICATIONS)


def test_a_place_that_is_gone_leaves_the_list(open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore) -> None:
    desk = open_desk(whole=True)
    path = desk.context.path
    assert path is not None
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: page.model.total > 0)
    close(desk, qtbot)
    settings.keep_visit(path, Visit("Herbstrunde 2026", "reviewer", 10, 5, "reading", "GC-2026-999", "B3"))
    desk.flow.open(path)
    qtbot.waitUntil(lambda: desk.operations.idle and page.model.total > 0)
    assert desk.window.router.here == Place(navigation.APPLICATIONS)


def test_a_missing_file_stays_listed_and_can_be_found_elsewhere(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: SettingsStore
) -> None:
    desk = open_desk(whole=True)
    old = desk.context.path
    assert old is not None
    start = close(desk, qtbot)
    found = rounds.make_round(tmp_path / "anderswo.votum")
    old.unlink()
    desk.window.router.begin(Place(navigation.START))
    assert [(one.missing, one.when) for one in start._recent] == [(True, "")]
    monkeypatch.setattr(FileQuestions, "workspace", lambda _parent: found)
    search = next(one for one in start.findChildren(Button) if one.text() == "Suchen …" and not one.isHidden())
    search.click()
    qtbot.waitUntil(lambda: desk.context.path == found)
    assert settings.values.recent == (str(found),)


def test_a_package_at_the_start_goes_into_a_new_round(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(whole=True)
    start = close(desk, qtbot)
    monkeypatch.setattr(FileQuestions, "packages", lambda _parent: [tmp_path / "a.antrag"])
    path = rounds.make_round(tmp_path / "neu.votum")
    start.action_chosen.disconnect(desk.window.actions_table.trigger)
    start.action_chosen.connect(lambda _action: desk.flow.open(path))
    desk.window.files_dropped.disconnect()
    with qtbot.waitSignal(desk.window.files_dropped) as dropped:
        QTest.keyClick(start.panes()[0], Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert dropped.args == [[str(tmp_path / "a.antrag")]]


def rest(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the page in sight is filled."""
    qtbot.waitUntil(lambda: desk.operations.idle)
    page = desk.window.router.page
    qtbot.waitUntil(lambda: page is not None and not page.is_covered)


def test_hints_come_once_each_after_the_first_start(open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore) -> None:
    settings.change(tips=TIPS)
    desk = open_desk(whole=True)
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: page.model.total > 0)
    desk.window.resize(1366, 768)
    seen = []
    other = replace(READING, detail="B4")
    for place in (Place(navigation.EXPORT), Place(navigation.APPLICATIONS), READING, other):
        desk.window.router.go(place)
        rest(desk, qtbot)
        for tip in desk.window.findChildren(Tip):
            if tip.isVisible():
                assert desk.window.rect().contains(tip.geometry())
                seen.append(tip.accessibleName()[:8])
                tip.button.click()
    assert seen == ["Strg K f", "Ziffern ", "Text mar"]
    assert settings.values.tips == ()


def test_a_hint_goes_when_it_was_followed_or_by_escape(
    open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore
) -> None:
    settings.change(tips=TIPS)
    desk = open_desk(whole=True)
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: page.model.total > 0)
    desk.window.resize(1366, 768)
    desk.window.router.go(Place(navigation.EXPORT))
    desk.window.router.go(Place(navigation.APPLICATIONS))
    desk.window.actions_table.trigger("palette")
    assert "palette" not in settings.values.tips
    desk.window.command_palette.hide()
    desk.window.router.go(Place(navigation.READING, "GC-2026-002", "B3"))
    rest(desk, qtbot)
    assert not any(tip.isVisible() for tip in desk.window.findChildren(Tip))  # it is handed in
    desk.window.router.go(READING)
    rest(desk, qtbot)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "scale" not in settings.values.tips)  # keys wait until the scale is there
    assert QApplication.focusWidget() is focus


def test_the_hint_at_the_scale_goes_with_the_first_value(
    open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore
) -> None:
    """It would lie over the reason that is written next."""
    settings.change(tips=("scale",))
    desk = open_desk(whole=True)
    desk.window.resize(1366, 768)
    desk.window.router.go(READING)
    rest(desk, qtbot)
    assert any(tip.isVisible() for tip in desk.window.findChildren(Tip))
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: not settings.values.tips)  # keys wait until the scale is there
    assert not any(tip.isVisible() for tip in desk.window.findChildren(Tip))
    rest(desk, qtbot)
