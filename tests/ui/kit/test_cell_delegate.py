"""Cells of a table of texts look as the style would paint them, and chosen ones are left to it."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QTableView
from pytestqt.qtbot import QtBot

from reviewer_app.services.annexes.contents import AnnexTable
from reviewer_app.ui.kit.cell_delegate import CellDelegate
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.table_view import TablesView

ROWS = (
    ("Nr.", "Mitglied", "Ort"),
    ("1", "Optik Werratal GmbH, Größe: „mittel“", ""),
    ("", "Wasserstoffverbundforschungsgesellschaft mit einem Namen, der in keine Spalte passt, so lang ist er", "Gera"),
    ("2", "zwei\nZeilen", "a\tb"),
    ("3", "fi ffl AVA", "1.234,5"),
)


@pytest.mark.parametrize("percent", [100, 110, 125, 150, 175, 200])
def test_cells_are_equal_to_the_pixel(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.choose(text_size=percent)
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_tables("A01", (AnnexTable("Liste", ROWS),))
    with qtbot.waitExposed(view):
        view.show()
    table = view.views[0]
    table.grab()
    QApplication.processEvents()
    table.setCurrentIndex(table.model().index(0, 1))

    def painted() -> QImage:
        return table.viewport().grab().toImage()

    table.setItemDelegate(QStyledItemDelegate(table))
    plainly = painted()
    table.setItemDelegate(CellDelegate(theme, table))
    assert painted() == plainly


@pytest.mark.parametrize("rows", [1, 11, 110, 1111])
def test_every_row_number_has_the_room_it_had_from_qt(theme: Theme, qtbot: QtBot, rows: int) -> None:
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.show_tables("A01", (AnnexTable("Liste", (("x",),) * rows),))
    plain = QTableView()
    qtbot.addWidget(plain)
    plain.setModel(view.views[0].model())
    found, plainly = view.views[0].verticalHeader().sizeHint(), plain.verticalHeader().sizeHint()
    assert found.height() == plainly.height()
    assert plainly.width() <= found.width() <= plainly.width() + theme.em(8)
