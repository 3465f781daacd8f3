"""The desk on a real workspace: opening, list, going and coming back, people, themes, languages, failing saves."""

from itertools import count, pairwise
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationFilter
from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.applications.presenter import ApplicationsPresenter
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.rounds.identity_page import IdentityPage
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import QuestionDialog
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.messages import Band
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.navigation_column import NavigationButton
from reviewer_app.ui.shell.operations import SaveStatus
from reviewer_app.ui.shell.settings import Introduction, SettingsStore
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

if TYPE_CHECKING:
    from reviewer_app.services.applications.work_rows import WorkList


def the_list(desk: Desk) -> ApplicationsPage:
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    return page


def ready(desk: Desk, qtbot: QtBot) -> ApplicationsPage:
    page = the_list(desk)
    qtbot.waitUntil(lambda: page.model.total > 0)
    return page


def test_a_workspace_opens_on_its_list(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    assert page.model.total == 10
    assert desk.window.windowTitle() == "Herbstrunde 2026 – Demo – Votum"
    assert page.model.row(0).name == "Wasserstoffknoten Unterweser"  # type: ignore[union-attr] # reason: ten lines
    assert desk.context.order[0] == "GC-2026-011"
    assert [one.text() for one in page.bar.segments._segments.values()][1] == "Zu tun 5"


def test_an_application_opens_before_the_other_pages_are_built(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    ready(desk, qtbot)
    assert navigation.READING not in desk.window.router.pages
    desk.window.router.go(Place(navigation.READING, "GC-2026-011"))
    assert desk.window.router.here == Place(navigation.READING, "GC-2026-011")
    assert navigation.CONSOLIDATION not in desk.window.router.pages


def test_a_list_that_was_read_for_somebody_else_is_not_shown(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    page = ready(desk, qtbot)
    read: list[WorkList] = []
    desk.operations.run(worklist).done(read.append).read()
    qtbot.waitUntil(lambda: bool(read))
    desk.window.actions_table.trigger("act_as_reviewer")
    qtbot.waitUntil(lambda: desk.context.role == "reviewer")
    presenter = desk.window.router.presenter
    assert isinstance(presenter, ApplicationsPresenter)
    presenter._on_worklist_done(read[0])  # it was asked for before
    assert page.model.total == 0
    ready(desk, qtbot)
    assert "Bewertet" in [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(page.model.columnCount())]


def test_a_new_demo_begins_in_the_role_that_was_said(
    open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore, tmp_path: Path
) -> None:
    settings.change(introduction=Introduction("2026-11-24", "K. Tämm", "reviewer"))
    desk = open_desk(shown=False)
    made = rounds.make_round(tmp_path / "demo.votum", rounds.VOGELSANG)
    roles: list[str] = []
    desk.context.identity_changed.connect(lambda _identity: roles.append(desk.context.role))
    desk.flow._on_demo_made(made)
    qtbot.waitUntil(lambda: desk.operations.idle and bool(roles))
    assert roles == ["reviewer"]
    ready(desk, qtbot)


def test_f6_comes_back_to_a_page_that_is_empty(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG, rows=0)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    for page_id in (navigation.APPLICATIONS, navigation.EXPORT, navigation.STATISTICS):
        desk.window.router.go(Place(page_id))
        qtbot.waitUntil(lambda: desk.operations.idle)
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Button))
        desk.window.actions_table.trigger("next_pane")
        assert isinstance(QApplication.focusWidget(), NavigationButton)
        desk.window.actions_table.trigger("next_pane")
        focus = QApplication.focusWidget()
        assert isinstance(focus, Button)
        assert focus.text() == "Paket importieren …"


def test_the_other_pages_follow_the_list(open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in an event of its own, so that the list answers while they are built."""
    monkeypatch.setattr("reviewer_app.ui.desk.desk.SETTLING", 0)
    desk = open_desk()
    added: list[int] = []
    events = count()
    between = QTimer(interval=0)
    between.timeout.connect(lambda: next(events))
    between.start()
    router = desk.window.router
    there = len(router.pages)  # the list, and what came while it was waited for
    router.page_added.connect(lambda _page: added.append(next(events)))
    qtbot.waitUntil(lambda: navigation.ANNOTATIONS in router.pages)
    between.stop()
    assert (len(router.pages), len(added)) == (9, 9 - there)
    assert all(later - earlier > 1 for earlier, later in pairwise(added))


def test_a_reviewer_sees_no_column_that_others_fill(open_desk: OpenDesk, qtbot: QtBot) -> None:
    page = ready(open_desk(), qtbot)
    assert page.table.isColumnHidden(ApplicationColumn.SUGGESTION)
    assert page.table.isColumnHidden(ApplicationColumn.REVIEWS)
    assert not page.table.isColumnHidden(ApplicationColumn.PROGRESS)
    assert all(ApplicationColumn.SUGGESTION not in line.cells for line in page.model.all_rows)


def test_the_chair_sees_reviews_discussion_and_suggestion(open_desk: OpenDesk, qtbot: QtBot) -> None:
    page = ready(open_desk(rounds.VOGELSANG), qtbot)
    assert not page.table.isColumnHidden(ApplicationColumn.SUGGESTION)
    row = page.model.row_of("GC-2026-002")
    line = page.model.row(row)
    assert line is not None
    assert line.cells[ApplicationColumn.REVIEWS].text == "2/2"


def test_back_restores_filter_order_place_and_row(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    page = ready(desk, qtbot)
    page.show_sort(ApplicationColumn.APPLICATION, descending=True)
    page.bar.segments._segments["todo"].click()
    page.choose("GC-2026-007")
    before = page.state()
    desk.window.router.go(Place(navigation.EXPORT))
    page.show_filter(ApplicationFilter())
    page.show_sort(ApplicationColumn.DUE, descending=False)
    desk.window.router.back()
    assert page.state() == before
    assert desk.context.order == tuple(line.number for line in page.model.lines)


def test_typing_filters_and_an_empty_list_says_why(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    desk.window.actions_table.trigger("find")
    type_text(page.field, "textil")
    assert [line.number for line in page.model.lines] == ["GC-2026-007"]
    page.bar.segments._segments["done"].click()
    assert page.empty.isVisible()
    assert page.empty._title.text() == "Kein Antrag passt auf „textil“ in „Eingereicht“"
    page.empty._made[0].click()
    assert page.model.lines == page.model.lines[:10]
    assert page.field.text() == ""


def test_an_empty_round_offers_import_and_demo(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rows=0)
    page = the_list(desk)
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty._title.text() == "Noch keine Anträge"
    assert [button.objectName() for button in page.empty._made] == ["import", "open_demo"]


def test_filling_the_list_never_says_that_a_person_did_something(open_desk: OpenDesk, qtbot: QtBot) -> None:
    page = ready(open_desk(), qtbot)
    with qtbot.assertNotEmitted(page.filter_changed), qtbot.assertNotEmitted(page.sort_changed):
        page.show_filter(ApplicationFilter("textil", "todo"))
        page.show_sort(ApplicationColumn.APPLICATION, descending=True)
        page.show_rows(page.model.all_rows)


def test_without_a_name_the_window_asks_for_it(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(None)
    page = desk.window.router.page
    assert isinstance(page, IdentityPage)
    page.accept_button.click()
    assert page.form.role_error.isVisible()
    assert not any(button.isChecked() for button in page.roles.values())
    type_text(page.name, "K. Tämm")
    page.roles["chair"].click()
    page.accept_button.click()
    qtbot.waitUntil(lambda: desk.window.router.here == Place(navigation.APPLICATIONS))
    assert desk.context.role == "chair"
    assert desk.context.identity is not None
    assert desk.context.identity.facts.secrecy_confirmed == rounds.TODAY


def test_the_demo_is_seen_from_both_sides(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    assert desk.window.menu_row.demo_chip.text() == "Demo"
    desk.window.actions_table.trigger("act_as_reviewer")
    qtbot.waitUntil(lambda: desk.context.role == "reviewer")
    assert not desk.window.actions_table["act_as_reviewer"].isVisible()
    for action in ("go_export", "export_all"):  # sheets hold what others answered, also where one has not yet
        assert not desk.window.actions_table[action].isVisible()
    desk.window.actions_table.trigger("export_all")
    assert desk.window.router.here == Place(navigation.APPLICATIONS)
    desk.window.actions_table.trigger("act_as_chair")
    qtbot.waitUntil(lambda: desk.context.role == "chair")


def test_a_theme_switch_changes_every_pixel_of_the_ground(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    desk.window.actions_table.trigger("theme_dark")
    assert desk.settings.values.scheme is Scheme.DARK
    assert desk.window.actions_table["theme_dark"].isChecked()
    picture = desk.window.grab().toImage()
    spots = {
        "window": desk.window.frame.navigation.mapTo(desk.window, QPoint(5, 300)),
        "surface": page.table.mapTo(desk.window, QPoint(400, page.table.height() - 10)),
    }
    for token, spot in spots.items():
        assert picture.pixelColor(spot).name() == desk.theme.color(token).name()


def size_of(desk: Desk) -> SizeClass:
    return desk.window.size_class


def test_larger_text_turns_the_window_narrow_and_back(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    for _ in range(5):
        desk.window.actions_table.trigger("text_larger")
    assert size_of(desk) is SizeClass.NARROW
    assert desk.window.menu_row.isHidden()
    assert desk.window.frame.header.menu_button.isVisible()
    assert page.table.isColumnHidden(ApplicationColumn.STATE)
    assert page.table.rowHeight(0) == 112
    for _ in range(5):
        desk.window.actions_table.trigger("text_smaller")
    assert size_of(desk) is SizeClass.NORMAL
    assert page.table.rowHeight(0) == 52


def test_another_language_keeps_what_is_open(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    ready(desk, qtbot)
    desk.change_language("en")
    page = ready(desk, qtbot)
    assert desk.window.actions_table["import"].text() == "Import package …"
    assert page.model.headerData(ApplicationColumn.DUE, Qt.Orientation.Horizontal) == "Due  ▲"
    desk.change_language("de")
    ready(desk, qtbot)
    assert desk.window.actions_table["import"].text() == "Paket importieren …"


def bands(desk: Desk) -> dict[str, Band]:
    return {band.key: band for band in desk.window.frame.bands.bands}


def test_a_failing_save_is_a_band_until_it_works(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    full = [True]

    def store(_unit: object) -> None:
        if full[0]:
            raise WorkspaceError("disk_full")

    desk.operations.run(store).write()
    qtbot.waitUntil(lambda: "save" in bands(desk))
    assert bands(desk)["save"].title.startswith("Nicht gespeichert seit ")
    assert "Ihre Eingaben sind noch da" in bands(desk)["save"].text
    full[0] = False
    desk.operations.retry()
    qtbot.waitUntil(lambda: "save" not in bands(desk))
    assert desk.window.menu_row.save_label.words.startswith("Gespeichert ")


def test_nothing_contradicts_the_band_that_says_what_is_not_saved(open_desk: OpenDesk, qtbot: QtBot) -> None:
    """A full disk is told once, and nothing beside it says that all is saved or asks to try again."""
    desk = open_desk()
    full = [True]

    def store(_unit: object) -> None:
        if full[0]:
            raise WorkspaceError("disk_full", "runde.votum")

    def fail(_unit: object) -> None:
        raise BrokenError("broken")

    desk.operations.run(store).write()
    qtbot.waitUntil(lambda: "save" in bands(desk))
    desk.operations.run(store).read()
    qtbot.waitUntil(lambda: "Nicht ausgeführt" in desk.window.frame.note_bar._words.text())
    assert set(bands(desk)) == {"save"}
    desk.operations.run(fail).read()
    qtbot.waitUntil(lambda: "error" in bands(desk))
    assert "gespeichert" not in bands(desk)["error"].text
    full[0] = False
    desk.operations.retry()
    qtbot.waitUntil(lambda: "save" not in bands(desk))
    desk.operations.run(fail).read()
    qtbot.waitUntil(lambda: bands(desk)["error"].text.startswith("Ihre Arbeit ist gespeichert."))


def test_closing_asks_only_when_something_would_be_lost(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()

    def refuse(_unit: object) -> None:
        raise WorkspaceError("disk_full")

    asked: list[str] = []
    monkeypatch.setattr(QuestionDialog, "confirm", lambda *words: bool(asked.append(words[2])))  # type: ignore[func-returns-value] # reason: notes and refuses
    desk.operations.run(refuse).write()
    qtbot.waitUntil(lambda: desk.operations.save_state.status is SaveStatus.FAILED)
    desk.window.close()
    assert desk.window.isVisible()
    assert asked == ["Ohne Speichern schließen?"]
    monkeypatch.setattr(QuestionDialog, "confirm", lambda *_words: True)
    desk.window.close()
    assert not desk.window.isVisible()


def test_closing_asks_before_it_stops_what_is_being_written(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, asked, goes_on = open_desk(), list[str](), Event()
    progress = desk.operations.progress()
    desk.operations.run(lambda _uow: goes_on.wait(20)).slowly("Akte wird geschrieben", progress).read()
    monkeypatch.setattr(QuestionDialog, "confirm", lambda *words: bool(asked.append(words[3])))  # type: ignore[func-returns-value] # reason: notes and refuses
    desk.window.close()
    assert desk.window.isVisible()
    assert asked == ["Akte wird geschrieben. Nach einem Abbruch bleibt nichts Unvollständiges zurück."]
    goes_on.set()
    qtbot.waitUntil(lambda: desk.operations.idle)
    desk.window.close()
    assert not desk.window.isVisible()


def test_a_file_that_cannot_be_opened_leaves_the_start_page(open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(shown=False)
    (tmp_path / "kaputt.votum").write_bytes(b"nichts")
    desk.flow.open(tmp_path / "kaputt.votum")
    qtbot.waitUntil(lambda: "error" in bands(desk))
    assert desk.window.router.here == Place(navigation.START)
    assert desk.context.workspace is None


def test_the_start_page_lists_what_was_open(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(whole=True)
    ready(desk, qtbot)
    desk.window.actions_table.trigger("close_workspace")
    qtbot.waitUntil(lambda: desk.window.router.here == Place(navigation.START))
    page = desk.window.router.page
    assert page is not None
    assert page._recent[0].name == "Herbstrunde 2026"  # type: ignore[attr-defined] # reason: the start page
    assert not desk.window.actions_table["import"].isEnabled()


def test_the_palette_goes_to_an_application_and_carries_out(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    ready(desk, qtbot)
    desk.window.actions_table.trigger("palette")
    palette = desk.window.command_palette
    type_text(palette.field, "hilfe skala")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.commands.help_pane.isVisible()
    assert desk.commands.help_pane.topic == "scale"


def test_f6_walks_through_list_and_navigation(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    desk.window.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    desk.window.actions_table.trigger("next_pane")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.window.frame.navigation.isAncestorOf(focus)
    desk.window.actions_table.trigger("next_pane")
    assert page.table.hasFocus()


def test_a_new_round_is_made_where_the_person_says(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(shown=False)
    monkeypatch.setattr(NewRoundDialog, "ask", lambda *_args: None)
    monkeypatch.setattr(FileQuestions, "new_workspace", lambda *_args: pytest.fail("asked"))
    desk.flow._on_new_round()
    assert list(tmp_path.glob("*.votum")) == []


@pytest.mark.parametrize("step", ["next_application", "previous_application"])
def test_previous_and_next_need_an_application(open_desk: OpenDesk, qtbot: QtBot, step: str) -> None:
    desk = open_desk()
    ready(desk, qtbot)
    assert desk.window.actions_table.reason(step) == "In der Liste folgt kein weiterer Antrag."


def test_the_order_gives_neighbours(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = ready(desk, qtbot)
    first, second = (line.number for line in page.model.lines[:2])
    assert desk.context.neighbour(first, 1) == second
    assert desk.context.neighbour(first, -1) == ""
    assert desk.context.position(second) == (2, 10)
    assert desk.context.neighbour("GC-0000-000", 1) == ""


def test_entries_that_are_replaced_leave_nothing_behind(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    ready(desk, qtbot)
    desk.window.actions_table.trigger("act_as_reviewer")
    qtbot.waitUntil(lambda: desk.context.role == "reviewer")
    buttons = desk.window.frame.navigation

    def shown() -> list[str]:
        return sorted(one.action for one in buttons.findChildren(NavigationButton) if one.isVisible())

    qtbot.waitUntil(lambda: shown() == ["go_applications", "go_statistics", "help", "settings"])


def test_a_file_named_relatively_is_remembered_with_its_whole_path(
    open_desk: OpenDesk, qtbot: QtBot, settings: SettingsStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds.make_round(tmp_path / "relativ.votum", rounds.ADLER, rows=1)
    monkeypatch.chdir(tmp_path)
    desk = open_desk(shown=False)
    desk.show(Path("relativ.votum"))
    qtbot.waitUntil(lambda: settings.values.recent == (str(tmp_path / "relativ.votum"),))
    qtbot.waitUntil(lambda: desk.operations.idle)
