"""Reading and scoring with keys alone, stored at once, never preset, undone as one stack."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.reviews.review import OVERALL, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import NB
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.submission import EnterForDialog, SubmitDialog
from reviewer_app.ui.scoring.rationale_field import RationaleField
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import QuestionDialog
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import SaveStatus
from tests.factories import rounds, worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import opened, page_of, presenter_of, stored

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_opening_puts_the_focus_on_the_scale_and_shows_what_is_stored(open_case: OpenCase) -> None:
    user = open_case()
    page = page_of(user)
    assert page.scoring.criterion.entry.has_focus
    control = page.scoring.criterion.entry.control
    assert control is not None
    assert control.value == Fraction(7, 2)
    assert page.scoring.criterion.rationale.toPlainText() == worked_case.RATIONALE


def test_nothing_is_preset_for_a_criterion_without_a_value(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    control = page_of(user).scoring.criterion.entry.control
    assert control is not None
    assert control.value is None
    assert stored(user).value("D1") is None


def test_opening_and_walking_write_nothing(open_case: OpenCase) -> None:
    user = open_case()
    before = stored(user)
    presenter = presenter_of(user)
    for key in [one.key for one in rounds.catalogue().criteria]:
        presenter.open_criterion(key)
    user.settle()
    assert stored(user) == before
    assert not user.desk.context.undo.can_undo


def test_two_keys_score_and_go_on(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "C5"))
    user.press(Qt.Key.Key_4)
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert stored(user).value("C5") == Fraction(4)
    assert opened(user) == "D1"
    assert page_of(user).scoring.criterion.entry.has_focus


def test_what_is_open_is_finished_with_two_keys_for_each_criterion(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "C5"))
    for _ in ("C5", "D1", "D2", "D3", "D4", "D5"):
        user.press(Qt.Key.Key_4)
        user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert page_of(user).scoring.standing.done.startswith("20 von 20")
    assert opened(user) == "B5"
    assert stored(user).value("D5") == Fraction(4)


def test_score_comma_enter_text_and_on(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "C5"))
    user.type("3")
    user.type(",")
    user.press(Qt.Key.Key_Return)
    assert isinstance(user.focus, RationaleField)
    user.type("Zugänge nach Österreich, belegt – „A16“.")
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    review = stored(user)
    assert review.value("C5") == Fraction(7, 2)
    assert review.rationale("C5") == "Zugänge nach Österreich, belegt – „A16“."
    assert opened(user) == "D1"


def test_a_value_is_stored_at_once_and_the_map_shows_it(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    user.press(Qt.Key.Key_5)
    tile = page_of(user).scoring.map.tiles["D1"]
    assert tile.accessibleName() == "D1, 5,0"
    user.settle()
    assert stored(user).value("D1") == Fraction(5)


def test_nb_and_clearing(open_case: OpenCase) -> None:
    user = open_case()
    user.type("n")
    user.settle()
    assert stored(user).value("B3") is NB
    user.press(Qt.Key.Key_Delete)
    user.settle()
    assert stored(user).value("B3") is None
    assert stored(user).rationale("B3") == worked_case.RATIONALE


def test_text_is_stored_within_a_second_while_typing_goes_on(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Erster Satz.")
    qtbot.waitUntil(lambda: not presenter_of(user).answers.waits, timeout=2_000)
    user.type(" Zweiter")
    assert stored(user).rationale("D1") == "Erster Satz."
    assert page_of(user).scoring.criterion.rationale.toPlainText() == "Erster Satz. Zweiter"


def test_leaving_the_field_stores_at_once(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Kurz.")
    user.press(Qt.Key.Key_Tab)
    user.settle()
    assert stored(user).rationale("D1") == "Kurz."


def test_closing_the_window_stores_what_was_typed(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Noch nicht verlassen.")
    user.window.router.leave()
    user.settle()
    assert stored(user).rationale("D1") == "Noch nicht verlassen."


def test_undo_takes_the_value_back_and_redo_brings_it_again(open_case: OpenCase) -> None:
    user = open_case()
    user.press(Qt.Key.Key_1)
    user.settle()
    user.press(Qt.Key.Key_Z, CONTROL)
    user.settle()
    control = page_of(user).scoring.criterion.entry.control
    assert control is not None
    assert control.value == Fraction(7, 2)
    assert stored(user).value("B3") == Fraction(7, 2)
    user.press(Qt.Key.Key_Y, CONTROL)
    user.settle()
    assert stored(user).value("B3") == Fraction(1)


def test_undo_after_another_criterion_was_opened_shows_where_it_acted(open_case: OpenCase) -> None:
    user = open_case()
    user.press(Qt.Key.Key_1)
    presenter_of(user).open_criterion("D2")
    user.settle()
    user.press(Qt.Key.Key_Z, CONTROL)
    user.settle()
    assert opened(user) == "B3"
    assert stored(user).value("B3") == Fraction(7, 2)


def test_every_step_back_says_what_and_where_and_can_be_done_again(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    user.press(Qt.Key.Key_4)
    user.go(Place(navigation.READING, "GC-2026-002"))
    user.press(Qt.Key.Key_Z, CONTROL)
    user.settle()
    bar = user.window.frame.note_bar
    assert bar.accessibleName() == f"Rückgängig gemacht: {worked_case.NUMBER} · D1: 4,0"
    assert (opened(user), stored(user).value("D1")) == ("D1", None)
    for button in bar.findChildren(Button):
        button.click()
    user.settle()
    assert bar.accessibleName() == f"Wiederholt: {worked_case.NUMBER} · D1: 4,0"
    assert stored(user).value("D1") == Fraction(4)


def test_typing_is_one_step_and_comes_back_as_a_whole(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Ein Satz")
    presenter_of(user).answers.flush()
    user.type(" und noch einer")
    user.press(Qt.Key.Key_Z, CONTROL)
    user.settle()
    assert stored(user).rationale("D1") == ""
    assert page_of(user).scoring.criterion.rationale.toPlainText() == ""


def test_a_very_long_text_is_stored_whole_and_there_after_another_application(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D1"))
    panel = page_of(user).scoring.criterion
    panel.rationale.setFocus()
    text = "Absatz mit Grund. 👩🏽‍🔬 نص.\n" * 1_500
    QApplication.clipboard().setText(text)
    user.press(Qt.Key.Key_V, CONTROL)
    assert panel.note.isVisible()
    assert "20.000" in panel.note.text()
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    user.go(Place(navigation.READING, worked_case.NUMBER, "D1"))
    assert page_of(user).scoring.criterion.rationale.text == text
    assert stored(user).rationale("D1") == text


def test_after_the_last_criterion_comes_the_general_impression(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "D5"))
    user.press(Qt.Key.Key_PageDown, CONTROL)
    assert opened(user) == OVERALL
    user.type("Ein Verbund, der trägt.")
    user.press(Qt.Key.Key_Tab)
    user.settle()
    assert stored(user).overall == "Ein Verbund, der trägt."
    user.press(Qt.Key.Key_PageUp, CONTROL)
    assert opened(user) == "D5"


def test_the_footer_says_the_standing(open_case: OpenCase) -> None:
    user = open_case()
    footer = page_of(user).scoring.standing
    assert footer.points == "43,3 von 66 Punkten"
    assert footer.percent == "66\u00a0%"
    assert footer.done == "14 von 20 bewertet, davon 1 n.\u00a0b. · 1 Begründung offen"


def test_others_are_hidden_until_ones_own_review_is_in(open_case: OpenCase) -> None:
    user = open_case()
    assert not page_of(user).scoring.criterion.others.isVisible()


def test_others_stand_beside_ones_own_once_it_is_in(open_case: OpenCase) -> None:
    user = open_case(handed_in=True, place=Place(navigation.READING, worked_case.NUMBER, "B1"))
    panel = page_of(user).scoring.criterion
    assert panel.others.isVisible()
    assert [one.who for one in panel.others.shown] == ["J. Brandes", "K. Tamm"]


def test_a_review_that_is_in_cannot_be_changed(open_case: OpenCase) -> None:
    user = open_case(handed_in=True)
    page = page_of(user)
    assert page.scoring.whose == "Das Gutachten ist eingereicht und nur lesbar."
    assert not page.scoring.next_button.isVisible()
    page.scoring.criterion.entry.setFocus()
    user.press(Qt.Key.Key_1)
    page.scoring.criterion.rationale.setFocus()
    user.type("Nachtrag")
    user.settle()
    assert stored(user).value("B3") == Fraction(7, 2)
    assert stored(user).rationale("B3") == worked_case.RATIONALE


def test_handing_in_lists_what_is_missing_and_links_there(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case()
    seen: list[int] = []

    def ask(_theme: object, _parent: object, reading: object, _language: str) -> str:
        seen.append(len(reading.missing))  # type: ignore[attr-defined] # reason: a Reading
        return "D2"

    monkeypatch.setattr(SubmitDialog, "ask", ask)
    user.press(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    user.settle()
    assert seen == [7]
    assert opened(user) == "D2"
    assert stored(user).state is ReviewState.DRAFT


def test_going_on_leads_to_what_is_missing(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case()
    monkeypatch.setattr(SubmitDialog, "ask", lambda *_: SubmitDialog.GO_ON)
    for begun, then in ((OVERALL, "B5"), ("A1", "B5"), ("D3", "D3")):
        presenter_of(user).open_criterion(begun)
        user.window.actions_table.trigger("submit_review")
        user.settle()
        assert opened(user) == then


def test_what_was_just_typed_counts_when_handing_in_and_the_next_application_opens(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "B5"))
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Unter dem Mindestwert, weil die Finanzierung endet.")
    for key in ("C5", "D1", "D2", "D3", "D4", "D5"):
        presenter_of(user).open_criterion(key)
        user.press(Qt.Key.Key_3)
    monkeypatch.setattr(SubmitDialog, "ask", lambda *_: SubmitDialog.SUBMIT)
    user.window.actions_table.trigger("submit_review")
    user.settle()
    user.settle()
    assert stored(user).state is ReviewState.SUBMITTED
    here = user.window.router.here
    assert here is not None
    assert (here.application, opened(user)) == ("GC-2026-002", "A1")
    assert page_of(user).scoring.criterion.entry.has_focus
    user.go(Place(navigation.READING, worked_case.NUMBER))
    assert user.window.actions_table.reason("reopen_review") == ""


def test_handing_in_is_what_comes_after_the_last_answer(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case()
    button = page_of(user).scoring.next_button
    assert button.text() == "Nächstes offenes"
    for key in ("C5", "D1", "D2", "D3", "D4", "D5"):
        presenter_of(user).open_criterion(key)
        user.press(Qt.Key.Key_3)
    presenter_of(user).open_criterion("B5")
    page_of(user).scoring.criterion.rationale.setFocus()
    user.type("Die Finanzierung endet 2027.")
    user.press(Qt.Key.Key_Tab)
    user.settle()
    assert button.text() == "Gesamteindruck"
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert (opened(user), button.text()) == (OVERALL, "Einreichen …")
    monkeypatch.setattr(SubmitDialog, "ask", lambda *_: "D2")
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert opened(user) == "D2"


def test_opening_again_takes_a_reason(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case(handed_in=True)
    monkeypatch.setattr(QuestionDialog, "ask_reason", lambda *_: "Zahlendreher in C2")
    user.window.actions_table.trigger("reopen_review")
    user.settle()
    user.settle()
    review = stored(user)
    assert (review.state, review.reopened_reason) == (ReviewState.DRAFT, "Zahlendreher in C2")
    assert page_of(user).scoring.whose == ""


def test_what_is_missing_next_may_be_a_reason(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "B4"))
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert opened(user) == "B5"
    assert isinstance(user.focus, RationaleField)
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert opened(user) == "C5"
    for _ in ("C5", "D1", "D2", "D3", "D4", "D5"):
        user.press(Qt.Key.Key_4)
        user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert opened(user) == "B5"
    scoring = page_of(user).scoring
    assert scoring.standing.done == "20 von 20 bewertet, davon 1 n.\u00a0b. · 1 Begründung offen"
    assert scoring.next_button.text() == "Nächstes offenes"
    user.type("Die Finanzierung endet 2027.")
    user.press(Qt.Key.Key_Return, CONTROL)
    user.settle()
    assert opened(user) == OVERALL


def test_a_review_from_paper_is_entered_for_its_reviewer(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case(worked_case.CHAIR)
    monkeypatch.setattr(EnterForDialog, "ask", lambda *_: ("Prof. H. Öztürk", ReviewOrigin.PHONE))
    user.window.actions_table.trigger("enter_for")
    user.settle()
    user.settle()
    page = page_of(user)
    assert page.scoring.whose == "Eintragung für Prof. H. Öztürk, telefonisch"
    user.press(Qt.Key.Key_2)
    user.settle()
    presenter = presenter_of(user)
    assert presenter.reviewer is not None
    review = stored(user, presenter.reviewer)
    assert (review.origin, review.value("B3")) == (ReviewOrigin.PHONE, Fraction(2))
    user.window.actions_table.trigger("own_review")
    user.settle()
    assert page.scoring.whose == ""


def test_what_is_typed_while_another_review_is_loaded_stays_in_the_first(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_case(worked_case.CHAIR)
    presenter, rationale = presenter_of(user), page_of(user).scoring.criterion.rationale
    monkeypatch.setattr(EnterForDialog, "ask", lambda *_: ("Prof. H. Öztürk", ReviewOrigin.PAPER))
    user.window.actions_table.trigger("enter_for")
    user.settle()
    user.settle()
    person = presenter.reviewer
    assert person is not None
    presenter.show_person(None, ReviewOrigin.DESK)
    rationale.moveCursor(QTextCursor.MoveOperation.End)
    rationale.insertPlainText(" Noch ein Satz.")
    user.settle()
    presenter.leave()
    user.settle()
    assert stored(user, person).rationale("B3") == " Noch ein Satz."


def test_nobody_is_asked_about_handing_in_where_they_have_gone_meanwhile(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    user, fails, asked = open_case(), [True], list[str]()
    operations = user.desk.operations

    def store(_uow: UnitOfWork) -> None:
        if fails:
            raise WorkspaceError("store_unwritable", reason="full")

    def ask(*_words: object) -> str:
        asked.append("asked")
        return ""

    monkeypatch.setattr(SubmitDialog, "ask", ask)
    operations.run(store).write()
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.FAILED)
    user.window.actions_table.trigger("submit_review")
    user.window.router.go(Place(navigation.APPLICATIONS))
    fails.clear()
    operations.retry()
    user.settle()
    user.settle()
    assert asked == []


def test_whoever_goes_on_before_a_review_for_somebody_else_has_begun_reads_with_their_own(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_case(worked_case.CHAIR)
    monkeypatch.setattr(EnterForDialog, "ask", lambda *_: ("Prof. H. Öztürk", ReviewOrigin.PHONE))
    user.window.actions_table.trigger("enter_for")
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    assert presenter_of(user).reviewer is None


def test_another_person_at_the_desk_reads_with_their_own_review(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR)
    presenter_of(user).show_person(worked_case.ADLER, ReviewOrigin.PAPER)
    user.settle()
    user.window.actions_table.trigger("act_as_reviewer")
    user.settle()
    user.go(Place(navigation.READING, worked_case.NUMBER))
    assert presenter_of(user).reviewer is None


def test_an_application_gone_through_on_the_way_back_leaves_the_next_one_where_it_was(open_case: OpenCase) -> None:
    """Back, and on to another application before the first one was loaded again."""
    user = open_case()

    def give_the_same_annexes(uow: UnitOfWork) -> None:
        annexes = uow.applications.get(worked_case.APPLICATION).annexes
        other = uow.applications.get(worked_case.OTHER)
        uow.applications.add(replace(other, version=other.version + 1, annexes=annexes), "more")
        uow.commit()

    user.desk.operations.run(give_the_same_annexes).write()
    first = presenter_of(user).annexes.first
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    untouched = first.current
    user.go(Place(navigation.READING, worked_case.NUMBER))
    first.open(next(line.key for line in reversed(first.lines) if line.key != untouched))
    user.settle()
    assert first.current != untouched
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    user.window.router.back()
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    assert first.current == untouched


def test_one_key_opens_what_the_evidence_of_the_criterion_names(open_case: OpenCase) -> None:
    user = open_case(place=Place(navigation.READING, worked_case.NUMBER, "B3"))
    page = page_of(user)
    assert page.scoring.criterion.to_read_button.text() == "Nachlesen: Formular 6 · A07"
    opened_annexes = []
    for _ in range(3):
        user.press(Qt.Key.Key_J, CONTROL)
        user.settle()
        assert page.annexes.isAncestorOf(user.focus)
        opened_annexes.append(presenter_of(user).annexes.first.current)
    assert opened_annexes == [FORM, "A07", FORM]
    presenter_of(user).open_criterion("B1")
    user.press(Qt.Key.Key_J, CONTROL)
    user.settle()
    assert presenter_of(user).annexes.first.current == FORM
