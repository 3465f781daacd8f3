"""Saving that fails on real files: band, kept entries, a copy that holds them, and files that cannot be opened."""

import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.copying import copy_workspace
from db.workspace import SqlWorkspace, open_workspace
from reviewer_app.exchange.catalogue.file import read_stored_catalogue
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.messages import Band
from reviewer_app.ui.shell.operations import SaveStatus
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.stores import Stores
from tests.factories import rounds
from tests.factories.rounds import set_setting

LONG = "x" * 400_000


def read_round(path: Path) -> SqlWorkspace:
    return open_workspace(
        path, read_only=True, clock=rounds.clock, data_folder=path.parent, read_catalogue=read_stored_catalogue
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return rounds.make_round(tmp_path / "herbst-2026.votum", rows=1)


@pytest.fixture
def show(qapp: QApplication, settings: SettingsStore, qtbot: QtBot) -> Iterator[Callable[[Path | None], Desk]]:
    """Give a function that opens the desk on a file (None: the start page)."""
    desks: list[Desk] = []

    def start(path: Path | None) -> Desk:
        stores = Stores(open=rounds.open_round, copy=copy_workspace, read=read_round)
        desk = Desk(qapp, stores, settings, clock=rounds.clock, font_files=())
        desks.append(desk)
        desk.show(path)
        qtbot.waitUntil(lambda: desk.operations.idle and desk.window.router.here is not None)
        return desk

    yield start
    for desk in desks:
        desk.operations._queue.writes.clear()
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
        desk.deleteLater()


def bands(desk: Desk) -> dict[str, Band]:
    return {band.key: band for band in desk.window.frame.bands.bands}


def connection(desk: Desk) -> sqlite3.Connection:
    workspace = desk.context.workspace
    assert isinstance(workspace, SqlWorkspace)
    return workspace.ground.connection


def fill_the_disk(desk: Desk) -> None:
    """Let the file grow by nothing more, as on a full disk: SQLite says SQLITE_FULL itself."""
    (pages,) = connection(desk).execute("PRAGMA page_count").fetchone()
    connection(desk).execute(f"PRAGMA max_page_count={pages}")


def setting(path: Path, key: str) -> str:
    workspace = read_round(path)
    try:
        with workspace.unit_of_work() as uow:
            return uow.rounds.get().settings.get(key, "")
    finally:
        workspace.close()


def test_a_full_disk_is_a_band_until_there_is_room(
    show: Callable[[Path | None], Desk], file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = show(file)
    fill_the_disk(desk)
    desk.operations.run(set_setting, "text", LONG).write()
    qtbot.waitUntil(lambda: "save" in bands(desk))
    band = bands(desk)["save"]
    state = desk.operations.save_state
    assert state.since is not None
    assert band.title == f"Nicht gespeichert seit {state.since:%H:%M}"
    assert band.text == (
        "Der Datenträger ist voll. Ihre Eingaben sind noch da; Votum versucht es alle 10\N{NO-BREAK SPACE}Sekunden."
    )
    assert (band.action, band.can_close) == ("Kopie sichern …", False)
    assert desk.operations._retry.interval() == 10_000

    copy = tmp_path / "kopie.votum"
    monkeypatch.setattr(FileQuestions, "copy", lambda *_words: copy)
    assert band.on_action is not None
    band.on_action()
    qtbot.waitUntil(lambda: copy.is_file() and desk.operations.idle is False and not desk.operations._queue.running)
    assert setting(copy, "text") == LONG
    assert desk.operations.unsaved == 1

    connection(desk).execute("PRAGMA max_page_count=1000000")
    desk.operations.retry()
    qtbot.waitUntil(lambda: desk.operations.save_state.status is SaveStatus.SAVED)
    assert "save" not in bands(desk)
    with desk.context.workspace.unit_of_work() as uow:  # type: ignore[union-attr] # reason: it is open
        assert uow.rounds.get().settings["text"] == LONG


@contextmanager
def files_that_take_nothing() -> Iterator[None]:
    """Let every write of this process past the first 4 KB of a file fail, as when a stick is pulled."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_a_medium_that_is_gone_is_said_and_what_was_typed_is_stored_when_it_is_back(
    show: Callable[[Path | None], Desk], file: Path, qtbot: QtBot
) -> None:
    desk = show(file)
    with files_that_take_nothing():
        desk.operations.run(set_setting, "text", LONG).write()
        qtbot.waitUntil(lambda: "save" in bands(desk))
    assert bands(desk)["save"].text.startswith("Der Datenträger ist nicht erreichbar. Ihre Eingaben sind noch da")
    desk.operations.retry()
    qtbot.waitUntil(lambda: desk.operations.save_state.status is SaveStatus.SAVED)
    assert "save" not in bands(desk)


def test_a_file_that_is_open_elsewhere_can_be_read(
    show: Callable[[Path | None], Desk], file: Path, qtbot: QtBot
) -> None:
    other = rounds.open_round(file)
    try:
        desk = show(None)
        desk.flow.open(file)
        qtbot.waitUntil(lambda: "error" in bands(desk))
        band = bands(desk)["error"]
        assert band.title == "Die Arbeitsdatei ist schon geöffnet"
        assert band.text.startswith("Auf diesem Gerät seit ")
        assert band.action == "Nur lesen"
        assert band.on_action is not None
        band.on_action()
        qtbot.waitUntil(lambda: desk.context.workspace is not None and desk.context.identity is not None)
        assert desk.window.menu_row.read_only_chip.isVisible()
        assert desk.window.menu_row.read_only_chip.text() == "Nur lesen"
        assert desk.window.actions_table.reason("import") == "Die Arbeitsdatei lässt sich nur lesen."
    finally:
        other.close()


def test_a_file_from_the_future_is_left_alone(show: Callable[[Path | None], Desk], file: Path, qtbot: QtBot) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA user_version=99")
    raw.close()
    before = file.read_bytes()
    desk = show(None)
    desk.flow.open(file)
    qtbot.waitUntil(lambda: "error" in bands(desk))
    assert bands(desk)["error"].title == "Diese Datei stammt aus einer neueren Fassung von Votum"
    assert bands(desk)["error"].text.endswith("Nichts wurde verändert.")
    assert file.read_bytes() == before
