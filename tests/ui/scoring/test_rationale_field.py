"""The field for a reason: filling is no typing, Tab leaves, its undo is the workspace's, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.reviews.review import LONG_TEXT
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.rationale_field import RationaleField, TextNote
from tests.keys import type_text


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    field, button = RationaleField(theme), QPushButton("weiter")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window


def parts(window: QWidget) -> tuple[RationaleField, QPushButton]:
    field, button = window.findChild(RationaleField), window.findChild(QPushButton)
    assert isinstance(field, RationaleField)
    assert isinstance(button, QPushButton)
    return field, button


def test_showing_emits_nothing_and_typing_does(window: QWidget) -> None:
    field, _ = parts(window)
    typed: list[str] = []
    field.text_typed.connect(typed.append)
    field.show_text("Aus dem Speicher")
    assert typed == []
    type_text(field, "ß")
    assert typed == ["ßAus dem Speicher"]


def test_the_cursor_stays_where_one_types(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("abc")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    field.show_text("abcd")
    assert field.textCursor().position() == 2


def test_tab_leaves_and_control_tab_types_one(window: QWidget, qtbot: QtBot) -> None:
    field, button = parts(window)
    QTest.keyClick(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "\t"
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_escape_asks_for_the_scale_and_undo_is_not_its_own(window: QWidget, qtbot: QtBot) -> None:
    field, _ = parts(window)
    type_text(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "ab"
    with qtbot.waitSignal(field.scale_wanted):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_pasted_markup_stays_text(window: QWidget) -> None:
    field, _ = parts(window)
    field.insertPlainText("<b>fett</b>")
    assert field.toPlainText() == "<b>fett</b>"


def test_locked_text_can_be_read_but_not_changed(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("fest")
    field.show_locked(locked=True)
    type_text(field, "x")
    assert field.toPlainText() == "fest"
    field.show_locked(locked=False)
    type_text(field, "x")
    assert field.toPlainText() == "xfest"


def paste(field: RationaleField, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    "text",
    [
        "3,5\u00a0% – „n.\u00a0b.“",
        "👩🏽‍🔬 und 🏳️‍🌈",
        "عنقود الابتكار (GO) 2026",
        "שלום Cluster",
        "e\u0301 = é",
        "\tEins\n\n Zwei ",
    ],
)
def test_what_people_write_comes_out_as_it_went_in(window: QWidget, text: str) -> None:
    field, _ = parts(window)
    typed: list[str] = []
    field.text_typed.connect(typed.append)
    paste(field, text)
    assert typed == [text]
    field.show_text(text)
    assert field.text == text
    assert field.textCursor().atEnd()


def test_text_is_set_in_the_direction_it_is_written(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("عنقود\nCluster")
    block = field.document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert block.next().textDirection() == Qt.LayoutDirection.LeftToRight


def test_line_ends_from_elsewhere_are_no_other_text(window: QWidget) -> None:
    field, _ = parts(window)
    field.show_text("eins\r\nzwei\rdrei")
    cursor = field.textCursor()
    cursor.select(cursor.SelectionType.Document)
    field.setTextCursor(cursor)
    field.show_text("eins\r\nzwei\rdrei")
    assert field.textCursor().hasSelection()


def test_what_goes_beyond_every_measure_is_refused_and_the_text_stays(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer_app.ui.scoring.rationale_field.MOST_TEXT", 10)
    field, _ = parts(window)
    field.show_text("neun Zeic")
    type_text(field, "x")
    for surplus in (type_text, paste, press_return):
        with qtbot.waitSignal(field.surplus_refused):
            surplus(field, "lang")
        assert field.text == "xneun Zeic"
    field.selectAll()
    paste(field, "passt")
    assert field.text == "passt"


def press_return(field: RationaleField, _text: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_long_text_is_said_calmly(theme: Theme, qtbot: QtBot) -> None:
    note = TextNote("de")
    qtbot.addWidget(note)
    note.show_length(LONG_TEXT)
    assert note.text() == ""
    note.show_length(LONG_TEXT + 1)
    assert (
        note.text()
        == "Zum Einreichen sind höchstens 20.000 Zeichen möglich. Bis dahin bleibt Ihr Text vollständig erhalten."
    )
    note.show_refused()
    assert "2.000.000" in note.text()
    del theme


def test_at_the_end_of_20000_characters_one_types_on_in_sight(window: QWidget) -> None:
    field, _ = parts(window)
    text = "Ein Satz mit Grund und Beleg. " * 667
    field.show_text(text)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QApplication.processEvents()
    type_text(field, "Ende")
    QApplication.processEvents()
    assert field.toPlainText() == f"{text}Ende"
    assert field.viewport().rect().contains(field.cursorRect())


def test_files_are_left_to_the_window(window: QWidget) -> None:
    field, _ = parts(window)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("antrag.xlsx")])
    words.setText("Begründung")
    assert not field.canInsertFromMimeData(files)
    assert field.canInsertFromMimeData(words)


def test_a_read_only_text_is_shown_whole_and_without_a_frame_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = RationaleField(theme, shrinks=True)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addStretch(1)
    window.resize(400, 600)
    window.show()

    field.show_locked(locked=True)
    field.show_text("Ein kurzer Satz.")
    low = field.height()
    field.show_text("Ein langer Satz, der über mehrere Zeilen geht. " * 12)

    qtbot.waitUntil(lambda: field.height() > low)
    assert field.verticalScrollBar().maximum() == 0
    field.show_locked(locked=False)
    qtbot.waitUntil(lambda: field.minimumHeight() == theme.em(84))
    assert field.maximumHeight() > 2000
