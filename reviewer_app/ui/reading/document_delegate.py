"""Paints a line of the document list: id, name, pages; a missing annex stays in its place and says so."""

from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.document_model import FORM, DocumentLine, DocumentModel

ROW, DOCKED_ROW = 27, 35
"""Height of a line in px at 100 %: in a popover, and where the list stands beside the paper with room to spare."""
_KIND = 36


class DocumentDelegate(QStyledItemDelegate):
    """Paints DocumentLines."""

    def __init__(self, theme: Theme, row: int, parent: QObject) -> None:
        """Paint in the colours of `theme`, lines `row` px high at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._row = row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.em(200), self._theme.em(self._row))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(DocumentModel.LINE)
        if not isinstance(line, DocumentLine):
            return
        theme = self._theme
        box = QRectF(option.rect).adjusted(theme.em(6), 1, -theme.em(6), -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painting.draw_ground(painter, theme, box, "selected", theme.radius("control"))
            bar = QRectF(box.left(), box.top() + theme.em(5), 3, box.height() - theme.em(10))
            painting.draw_ground(painter, theme, bar, "accent", 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.draw_ground(painter, theme, box, "hover", theme.radius("control"))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painting.draw_focus(painter, theme, box, theme.radius("control"))
        self._draw_words(painter, box, line, chosen=chosen)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRectF, line: DocumentLine, *, chosen: bool) -> None:
        theme = self._theme
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = box.adjusted(theme.em(8), 0, -theme.em(8), 0)
        if line.key == FORM:
            side = theme.em(14)
            icons.draw(
                painter,
                "document",
                theme.color("text2"),
                QRectF(inner.left(), round(box.center().y() - side / 2), side, side),
            )
        painter.setFont(theme.font("chip", weight=600))
        painter.setPen(theme.color("text2"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, line.kind)
        count = line.count
        painter.setFont(theme.font("chip", weight=600) if line.missing else theme.font("cap"))
        painter.setPen(theme.color("warn" if line.missing else "text2"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, count)
        right = QFontMetricsF(painter.font()).horizontalAdvance(count) + theme.em(8)
        if line.notes and not line.missing:
            size = theme.em(9)
            right += size + theme.em(4)
            sign = QRectF(inner.right() - right + theme.em(4), box.center().y() - size / 2, size, size)
            painting.glyph(painter, Glyph.TRIANGLE, theme.color("warn"), sign)
        font = theme.font("strong" if chosen else "body")
        painter.setFont(font)
        painter.setPen(theme.color("text2" if line.missing else "text"))
        room = inner.adjusted(theme.em(_KIND), 0, -right, 0)
        words = QFontMetricsF(font).elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)
