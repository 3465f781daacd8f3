"""The list of work: what is chosen stays in sight."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.work_table import WorkTable


def test_the_chosen_row_stays_in_sight_when_rows_grow(theme: Theme, qtbot: QtBot) -> None:
    table = WorkTable(theme, "Anträge")
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    for number in range(12):
        model.appendRow(QStandardItem(f"GC-2026-{number:03}"))
    table.setModel(model)
    table.show_row_height(20)
    table.resize(300, 300)
    table.show()
    table.choose_row(10)

    table.show_row_height(60)

    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
