"""Export from the window: what is chosen is written, every file says what its self-check counted, failures are told."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import MarkStyle, PagePlace
from reviewer_app.domain.application import Annex
from reviewer_app.services.annotations.editing import AnnotationDraft, mark
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.export.page import ExportPage
from reviewer_app.ui.kit.cards import Fact, FactRow
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds
from tests.factories.annotations import QUAD
from tests.factories.papers import paper
from tests.ui.conftest import OpenDesk


@pytest.fixture
def desk(open_desk: OpenDesk, qtbot: QtBot) -> Desk:
    made = open_desk(rounds.VOGELSANG)
    made.window.router.go(Place(navigation.EXPORT))
    qtbot.waitUntil(lambda: page_of(made).applications.count() > 1)
    return made


def page_of(desk: Desk) -> ExportPage:
    page = desk.window.router.page_of(navigation.EXPORT)
    assert isinstance(page, ExportPage)
    return page


def said(page: ExportPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def write(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> list[str]:
    monkeypatch.setattr(FileQuestions, "folder", lambda *_args: folder)
    desk.window.actions_table.trigger("export_all")
    qtbot.waitUntil(lambda: desk.operations.idle, timeout=30_000)
    QApplication.processEvents()
    return said(page_of(desk))


def choose(page: ExportPage, number: str) -> None:
    """Choose an application as a person does."""
    box = page.applications
    box.setCurrentIndex(box.findData(number))
    box.activated.emit(box.currentIndex())


def test_the_very_sheet_is_shown_and_then_written(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk)
    view = page.preview.pages.view
    shown: list[bytes] = []
    monkeypatch.setattr(page.preview.pages, "show_bytes", lambda data, _name: shown.append(data))
    choose(page, "GC-2026-002")
    qtbot.waitUntil(lambda: bool(shown) and desk.operations.idle, timeout=30_000)
    QApplication.processEvents()
    assert page.preview.number == "GC-2026-002"
    assert "2 von 2 Gutachten eingereicht" in said(page)
    monkeypatch.undo()
    page.preview.pages.show_bytes(shown[-1], "Empfehlungsblatt GC-2026-002")
    qtbot.waitUntil(lambda: view.count > 1 and view.accessibleName().startswith("Empfehlungsblatt GC-2026-002"))
    page.products["workbook"].click()
    words = write(desk, qtbot, monkeypatch, tmp_path / "akte")
    assert [file.name for file in (tmp_path / "akte").iterdir()] == ["Empfehlungsblatt_GC-2026-002.pdf"]
    assert (tmp_path / "akte" / "Empfehlungsblatt_GC-2026-002.pdf").read_bytes() == shown[-1]
    assert any(
        word.endswith("1 Antrag, 2 Gutachten, 40 Werte, 40 Begründungen; Datei und Bestand stimmen überein")
        for word in words
    )
    assert page.preview.written.folder_button.isVisible()


def test_the_version_without_names_is_off_and_comes_as_a_second_file(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk)
    assert not page.without_names.isChecked()
    choose(page, "GC-2026-002")
    page.products["workbook"].click()
    page.without_names.click()
    assert page.preview.variant == "pseudonymous"
    qtbot.waitUntil(lambda: "Kein Name in freien Texten ersetzt" in said(page), timeout=30_000)
    words = write(desk, qtbot, monkeypatch, tmp_path)
    names = ["Empfehlungsblatt_GC-2026-002.pdf", "Empfehlungsblatt_GC-2026-002_pseudonymous.pdf"]
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == names
    assert any(word.startswith("2 Dateien geschrieben") for word in words)
    page.without_names.click()
    assert page.preview.variant == "internal"


def test_a_sheet_that_is_open_elsewhere_is_told_in_place(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk)
    choose(page, "GC-2026-002")
    page.products["sheets"].click()
    (tmp_path / "Mappe.xlsx").write_bytes(b"alt")
    (tmp_path / ".~lock.Mappe.xlsx#").write_bytes(b"")
    words = write(desk, qtbot, monkeypatch, tmp_path)
    assert any("in einem anderen Programm geöffnet" in word for word in words)
    assert (tmp_path / "Mappe.xlsx").read_bytes() == b"alt"


def test_nothing_chosen_is_said_in_place(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("sheets", "workbook"):
        page_of(desk).products[key].click()
    words = write(desk, qtbot, monkeypatch, tmp_path)
    assert "Wählen Sie links mindestens eine Ausgabe aus." in words
    assert list(tmp_path.glob("*.pdf")) == []


def mark_an_annex(uow: UnitOfWork) -> None:
    """Give GC-2026-002 an annex and mark its first words."""
    application = uow.applications.find("GC-2026-002")
    assert application is not None
    sha256, size = uow.files.add(iter([paper("Satzung")]))
    annex = Annex("A03", "A03.pdf", sha256, size)
    uow.applications.add(replace(application, version=application.version + 1, annexes=(annex,)), "f")
    place = PagePlace(annex.kind, annex.name, sha256, 0, (QUAD,))
    mark(uow, application.id, AnnotationDraft(place, MarkStyle.HIGHLIGHT), rounds.NOW)


def test_annexes_with_annotations_are_off_and_written_once_with_names(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk)
    assert not page.products["annotated"].isChecked()
    for box in (*page.products.values(), page.without_names):
        box.click()
    words = write(desk, qtbot, monkeypatch, tmp_path)
    assert "Keine Anlage enthält eine Anmerkung, die weitergegeben werden darf." in words
    desk.operations.run(mark_an_annex).write()
    qtbot.waitUntil(lambda: desk.operations.idle)
    words = write(desk, qtbot, monkeypatch, tmp_path)
    assert [file.name for file in tmp_path.glob("*/*.pdf")] == ["A03.pdf"]
    assert "Anmerkungen_GC-2026-002/A03.pdf" in words
    assert any(word.endswith("1 Anmerkung; Datei und Bestand stimmen überein") for word in words)


def test_a_target_that_cannot_be_written_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    words = write(desk, qtbot, monkeypatch, tmp_path / "datei" / "akte")
    assert "Nichts geschrieben" in words


def test_a_narrow_window_is_one_column_and_brings_the_result_into_sight(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.resize(1366, 768)
    desk.context.settings.change(text_size=200)
    qtbot.waitUntil(lambda: page.size_class is SizeClass.NARROW)
    QApplication.processEvents()
    top = page.preview.mapTo(page, page.preview.rect().topLeft()).y()
    assert top > page.height() / 2
    assert page.preview.width() > page.width() * 0.9
    page.take_focus()
    desk.window.actions_table.trigger("next_pane")
    focus = desk.window.focusWidget()
    assert focus is page.preview.pages.view
    assert not page.preview.switch.isVisible()  # one segment alone would look like a button
    assert page.rect().contains(focus.mapTo(page, focus.rect().topLeft()))
    choose(page, "GC-2026-002")
    page.products["workbook"].click()
    write(desk, qtbot, monkeypatch, tmp_path)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).y() < page.height() / 8)
    qtbot.waitUntil(lambda: bool(page.findChildren(FactRow)))
    before = page.preview.y()
    facts = [Fact("check", "ok", str(number), "eine zweite Zeile") for number in range(12)]
    page.show_facts("Das steht in der Akte", facts)
    qtbot.waitUntil(lambda: page.preview.y() > before)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).y() < page.height() / 8)
    desk.context.settings.change(text_size=100)
    qtbot.waitUntil(lambda: page.size_class is not SizeClass.NARROW)
    QApplication.processEvents()
    assert page.preview.mapTo(page, page.preview.rect().topLeft()).y() == 0
    assert page.preview.x() > 0


def test_going_back_from_the_folder_changes_nothing(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    words = write(desk, qtbot, monkeypatch, None)
    assert "Geschrieben" not in words
    assert not page_of(desk).preview.written.folder_button.isVisible()


def test_the_command_elsewhere_goes_to_the_page(desk: Desk) -> None:
    desk.window.router.back()
    desk.window.actions_table.trigger("export_all")
    assert desk.window.router.here == Place(navigation.EXPORT)
