"""Paints the rows of what a search has found: where it stands, and a piece of the text with the words in it."""

from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.search.hit_row import HitRow

ROW = Qt.ItemDataRole.UserRole
_HEIGHT, _HEAD = 66, 34
_LINES = 2


class HitDelegate(QStyledItemDelegate):
    """The delegate of the list of results; heads name the application."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in `theme`."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        return QSize(0, self._theme.em(_HEIGHT if isinstance(row, HitRow) and not row.is_head else _HEAD))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, theme = index.data(ROW), self._theme
        if not isinstance(row, HitRow):
            return
        box = QRectF(option.rect)
        painter.save()
        if row.is_head:
            inner = box.adjusted(theme.em(16), theme.em(10), -theme.em(16), 0)
            self._draw(painter, inner, row.place, "label", "text2")
        else:
            state, flags = option.state, QStyle.StateFlag
            chosen, focused = bool(state & flags.State_Selected), bool(state & flags.State_HasFocus)
            self._draw_row(painter, box, row, chosen=chosen, focused=focused)
        painter.restore()

    def _draw_row(self, painter: QPainter, box: QRectF, row: HitRow, *, chosen: bool, focused: bool) -> None:
        theme = self._theme
        if chosen:
            painting.draw_ground(painter, theme, box, "selected", 0)
            bar = QRectF(box.left(), box.top() + theme.em(6), 3, box.height() - theme.em(12))
            painting.draw_ground(painter, theme, bar, "accent" if focused else "control", 1.5)
        side = theme.em(14)
        spot = QRectF(box.left() + theme.em(16), box.top() + theme.em(8), side, side)
        icons.draw(painter, row.icon, theme.color("text2"), spot)
        room = box.adjusted(theme.em(38), theme.em(6), -theme.em(14), -theme.em(4))
        line = QRectF(room.left(), room.top(), room.width(), theme.em(18))
        self._draw(painter, line, row.place, "strong", "text")
        self._draw_snippet(painter, room.adjusted(0, theme.em(20), 0, 0), row)
        if focused:
            painting.draw_focus(painter, theme, box, 0)

    def _draw(self, painter: QPainter, box: QRectF, text: str, role: str, tone: str) -> None:
        theme = self._theme
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(tone))
        shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _draw_snippet(self, painter: QPainter, room: QRectF, row: HitRow) -> None:
        """Draw at most two lines of the text; what was found is heavier and in the colour of text."""
        layout = QTextLayout(row.snippet, self._theme.font("small"))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.DemiBold)
        found.setForeground(self._theme.color("text"))
        spans = []
        for start, end in row.marks:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, end - start, found
            spans.append(span)
        layout.setFormats(spans)
        layout.beginLayout()
        top = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        painter.setPen(self._theme.color("text2"))
        layout.draw(painter, room.topLeft())
