"""The filters above a list: their menus are made anew each time they open, and what was made before goes."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.applications.page import ApplicationsBar
from reviewer_app.ui.kit.filter_bar import FilterBar, FilterButton
from reviewer_app.ui.kit.theme import Theme


def test_menus_leave_nothing_behind(
    qapp: QApplication, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_place: None)  # it would grab a keyboard that is not there
    bar, button = FilterBar(theme, ("all",)), FilterButton(theme, "Art", "Alle")
    qtbot.addWidget(bar)
    button.show_values({"form": "Formular"}, "")
    bar.add_filters((button,))
    kept = []
    for _ in range(2):
        for opens in (bar.open_folded, button.open_menu):
            opens()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        kept.append((len(bar.findChildren(QMenu)), len(bar.findChildren(QActionGroup))))
    assert kept[0] == kept[1]


def test_the_demo_is_marked_once_where_a_pane_makes_the_list_narrow(theme: Theme, qtbot: QtBot) -> None:
    """The menu row says it already while the window itself is wide."""
    window = QWidget()
    qtbot.addWidget(window)
    bar = ApplicationsBar(theme)
    bar.setParent(window)
    window.resize(1366, 60)
    window.show()
    bar.resize(600, 40)
    bar.show_narrow(narrow=True)
    bar.show_demo(demo=True)
    assert bar.demo_chip.isHidden()
    window.resize(600, 60)
    bar.resize(590, 40)
    assert not bar.demo_chip.isHidden()
