"""The popover at a mark and the walk through marks, by mouse and keyboard as a person uses them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import (
    MOST_NOTE,
    Annotation,
    Direction,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    WholePlace,
)
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import PersonId
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.reading.mark_card import MarkCard
from reviewer_app.ui.shell.navigation import READING, Place
from reviewer_app.ui.shell.operations import SaveStatus
from tests.factories import rounds, worked_case
from tests.factories.annotations import on_page
from tests.keys import type_text
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import opened, presenter_of
from tests.ui.reading.test_evidence import WORDS, Desk
from tests.ui.test_accessible_tree import faults

NO = Qt.KeyboardModifier.NoModifier


class Marking(Desk):
    """The desk with one passage linked to B3."""

    def link(self, words: str = WORDS) -> None:
        self.select(words)
        self.user.press(Qt.Key.Key_F)
        self.user.settle()

    def click(self, place: QPoint) -> None:
        QTest.mouseClick(self.reader.view.viewport(), Qt.MouseButton.LeftButton, NO, place)
        self.user.settle()

    @property
    def tag(self) -> QPoint:
        """Where the first tag of the first page is."""
        box = self.reader.view.box_of(0)
        _mark, tag = self.reader.marks.tags(0, box.width(), self.reader.view.shown_scale)[0]
        return tag.translated(box.topLeft()).center().toPoint()

    @property
    def card(self) -> MarkCard | None:
        return presenter_of(self.user).evidence.popover.card

    @property
    def open_card(self) -> MarkCard:
        card = self.card
        assert card is not None
        return card

    def only(self) -> Annotation:
        (annotation,) = self.stored()
        return annotation


@pytest.fixture
def desk(open_case: OpenCase, qtbot: QtBot) -> Marking:
    made = Marking(open_case(), qtbot)
    made.link()
    return made


def test_a_click_on_a_mark_or_its_tag_opens_the_popover_and_escape_gives_the_focus_back(desk: Marking) -> None:
    desk.click(desk.tag)
    assert desk.open_card.kinds.chosen == "beleg"
    assert faults(desk.open_card) == set()
    assert desk.user.focus.window() is desk.user.window
    assert desk.open_card.isAncestorOf(desk.user.focus)
    desk.user.press(Qt.Key.Key_Escape)
    assert desk.card is None
    assert desk.user.focus is desk.page.annex.pages
    desk.click(desk.reader.mark_box(desk.only().id).center())
    assert desk.open_card.isVisible()


def test_kind_direction_criteria_and_tags_are_stored_and_taken_back_one_by_one(desk: Marking) -> None:
    desk.click(desk.tag)
    card = desk.open_card
    desk.user.press(Qt.Key.Key_Right)
    desk.user.settle()
    card.add.setFocus()
    type_text(card.add, "c2")
    QTest.keyClick(card.add, Qt.Key.Key_Return)
    desk.user.settle()
    card.rows[0].directions.setFocus()
    QTest.keyClick(desk.user.focus, Qt.Key.Key_Right)
    desk.user.settle()
    card.tags.setFocus()
    type_text(card.tags, "Personal, offen")
    QTest.keyClick(card.tags, Qt.Key.Key_Return)
    desk.user.settle()
    QTest.mouseClick(card.private, Qt.MouseButton.LeftButton)
    desk.user.settle()
    made = desk.only()
    assert (made.kind, made.criteria, made.tags, made.private) == (
        Kind.DOUBT, ("B3", "C2"), ("Personal", "offen"), True,
    )  # fmt: skip
    assert made.links[0].direction is Direction.AGAINST
    assert [(mark.tag, mark.kind) for mark in desk.reader.marks.all] == [("C2", Kind.DOUBT), ("B3", Kind.DOUBT)]
    for expected in (False, (), Direction.NONE, ("B3",), Kind.EVIDENCE):
        desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        desk.user.settle()
        now = desk.only()
        assert expected in (now.private, now.tags, now.links[0].direction, now.criteria, now.kind)
    assert card.kinds.chosen == "beleg"


def test_what_is_typed_is_kept_within_a_second_and_taken_back_as_one(desk: Marking, qtbot: QtBot) -> None:
    desk.click(desk.tag)
    desk.open_card.note.setFocus()
    type_text(desk.open_card.note, "Zahl prüfen")
    undo = desk.user.desk.context.undo
    qtbot.waitUntil(lambda: undo.undo_text == "Anmerkung geschrieben", timeout=1_500)
    desk.user.settle()
    assert desk.only().note == "Zahl prüfen"
    type_text(desk.open_card.note, ", Seite 4")
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    assert desk.only().note == "Zahl prüfen, Seite 4"
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert desk.only().note == ""


def test_a_note_takes_no_more_than_it_can_hold_and_loses_nothing(desk: Marking) -> None:
    desk.click(desk.tag)
    card = desk.open_card
    card.note.setFocus()
    QApplication.clipboard().setText("x" * (MOST_NOTE - 1))
    card.note.paste()
    type_text(card.note, "yz")
    assert len(card.note.text) == MOST_NOTE
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    assert desk.only().note.endswith("xy")


def test_delete_takes_the_annotation_away_and_undo_brings_it_back(desk: Marking) -> None:
    desk.click(desk.tag)
    desk.user.press(Qt.Key.Key_Delete)
    desk.user.settle()
    assert (desk.stored(), desk.card) == ([], None)
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert desk.only().criteria == ("B3",)


def test_tab_walks_from_mark_to_mark_where_enter_opens_delete_unlinks_and_control_c_copies(desk: Marking) -> None:
    desk.link("Stichtag")
    pages = desk.page.annex.pages
    ids = desk.reader.mark_ids()
    desk.user.press(Qt.Key.Key_Tab)
    assert (desk.reader.mark_focus.focused, desk.user.focus) == (ids[0], pages)
    desk.user.press(Qt.Key.Key_Tab)
    assert desk.reader.mark_focus.focused == ids[1]
    desk.user.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"A07, S. 1: „{WORDS}“"
    desk.user.press(Qt.Key.Key_Return)
    assert desk.open_card.isVisible()
    desk.user.press(Qt.Key.Key_Escape)
    assert (desk.user.focus, desk.reader.mark_focus.focused) == (pages, ids[1])
    desk.user.press(Qt.Key.Key_Delete)
    desk.user.settle()
    assert (len(desk.stored()), desk.reader.mark_focus.focused) == (1, ids[0])
    desk.user.press(Qt.Key.Key_Tab)
    assert desk.reader.mark_focus.focused == ""
    assert desk.user.focus is not pages


def test_underlining_and_notes_on_page_and_application(desk: Marking) -> None:
    desk.select("Stichtag")
    desk.user.press(Qt.Key.Key_U)
    desk.user.settle()
    assert sorted(one.style.value for one in desk.stored()) == ["highlight", "underline"]
    for action, text in (("note_page", "Organigramm fehlt"), ("note_application", "Knapp")):
        before = len(desk.stored())
        desk.user.window.actions_table.trigger(action)
        assert desk.user.focus is desk.open_card.note
        desk.user.press(Qt.Key.Key_Escape)
        assert len(desk.stored()) == before
        desk.user.window.actions_table.trigger(action)
        desk.user.type(text)
        desk.user.press(Qt.Key.Key_Escape)
        desk.user.settle()
    notes = {one.note: one for one in desk.stored() if one.kind is Kind.NOTE}
    assert notes["Organigramm fehlt"].style is MarkStyle.PAGE_NOTE
    assert notes["Knapp"].target == WholePlace()
    assert [mark.kind for mark in desk.reader.marks.all].count(Kind.NOTE) == 1


def test_a_mark_of_another_criterion_opens_it_without_leaving_the_paper(desk: Marking) -> None:
    presenter_of(desk.user).open_criterion("C1")
    desk.page.annex.take_focus()
    desk.click(desk.tag)
    assert opened(desk.user) == "B3"
    assert desk.open_card.isAncestorOf(desk.user.focus)
    desk.user.press(Qt.Key.Key_Escape)
    assert desk.user.focus is desk.page.annex.pages


def test_each_tag_of_a_mark_opens_its_own_criterion(desk: Marking) -> None:
    only = desk.only()
    put = replace(only, links=(*only.links, Link("C1")))
    presenter_of(desk.user).evidence.annotations.put(put, "x")
    desk.user.settle()
    for key in ("C1", "B3"):
        box = desk.reader.view.box_of(0)
        tags = desk.reader.marks.tags(0, box.width(), desk.reader.view.shown_scale)
        tag = next(place for group, place in tags if group.tag.key == key)
        desk.click(tag.translated(box.topLeft()).center().toPoint())
        assert opened(desk.user) == key
        assert desk.open_card.isAncestorOf(desk.user.focus)
        desk.user.press(Qt.Key.Key_Escape)
        assert desk.user.focus is desk.page.annex.pages


def test_what_is_handed_in_can_be_read_but_not_changed(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = Marking(open_case(handed_in=True), qtbot)
    _store_at_words(desk, (worked_case.ADLER, "knapp"))
    desk.click(desk.tag)
    card = desk.open_card
    assert not card.kinds.isEnabled()
    assert (card.note.isReadOnly(), card.note.text) == (True, "knapp")
    assert not card.delete_button.isVisible()
    assert not card.add.isVisible()


def _store_at_words(desk: Marking, *made: tuple[PersonId, str]) -> None:
    """Store a note of each person at the very same words, as evidence for B3."""
    layer = desk.reader.texts.layer(0)
    paper = presenter_of(desk.user).evidence.active.annex
    assert layer is not None
    assert paper is not None
    start = layer.text.index(WORDS)
    place = PagePlace("A07", paper.name, paper.sha256, 0, layer.quads(start, start + len(WORDS)))
    now = rounds.clock()
    for number, (author, note) in enumerate(made):
        one = on_page(f"{number:032}", target=place, note=note, links=(Link("B3"),), created=now, changed=now)
        here = replace(one, application=worked_case.APPLICATION, author=author)
        desk.user.desk.operations.run(_store, here).write()
    desk.user.settle()
    presenter_of(desk.user).load()
    desk.user.settle()


def _store(uow: UnitOfWork, made: Annotation) -> None:
    uow.annotations.put(made, "M. Adler")
    uow.commit()


def test_the_popover_steps_through_the_marks_on_one_passage_and_they_are_said_with_their_number_and_whose(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    desk = Marking(open_case(handed_in=True), qtbot)
    people = ((worked_case.TAMM, "von Tamm"), (worked_case.ADLER, "meine"), (worked_case.BRANDES, "von Brandes"))
    _store_at_words(desk, *people)
    ((group, _),) = desk.reader.marks.tags(0, desk.reader.view.box_of(0).width(), desk.reader.view.shown_scale)
    assert group.tag.words == "B3 ×3"
    desk.user.press(Qt.Key.Key_Tab)
    first = desk.reader.mark_focus.focused
    spoken = desk.reader.marks.mark(first)
    assert spoken is not None
    assert spoken.spoken.endswith("meine, 1 von 3 an dieser Stelle: Sie, K. Tamm, J. Brandes")
    desk.user.press(Qt.Key.Key_Return)
    card = desk.open_card
    assert (card.note.text, card.steps.words.text()) == ("meine", "1 von 3")
    assert faults(card) == set()
    QTest.mouseClick(card.steps.after, Qt.MouseButton.LeftButton)
    assert (card.note.text, card.steps.words.text()) == ("von Tamm", "2 von 3")
    assert desk.user.focus is card.steps.after
    assert desk.reader.mark_focus.focused == group.marks[1].id
    desk.user.press(Qt.Key.Key_Space)
    assert card.note.text == "von Brandes"
    desk.user.press(Qt.Key.Key_Space)
    assert card.note.text == "meine"
    QTest.mouseClick(card.steps.before, Qt.MouseButton.LeftButton)
    assert card.note.text == "von Brandes"
    desk.user.press(Qt.Key.Key_Escape)
    assert (desk.user.focus, desk.card) == (desk.page.annex.pages, None)
    desk.user.press(Qt.Key.Key_Backtab)
    assert desk.reader.mark_focus.focused == group.marks[1].id


def test_stepping_through_notes_on_the_application_puts_no_focus_into_the_paper(desk: Marking) -> None:
    """Del would take away a note that is nowhere to be seen."""
    for text in ("Knapp", "Gut belegt"):
        desk.user.window.actions_table.trigger("note_application")
        desk.user.type(text)
        desk.user.press(Qt.Key.Key_Escape)
        desk.user.settle()
    note = next(one for one in desk.stored() if one.note == "Knapp")
    presenter_of(desk.user).evidence.open_mark(note.id)
    QTest.mouseClick(desk.open_card.steps.after, Qt.MouseButton.LeftButton)
    assert desk.open_card.note.text == "Gut belegt"
    assert desk.reader.mark_focus.focused == ""


def test_what_was_typed_at_one_mark_stays_with_it_when_one_steps_on(desk: Marking) -> None:
    _store_at_words(desk, (worked_case.ADLER, "zweite"))
    desk.click(desk.tag)
    card = desk.open_card
    card.note.setFocus()
    typed = {"": "erste", "zweite": "zweite erste"}[card.note.text]
    type_text(card.note, "erste" if typed == "erste" else " erste")
    card.tags.setFocus()
    type_text(card.tags, "offen")
    QTest.mouseClick(card.steps.after, Qt.MouseButton.LeftButton)
    assert card.note.text in {"", "zweite"}
    assert card.tags.text() == ""
    desk.user.settle()
    assert [one.tags for one in desk.stored() if one.note == typed] == [("offen",)]
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert sorted((one.note, one.tags) for one in desk.stored()) == [("", ()), ("zweite", ())]


def test_tab_goes_round_in_the_popover(desk: Marking) -> None:
    desk.click(desk.tag)
    card = desk.open_card
    stops = []
    for _ in range(12):
        stops.append(desk.user.focus)
        desk.user.press(Qt.Key.Key_Tab)
        if desk.user.focus is stops[0]:
            break
    assert all(card.isAncestorOf(stop) for stop in stops)
    assert {card.add, card.note, card.tags, card.private, card.delete_button} <= set(stops)
    desk.user.press(Qt.Key.Key_Backtab)
    assert desk.user.focus is card.delete_button


def test_the_popover_closes_with_what_it_shows_when_that_is_taken_back(desk: Marking) -> None:
    desk.click(desk.tag)
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert (desk.stored(), desk.card) == ([], None)
    assert desk.user.focus is desk.page.annex.pages


def test_underlining_nothing_says_so(desk: Marking) -> None:
    said: list[str] = []
    desk.user.desk.context.messages.note_wanted.connect(lambda note: said.append(note.text))
    desk.user.press(Qt.Key.Key_U)
    assert (said, len(desk.stored())) == (["Es ist kein Text ausgewählt."], 1)


def test_marks_are_there_although_something_cannot_be_stored(desk: Marking, qtbot: QtBot) -> None:
    operations, fails = desk.user.desk.operations, [True]

    def store(_uow: UnitOfWork) -> None:
        if fails:
            raise WorkspaceError("store_unwritable", reason="full")

    operations.run(store).write()
    qtbot.waitUntil(lambda: operations.save_state.status is SaveStatus.FAILED)
    router, acts = desk.user.window.router, presenter_of(desk.user).evidence.annotations
    try:
        router.go(Place(READING, worked_case.OTHER_NUMBER))
        qtbot.waitUntil(lambda: not acts.listed)
        router.go(Place(READING, worked_case.NUMBER, "B3"))
        qtbot.waitUntil(lambda: [one.annotation.criteria for one in acts.listed] == [("B3",)])
    finally:
        fails.clear()
        operations.retry()
        desk.user.settle()


def test_a_note_of_which_nothing_is_left_is_not_begun(desk: Marking) -> None:
    before = desk.stored()
    desk.user.window.actions_table.trigger("note_application")
    desk.user.type("K")
    desk.user.press(Qt.Key.Key_Backspace)
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    assert desk.stored() == before


def test_what_one_person_marked_is_not_shown_to_the_next_until_the_store_has_said_so(desk: Marking) -> None:
    presenter = presenter_of(desk.user)
    reading, acts = presenter.reading, presenter.evidence.annotations
    assert reading is not None
    assert reading.me is not None
    assert acts.listed
    acts.show_reading(replace(reading, me=replace(reading.me, id=worked_case.TAMM)), "B3")
    assert acts.listed == ()
