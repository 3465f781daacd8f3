"""Marks words in a text, as every page marks what a search has found."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from reviewer_app.ui.kit.theme import Theme


def highlight_words(text: QPlainTextEdit | QTextEdit, places: Sequence[tuple[int, int]], theme: Theme) -> None:
    """Mark the ranges of a text in place of what was marked before; in high contrast a line says what no colour may."""
    style = QTextCharFormat()
    style.setBackground(theme.color("hit"))
    style.setForeground(theme.color("paper_ink"))
    style.setFontUnderline(theme.high_contrast)
    marks = []
    for start, end in places:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(text.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.format = style
        marks.append(mark)
    text.setExtraSelections(marks)


def show_position(text: QPlainTextEdit | QTextEdit, place: int) -> None:
    """Put the cursor at a letter, which brings it into sight."""
    cursor = text.textCursor()
    cursor.setPosition(place)
    text.setTextCursor(cursor)
