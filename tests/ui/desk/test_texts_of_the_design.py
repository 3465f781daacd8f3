"""The texts of states as the design words them, each produced by what brings it about; those of saving stand apart."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import resources.messages as words
from reviewer_app.domain.errors import MendableError
from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import ReportDialog
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.messages import Band, Messages
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Step, UseCaseCall
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

if TYPE_CHECKING:
    from collections.abc import Callable


def said(widget: QWidget) -> list[str]:
    """Return the words a widget shows, labels first, then buttons."""
    shown: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [one.text() for one in shown if one.isVisible() and one.text()]


def the_list(desk: Desk, qtbot: QtBot) -> ApplicationsPage:
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(lambda: desk.operations.idle)
    return page


def band_of(desk: Desk, key: str) -> Band:
    return next(band for band in desk.window.frame.bands.bands if band.key == key)


def test_an_empty_list(open_desk: OpenDesk, qtbot: QtBot) -> None:
    page = the_list(open_desk(rows=0), qtbot)
    wanted = [
        "Noch keine Anträge",
        "Die Geschäftsstelle schickt Ihnen ein Paket. Öffnen Sie es hier.",
        "Paket importieren …",
        "Demo-Runde öffnen",
    ]
    qtbot.waitUntil(lambda: said(page.empty) == wanted)


def test_a_filter_that_nothing_fits(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    page = the_list(desk, qtbot)
    page.bar.segments._segments["done"].click()
    type_text(page.field, "Textil")
    wanted = ["Kein Antrag passt auf „Textil“ in „Eingereicht“", "Filter zurücksetzen"]
    qtbot.waitUntil(lambda: said(page.empty) == wanted)


def _break(_unit: Any) -> None:  # noqa: ANN401 # reason: the unit of work is not used
    raise ZeroDivisionError


def test_an_unexpected_error_offers_its_report(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    report = tmp_path / "bericht.txt"
    reported: list[str] = []
    shown: list[Path] = []

    def write(error: BaseException) -> Path:
        reported.append(type(error).__name__)
        report.write_text("Votum\n", encoding="utf-8")
        return report

    desk.context.messages.report = write
    monkeypatch.setattr(ReportDialog, "show_file", lambda _theme, _parent, file: shown.append(file))
    desk.operations.run(_break).read()
    qtbot.waitUntil(lambda: bool(desk.window.frame.bands.bands))
    band = band_of(desk, "error")
    assert (band.title, band.text) == (
        "Das hat nicht geklappt",
        "Ihre Arbeit ist gespeichert. Der Bericht enthält keine Inhalte aus Anträgen.",
    )
    assert (band.action, band.close) == ("Bericht ansehen …", "Weiter")
    assert band.on_action is not None
    band.on_action()
    assert (reported, shown) == (["ZeroDivisionError"], [report])


def _nothing(_unit: Any) -> None:  # noqa: ANN401 # reason: the unit of work is not used
    pass


def test_an_undo_note_takes_back_and_shows_the_place_without_a_step_of_its_own(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk()
    window, router = desk.window, desk.window.router
    router.go(Place(navigation.READING, "GC-2026-014", "B3"))
    place = Place(navigation.READING, "GC-2026-014", "A1")
    desk.context.undo.push(Step("Fundstelle von A1 gelöst", UseCaseCall(_nothing), UseCaseCall(_nothing), place))
    desk.context.messages.note("Fundstelle von A1 gelöst", can_undo=True)
    assert said(window.frame.note_bar) == ["Fundstelle von A1 gelöst", "Strg Z", "Rückgängig"]
    window.frame.note_bar._undo.click()
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert router.here == place
    router.back()
    assert router.here == Place(navigation.APPLICATIONS)


def test_cancelled_work_says_that_nothing_was_changed(open_desk: OpenDesk) -> None:
    desk = open_desk(shown=False)
    desk.context.messages.tell(MendableError("cancelled"))
    assert said(desk.window.frame.note_bar) == ["Abgebrochen. Nichts wurde geändert."]


def test_a_day_that_does_not_exist(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NewRoundDialog(theme, window)
    dialog.setModal(False)
    dialog.show()
    type_text(dialog.title, "Herbstrunde 2026")
    type_text(dialog.day, "31.02.2027")
    dialog.accept_button.click()
    assert "▲ Diesen Tag gibt es nicht. Beispiel: 28.02.2027" in said(dialog)
    dialog.close()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("disk_full", "Der Datenträger ist voll."),
        ("workspace_unreachable", "Der Datenträger ist nicht erreichbar."),
        ("workspace_read_only", "In die Arbeitsdatei darf nicht geschrieben werden."),
    ],
)
def test_why_nothing_is_saved(code: str, sentence: str) -> None:
    assert Messages("de").why_unsaved(MendableError(code, "x.votum")) == sentence


def test_no_message_of_the_window_shouts_or_is_sorry() -> None:
    shown = {
        key: forms
        for key, forms in words.entries().items()
        if key.startswith(("error.", "saving.", "notice.", "finding."))
    }
    assert shown
    loud = ("!", "leider", "erfolgreich", "bitte warten", "Hash", "Datenbank", "Bundle")
    assert [key for key, forms in shown.items() for sign in loud if sign in forms["de"]] == []


def test_questions_for_files_begin_where_the_last_one_ended(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk().window
    asked: list[str] = []
    answers: dict[str, Callable[..., Any]] = {
        "getOpenFileName": lambda _parent, _title, start, _kind: asked.append(start) or (str(stick / "a.votum"), ""),  # type: ignore[func-returns-value] # reason: notes and answers
        "getSaveFileName": lambda _parent, _title, start, _kind: asked.append(start) or ("", ""),  # type: ignore[func-returns-value] # reason: notes and answers
    }
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(FileQuestions, "last_folder", None)
    for name, answer in answers.items():
        monkeypatch.setattr(f"reviewer_app.ui.shell.file_questions.QFileDialog.{name}", answer)
    FileQuestions.workspace(window)
    FileQuestions.copy(window, "kopie.votum")
    stick.rmdir()
    FileQuestions.copy(window, "kopie.votum")
    assert asked == [str(tmp_path), str(stick / "kopie.votum"), "kopie.votum"]
