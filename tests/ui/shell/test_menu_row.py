"""The letters of the menus are underlined while they act: with Alt held down, or the bar reached by keys."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.menu_row import MenuRow


def test_letters_are_underlined_with_alt_only(theme: Theme, qtbot: QtBot) -> None:
    row = MenuRow(theme)
    qtbot.addWidget(row)
    bar = row.menu_bar
    bar.addMenu("&Datei")
    bar.addMenu("An&trag")
    row.resize(800, 36)
    row.show()

    def drawn() -> QImage:
        return bar.grab().toImage()

    plain = drawn()
    bar.show_letters(shown=True)
    lettered = drawn()
    assert lettered != plain
    assert [bar.actionGeometry(one).width() > 20 for one in bar.actions()] == [True, True]
    bar.show_letters(shown=False)
    assert drawn() == plain
