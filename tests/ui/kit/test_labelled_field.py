"""Labelled fields of pages and dialogs."""

from typing import override

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.theme import Theme


class Windows(QObject):
    """Keeps every window that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_a_hint_is_no_window_before_it_stands_under_its_field(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    field = LabelledField(theme, "Arbeitgeber", QLineEdit(), "Mehrere trennen Sie mit einem Semikolon.")
    qapp.removeEventFilter(windows)
    qtbot.addWidget(field)
    assert windows.shown == []
    assert [one for one in field.findChildren(QWidget) if one.property("role") == "small" and not one.isHidden()]
