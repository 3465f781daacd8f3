"""Passages under the reasons: each reviewer's own, docked or gone to by one key, and back to the same place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import (
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    Quote,
)
from reviewer_app.domain.ids import AnnotationId, PersonId
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.marks.passage_chips import PassageChip
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds, worked_case
from tests.factories.annotations import QUAD
from tests.factories.rounds import NOW
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser
from tests.ui.desk_user import page_of as reading_of

HERE = Place(navigation.CONSOLIDATION, worked_case.NUMBER, "B1")


def _passage(name: str, author: PersonId, words: str, page: int = 0) -> Annotation:
    place = PagePlace("A07", "A07_Organigramm.pdf", "", page, (QUAD,))
    made = (
        AnnotationId(name * 32),
        worked_case.APPLICATION,
        place,
        Kind.EVIDENCE,
        MarkStyle.HIGHLIGHT,
        author,
        NOW,
        NOW,
    )
    return Annotation(*made, Quote(words), links=(Link("B1", Direction.FOR),))


def _fill(uow: UnitOfWork) -> None:
    file = next(one for one in uow.applications.get(worked_case.APPLICATION).annexes if one.kind == "A07")
    for one in (
        _passage("1", worked_case.ADLER, "Ziele ohne Zahlen", 2),
        _passage("2", worked_case.BRANDES, "elf Kennzahlen"),
        _passage("3", worked_case.BRANDES, "Zwischenprüfung"),
        replace(_passage("4", worked_case.TAMM, "nur für mich"), private=True),
    ):
        assert isinstance(one.target, PagePlace)
        uow.annotations.put(replace(one, target=replace(one.target, sha256=file.sha256)), "x")
    uow.commit()


def _open(open_case: OpenCase, size: tuple[int, int] = (1366, 768)) -> DeskUser:
    user = open_case(worked_case.CHAIR, handed_in=True, place=Place(navigation.APPLICATIONS), size=size)
    user.desk.operations.run(_fill).write()
    user.settle()
    user.go(HERE)
    return user


def page_of(user: DeskUser) -> ConsolidationPage:
    page = user.window.router.page
    assert isinstance(page, ConsolidationPage)
    return page


def chips(user: DeskUser) -> list[list[PassageChip]]:
    return [card.passages.shown for card in page_of(user).criterion.cards.cards]


@pytest.fixture
def chair(open_case: OpenCase) -> DeskUser:
    return _open(open_case)


def test_tab_leaves_a_criterion_without_passages_after_one_with_some(chair: DeskUser) -> None:
    page = page_of(chair)
    for key in ("A5", "B1", "A5"):
        chair.go(Place(navigation.CONSOLIDATION, worked_case.NUMBER, key))
        page.criterion.set_button.setFocus()
        met: list[QWidget] = []
        while page.matrix not in met:
            assert len(met) < 40
            chair.press(Qt.Key.Key_Tab)
            met.append(chair.focus)


def test_each_reason_shows_what_it_rests_on_and_what_is_private_never(chair: DeskUser) -> None:
    assert [[chip.text() for chip in card] for card in chips(chair)] == [
        ["A07 S.\u00a03 Ziele ohne Zahlen"],
        ["A07 S.\u00a01 elf Kennzahlen", "A07 S.\u00a01 Zwischenprüfung"],
        [],
    ]
    assert chips(chair)[0][0].accessibleName() == "Fundstelle A07 Seite 3, dafür, Ziele ohne Zahlen"
    QTest.keyClick(chips(chair)[0][0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "A07, S. 3: „Ziele ohne Zahlen“"


def test_one_key_leads_to_the_passage_and_back_to_the_same_place(chair: DeskUser, qtbot: QtBot) -> None:
    page = page_of(chair)
    page.matrix.verticalScrollBar().setValue(40)
    chip = chips(chair)[0][0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    chair.settle()
    reading = reading_of(chair)
    qtbot.waitUntil(lambda: reading.annex.shows_pages and reading.annex.pages.page == 3)
    qtbot.waitUntil(lambda: chair.focus is reading.annex.pages)
    chair.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    chair.settle()
    assert chair.window.router.here == HERE
    assert (chair.focus, page.matrix.verticalScrollBar().value()) == (chip, 40)


def test_a_wide_window_docks_the_passage_and_escape_leads_back(open_case: OpenCase, qtbot: QtBot) -> None:
    chair = _open(open_case, (1920, 1080))
    excerpt, chip = page_of(chair).criterion.excerpt, chips(chair)[0][0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    chair.settle()
    qtbot.waitUntil(lambda: excerpt.view.page == 3)
    assert [mark.tag for mark in excerpt.reader.marks.all] == ["B1"]
    excerpt.setFocus()
    chair.press(Qt.Key.Key_Escape)
    assert (excerpt.isVisible(), chair.focus) == (False, chip)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    chair.settle()
    qtbot.waitUntil(lambda: excerpt.view.page == 3)
    chair.resize(1366, 768)
    assert not excerpt.isVisible()
    chair.resize(1920, 1080)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    chair.settle()
    assert excerpt.isVisible()
    page_of(chair).matrix.setFocus()
    chair.press(Qt.Key.Key_Down)
    assert not excerpt.isVisible()


def test_only_the_paper_of_the_passage_chosen_last_is_opened(open_case: OpenCase, qtbot: QtBot) -> None:
    """What is still read for another passage would be shown with this one's name over it."""
    chair = _open(open_case, (1920, 1080))
    cards, excerpt = page_of(chair).criterion.cards, page_of(chair).criterion.excerpt
    opened: list[int] = []
    renderer().document_opened.connect(lambda ticket, _opened: opened.append(ticket))
    cards.passage_chosen.emit("1" * 32)
    cards.passage_chosen.emit("2" * 32)
    chair.settle()
    qtbot.waitUntil(lambda: excerpt.view.count > 0)
    assert len(opened) == 1


def test_a_row_of_the_form_is_called_as_the_form_calls_it(open_case: OpenCase) -> None:
    def fill(uow: UnitOfWork) -> None:
        one = replace(_passage("5", worked_case.ADLER, "4,2"), target=FieldPlace("vzae_gesamt"), style=MarkStyle.NOTE)
        uow.annotations.put(one, "x")
        uow.commit()

    chair = open_case(worked_case.CHAIR, handed_in=True, place=Place(navigation.APPLICATIONS))
    chair.desk.operations.run(fill).write()
    chair.settle()
    chair.go(HERE)
    field = rounds.catalogue().field("vzae_gesamt")
    assert field is not None
    assert chips(chair)[0][0].text() == f"Formular, {field.label.read('de')} 4,2"


def test_before_a_review_is_handed_in_its_passages_stay_with_who_made_them(open_case: OpenCase) -> None:
    chair = open_case(worked_case.CHAIR, handed_in=False, place=Place(navigation.APPLICATIONS))
    chair.desk.operations.run(_fill).write()
    chair.settle()
    chair.go(HERE)
    shown = [chip.annotation for card in chips(chair) for chip in card]
    assert shown == ["2" * 32, "3" * 32]


def test_others_passages_stand_under_their_answers_when_the_own_review_is_in(open_case: OpenCase, qtbot: QtBot) -> None:
    me = open_case(worked_case.ADLER, handed_in=True, place=Place(navigation.APPLICATIONS))
    me.desk.operations.run(_fill).write()
    me.settle()
    me.go(Place(navigation.READING, worked_case.NUMBER, "B1"))
    page = reading_of(me)
    own, others = page.scoring.criterion.evidence, page.scoring.criterion.others
    assert own.passages.ids == ["1" * 32]
    assert [chip.text() for chip in others.chips] == [
        "A07 S.\u00a01 · dafür elf Kennzahlen",
        "A07 S.\u00a01 · dafür Zwischenprüfung",
    ]
    chip = others.chips[1]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.annex.shows_pages and me.focus is page.annex.pages)
    me.press(Qt.Key.Key_Escape)
    assert me.focus is chip
