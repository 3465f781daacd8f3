"""Tables that came as annexes: room for their text at every size."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.services.annexes.contents import AnnexTable
from reviewer_app.ui.kit.cell_delegate import CellDelegate
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.finders import TablesFinder
from reviewer_app.ui.reading.annexes.table_view import TablesView


def test_a_table_in_sight_makes_room_for_text_of_another_size(theme: Theme, qtbot: QtBot) -> None:
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.show_tables(
        "A01", (AnnexTable("Mitglieder", (("Name", "Ort"), ("Technische Universität Treuenfeld", "Markneukirch"))),)
    )
    (table,) = view.views
    high, wide = table.rowHeight(1), table.columnWidth(1)
    theme.choose(text_size=200)
    assert table.rowHeight(1) == 2 * high
    assert table.rowHeight(1) >= QFontMetrics(table.font()).height()
    assert table.columnWidth(1) > 1.8 * wide
    theme.choose(text_size=100)
    assert (table.rowHeight(1), table.columnWidth(1)) == (high, wide)


@pytest.mark.parametrize(("share", "first"), [(0.0, 3), (0.3, 3), (0.7, 4)])
def test_a_table_that_was_scrolled_begins_with_a_whole_column_at_every_size(
    theme: Theme, qtbot: QtBot, share: float, first: int
) -> None:
    """The one of which most was in sight."""
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.show_tables("A01", (AnnexTable("Mitglieder", (("Technische Universität", "Ort") * 8,) * 3),))
    view.resize(500, 300)
    view.show()
    (table,) = view.views
    bar, head = table.horizontalScrollBar(), table.horizontalHeader()
    bar.setValue(head.sectionPosition(3) + round(share * head.sectionSize(3)))
    for text_size in (200, 125):
        theme.choose(text_size=text_size)
        QApplication.processEvents()
        assert table.columnAt(0) == first
        assert table.columnViewportPosition(first) == 0


def test_a_pane_that_gets_wider_with_the_text_does_not_push_a_table_aside(theme: Theme, qtbot: QtBot) -> None:
    """It does so before the columns have room for the larger text, so that all of them would fit for a moment."""
    views: list[TablesView] = []

    def widen() -> None:
        views[0].resize(1400, 300)

    theme.changed.connect(widen)
    views.append(TablesView(theme))
    qtbot.addWidget(views[0])
    views[0].show_tables("A01", (AnnexTable("Mitglieder", (("Technische Universität", "Ort") * 6,) * 3),))
    views[0].resize(500, 300)
    views[0].show()
    (table,) = views[0].views
    table.horizontalScrollBar().setValue(table.horizontalHeader().sectionPosition(4) + 9)
    theme.choose(text_size=200)
    theme.changed.disconnect(widen)
    assert table.columnAt(0) == 4
    assert table.columnViewportPosition(4) == 0


def test_a_column_somebody_drew_wider_stays_so_in_another_theme(theme: Theme, qtbot: QtBot) -> None:
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.show_tables("A01", (AnnexTable("Mitglieder", (("Name", "Ort"),)),))
    view.views[0].setColumnWidth(0, 333)
    theme.changed.emit()
    assert view.views[0].columnWidth(0) == 333


def test_row_numbers_stand_one_below_the_other_and_no_box_is_left_between_the_scroll_bars(
    theme: Theme, qtbot: QtBot
) -> None:
    view = TablesView(theme)
    qtbot.addWidget(view)
    view.show_tables("A01", (AnnexTable("Mitglieder", (("Technische Universität Treuenfeld",) * 9,) * 40),))
    view.resize(400, 300)
    view.show()
    (table,) = view.views
    numbers = table.verticalHeader()
    picture = numbers.grab().toImage()
    surface = theme.color("surface").rgb()
    high = numbers.defaultSectionSize()
    ends = [
        max(x for x in range(picture.width()) for y in range(row * high, (row + 1) * high - 2)
            if picture.pixel(x, y) != surface)
        for row in (0, 1, 6, 9)
    ]  # fmt: skip
    assert max(ends) - min(ends) <= 2
    assert ends[0] < picture.width() - theme.em(4)
    whole = table.grab().toImage()
    corner = table.verticalScrollBar().width(), table.horizontalScrollBar().height()
    assert {
        whole.pixel(whole.width() - 1 - x, whole.height() - 1 - y) for x in range(corner[0]) for y in range(corner[1])
    } == {surface}


def test_an_annex_shown_after_another_leaves_nothing_of_its_tables_behind(theme: Theme, qtbot: QtBot) -> None:
    view = TablesView(theme)
    qtbot.addWidget(view)
    finder = TablesFinder(theme, view)
    for key in ("A01", "A02", "A03"):
        view.show_tables(key, (AnnexTable("Mitglieder", (("Name", "Ort"), ("Treuenfeld", "Markneukirch"))),))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len([*finder.findChildren(CellDelegate), *view.findChildren(CellDelegate)]) == 1
