"""The list of applications: filter, segments, sorting, and rows of two lines that open by Enter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import override

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.ui.applications.application_delegate import ApplicationDelegate
from reviewer_app.ui.applications.application_model import ApplicationLine, ApplicationModel, Column, Filter
from reviewer_app.ui.applications.preview_card import PreviewCard, PreviewWords
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.filter_field import FilterField
from reviewer_app.ui.kit.list_bar import ListBar, ListFoot
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.work_table import WorkTable
from reviewer_app.ui.shell.page import Page

SEGMENTS = ("all", "todo", "done", "locked")

_WIDTHS = {
    Column.PROCEDURE: 120,
    Column.STATE: 140,
    Column.PROGRESS: 150,
    Column.REVIEWS: 100,
    Column.DISCUSSION: 136,
    Column.SUGGESTION: 184,
    Column.DUE: 130,
    Column.CONFLICT: 146,
}

_COMPACT_WIDTHS = _WIDTHS | {
    Column.STATE: 136,
    Column.PROGRESS: 140,
    Column.REVIEWS: 84,
    Column.DISCUSSION: 118,
    Column.SUGGESTION: 162,
    Column.DUE: 112,
}


@dataclass(frozen=True, slots=True)
class ListState:
    """What back restores: filter, order, chosen application, scroll position in px."""

    filter: Filter
    column: Column
    descending: bool
    number: str
    scroll: int


def _widths(theme: Theme, heads: Mapping[Column, str], *, compact: bool) -> dict[int, int]:
    """Return the columns in sight with their widths in px, 0 for what is left; no head is cut."""
    known = _COMPACT_WIDTHS if compact else _WIDTHS
    font, gap = QFontMetrics(theme.font("strong")), theme.em(18 if compact else 32)
    return {
        column: max(theme.em(known[column]), font.horizontalAdvance(head) + gap) if column in known else 0
        for column, head in heads.items()
        if not compact or column is not Column.PROCEDURE
    }


def _switch(stack: QStackedWidget, index: int, take_focus: Callable[[], None]) -> None:
    """Show a page of `stack`; a focus in the page that goes is taken along, so that it is never lost.

    It is asked of the window, which need not be the active one: a dialog may just have closed.
    """
    page, focused = stack.currentWidget(), stack.window().focusWidget()
    inside = page is not None and focused is not None and (page is focused or page.isAncestorOf(focused))
    stack.setCurrentIndex(index)
    if inside:
        take_focus()


class ApplicationsPage(Page):
    """Shows lines; `open_wanted` carries a number, `filter_changed` a Filter, `sort_wanted` a Column."""

    open_wanted = Signal(str)
    choice_changed = Signal(str)
    filter_changed = Signal(object)
    sort_wanted = Signal(object)
    empty_button_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """Lay out empty; `name` is what the list is called."""
        super().__init__(theme)
        self.model = ApplicationModel(self)
        self._heads: dict[Column, str] = {}
        self._filter = Filter()
        self._wished = ""
        words = self.tr("Filtern: Name, Land, Technologiefeld …")
        self.field = FilterField(theme, self.tr("Anträge filtern"), words, self.tr("Filtern …"))
        self.header_field = self.field
        self.table = WorkTable(theme, name)
        self.table.setModel(self.model)
        self._delegate = ApplicationDelegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.bar = ListBar(theme, SEGMENTS)
        self.segments, self.land = self.bar.segments, self.bar.land
        self.technology, self.sort = self.bar.technology, self.bar.sort
        self.empty = EmptyState(theme)
        self.foot = ListFoot(theme, self.tr("↑↓ wählen   Eingabe öffnen   Strg F filtern   Leertaste Vorschau"))
        self._lay_out()
        self._connect()
        self.segments.show_chosen(self._filter.segment)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._body = QStackedWidget()
        ground = Panel("surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.empty)
        self._body.addWidget(self.table)
        self._body.addWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        QWidget.setTabOrder(self.sort, self.bar.folded)
        QWidget.setTabOrder(self.bar.folded, self.table)

    def _connect(self) -> None:
        self.field.filter_typed.connect(self._on_field_filter_typed)
        self.field.list_wanted.connect(self._on_field_list_wanted)
        self.segments.segment_chosen.connect(self._on_segment_chosen)
        self.land.value_chosen.connect(self._on_land_chosen)
        self.technology.value_chosen.connect(self._on_technology_chosen)
        self.sort.value_chosen.connect(self._on_sort_chosen)
        self.table.head_chosen.connect(self._on_table_head_chosen)
        self.table.row_opened.connect(self._on_table_row_opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_row_changed)
        self.empty.button_chosen.connect(self.empty_button_chosen)
        self.theme.changed.connect(self._on_theme_changed)

    # Values

    def show_columns(self, heads: Mapping[Column, str]) -> None:
        """Show these columns (words by column); the others are hidden."""
        self._heads = dict(heads)
        self.model.show_heads(self._heads)
        self._arrange_columns()
        self._show_sort()

    def show_lines(self, lines: Sequence[ApplicationLine]) -> None:
        """Show other applications; the chosen one, filter, order and place stay."""
        chosen, scroll = self.chosen or self._wished, self.table.verticalScrollBar().value()
        self.model.show_lines(lines)
        self._after_reset(chosen)
        self.table.verticalScrollBar().setValue(scroll)

    def show_filter(self, wanted: Filter) -> None:
        """Show what fits a filter, in list and controls."""
        chosen = self.chosen
        self._filter = wanted
        self.model.show_filter(wanted)
        self.field.show_text(wanted.text)
        self.bar.show_chosen(wanted.land, wanted.technology)
        self.segments.show_chosen(wanted.segment)
        self._after_reset(chosen)

    def show_sort(self, column: Column, *, descending: bool) -> None:
        """Sort the list."""
        chosen = self.chosen
        self.model.show_sort(column, descending=descending)
        self._show_sort()
        self._after_reset(chosen)

    def show_segments(self, words: Mapping[str, str]) -> None:
        """Name the segments, counts included."""
        self.segments.show_words(dict(words))

    def show_choices(self, lands: Mapping[str, str], technologies: Mapping[str, str]) -> None:
        """Offer what one can filter by."""
        self.land.show_values(lands, self._filter.land)
        self.technology.show_values(technologies, self._filter.technology)

    def show_empty(self, *, empty: bool) -> None:
        """Show the empty state in place of the list."""
        _switch(self._body, 1 if empty else 0, self.take_focus)

    @property
    def chosen(self) -> str:
        """The number of the chosen application; empty where none is."""
        line = self.model.line(self.table.chosen_row)
        return line.number if line else ""

    @property
    def filter(self) -> Filter:
        """What is filtered by."""
        return self._filter

    def choose(self, number: str) -> None:
        """Choose an application; remembered until the list is there."""
        self._wished = number
        row = self.model.row_of(number)
        if row >= 0:
            self.table.choose_row(row)

    def state(self) -> ListState:
        """Return how the list stands."""
        return ListState(
            self._filter,
            self.model.sort_column,
            self.model.descending,
            self.chosen,
            self.table.verticalScrollBar().value(),
        )

    def restore(self, state: ListState) -> None:
        """Let the list stand as it did."""
        self.show_sort(state.column, descending=state.descending)
        self.show_filter(state.filter)
        self.choose(state.number)
        self.table.verticalScrollBar().setValue(state.scroll)

    # Layout

    @override
    def panes(self) -> list[QWidget]:
        return [self.table]

    @override
    def take_focus(self) -> None:
        if self._body.currentIndex() == 0 or not self.empty.take_focus():
            self.table.setFocus()

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        self._arrange_columns()

    def open_sort_menu(self) -> None:
        """Open the menu of orders."""
        self.bar.open_sort()

    def show_preview(self, number: str, words: PreviewWords) -> None:
        """Show a look at an application under its row; nothing where it is no longer the chosen one."""
        if number != self.chosen:
            return
        anchor = QWidget(self.table.viewport())
        anchor.setGeometry(self.table.row_box(self.table.chosen_row).adjusted(self.theme.em(12), 0, 0, 0))
        card = PreviewCard(self.theme, words, self.tr("Eingabe öffnet   Leertaste schließt"))
        popover = Popover(self.theme, card, self.tr("Vorschau: {name}").format(name=words.name), anchor)
        popover.closed.connect(anchor.deleteLater)
        card.close_wanted.connect(popover.close_over)
        card.open_wanted.connect(popover.close_over)
        card.open_wanted.connect(self._on_card_open_wanted)
        popover.open(width=520)

    def _arrange_columns(self) -> None:
        narrow = self.size_class is SizeClass.NARROW
        self._delegate.two_lines = narrow
        self._delegate.with_procedure = self.size_class is SizeClass.COMPACT
        widths = _widths(self.theme, self._heads, compact=self.size_class is SizeClass.COMPACT)
        self.table.show_columns({int(Column.APPLICATION): 0} if narrow else widths, head=not narrow)
        self.table.show_row_height(self.theme.height("list_row_narrow" if narrow else "list_row"))
        self.field.setMinimumWidth(self.theme.em(110 if narrow else 270))
        self.field.setMaximumWidth(self.theme.em(270))
        self.bar.show_narrow(narrow=narrow)
        self.foot.setVisible(not narrow)

    def _after_reset(self, number: str) -> None:
        row = self.model.row_of(number)
        if row >= 0:
            index = self.model.index(row, Column.APPLICATION)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        elif self.model.rowCount() and self.table.hasFocus():
            self.table.choose_row(0)
        self.choice_changed.emit(self.chosen)

    def _show_sort(self) -> None:
        words = {str(int(column)): head for column, head in self._heads.items()}
        self.sort.show_values(words, str(int(self.model.sort_column)))

    def _change(self, wanted: Filter) -> None:
        self.show_filter(wanted)
        self.filter_changed.emit(wanted)

    # What a person does

    def _on_field_list_wanted(self) -> None:
        """Go on to the list; where nothing fits the words they are what to work on."""
        if self._body.currentIndex() == 0 or not self.field.text():
            self.take_focus()

    def _on_field_filter_typed(self, text: str) -> None:
        self._change(replace(self._filter, text=text))

    def _on_segment_chosen(self, segment: str) -> None:
        self._change(replace(self._filter, segment=segment))

    def _on_land_chosen(self, land: str) -> None:
        self._change(replace(self._filter, land=land))

    def _on_technology_chosen(self, technology: str) -> None:
        self._change(replace(self._filter, technology=technology))

    def _on_sort_chosen(self, column: str) -> None:
        self.sort_wanted.emit(Column(int(column)))

    def _on_table_head_chosen(self, section: int) -> None:
        self.sort_wanted.emit(Column(section))

    def _on_table_row_opened(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.open_wanted.emit(line.number)

    def _on_card_open_wanted(self) -> None:
        self._on_table_row_opened(self.table.chosen_row)

    def _on_table_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.choice_changed.emit(self.chosen)

    def _on_theme_changed(self) -> None:
        self._arrange_columns()
