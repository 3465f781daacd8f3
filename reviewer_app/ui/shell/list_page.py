"""What every list page is: filter field, segments, filters, order, the table or why it is empty, and a line below.

The chosen rows stay chosen while other rows come or another filter, and back restores how the list stood.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, override

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.filter_bar import FilterBar, FilterButton
from reviewer_app.ui.kit.filter_field import FilterField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.list_delegate import ListDelegate
from reviewer_app.ui.kit.list_model import ListFilter, ListModel, SortKey
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.work_table import WorkTable
from reviewer_app.ui.shell.page import Page

_FIELD, _NARROW_FIELD = 270, 110


class ListFoot(Panel):
    """The line under a list: how many there are, and the keys that act in it."""

    def __init__(self, theme: Theme, keys: str) -> None:
        """Show the keys; the count comes later."""
        super().__init__("window", "top")
        self._summary = Text("", "small", "text2")
        RowLayout(theme, self._summary, 1, Text(keys, "small", "text3"), margins=(20, 4, 20, 4), parent=self)

    def show_summary(self, words: str) -> None:
        """Say how many there are."""
        self._summary.setText(words)


@dataclass(frozen=True, slots=True)
class ListState:
    """What back restores: filter, order, the row one was in, all chosen ones, scroll position in px."""

    filter: ListFilter
    order: SortKey
    descending: bool
    current: str
    chosen: tuple[str, ...]
    scroll: int


class ListPage(Page):
    """A subclass makes the parts, says what is particular, and calls `lay_out`; rows are named by their keys.

    `stretches` is the column that takes what the others leave. Where `holds_place`, a filter or an order leaves the
    place one has scrolled to, and where the current row has gone its neighbour is current: rows are worked off.
    Where `menu_turns`, the order chosen once more in the menu is turned round, as by its head.
    `filter_changed` and `sort_changed` say what a person did; `choice_changed` follows every change of rows, too.
    """

    row_opened = Signal(str)
    choice_changed = Signal()
    filter_changed = Signal()
    sort_changed = Signal()

    model: ListModel[Any, Any, Any]
    delegate: ListDelegate
    stretches: ClassVar[int]
    holds_place: ClassVar[bool] = False
    menu_turns: ClassVar[bool] = False
    least_field: ClassVar[int] = _FIELD

    def __init__(
        self,
        theme: Theme,
        table: WorkTable,
        field: FilterField,
        bar: FilterBar,
        filters: Mapping[str, FilterButton],
        keys: str,
    ) -> None:
        """Take the parts; `filters` are named by the attributes of the filter, `keys` says which act in the list."""
        super().__init__(theme)
        self.table, self.field, self.bar, self.filters = table, field, bar, dict(filters)
        self.header_field = field
        self.empty = EmptyState(theme)
        self.foot = ListFoot(theme, keys)
        self.is_loaded = False
        self._heads: Mapping[int, str] = {}
        self._wished = ""
        self._restoring: ListState | None = None
        self._orders: dict[str, SortKey] = {}
        self.body = QStackedWidget()
        bar.add_filters(tuple(filters.values()))

    def lay_out(self, model: ListModel[Any, Any, Any], delegate: ListDelegate, centre: QWidget | None = None) -> None:
        """Lay out and connect; `centre` is what holds the list where something stands beside it."""
        self.model, self.delegate = model, delegate
        model.setParent(self)
        delegate.setParent(self.table)
        self.table.setModel(model)
        self.table.setItemDelegate(delegate)
        ground = Panel("surface")
        ColumnLayout(self.theme, self.empty, parent=ground)
        self.body.addWidget(self.table)
        self.body.addWidget(ground)
        column = ColumnLayout(self.theme, gap=0, parent=self)
        column.add(self.bar, (self.body if centre is None else centre, 1), self.foot)
        set_tab_order([self.bar.sort, self.bar.folded, self.table])
        self.field.filter_typed.connect(self._on_field_filter_typed)
        self.field.list_wanted.connect(self._on_field_list_wanted)
        self.bar.segments.segment_chosen.connect(self._on_segment_chosen)
        for button in self.filters.values():
            button.value_chosen.connect(self._on_filter_value_chosen)
        self.bar.sort.value_chosen.connect(self._on_sort_value_chosen)
        self.table.horizontalHeader().sectionClicked.connect(self._on_table_head_clicked)
        self.table.row_opened.connect(self._on_table_row_opened)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(self._on_table_choice_changed)
        if self.table.selectionMode() is WorkTable.SelectionMode.ExtendedSelection:
            selection.selectionChanged.connect(self._on_table_choice_changed)
        self.theme.changed.connect(self.arrange)
        self.bar.segments.show_chosen(model.filter.segment)
        self.arrange()

    # For subclasses

    def widths(self) -> Mapping[int, int]:
        """Return the columns in sight beside the one that stretches, with their widths in px at 100 %."""
        raise NotImplementedError

    @property
    def head_room(self) -> int:
        """Px at 100 % that a head has beside its words; none is cut."""
        return 18

    def fold(self) -> None:
        """Fold filters and order into one button where there is little room."""
        self.bar.show_narrow(narrow=self.size_class is SizeClass.NARROW)

    # Values

    def show_heads[Column: int](self, heads: Mapping[Column, str]) -> None:
        """Name the columns there are; others are hidden."""
        self._heads = {int(column): words for column, words in heads.items()}
        self.model.show_heads(self._heads)
        self.arrange_columns()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; what is chosen, filter, order and place stay."""
        self.is_loaded = True
        self._keep(lambda: self.model.set_rows(rows), self.current or self._wished, scroll=True)
        if (state := self._restoring) is not None:
            self.restore(state)

    def clear(self) -> None:
        """Show nothing of what another person saw."""
        self.is_loaded = False
        self._keep(lambda: self.model.set_rows(()), "", scroll=True)

    def show_filter(self, wanted: ListFilter) -> None:
        """Show what fits a filter, in list and controls."""
        self.field.show_text(wanted.text)
        self.bar.segments.show_chosen(wanted.segment)
        self.bar.show_chosen(*(getattr(wanted, name) for name in self.filters))
        self.fold()
        self._keep(lambda: self.model.show_filter(wanted), self.current, scroll=self.holds_place)

    def show_sort(self, order: SortKey, *, descending: bool) -> None:
        """Sort the list."""
        self.bar.sort.show_chosen(str(order))
        self._keep(lambda: self.model.show_sort(order, descending=descending), self.current, scroll=self.holds_place)

    def show_orders[Key: int | str](self, words: Mapping[Key, str]) -> None:
        """Offer orders."""
        self._orders = {str(order): order for order in words}
        self.bar.sort.show_values({str(order): said for order, said in words.items()}, str(self.model.order))

    def show_segments(self, words: Mapping[str, str]) -> None:
        """Name the segments, counts included; those without words are hidden."""
        self.bar.segments.show_words(dict(words))
        self.bar.segments.show_chosen(self.model.filter.segment)

    def show_choices(self, choices: Mapping[str, Mapping[str, str]]) -> None:
        """Offer what one can filter by: words by key, for each filter by its name."""
        for name, values in choices.items():
            self.filters[name].show_values(values, getattr(self.model.filter, name))
        self.fold()

    def show_empty(self, *, empty: bool) -> None:
        """Show the empty state in place of the list; a focus in what goes is taken along, so that it is never lost.

        It is asked of the window, which need not be the active one: a dialog may just have closed.
        """
        focus = self.window().focusWidget()
        inside = focus is not None and self.body.isAncestorOf(focus)
        self.body.setCurrentIndex(1 if empty else 0)
        if inside:
            self.take_focus()

    # What is chosen

    @property
    def current(self) -> str:
        """The row one is in; empty where there is none."""
        row = self.model.row(self.table.chosen_row)
        return self.model.key_of(row) if row is not None else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """All chosen rows from the top down."""
        rows = (self.model.row(number) for number in self.table.chosen_rows)
        return tuple(self.model.key_of(row) for row in rows if row is not None)

    def choose(self, current: str, chosen: Iterable[str] = ()) -> None:
        """Be in a row, with others chosen beside it; remembered until it is there."""
        self._wished = current
        if self.model.row_of(current) >= 0:
            self._choose(-1, current, {current, *chosen})
            self.choice_changed.emit()

    def state(self) -> ListState:
        """Return how the list stands."""
        model, scroll = self.model, self.table.verticalScrollBar().value()
        return ListState(model.filter, model.order, model.descending, self.current, self.chosen, scroll)

    def restore(self, state: object) -> None:
        """Let the list stand as it did, at once and again when it is loaded."""
        if isinstance(state, ListState):
            self._restoring = None if self.is_loaded else state
            self.show_sort(state.order, descending=state.descending)
            self.show_filter(state.filter)
            self.choose(state.current, state.chosen)
            self.table.verticalScrollBar().setValue(state.scroll)

    def _keep(self, change: Callable[[], None], current: str, *, scroll: bool) -> None:
        """Change which rows are in sight; chosen ones stay so, and what one has scrolled to if asked."""
        bar, row, chosen = self.table.verticalScrollBar(), self.table.chosen_row, set(self.chosen)
        place = bar.value()
        change()
        self._choose(row, current, chosen)
        if scroll:
            bar.setValue(place)
        self.choice_changed.emit()

    def _choose(self, row: int, current: str, chosen: set[str]) -> None:
        """Be in the row one was in, else as the class says; `row` is its number before, -1 where that is nothing."""
        model = self.model
        here = model.row_of(current)
        if here < 0 <= row and self.holds_place:
            here = min(row, model.rowCount() - 1)
        if here < 0 and model.rowCount() and self.table.hasFocus():
            here = 0
        if here >= 0:
            several = enumerate(model.keys) if len(chosen) > 1 else ()
            self.table.choose_rows(here, [n for n, key in several if key in chosen])

    # Layout

    @override
    def panes(self) -> list[QWidget]:
        return [self.table]

    @override
    def take_focus(self) -> None:
        if self.body.currentIndex() == 0 or not self.empty.take_focus():
            self.table.setFocus()

    def take_filter(self) -> None:
        """Put the focus into the filter field."""
        self.field.setFocus()
        self.field.selectAll()

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        self.arrange()

    def arrange_columns(self) -> None:
        """Show the columns there is room for; no head is cut."""
        widths = {}
        if self.size_class is not SizeClass.NARROW:
            font, room, em = QFontMetrics(self.theme.font("strong")), self.theme.em(self.head_room), self.theme.em
            widths = {
                column: max(em(width), font.horizontalAdvance(self._heads[column]) + room)
                for column, width in self.widths().items()
                if column in self._heads
            }
        self.table.show_columns({self.stretches: 0, **widths}, head=self.size_class is not SizeClass.NARROW)

    def arrange(self) -> None:
        """Arrange for the size class and theme there are now."""
        theme, narrow = self.theme, self.size_class is SizeClass.NARROW
        self.delegate.two_lines = narrow
        self.arrange_columns()
        self.table.show_row_height(theme.height("list_row_narrow" if narrow else "list_row"))
        self.field.setMinimumWidth(theme.em(_NARROW_FIELD if narrow else self.least_field))
        self.field.setMaximumWidth(theme.em(_FIELD))
        self.fold()
        self.foot.setVisible(not narrow)

    # What a person does

    def _change(self, **wanted: str) -> None:
        self.show_filter(replace(self.model.filter, **wanted))
        self.filter_changed.emit()

    def _on_field_list_wanted(self) -> None:
        """Go on to the list; where nothing fits the words they are what to work on."""
        if self.body.currentIndex() == 0 or not self.field.text():
            self.take_focus()

    def _on_field_filter_typed(self, text: str) -> None:
        self._change(text=text)

    def _on_segment_chosen(self, segment: str) -> None:
        self._change(segment=segment)

    def _on_filter_value_chosen(self, value: str) -> None:
        name = next((name for name, button in self.filters.items() if button is self.sender()), "")
        if name:
            self._change(**{name: value})

    def _on_sort_value_chosen(self, key: str) -> None:
        self._sort(self._orders[key], turns=self.menu_turns)

    def _on_table_head_clicked(self, section: int) -> None:
        if (order := self.model.order_of.get(section)) is not None:
            self._sort(order, turns=True)

    def _sort(self, order: SortKey, *, turns: bool) -> None:
        descending = turns and order == self.model.order and not self.model.descending
        self.show_sort(order, descending=descending)
        self.sort_changed.emit()

    def _on_table_row_opened(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.row_opened.emit(self.model.key_of(row))

    def _on_table_choice_changed(self, _now: object, _before: object) -> None:
        self.choice_changed.emit()
