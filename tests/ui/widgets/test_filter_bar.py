"""The filters above a list: their menus are made anew each time they open, and what was made before goes."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.filter_bar import FilterBar
from reviewer_app.ui.widgets.filter_button import FilterButton


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
