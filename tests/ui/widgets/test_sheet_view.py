"""Tables that came as annexes: room for their text at every size."""

from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.sheet_view import Sheet, SheetView


def test_a_table_in_sight_makes_room_for_text_of_another_size(theme: Theme, qtbot: QtBot) -> None:
    view = SheetView(theme)
    qtbot.addWidget(view)
    view.show_sheets([Sheet("Mitglieder", (("Name", "Ort"), ("Technische Universität Treuenfeld", "Markneukirch")))])
    (table,) = view.tables
    high, wide = table.rowHeight(1), table.columnWidth(1)
    theme.choose(text_size=200)
    assert table.rowHeight(1) == 2 * high
    assert table.rowHeight(1) >= QFontMetrics(table.font()).height()
    assert table.columnWidth(1) > 1.8 * wide
    theme.choose(text_size=100)
    assert (table.rowHeight(1), table.columnWidth(1)) == (high, wide)


def test_a_column_somebody_drew_wider_stays_so_in_another_theme(theme: Theme, qtbot: QtBot) -> None:
    view = SheetView(theme)
    qtbot.addWidget(view)
    view.show_sheets([Sheet("Mitglieder", (("Name", "Ort"),))])
    view.tables[0].setColumnWidth(0, 333)
    theme.changed.emit()
    assert view.tables[0].columnWidth(0) == 333
