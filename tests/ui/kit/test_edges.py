"""Hairlines and paddings: one line where two parts meet, and a dialog no higher than what it says."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.consolidation.release_dialog import ReleaseDialog, ReleaseView
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.shell.action_table import ROWS
from reviewer_app.ui.shell.actions import Actions
from reviewer_app.ui.shell.page_header import PageHeader
from reviewer_app.ui.shell.presenter import Header


def line_under(header: PageHeader, theme: Theme) -> bool:
    picture = header.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 1) == theme.color("line")


def test_the_header_of_a_work_page_has_its_line_after_a_list_and_a_list_none(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PageHeader(theme, Actions(window, ROWS))
    header.setParent(window)
    header.resize(900, theme.em(46))
    window.show()

    header.show_header(Header("Anträge"), "", None, as_list=True, narrow=False)
    assert not line_under(header, theme)
    header.show_header(Header("Photonikverbund"), "Anträge", None, as_list=False, narrow=False)
    assert line_under(header, theme)
    header.show_header(Header("Anträge"), "", None, as_list=True, narrow=False)
    assert not line_under(header, theme)


def test_a_dialog_is_as_high_as_its_content(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    view = ReleaseView("Netz", "Vorschlag: Aufnahme, 70,1 von 100 Punkten", ("Robust", "20 Werte festgehalten. " * 8))

    dialog = ReleaseDialog(theme, window, view)
    dialog.show()

    content = dialog.scroll_area.widget()
    assert content is not None
    last = max(child.geometry().bottom() for child in content.findChildren(QWidget) if child.isVisible())
    assert dialog.scroll_area.verticalScrollBar().maximum() == 0
    assert content.height() - last < theme.em(16), "an empty band above the buttons"


def test_a_dialog_with_wrapped_hints_under_its_fields_needs_no_bar(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()

    dialog = NewRoundDialog(theme, window)
    dialog.show()

    assert dialog.scroll_area.verticalScrollBar().maximum() == 0
    low = dialog.height()
    field = dialog.day.parentWidget()
    assert isinstance(field, LabelledField)
    field.show_error("Diesen Tag gibt es nicht. Beispiel: 28.02.2027")
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert dialog.scroll_area.verticalScrollBar().maximum() == 0
