"""The text cursor in the pages: arrows, words, lines, pages; with Shift they select, and the sentence is one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer, SelectedPassage
from tests.factories.pages import pages
from tests.ui.pdf.opening import shown

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FIRST = [
    (20.0, 280.0, "Der Verein wirkt, z. B. in drei Regionen. Er hat"),
    (20.0, 268.0, "54 Mitglieder."),
    (20.0, 240.0, "Der zweite Absatz."),
]


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> PdfViewer:
    made = shown(theme, qtbot, pages([FIRST, [(20.0, 280.0, "Seite zwei.")]]), pages=2)
    made.show_link("Beleg für B3", may_link=True)
    made.view.setFocus()
    made.caret.toggle()
    assert made.caret.at == (0, 0)
    return made


def press(reader: PdfViewer, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(reader.view, key, modifier)


def before(reader: PdfViewer) -> str:
    """Return the letters behind the cursor, a few."""
    assert reader.caret.at is not None
    page, index = reader.caret.at
    layer = reader.texts.layer(page)
    assert layer is not None
    return layer.text[index : index + 6].replace("\n", " ")


def test_arrows_words_lines_and_edges_move_it(reader: PdfViewer) -> None:
    places = []
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, CONTROL),
        (Qt.Key.Key_Right, CONTROL),
        (Qt.Key.Key_Left, CONTROL),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    ):
        press(reader, key, modifier)
        places.append(before(reader))
    assert places[:4] == ["er Ver", "Verein", "wirkt,", "Verein"]
    assert places[4] in ("Mitgli", " Mitgl", "itglie", "4 Mitg")
    assert places[5].startswith(" Der")
    assert places[6:] == ["54 Mit", "Der Ve"]


def test_it_goes_over_pages_and_to_the_ends_of_the_document(reader: PdfViewer) -> None:
    press(reader, Qt.Key.Key_PageDown)
    assert reader.caret.at == (1, 0)
    assert reader.view.accessibleDescription() == "Seite zwei."
    press(reader, Qt.Key.Key_Left)
    assert reader.caret.at is not None
    assert reader.caret.at[0] == 0
    assert before(reader) == ""
    press(reader, Qt.Key.Key_End, CONTROL)
    assert (reader.caret.at[0], before(reader)) == (1, "")
    press(reader, Qt.Key.Key_Home, CONTROL)
    assert reader.caret.at == (0, 0)
    assert reader.view.accessibleDescription().startswith("Der Verein wirkt")


def test_shift_selects_and_a_plain_arrow_lets_go(reader: PdfViewer) -> None:
    press(reader, Qt.Key.Key_Right, CONTROL)
    press(reader, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(reader, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert [one.quote for one in reader.passages] == ["Verein wirkt"]
    assert reader.toolbar.isVisible()
    press(reader, Qt.Key.Key_Down, SHIFT)
    assert reader.passages[0].quote.startswith("Verein wirkt, z. B.")
    press(reader, Qt.Key.Key_Right)
    assert reader.passages == ()


def test_one_key_takes_the_sentence_over_abbreviations_and_line_ends(reader: PdfViewer) -> None:
    reader.caret.select_sentence()
    assert [one.quote for one in reader.passages] == ["Der Verein wirkt, z. B. in drei Regionen."]
    press(reader, Qt.Key.Key_Right, CONTROL)
    press(reader, Qt.Key.Key_Right, CONTROL)
    reader.caret.select_sentence()
    assert [one.quote for one in reader.passages] == ["Er hat 54 Mitglieder."]


def test_escape_leaves_it_and_lets_go(reader: PdfViewer) -> None:
    reader.caret.select_sentence()
    press(reader, Qt.Key.Key_Escape)
    assert (reader.caret.at, reader.passages, reader.view.accessibleDescription()) == (None, (), "")
    press(reader, Qt.Key.Key_Right)
    assert reader.caret.at is None


def test_it_begins_at_the_end_of_what_is_selected_and_is_drawn_there(reader: PdfViewer) -> None:
    reader.caret.leave()
    press(reader, Qt.Key.Key_Right)
    layer = reader.texts.layer(0)
    assert layer is not None
    place = layer.text.index("54")
    bare = reader.view.viewport().grab().toImage()
    reader.caret.toggle()
    press(reader, Qt.Key.Key_Down)
    assert reader.caret.at is not None
    assert reader.caret.at[1] >= place
    line = reader.caret.line(layer, reader.caret.at[1])
    spot = (line.center() + reader.view.box_of(0).topLeft()).toPoint()
    drawn = reader.view.viewport().grab().toImage()
    assert drawn.pixelColor(spot) != bare.pixelColor(spot)


def test_it_begins_on_the_page_in_sight_though_an_edge_of_the_one_before_shows(reader: PdfViewer, qtbot: QtBot) -> None:
    reader.caret.leave()
    reader.view.resize(reader.view.width(), 120)
    reader.view.go_to(2)
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.value() - 4)
    assert list(reader.view.visible_pages)[:1] == [0]
    reader.caret.toggle()
    qtbot.waitUntil(lambda: reader.caret.at == (1, 0))


def test_a_key_that_marks_waits_for_the_selection_that_is_on_its_way(theme: Theme, qtbot: QtBot) -> None:
    """Fast keys: pages are read when one first comes there, and none is left out because nobody had looked at it."""
    long = pages([FIRST, *[[(20.0, 280.0, f"Seite {number}.")] for number in range(2, 31)]])
    reader = shown(theme, qtbot, long)
    reader.show_link("Beleg für B3", may_link=True)
    reader.view.setFocus()
    reader.caret.toggle()
    linked: list[tuple[SelectedPassage, ...]] = []
    reader.link_wanted.connect(linked.append)
    press(reader, Qt.Key.Key_End, SHIFT | CONTROL)
    reader.link()
    qtbot.waitUntil(lambda: bool(linked))
    assert [one.page for one in linked[0]] == list(range(30))
    assert all(one.quads for one in linked[0])


def test_keys_wait_for_those_before_them(theme: Theme, qtbot: QtBot) -> None:
    """Fast keys: neither the cursor that is being switched on nor a page that is being read lets a key go astray."""
    reader = shown(theme, qtbot, pages([FIRST, *[[(20.0, 280.0, f"Seite {number}.")] for number in range(2, 31)]]))
    reader.view.setFocus()
    reader.view.go_to(20)
    reader.caret.toggle()
    press(reader, Qt.Key.Key_End, SHIFT)
    qtbot.waitUntil(lambda: bool(reader.passages))
    assert [one.quote for one in reader.passages] == ["Seite 20."]
    press(reader, Qt.Key.Key_End, CONTROL)
    press(reader, Qt.Key.Key_Home, SHIFT)
    qtbot.waitUntil(lambda: [one.quote for one in reader.passages] == ["Seite 30."])
    reader.caret.leave()
    reader.selection_tool.select(None)
    reader.view.go_to(15)
    reader.caret.toggle()
    press(reader, Qt.Key.Key_Home, CONTROL)
    press(reader, Qt.Key.Key_Down)
    press(reader, Qt.Key.Key_End, SHIFT)
    qtbot.waitUntil(lambda: [one.quote for one in reader.passages] == ["54 Mitglieder."])
    reader.caret.leave()
    reader.selection_tool.select(None)
    reader.view.go_to(10)
    reader.caret.toggle()
    reader.caret.select_sentence()
    qtbot.waitUntil(lambda: [one.quote for one in reader.passages] == ["Seite 10."])
