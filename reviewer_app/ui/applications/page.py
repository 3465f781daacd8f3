"""The list of applications: filter, segments, sorting, and rows of two lines that open by Enter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.applications.delegate import ApplicationDelegate
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationModel
from reviewer_app.ui.kit.filter_bar import FilterBar, FilterButton
from reviewer_app.ui.kit.filter_field import FilterField
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.list_model import ALL
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.work_table import WorkTable
from reviewer_app.ui.shell.list_page import ListPage

SEGMENTS = (ALL, "todo", "done", "locked")


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """Name, seat, further facts and the short profile of an application; `closed` says why there is no more."""

    name: str
    seat: str
    facts: str = ""
    profile: str = ""
    closed: str = ""


class PreviewCard(QWidget):
    """What a preview shows without opening an application: its content only where the person may see it.

    `open_wanted` follows Enter, `close_wanted` the space bar that opened it.
    """

    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme, words: PreviewWords, keys: str) -> None:
        """Show the words and below them the keys that act here."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.name)
        said = (words.seat, words.facts, words.profile, words.closed)
        self.setAccessibleDescription("\n".join(part for part in said if part))
        column = ColumnLayout(theme, gap=4, margins=(4, 2, 4, 2), parent=self)
        for text, role, tone in (
            (words.name, "title", "text"),
            (words.seat, "small", "text2"),
            (words.facts, "small", "text2"),
            (words.profile, "body", "text"),
            (words.closed, "body", "text2"),
            (keys, "small", "text3"),
        ):
            if text:
                column.addWidget(Text(text, role, tone, wrap=True))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)


class ApplicationsBar(FilterBar):
    """Marks the list of the demo round where the menu row, which does so otherwise, is folded."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, SEGMENTS)
        self.demo_chip = StatusChip(theme)
        self._is_demo = False
        self.row.insertWidget(self.row.indexOf(self.sort), self.demo_chip)
        self._show_chip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chip()

    @override
    def show_narrow(self, *, narrow: bool) -> None:
        super().show_narrow(narrow=narrow)
        self._show_chip()

    def show_demo(self, *, demo: bool) -> None:
        """Say whether it is the demo round."""
        self._is_demo = demo
        self._show_chip()

    def _show_chip(self) -> None:
        folded = self._theme.size_class(self.window().width()) is SizeClass.NARROW  # not beside a pane alone
        marked = self._is_demo and folded
        self.demo_chip.show_chip(Chip(self.tr("Demo"), tone="info") if marked else None)


class ApplicationsPage(ListPage):
    """The space bar previews the chosen application under its row."""

    model: ApplicationModel
    delegate: ApplicationDelegate
    bar: ApplicationsBar
    stretches = ApplicationColumn.APPLICATION
    menu_turns = True

    def __init__(self, theme: Theme, name: str) -> None:
        """Lay out empty; `name` is what the list is called."""
        words = self.tr("Filtern: Name, Land, Technologiefeld …")
        table = WorkTable(theme, name)
        super().__init__(
            theme,
            table,
            FilterField(theme, self.tr("Anträge filtern"), words, self.tr("Filtern …")),
            ApplicationsBar(theme),
            {
                "land": FilterButton(theme, self.tr("Land"), self.tr("Alle Länder")),
                "technology": FilterButton(theme, self.tr("Technologiefeld"), self.tr("Alle Technologiefelder")),
            },
            self.tr("↑↓ wählen   Eingabe öffnen   Strg F filtern   Leertaste Vorschau"),
        )
        self.lay_out(ApplicationModel(), ApplicationDelegate(theme, table))

    def show_columns(self, heads: Mapping[ApplicationColumn, str]) -> None:
        """Show these columns, by which one can sort as well."""
        self.show_heads(heads)
        self.show_orders(heads)

    @override
    def widths(self) -> Mapping[int, int]:
        compact = self.size_class is SizeClass.COMPACT
        widths = {one: one.compact_width if compact else one.width for one in ApplicationColumn}
        return {column: width for column, width in widths.items() if width}

    @property
    @override
    def head_room(self) -> int:
        return 18 if self.size_class is SizeClass.COMPACT else 32

    @override
    def arrange_columns(self) -> None:
        self.delegate.with_procedure = self.size_class is SizeClass.COMPACT
        super().arrange_columns()

    def show_preview(self, number: str, words: PreviewWords) -> None:
        """Show a preview of an application under its row; nothing where it is no longer the chosen one."""
        if number != self.current:
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

    def _on_card_open_wanted(self) -> None:
        if self.current:
            self.row_opened.emit(self.current)
