"""The list of all annotations: segments, filters, rows of two lines, and what to do about one without a place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.annotation import AnchorState, Kind
from reviewer_app.ui.annotations.annotation_delegate import AnnotationDelegate
from reviewer_app.ui.annotations.annotation_model import AnnotationLine, AnnotationModel, Column
from reviewer_app.ui.annotations.orphan_panel import OrphanPanel, OrphanView
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.filter_bar import FilterBar
from reviewer_app.ui.kit.filter_button import FilterButton
from reviewer_app.ui.kit.filter_field import FilterField
from reviewer_app.ui.kit.list_bar import ListFoot
from reviewer_app.ui.kit.tab_order import chain
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.work_table import WorkTable
from reviewer_app.ui.shell.page import Page

ALL, ORPHANED = "all", AnchorState.ORPHANED.value
SEGMENTS = (ALL, *(kind.value for kind in Kind), ORPHANED)

_WIDTHS = {
    Column.KIND: 124,
    Column.PLACE: 132,
    Column.CRITERIA: 132,
    Column.AUTHOR: 112,
    Column.TAGS: 112,
    Column.PRIVATE: 84,
}
_COMPACT = {Column.KIND: 110, Column.PLACE: 124, Column.CRITERIA: 112, Column.AUTHOR: 92, Column.PRIVATE: 78}
_BESIDE = {Column.KIND: 110, Column.PLACE: 116, Column.CRITERIA: 112}
_PANEL = 380


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is shown: words typed, the segment, and by key application, criterion, person and tag (empty: all)."""

    text: str = ""
    segment: str = ALL
    application: str = ""
    criterion: str = ""
    person: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationsState:
    """What back restores: filter, order, the row one was in, chosen ones, scroll position in px."""

    wanted: Wanted
    order: str
    backwards: bool
    current: str
    chosen: tuple[str, ...]
    scroll: int


def _widths(theme: Theme, heads: Iterable[tuple[Column, str]], known: Mapping[Column, int]) -> dict[int, int]:
    """Return the columns in sight with their widths in px, 0 for what is left; no head is cut."""
    font, gap = QFontMetrics(theme.font("strong")), theme.em(18)
    widths = {
        int(column): max(theme.em(known[column]), font.horizontalAdvance(head) + gap)
        for column, head in heads
        if column in known
    }
    return widths | {int(Column.WORDS): 0}


class AnnotationsPage(Page):
    """`wanted_changed` carries a Wanted, `sort_wanted` the key of an order, `head_chosen` a Column."""

    wanted_changed = Signal(object)
    sort_wanted = Signal(str)
    head_chosen = Signal(object)
    row_opened = Signal()
    choice_changed = Signal()
    empty_button_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Lay out empty."""
        super().__init__(theme)
        self.model = AnnotationModel(self)
        self._heads: dict[Column, str] = {}
        self.wanted = Wanted()
        words = self.tr("Filtern: Wortlaut, Notiz, Schlagwort …")
        self.field = FilterField(theme, self.tr("Anmerkungen filtern"), words, self.tr("Filtern …"))
        self.header_field = self.field
        self.table = WorkTable(theme, self.tr("Alle Anmerkungen"))
        self.table.setModel(self.model)
        self.table.show_several()
        self.table.search_column = Column.WORDS
        self._delegate = AnnotationDelegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.bar = FilterBar(theme, SEGMENTS)
        self.bar.add_filters(
            (
                FilterButton(theme, self.tr("Antrag"), self.tr("Alle Anträge")),
                FilterButton(theme, self.tr("Kriterium"), self.tr("Alle Kriterien")),
                FilterButton(theme, self.tr("Von"), self.tr("Alle Personen")),
                FilterButton(theme, self.tr("Schlagwort"), self.tr("Alle Schlagwörter")),
            )
        )
        self.empty = EmptyState(theme)
        self.orphan = OrphanPanel(theme)
        self.foot = ListFoot(theme, self.tr("Eingabe zur Stelle   Entf löschen   Strg C kopieren   Strg F filtern"))
        self._lay_out()
        self._connect()
        self.bar.segments.show_chosen(ALL)
        self._arrange()

    def _lay_out(self) -> None:
        ground = Panel("surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.empty)
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(ground)
        middle = QWidget()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._body, 1)
        self._middle.addWidget(self.orphan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(middle, 1)
        column.addWidget(self.foot)
        chain([self.bar.sort, self.bar.folded, self.table, self.orphan.mark_button, self.orphan.keep_button])

    def _connect(self) -> None:
        self.field.filter_typed.connect(self._on_field_filter_typed)
        self.field.list_wanted.connect(self._on_field_list_wanted)
        self.bar.segments.segment_chosen.connect(self._on_segment_chosen)
        for one in self.bar.filters:
            one.value_chosen.connect(self._on_filter_value_chosen)
        self.bar.sort.value_chosen.connect(self.sort_wanted)
        self.table.head_chosen.connect(self._on_table_head_chosen)
        self.table.row_opened.connect(self._on_table_row_opened)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(self._on_table_choice_changed)
        selection.selectionChanged.connect(self._on_table_choice_changed)
        self.empty.button_chosen.connect(self.empty_button_chosen)
        self.theme.changed.connect(self._arrange)

    # Values

    def show_heads(self, heads: Mapping[Column, str]) -> None:
        """Name the columns."""
        self._heads = dict(heads)
        self.model.show_heads(self._heads)
        self._arrange()

    def show_rows(self, ids: Sequence[str], word: Callable[[str], AnnotationLine]) -> None:
        """Show other annotations; what was chosen stays so, and where the current one went its neighbour is current."""
        row, current, chosen = self.table.chosen_row, self.current, set(self.chosen)
        scroll = self.table.verticalScrollBar().value()
        self.model.set_rows(ids, word)
        self._after_reset(row, current, chosen)
        self.table.verticalScrollBar().setValue(scroll)
        self.choice_changed.emit()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what is filtered by; emits nothing."""
        self.wanted = wanted
        self.field.show_text(wanted.text)
        self.bar.segments.show_chosen(wanted.segment)
        self.bar.show_chosen(wanted.application, wanted.criterion, wanted.person, wanted.tag)
        self._fold()

    def show_segments(self, words: Mapping[str, str]) -> None:
        """Name the segments, counts included; those without words are hidden."""
        self.bar.segments.show_words(dict(words))
        self.bar.segments.show_chosen(self.wanted.segment)

    def show_choices(self, choices: Iterable[Mapping[str, str]]) -> None:
        """Offer what one can filter by: applications, criteria, people, tags; where there is one at most, nothing."""
        wanted = self.wanted
        chosen = (wanted.application, wanted.criterion, wanted.person, wanted.tag)
        for one, values, key in zip(self.bar.filters, choices, chosen, strict=True):
            one.show_values(values, key)
            one.setEnabled(bool(values))
        self._fold()

    def show_orders(self, words: Mapping[str, str], chosen: str) -> None:
        """Offer orders and show which is chosen."""
        self.bar.sort.show_values(words, chosen)

    def show_empty(self, *, empty: bool) -> None:
        """Show the empty state in place of the list; a focus in what goes is taken along."""
        focus = self.window().focusWidget()
        inside = focus is not None and self._body.isAncestorOf(focus)
        self._body.setCurrentIndex(1 if empty else 0)
        if inside:
            self.take_focus()

    @property
    def current(self) -> str:
        """The annotation one is at; empty where there is none."""
        ids, row = self.model.ids, self.table.chosen_row
        return ids[row] if 0 <= row < len(ids) else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """All chosen annotations from the top down."""
        ids = self.model.ids
        return tuple(ids[row] for row in self.table.chosen_rows)

    def choose(self, current: str, chosen: Iterable[str] = ()) -> None:
        """Be at an annotation, with others chosen beside it."""
        self._after_reset(self.table.chosen_row, current, {current, *chosen})
        self.choice_changed.emit()

    # Layout

    @override
    def panes(self) -> list[QWidget]:
        return [self.table, *([self.orphan] if self.orphan.isVisible() else [])]

    @override
    def take_focus(self) -> None:
        if self._body.currentIndex() == 0 or not self.empty.take_focus():
            self.table.setFocus()

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        self._arrange()

    def _arrange(self) -> None:
        theme, size = self.theme, self.size_class
        narrow, beside = size is SizeClass.NARROW, size > SizeClass.COMPACT
        self._delegate.two_lines = narrow
        self._arrange_columns()
        self.table.show_row_height(theme.height("list_row_narrow" if narrow else "list_row"))
        self.field.setMinimumWidth(theme.em(110 if narrow else 250))
        self.field.setMaximumWidth(theme.em(270))
        self._fold()
        self.foot.setVisible(not narrow)
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.orphan.show_beside(theme.em(_PANEL) if beside else 0)

    def _arrange_columns(self) -> None:
        """Show what there is room for; beside the panel for one without a place that is little."""
        size, narrow = self.size_class, self.size_class is SizeClass.NARROW
        known = _COMPACT if size is SizeClass.COMPACT else _WIDTHS
        if size is SizeClass.NORMAL and not self.orphan.isHidden():
            known = _BESIDE
        widths = {int(Column.WORDS): 0} if narrow else _widths(self.theme, self._heads.items(), known)
        self.table.show_columns(widths, head=not narrow)

    def show_orphan(self, view: OrphanView | None) -> None:
        """Show what can be done about one without a place beside the list; None where there is none."""
        was = self.orphan.isHidden()
        self.orphan.show_orphan(view)
        if was is not self.orphan.isHidden():
            self._arrange_columns()

    def _fold(self) -> None:
        self.bar.show_narrow(narrow=not self.bar.fits)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _after_reset(self, row: int, current: str, chosen: set[str]) -> None:
        """Be at the annotation one was at, else at what stands in its row now."""
        model = self.model
        here = model.row_of(current)
        if here < 0 and row >= 0:
            here = min(row, model.rowCount() - 1)
        if here < 0 and model.rowCount() and self.table.hasFocus():
            here = 0
        if here < 0:
            return
        self.table.choose_rows(here, [place for place, one in enumerate(model.ids) if one in chosen])

    # What a person does

    def _change(self, wanted: Wanted) -> None:
        self.show_wanted(wanted)
        self.wanted_changed.emit(wanted)

    def _on_field_list_wanted(self) -> None:
        if self._body.currentIndex() == 0 or not self.field.text():
            self.take_focus()

    def _on_field_filter_typed(self, text: str) -> None:
        self._change(replace(self.wanted, text=text))

    def _on_segment_chosen(self, segment: str) -> None:
        self._change(replace(self.wanted, segment=segment))

    def _on_filter_value_chosen(self, value: str) -> None:
        application, criterion, person, tag = self.bar.filters
        sender, wanted = self.sender(), self.wanted
        if sender is application:
            wanted = replace(wanted, application=value)
        elif sender is criterion:
            wanted = replace(wanted, criterion=value)
        elif sender is person:
            wanted = replace(wanted, person=value)
        elif sender is tag:
            wanted = replace(wanted, tag=value)
        self._change(wanted)

    def _on_table_head_chosen(self, section: int) -> None:
        self.head_chosen.emit(Column(section))

    def _on_table_row_opened(self, _row: int) -> None:
        self.row_opened.emit()

    def _on_table_choice_changed(self, _now: object, _before: object) -> None:
        self.choice_changed.emit()
