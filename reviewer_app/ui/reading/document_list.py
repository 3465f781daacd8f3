"""The list of an application's papers, docked at the left where the window is wide, else in a popover."""

from typing import override

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.document_delegate import DOCKED_ROW, ROW, DocumentDelegate
from reviewer_app.ui.reading.document_model import DocumentModel


class DocumentList(QWidget):
    """A field that filters and the list; `document_chosen` carries the key of a paper."""

    document_chosen = Signal(str)

    def __init__(self, theme: Theme, model: DocumentModel, *, filtered: bool) -> None:
        """Show the lines of `model`, which several lists may share; `filtered` offers the field."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._head = Text(self.tr("Unterlagen"), "label", "text2")
        self._count = Text("", "cap", "text2")
        self.field = QLineEdit()
        self.field.setProperty("own_undo", True)
        self.field.setPlaceholderText(self.tr("Filtern, zum Beispiel 07"))
        self.field.setAccessibleName(self.tr("Unterlagen filtern"))
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Unterlagen"))
        self.view.setModel(model)
        self.view.setItemDelegate(DocumentDelegate(theme, ROW if filtered else DOCKED_ROW, self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("plain", True)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setContentsMargins(theme.em(12), 0, theme.em(14), 0)
        head.addWidget(self._head, 1)
        head.addWidget(self._count)
        self._column.addLayout(head)
        self._column.addWidget(self.field)
        self._column.addWidget(self.view, 1)
        self.field.setVisible(filtered)
        self.setFocusProxy(self.field if filtered else self.view)
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.view.clicked.connect(self._on_view_chosen)
        self.view.activated.connect(self._on_view_chosen)
        model.modelReset.connect(self._on_model_reset)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_current(self, key: str) -> None:
        """Show which paper is open."""
        row = self._model.row_of(key)
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row))

    def clear_filter(self) -> None:
        """Show all papers."""
        self.field.clear()
        self._model.set_filter("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _on_field_text_edited(self, text: str) -> None:
        self._model.set_filter(text)
        if self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(0))

    def _on_field_return_pressed(self) -> None:
        index = self.view.currentIndex()
        self._on_view_chosen(index if index.isValid() else self._model.index(0))

    def _on_view_chosen(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if line is not None:
            self.document_chosen.emit(line.key)

    def _on_model_reset(self) -> None:
        there = sum(not line.missing for line in self._model.lines)
        self._count.setText(str(there) if there else "")

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(0, theme.em(8), 0, theme.em(8))
        self._column.setSpacing(theme.em(6))
        self.view.doItemsLayout()
