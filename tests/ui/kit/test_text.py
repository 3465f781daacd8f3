"""A label that flows: its height at a width is what Qt's own would be, and is measured once."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.text import Text, WrappingText
from reviewer_app.ui.kit.theme import Theme

WORDS = "Die Ziele sind benannt und bezifferbar, doch fehlt zu 12,5 % der Mittel der Beleg.\nEin zweiter Absatz."
WIDTHS = (90, 160, 382, 700)


@pytest.mark.parametrize("size", [100, 130, 200])
def test_it_asks_for_the_height_that_a_wrapping_label_would(theme: Theme, qtbot: QtBot, size: int) -> None:
    theme.choose(text_size=size)
    ours, other = WrappingText(WORDS, "small"), Text(WORDS, "small", wrap=True)
    for label in (ours, other):
        qtbot.addWidget(label)
        label.ensurePolished()
    assert [ours.heightForWidth(width) for width in WIDTHS] == [other.heightForWidth(width) for width in WIDTHS]
    assert ours.minimumSizeHint().height() < ours.heightForWidth(160)


def test_it_measures_once_until_words_or_font_change(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    measure = QLabel.heightForWidth
    label = WrappingText(WORDS, "small")
    qtbot.addWidget(label)

    def count(asking: QLabel, width: int) -> int:
        if asking is label:
            asked.append(width)
        return measure(asking, width)

    monkeypatch.setattr(Text, "heightForWidth", count, raising=False)
    label.ensurePolished()
    first = [label.heightForWidth(width) for width in (160, 160, 382, 160)]
    assert asked == [160, 382]
    label.setText("Kurz")
    assert label.heightForWidth(160) < first[0]
    label.setText(WORDS)
    assert label.heightForWidth(160) == first[0]
    label.setText("Kurz")
    assert asked == [160, 382, 160]
    theme.choose(text_size=200)
    assert label.heightForWidth(160) > label.fontMetrics().lineSpacing() / 2
    assert asked == [160, 382, 160, 160]
