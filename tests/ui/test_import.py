"""Importing from the window: one file after another; what a person can settle is asked, the report says the rest."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.services.intake import FileReport, TakeOutcome
from reviewer_app.ui.desk import Desk
from reviewer_app.ui.dialogs.import_report_dialog import ImportReportDialog
from reviewer_app.ui.dialogs.number_dialog import NumberAndName, NumberDialog
from reviewer_app.ui.dialogs.question_dialog import QuestionDialog
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

TABLE = "application;reviewer;criterion;score;rationale\n{number};K. Tamm;A1;3,5;Grund\n"


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


def take(desk: Desk, qtbot: QtBot, told: list[list[FileReport]], *paths: Path) -> list[FileReport]:
    assert desk.imports is not None
    desk.imports.take(paths)
    qtbot.waitUntil(lambda: bool(told))
    return told.pop()


def test_files_are_taken_one_after_another_and_all_are_told(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, told: list[list[FileReport]]
) -> None:
    desk = open_desk(rounds.VOGELSANG)
    (tmp_path / "notiz.docx").write_bytes(b"x")
    reports = take(desk, qtbot, told, table(tmp_path, "GC-2026-003"), tmp_path / "notiz.docx")
    assert [one.outcome for one in reports] == [TakeOutcome.TAKEN, TakeOutcome.REFUSED]
    again = take(desk, qtbot, told, table(tmp_path, "GC-2026-003"))
    assert [one.outcome for one in again] == [TakeOutcome.UNCHANGED]


def test_dropped_files_are_taken(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, told: list[list[FileReport]]
) -> None:
    desk = open_desk(rounds.VOGELSANG)
    desk.window.files_dropped.emit([str(table(tmp_path, "GC-2026-009"))])
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0].application == "GC-2026-009"


def test_unknown_applications_are_made_when_the_person_wants_it(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, told: list[list[FileReport]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(rounds.VOGELSANG)
    monkeypatch.setattr(QuestionDialog, "confirm", lambda *_words: False)
    refused = take(desk, qtbot, told, table(tmp_path, "NEU-1"))
    assert refused[0].refused
    monkeypatch.setattr(QuestionDialog, "confirm", lambda *_words: True)
    taken = take(desk, qtbot, told, table(tmp_path, "NEU-1"))
    assert taken[0].outcome is TakeOutcome.TAKEN
    qtbot.waitUntil(lambda: "NEU-1" in desk.context.order)


def test_a_folder_without_a_number_is_asked_for_once(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, told: list[list[FileReport]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(rounds.VOGELSANG)
    folder = tmp_path / "Unterlagen"
    folder.mkdir()
    (folder / "A03 Clusterstrategie.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    asked: list[str] = []

    def ask(_theme: object, _parent: object, file: str) -> NumberAndName:
        asked.append(file)
        return NumberAndName("GC-2026-099", "Nordlicht-Netz")

    monkeypatch.setattr(NumberDialog, "ask", ask)
    reports = take(desk, qtbot, told, folder)
    assert asked == ["Unterlagen"]
    assert reports[0].application == "GC-2026-099"


def test_nothing_is_taken_without_a_workspace(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(shown=False)
    assert desk.imports is not None
    desk.imports.take([table(tmp_path, "GC-2026-003")])
    assert desk.operations.idle


def test_the_report_says_what_where_and_how_to_mend(open_desk: OpenDesk) -> None:
    desk = open_desk(rounds.VOGELSANG)
    finding = Finding("package_no_number", Severity.ERROR, found="Unterlagen")
    reports = [
        FileReport(Path("a.xlsx"), "workbook", TakeOutcome.TAKEN, "GC-2026-014"),
        FileReport(Path("Unterlagen"), "folder", TakeOutcome.REFUSED, messages=(finding,)),
    ]
    dialog = ImportReportDialog(desk.theme, desk.window, reports, desk.context.messages)
    assert dialog.windowTitle() == "1 Datei übernommen"
    words = [label.text() for label in dialog.cards[1].findChildren(QLabel)]
    assert words[:2] == ["Abgelehnt", "Unterlagen"]
    assert words[2].startswith("▼ Aus „Unterlagen“ ist keine Antragsnummer zu lesen")
    assert words[3].startswith("Benennen Sie den Ordner")
    dialog.deleteLater()


def test_a_number_is_compulsory_in_its_dialog(open_desk: OpenDesk) -> None:
    desk = open_desk(rounds.VOGELSANG)
    dialog = NumberDialog(desk.theme, desk.window, "Unterlagen")
    dialog.accept()
    assert dialog._number_field._error.text().startswith("▲ Bitte geben Sie die Antragsnummer an")
    type_text(dialog.number, "GC-2026-020")
    dialog.accept()
    assert dialog.result() == NumberDialog.DialogCode.Accepted
    dialog.deleteLater()
