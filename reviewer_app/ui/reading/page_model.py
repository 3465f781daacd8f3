"""The pages of a paper as rows of a list: what each is called, which marks it carries, how large it is."""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.domain.page_labels import named


class PageModel(QAbstractListModel):
    """Rows from 0; `SIZE` gives width and height in points, `TAGS` the criteria marked there as pairs (key, open)."""

    SIZE = Qt.ItemDataRole.UserRole
    TAGS = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._sizes: Sequence[tuple[float, float]] = ()
        self._labels: Sequence[str] = ()
        self._tags: Mapping[int, tuple[tuple[str, bool], ...]] = {}

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show the pages of another paper."""
        self.beginResetModel()
        self._sizes, self._labels, self._tags = sizes, (), {}
        self.endResetModel()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Call the pages as the paper does."""
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
