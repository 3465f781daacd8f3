"""The pages of a paper as small pictures; only those in sight are painted, after what is being read."""

import math
from typing import override

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_pictures import PagePictures
from reviewer_app.ui.pdf.rendering import SMALL_SCALE
from reviewer_app.ui.reading.page_delegate import WIDTH, PageDelegate
from reviewer_app.ui.reading.page_model import PageModel


class Thumbnails(QListView):
    """Arrows walk, Enter or a click goes there; `page_chosen` carries a page from 1."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, pictures: PagePictures) -> None:
        """Start without pages; `pictures` paints them."""
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self.pages = PageModel(self)
        self._delegate = PageDelegate(theme, pictures.small, self)
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
        """Show the pages of a paper, sizes in points."""
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
