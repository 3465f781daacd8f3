"""Rows of the form and of tables as evidence: the bubble, the key, the mark at the row and the way back to it."""

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import FieldPlace, MarkStyle
from reviewer_app.domain.application import AnnexState
from reviewer_app.services.annexes import contents
from reviewer_app.ui.marks.criterion_dialog import CriterionDialog
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.table_view import TableRows
from reviewer_app.ui.reading.row_marks import RowMarks
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import add_annex, presenter_of, stored
from tests.ui.reading.test_evidence import Desk

if TYPE_CHECKING:
    from reviewer_app.ui.reading.annexes.form_view import FormView


class Rows(Desk):
    """The desk with the form or a table in sight."""

    def open(self, key: str) -> None:
        presenter_of(self.user).annexes.first.open(key)
        self.user.settle()
        self.page.annex.take_focus()

    def show(self, key: str) -> RowMarks:
        self.open(key)
        return self.rows

    @property
    def rows(self) -> RowMarks:
        rows = presenter_of(self.user).evidence.active.rows
        assert rows is not None
        return rows

    def put_cursor(self, words: str) -> QPoint:
        """Put the cursor where a person would have clicked, and say where that is."""
        form: FormView = self.page.annex.form
        form.finish()
        found = form.document().find(words)
        assert not found.isNull()
        form.show_cursor(found)
        QApplication.processEvents()
        where = form.cursorRect(found).center()
        QTest.mouseClick(form.viewport(), Qt.MouseButton.LeftButton, pos=where)
        return where


@pytest.fixture
def desk(open_case: OpenCase, qtbot: QtBot) -> Rows:
    return Rows(open_case(), qtbot)


def label(desk: Rows) -> tuple[str, str]:
    """Return id and label of the first field of the form that has a value."""
    form = desk.page.annex.form
    lines = [line for piece in form.pieces.values() if isinstance(piece, list) for line in piece if line.key]
    line = next(one for one in lines if one.value not in ("–", ""))
    return line.key, line.label


def test_a_row_of_the_form_is_linked_marked_listed_led_to_and_taken_back(desk: Rows, qtbot: QtBot) -> None:
    rows = desk.show(FORM)
    key, words = label(desk)
    desk.put_cursor(words)
    assert rows.toolbar.isVisible()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    (made,) = desk.stored()
    assert (made.target, made.style, made.criteria) == (FieldPlace(key), MarkStyle.NOTE, ("B3",))
    assert made.quote.text
    assert [group.tag.key for group, _ in rows.tags()] == ["B3"]
    assert desk.chips[0].text().startswith(f"Formular, {words}")
    assert not rows.toolbar.isVisible()
    assert desk.user.focus is desk.page.annex.form
    desk.open("A07")
    chip = desk.chips[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    desk.user.settle()
    qtbot.waitUntil(lambda: desk.user.focus is desk.page.annex.form)
    assert desk.page.annex.form.textCursor().currentTable() is not None
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert (desk.stored(), desk.rows.marks) == ([], ())


def test_pages_behind_a_table_say_nothing_of_themselves(desk: Rows) -> None:
    desk.show("A01")
    desk.page.annex.pages.page_reached.emit(1, 6)  # as when they are given another size
    assert not desk.page.annex.bar.side_button.isVisible()


def test_resting_on_a_row_shows_the_bubble_and_its_buttons_link(
    desk: Rows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = desk.show(FORM)
    _key, words = label(desk)
    where = desk.put_cursor(words)
    rows.hide_toolbar()
    port = desk.page.annex.form.viewport()
    QTest.mouseMove(port, where + QPoint(3, 0))
    qtbot.waitUntil(rows.toolbar.isVisible)
    monkeypatch.setattr(CriterionDialog, "ask", lambda *_args: "C2")
    QTest.mouseClick(rows.toolbar.other, Qt.MouseButton.LeftButton)
    desk.user.settle()
    assert [one.criteria for one in desk.stored()] == [("C2",)]


def test_marks_in_the_form_are_walked_opened_and_unlinked_by_keyboard(desk: Rows) -> None:
    rows = desk.show(FORM)
    desk.put_cursor(label(desk)[1])
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    desk.user.press(Qt.Key.Key_Tab)
    assert rows.mark_focus.focused == desk.stored()[0].id
    desk.user.press(Qt.Key.Key_Return)
    card = presenter_of(desk.user).evidence.popover.card
    assert card is not None
    assert card.isVisible()
    desk.user.press(Qt.Key.Key_Escape)
    assert desk.user.focus is desk.page.annex.form
    desk.user.press(Qt.Key.Key_Delete)
    desk.user.settle()
    assert desk.stored() == []


def test_a_cell_or_a_row_of_an_annex_table_is_linked_and_led_to(desk: Rows, qtbot: QtBot) -> None:
    rows = desk.show("A01")
    assert isinstance(rows, TableRows)
    table = desk.page.annex.tables.views[0]
    assert desk.user.focus is table
    assert [(one.row(), one.column()) for one in table.selectionModel().selectedIndexes()] == [(0, 0)]
    assert not rows.toolbar.isVisible()
    where = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert rows.toolbar.isVisible()
    desk.user.press(Qt.Key.Key_F)
    desk.user.press(Qt.Key.Key_2)
    desk.user.settle()
    assert desk.page.scoring.criterion.entry.has_focus
    assert stored(desk.user).value("B3") == Fraction(2)
    table.setFocus()
    table.choose_row(3)
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    sheet = desk.page.annex.tables.tables[0].name
    places = [one.target for one in desk.stored()]
    assert places == [FieldPlace(f"A01!{sheet}", 2, "B"), FieldPlace(f"A01!{sheet}", 3)]
    assert [chip.text().split(" ", 1)[0] for chip in desk.chips] == ["A01", "A01"]
    desk.show(FORM)
    chip = desk.chips[1]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    desk.user.settle()
    qtbot.waitUntil(lambda: desk.page.annex.tables.views[0].currentIndex().row() == 3)


def test_a_table_that_was_sent_in_twice_is_linked_where_one_reads_it(desk: Rows) -> None:
    lines = {one.key: one for one in presenter_of(desk.user).annexes.first.lines}
    found: list[bytes] = []
    run = desk.user.desk.operations.run(contents.annex_bytes, lines["A01"].sha256, (AnnexState.READABLE,))
    run.done(found.append).read()
    desk.user.settle()
    desk.show("A01")
    add_annex(desk.user, found[0], "text/csv", AnnexState.READABLE)
    desk.page.annex.take_focus()
    desk.page.annex.tables.views[0].choose_row(3)
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    sheet = desk.page.annex.tables.tables[0].name
    assert [one.target for one in desk.stored()] == [FieldPlace(f"A09!{sheet}", 3)]
    paper = presenter_of(desk.user).evidence.active.annex
    assert paper is not None
    assert paper.kind == "A09"


def test_a_row_is_marked_for_oneself_alone_after_handing_in(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = Rows(open_case(handed_in=True), qtbot)
    rows = desk.show(FORM)
    key, words = label(desk)
    desk.put_cursor(words)
    assert [one.isVisible() for one in (rows.toolbar.link, rows.toolbar.note)] == [False, True]
    QTest.mouseClick(rows.toolbar.note, Qt.MouseButton.LeftButton)
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    (made,) = desk.stored()
    assert (made.target, made.private, made.links) == (FieldPlace(key), True, ())
