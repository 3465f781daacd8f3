"""The cross in a field: there while there is a text, as large as the text, and a click empties the field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.theme import Theme


def test_the_cross_empties_the_field_and_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    button = ClearButton(field, theme, "Suche leeren")
    field.resize(300, 60)
    field.show()
    assert not button.isVisible()
    field.setText("Wert")
    assert button.isVisible()
    before = button.width()
    assert field.rect().contains(button.geometry())
    theme.choose(text_size=200)
    assert button.width() == 2 * before
    assert field.textMargins().right() >= before
    assert field.rect().contains(button.geometry())
    theme.choose(text_size=100)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (field.text(), button.isVisible(), field.textMargins().right()) == ("", False, 0)
