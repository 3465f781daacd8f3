"""The outline of a paper as a tree; a heading that leads nowhere stays readable and says so."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from reviewer_app.domain.page_labels import named
from reviewer_app.exchange.annex.places import OutlineEntry
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tooltip import plain

_ENTRY = Qt.ItemDataRole.UserRole
_OPEN_AT_ONCE = 60
"""A longer outline begins with its first level only."""


class OutlineTree(QTreeView):
    """Arrows walk and open, Enter or a click goes there; `entry_chosen` carries an OutlineEntry that has a target."""

    entry_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._items: list[tuple[int, QStandardItem]] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Gliederung"))
        self.setProperty("plain", True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_outline(self, entries: Sequence[OutlineEntry], labels: Sequence[str]) -> None:
        """Show headings in their order; depths that jump are taken as one step."""
        self._model.clear()
        self._items = []
        parents: list[tuple[int, QStandardItem]] = []
        for entry in entries:
            while parents and parents[-1][0] >= entry.depth:
                parents.pop()
            item = self._item(entry, labels)
            (parents[-1][1] if parents else self._model.invisibleRootItem()).appendRow(item)
            parents.append((entry.depth, item))
        if len(entries) <= _OPEN_AT_ONCE:
            self.expandAll()

    def _item(self, entry: OutlineEntry, labels: Sequence[str]) -> QStandardItem:
        title = entry.title or self.tr("Ohne Titel")
        item = QStandardItem(title)
        item.setEditable(False)
        item.setData(entry, _ENTRY)
        if entry.target is None:
            spoken = self.tr("{title}, führt zu keiner Seite").format(title=title)
            item.setData(self._theme.color("text2"), Qt.ItemDataRole.ForegroundRole)
        else:
            page = named(entry.target.page + 1, labels)
            spoken = self.tr("{title}, Seite {n}").format(title=title, n=page)
            self._items.append((entry.target.page, item))
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(plain(spoken))
        return item

    def show_page(self, page: int) -> None:
        """Say in which heading's part the page (from 1) being read lies; somebody who walks here is not disturbed."""
        before = [item for at, item in self._items if at < page]
        if before and not self.hasFocus():
            index = before[-1].index()
            while index.parent().isValid() and not self.isExpanded(index.parent()):
                index = index.parent()
            self.setCurrentIndex(index)

    @property
    def is_empty(self) -> bool:
        """Whether there is no heading."""
        return self._model.rowCount() == 0

    @override
    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().drawRow(painter, options, index)
        if index == self.currentIndex():
            box = QRectF(options.rect)
            token = "accent" if self.hasFocus() else "control"
            painting.draw_ground(
                painter, self._theme, QRectF(box.left(), box.top() + 4, 3, box.height() - 8), token, 1.5
            )
            if self.hasFocus():
                painting.draw_focus(painter, self._theme, box.adjusted(1, 0, -1, 0), self._theme.radius("control"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first heading where none is chosen, so that the focus is seen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, OutlineEntry) and entry.target is not None:
            self.entry_chosen.emit(entry)

    def _on_theme_changed(self) -> None:
        self.setIndentation(self._theme.em(14))
