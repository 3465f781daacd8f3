"""The links of the pages in sight as a list, for those who do not use a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tooltip import plain

_ROW = 28


class LinkList(QWidget):
    """A line for each link; `row_chosen` carries its place in the list, from 0."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, lines: Sequence[str]) -> None:
        """List `lines`; without any, a sentence stands there."""
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Links dieser Seite"))
        self.list.setProperty("plain", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setUniformItemSizes(True)
        for line in lines:
            item = QListWidgetItem(line, self.list)
            item.setToolTip(plain(line))
            item.setSizeHint(QSize(theme.em(100), theme.em(_ROW)))
        self.list.setCurrentRow(0)
        none = self.tr("Auf dieser Seite steht kein Link.")
        nothing = Text(none, "body", "text2", wrap=True)
        nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(6))
        column.addWidget(Text(self.tr("Links dieser Seite"), "label", "text2"))
        column.addWidget(self.list, 1)
        column.addWidget(nothing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if lines:
            self.setFocusProxy(self.list)
        else:
            self.setAccessibleName(none)
        self.list.itemClicked.connect(self._on_list_item_chosen)
        self.list.itemActivated.connect(self._on_list_item_chosen)

    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self.row_chosen.emit(self.list.row(item))
