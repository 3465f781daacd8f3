"""The picture of a window that lies under the palette."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.backdrop import shaded
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.command_palette import CommandPalette

SHADE = QColor(20, 30, 40, 150)


def test_a_window_under_a_shade_is_what_it_shows(qtbot: QtBot) -> None:
    window = QLabel("Photonikverbund Werratal")
    qtbot.addWidget(window)
    window.resize(300, 120)
    assert shaded(window, SHADE) is None
    window.show()
    QApplication.processEvents()
    picture = shaded(window, SHADE)
    assert picture is not None
    expected = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(expected)
    painter.fillRect(expected.rect(), SHADE)
    painter.end()
    assert picture.toImage().convertToFormat(QImage.Format.Format_RGB32) == expected


def test_a_palette_over_its_window_looks_as_if_the_window_shone_through(theme: Theme, qtbot: QtBot) -> None:
    window = QLabel("Photonikverbund Werratal " * 8)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    QApplication.processEvents()
    palette = CommandPalette(theme, window)
    palette.open(())
    over = window.grab().toImage()
    assert palette.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    palette.resize(QSize(900, 599))
    palette.resize(QSize(900, 600))
    assert not palette.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    assert window.grab().toImage() == over
