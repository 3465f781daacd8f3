"""10,000 applications: the list page as it is, and 30 columns over the same model; beside Qt's own proxy and view."""

import itertools
from collections.abc import Iterator
from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from reviewer_app.ui.applications.delegate import ApplicationDelegate
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationFilter, ApplicationLine, ApplicationModel
from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.kit.list_model import LINE, ListCell
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.kit.work_table import WorkTable
from tests.bench import children

ROWS, COLUMNS, ROUNDS = 10_000, 30, 9
SIZE = (1920, 1080)
_WORDS = ("Photonik", "Wasserstoff", "Agrar", "Holzbau", "Textil", "Batterie", "Messtechnik")
_NARROW = 62


def lines() -> list[ApplicationLine]:
    """Give 10,000 lines as full as those of a round."""
    return [_line(place) for place in range(ROWS)]


def _line(place: int) -> ApplicationLine:
    word, number = _WORDS[place % len(_WORDS)], f"GC-2026-{place:05}"
    cell = ListCell("05.12.2026", f"in {place % 40} Tagen")
    sorts: dict[ApplicationColumn, object] = {
        column: (place * 7919 + int(column)) % ROWS for column in ApplicationColumn
    }
    sorts[ApplicationColumn.APPLICATION] = f"{word.lower()} {place * 7919 % ROWS:05}"
    return ApplicationLine(
        number=number,
        name=f"{word}netz {place}",
        facts=f"{number} · Bayern · {word}",
        short_facts=word,
        procedure="Erstantrag",
        chip=Chip("offen"),
        progress=(place % 21, 20),
        cells=dict.fromkeys(
            (ApplicationColumn.DUE, ApplicationColumn.CONFLICT, *range(len(ApplicationColumn), COLUMNS)), cell
        ),  # those beyond ours are plain numbers
        segments=frozenset({"all", "todo"}),
        sorts=sorts,
    )


class WideModel(ApplicationModel):
    """Our model with 30 columns; those beyond ours hold cells of two lines."""

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.row(index.row()) if role == LINE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(section) if role == Qt.ItemDataRole.DisplayRole else None


class WideDelegate(ApplicationDelegate):
    """Our delegate, which paints the columns beyond ours as cells."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.column() < len(ApplicationColumn):
            super().paint(painter, option, index)
            return
        line = index.data(LINE)
        self._draw_cell(painter, QRectF(option.rect), line.cells[index.column()])


def plain_table(parent: QObject) -> tuple[QTableView, QSortFilterProxyModel]:
    """Give Qt's own table over plain texts with Qt's own proxy: everything in C++."""
    model = QStandardItemModel(ROWS, COLUMNS, parent)
    for row in range(ROWS):
        line = _line(row)
        texts = [line.name, line.facts, line.procedure, *["05.12.2026"] * (COLUMNS - 3)]
        for column, text in enumerate(texts):
            model.setItem(row, column, QStandardItem(text))
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    table = QTableView()
    table.setModel(proxy)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(54)
    for column in range(COLUMNS):
        table.setColumnWidth(column, _NARROW)
    table.resize(*SIZE)
    table.show()
    return table, proxy


def wide_table(theme: Theme, parent: QObject) -> tuple[WorkTable, WideModel]:
    """Give our table over 30 columns."""
    model, table = WideModel(parent), WorkTable(theme, "wide")
    table.setModel(model)
    table.setItemDelegate(WideDelegate(theme, table))
    table.verticalHeader().setDefaultSectionSize(theme.height("list_row"))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for column in range(COLUMNS):
        table.setColumnWidth(column, _NARROW)
    table.resize(*SIZE)
    table.show()
    return table, model


def _turning() -> tuple[Iterator[str], Iterator[bool]]:
    return itertools.cycle(["phot", "holz", "", "bayern netz", "7"]), itertools.cycle([True, False])


def main() -> None:
    """Measure and print."""
    app = children.application()
    theme = Theme(app, scheme=Scheme.LIGHT)
    page = ApplicationsPage(theme, "list")
    page.resize(*SIZE)
    page.show_columns({column: column.name for column in ApplicationColumn if column is not ApplicationColumn.CONFLICT})
    page.show_rows(lines())
    page.show()
    page.choose("GC-2026-00007")
    wide, model = wide_table(theme, app)
    model.set_rows(lines())
    plain, proxy = plain_table(app)
    children.drain()
    ours, bare = _turning()[0], _turning()[0]
    filtering = children.medians(
        lambda: page.show_filter(ApplicationFilter(next(ours))), lambda: proxy.setFilterFixedString(next(bare)), ROUNDS
    )
    page.show_filter(ApplicationFilter())
    proxy.setFilterFixedString("")
    turns, sides = _turning()[1], itertools.cycle([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
    sorting = children.medians(
        lambda: page.show_sort(ApplicationColumn.APPLICATION, descending=next(turns)),
        lambda: proxy.sort(0, next(sides)),
        ROUNDS,
    )
    children.drain()
    painting = children.medians(lambda: wide.viewport().repaint(), lambda: plain.viewport().repaint(), ROUNDS)
    real = children.medians(lambda: page.table.viewport().repaint(), lambda: None, ROUNDS)
    children.answer(
        {
            "filter": filtering[0],
            "filter_floor": filtering[1],
            "sort": sorting[0],
            "sort_floor": sorting[1],
            "repaint": painting[0],
            "repaint_floor": painting[1],
            "repaint_real": real[0],
        }
    )


if __name__ == "__main__":
    main()
