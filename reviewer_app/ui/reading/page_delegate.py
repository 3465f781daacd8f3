"""Paints a page of the side list: its picture on paper, what it is called, and the criteria marked on it."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_painting import ShownPage, paint_page
from reviewer_app.ui.reading.page_model import PageModel

WIDTH = 112
"""Width of the widest page in px at 100 %."""
_MARGIN, _WORDS, _TALLEST = 8, 20, 1.6
_MOST_TAGS = 3


class PageDelegate(QStyledItemDelegate):
    """Paints rows of a PageModel; `picture` gives what there is of a page (from 0)."""

    def __init__(self, theme: Theme, picture: Callable[[int], QImage | None], parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self.widest = 595.0

    def _page(self, index: QModelIndex | QPersistentModelIndex) -> tuple[float, float]:
        """Return width and height of a page as it is shown, in px; a very long one is cut to its shape's limit."""
        width, height = index.data(PageModel.SIZE) or (595.0, 842.0)
        scale = self._theme.em(WIDTH) / max(self.widest, 1.0)
        return width * scale, min(height * scale, self._theme.em(WIDTH) * _TALLEST)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        em = self._theme.em
        return QSize(em(WIDTH + 2 * _MARGIN), round(self._page(index)[1]) + em(2 * _MARGIN + _WORDS))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, box = self._theme, QRectF(option.rect)
        em, state = theme.em, option.state
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        ground = box.adjusted(em(4), em(2), -em(4), -em(2))
        painter.save()
        if chosen:
            painting.draw_ground(painter, theme, ground, "selected", theme.radius("control"))
            bar = QRectF(ground.left(), ground.top() + em(6), 3, ground.height() - em(12))
            painting.draw_ground(painter, theme, bar, "accent", 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.draw_ground(painter, theme, ground, "hover", theme.radius("control"))
        width, height = self._page(index)
        page = QRectF(round(box.center().x() - width / 2), box.top() + em(_MARGIN), round(width), round(height))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_page(painter, theme, ShownPage(index.row(), page, 1.0, self._picture(index.row())), None)
        painter.setPen(theme.color("control" if chosen else "line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)
        self._draw_words(
            painter, QRectF(ground.left(), page.bottom(), ground.width(), em(_WORDS)), index, chosen=chosen
        )
        if chosen and focused:
            painting.draw_focus(painter, theme, ground, theme.radius("control"))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        theme, em = self._theme, self._theme.em
        tags = list(dict.fromkeys(index.data(PageModel.TAGS) or ()))
        font = theme.font("cap", weight=600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(theme.color("text" if chosen else "text2"))
        inner = box.adjusted(em(12), 0, -em(12), 0)
        alignment = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if tags else Qt.AlignmentFlag.AlignHCenter
        )
        room = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, alignment, room)
        right = inner.right()
        painter.setFont(theme.font("chip", weight=600))
        shown = tags[:_MOST_TAGS] if len(tags) <= _MOST_TAGS else [*tags[: _MOST_TAGS - 1], ("…", False)]
        for key, is_open in reversed(shown):
            words = key or "•"
            wide = theme.metrics("chip").horizontalAdvance(words) + em(8)
            tag = QRectF(right - wide, inner.center().y() - em(8), wide, em(16))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("mark_line" if is_open else "control"))
            painter.setBrush(theme.color("mark_on" if is_open else "mark_off"))
            painter.drawRoundedRect(tag, theme.radius("cell"), theme.radius("cell"))
            painter.setPen(theme.color("paper_ink"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            right = tag.left() - em(3)
