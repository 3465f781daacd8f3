"""Importing from the window: shown first, then taken one after another; the report stays within reach."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.services.intake.files import FileReport, TakeOutcome
from reviewer_app.services.intake.preview import PreviewLine, PreviewRequest, PreviewState
from reviewer_app.ui.applications.import_dialog import ImportDialog
from reviewer_app.ui.applications.import_report_dialog import ImportReportDialog
from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.shell.messages import Band
from reviewer_app.ui.shell.notices import BandStrip
from tests.factories import rounds
from tests.ui.conftest import OpenDesk

TABLE = "application;reviewer;criterion;score;rationale\n{number};J. Brandes;A1;3,5;Grund\n"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[list[FileReport]]:
    """Take the report in place of the dialog."""
    found: list[list[FileReport]] = []

    def tell(_theme: object, _parent: object, reports: Sequence[FileReport], _messages: object) -> None:
        found.append(list(reports))

    monkeypatch.setattr(ImportReportDialog, "tell", tell)
    return found


def table(folder: Path, number: str, name: str = "punkte.csv") -> Path:
    path = folder / name
    path.write_text(TABLE.format(number=number), encoding="utf-8")
    return path


def shown_bands(desk: Desk) -> list[Band]:
    return [strip.band for strip in desk.window.findChildren(BandStrip) if not strip.isHidden()]


def take(desk: Desk, qtbot: QtBot, *paths: Path) -> list[FileReport]:
    flow = desk.imports
    assert flow is not None
    flow.take(paths)
    qtbot.waitUntil(lambda: not flow.busy)
    return list(flow.reports)


def all_wanted(
    _theme: object, _parent: object, wanted: Sequence[PreviewRequest], lines: Sequence[PreviewLine], *_rest: object
) -> tuple[PreviewRequest, ...]:
    taken = {line.file for line in lines if line.is_taken}
    return tuple(one for one in wanted if one.file in taken)


def test_files_are_shown_taken_one_after_another_and_told(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[list[FileReport]]
) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    seen: list[list[PreviewState]] = []

    def ask(
        theme: object, parent: object, wanted: Sequence[PreviewRequest], lines: Sequence[PreviewLine], *rest: object
    ) -> object:
        seen.append([line.state for line in lines])
        return all_wanted(theme, parent, wanted, lines, *rest)

    monkeypatch.setattr(ImportDialog, "ask", ask)
    (tmp_path / "notiz.docx").write_bytes(b"x")
    paths = (table(tmp_path, "GC-2026-003"), tmp_path / "notiz.docx")
    assert [one.outcome for one in take(desk, qtbot, *paths)] == [TakeOutcome.TAKEN]
    qtbot.waitUntil(lambda: [band.title for band in shown_bands(desk)] == ["1 Datei importiert"])
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: page.current == "GC-2026-003")
    assert desk.window.focusWidget() is page.table
    desk.window.actions_table.trigger("import_report")
    assert [[one.application for one in reports] for reports in told] == [["GC-2026-003"]]
    take(desk, qtbot, *paths)
    assert seen == [[PreviewState.NEW, PreviewState.REFUSED], [PreviewState.KNOWN, PreviewState.REFUSED]]


def test_dropped_files_lead_to_the_preview_and_going_back_changes_nothing(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    notes: list[str] = []
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))
    monkeypatch.setattr(ImportDialog, "ask", lambda *_all: None)
    before = desk.context.order
    desk.window.files_dropped.emit([str(table(tmp_path, "GC-2026-009"))])
    qtbot.waitUntil(lambda: bool(notes))
    assert notes == ["Abgebrochen. Nichts wurde geändert."]
    assert desk.context.order == before
    desk.window.actions_table.trigger("import_report")
    assert notes[-1] == "Seit dem Öffnen wurde noch nichts importiert."


def test_reading_that_takes_long_can_be_cancelled(open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    notes: list[str] = []
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))
    assert desk.imports is not None
    desk.imports.take([table(tmp_path, "GC-2026-009")])
    desk.operations.cancel()
    qtbot.waitUntil(lambda: bool(notes))
    assert notes == ["Abgebrochen. Nichts wurde geändert."]
    assert not desk.imports.busy


def test_a_choice_is_looked_at_again_before_it_is_taken(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    states: list[str] = []

    def choose(dialog: ImportDialog) -> bool:
        states.append(dialog.lines[0].line.state.value)
        box = dialog.lines[0].details.choice_box
        assert box is not None
        box.click()
        qtbot.waitUntil(lambda: dialog.taken == 1)
        states.append(dialog.lines[0].line.state.value)
        return True

    monkeypatch.setattr(ImportDialog, "exec", choose)
    reports = take(desk, qtbot, table(tmp_path, "NEU-1"))
    assert (states, reports[0].outcome) == (["needs_choice", "taken"], TakeOutcome.TAKEN)
    qtbot.waitUntil(lambda: "NEU-1" in desk.context.order)


def test_nothing_is_taken_without_a_workspace(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(shown=False, whole=True)
    assert desk.imports is not None
    notes: list[str] = []
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))
    desk.imports.take([table(tmp_path, "GC-2026-003")])
    assert desk.operations.idle
    assert notes == ["Öffnen Sie zuerst eine Runde; danach lassen sich Pakete importieren."]


def test_the_report_says_what_where_and_how_to_mend(open_desk: OpenDesk) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    finding = Finding("package_no_number", Severity.ERROR, found="Unterlagen")
    reports = [
        FileReport(Path("a.xlsx"), "workbook", TakeOutcome.TAKEN, "GC-2026-014"),
        FileReport(Path("Unterlagen"), "folder", TakeOutcome.REFUSED, messages=(finding,)),
    ]
    dialog = ImportReportDialog(desk.theme, desk.window, reports, desk.context.messages)
    assert dialog.windowTitle() == "1 Datei importiert"
    words = [label.text() for label in dialog.cards[1].findChildren(QLabel)]
    assert words[:2] == ["Abgelehnt", "Unterlagen · 1\u00a0Fehler"]
    assert words[2].startswith("▼ Aus „Unterlagen“ ergibt sich keine Antragsnummer")
    assert words[3].startswith("Benennen Sie den Ordner")
    dialog.deleteLater()


def test_what_was_chosen_for_one_round_is_not_taken_into_another(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, notes = open_desk(rounds.VOGELSANG, whole=True), list[str]()
    other = rounds.make_round(tmp_path / "andere.votum", rounds.VOGELSANG)
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))

    def ask(
        theme: object, parent: object, wanted: Sequence[PreviewRequest], lines: Sequence[PreviewLine], *rest: object
    ) -> object:
        desk.flow.open(other)
        qtbot.waitUntil(lambda: desk.context.path == other)
        return all_wanted(theme, parent, wanted, lines, *rest)

    monkeypatch.setattr(ImportDialog, "ask", ask)
    assert take(desk, qtbot, table(tmp_path, "GC-2026-003")) == []
    assert notes == ["Abgebrochen. Nichts wurde geändert."]


def test_a_report_belongs_to_its_round(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[list[FileReport]]
) -> None:
    desk, notes = open_desk(rounds.VOGELSANG, whole=True), list[str]()
    other = rounds.make_round(tmp_path / "andere.votum", rounds.VOGELSANG)
    monkeypatch.setattr(ImportDialog, "ask", all_wanted)
    take(desk, qtbot, table(tmp_path, "GC-2026-003"))
    desk.context.messages.note_wanted.connect(lambda note: notes.append(note.text))
    desk.flow.open(other)
    qtbot.waitUntil(lambda: desk.context.path == other and desk.operations.idle)
    desk.window.actions_table.trigger("import_report")
    assert (told, notes[-1]) == ([], "Seit dem Öffnen wurde noch nichts importiert.")


def test_one_question_and_one_import_at_a_time(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(rounds.VOGELSANG, whole=True)
    notes: list[str] = []
    asked: list[bool] = []
    monkeypatch.setattr(desk.context.messages, "note", notes.append)

    def ask(*_words: object) -> tuple[PreviewRequest, ...]:
        asked.append(QApplication.activeModalWidget() is None)
        return ()

    monkeypatch.setattr(ImportDialog, "ask", ask)
    other = QDialog(desk.window)
    other.setModal(True)
    other.show()
    flow = desk.imports
    assert flow is not None
    flow.take([table(tmp_path, "GC-2026-003")])
    flow.take([table(tmp_path, "GC-2026-004", "noch-eine.csv")])
    assert notes == ["Es läuft bereits ein Import."]
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert asked == []
    other.accept()
    qtbot.waitUntil(lambda: not flow.busy)
    assert asked == [True]
