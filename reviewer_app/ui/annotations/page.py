"""The list of all annotations: segments, filters, rows of two lines, and what to do about one without a place."""

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStyleOptionViewItem, QWidget

from reviewer_app.ui.annotations.model import SEGMENTS, AnnotationColumn, AnnotationLine, AnnotationModel
from reviewer_app.ui.annotations.orphans import OrphanPanel, OrphanView
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.filter_bar import FilterBar, FilterButton
from reviewer_app.ui.kit.filter_field import FilterField
from reviewer_app.ui.kit.list_delegate import ListDelegate
from reviewer_app.ui.kit.list_model import LINE, ListCell
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.work_table import WorkTable
from reviewer_app.ui.marks.mark_tags import draw_kind
from reviewer_app.ui.shell.list_page import ListPage

_WIDTHS: Mapping[int, int] = {
    AnnotationColumn.KIND: 124,
    AnnotationColumn.PLACE: 132,
    AnnotationColumn.CRITERIA: 132,
    AnnotationColumn.AUTHOR: 112,
    AnnotationColumn.TAGS: 112,
    AnnotationColumn.PRIVATE: 84,
}
_COMPACT: Mapping[int, int] = {
    AnnotationColumn.KIND: 110,
    AnnotationColumn.PLACE: 124,
    AnnotationColumn.CRITERIA: 112,
    AnnotationColumn.AUTHOR: 92,
    AnnotationColumn.PRIVATE: 78,
}
_BESIDE_PANEL: Mapping[int, int] = {
    AnnotationColumn.KIND: 110,
    AnnotationColumn.PLACE: 116,
    AnnotationColumn.CRITERIA: 112,
}
_PANEL = 380
_SIGN = 10


class AnnotationDelegate(ListDelegate):
    """Paints the rows; one wide cell when the window is narrow."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        if not isinstance(line, AnnotationLine):
            return
        theme, column = self._theme, AnnotationColumn(index.column())
        box = QRectF(option.rect).adjusted(theme.em(6), 0, -theme.em(6), 0)
        painter.save()
        if column is AnnotationColumn.KIND or self.two_lines:
            box.setLeft(box.left() + theme.em(12))
            side = theme.em(_SIGN)
            sign = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
            draw_kind(painter, theme, line.kind, theme.color("text2"), sign)
            box.setLeft(sign.right() + theme.em(8))
        self._cut.clear()
        self._draw_cell(painter, box, line.narrow if self.two_lines else line.cells.get(column, ListCell()))
        painter.restore()


class AnnotationsPage(ListPage):
    """Several rows can be chosen; a panel beside the list is there for one without a place."""

    model: AnnotationModel
    stretches = AnnotationColumn.WORDS
    holds_place = True
    least_field = 250

    def __init__(self, theme: Theme) -> None:
        words = self.tr("Filtern: Wortlaut, Notiz, Schlagwort …")
        table = WorkTable(theme, self.tr("Alle Anmerkungen"))
        table.show_several()
        table.search_column = AnnotationColumn.WORDS
        super().__init__(
            theme,
            table,
            FilterField(theme, self.tr("Anmerkungen filtern"), words, self.tr("Filtern …")),
            FilterBar(theme, SEGMENTS),
            {
                "application": FilterButton(theme, self.tr("Antrag"), self.tr("Alle Anträge")),
                "criterion": FilterButton(theme, self.tr("Kriterium"), self.tr("Alle Kriterien")),
                "person": FilterButton(theme, self.tr("Von"), self.tr("Alle Personen")),
                "tag": FilterButton(theme, self.tr("Schlagwort"), self.tr("Alle Schlagwörter")),
            },
            self.tr("Eingabe zur Stelle   Entf löschen   Strg C kopieren   Strg F filtern"),
        )
        self.orphan = OrphanPanel(theme)
        centre = QWidget()
        self._centre = QBoxLayout(QBoxLayout.Direction.LeftToRight, centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.body, 1)
        self._centre.addWidget(self.orphan)
        self.lay_out(AnnotationModel(), AnnotationDelegate(theme, table), centre)
        set_tab_order([self.table, self.orphan.mark_button, self.orphan.keep_button])

    @override
    def show_choices(self, choices: Mapping[str, Mapping[str, str]]) -> None:
        """Offer what one can filter by; where there is nothing, the filter is out of reach."""
        for name, values in choices.items():
            self.filters[name].setEnabled(bool(values))
        super().show_choices(choices)

    def show_orphan(self, view: OrphanView | None) -> None:
        """Show what can be done about one without a place beside the list; None where there is none."""
        was = self.orphan.isHidden()
        self.orphan.show_orphan(view)
        if was is not self.orphan.isHidden():
            self.arrange_columns()

    # Layout

    @override
    def panes(self) -> list[QWidget]:
        return [self.table, *([self.orphan] if self.orphan.isVisible() else [])]

    @override
    def widths(self) -> Mapping[int, int]:
        if self.size_class is SizeClass.COMPACT:
            return _COMPACT
        beside = self.size_class is SizeClass.NORMAL and not self.orphan.isHidden()
        return _BESIDE_PANEL if beside else _WIDTHS

    @override
    def arrange(self) -> None:
        super().arrange()
        beside = self.size_class > SizeClass.COMPACT
        directions = QBoxLayout.Direction
        self._centre.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.orphan.show_width(self.theme.em(_PANEL) if beside else 0)

    @override
    def fold(self) -> None:
        self.bar.show_narrow(narrow=not self.bar.fits)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
