"""A row of a card that does something: icon, strong line, second line, and at the right a time or a key."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.theme import Theme

_MIDDLE, _RIGHT = 96, 104
"""Px at 100 % of the two columns at the right of a row."""


class ListButton(PaintedButton, QPushButton):
    """A button of two lines across a card; its text is the strong line."""

    across = QSizePolicy.Policy.Expanding

    def __init__(  # the words of a row, and its icon
        self, theme: Theme, text: str, second: str, right: str, icon_name: str, middle: str = ""
    ) -> None:
        """Show the words, `middle` in a column left of `right`; what is shortened is shown whole as tooltip."""
        super().__init__(theme, text)
        self._second = second
        self._right = right
        self._middle = middle
        self.tone = "text2"
        self._icon_name = icon_name
        self.separated = False
        self.setAccessibleDescription(", ".join(part for part in (second, middle, right) if part))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(220), self.theme.em(50))

    @property
    @override
    def ring(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), self.theme.radius("card")

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        if self.isDown() or self.underMouse():
            painting.draw_ground(painter, theme, box, "quiet" if self.isDown() else "hover", theme.radius("card"))
        if self.separated:
            painter.setPen(theme.color("line"))
            painter.drawLine(box.topLeft(), box.topRight())
        left, right = box.left() + theme.em(15), box.right() - theme.em(15)
        if self._icon_name:
            side = theme.em(18)
            spot = QRectF(left, round(box.center().y() - side / 2), side, side)
            icons.draw(painter, self._icon_name, theme.color("accent"), spot)
            left += theme.em(30)
        if self._right:
            width = QFontMetrics(theme.font("small")).horizontalAdvance(self._right)
            self._draw(
                painter, QRectF(right - width, box.top(), width + 1, box.height()), self._right, "small", self.tone
            )
            right -= width + theme.em(12)
        if self._middle:
            column = theme.em(_RIGHT)
            right = min(right, box.right() - column - theme.em(15))
            width = theme.em(_MIDDLE)
            self._draw(painter, QRectF(right - width, box.top(), width, box.height()), self._middle, "small", "text2")
            right -= width + theme.em(8)
        middle, line = box.center().y(), theme.em(18)
        whole = self._draw(painter, QRectF(left, middle - line, right - left, line), self.text(), "strong", "text")
        whole &= self._draw(painter, QRectF(left, middle, right - left, line), self._second, "small", "text2")
        self.setToolTip("" if whole else f"{self.text()}\n{self._second}")

    def _draw(self, painter: QPainter, box: QRectF, text: str, role: str, tone: str) -> bool:
        """Draw a line, shortened where it must be; return whether it fitted."""
        font = self.theme.font(role)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, round(box.width()) + 1)
        painter.setFont(font)
        painter.setPen(self.theme.color(tone))
        painter.drawText(box, painting.LEFT, shown)
        return shown == text
