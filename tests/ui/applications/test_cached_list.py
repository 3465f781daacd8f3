"""The list that is there before the store: what it holds, when it is shown, and that nothing a person does is lost."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import cached_list as stored
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.applications import work_rows
from reviewer_app.services.applications.worklist import closing_with_list
from reviewer_app.services.ports import Workspace
from reviewer_app.services.round import switch_person
from reviewer_app.ui.applications.model import ApplicationColumn
from reviewer_app.ui.applications.page import ApplicationsPage, PreviewCard
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.stores import Stores
from tests.factories import rounds

type Looking = Callable[..., Desk]


def test_the_time_left_is_of_the_day_the_list_is_shown_on(desk_on: Looking, path: Path, qtbot: QtBot) -> None:
    workspace = rounds.open_round(path)
    with closing_with_list(workspace):
        pass
    for days, words in ((0, "noch 21 Tage"), (14, "noch 7 Tage"), (400, "seit 379 Tagen abgelaufen")):
        desk = desk_on(now=rounds.NOW + timedelta(days=days))
        assert desk.context.workspace is None
        assert words in said(desk)
        opened(desk, qtbot)
        assert words in said(desk)
        close(desk)


def test_another_language_words_the_same_list(desk_on: Looking, looked: Path, settings: SettingsStore) -> None:
    settings.change(language="en")
    desk = desk_on()
    assert desk.context.workspace is None
    assert "21 days left" in said(desk)
    assert looked.is_file()


def test_a_text_that_is_no_list_does_not_wait_with_opening(desk_on: Looking, path: Path, qtbot: QtBot) -> None:
    workspace = rounds.open_round(path)
    with workspace.unit_of_work() as uow:
        uow.rounds.cache_list('["0.1",[1]]')
        uow.commit()
    workspace.close()
    desk = desk_on()
    assert desk.window.router.here is None
    opened(desk, qtbot)
    qtbot.waitUntil(lambda: the_list(desk).model.total == 4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return rounds.make_round(tmp_path / "herbst-2026.votum", rows=4)


@pytest.fixture
def desk_on(qapp: QApplication, settings: SettingsStore, path: Path) -> Iterator[Looking]:
    """Give a function that opens the desk on the round; what it does first stands before the workspace is open."""
    desks: list[Desk] = []

    def start(opener: Callable[[Path], Workspace] = rounds.open_round, now: datetime = rounds.NOW) -> Desk:
        stores = Stores(open=opener, cached_list=stored.read)
        desk = Desk(qapp, stores, settings, clock=lambda: now, font_files=())
        desks.append(desk)
        desk.show(path)
        return desk

    yield start
    for desk in desks:
        close(desk)
        desk.window.deleteLater()
        desk.deleteLater()


def switch(workspace: Workspace, person: PersonId) -> None:
    with workspace.unit_of_work() as uow:
        switch_person(uow, person)


def close(desk: Desk) -> None:
    desk.window.close()
    desk.close()


def opened(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.operations.idle and desk.context.identity is not None)


def the_list(desk: Desk) -> ApplicationsPage:
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    return page


def said(desk: Desk) -> set[str]:
    """Give what stands below the deadlines."""
    return {line.cells[ApplicationColumn.DUE].second for line in the_list(desk).model.all_rows}


@pytest.fixture
def looked(desk_on: Looking, path: Path, qtbot: QtBot) -> Path:
    """Give a round that was opened and closed once, and so caches its list."""
    desk = desk_on()
    opened(desk, qtbot)
    close(desk)
    assert stored.read(path)
    return path


@pytest.mark.usefixtures("looked")
def test_the_second_opening_shows_the_list_at_once_and_confirms_it(desk_on: Looking, qtbot: QtBot) -> None:
    desk = desk_on()
    page = the_list(desk)
    lines = page.model.all_rows
    assert len(lines) == 4
    assert desk.context.workspace is None
    assert desk.window.windowTitle() == "Herbstrunde 2026 – Demo – Votum"
    resets: list[None] = []
    page.model.modelReset.connect(lambda: resets.append(None))
    opened(desk, qtbot)
    assert page.model.all_rows == lines
    assert resets == []


@pytest.fixture
def opening(desk_on: Looking, qtbot: QtBot) -> Iterator[tuple[Desk, threading.Event]]:
    """Give a desk with its cached list in sight, and what lets its workspace open."""
    gate = threading.Event()

    def open_late(path: Path) -> Workspace:
        assert gate.wait(10)
        return rounds.open_round(path)

    desk = desk_on(open_late)
    qtbot.waitUntil(lambda: not desk.operations.idle)
    yield desk, gate
    gate.set()


@pytest.mark.usefixtures("looked")
def test_enter_on_a_row_waits_for_the_store_and_then_leads_there(
    opening: tuple[Desk, threading.Event], qtbot: QtBot
) -> None:
    desk, gate = opening
    page = the_list(desk)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    number = page.current
    desk.window.actions_table.trigger("open_application")  # what Enter is bound to
    assert number
    assert desk.window.router.here == Place(navigation.APPLICATIONS)
    gate.set()
    opened(desk, qtbot)
    here = desk.window.router.here
    assert here is not None
    assert (here.page, here.application) == (navigation.READING, number)


@pytest.mark.usefixtures("looked")
def test_a_preview_waits_for_the_store_too(opening: tuple[Desk, threading.Event], qtbot: QtBot) -> None:
    desk, gate = opening
    page = the_list(desk)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    desk.window.actions_table.trigger("preview_application")  # what the space bar is bound to
    assert desk.window.findChildren(PreviewCard) == []
    gate.set()
    opened(desk, qtbot)
    qtbot.waitUntil(lambda: any(card.isVisible() for card in desk.window.findChildren(PreviewCard)))
    assert page.current


@pytest.mark.usefixtures("looked")
def test_filter_and_focus_stay_when_the_store_confirms(desk_on: Looking, qtbot: QtBot) -> None:
    desk = desk_on()
    page = the_list(desk)
    page.field.setFocus()
    QTest.keyClicks(page.field, "wasser")
    shown = page.model.lines
    opened(desk, qtbot)
    assert page.field.text() == "wasser"
    assert page.model.lines == shown
    assert desk.window.focusWidget() is page.field


@pytest.mark.usefixtures("looked")
def test_a_round_that_does_not_open_shows_nothing_of_it(desk_on: Looking, qtbot: QtBot) -> None:
    def refuse(path: Path) -> Workspace:
        raise WorkspaceError("workspace_locked", path.name, since="08:12")

    desk = desk_on(refuse)
    page = the_list(desk)
    desk.window.router.go(Place(navigation.READING, page.model.all_rows[0].number))
    qtbot.waitUntil(lambda: desk.window.router.here == Place(navigation.START))
    assert page.model.total == 0
    assert not desk.context.has_round
    assert desk.window.windowTitle() == "Votum"


def test_a_list_of_somebody_else_gives_way(desk_on: Looking, looked: Path, qtbot: QtBot) -> None:
    def open_changed(path: Path) -> Workspace:
        workspace = rounds.open_round(path)
        switch(workspace, rounds.VOGELSANG)
        return workspace

    desk = desk_on(open_changed)
    page = the_list(desk)
    before = [line.progress for line in page.model.all_rows]
    opened(desk, qtbot)
    assert desk.context.role == "chair"
    assert any(before)
    assert [line.progress for line in page.model.all_rows] == [None] * 4
    close(desk)
    kept = work_rows.read(stored.read(looked))
    assert kept is not None
    assert kept.role is Role.CHAIR
