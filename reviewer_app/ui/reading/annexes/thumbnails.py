"""The pages of an annex as small pictures; only those in sight are painted, after what is being read."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import override

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer_app.domain.text.page_labels import named
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_painting import ShownPage, paint_page
from reviewer_app.ui.pdf.page_pictures import PagePictures
from reviewer_app.ui.pdf.renderer import SMALL_SCALE


class ThumbnailModel(QAbstractListModel):
    """Rows from 0; `SIZE` gives width and height in points, `TAGS` the criteria marked there as pairs (key, open)."""

    SIZE = Qt.ItemDataRole.UserRole
    TAGS = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sizes: Sequence[tuple[float, float]] = ()
        self._labels: Sequence[str] = ()
        self._tags: Mapping[int, tuple[tuple[str, bool], ...]] = {}

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show the pages of another annex."""
        self.beginResetModel()
        self._sizes, self._labels, self._tags = sizes, (), {}
        self.endResetModel()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Call the pages as the annex does."""
        self._labels = labels
        self._tell()

    def show_tags(self, tags: Mapping[int, tuple[tuple[str, bool], ...]]) -> None:
        """Show which pages carry marks, and of which criteria."""
        if tags != self._tags:
            self._tags = tags
            self._tell()

    def _tell(self) -> None:
        if self._sizes:
            self.dataChanged.emit(self.index(0), self.index(len(self._sizes) - 1))

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sizes)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        page = index.row()
        if not 0 <= page < len(self._sizes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return named(page + 1, self._labels)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(page)
        if role == self.SIZE:
            return self._sizes[page]
        return self._tags.get(page, ()) if role == self.TAGS else None

    def _spoken(self, page: int) -> str:
        words = self.tr("Seite {n}").format(n=named(page + 1, self._labels))
        keys = ", ".join(key for key, _ in self._tags.get(page, ()) if key)
        return self.tr("{page}, Fundstellen: {keys}").format(page=words, keys=keys) if keys else words


WIDTH = 112
"""Width of the widest page in px at 100 %."""
_MARGIN, _WORDS, _TALLEST = 8, 20, 1.6
_MOST_TAGS = 3


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints rows of a ThumbnailModel; `picture` gives what there is of a page (from 0)."""

    def __init__(self, theme: Theme, picture: Callable[[int], QImage | None], parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self.widest = 595.0

    def _page(self, index: QModelIndex | QPersistentModelIndex) -> tuple[float, float]:
        """Return width and height of a page as it is shown, in px; a very long one is cut to its shape's limit."""
        width, height = index.data(ThumbnailModel.SIZE) or (595.0, 842.0)
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
            painting.draw_chosen(painter, theme, ground, 6, theme.radius("control"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.draw_ground(painter, theme, ground, "hover", theme.radius("control"))
        width, height = self._page(index)
        page = QRectF(round(box.center().x() - width / 2), box.top() + em(_MARGIN), round(width), round(height))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_page(painter, theme, ShownPage(index.row(), page, 1.0, self._picture(index.row())))
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
        tags = list(dict.fromkeys(index.data(ThumbnailModel.TAGS) or ()))
        tone, weight = ("text", 600) if chosen else ("text2", 400)
        inner, align = box.adjusted(em(12), 0, -em(12), 0), painting.LEFT if tags else Qt.AlignmentFlag.AlignCenter
        painting.draw_words(painter, theme, inner, str(index.data()), ("cap", weight), tone, align=align)
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


class Thumbnails(QListView):
    """Arrows walk, Enter or a click goes there; `page_chosen` carries a page from 1."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, pictures: PagePictures) -> None:
        """Start without pages; `pictures` paints them."""
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self.pages = ThumbnailModel(self)
        self._delegate = ThumbnailDelegate(theme, pictures.small, self)
        self._widest = 1.0
        self.setModel(self.pages)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Seiten"))
        self.setMouseTracking(True)
        self.setProperty("plain", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.clicked.connect(self._on_chosen)
        pictures.picture_came.connect(self._on_pictures_picture_came)
        theme.changed.connect(self.doItemsLayout)

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show the pages of an annex, sizes in points."""
        self._widest = max((width for width, _ in sizes), default=1.0)
        self._delegate.widest = self._widest
        self.pages.show_pages(sizes)
        self.want()

    def show_page(self, page: int) -> None:
        """Say which page (from 1) is being read; somebody who walks here is not disturbed."""
        if not self.hasFocus() and 0 < page <= self.pages.rowCount():
            self.setCurrentIndex(self.pages.index(page - 1))

    def want(self) -> None:
        """Ask for the pictures of the pages in sight."""
        if self.isVisible() and self.pages.rowCount():
            first = max(self.indexAt(QPoint(self.width() // 2, self._theme.em(4))).row(), 0)
            last = self.indexAt(QPoint(self.width() // 2, self.viewport().height() - self._theme.em(4))).row()
            rows = range(first, (last if last >= first else self.pages.rowCount() - 1) + 1)
            needed = self._theme.em(WIDTH) * self.devicePixelRatioF() / self._widest
            self._pictures.want_small(rows, SMALL_SCALE * max(1, math.ceil(needed / SMALL_SCALE)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.want()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.want()

    def _on_scrolled(self, _value: int) -> None:
        self.want()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.row() + 1)

    def _on_pictures_picture_came(self, page: int) -> None:
        if self.isVisible():
            self.update(self.pages.index(page))
