"""One step of the score scale: a real radio button that paints only its digits, the scale around it paints the bar."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import override

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from reviewer_app.domain.scale import NotAssessable, Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme

WHOLE, HALF = 1.45, 1.0
"""Widths of whole and half steps in units; the bar shares its width out by them."""


_SIGNS: Mapping[Fraction, str] = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}


class ScoreStep(QRadioButton):
    """A value of the scale; keys go to `take_key` of the scale first. `hover_changed` carries the value or None."""

    hover_changed = Signal(object)
    focus_changed = Signal()

    def __init__(
        self, theme: Theme, value: Value, name: str, take_key: Callable[[QKeyEvent], bool], parent: QWidget
    ) -> None:
        """Stand for `value`; `name` is how it is written, its name until levels have words."""
        super().__init__(parent)
        self.value = value
        self.covered = False
        self.overlaid = (0, 0)
        """Px at the left and the right that a chosen neighbour lies over."""
        self._theme = theme
        self._take_key = take_key
        self._rest = self._chosen = name
        """What is in sight while it shows no value ("½"), and while it does ("3,5")."""
        if not isinstance(value, NotAssessable):
            if value.denominator == 1:
                self._rest = self._chosen = str(value.numerator)
            else:
                self._rest = _SIGNS.get(value % 1, name)
        self.setAccessibleName(name)
        self.setToolTip(name)

    @property
    def units(self) -> float:
        """How wide the step is in units of a half step."""
        whole = not isinstance(self.value, NotAssessable) and self.value.denominator == 1
        return WHOLE if whole else HALF

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(24), self._theme.em(36))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._take_key(event):
            event.accept()
        else:
            event.ignore()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hover_changed.emit(self.value)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover_changed.emit(None)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, box = self._theme, QPainter(self), QRectF(self.rect())
        alone = isinstance(self.value, NotAssessable)
        radius = theme.radius("control")
        if self.isChecked():
            painting.draw_ground(painter, theme, box, "accent", radius)
        elif alone:
            painting.draw_ground(painter, theme, box, "hover" if self._hot() else "surface", radius, "control")
        elif self._hot():
            left, right = self.overlaid
            free = box.adjusted(1 + left, 2, -1 - right, -2)
            painting.draw_ground(painter, theme, free, "hover", theme.radius("cell"))
        words, font = self.shown
        painter.setFont(font)
        painter.setPen(self._ink())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    @property
    def shown(self) -> tuple[str, QFont]:
        """The words in sight and their font."""
        return (self._chosen if self.isChecked() else self._rest), self._font()

    @property
    def words_width(self) -> int:
        """Px that the words of the chosen step need."""
        return QFontMetrics(self._font()).horizontalAdvance(self.shown[0]) + self._theme.em(4)

    def _hot(self) -> bool:
        return self.underMouse() and self.isEnabled() and not self.covered

    def _font(self) -> QFont:
        if isinstance(self.value, NotAssessable):
            return self._theme.font("strong" if self.isChecked() else "small")
        if self.isChecked():
            return self._theme.font("title")
        return self._theme.font("strong", weight=500) if self.units > HALF else self._theme.font("cap")

    def _ink(self) -> QColor:
        theme = self._theme
        if self.isChecked():
            return theme.color("on_accent")
        if self.covered:
            return theme.score_ink()
        return theme.color("text" if self.units > HALF else "text2")
