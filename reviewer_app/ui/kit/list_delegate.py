"""What the delegates of list pages share: rows of one or two lines, cells with a sign, and the words that were cut."""

from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPicture
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.list_model import LINE, ListCell
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme

_PLACE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
"""Left also for names read from the right. Made once: joining flags takes longer than drawing a short text."""


class ListDelegate(QStyledItemDelegate):
    """A subclass paints the cells; `two_lines` is the narrow form, one wide cell a row."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.two_lines = False
        self._cut: list[str] = []

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.height("list_row_narrow" if self.two_lines else "list_row"))

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show whole what had to be shortened in this cell."""
        if index.data(LINE) is None:
            return False
        QToolTip.showText(event.globalPos(), "\n".join(self.cut_words(option, index)), view)
        return True

    def cut_words(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> list[str]:
        """Return the texts of a cell that do not fit into it, whole; painted once into nowhere to know them."""
        self._cut.clear()
        nowhere = QPicture()
        painter = QPainter(nowhere)
        self.paint(painter, option, index)
        painter.end()
        return list(self._cut)

    def _draw_cell(self, painter: QPainter, box: QRectF, cell: ListCell) -> None:
        theme = self._theme
        side = theme.em(14)
        room = QRectF(box)
        if cell.glyph or cell.icon:
            place = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
            if cell.icon:
                icons.draw(painter, cell.icon, theme.color(cell.tone), place)
            else:
                small = side * 0.2
                painting.glyph(
                    painter, Glyph(cell.glyph), theme.color(cell.tone), place.adjusted(small, small, -small, -small)
                )
            room.setLeft(room.left() + theme.em(20))
        role = "strong" if cell.strong else "body"
        if not cell.second:
            self._one(painter, room, cell.text, role, cell.tone)
        else:
            second = "label" if cell.second_tone == "warn" else "small"
            self._two(painter, room, (cell.text, role, cell.tone), (cell.second, second, cell.second_tone))

    def _two(self, painter: QPainter, box: QRectF, first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
        middle = box.center().y()
        line = self._theme.em(19)
        self._one(painter, QRectF(box.left(), middle - line, box.width(), line), *first)
        self._one(painter, QRectF(box.left(), middle, box.width(), line), *second)

    def _one(self, painter: QPainter, box: QRectF, text: str, role: str, tone: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        shown = self._theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
        if shown != text:
            self._cut.append(text)
        painter.drawText(box, _PLACE, shown)
