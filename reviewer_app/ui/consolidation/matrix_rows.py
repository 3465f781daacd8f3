"""The rows of the matrix as pictures: to paint its hundred and fifty cells takes longer than an event may."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from reviewer_app.ui.consolidation.matrix_delegate import MatrixDelegate, Spot
from reviewer_app.ui.consolidation.matrix_model import Kind, MatrixModel, MatrixRow
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.kept_pictures import KeptPictures
from reviewer_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 120
"""Rows that are kept: three applications of twenty criteria, in both colours of the open one."""


class _Columns(NamedTuple):
    """Where the columns lie: kind, reviewer, left and width of each; where an area's title ends; the column chosen."""

    places: tuple[tuple[Kind, int, int, int], ...]
    title: tuple[int, int]
    chosen: int = -1


class _Look(NamedTuple):
    """All that a row's picture depends on besides its values: columns, whether it is open, whether one works in it."""

    columns: _Columns
    is_open: bool
    has_focus: bool


def draw_open_row(painter: QPainter, theme: Theme, box: QRect, *, has_focus: bool) -> None:
    """Draw the ground of the open criterion's row with the bar at its left."""
    painting.draw_ground(painter, theme, box, "selected", theme.radius("control"))
    bar = QRect(box.left(), box.top() + theme.em(5), 3, box.height() - theme.em(10))
    painting.draw_ground(painter, theme, bar, "accent" if has_focus else "control", 1.5)


class MatrixRows(QObject):
    """Paints the rows in sight of a matrix that does not scroll sideways; `made` follows `prepare`."""

    made = Signal()

    def __init__(self, theme: Theme, view: QTableView, model: MatrixModel, delegate: MatrixDelegate) -> None:
        """Paint rows of `model` where `view` has them, cells as `delegate` does."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._delegate = delegate
        self._pictures = KeptPictures(theme, self, _MOST)
        self._pictures.made.connect(self.made)

    def paint(self, painter: QPainter, within: QRect) -> None:
        """Paint the rows that lie in a part of the viewport."""
        for place, row, look in self._in_sight(within):
            self._pictures.draw(painter, place, row, look, "surface", partial(self._draw, place, row, look))

    def prepare(self) -> None:
        """Make pictures of what is in sight in slices, before it is shown."""
        ratio = self._view.viewport().devicePixelRatioF()
        for place, row, look in self._in_sight(self._view.viewport().rect()):
            self._pictures.want(ratio, place, row, look, "surface", partial(self._draw, place, row, look))
        self._pictures.make()

    def _in_sight(self, within: QRect) -> "Iterator[tuple[QRect, MatrixRow, _Look]]":
        view, delegate = self._view, self._delegate
        columns, chosen = self._columns(), view.currentIndex()
        width, focused = view.viewport().width(), view.hasFocus()
        first = max(view.rowAt(max(within.top(), 0)), 0)
        for at in range(first, self._model.rowCount()):
            top = view.rowViewportPosition(at)
            row = self._model.row(at)
            if top > within.bottom() or row is None:
                return
            is_open = row.key == delegate.current and not row.is_area
            look = columns._replace(chosen=chosen.column()) if at == chosen.row() else columns
            yield QRect(0, top, width, view.rowHeight(at)), row, _Look(look, is_open, is_open and focused)

    def _columns(self) -> _Columns:
        model, view = self._model, self._view
        return _Columns(
            tuple(
                (
                    model.kind(column),
                    model.review(column),
                    view.columnViewportPosition(column),
                    view.columnWidth(column),
                )
                for column in range(model.columnCount())
            ),
            self._delegate.title_span(view),
        )

    def _draw(self, place: QRect, row: MatrixRow, look: _Look, painter: QPainter) -> None:
        theme, columns = self._theme, look.columns
        if look.is_open:
            inset = theme.em(4)
            ground = QRect(inset, place.top(), place.width() - 2 * inset, place.height())
            draw_open_row(painter, theme, ground, has_focus=look.has_focus)
        for column, (kind, review, left, width) in enumerate(columns.places):
            box = QRectF(left, place.top(), width, place.height())
            if column == columns.chosen and not row.is_area:
                painter.fillRect(box, theme.color("selected"))
            title = QRectF(columns.title[0], place.top(), columns.title[1], place.height())
            self._delegate.draw(painter, Spot(box, kind, review, title), row, is_open=look.is_open)
