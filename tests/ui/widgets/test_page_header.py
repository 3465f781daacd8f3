"""The page header says why its button is disabled, and nothing while the button is only about to be served."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.actions import Actions
from reviewer_app.ui.presenters.presenter import Header
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.page_header import PageHeader


def said(header: PageHeader) -> list[str]:
    return [one.text() for one in header.findChildren(QLabel) if one.text() and one.isVisibleTo(header)]


def test_a_command_that_nobody_carries_out_yet_is_disabled_without_a_word(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.offer(("import",))
    header = PageHeader(theme, actions)
    qtbot.addWidget(header)
    header.show_header(Header("Anträge", buttons=("import",)), "", None, as_list=True, narrow=False)
    assert said(header) == ["Anträge"]
    actions.bind("import", {"import": lambda: None})
    assert said(header) == ["Anträge", "Es ist keine Arbeitsdatei geöffnet."]
