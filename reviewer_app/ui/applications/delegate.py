"""Paints the rows of the list of applications: two lines, chip, bar, signs; one wide cell when the window is narrow."""

from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionViewItem

from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationLine
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.list_delegate import ListDelegate
from reviewer_app.ui.kit.list_model import LINE, ListCell
from reviewer_app.ui.kit.picture_cache import PictureCache
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.work_table import WorkTable

_MOST = 500
"""Pictures of cells that are kept, some 5 MB: two screens of rows, chosen and not."""

type _Look = tuple[ApplicationColumn, bool, bool]


class ApplicationDelegate(ListDelegate):
    """The delegate of every column; `two_lines` is the narrow form, `with_procedure` moves it into the second line."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self.with_procedure = False
        self._pictures = PictureCache(theme, self, _MOST)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, table, place = index.data(LINE), option.widget, QRect(option.rect)
        if not isinstance(line, ApplicationLine):
            return
        look = (ApplicationColumn(index.column()), self.two_lines, self.with_procedure)
        if not isinstance(table, WorkTable) or isinstance(painter.device(), QPicture):
            self._draw(painter, place, line, look)
            return
        em, ground = self._theme.em, table.ground_of(index.row())
        left = em(8 if look[0] is ApplicationColumn.APPLICATION else 5)
        inner = place.adjusted(left, em(4), -em(5), -em(4))  # inside a chosen row's ground, its corners and its bar
        self._pictures.draw(painter, inner, line, look, ground, lambda on: self._draw(on, place, line, look))

    def _draw(self, painter: QPainter, place: QRect, line: ApplicationLine, look: _Look) -> None:
        theme, (column, two_lines, with_procedure) = self._theme, look
        box = QRectF(place).adjusted(theme.em(6), 0, -theme.em(6), 0)
        painter.save()
        self._cut.clear()
        if column is ApplicationColumn.APPLICATION:
            box.setLeft(box.left() + theme.em(12))
            box.setRight(box.right() - theme.em(6 if two_lines else 0))
            if two_lines:
                self._draw_narrow(painter, box, line)
            else:
                self._draw_name(painter, box, line, with_procedure=with_procedure)
        elif column is ApplicationColumn.PROCEDURE:
            self._one(painter, box, line.procedure, "body", "text2" if line.muted else "text")
        elif column is ApplicationColumn.STATE:
            painting.draw_chip(painter, theme, line.chip, box.left(), box.center().y())
        elif column is ApplicationColumn.PROGRESS:
            self._draw_progress(painter, box, line)
        else:
            self._draw_cell(painter, box, line.cells.get(column, ListCell()))
        painter.restore()

    def _draw_name(self, painter: QPainter, box: QRectF, line: ApplicationLine, *, with_procedure: bool) -> None:
        facts = line.facts_with_procedure if with_procedure else line.facts
        self._two(painter, box, (line.name, "strong", "text2" if line.muted else "text"), (facts, "small", "text2"))

    def _draw_narrow(self, painter: QPainter, box: QRectF, line: ApplicationLine) -> None:
        """Draw name and chip above, facts and progress with deadline below."""
        theme = self._theme
        chip = painting.chip_width(theme, line.chip)
        top = QRectF(box.left(), box.top(), box.width(), box.height() * 0.54)
        painting.draw_chip(painter, theme, line.chip, box.right() - chip, top.center().y() + theme.em(1))
        name = top.adjusted(0, theme.em(2), -chip - theme.em(10), 0)
        self._one(painter, name, line.name, "strong", "text2" if line.muted else "text")
        below = QRectF(box.left(), top.bottom(), box.width(), box.height() - top.height() - theme.em(4))
        due = line.cells.get(ApplicationColumn.DUE, ListCell())
        parts = [line.statement or self._progress_words(line)]
        parts.append(self.tr("Frist {day}").format(day=line.short_due) if line.short_due else "")
        words = " · ".join(part for part in parts if part)
        role, tone = ("label", "warn") if due.second_tone == "warn" else ("small", "text2")
        width = QFontMetrics(theme.font(role)).horizontalAdvance(words) + 1
        self._one(painter, QRectF(box.right() - width, below.top(), width, below.height()), words, role, tone)
        room = below.adjusted(0, 0, -width - theme.em(10), 0)
        self._one(painter, room, line.facts_with_procedure, "small", "text2")

    @staticmethod
    def _progress_words(line: ApplicationLine) -> str:
        if line.progress is not None:
            return line.progress_words
        return line.cells.get(ApplicationColumn.REVIEWS, ListCell()).text

    def _draw_progress(self, painter: QPainter, box: QRectF, line: ApplicationLine) -> None:
        theme = self._theme
        if line.progress is None:
            self._one(painter, box, "–", "body", "text2")
            return
        done, total = line.progress
        if line.reasons_open:
            below = box.adjusted(0, box.height() / 2, 0, -theme.em(4))
            self._one(painter, below, line.reasons_open, "small", "warn")
            box = box.adjusted(0, theme.em(4), 0, -box.height() / 2)
        height = theme.em(5)
        bar = QRectF(box.left(), round(box.center().y() - height / 2), theme.em(72), height)
        painting.draw_bar(painter, theme, bar, done / total if total else 0)
        words = box.adjusted(theme.em(82), 0, 0, 0)
        self._one(painter, words, f"{done}/{total}", "strong" if done else "body", "text" if done else "text2")
