"""What the find bar says: hits, their number, and all that a reader has to know about them."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.find_bar import FindBar, FindState


def said(theme: Theme, qtbot: QtBot, state: FindState) -> FindBar:
    bar = FindBar(theme)
    qtbot.addWidget(bar)
    bar.show_state(state)
    return bar


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FindState(), ""),
        (FindState(is_asked=True, can_find=False), ""),
        (FindState(is_asked=True, count=17, current=2), "3 von 17"),
        (FindState(is_asked=True, count=17, current=2, is_whole=False), "3 von 17 …"),
        (FindState(is_asked=True, count=17), "17 Treffer"),
        (FindState(is_asked=True, count=1), "1 Treffer"),
        (FindState(is_asked=True, is_whole=False), "sucht …"),
        (FindState(is_asked=True), "nicht gefunden"),
        (FindState(is_asked=True, has_words=False), "kein Text"),
    ],
)
def test_counts(theme: Theme, qtbot: QtBot, state: FindState, words: str) -> None:
    assert said(theme, qtbot, state).count.text() == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FindState(), ""),
        (FindState(can_find=False), "Diese Unterlage enthält keinen durchsuchbaren Text."),
        (FindState(is_asked=True, count=2, current=0, turned=True), "Von vorn begonnen"),
        (FindState(is_asked=True, count=2, current=1, turned=True), "Vom Ende her begonnen"),
        (FindState(is_asked=True, apart=True), "Einzelne Wörter, wie in der Suche über alles"),
        (FindState(is_asked=True, silent=1), "1 Seite ohne Textebene"),
        (FindState(is_asked=True, silent=3), "3 Seiten ohne Textebene"),
        (FindState(is_asked=True, in_all=True), "In keiner Anlage gefunden"),
        (FindState(is_asked=True, in_all=True, all_whole=False), ""),
        (FindState(is_asked=True, in_all=True, counts=(1,)), "1 Treffer in 1 Anlage"),
        (FindState(is_asked=True, in_all=True, counts=(4,)), "4 Treffer in 1 Anlage"),
        (
            FindState(is_asked=True, in_all=True, counts=(4, 2), unread=1),
            "6 Treffer in 2 Anlagen · 1 Anlage ist noch nicht durchsuchbar",
        ),
        (FindState(is_asked=True, in_all=True, unread=2), "2 Anlagen sind noch nicht durchsuchbar"),
    ],
)
def test_notes(theme: Theme, qtbot: QtBot, state: FindState, words: str) -> None:
    assert said(theme, qtbot, state).note.text() == words


def test_a_scan_is_named(theme: Theme, qtbot: QtBot) -> None:
    bar = said(theme, qtbot, FindState(key="A06", is_asked=True, has_words=False))
    assert bar.note.text().startswith("A06 hat keine Textebene: Suchen ist")
    assert bar.note.property("tone") == "warn"
