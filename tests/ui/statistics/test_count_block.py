"""The table under a figure: the same numbers, with their row and head for those who listen."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.statistics.count_block import CountModel


def test_cells_say_where_they_stand(theme: Theme, qtmodeltester: ModelTester) -> None:
    model = CountModel(theme, ("Verfahren", "begutachtet", "Summe"), [("Aufnahme", 0, 3), ("Summe", 0, 3)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # reason: pytest-qt has no types there
    cell = model.index(0, 1, QModelIndex())
    assert model.data(cell) == "–"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Aufnahme, begutachtet: 0"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Summe"
