"""Paints cells of a table of texts: plain ones by itself, because a style takes far longer for the same."""

import math
from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer_app.ui.kit.theme import Theme

_MARGIN = 3
"""Px that Qt's own style leaves at both sides of the text."""
_MOST = 4096
"""Texts whose widths are kept."""
_OTHERS = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver


class CellDelegate(QStyledItemDelegate):
    """Leaves to the style what is chosen, has several lines or does not fit, and what a subclass says."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._widths: dict[str, float] = {}
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def is_plain(self, index: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: ARG002 # reason: for subclasses
        """Return whether a cell has nothing but its text."""
        return True

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & _OTHERS or not self.is_plain(index):
            super().paint(painter, option, index)
            return
        text: str = index.data()
        if not text:
            return
        box = option.rect
        width = self._widths.get(text)
        if width is None:
            width = self._measure(text)
        if width > box.width() - 2 * _MARGIN:
            super().paint(painter, option, index)
            return
        painter.setPen(self._pen)
        painter.setFont(self._font)
        top = box.top() + box.height() // 2 - self._height // 2
        painter.drawText(QPoint(box.left() + _MARGIN, top + self._ascent), text)

    def _measure(self, text: str) -> float:
        """Return the width of a text, infinite where the style must paint it; kept, as cells are painted often."""
        if len(self._widths) >= _MOST:
            self._widths.clear()
        is_plain = "\n" not in text and "\t" not in text
        width = self._widths[text] = self._metrics.horizontalAdvance(text) if is_plain else math.inf
        return width

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._pen, self._font, self._metrics = QPen(theme.color("text")), theme.font("body"), theme.metrics("body")
        self._ascent, self._widths = self._metrics.ascent(), {}
        self._height = math.ceil(QFontMetricsF(self._font).height())
