"""Paints the rows of the list of annotations; one wide cell when the window is narrow."""

from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reviewer_app.ui.annotations.annotation_model import AnnotationLine, Column
from reviewer_app.ui.applications.application_model import LINE, Cell
from reviewer_app.ui.kit.row_delegate import RowDelegate
from reviewer_app.ui.pdf.mark_tags import draw_kind

_SIGN = 10


class AnnotationDelegate(RowDelegate):
    """The delegate of every column."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        if not isinstance(line, AnnotationLine):
            return
        theme, column = self._theme, Column(index.column())
        box = QRectF(option.rect).adjusted(theme.em(6), 0, -theme.em(6), 0)
        painter.save()
        if column is Column.KIND or self.two_lines:
            box.setLeft(box.left() + theme.em(12))
            side = theme.em(_SIGN)
            sign = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
            draw_kind(painter, theme, line.kind, theme.color("text2"), sign)
            box.setLeft(sign.right() + theme.em(8))
        self._cut.clear()
        self._draw_cell(painter, box, line.narrow if self.two_lines else line.cells.get(column, Cell()))
        painter.restore()
