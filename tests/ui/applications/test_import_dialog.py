"""The import preview as a person meets it: counted, opened in place, chosen by keyboard, taken or left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.services.intake.files import FileReport, TakeOutcome
from reviewer_app.services.intake.preview import PreviewLine, PreviewRequest, PreviewState
from reviewer_app.ui.applications.import_dialog import ImportDialog
from reviewer_app.ui.applications.import_line import ImportLine, taken_chip
from reviewer_app.ui.applications.import_report_dialog import ImportReportDialog
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import ElidedText
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.messages import Messages
from tests.factories import previews
from tests.keys import type_text
from tests.ui.test_accessible import silent

type Opened = Callable[..., ImportDialog]


@pytest.fixture
def looks() -> list[tuple[PreviewRequest, ...]]:
    """What the dialog wanted looked at again."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, looks: list[tuple[PreviewRequest, ...]]) -> Iterator[Opened]:
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)

    def look(wanted: Sequence[PreviewRequest], _show: object, _failed: object) -> None:
        looks.append(tuple(wanted))

    made: list[ImportDialog] = []

    def make(*lines: PreviewLine, language: str = "de") -> ImportDialog:
        wanted = [PreviewRequest(file) for file in dict.fromkeys(line.file for line in lines)]
        dialog = ImportDialog(theme, parent, wanted, lines, Messages(language), look)
        dialog.show()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_the_button_counts_what_is_taken(opened: Opened) -> None:
    dialog = opened(*previews.reviews())
    assert dialog.windowTitle() == "3 Gutachten importieren"
    assert (dialog.accept_button.text(), dialog.reject_button.text()) == ("2 importieren", "Abbrechen")
    assert "Vorschau, noch ist nichts geändert" in words(dialog)
    assert [chip.text() for chip in dialog.findChildren(StatusChip)] == ["Neu", "Ersetzt", "Schon da"]
    assert dialog.lines[1].facts.text() == "2 Kriterien geändert: B1, C2"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "20 Werte, 18 Begründungen · GC-2026-014 · 1 Hinweis"),
        (1, "2 Kriterien geändert: B1, C2 · 1 Hinweis"),
    ],
)
def test_a_review_that_stays_a_draft_counts_its_hint_and_shows_which_reasons_lack(
    opened: Opened, place: int, said: str
) -> None:
    params = {"reviewer": "K. Tamm", "application": previews.CASE, "criteria": "A1, C4"}
    finding = Finding("table_rationale_required", Severity.WARNING, params=params)
    line = opened(replace(previews.reviews()[place], findings=(finding,))).lines[0]
    assert line.facts.text().replace("\u00a0", " ") == said
    assert any("Entwurf" in text and text.endswith("Begründung fehlt zu A1, C4.") for text in words(line.details))


def test_where_nothing_can_be_taken_there_is_only_closing(opened: Opened) -> None:
    dialog = opened(previews.refused())
    assert dialog.accept_button.isHidden()
    assert dialog.reject_button.text() == "Schließen"
    assert "Dateien der Art" in dialog.lines[0].facts.text()


def test_every_line_has_a_name_that_says_it_all(opened: Opened) -> None:
    dialog = opened(*previews.every())
    assert dialog.lines[0].accessibleName().startswith("GC-2026-011, Wasserstoffknoten Unterweser, Neu, Formular")
    assert dialog.lines[2].button.accessibleName() == "Schließen: Photonikverbund Werratal"


def test_the_first_line_to_check_is_open_and_compares(opened: Opened) -> None:
    dialog = opened(*previews.every())
    assert [not line.details.isHidden() for line in dialog.lines] == [False, False, True, False, False]
    shown = words(dialog.lines[2].details)
    assert shown[:3] == ["In der Datei", "Schon da", "Antragsnummer"]
    assert {"GC-2026-032", "GC-2026-014", "Werratal Optik gGmbH"} <= set(shown)


def test_a_name_that_is_there_is_taken_by_a_tick(opened: Opened, looks: list[tuple[PreviewRequest, ...]]) -> None:
    dialog = opened(previews.same_name())
    box = dialog.lines[0].details.choice_box
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert [one.same_name for one in looks[0]] == [True]
    assert not dialog.accept_button.isEnabled()


def test_a_name_nobody_knows_becomes_a_reviewer_by_a_tick(
    opened: Opened, looks: list[tuple[PreviewRequest, ...]]
) -> None:
    dialog = opened(previews.unknown_people())
    box = dialog.lines[0].details.choice_box
    assert box is not None
    assert "Nicht in dieser Runde: K. Tam. Bitte prüfen Sie die Schreibweise." in words(dialog)
    assert (box.text(), box.isChecked()) == ("Als Gutachter:innen hinzufügen", False)
    box.click()
    assert [one.options.create_missing for one in looks[-1]] == [True]


def test_only_files_that_are_concerned_are_looked_at_again(
    opened: Opened, looks: list[tuple[PreviewRequest, ...]]
) -> None:
    dialog = opened(*previews.every())
    box = dialog.lines[2].details.choice_box
    assert box is not None
    box.click()
    assert [[one.file.name for one in wanted] for wanted in looks] == [["antrag.xlsx"]]
    dialog.show_rechecked([replace(previews.same_name(), state=PreviewState.NEW)])
    assert [line.line.state.value for line in dialog.lines] == [
        "taken", "updated", "taken", "needs_choice", "refused"
    ]  # fmt: skip
    assert dialog.accept_button.text() == "3 importieren"


def test_changes_are_shown_before_and_after(opened: Opened) -> None:
    dialog = opened(previews.newer_application())
    line = dialog.lines[0]
    said = "Fassung 2 ersetzt 1 · 3\u00a0Änderungen: Postleitzahl, Köpfe, A03 Clusterstrategie"
    assert line.facts.text() == said
    line.button.setFocus()
    QTest.keyClick(line.button, Qt.Key.Key_Space)
    assert words(line.details)[:6] == ["Angabe", "bisher", "neu", "Postleitzahl", "27568", "27570"]
    QTest.keyClick(line.button, Qt.Key.Key_Space)
    assert line.details.isHidden()


def test_a_file_without_a_number_is_called_by_its_kind(opened: Opened) -> None:
    dialog = opened(previews.folder(PreviewState.CHECK), previews.refused())
    assert [words(line)[:2] for line in dialog.lines] == [["Ordner", "Unterlagen"], ["Datei", "notizen.docx"]]


def test_a_long_line_is_opened_at_its_top_and_stays_there(opened: Opened, qtbot: QtBot) -> None:
    findings = previews.new_application().findings * 30
    dialog = opened(*previews.every(), replace(previews.new_application(), findings=findings), previews.folder())
    line, bar = dialog.lines[5], dialog.scroll_area.verticalScrollBar()
    line.button.click()
    content = dialog.scroll_area.widget()
    assert content is not None
    qtbot.waitUntil(lambda: 0 < line.mapTo(content, QPoint(0, 0)).y() - bar.value() < dialog.scroll_area.height())
    assert "und 22 weitere" in words(line.details)
    before = bar.value()
    dialog.show_lines([one.line for one in dialog.lines])
    qtbot.waitUntil(lambda: bar.value() == before)


def test_opened_details_get_room(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(previews.folder())
    before = dialog.height()
    dialog.lines[0].button.click()
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_enter_in_the_number_looks_again_and_takes_nothing(
    opened: Opened, looks: list[tuple[PreviewRequest, ...]]
) -> None:
    dialog = opened(previews.folder(PreviewState.CHECK))
    number = dialog.lines[0].details.number_field
    assert number is not None
    number.setFocus()
    type_text(number, " GC-2026-020 ")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert [(one.options.number, one.options.name) for one in looks[0]] == [("GC-2026-020", "")]
    assert dialog.isVisible()


def test_a_number_that_was_only_typed_is_looked_at_before_anything_is_taken(
    opened: Opened, looks: list[tuple[PreviewRequest, ...]]
) -> None:
    dialog = opened(previews.folder())
    number = dialog.lines[0].details.number_field
    assert number is not None
    type_text(number, "1")
    dialog.accept_button.click()
    assert (looks[0][0].options.number, dialog.isVisible()) == ("GC-2026-0201", True)


def test_a_number_is_compulsory(opened: Opened, looks: list[tuple[PreviewRequest, ...]]) -> None:
    dialog = opened(previews.folder(PreviewState.CHECK))
    number = dialog.lines[0].details.number_field
    assert number is not None
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert any(text.startswith("▲ Bitte geben Sie die Antragsnummer an") for text in words(dialog.lines[0].details))
    assert looks == []


def test_kinds_of_annexes_are_chosen_by_keyboard(opened: Opened, looks: list[tuple[PreviewRequest, ...]]) -> None:
    dialog = opened(previews.folder())
    dialog.lines[0].button.click()
    box = dialog.lines[0].details.kind_boxes[1]
    assert box.accessibleName() == "Art der Anlage Brief.pdf"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert looks[0][0].options.kinds == (("Brief.pdf", "A16"),)


def test_the_focus_stays_when_lines_are_shown_again(opened: Opened) -> None:
    dialog = opened(previews.folder())
    dialog.lines[0].button.click()
    dialog.lines[0].details.kind_boxes[1].setFocus()
    dialog.show_lines([previews.folder()])
    assert dialog.focusWidget() is dialog.lines[0].details.kind_boxes[1]
    assert dialog.accept_button.isEnabled()


def test_filling_says_nothing(opened: Opened, looks: list[tuple[PreviewRequest, ...]]) -> None:
    dialog = opened(previews.folder(), previews.same_name(), previews.new_application())
    dialog.show_lines([line.line for line in dialog.lines])
    assert looks == []
    assert dialog.findChildren(QLineEdit)


def test_it_speaks_english(opened: Opened) -> None:
    dialog = opened(*previews.reviews(), language="en")
    dialog.lines[1].button.click()
    assert "2.0" in words(dialog.lines[1].details)


def test_every_control_says_what_it_is(opened: Opened) -> None:
    dialog = opened(*previews.every(), previews.folder())
    for line in dialog.lines:
        line.show_open(is_open=True)
    assert silent(dialog) == []


@pytest.mark.parametrize(
    ("severities", "chip", "said"),
    [
        ((), ("ok", Glyph.CHECK), ""),
        ((Severity.NOTE,), ("ok", Glyph.CHECK), ""),
        ((Severity.WARNING, Severity.ERROR, Severity.NOTE), ("warn", Glyph.TRIANGLE), "1\u00a0Fehler, 1\u00a0Hinweis"),
        ((Severity.ERROR,) * 2 + (Severity.WARNING,) * 80, ("warn", Glyph.TRIANGLE), "2\u00a0Fehler, 80\u00a0Hinweise"),
    ],
)
def test_preview_and_report_count_alike_and_only_a_form_without_findings_is_green(
    qtbot: QtBot, theme: Theme, severities: tuple[Severity, ...], chip: tuple[str, Glyph], said: str
) -> None:
    findings = tuple(Finding("form_damaged", one) for one in severities)
    file = Path("Antrag.xlsx")
    line = PreviewLine(file, "workbook", PreviewState.NEW, "GC-2026-001", has_form=True, findings=findings)
    preview = ImportLine(theme, Messages("de"), line, 0)
    parent = QWidget()
    qtbot.addWidget(preview)
    qtbot.addWidget(parent)
    report = FileReport(file, "workbook", TakeOutcome.TAKEN, "GC-2026-001", findings)
    dialog = ImportReportDialog(theme, parent, [report], Messages("de"))
    taken = taken_chip("Neu", findings)
    assert (taken.tone, taken.glyph) == chip
    assert preview.facts.text() == " · ".join(part for part in ("Formular", said) if part)
    heads = [one.text() for one in dialog.findChildren(ElidedText) if "Antrag.xlsx" in one.text()]
    assert heads == [" · ".join(part for part in ("Antrag.xlsx", "GC-2026-001", said) if part)]


def test_three_hundred_lines_and_many_findings_leave_the_buttons_in_sight(opened: Opened) -> None:
    findings = previews.new_application().findings * 41
    many = [replace(previews.new_application(), file=Path(f"{n}.xlsx"), findings=findings) for n in range(300)]
    dialog = opened(*many)
    dialog.lines[0].button.click()
    QApplication.processEvents()
    window = dialog.parentWidget()
    assert window is not None
    assert dialog.height() <= window.height()
    for button in (dialog.accept_button, dialog.reject_button):
        assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
    assert dialog.scroll_area.verticalScrollBar().maximum() > 0
