"""What the find bar says: hits, their number, and all that a reader has to know about them."""

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.reading.annexes.find_bar import FindingWords, Told


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(), ""),
        (Told(is_asked=True, can_find=False), ""),
        (Told(is_asked=True, count=17, current=2), "3 von 17"),
        (Told(is_asked=True, count=17, current=2, is_whole=False), "3 von 17 …"),
        (Told(is_asked=True, count=17), "17 Treffer"),
        (Told(is_asked=True, count=1), "1 Treffer"),
        (Told(is_asked=True, is_whole=False), "sucht …"),
        (Told(is_asked=True), "nicht gefunden"),
        (Told(is_asked=True, has_words=False), "kein Text"),
    ],
)
def test_counts(qapp: QApplication, told: Told, words: str) -> None:
    del qapp
    assert FindingWords().count(told)[0] == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(), ""),
        (Told(can_find=False), "Diese Unterlage hat keinen Text, in dem sich suchen lässt."),
        (Told(is_asked=True, count=2, current=0, turned=True), "Von vorn begonnen"),
        (Told(is_asked=True, count=2, current=1, turned=True), "Vom Ende her begonnen"),
        (Told(is_asked=True, apart=True), "Wörter einzeln, wie in der Suche über alles"),
        (Told(is_asked=True, silent=1), "1 Seite ohne Textebene"),
        (Told(is_asked=True, silent=3), "3 Seiten ohne Textebene"),
        (Told(is_asked=True, in_all=True), "In keiner Anlage gefunden"),
        (Told(is_asked=True, in_all=True, all_whole=False), ""),
        (Told(is_asked=True, in_all=True, counts=(1,)), "1 Treffer in 1 Anlage"),
        (Told(is_asked=True, in_all=True, counts=(4,)), "4 Treffer in 1 Anlage"),
        (
            Told(is_asked=True, in_all=True, counts=(4, 2), unread=1),
            "6 Treffer in 2 Anlagen · 1 Anlage wird noch eingelesen",
        ),
        (Told(is_asked=True, in_all=True, unread=2), "2 Anlagen werden noch eingelesen"),
    ],
)
def test_notes(qapp: QApplication, told: Told, words: str) -> None:
    del qapp
    assert FindingWords().note(told)[0] == words


def test_a_scan_is_named(qapp: QApplication) -> None:
    del qapp
    words, tone = FindingWords().note(Told(key="A06", is_asked=True, has_words=False))
    assert words.startswith("A06 hat keine Textebene: Suchen geht")
    assert tone == "warn"
