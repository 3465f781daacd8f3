"""A table whose rows are chosen as a whole: own ground for the chosen row, bar at its left, focus ring around it.

A cell's delegate cannot draw around a row, so the table does, before and after its cells.
"""

from collections.abc import Iterable, Mapping
from typing import override

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme


class WorkTable(QTableView):
    """A list of work: one row chosen, Enter or double click opens it (`row_opened` carries the row).

    `search_column` is the one in which typing finds, -1 the first in sight.
    """

    row_opened = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        """Lay out without a model; `name` is what a screen reader calls it."""
        super().__init__()
        self._theme = theme
        self._hover = -1
        self._under: dict[int, str] = {}
        self.search_column = -1
        self._typed = QElapsedTimer()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if alone and event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.model() is not None:
            last = self.model().rowCount() - 1
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else last)
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Find by the first column in sight, whichever one was clicked last."""
        self._typed.start()
        row = self.chosen_row
        if row >= 0 and self.currentIndex().column() != self._first_column():
            self.choose_row(row)
        super().keyboardSearch(search)

    @override
    def event(self, event: QEvent) -> bool:
        """Let the space bar be a letter while one types to find, and a command otherwise."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and self._typed.isValid()
            and self._typed.elapsed() < QApplication.keyboardInputInterval()
        ):
            event.accept()
            return True
        return super().event(event)

    def show_columns(self, widths: Mapping[int, int], *, head: bool) -> None:
        """Show these columns with their widths in px, 0 takes what is left; hide all others, and the head if wanted."""
        header = self.horizontalHeader()
        header.setVisible(head)
        model = self.model()
        for column in range(model.columnCount() if model is not None else 0):
            self.setColumnHidden(column, column not in widths)
            width = widths.get(column, 0)
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                self.setColumnWidth(column, width)

    def show_row_height(self, height: int) -> None:
        """Take another height of rows, in px; the chosen row stays in sight."""
        rows = self.verticalHeader()
        if rows.defaultSectionSize() != height:
            rows.setDefaultSectionSize(height)
            self.updateGeometries()  # else the bar still has the range of the old rows
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_several(self) -> None:
        """Let several rows be chosen, by Shift and Ctrl."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def chosen_rows(self) -> list[int]:
        """All chosen rows from the top down."""
        selection = self.selectionModel()
        return sorted(index.row() for index in selection.selectedRows()) if selection is not None else []

    def choose_row(self, row: int) -> None:
        """Choose a row alone and bring it into sight; nothing happens where there is no such row."""
        self.choose_rows(row)

    def choose_rows(self, current: int, others: Iterable[int] = ()) -> None:
        """Be in a row, with others chosen beside it; nothing happens where there is no such row."""
        model, flags = self.model(), QItemSelectionModel.SelectionFlag
        if model is None or not 0 <= current < model.rowCount():
            return
        index = model.index(current, self._first_column())
        self.setCurrentIndex(index)
        # once more, for Qt looks at the keys that happen to be held down
        self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        for row in {*others} - {current}:
            self.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)

    @property
    def chosen_row(self) -> int:
        """The chosen row, -1 where none is."""
        return self.currentIndex().row()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            event.ignore()
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row != self._hover:
            self._hover = row
            self.viewport().update()
        super().mouseMoveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self.currentIndex().row()
        painter = QPainter(self.viewport())
        radius = self._theme.radius("control")
        self._under = dict.fromkeys(self._grounds(chosen), "selected")
        if self._hover >= 0 and self._hover != chosen and self.underMouse():
            painting.draw_ground(painter, self._theme, self.row_box(self._hover), "hover", radius)
            self._under.setdefault(self._hover, "hover")
        for row in self._grounds(chosen):
            box = self.row_box(row)
            painting.draw_ground(painter, self._theme, box, "selected", radius)
            bar = QRect(box.left(), box.top() + self._theme.em(8), 3, box.height() - self._theme.em(16))
            painting.draw_ground(painter, self._theme, bar, "accent" if self.hasFocus() else "control", 1.5)
        painter.end()
        super().paintEvent(event)
        if chosen >= 0 and self.hasFocus():
            painter = QPainter(self.viewport())
            painting.draw_focus(painter, self._theme, self.row_box(chosen), radius)
            painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_row(0)

    def row_box(self, row: int) -> QRect:
        """Return where a row lies in the viewport."""
        inset = self._theme.em(4)
        top = self.rowViewportPosition(row)
        return QRect(inset, top + 1, self.viewport().width() - 2 * inset, self.rowHeight(row) - 2)

    def ground_of(self, row: int) -> str:
        """Return the colour token of what a row's cells stand on while they are painted."""
        return self._under.get(row, "surface")

    def _grounds(self, current: int) -> list[int]:
        """Return the rows on the ground of what is chosen."""
        if self.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection:
            return self.chosen_rows
        return [current] if current >= 0 else []

    def _first_column(self) -> int:
        if self.search_column >= 0:
            return self.search_column
        model = self.model()
        count = model.columnCount() if model is not None else 0
        return next((column for column in range(count) if not self.isColumnHidden(column)), 0)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())

    def _on_theme_changed(self) -> None:
        self.viewport().update()
