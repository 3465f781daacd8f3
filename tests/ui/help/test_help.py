"""The help beside the page: the topic of the focused thing, search, links, Esc, both languages, the narrow window."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources import help_pages
from reviewer_app.ui.help.help_dialog import HelpDialog
from reviewer_app.ui.help.help_pane import HelpPane
from reviewer_app.ui.help.presenter import topic_of
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.scoring.score_scale import ScoreScale
from tests.keys import type_text
from tests.ui.conftest import OpenDesk


def titles(pane: HelpPane) -> list[str]:
    return [pane.list.item(row).text() for row in range(pane.list.count())]


@pytest.mark.parametrize(
    ("page", "topic"),
    [("reading", "reading"), ("applications", "applications"), ("consolidation", "consolidation"), ("nowhere", "")],
)
def test_a_page_has_its_topic(page: str, topic: str) -> None:
    assert topic_of(None, page) == topic


def test_the_scale_has_a_topic_of_its_own(qtbot: QtBot) -> None:
    class Scale(QWidget):
        pass

    Scale.__name__ = ScoreScale.__name__
    around = QWidget()
    qtbot.addWidget(around)
    scale = Scale(around)
    assert topic_of(QWidget(scale), "reading") == "scale"


def test_f1_opens_beside_the_page_and_esc_gives_the_focus_back(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window = desk.window
    page = window.router.page
    assert page is not None
    window.activateWindow()
    table = page.panes()[0]
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    pane = desk.commands.help_pane
    before = window.frame.stack.width()
    QTest.keyClick(table, Qt.Key.Key_F1)
    assert (pane.topic, pane.width(), pane.browser.hasFocus()) == ("applications", 325, True)
    qtbot.waitUntil(lambda: window.frame.stack.width() == before - 325)
    pane.browser.anchorClicked.emit(QUrl("help:scale"))
    assert pane.topic == "scale"
    QTest.keyClick(pane.browser, Qt.Key.Key_Escape)
    assert pane.isHidden()
    assert QApplication.focusWidget() is table


def test_the_help_is_searched_as_one_types(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window = desk.window
    window.activateWindow()
    window.actions_table.trigger("help_overview")
    pane = desk.commands.help_pane
    qtbot.waitUntil(pane.field.hasFocus)
    assert len(titles(pane)) == len(help_pages.TOPICS)
    type_text(pane.field, "datenträger")
    assert titles(pane) == ["Datenschutz und Offline", "Hilfe bei Störungen"]
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.topic == "privacy"
    pane.field.clear()
    type_text(pane.field, "quantenschaum")
    assert titles(pane) == []
    assert pane._nothing.isVisible()


def test_the_help_covers_a_narrow_window_but_not_its_menu(open_desk: OpenDesk) -> None:
    desk = open_desk()
    window = desk.window
    window.resize(700, 600)
    window.actions_table.trigger("help_accessibility")
    assert not window.frame.stack.isVisible()
    assert desk.commands.help_pane.width() > 600
    assert window.frame.header.menu_button.isVisible()
    desk.commands.help_pane.close_pane()
    assert window.frame.stack.isVisible()


def test_both_languages_have_every_page_and_links_lead_somewhere() -> None:
    wrong = []
    for language in ("de", "en"):
        for page in help_pages.pages(language):
            linked = [part.partition(")")[0] for part in page.text.split("(help:")[1:]]
            wrong += [f"{language} {page.topic}: {topic}" for topic in linked if topic not in help_pages.TOPICS]
            wrong += [f"{language} {page.topic}: {sign}" for sign in ("http", "!", "leider") if sign in page.text]
            assert page.title
    assert wrong == []


def test_a_dialog_has_its_help_too(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_desk(shown=False).window
    shown: list[str] = []
    monkeypatch.setattr(HelpDialog, "exec", lambda self: shown.append(self.pane.topic))
    dialog = NewRoundDialog(window.context.theme, window)
    dialog.setModal(False)
    dialog.show()
    dialog.title.setFocus()
    QTest.keyClick(dialog.title, Qt.Key.Key_F1)
    dialog.close()
    dialog.deleteLater()
    assert shown == ["first-steps"]


def test_help_over_a_dialog_takes_its_room_from_the_window(open_desk: OpenDesk) -> None:
    window = open_desk(shown=False).window
    below = NewRoundDialog(window.context.theme, window)
    help_dialog = HelpDialog(below, window)
    help_dialog.setModal(False)
    help_dialog.show()
    size, shown = help_dialog.size(), help_dialog.pane.browser.isVisible()
    help_dialog.close()
    below.deleteLater()
    assert (size.width(), shown) == (460, True)
    assert size.height() > 420
