"""Words that a search has found are marked in any scheme."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.hit_highlight import highlight_words
from reviewer_app.ui.kit.theme import Theme


@pytest.mark.parametrize("contrast", [False, True])
def test_words_found_are_underlined_where_the_system_alone_chooses_colours(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, contrast: bool
) -> None:
    monkeypatch.setattr(Theme, "_finds_high_contrast", lambda _theme: contrast)
    theme.choose(text_size=125)
    text = QPlainTextEdit("Die Strategie trägt.")
    qtbot.addWidget(text)
    highlight_words(text, [(4, 13)], theme)
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "Strategie"
    assert mark.format.fontUnderline() is contrast
