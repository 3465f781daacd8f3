"""The matrix of criteria and reviewers: cell by cell with arrows, the row of the open criterion marked as a whole.

Cells are tiles, strips and spread marks from the one drawing description, meters for areas. To paint its hundred and
fifty cells takes longer than an event may: rows are kept as pictures, made in slices before they are uncovered.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import Scale, Value
from reviewer_app.exports import figure_marks
from reviewer_app.exports.figure_marks import TEXT_START, Marked
from reviewer_app.ui.consolidation.matrix_model import MatrixColumn, MatrixModel, MatrixRow
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.picture_cache import PictureCache
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.area_meter import draw_area
from reviewer_app.ui.scoring.figure_painter import PER_MM, FigurePainter

_TILE = (40.0, 23.0)
_WIDTHS = {
    MatrixColumn.KEY: 42,
    MatrixColumn.REVIEW: 44,
    MatrixColumn.STRIP: 112,
    MatrixColumn.SPREAD: 60,
    MatrixColumn.CONSENSUS: 56,
}
_LEAST_TITLE = 150
_FROZEN = 2
"""Columns that stay in sight while the others scroll sideways: key and title."""
_MOST_ROWS = 120
"""Rows that are kept: three applications of twenty criteria, in both colours of the open one."""


class _Cell(NamedTuple):
    """Where a cell lies, what it shows (`review` is the reviewer's place), and where an area's title stands."""

    box: QRectF
    kind: MatrixColumn
    review: int
    title: QRectF


class _RowState(NamedTuple):
    """All that a row's picture depends on besides its values.

    `columns` are kind, reviewer, left and width of each; `title` is where an area's title begins and how wide it is;
    `chosen` the column of the current cell, where it is in the row.
    """

    columns: tuple[tuple[MatrixColumn, int, int, int], ...]
    title: tuple[int, int]
    chosen: int = -1
    is_open: bool = False
    has_focus: bool = False


def _draw_open_row(painter: QPainter, theme: Theme, box: QRect, *, has_focus: bool) -> None:
    """Draw the ground of the open criterion's row with the bar at its left."""
    painting.draw_ground(painter, theme, box, "selected", theme.radius("control"))
    bar = QRect(box.left(), box.top() + theme.em(5), 3, box.height() - theme.em(10))
    painting.draw_ground(painter, theme, bar, "accent" if has_focus else "control", 1.5)


class MatrixDelegate(QStyledItemDelegate):
    """Paints MatrixRows of one catalogue."""

    def __init__(self, theme: Theme, language: str, parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.catalogue: Catalogue | None = None
        self.open_word = ""
        self.current = ""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, row, box = index.model(), index.data(MatrixModel.ROW), QRectF(option.rect)
        if not isinstance(model, MatrixModel) or not isinstance(row, MatrixRow):
            return
        left, width = self.title_span(option.widget) if isinstance(option.widget, QTableView) else (0, 0)
        title = QRectF(left, box.top(), width, box.height()) if width else box
        cell = _Cell(box, model.kind(index.column()), model.review(index.column()), title)
        self.draw(painter, cell, row, is_open=row.key == self.current)

    def draw(self, painter: QPainter, cell: _Cell, row: MatrixRow, *, is_open: bool) -> None:
        """Draw a cell of a row."""
        if self.catalogue is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.area is not None:
            self._draw_area(painter, cell, row, row.area, self.catalogue)
        else:
            self._draw_criterion(painter, cell, row, self.catalogue.scale, is_open=is_open)
        painter.restore()

    # Area rows

    def title_span(self, view: QTableView) -> tuple[int, int]:
        """Return left and width of an area's title: over the reviewers too, which hold nothing in its row."""
        model = view.model()
        if not isinstance(model, MatrixModel):
            return 0, 0
        first, review = int(MatrixColumn.TITLE), int(MatrixColumn.REVIEW)
        sideways = view.horizontalScrollBar().maximum() > 0 or view.isColumnHidden(review)
        end = review if sideways else model.column(MatrixColumn.STRIP)
        width = sum(view.columnWidth(column) for column in range(first, end)) - self._theme.em(6)
        return view.columnViewportPosition(first), width

    def _draw_area(
        self, painter: QPainter, cell: _Cell, row: MatrixRow, figures: AreaFigures, catalogue: Catalogue
    ) -> None:
        theme, box = self._theme, cell.box
        painter.fillRect(box, theme.color("window"))
        if cell.kind is MatrixColumn.KEY:
            painting.draw_words(painter, theme, box.adjusted(theme.em(14), 0, 0, 0), row.key, "strong")
        elif cell.kind in {MatrixColumn.TITLE, MatrixColumn.REVIEW}:
            painter.setClipRect(box)
            painting.draw_words(painter, theme, cell.title, row.title, ("chip", 600), "text2")
        elif cell.kind is MatrixColumn.CONSENSUS:
            painter.setClipping(False)
            left = box.adjusted(-theme.em(150), 0, -theme.em(6), 0)
            draw_area(painter, theme, left, figures, catalogue, self._language, "window")

    # Criterion rows

    def _draw_criterion(self, painter: QPainter, cell: _Cell, row: MatrixRow, scale: Scale, *, is_open: bool) -> None:
        theme, box, ground = self._theme, cell.box, "selected" if is_open else "surface"
        match cell.kind:
            case MatrixColumn.KEY:
                room, tone = box.adjusted(theme.em(14), 0, 0, 0), "accent" if is_open else "text2"
                painting.draw_words(painter, theme, room, row.key, ("chip", 600), tone)
            case MatrixColumn.TITLE:
                room = box.adjusted(0, 0, -theme.em(6), 0)
                painting.draw_words(painter, theme, room, row.title, "strong" if is_open else "body")
            case MatrixColumn.REVIEW:
                value = row.values[cell.review]
                label = locale.NOTHING if value is None else ""
                self._draw_tile(painter, box, row, scale, value, label)
            case MatrixColumn.STRIP if row.strip is not None:
                factor = min(theme.em(100) / 100, box.width() / row.strip.width)
                FigurePainter(painter, theme, ground).paint_in(row.strip, box, factor)
            case MatrixColumn.SPREAD if row.spread is not None:
                self._draw_spread(painter, box, row.spread)
            case MatrixColumn.CONSENSUS if row.consensus.is_set:
                self._draw_tile(painter, box, row, scale, row.consensus.value)
            case MatrixColumn.CONSENSUS:
                one = row.consensus
                words = self.open_word if one.is_open else locale.score(one.value, self._language, scale.decimals)
                self._draw_tile(painter, box, row, scale, None, words)

    def _draw_tile(
        self, painter: QPainter, box: QRectF, row: MatrixRow, scale: Scale, value: Value | None, label: str = ""
    ) -> None:
        figure = score_figures.cell(value, scale, _TILE, minimum=row.minimum, label=label, language=self._language)
        FigurePainter(painter, self._theme).paint_in(figure, box, self._theme.em(100) / 100)

    def _draw_spread(self, painter: QPainter, box: QRectF, mark: Marked) -> None:
        theme, scale = self._theme, self._theme.em(100) / 100 * PER_MM
        left = box.left() + theme.em(4)
        if mark.sign is not None:
            bottom = box.center().y() + mark.sign.height * scale / 2
            FigurePainter(painter, theme).paint(mark.sign, left, bottom, scale)
        room = box.adjusted(theme.em(4) + TEXT_START * scale + theme.em(2), 0, 0, 0)
        tokens = {"ink_2": "text2", "ink": "text"}
        weight = 600 if mark.weight == "semibold" else 400
        painting.draw_words(painter, theme, room, mark.text, ("small", weight), tokens.get(mark.colour, mark.colour))


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
        room = box
        if review >= 0 and isinstance(model, MatrixModel):
            head = model.head(review)
            scale = theme.em(100) / 100 * PER_MM * 1.25
            if head.position < figure_marks.REVIEWER_SHAPES:
                sign = figure_marks.reviewer_sign(head.position)
                bottom = box.center().y() + sign.height * scale / 2
                FigurePainter(painter, theme).paint(sign, box.left() + theme.em(3), bottom, scale)
            room = box.adjusted(theme.em(15), 0, 0, 0)
        elif isinstance(model, MatrixModel) and logicalIndex == model.column(MatrixColumn.STRIP):
            room = box.adjusted(theme.em(6), 0, 0, 0)
        painter.drawText(room, painting.LEFT, words)
        painter.restore()


class FrozenColumns(QTableView):
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
        self.setAccessibleName(self.tr("Kriterien, fixierte Spalte"))
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
            self.setColumnHidden(column, column >= _FROZEN)
            if column < _FROZEN:
                self.setColumnWidth(column, matrix.columnWidth(column))
        self.verticalHeader().setDefaultSectionSize(matrix.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(matrix.horizontalHeader().height())
        edge = matrix.frameWidth()
        height = matrix.viewport().height() + matrix.horizontalHeader().height()
        self.setGeometry(edge, edge, matrix.frozen_width(), height)
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
        self._model = model
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
        self.frozen = FrozenColumns(theme, self)
        self.pictures = PictureCache(theme, self, _MOST_ROWS)
        model.modelReset.connect(self._arrange)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_current(self, key: str) -> None:
        """Mark the row of the open criterion and bring it into sight."""
        before, self.delegate.current = self.delegate.current, key
        row = self._model.row_of(key)
        present = self.currentIndex()
        if row >= 0 and present.row() != row:
            column = present.column() if present.isValid() else self._model.column(MatrixColumn.CONSENSUS)
            self._moving = True
            self.setCurrentIndex(self._model.index(row, column))
            self._moving = False
        for changed in (self._model.row_of(before), row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(0, top, self.viewport().width(), height)
        self.frozen.viewport().update()

    def show_row_height(self, name: str) -> None:
        """Take another height of rows: matrix_row, matrix_row_wide."""
        self._row_height = name
        height, rows = self._theme.height(name), self.verticalHeader()
        if rows.defaultSectionSize() != height:
            rows.setDefaultSectionSize(height)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.frozen.show_place()

    @property
    def scrolled(self) -> int:
        """How far it is scrolled down, in px."""
        return self.verticalScrollBar().value()

    def frozen_width(self) -> int:
        """Return how wide the columns are that stay in sight, in pixels."""
        return sum(self.columnWidth(column) for column in range(min(_FROZEN, self._model.columnCount())))

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the columns that stay."""
        super().scrollTo(index, hint)
        under = self.frozen_width() - self.columnViewportPosition(index.column())
        if index.column() >= _FROZEN and under > 0 and self.horizontalScrollBar().maximum() > 0:
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
        row = self._model.row(index.row())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and row is not None:
            self.cell_opened.emit(row.key, self._model.review(index.column()))
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not event.modifiers():
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Go to the next criterion row; area rows are no stop."""
        at = self.currentIndex().row() + step
        while (row := self._model.row(at)) is not None:
            if not row.is_area:
                self.setCurrentIndex(self._model.index(at, max(self.currentIndex().column(), 0)))
                return
            at += step

    def draw_current(self, viewport: QWidget) -> None:
        """Draw the ground of the open criterion's row over the width of `viewport`."""
        row = self._model.row_of(self.delegate.current)
        theme = self._theme
        if row >= 0:
            painter = QPainter(viewport)
            top, inset = self.rowViewportPosition(row), theme.em(4)
            right = inset if viewport is self.viewport() else 0
            box = QRect(inset, top, viewport.width() - inset - right, self.rowHeight(row))
            _draw_open_row(painter, theme, box, has_focus=self.hasFocus())
            painter.end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.horizontalScrollBar().maximum() > 0:
            self.draw_current(self.viewport())
            super().paintEvent(event)
        else:
            painter = QPainter(self.viewport())
            for place, row, state in self._rows_in(event.rect()):
                paint = partial(self._draw_row, place, row, state)
                self.pictures.draw(painter, place, row, state, "surface", paint)
            painter.end()
        theme, index = self._theme, self.currentIndex()
        if self.hasFocus() and index.isValid():
            painter = QPainter(self.viewport())
            painting.draw_focus(painter, theme, self.visualRect(index), theme.radius("cell"))
            painter.end()

    # Rows as pictures, where all columns are in sight

    def prepare(self) -> None:
        """Make pictures of the rows in sight in slices, before they are shown; `pictures.made` follows."""
        ratio = self.viewport().devicePixelRatioF()
        for place, row, state in self._rows_in(self.viewport().rect()):
            self.pictures.want(ratio, place, row, state, "surface", partial(self._draw_row, place, row, state))
        self.pictures.make()

    def _rows_in(self, part: QRect) -> Iterator[tuple[QRect, MatrixRow, _RowState]]:
        """Give the rows that lie in a part of the viewport."""
        model, chosen = self._model, self.currentIndex()
        width, focused = self.viewport().width(), self.hasFocus()
        columns = tuple(
            (model.kind(at), model.review(at), self.columnViewportPosition(at), self.columnWidth(at))
            for at in range(model.columnCount())
        )
        title = self.delegate.title_span(self)
        for at in range(max(self.rowAt(max(part.top(), 0)), 0), model.rowCount()):
            top, row = self.rowViewportPosition(at), model.row(at)
            if top > part.bottom() or row is None:
                return
            is_open = row.key == self.delegate.current and not row.is_area
            column = chosen.column() if at == chosen.row() else -1
            state = _RowState(columns, title, column, is_open, is_open and focused)
            yield QRect(0, top, width, self.rowHeight(at)), row, state

    def _draw_row(self, place: QRect, row: MatrixRow, state: _RowState, painter: QPainter) -> None:
        theme, height = self._theme, place.height()
        if state.is_open:
            inset = theme.em(4)
            ground = place.adjusted(inset, 0, -inset, 0)
            _draw_open_row(painter, theme, ground, has_focus=state.has_focus)
        title = QRectF(state.title[0], place.top(), state.title[1], height)
        for column, (kind, review, left, width) in enumerate(state.columns):
            box = QRectF(left, place.top(), width, height)
            if column == state.chosen and not row.is_area:
                painter.fillRect(box, theme.color("selected"))
            self.delegate.draw(painter, _Cell(box, kind, review, title), row, is_open=state.is_open)

    # Columns

    def _arrange(self) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(self._theme.em(30))
        for column in range(self._model.columnCount()):
            kind = self._model.kind(column)
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            if kind is not MatrixColumn.TITLE:
                head.resizeSection(column, self._theme.em(_WIDTHS[kind]))
        self._fit_title()

    def _fit_title(self) -> None:
        """Give the title what the others leave, and never less than can be read."""
        others = sum(
            self.columnWidth(column) for column in range(self._model.columnCount()) if column != int(MatrixColumn.TITLE)
        )
        if self._model.columnCount():
            width = max(self.viewport().width() - others, self._theme.em(_LEAST_TITLE))
            self.horizontalHeader().resizeSection(int(MatrixColumn.TITLE), width)
        self.frozen.show_place()

    def _on_selection_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row(now.row())
        if row is not None and not row.is_area and not self._moving and row.key != self.delegate.current:
            self.criterion_chosen.emit(row.key)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.height(self._row_height))
        self.horizontalHeader().setFixedHeight(self._theme.em(26))
        self._arrange()
        self.viewport().update()
