"""Tests of rows and columns: their parts, and measures that follow the text size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.theme import Theme


def test_parts_stand_in_their_order_with_stretch_and_alignment(theme: Theme, qtbot: QtBot) -> None:
    window, parts = QWidget(), [QWidget() for _ in range(4)]
    qtbot.addWidget(window)
    inside = RowLayout(theme, parts[2])
    column = ColumnLayout(theme, parts[0], (parts[1], 3), 2, (inside, 1), parent=window)
    column.add((parts[3], Qt.AlignmentFlag.AlignRight))
    assert [column.indexOf(one) for one in (parts[0], parts[1], inside, parts[3])] == [0, 1, 3, 4]
    assert [column.stretch(place) for place in range(column.count())] == [0, 3, 2, 1, 0]
    last = column.itemAt(4)
    assert last is not None
    assert last.alignment() == Qt.AlignmentFlag.AlignRight
    assert all(one.parentWidget() is window for one in parts)


def test_gap_and_margins_follow_the_text_size(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = RowLayout(theme, gap=6, margins=(16, 0, 8, 4), parent=window)
    own = ColumnLayout(theme, margins=None)
    styled = own.contentsMargins()
    theme.choose(text_size=200)
    margins = row.contentsMargins()
    assert (row.spacing(), margins.left(), margins.top(), margins.right(), margins.bottom()) == (12, 32, 0, 16, 8)
    assert own.contentsMargins() == styled
    row.show_measures(gap=0, margins=1)
    assert (row.spacing(), row.contentsMargins().left()) == (0, 2)
