"""The page header says why its button is disabled, and nothing while the button is only about to be served."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.actions import Actions
from reviewer_app.ui.shell.page_header import PageHeader
from reviewer_app.ui.shell.presenter import Header


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


@pytest.mark.parametrize("name", ["N" * 200, "شبكة الضوء 🙂 " * 12, "F&E-Netz " * 20])
def test_a_long_name_behind_leaves_the_title_its_room(qtbot: QtBot, theme: Theme, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PageHeader(theme, Actions(window))
    qtbot.addWidget(header)
    header.show_header(Header("Akte & Export"), name, None, as_list=False, narrow=False)
    assert header.back_button.sizeHint().width() < theme.em(260)
    assert header.back_button.toolTip() == name
    assert header.back_button.accessibleName() == f"Zurück zu {name}"
    assert header.minimumSizeHint().width() < theme.em(1024 - 48)


def test_a_name_is_shown_with_its_ampersand(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PageHeader(theme, Actions(window))
    qtbot.addWidget(header)
    header.show_header(Header("Akte & Export"), "F&E-Netz", None, as_list=False, narrow=False)
    assert (header.back_button.text(), header.back_button.toolTip()) == ("F&&E-Netz", "")
