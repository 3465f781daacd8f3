"""Rows of the form's tables: what is linkable there, where its mark stands, and how it is brought into sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import FieldPlace, Kind
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.mark_tags import Tag
from reviewer_app.ui.reading.annexes.form_view import FormGrid, FormLine, FormPart, FormRows, FormView
from reviewer_app.ui.reading.row_marks import RowMark

GRID = FormGrid(
    "Einnahmen · 40 Zeilen", ("Quelle", "Betrag"), tuple((f"Beitrag {n}", str(n)) for n in range(40)), key="t"
)
PARTS = (
    FormPart("Geändert", (FormGrid("1 Angabe", ("Angabe", "jetzt"), (("Sitz", "Jena"),)),)),
    FormPart("A", (FormLine("Akteure", "172", key="akt"), FormLine("Hinweis", "zu klein"), GRID)),
)


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> FormRows:
    form = FormView(theme)
    qtbot.addWidget(form)
    form.resize(600, 400)
    form.show_parts(PARTS)
    made = FormRows(theme, form)
    made.show_link("Beleg für B3", may_link=True)
    form.show()
    form.finish()
    return made


def at(rows: FormRows, words: str) -> FieldPlace | None:
    form = rows.view
    assert isinstance(form, FormView)
    found = form.document().find(words)
    cursor = QTextCursor(found)
    cursor.setPosition(found.selectionStart())
    form.setTextCursor(cursor)
    spot = rows.current()
    return spot.place if spot is not None else None


def test_fields_and_rows_of_their_tables_are_linkable_and_nothing_else(rows: FormRows) -> None:
    assert at(rows, "172") == FieldPlace("akt")
    assert at(rows, "Akteure") == FieldPlace("akt")
    assert at(rows, "Beitrag 7") == FieldPlace("t", 7)
    assert [at(rows, words) for words in ("Jena", "zu klein", "Quelle", "40 Zeilen")] == [None] * 4


def test_one_walks_from_mark_to_mark_as_one_reads(rows: FormRows) -> None:
    """Marks come by the names of their fields, and rows of a table come after the field above it."""
    places = {"late": FieldPlace("t", 9), "early": FieldPlace("t", 2), "field": FieldPlace("akt")}
    tag = Tag("B3", Kind.EVIDENCE, is_open=True)
    rows.show_marks(tuple(RowMark(name, place, tag) for name, place in places.items()))
    assert rows.mark_ids() == ["field", "early", "late"]
    assert rows.first_in_sight() == "field"


def test_a_mark_far_below_is_brought_into_sight_and_its_row_has_a_tag(rows: FormRows, qtbot: QtBot) -> None:
    place = FieldPlace("t", 38)
    rows.show_marks((RowMark("m", place, Tag("B3", Kind.DOUBT, is_open=True)),))
    assert rows.tags() == []
    rows.go_to("m")
    qtbot.waitUntil(lambda: len(rows.tags()) == 1)
    box = rows.box(place)
    assert box is not None
    assert box.contains(rows.tags()[0][1].center())
    spot = rows.row_at(box.center())
    assert spot is not None
    assert (spot.place, spot.quote) == (place, "Beitrag 38 · 38")


def test_marks_at_one_row_share_a_tag_and_a_click_reaches_each(rows: FormRows) -> None:
    place, tag = FieldPlace("akt"), Tag("B3", Kind.EVIDENCE, is_open=True)
    rows.show_marks((RowMark("a", place, tag), RowMark("b", place, tag), RowMark("b", place, Tag("C1", Kind.EVIDENCE))))
    (shared, box), (alone, _) = rows.tags()
    assert (shared.tag.words, alone.tag.words) == ("B3 ×2", "C1")
    chosen: list[str] = []
    rows.mark_focus.mark_opened.connect(chosen.append)
    for _ in range(3):
        QTest.mouseClick(rows.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert chosen == ["a", "b", "a"]


def test_a_place_of_another_form_has_no_row(rows: FormRows) -> None:
    assert [rows.box(place) for place in (FieldPlace("gone"), FieldPlace("t", 99), FieldPlace("t"))] == [None] * 3


def test_no_bubble_shows_for_a_row_out_of_sight(rows: FormRows, qtbot: QtBot) -> None:
    form = rows.view
    assert isinstance(form, FormView)
    form.setFocus()
    assert at(rows, "172") == FieldPlace("akt")
    rows.show_here()
    assert rows.toolbar.isVisible()
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not rows.toolbar.isVisible())
    rows.show_here()
    assert not rows.toolbar.isVisible()


def test_a_row_under_the_pointer_is_let_go_of_with_its_form(rows: FormRows, qtbot: QtBot) -> None:
    """Otherwise the words of one application would be linked in the next, which has the same fields."""
    form = rows.view
    assert isinstance(form, FormView)
    box = rows.box(FieldPlace("akt"))
    assert box is not None
    QTest.mouseMove(form.viewport(), box.center().toPoint())
    qtbot.waitUntil(rows.toolbar.isVisible)
    form.clearFocus()
    form.show_parts((FormPart("A", (FormLine("Akteure", "9", key="akt"),)),))
    assert not rows.toolbar.isVisible()
    assert rows.row is None
