"""Bringing reviews together: the worked case, suggestions that are not stored, reasons that are compulsory."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin
from reviewer_app.ui.consolidation.matrix_model import MatrixColumn
from reviewer_app.ui.consolidation.page import DISPUTED, ConsolidationPage
from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.scoring.rationale_field import RationaleField
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, opened

CONTROL = Qt.KeyboardModifier.ControlModifier
HERE = Place(navigation.CONSOLIDATION, worked_case.NUMBER)


@pytest.fixture
def chair(open_case: OpenCase) -> DeskUser:
    return open_case(worked_case.CHAIR, handed_in=True, place=HERE)


def page_of(user: DeskUser) -> ConsolidationPage:
    page = user.window.router.page
    assert isinstance(page, ConsolidationPage)
    return page


def agreed(user: DeskUser) -> dict[str, Consensus]:
    found: list[dict[str, Consensus]] = []
    pending = user.desk.operations.run(lambda uow: dict(uow.consensus.of(worked_case.APPLICATION)))
    pending.done(found.append).read()
    user.settle()
    return found[0]


def spoken(user: DeskUser, key: str) -> tuple[str, ...]:
    row = page_of(user).model.row(page_of(user).model.row_of(key))
    assert row is not None
    return row.spoken


def test_the_band_says_result_chain_and_robustness(chair: DeskUser) -> None:
    view = page_of(chair).band.view
    assert (view.label, view.result, view.total) == ("Vorschlag, vorläufig", "Aufnahme mit Auflagen", "65,6")
    assert view.facts == "von 100 Punkten, 3 Konsenswerte noch offen (Median eingesetzt)"
    matched = next(link for link in view.chain if link.matched)
    assert matched.id == "R4"
    assert "65,6 unter 70 Punkten" in matched.text
    assert "D 54\u00a0% unter 60\u00a0%" in matched.text
    assert view.robust == "Das Ergebnis hängt von 2 der 3 Gutachten ab"
    assert view.robust_detail == "ohne G1 Aufnahme, ohne G2 Zurückstellung"
    assert len(view.probes) == 8


def test_figures_of_another_application_are_covered_until_the_store_has_answered(chair: DeskUser) -> None:
    page = page_of(chair)
    middle = page.matrix.mapTo(page, page.matrix.rect().center())
    in_sight = page.childAt(middle)
    assert in_sight is page.matrix.viewport()
    chair.window.router.go(Place(navigation.CONSOLIDATION, worked_case.OTHER_NUMBER))
    assert page.childAt(middle) is not in_sight
    assert page.matrix.isVisible()
    chair.settle()
    assert page.closed.isVisible()
    assert page.childAt(page.rect().bottomRight()) is page.closed


def test_figures_another_person_saw_are_covered_and_what_is_on_its_way_to_them_is_dropped(chair: DeskUser) -> None:
    """The same number may be in another round too."""
    page, presenter, context = page_of(chair), chair.window.router.presenter, chair.desk.context
    assert isinstance(presenter, ConsolidationPresenter)
    assert context.identity is not None
    chair.go(Place(navigation.APPLICATIONS))
    presenter.load()
    context.show_identity(replace(context.identity, me=next(iter(context.identity.people))))
    chair.window.router.go(HERE)
    assert page.is_covered
    loaded: list[str] = []
    presenter.header_changed.connect(lambda: loaded.append(presenter.header().title))
    chair.settle()
    assert len(loaded) == 1
    assert not page.is_covered


def test_the_matrix_speaks_its_cells(chair: DeskUser) -> None:
    said = spoken(chair, "B1")
    assert said[2:5] == ("B1, G1: 1,5, unter Mindestwert", "B1, G2: 4,5", "B1, G3: 3,5")
    assert said[5] == "G1 1,5; G2 4,5; G3 3,5; Median 3,5; Mindestwert 3,0"
    assert said[6] == "Spanne 3,0, Klärungsbedarf"
    assert said[7] == "B1, Konsens offen"
    assert spoken(chair, "C3")[4] == "C3, G3: nicht beurteilbar"
    assert spoken(chair, "A1")[7] == "A1, Vorschlag 3,5"


def test_opening_shows_the_first_topic_with_the_rounded_median_that_is_not_stored(chair: DeskUser) -> None:
    assert opened(chair) in {"", "B1"}
    control = page_of(chair).criterion.entry.control
    assert control is not None
    assert control.value == Fraction(7, 2)
    assert spoken(chair, "B1")[7] == "B1, Konsens offen"
    assert page_of(chair).criterion.effect == "Mit 3,5: 65,6 Punkte, R4.  Unter 3,0: R3 Zurückstellung."
    assert agreed(chair) == {}


def test_looking_around_writes_nothing(chair: DeskUser) -> None:
    page = page_of(chair)
    page.matrix.setFocus()
    for _ in range(8):
        chair.press(Qt.Key.Key_Down)
        chair.press(Qt.Key.Key_Right)
    chair.settle()
    assert agreed(chair) == {}
    assert not chair.desk.context.undo.can_undo


def test_a_reason_that_is_too_long_says_its_length_and_stays(chair: DeskUser) -> None:
    page = page_of(chair)
    page.criterion.reason.setPlainText("")
    page.criterion.reason_typed.emit("x" * 20_412)
    page.criterion.entry.setFocus()
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    assert agreed(chair) == {}
    assert page.criterion.fault == "▲ Die Begründung hat 20.412 Zeichen, höchstens 20.000 sind möglich."


def test_a_flagged_criterion_needs_a_reason(chair: DeskUser) -> None:
    page = page_of(chair)
    page.criterion.entry.setFocus()
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    assert agreed(chair) == {}
    assert page.criterion.fault == "▲ Hier ist eine Begründung Pflicht."
    assert isinstance(chair.focus, RationaleField)


def test_value_reason_and_on_by_keys_alone(chair: DeskUser) -> None:
    page_of(chair).criterion.entry.setFocus()
    chair.type("3")
    chair.press(Qt.Key.Key_Return)
    chair.type("Ziele sind beschlossen, die Überprüfung steht aus.")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    chair.settle()
    found = agreed(chair)
    assert list(found) == ["B1"]
    assert (found["B1"].value, found["B1"].origin) == (Fraction(3), ConsensusOrigin.ENTERED)
    assert opened(chair) == "B5"
    assert page_of(chair).criterion.entry.has_focus
    chair.press(Qt.Key.Key_Z, CONTROL)
    chair.settle()
    assert agreed(chair) == {}
    assert opened(chair) == "B1"


def test_keys_after_a_value_is_set_go_to_the_next_criterion_before_the_store_has_answered(chair: DeskUser) -> None:
    page_of(chair).criterion.entry.setFocus()
    for value, reason in (("3", "Ziele sind beschlossen."), ("4", "Die Anlage belegt es.")):
        chair.type(value)
        chair.press(Qt.Key.Key_Return)
        chair.type(reason)
        chair.press(Qt.Key.Key_Return, CONTROL)
    assert opened(chair) == "C3"
    chair.settle()
    said = {key: (one.value, one.reason) for key, one in agreed(chair).items()}
    assert said == {"B1": (Fraction(3), "Ziele sind beschlossen."), "B5": (Fraction(4), "Die Anlage belegt es.")}
    chair.press(Qt.Key.Key_Z, CONTROL)
    chair.settle()
    assert list(agreed(chair)) == ["B1"]
    assert opened(chair) == "B5"


def test_the_suggestion_can_be_set_as_it_is(chair: DeskUser) -> None:
    page_of(chair).criterion.reason.setFocus()
    chair.type("Der Median trifft es.")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    assert agreed(chair)["B1"].value == Fraction(7, 2)


def test_what_was_chosen_and_not_set_is_kept_while_one_looks_elsewhere(chair: DeskUser) -> None:
    page = page_of(chair)
    page.criterion.entry.setFocus()
    chair.type("2")
    page.discussion.criterion_chosen.emit("B5")
    page.discussion.criterion_chosen.emit("B1")
    control = page.criterion.entry.control
    assert control is not None
    assert control.value == Fraction(2)
    assert agreed(chair) == {}


def test_undisputed_values_are_taken_in_one_act_and_given_back(chair: DeskUser) -> None:
    chair.window.actions_table.trigger("take_undisputed")
    chair.settle()
    found = agreed(chair)
    assert len(found) == 17
    assert {one.origin for one in found.values()} == {ConsensusOrigin.TAKEN}
    assert not {"B1", "B5", "C3"} & found.keys()
    chair.press(Qt.Key.Key_Z, CONTROL)
    chair.settle()
    assert agreed(chair) == {}


def test_a_consensus_can_be_taken_back(chair: DeskUser) -> None:
    page_of(chair).criterion.reason.setFocus()
    chair.type("Grund")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.settle()
    chair.go(Place(navigation.CONSOLIDATION, worked_case.NUMBER, "B1"))
    chair.window.actions_table.trigger("remove_consensus")
    chair.settle()
    assert agreed(chair) == {}


def test_only_topics_come_in_their_order(chair: DeskUser) -> None:
    page = page_of(chair)
    page.segments.segment_chosen.emit(DISPUTED)
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    assert [row.key for row in rows if row is not None] == ["B1", "B5", "C3"]


def test_names_can_be_hidden(chair: DeskUser) -> None:
    page = page_of(chair)
    assert [head.name for head in page.model.heads] == ["M. Adler", "J. Brandes", "K. Tamm"]
    chair.window.actions_table.trigger("hide_names")
    assert [head.name for head in page.model.heads] == ["", "", ""]
    assert "Adler" not in page.criterion.cards.cards[0].text.accessibleName()


def test_enter_on_a_cell_opens_that_reviewers_reason(chair: DeskUser) -> None:
    page = page_of(chair)
    page.matrix.setFocus()
    model = page.model
    page.matrix.setCurrentIndex(model.index(model.row_of("B1"), model.column(MatrixColumn.REVIEW) + 1))
    chair.press(Qt.Key.Key_Return)
    assert page.criterion.cards.cards[1].text.hasFocus()


def test_page_keys_walk_the_list(chair: DeskUser) -> None:
    chair.go(Place(navigation.CONSOLIDATIONS))
    chair.go(HERE)
    step = Qt.Key.Key_PageUp if chair.desk.context.order.index(worked_case.NUMBER) else Qt.Key.Key_PageDown
    page_of(chair).matrix.setFocus()
    chair.press(step, CONTROL)
    chair.settle()
    here = chair.window.router.here
    assert here is not None
    assert (here.page, here.application) == (navigation.CONSOLIDATION, worked_case.OTHER_NUMBER)


def test_an_application_without_reviews_says_so(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, place=Place(navigation.CONSOLIDATION, worked_case.OTHER_NUMBER))
    assert page_of(user).closed.isVisible()


def test_where_there_is_room_for_one_pane_f6_changes_it(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, handed_in=True, place=HERE, size=(1100, 768))
    page = page_of(user)
    assert page.size_class is SizeClass.COMPACT
    assert page.matrix.isVisible()
    assert not page.criterion.isVisible()
    user.press(Qt.Key.Key_F6)
    assert page.criterion.isVisible()
    assert not page.matrix.isVisible()
    user.press(Qt.Key.Key_F6)
    page.matrix.setCurrentIndex(page.model.index(page.model.row_of("B5"), page.model.column(MatrixColumn.REVIEW) + 2))
    user.press(Qt.Key.Key_Return)
    assert page.criterion.cards.cards[2].text.hasFocus()


def test_wide_lists_the_topics_with_their_effect(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, handed_in=True, place=HERE, size=(1920, 1080))
    topics = page_of(user).discussion
    assert topics.isVisible()
    assert [line.key for line in topics.lines] == ["B1", "B5", "C3", "D4"]
    assert topics.lines[0].effect == "Das Ergebnis wäre Zurückstellung, wenn der Konsens unter 3,0 liegt."
    assert topics.lines[0].facts == "Spanne 3,0 · G1 unter Min 3,0, G2 und G3 darüber"
    assert topics.lines[2].effect == "Ändert das Ergebnis nicht. Bitte setzen Sie den Wert."
    assert topics.lines[3].effect == "Sinkt der Wert um einen halben Schritt, wäre das Ergebnis Zurückstellung."


def test_a_reason_that_is_not_set_is_there_when_the_workspace_is_opened_again(chair: DeskUser) -> None:
    """It is kept in the workspace, not in the window: with another identity everything is read anew."""
    desk, page = chair.desk, page_of(chair)
    page.criterion.reason.setPlainText("Noch zu besprechen")
    chair.window.router.leave()
    chair.settle()
    desk.context.identity_changed.emit(desk.context.identity)
    page.criterion.reason.show_text("")
    chair.go(Place(navigation.APPLICATIONS))
    chair.go(Place(navigation.CONSOLIDATION, worked_case.NUMBER))
    assert page.criterion.reason.text == "Noch zu besprechen"
    assert agreed(chair) == {}
