"""The matrix of criteria and reviewers: cell by cell with arrows, the row of the open criterion marked as a whole."""

from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reviewer_app.exports import figure_marks
from reviewer_app.ui.consolidation.matrix_delegate import MatrixDelegate
from reviewer_app.ui.consolidation.matrix_model import Kind, MatrixModel
from reviewer_app.ui.consolidation.matrix_rows import MatrixRows, draw_open_row
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.figure_painter import PER_MM, FigurePainter

_WIDTHS = {Kind.KEY: 42, Kind.REVIEW: 44, Kind.STRIP: 112, Kind.SPAN: 60, Kind.CONSENSUS: 56}
_LEAST_TITLE = 150
_STANDING = 2
"""Columns that stay in sight while the others scroll sideways: key and title."""


class ReviewerHeader(QHeaderView):
    """The head of the matrix: a reviewer's column carries the shape beside its label."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, model, box = self._theme, self.model(), QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.color("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.color("line"))
        review = model.review(logicalIndex) if isinstance(model, MatrixModel) else -1
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(theme.font("label", weight=600))
        painter.setPen(theme.color("text2"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        room = box
        if review >= 0 and isinstance(model, MatrixModel):
            head = model.head(review)
            scale = theme.em(100) / 100 * PER_MM * 1.25
            if head.position < figure_marks.REVIEWER_SHAPES:
                sign = figure_marks.reviewer_sign(head.position)
                bottom = box.center().y() + sign.height * scale / 2
                FigurePainter(painter, theme).paint(sign, box.left() + theme.em(3), bottom, scale)
            room = box.adjusted(theme.em(15), 0, 0, 0)
        elif isinstance(model, MatrixModel) and logicalIndex == model.column(Kind.STRIP):
            room = box.adjusted(theme.em(6), 0, 0, 0)
        painter.drawText(room, align, words)
        painter.restore()


class StandingColumns(QTableView):
    """Key and title over the left edge of a matrix that scrolls sideways; it has no focus and no life of its own."""

    def __init__(self, theme: Theme, matrix: "MatrixView") -> None:
        """Lie over `matrix`."""
        super().__init__(matrix)
        self._theme = theme
        self._matrix = matrix
        self.setModel(matrix.model())
        self.setSelectionModel(matrix.selectionModel())
        self.setItemDelegate(matrix.delegate)
        self.setHorizontalHeader(ReviewerHeader(theme, self))
        self.setAccessibleName(self.tr("Kriterien, feststehend"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        matrix.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(matrix.verticalScrollBar().setValue)
        self.hide()

    def show_place(self) -> None:
        """Lie where the matrix has its first columns, and only while it scrolls sideways."""
        matrix = self._matrix
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= _STANDING)
            if column < _STANDING:
                self.setColumnWidth(column, matrix.columnWidth(column))
        self.verticalHeader().setDefaultSectionSize(matrix.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(matrix.horizontalHeader().height())
        edge = matrix.frameWidth()
        height = matrix.viewport().height() + matrix.horizontalHeader().height()
        self.setGeometry(edge, edge, matrix.standing_width(), height)
        self.setVisible(matrix.horizontalScrollBar().maximum() > 0)
        self.verticalScrollBar().setValue(matrix.verticalScrollBar().value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._matrix.draw_current(self.viewport())
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), self._theme.color("line"))
        painter.end()


class MatrixView(QTableView):
    """Shows a MatrixModel; `criterion_chosen` carries a key when another row is entered, `cell_opened` Enter on it."""

    criterion_chosen = Signal(str)
    cell_opened = Signal(str, int)

    def __init__(self, theme: Theme, model: MatrixModel, language: str) -> None:
        """Show `model`."""
        super().__init__()
        self._theme = theme
        self._rows = model
        self._moving = False
        self._row_height = "matrix_row"
        self.delegate = MatrixDelegate(theme, language, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(ReviewerHeader(theme, self))
        self.setAccessibleName(self.tr("Kriterien und Gutachten"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._on_selection_current_changed)
        self.standing = StandingColumns(theme, self)
        self.rows = MatrixRows(theme, self, model, self.delegate)
        model.modelReset.connect(self._arrange)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_current(self, key: str) -> None:
        """Mark the row of the open criterion and bring it into sight."""
        before, self.delegate.current = self.delegate.current, key
        row = self._rows.row_of(key)
        present = self.currentIndex()
        if row >= 0 and present.row() != row:
            column = present.column() if present.isValid() else self._rows.column(Kind.CONSENSUS)
            self._moving = True
            self.setCurrentIndex(self._rows.index(row, column))
            self._moving = False
        for changed in (self._rows.row_of(before), row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(0, top, self.viewport().width(), height)
        self.standing.viewport().update()

    def show_row_height(self, name: str) -> None:
        """Take another height of rows: matrix_row, matrix_row_wide."""
        self._row_height = name
        height, rows = self._theme.height(name), self.verticalHeader()
        if rows.defaultSectionSize() != height:
            rows.setDefaultSectionSize(height)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.standing.show_place()

    @property
    def scrolled(self) -> int:
        """How far it is scrolled down, in px."""
        return self.verticalScrollBar().value()

    def standing_width(self) -> int:
        """Return how wide the columns are that stay in sight, in pixels."""
        return sum(self.columnWidth(column) for column in range(min(_STANDING, self._rows.columnCount())))

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the columns that stay."""
        super().scrollTo(index, hint)
        under = self.standing_width() - self.columnViewportPosition(index.column())
        if index.column() >= _STANDING and under > 0 and self.horizontalScrollBar().maximum() > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - under)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()
        if self.horizontalScrollBar().maximum() > 0 and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._rows.row(index.row())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and row is not None:
            self.cell_opened.emit(row.key, self._rows.review(index.column()))
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not event.modifiers():
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Go to the next criterion row; area rows are no stop."""
        at = self.currentIndex().row() + step
        while (row := self._rows.row(at)) is not None:
            if not row.is_area:
                self.setCurrentIndex(self._rows.index(at, max(self.currentIndex().column(), 0)))
                return
            at += step

    def draw_current(self, viewport: QWidget) -> None:
        """Draw the ground of the open criterion's row over the width of `viewport`."""
        row = self._rows.row_of(self.delegate.current)
        theme = self._theme
        if row >= 0:
            painter = QPainter(viewport)
            top, inset = self.rowViewportPosition(row), theme.em(4)
            right = inset if viewport is self.viewport() else 0
            box = QRect(inset, top, viewport.width() - inset - right, self.rowHeight(row))
            draw_open_row(painter, theme, box, has_focus=self.hasFocus())
            painter.end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.horizontalScrollBar().maximum() > 0:
            self.draw_current(self.viewport())
            super().paintEvent(event)
        else:
            painter = QPainter(self.viewport())
            self.rows.paint(painter, event.rect())
            painter.end()
        theme, index = self._theme, self.currentIndex()
        if self.hasFocus() and index.isValid():
            painter = QPainter(self.viewport())
            painting.draw_focus(painter, theme, self.visualRect(index).adjusted(0, 0, 0, 0), theme.radius("cell"))
            painter.end()

    def _arrange(self) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(self._theme.em(30))
        for column in range(self._rows.columnCount()):
            kind = self._rows.kind(column)
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            if kind is not Kind.TITLE:
                head.resizeSection(column, self._theme.em(_WIDTHS[kind]))
        self._fit_title()

    def _fit_title(self) -> None:
        """Give the title what the others leave, and never less than can be read."""
        others = sum(
            self.columnWidth(column) for column in range(self._rows.columnCount()) if column != int(Kind.TITLE)
        )
        if self._rows.columnCount():
            width = max(self.viewport().width() - others, self._theme.em(_LEAST_TITLE))
            self.horizontalHeader().resizeSection(int(Kind.TITLE), width)
        self.standing.show_place()

    def _on_selection_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows.row(now.row())
        if row is not None and not row.is_area and not self._moving and row.key != self.delegate.current:
            self.criterion_chosen.emit(row.key)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.height(self._row_height))
        self.horizontalHeader().setFixedHeight(self._theme.em(26))
        self._arrange()
        self.viewport().update()
