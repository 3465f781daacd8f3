"""Releasing a consolidation from its page: what it waits for, what it locks, how it is taken back."""

from fractions import Fraction
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews import consolidating
from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.consolidation.release_dialog import Confirmed, ReleaseDialog, ReleaseView
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import QuestionDialog
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.factories.rounds import NOW
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser

CONTROL = Qt.KeyboardModifier.ControlModifier
HERE = Place(navigation.CONSOLIDATION, worked_case.NUMBER, "B1")
DISPUTED = {"B1": "3.5", "B5": "3", "C3": "3.5"}


@pytest.fixture
def chair(open_case: OpenCase) -> DeskUser:
    return open_case(worked_case.CHAIR, handed_in=True, place=HERE)


def page_of(user: DeskUser) -> ConsolidationPage:
    page = user.window.router.page
    assert isinstance(page, ConsolidationPage)
    return page


def agree(user: DeskUser, values: dict[str, str]) -> None:
    for key, value in values.items():
        run = user.desk.operations.run(
            consolidating.agree, worked_case.APPLICATION, key, Fraction(value), f"Grund zu {key}", NOW
        )
        run.write()
    user.settle()


def chips(user: DeskUser) -> list[str]:
    presenter = user.window.router.presenter
    assert presenter is not None
    return [chip.word for chip in presenter.header().chips]


def answering[T](answer: T, *_arguments: object) -> T:
    return answer


def is_locked(page: ConsolidationPage) -> bool:
    return page.criterion.reason.isReadOnly() and not page.criterion.set_button.isEnabled()


def test_a_release_waits_until_nothing_is_open_then_locks_and_can_be_taken_back(
    chair: DeskUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions, page = chair.window.actions_table, page_of(chair)
    assert actions.reason("release") == "3 Konsenswerte offen"
    assert chips(chair) == ["3 offen"]
    agree(chair, DISPUTED)
    assert (actions.reason("release"), chips(chair)) == ("", ["nichts offen"])

    monkeypatch.setattr(ReleaseDialog, "ask", partial(answering, None))
    actions.trigger("release")
    chair.settle()
    assert not is_locked(page)

    monkeypatch.setattr(ReleaseDialog, "ask", partial(answering, Confirmed(ReleaseDialog.CONFIRMED)))
    actions.trigger("release")
    chair.settle()
    assert chips(chair) == ["Freigegeben am 24.11.2026, R. Vogelsang"]
    assert page.band.view.label == "Vorschlag, freigegeben"
    assert is_locked(page)
    assert page.criterion.stored == "Festgehalten: 3,5, 24.11.2026 14:32 · freigegeben, nur lesbar"
    assert actions.reason("set_consensus") == "Der Antrag ist freigegeben und nur lesbar."
    assert not chair.desk.context.undo.can_undo
    assert page.take_button.text() == ""

    chair.go(Place(navigation.CONSOLIDATIONS))
    shown = chair.window.router.page
    assert isinstance(shown, ApplicationsPage)
    line = next(one for one in shown.model.all_rows if one.number == worked_case.NUMBER)
    assert line.chip.word == "Freigegeben"

    chair.go(HERE)
    monkeypatch.setattr(QuestionDialog, "ask_reason", partial(answering, "Nachtrag zu B1"))
    actions.trigger("withdraw_release")
    chair.settle()
    assert not is_locked(page)
    assert [line.change for line in page.criterion.history] == ["Freigabe zurückgenommen", "Freigegeben", "3,5"]
    assert page.criterion.history[0].reason == "Nachtrag zu B1"


def test_where_nothing_is_open_the_key_that_sets_a_value_leads_to_the_release(
    chair: DeskUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ReleaseView] = []
    monkeypatch.setattr(ReleaseDialog, "ask", lambda _theme, _parent, view: asked.append(view))
    agree(chair, dict(list(DISPUTED.items())[:2]))
    page_of(chair).discussion.criterion_chosen.emit("C3")
    page_of(chair).criterion.reason.setFocus()
    chair.type("Wie besprochen.")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    assert asked == []
    chair.press(Qt.Key.Key_Return, CONTROL)
    assert len(asked) == 1


def test_what_was_agreed_before_is_shown_in_place(chair: DeskUser) -> None:
    page = page_of(chair)
    assert not page.criterion.history_button.isVisible()
    assert chair.window.actions_table.reason("show_decisions") != ""
    agree(chair, {"B1": "3"})
    agree(chair, {"B1": "3.5"})
    first, second = page.criterion.history
    assert (first.change, first.who, first.reason) == ("3,0 → 3,5", "24.11.2026 14:32 · R. Vogelsang", "Grund zu B1")
    assert second.change == "3,0"
    page.criterion.history_button.setFocus()
    chair.press(Qt.Key.Key_Space)
    inside = chair.focus
    assert inside.accessibleName() == "Verlauf von B1"
    chair.press(Qt.Key.Key_Escape)
    assert page.criterion.history_button.hasFocus()


def test_undisputed_values_are_offered_at_one_place(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, handed_in=True, place=HERE, size=(1920, 1080))
    page, presenter = page_of(user), user.window.router.presenter
    assert presenter is not None
    assert page.size_class is SizeClass.WIDE
    assert page.discussion.isAncestorOf(page.take_button)
    assert page.take_button.isVisible()
    assert presenter.header().buttons == ("release",)
    user.resize(1366, 768)
    assert not page.discussion.isAncestorOf(page.take_button)
    assert (page.take_button.isVisible(), page.take_button.text()) == (True, "17 unstrittige Werte übernehmen")


def test_without_reviews_the_page_offers_to_read_them_in(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, place=Place(navigation.CONSOLIDATION, worked_case.OTHER_NUMBER))
    page = page_of(user)
    assert page.closed.title == "Noch keine Gutachten"
    assert user.focus.objectName() == "import"
    user.press(Qt.Key.Key_F6)
    assert page.is_closed


def test_back_finds_criterion_segment_and_focus_again(chair: DeskUser) -> None:
    page = page_of(chair)
    page.discussion.criterion_chosen.emit("C3")
    page.criterion.reason.setFocus()
    chair.go(Place(navigation.READING, worked_case.NUMBER, "C3"))
    chair.window.router.back()
    chair.settle()
    here = chair.window.router.here
    assert here is not None
    assert (here.page, here.detail) == (navigation.CONSOLIDATION, "C3")
    assert page.criterion.reason.hasFocus()


def test_the_dialog_releases_only_with_its_tick(theme: Theme) -> None:
    parent = QWidget()
    dialog = ReleaseDialog(theme, parent, ReleaseView("Werratal", "Vorschlag: Aufnahme", ("20 Konsenswerte",)))
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.accessibleDescription() == "Zur Freigabe ist diese Bestätigung erforderlich."
    dialog.tick.click()
    assert dialog.accept_button.isEnabled()
    dialog.deleteLater()
    parent.deleteLater()


def test_the_dialog_asks_why_a_missing_review_is_not_waited_for(theme: Theme) -> None:
    parent = QWidget()
    view = ReleaseView("Werratal", "Vorschlag: Aufnahme", ("2 von 3 Gutachten liegen vor.",), incomplete=True)
    dialog = ReleaseDialog(theme, parent, view)
    dialog.tick.click()
    dialog.accept_button.click()
    assert not dialog.result()
    dialog.reason_edit.setPlainText("Erkrankt.")
    dialog.accept_button.click()
    assert dialog.result()
    dialog.deleteLater()
    parent.deleteLater()


def test_a_value_that_is_open_again_says_why_and_is_taken_over_anew(chair: DeskUser) -> None:
    """An undisputed value is taken over; then the median moves, as it would with a further review."""
    page, actions, operations = page_of(chair), chair.window.actions_table, chair.desk.operations
    moved = Consensus("A1", Fraction(1), origin=ConsensusOrigin.TAKEN, median=Fraction(1))

    def take(uow: UnitOfWork) -> None:
        uow.consensus.put(worked_case.APPLICATION, moved, NOW, "R. Vogelsang")
        uow.commit()

    operations.run(take).write()
    agree(chair, DISPUTED)
    chair.go(Place(navigation.CONSOLIDATION, worked_case.NUMBER, "A1"))
    chair.settle()
    said = page.criterion.stored
    assert said.startswith("Wieder offen: 1,0 wurde vom Median 1,0 übernommen; der Median ist jetzt 3,5."), said
    assert actions.reason("release") == "1 Konsenswert offen"
    actions.trigger("take_undisputed")
    chair.settle()
    assert actions.reason("release") == ""
    assert page.criterion.history[0].change.endswith("übernommen")
    assert page.criterion.history[0].reason == ""
    actions.trigger("undo")
    chair.settle()
    assert page.criterion.stored == said
