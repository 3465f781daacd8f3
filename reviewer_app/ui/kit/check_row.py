"""A check box with two lines and a fact at its right, as in a list of what is to be written."""

from typing import override

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme

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
