"""Check boxes, radio button and choice box with own painting, because the style's own outlines are too faint."""

from typing import ClassVar, override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.theme import Theme

_SIDE = 16
_LEFT = 40
"""Px at 100 %: of the mark, and of the words beside it in a row."""


class ChoiceBox(QComboBox):
    """A box with a list to choose from; the arrow is our own, because the stylesheet's would be an image file."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def showPopup(self) -> None:
        """Name the list as the box: without a title Qt calls it like the program."""
        self.view().window().setWindowTitle(self.accessibleName())
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.em(14)
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - side - 3 * self._theme.em(9)
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self.setToolTip("" if option.currentText == self.currentText() else self.currentText())
        spot = QRectF(self.width() - side - self._theme.em(9), round((self.height() - side) / 2), side, side)
        icons.draw(painter, "down", self._theme.color("text2" if self.isEnabled() else "disabled"), spot)


class _Mark(PaintedButton):
    """A mark with words beside it."""

    across = QSizePolicy.Policy.Minimum
    takes_enter = False
    is_round: ClassVar = False

    @override
    def sizeHint(self) -> QSize:
        em, words = self.theme.em, self.theme.metrics("body").horizontalAdvance(self.text())
        return QSize(em(_SIDE + 12) + words + em(6), self.theme.height("button"))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, side, enabled = self.theme, self.theme.em(_SIDE), self.isEnabled()
        mark = QRectF(theme.em(4), round((box.height() - side) / 2), side, side)
        painting.draw_tick(painter, theme, mark, checked=self.isChecked(), enabled=enabled, is_round=self.is_round)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text" if enabled else "disabled"))
        painter.drawText(box.adjusted(theme.em(_SIDE + 12), 0, 0, 0), painting.LEFT, self.text())


class CheckBox(_Mark, QCheckBox):
    """A check box with its text beside it."""


class RadioButton(_Mark, QRadioButton):
    """A radio button with its text beside it."""

    is_round = True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow choose also while none is chosen: Qt would move the focus alone."""
        super().keyPressEvent(event)
        there = self.window().focusWidget()
        if isinstance(there, RadioButton) and there is not self and not there.isChecked():
            there.click()


class CheckRow(PaintedButton, QCheckBox):
    """Shows its text strong, `second` under it, and a fact (a size) at the right; what is cut is its tooltip."""

    across = QSizePolicy.Policy.Expanding
    takes_enter = False

    def __init__(self, theme: Theme, text: str, second: str) -> None:
        """Start unticked, without a fact."""
        super().__init__(theme, text)
        self._second = second
        self._fact = ""
        self.setAccessibleDescription(second)

    def show_fact(self, fact: str) -> None:
        """Show what stands at the right."""
        self._fact = fact
        self.setAccessibleDescription(", ".join(part for part in (self._second, fact) if part))
        self._explain()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(220), self.theme.em(47))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(120), self.theme.em(47))

    @property
    @override
    def ring(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()).adjusted(2, 2, -2, -2), self.theme.radius("control")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, side = self.theme, self.theme.em(_SIDE)
        mark = QRectF(theme.em(14), round((box.height() - side) / 2), side, side)
        painting.draw_tick(painter, theme, mark, checked=self.isChecked(), enabled=True, is_round=False)
        line = box.height() / 2 - theme.em(5)
        words = QRectF(theme.em(_LEFT), theme.em(5), self._room(), line)
        painting.draw_words(painter, theme, words, self.text(), "strong")
        painting.draw_words(painter, theme, words.translated(0, line), self._second, "small", "text2")
        right = box.adjusted(0, 0, -theme.em(14), 0)
        painting.draw_words(painter, theme, right, self._fact, "small", "text2", align=painting.RIGHT)

    def _room(self) -> int:
        return self.width() - self.theme.em(_LEFT + 24) - self.theme.metrics("small").horizontalAdvance(self._fact)

    def _explain(self) -> None:
        wide = self.theme.metrics("small").horizontalAdvance(self._second)
        self.setToolTip(self._second if wide > self._room() else "")
