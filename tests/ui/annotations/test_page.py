"""The list of all annotations: filter, order, find by typing, jump and back, delete, copy, link, hide; with undo."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import (
    Annotation,
    Direction,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    Quote,
    WholePlace,
)
from reviewer_app.domain.application import Annex, Application
from reviewer_app.domain.ids import AnnotationId, PersonId
from reviewer_app.services.annotations import editing
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.annotations.model import AnnotationColumn, AnnotationFilter
from reviewer_app.ui.annotations.page import AnnotationsPage
from reviewer_app.ui.annotations.presenter import AnnotationsPresenter
from reviewer_app.ui.kit.segment_switch import Segment
from reviewer_app.ui.marks.criterion_dialog import CriterionDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.factories.annotations import QUAD
from tests.factories.rounds import NOW
from tests.keys import type_text
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def passage(
    name: str, words: str, page: int = 0, me: PersonId = worked_case.ADLER, *links: Link, kind: Kind = Kind.EVIDENCE
) -> Annotation:
    """Return a passage of A07."""
    place = PagePlace("A07", "A07_Organigramm.pdf", "", page, (QUAD,))
    made = (AnnotationId(name), worked_case.APPLICATION, place, kind, MarkStyle.HIGHLIGHT, me, NOW, NOW)
    return Annotation(*made, Quote(words), links=links)


MADE = (
    passage("1" * 32, "Vollzeitäquivalente", 0, worked_case.ADLER, Link("B3", Direction.FOR)),
    passage("2" * 32, "Personen", 2, worked_case.ADLER, kind=Kind.DOUBT),
    replace(
        passage("3" * 32, "", 0, worked_case.ADLER, kind=Kind.NOTE),
        target=WholePlace(), style=MarkStyle.NOTE, note="Nachfragen", tags=("Finanzen",), private=True,
    ),
)  # fmt: skip


def _put(uow: UnitOfWork, made: Sequence[Annotation]) -> None:
    for one in made:
        uow.annotations.put(one, "M. Adler")
    uow.commit()


class AllAnnotations:
    """The worked case with three annotations, at their list."""

    def __init__(self, user: DeskUser, made: Sequence[Annotation] = MADE) -> None:
        self.user = user
        self.store(made)
        user.desk.window.actions_table.trigger("go_annotations")
        user.settle()
        page = user.window.router.page
        assert isinstance(page, AnnotationsPage)
        self.page = page
        page.table.setFocus()

    def store(self, made: Sequence[Annotation]) -> None:
        file = next(one for one in self.files() if one.kind == "A07")
        on_file = [
            replace(one, target=replace(one.target, sha256=file.sha256)) if isinstance(one.target, PagePlace) else one
            for one in made
        ]
        self.user.desk.operations.run(_put, on_file).write()
        self.user.settle()

    def files(self) -> tuple[Annex, ...]:
        found: list[Application] = []
        run = self.user.desk.operations.run(lambda uow: uow.applications.get(worked_case.APPLICATION))
        run.done(found.append).read()
        self.user.settle()
        return found[0].annexes

    @property
    def words(self) -> list[str]:
        return [line.cells[AnnotationColumn.WORDS].text for line in self.page.model.lines]

    def stored(self) -> list[Annotation]:
        found: list[tuple[editing.Listed, ...]] = []
        run = self.user.desk.operations.run(editing.annotations, worked_case.NUMBER)
        run.done(found.append).read()
        self.user.settle()
        return [one.annotation for one in found[0]]

    def choose(self, segment: str) -> None:
        QTest.mouseClick(
            next(one for one in self.page.bar.segments.findChildren(Segment) if one.key == segment),
            Qt.MouseButton.LeftButton,
        )

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.user.press(key, modifier)
        self.user.settle()


@pytest.fixture
def shown(open_case: OpenCase) -> AllAnnotations:
    return AllAnnotations(open_case())


def test_what_was_read_for_somebody_else_is_not_shown(shown: AllAnnotations) -> None:
    """An answer that is on its way while another person sits down is theirs no more."""
    user, presenter = shown.user, shown.user.window.router.presenter
    assert isinstance(presenter, AnnotationsPresenter)
    user.go(Place(navigation.APPLICATIONS))
    presenter.load()
    context = user.desk.context
    assert context.identity is not None
    context.show_identity(
        replace(context.identity, me=next(one for one in context.identity.people if one.id == worked_case.TAMM))
    )
    user.settle()
    assert shown.page.model.lines == ()
    user.go(Place(navigation.ANNOTATIONS))
    assert len(shown.page.model.lines) == len(MADE)


def test_the_list_says_what_each_is_where_it_stands_and_for_what(shown: AllAnnotations) -> None:
    cells = [[line.cells[column].text for column in AnnotationColumn] for line in shown.page.model.lines]
    assert cells == [
        ["Notiz", "Antrag insgesamt", "Nachfragen", "", "M. Adler", "Finanzen", "privat"],
        ["Beleg", "A07, S. 1", "„Vollzeitäquivalente“", "B3 dafür", "M. Adler", "", ""],
        ["Zweifel", "A07, S. 3", "„Personen“", "", "M. Adler", "", ""],
    ]
    assert (
        shown.page.model.index(1, AnnotationColumn.CRITERIA).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Kriterium: B3 dafür"
    )
    assert [one.text() for one in shown.page.bar.segments.findChildren(Segment) if one.isVisible()] == [
        "Alle 3", "Beleg 1", "Zweifel 1", "Notiz 1",
    ]  # fmt: skip


def test_segments_words_and_heads_narrow_and_order_the_list(shown: AllAnnotations) -> None:
    shown.choose("zweifel")
    assert shown.words == ["„Personen“"]
    shown.choose("all")
    shown.user.press(Qt.Key.Key_F, CTRL)
    assert shown.page.field.hasFocus()
    type_text(shown.page.field, "finanz")
    assert shown.words == ["Nachfragen"]
    type_text(shown.page.field, "xy")
    assert shown.page.empty.title == "Keine Anmerkung passt auf „finanzxy“"
    shown.page.empty.button_chosen.emit("reset_filter")
    assert len(shown.words) == 3
    shown.page.table.horizontalHeader().sectionClicked.emit(int(AnnotationColumn.KIND))
    assert shown.words == ["„Vollzeitäquivalente“", "„Personen“", "Nachfragen"]
    shown.page.table.horizontalHeader().sectionClicked.emit(int(AnnotationColumn.KIND))
    assert shown.words == ["Nachfragen", "„Personen“", "„Vollzeitäquivalente“"]


def test_typing_finds_a_row_by_its_words(shown: AllAnnotations) -> None:
    shown.page.table.choose_row(0)
    type_text(shown.page.table, "„pers")
    assert shown.page.current == "2" * 32


def test_delete_takes_what_is_chosen_away_and_one_step_brings_it_back(shown: AllAnnotations) -> None:
    shown.page.table.choose_row(1)
    shown.user.press(Qt.Key.Key_Down, SHIFT)
    shown.press(Qt.Key.Key_Delete)
    assert shown.words == ["Nachfragen"]
    assert [one.id for one in shown.stored()] == ["3" * 32]
    assert shown.user.focus is shown.page.table
    shown.press(Qt.Key.Key_Z, CTRL)
    assert [one.id for one in shown.stored()] == ["3" * 32, "1" * 32, "2" * 32]
    assert len(shown.words) == 3


def test_copying_gives_words_with_their_source(shown: AllAnnotations) -> None:
    shown.page.table.choose_row(1)
    shown.user.press(Qt.Key.Key_Down, SHIFT)
    shown.press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "A07, S. 1: „Vollzeitäquivalente“\nA07, S. 3: „Personen“"


def test_several_are_linked_unlinked_and_hidden_as_one_step_each(
    shown: AllAnnotations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CriterionDialog, "ask", lambda *_args: "C2")
    actions = shown.user.window.actions_table
    shown.page.table.choose_row(1)
    shown.user.press(Qt.Key.Key_Down, SHIFT)
    actions.trigger("link_annotations")
    shown.user.settle()
    assert [one.criteria for one in shown.stored()] == [(), ("B3", "C2"), ("C2",)]
    actions.trigger("hide_annotations")
    shown.user.settle()
    assert [one.private for one in shown.stored()] == [True, True, True]
    actions.trigger("unlink_annotations")
    shown.user.settle()
    assert [one.criteria for one in shown.stored()] == [(), (), ()]
    assert not actions["unlink_annotations"].isEnabled()
    for _ in range(3):
        shown.press(Qt.Key.Key_Z, CTRL)
    assert [(one.criteria, one.private) for one in shown.stored()] == [((), True), (("B3",), False), ((), False)]


def test_an_act_before_the_store_has_told_of_the_one_before_keeps_it(shown: AllAnnotations) -> None:
    actions = shown.user.window.actions_table
    shown.page.table.choose_row(1)
    actions.trigger("hide_annotations")
    actions.trigger("unlink_annotations")
    shown.user.settle()
    assert [(one.criteria, one.private) for one in shown.stored()][1] == ((), True)
    shown.press(Qt.Key.Key_Z, CTRL)
    assert [(one.criteria, one.private) for one in shown.stored()][1] == (("B3",), True)
    actions.trigger("remove_annotations")
    actions.trigger("hide_annotations")
    shown.user.settle()
    assert [one.id for one in shown.stored()] == [MADE[2].id, MADE[1].id]


def test_changed_words_are_confirmed_as_one_step(open_case: OpenCase) -> None:
    shown = AllAnnotations(open_case(), (replace(MADE[0], reworded=True), MADE[1]))
    assert shown.page.model.lines[0].cells[AnnotationColumn.PLACE].second == "Wortlaut geändert"
    actions = shown.user.window.actions_table
    shown.page.table.choose_row(1)
    assert not actions["confirm_annotations"].isEnabled()
    shown.page.table.choose_row(0)
    actions.trigger("confirm_annotations")
    shown.user.settle()
    assert [one.reworded for one in shown.stored()] == [False, False]
    shown.press(Qt.Key.Key_Z, CTRL)
    assert [one.reworded for one in shown.stored()] == [True, False]


def test_what_is_shown_is_saved_and_what_is_private_stays(
    shown: AllAnnotations, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "belege.md"
    monkeypatch.setattr(FileQuestions, "evidence", lambda *_args: target)
    shown.choose("beleg")
    shown.user.window.actions_table.trigger("export_annotations")
    shown.user.settle()
    text = target.read_text(encoding="utf-8")
    assert "Vollzeitäquivalente" in text
    assert "Personen" not in text


def test_of_several_applications_all_in_sight_is_saved_in_one_file(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = replace(MADE[2], id=AnnotationId("5" * 32), application=worked_case.OTHER, private=False)
    shown = AllAnnotations(open_case(), (*MADE, elsewhere))
    shown.page.show_filter(AnnotationFilter())
    shown.page.filter_changed.emit()
    target, proposed = tmp_path / "belege.md", list[str]()

    def answer(_parent: object, name: str) -> Path:
        proposed.append(name)
        return target

    monkeypatch.setattr(FileQuestions, "evidence", answer)
    shown.user.window.actions_table.trigger("export_annotations")
    shown.user.settle()
    heads = [line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert [head.split()[1] for head in heads] == sorted((worked_case.NUMBER, worked_case.OTHER_NUMBER))
    assert proposed == ["Belege"]


def test_nothing_to_save_is_said(shown: AllAnnotations) -> None:
    export = shown.user.window.actions_table["export_annotations"]
    assert export.isEnabled()
    shown.press(Qt.Key.Key_F, CTRL)
    type_text(shown.page.field, "steht nirgends")
    shown.user.settle()
    assert not export.isEnabled()
    presenter = shown.user.window.router.presenter
    assert presenter is not None
    assert Need.LISTED not in presenter.needs()


def test_nobody_sees_anothers_annotation_before_the_own_review_is_in(open_case: OpenCase) -> None:
    other = passage("4" * 32, "Von Brandes", 0, worked_case.BRANDES)
    assert AllAnnotations(open_case(), (MADE[0], other)).words == ["„Vollzeitäquivalente“"]


def test_enter_leads_to_the_place_and_back_to_the_row(shown: AllAnnotations, qtbot: QtBot) -> None:
    shown.page.table.choose_row(2)
    shown.press(Qt.Key.Key_Return)
    page = page_of(shown.user)
    qtbot.waitUntil(lambda: page.annex.shows_pages and page.annex.pages.page == 3)
    qtbot.waitUntil(lambda: shown.user.focus is page.annex.pages)
    shown.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.user.window.router.here == Place(navigation.ANNOTATIONS, worked_case.NUMBER)
    assert (shown.page.current, shown.user.focus) == ("2" * 32, shown.page.table)


def test_an_empty_list_says_how_an_annotation_comes_to_be(open_case: OpenCase) -> None:
    shown = AllAnnotations(open_case(), ())
    assert shown.page.empty.title == "Noch keine Anmerkungen"
    assert shown.user.focus.text() == "Zu den Anträgen"  # type: ignore[attr-defined]  # a button
    shown.press(Qt.Key.Key_Return)
    assert shown.user.window.router.here == Place(navigation.APPLICATIONS)


def test_an_application_without_annotations_leads_to_those_of_the_round(open_case: OpenCase) -> None:
    elsewhere = replace(MADE[2], id=AnnotationId("5" * 32), application=worked_case.OTHER, private=False)
    shown = AllAnnotations(open_case(), (elsewhere,))
    assert shown.page.empty.isVisible()
    shown.press(Qt.Key.Key_Return)
    assert shown.user.window.router.here == Place(navigation.ANNOTATIONS)
    assert (shown.page.empty.isVisible(), len(shown.words)) == (False, 1)
