"""Dialogs around a review: what is missing with links, whose review it is, which page."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.reviews.review import Gap, Missing, ReviewOrigin
from reviewer_app.services.reviews import reviewing
from reviewer_app.services.reviews.reviewing import Reading
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.dialogs import PageDialog
from reviewer_app.ui.reading.submission import EnterForDialog, SubmitDialog
from reviewer_app.ui.shell.dialog import QuestionDialog
from tests.factories import rounds, worked_case
from tests.keys import type_text


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    return made


@pytest.fixture
def reading(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reading]:
    path = worked_case.make_case(tmp_path / "r.votum", handed_in=bool(getattr(request, "param", False)))
    workspace = rounds.open_round(path)
    with workspace.unit_of_work() as uow:
        yield reviewing.read(uow, worked_case.NUMBER)
    workspace.close()


def words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def button(dialog: QWidget, text: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == text)


def test_what_is_missing_comes_with_links(theme: Theme, window: QWidget, reading: Reading) -> None:
    dialog = SubmitDialog(theme, window, reading, "de")
    said = words(dialog)
    done = "14 von 20 bewertet, davon 1 n.\u00a0b. · 1 Begründung offen"
    assert f"{reading.application.name} · {done}" in said
    assert "6 Kriterien ohne Wert" in said
    assert "C5, D1, D2, D3, D4, D5" in said
    assert "B5 liegt mit 2,0 unter dem Mindestwert 2,5." in said
    assert "C3 „nicht beurteilbar“ ist begründet" in said
    assert "Ihr Ergebnis nach Katalog" not in said
    assert dialog.accept_button.text() == "Weiter bewerten"
    assert not button(dialog, "Gutachten einreichen").isEnabled()
    assert "Das Einreichen ist möglich, sobald nichts mehr fehlt." in said
    groups = [label.text() for label in dialog.findChildren(QLabel) if label.property("role") == "label"]
    assert groups == ["Noch zu tun", "Zur Kenntnis", "So geht es weiter"]
    button(dialog, "Zu B5").click()
    assert dialog.answer == "B5"


def test_keys_beyond_the_twelfth_stand_in_the_tooltip(theme: Theme, window: QWidget, reading: Reading) -> None:
    every = tuple(Missing(one.key, Gap.SCORE) for one in reading.catalogue.criteria)
    dialog = SubmitDialog(theme, window, replace(reading, missing=every), "de")
    (shown,) = [one for one in dialog.findChildren(QLabel) if one.text().startswith("A1, A2")]
    assert shown.text().endswith("C2 …")
    assert shown.toolTip().endswith("D4, D5")


def test_a_rationale_beyond_the_limit_is_still_to_do(theme: Theme, window: QWidget, reading: Reading) -> None:
    long = replace(reading, missing=(Missing("B3", Gap.LENGTH, Fraction(3), 20_412),))
    dialog = SubmitDialog(theme, window, long, "de")
    assert "Begründung zu B3: 20.412 Zeichen, höchstens 20.000" in words(dialog)
    assert dialog.accept_button.text() == "Weiter bewerten"
    button(dialog, "Zu B3").click()
    assert dialog.answer == "B3"


@pytest.mark.parametrize("reading", [True], indirect=True)
def test_a_complete_review_shows_ones_own_result(theme: Theme, window: QWidget, reading: Reading) -> None:
    dialog = SubmitDialog(theme, window, reading, "de")
    said = words(dialog)
    assert "60,8 von 100 Punkten · R3 Zurückstellung" in said
    assert "Noch zu tun" not in said
    assert dialog.accept_button.text() == "Gutachten einreichen"


def test_going_on_is_no_handing_in(
    theme: Theme, window: QWidget, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SubmitDialog, "exec", lambda _: 1)
    assert SubmitDialog.ask(theme, window, reading, "de") == SubmitDialog.GO_ON
    monkeypatch.setattr(SubmitDialog, "exec", lambda _: 0)
    assert SubmitDialog.ask(theme, window, reading, "de") == ""


@pytest.mark.parametrize("reading", [True], indirect=True)
def test_ones_own_result_shows_once_all_is_scored(theme: Theme, window: QWidget, reading: Reading) -> None:
    unreasoned = replace(reading, missing=(Missing("B5", Gap.RATIONALE, Fraction(2)),))
    said = words(SubmitDialog(theme, window, unreasoned, "de"))
    assert "Begründung zu B5 fehlt" in said
    assert "Ihr Ergebnis nach Katalog" in said


def test_opening_again_says_what_is_kept_and_asks_why(theme: Theme, window: QWidget) -> None:
    text = "Das bisherige bleibt als Fassung 1 erhalten. Warum öffnen Sie es?"
    dialog = QuestionDialog(theme, window, ("Gutachten wieder öffnen?", text, "Wieder öffnen"), "Grund")
    dialog.show()
    buttons = [one.text() for one in (dialog.accept_button, dialog.reject_button)]
    assert (dialog.windowTitle(), buttons) == ("Gutachten wieder öffnen?", ["Wieder öffnen", "Zurück"])
    dialog.accept_button.click()
    assert dialog.isVisible()
    type_text(dialog.reason_edit, "Neue Zahlen zu A03")
    dialog.accept_button.click()
    assert not dialog.isVisible()


def test_ctrl_return_confirms_from_a_field_of_many_lines(theme: Theme, window: QWidget) -> None:
    dialog = QuestionDialog(theme, window, ("Titel", "Text", "Tun"), "Grund")
    dialog.show()
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.reason_edit.setPlainText("Zahlendreher")
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QuestionDialog.DialogCode.Accepted


def test_entering_for_somebody_needs_a_name(theme: Theme, window: QWidget) -> None:
    dialog = EnterForDialog(theme, window, ["J. Brandes"])
    assert dialog.answer == ("", ReviewOrigin.PAPER)
    dialog.accept()
    assert dialog.result() == 0
    dialog.name_box.setCurrentText(" J. Brandes ")
    dialog.phone_button.click()
    dialog.accept()
    assert (dialog.result(), dialog.answer) == (1, ("J. Brandes", ReviewOrigin.PHONE))


def test_the_box_for_a_name_says_what_it_is_in_all_its_parts(theme: Theme, window: QWidget) -> None:
    dialog = EnterForDialog(theme, window, ["J. Brandes"])
    edit, popup = dialog.name_box.lineEdit(), dialog.name_box.view().window()
    assert edit is not None
    assert edit.accessibleName() == "Gutachter:in"
    assert popup.isWindow()
    assert popup.accessibleName() == "Bekannte Gutachter:innen"


@pytest.mark.parametrize(("typed", "page"), [("iv", 4), ("IV", 4), ("2", 6), ("(2)", 2), ("7", None), ("x", None)])
def test_a_page_is_asked_for_as_it_is_printed_or_by_its_number(
    theme: Theme, window: QWidget, typed: str, page: int | None
) -> None:
    dialog = PageDialog(theme, window, 3, 6, ("i", "ii", "iii", "iv", "1", "2"))
    assert dialog.edit.text() == "iii"
    dialog.edit.setText("")
    type_text(dialog.edit, typed)
    dialog.accept()
    assert (dialog.page, dialog.result() == PageDialog.DialogCode.Accepted) == (page, page is not None)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text() == "▲ Diese Seite gibt es nicht."]
    assert bool(said) is (page is None)


def test_a_page_lies_between_the_first_and_the_last(theme: Theme, window: QWidget) -> None:
    dialog = PageDialog(theme, window, 3, 6)
    for typed, page in (("6", 6), ("99", None), ("0", None)):
        dialog.edit.setText(typed)
        assert dialog.page == page


def test_a_dialog_is_gone_when_its_answer_is_read(qapp: QApplication, theme: Theme, window: QWidget) -> None:
    def answer() -> None:
        window.findChildren(QDialog)[-1].accept()

    for _ in range(3):
        QTimer.singleShot(0, answer)
        assert PageDialog.ask(theme, window, 3, 7, ()) == 3
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QDialog) == []
