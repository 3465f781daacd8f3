"""Check boxes, radio button and choice box with own painting, because the style's own outlines are too faint."""

from typing import override

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme

_SIDE = 16


def _size(button: QAbstractButton, theme: Theme) -> QSize:
    words = QFontMetrics(theme.font("body")).horizontalAdvance(button.text())
    return QSize(theme.em(_SIDE + 12) + words + theme.em(6), theme.height("button"))


def _paint(button: QAbstractButton, theme: Theme, *, round_mark: bool) -> None:
    painter = QPainter(button)
    side = theme.em(_SIDE)
    mark = QRectF(theme.em(4), round((button.height() - side) / 2), side, side)
    radius = side / 2 if round_mark else theme.radius("cell")
    checked, enabled = button.isChecked(), button.isEnabled()
    filled = "accent" if checked and enabled else "surface"
    painting.draw_ground(painter, theme, mark, filled, radius, "" if checked and enabled else "control")
    if checked:
        ink = theme.color("on_accent" if enabled else "disabled")
        inner = mark.adjusted(side * 0.24, side * 0.24, -side * 0.24, -side * 0.24)
        if round_mark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(ink)
            painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
        else:
            painting.glyph(painter, Glyph.CHECK, ink, inner)
    painter.setFont(theme.font("body"))
    painter.setPen(theme.color("text" if enabled else "disabled"))
    words = QRectF(button.rect()).adjusted(theme.em(_SIDE + 12), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, button.text())
    if button.hasFocus():
        painting.draw_focus(painter, theme, button.rect(), theme.radius("control"))


class ChoiceBox(QComboBox):
    """A box with a list to choose from; the arrow is our own, because the stylesheet's would be an image file."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
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


class CheckBox(QCheckBox):
    """A check box."""

    def __init__(self, theme: Theme, text: str) -> None:
        """Show `text` beside the box."""
        super().__init__(text)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return _size(self, self._theme)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._theme, round_mark=False)


class RadioButton(QRadioButton):
    """A radio button."""

    def __init__(self, theme: Theme, text: str) -> None:
        """Show `text` beside the mark."""
        super().__init__(text)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return _size(self, self._theme)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow choose also while none is chosen: Qt would move the focus alone."""
        super().keyPressEvent(event)
        there = self.window().focusWidget()
        if isinstance(there, RadioButton) and there is not self and not there.isChecked():
            there.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._theme, round_mark=True)


_SIDE = 16
_LEFT = 40


class CheckRow(QCheckBox):
    """Shows its text strong, `second` under it, and a fact (a size) at the right; what is cut is its tooltip."""

    def __init__(self, theme: Theme, text: str, second: str) -> None:
        """Start unticked, without a fact."""
        super().__init__(text)
        self._theme = theme
        self._second = second
        self._fact = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(second)
        theme.changed.connect(self.updateGeometry)

    def show_fact(self, fact: str) -> None:
        """Show what stands at the right."""
        self._fact = fact
        self.setAccessibleDescription(", ".join(part for part in (self._second, fact) if part))
        self._explain()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(220), self._theme.em(47))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(120), self._theme.em(47))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        side = theme.em(_SIDE)
        mark = QRectF(theme.em(14), round((self.height() - side) / 2), side, side)
        checked = self.isChecked()
        painting.draw_ground(
            painter, theme, mark, "accent" if checked else "surface", theme.radius("cell"), "" if checked else "control"
        )
        if checked:
            inset = side * 0.24
            inner = mark.adjusted(inset, inset, -inset, -inset)
            painting.glyph(painter, Glyph.CHECK, theme.color("on_accent"), inner)
        line = self.height() / 2 - theme.em(5)
        words = QRectF(theme.em(_LEFT), theme.em(5), self._room(), line)
        self._write(painter, words, self.text(), "strong", "text")
        self._write(painter, words.translated(0, line), self._second, "small", "text2")
        if self._fact:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text2"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(0, 0, -theme.em(14), 0), right, self._fact)
        if self.hasFocus():
            painting.draw_focus(painter, theme, self.rect().adjusted(2, 2, -2, -2), theme.radius("control"))

    def _write(self, painter: QPainter, box: QRectF, text: str, role: str, tone: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        shown = QFontMetrics(self._theme.font(role)).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _room(self) -> int:
        fact = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._fact) if self._fact else 0
        return self.width() - self._theme.em(_LEFT + 24) - fact

    def _explain(self) -> None:
        wide = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._second)
        self.setToolTip(self._second if wide > self._room() else "")
