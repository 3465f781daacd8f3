"""Every control of every page has a name and a role that a screen reader can say, and can be reached by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.applications.import_report_dialog import ImportReportDialog
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.desk.settings_dialog import SettingsDialog
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import QuestionDialog
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds
from tests.ui.conftest import OpenDesk

_CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def silent(root: QWidget) -> list[str]:
    """Name the visible controls below a widget that say nothing, or have the role of a mere area."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, _CONTROLS) or not widget.isVisibleTo(root) or widget.objectName().startswith("qt_"):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        said = QAccessible.queryAccessibleInterface(widget)
        if not said.text(QAccessible.Text.Name).strip() or said.role() == QAccessible.Role.Client:
            found.append(f"{type(widget).__name__} {widget.objectName()} {said.role()}")
    return found


@pytest.fixture
def desk(open_desk: OpenDesk, qtbot: QtBot) -> Desk:
    made = open_desk(rounds.VOGELSANG)
    qtbot.waitUntil(lambda: bool(made.context.order))
    return made


@pytest.mark.parametrize("page", [navigation.APPLICATIONS, navigation.EXPORT, navigation.IDENTITY])
def test_every_control_of_a_page_says_what_it_is(desk: Desk, page: str) -> None:
    desk.window.router.go(Place(page))
    assert silent(desk.window) == []


def test_every_control_of_the_start_page_says_what_it_is(open_desk: OpenDesk) -> None:
    assert silent(open_desk(shown=False).window) == []


@pytest.mark.parametrize("kind", ["settings", "round", "question", "report"])
def test_every_control_of_a_dialog_says_what_it_is(desk: Desk, kind: str) -> None:
    theme, window = desk.theme, desk.window
    dialogs: dict[str, QDialog] = {
        "settings": SettingsDialog(desk.context, window),
        "round": NewRoundDialog(theme, window),
        "question": QuestionDialog(theme, window, ("Titel", "Text", "Tun"), "Grund"),
        "report": ImportReportDialog(theme, window, [], desk.context.messages),
    }
    assert silent(dialogs[kind]) == []
    for dialog in dialogs.values():
        dialog.deleteLater()


def test_tab_reaches_list_filter_segments_and_navigation(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    reached: set[str] = set()
    first = desk.window.router.page_of(navigation.APPLICATIONS)
    widget: QWidget | None = first
    for _ in range(5000):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is None:
            break
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(type(widget).__name__)
        if widget is first:
            break
    assert {"WorkTable", "FilterField", "Segment", "FilterButton", "NavigationButton", "SearchField"} <= reached


def test_rows_speak_through_the_model(desk: Desk) -> None:
    page = desk.window.router.page_of(navigation.APPLICATIONS)
    said = QAccessible.queryAccessibleInterface(page.panes()[0])
    assert said.text(QAccessible.Text.Name) == "Anträge"
    assert said.role() == QAccessible.Role.Table
