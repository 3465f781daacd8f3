"""Paints the cells of the matrix: tiles, strips and span marks from the one drawing description, meters of areas."""

from typing import TYPE_CHECKING, NamedTuple, override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reviewer_app.exports.figure_marks import TEXT_START, Marked
from reviewer_app.ui.consolidation.matrix_model import Kind, MatrixModel, MatrixRow
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.area_meter import draw_area
from reviewer_app.ui.scoring.figure_painter import PER_MM, FigurePainter
from reviewer_app.ui.scoring.figure_pictures import FigurePictures

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue

CELL = (40.0, 23.0)


class Spot(NamedTuple):
    """Where a cell lies, what it shows (`review` is the reviewer's place), and where an area's title stands."""

    box: QRectF
    kind: Kind
    review: int
    title: QRectF


class MatrixDelegate(QStyledItemDelegate):
    """Paints MatrixRows of one catalogue."""

    def __init__(self, theme: Theme, language: str, parent: QObject) -> None:
        """Paint in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._pictures = FigurePictures(theme, self)
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
        spot = Spot(box, model.kind(index.column()), model.review(index.column()), title)
        self.draw(painter, spot, row, is_open=row.key == self.current)

    def draw(self, painter: QPainter, spot: Spot, row: MatrixRow, *, is_open: bool) -> None:
        """Draw a cell of a row."""
        if self.catalogue is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_area:
            self._draw_area(painter, spot.box, row, spot.kind, spot.title)
        else:
            self._draw_criterion(painter, spot, row, is_open=is_open)
        painter.restore()

    # Area rows

    def title_span(self, view: QTableView) -> tuple[int, int]:
        """Return left and width of an area's title: over the reviewers too, which hold nothing in its row."""
        model = view.model()
        if not isinstance(model, MatrixModel):
            return 0, 0
        left = view.columnViewportPosition(int(Kind.TITLE))
        sideways = view.horizontalScrollBar().maximum() > 0 or view.isColumnHidden(int(Kind.REVIEW))
        end = int(Kind.REVIEW) if sideways else model.column(Kind.STRIP)
        return left, sum(view.columnWidth(column) for column in range(int(Kind.TITLE), end)) - self._theme.em(6)

    def _draw_area(self, painter: QPainter, box: QRectF, row: MatrixRow, kind: Kind, title: QRectF) -> None:
        theme = self._theme
        painter.fillRect(box, theme.color("window"))
        if kind is Kind.KEY:
            self._write(painter, box.adjusted(theme.em(14), 0, 0, 0), row.key, "strong", "text")
        elif kind in {Kind.TITLE, Kind.REVIEW}:
            painter.setClipRect(box)
            self._write(painter, title, row.title, "chip", "text2", weight=600)
        elif kind is Kind.CONSENSUS and row.area is not None and self.catalogue is not None:
            painter.setClipping(False)
            left = box.adjusted(-theme.em(150), 0, -theme.em(6), 0)
            draw_area(painter, theme, left, row.area, self.catalogue, self._language, "window")

    # Criterion rows

    def _draw_criterion(self, painter: QPainter, spot: Spot, row: MatrixRow, *, is_open: bool) -> None:
        theme, box, kind = self._theme, spot.box, spot.kind
        ground = "selected" if is_open else "surface"
        if kind is Kind.KEY:
            self._write(
                painter,
                box.adjusted(theme.em(14), 0, 0, 0),
                row.key,
                "chip",
                "accent" if is_open else "text2",
                weight=600,
            )
        elif kind is Kind.TITLE:
            room = box.adjusted(0, 0, -theme.em(6), 0)
            self._write(painter, room, row.title, "strong" if is_open else "body", "text")
        elif kind is Kind.REVIEW:
            self._draw_cell(painter, box, row, spot.review, ground)
        elif kind is Kind.STRIP and row.strip is not None:
            scale = min(theme.em(100) / 100, box.width() / row.strip.width)
            self._pictures.paint_in(painter, row.strip, box, scale, ground, ground)
        elif kind is Kind.SPAN and row.span is not None:
            self._draw_span(painter, box, row.span)
        elif kind is Kind.CONSENSUS:
            self._draw_consensus(painter, box, row, ground)

    def _draw_cell(self, painter: QPainter, box: QRectF, row: MatrixRow, review: int, ground: str) -> None:
        if self.catalogue is None:
            return
        value, scale, label = row.values[review], self.catalogue.scale, "–" if row.values[review] is None else ""
        figure = score_figures.cell(value, scale, CELL, minimum=row.minimum, label=label, language=self._language)
        self._pictures.paint_in(painter, figure, box, self._theme.em(100) / 100, ground)

    def _draw_span(self, painter: QPainter, box: QRectF, mark: Marked) -> None:
        theme, scale = self._theme, self._theme.em(100) / 100 * PER_MM
        left = box.left() + theme.em(4)
        if mark.sign is not None:
            bottom = box.center().y() + mark.sign.height * scale / 2
            FigurePainter(painter, theme).paint(mark.sign, left, bottom, scale)
        room = box.adjusted(theme.em(4) + TEXT_START * scale + theme.em(2), 0, 0, 0)
        tokens = {"ink_2": "text2", "ink": "text"}
        weight = 600 if mark.weight == "semibold" else 400
        self._write(painter, room, mark.text, "small", tokens.get(mark.colour, mark.colour), weight=weight)

    def _draw_consensus(self, painter: QPainter, box: QRectF, row: MatrixRow, ground: str) -> None:
        if self.catalogue is None:
            return
        theme, scale, cell = self._theme, self.catalogue.scale, row.consensus
        if cell.is_set:
            figure = score_figures.cell(cell.value, scale, CELL, minimum=row.minimum, language=self._language)
        else:
            words = self.open_word if cell.is_open else score_figures.shown(cell.value, self._language)
            figure = score_figures.cell(None, scale, CELL, label=words, language=self._language)
        self._pictures.paint_in(painter, figure, box, theme.em(100) / 100, ground)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, role: str, token: str, *, weight: int | None = None
    ) -> None:
        font = self._theme.font(role, weight=weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
