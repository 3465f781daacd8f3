"""The picture of a window that lies under the palette."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.window_snapshot import SnapshotCover, take_snapshot
from reviewer_app.ui.shell.command_palette import CommandPalette

SHADE = QColor(20, 30, 40, 150)


def test_a_window_under_a_shade_is_what_it_shows(qtbot: QtBot) -> None:
    window = QLabel("Photonikverbund Werratal")
    qtbot.addWidget(window)
    window.resize(300, 120)
    assert take_snapshot(window, SHADE) is None
    window.show()
    QApplication.processEvents()
    picture = take_snapshot(window, SHADE)
    assert picture is not None
    expected = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(expected)
    painter.fillRect(expected.rect(), SHADE)
    painter.end()
    assert picture.toImage().convertToFormat(QImage.Format.Format_RGB32) == expected


def test_what_lay_under_a_palette_comes_back_half_by_half(theme: Theme, qtbot: QtBot) -> None:
    window = QLabel("Photonikverbund Werratal " * 8)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    QApplication.processEvents()
    bare = window.grab().toImage()
    palette = CommandPalette(theme, window)
    palette.open(())
    QApplication.processEvents()
    dark = window.grab().toImage()
    palette.close_palette()
    closing = window.grab().toImage()
    left, right = QRect(0, 0, 450, 600), QRect(850, 0, 50, 600)
    assert closing.copy(left) == bare.copy(left)
    assert closing.copy(right) == dark.copy(right)
    palette.open(())
    assert not palette.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    palette.close_palette()
    curtain = window.findChild(SnapshotCover)
    assert curtain is not None
    qtbot.waitUntil(curtain.isHidden)
    assert window.grab().toImage() == bare


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
