"""Finds words in the tables of a spreadsheet: a hit is a cell; its sheet comes into sight with it."""

from collections.abc import Iterator
from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QTimer
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reviewer_app.domain.text_finding import FoundIn, Wanted
from reviewer_app.ui.kit.cell_delegate import CellDelegate
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.finding import FINENESS, OUTLINED, Finding, Ticks
from reviewer_app.ui.reading.hit_strip import HitStrip
from reviewer_app.ui.reading.sheet_view import SheetView

type Cell = tuple[int, int, int]
"""Sheet, row and column, from 0."""


class _HitDelegate(CellDelegate):
    """Paints cells that were found on their own ground, the current one with an outline."""

    def __init__(self, theme: Theme, sheet: int, finding: "SheetFinding") -> None:
        super().__init__(theme, finding)
        self._sheet, self._finding = sheet, finding

    @override
    def is_plain(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        finding = self._finding
        return not finding.count or not finding.is_hit((self._sheet, index.row(), index.column()))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._finding.is_hit((self._sheet, index.row(), index.column())):
            option.backgroundBrush = self._theme.color("hit")  # type: ignore[assignment] # reason: Qt makes a brush of it
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.color("paper_ink"))
            option.state &= ~QStyle.StateFlag.State_Selected

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if self._finding.current_cell == (self._sheet, index.row(), index.column()):
            width = self._theme.em(4 if self._finding.is_fresh else 3)
            painter.save()
            painter.setPen(QPen(self._theme.color("hit_line"), width))
            inset = width / 2
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset))
            painter.restore()


class SheetFinding(Finding):
    """Finds in a SheetView; each of its tables has a strip of its own."""

    def __init__(self, theme: Theme, view: SheetView) -> None:
        """Find in `view`."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._cells: list[tuple[Cell, FoundIn]] | None = None
        self._found: list[Cell] = []
        self._set: frozenset[Cell] = frozenset()
        self._at = -1
        self._begun: Cell = (0, 0, 0)
        self._strips: list[HitStrip] = []
        self._outline = QTimer(self, singleShot=True, interval=OUTLINED)
        self._outline.timeout.connect(self._update)
        view.sheets_shown.connect(self._on_view_sheets_shown)
        self.found_changed.connect(self._show_strips)

    @override
    def begin(self) -> None:
        sheet = max(self._view.current, 0)
        table = self._view.tables[sheet] if self._view.tables else None
        self._begun = (sheet, max(table.rowAt(0), 0) if table is not None else 0, 0)

    @override
    def begin_at_top(self) -> None:
        self._begun = (0, 0, 0)

    def begin_at(self, sheet: str, row: int) -> None:
        """Look for the first hit from a row (from 0) of a sheet on."""
        names = [one.name for one in self._view.shown]
        self._begun = (names.index(sheet) if sheet in names else 0, row, 0)

    @override
    def find(self, sought: Wanted, *, move: bool = True) -> None:
        self.sought, self._at = sought, -1
        self._found = [cell for cell, words in self._read() if words.shares(sought)] if sought else []
        self._set = frozenset(self._found)
        if self._found and move:
            after = (hit for hit, cell in enumerate(self._found) if cell >= self._begun)
            self._go(next(after, 0))
        self._update()
        self.found_changed.emit()

    @property
    @override
    def count(self) -> int:
        return len(self._found)

    @property
    @override
    def current(self) -> int:
        return self._at

    @override
    def go(self, hit: int) -> None:
        self._begun = self._found[hit]
        self._go(hit)
        self.found_changed.emit()

    def is_hit(self, cell: Cell) -> bool:
        """Say whether words stand in a cell."""
        return cell in self._set

    @property
    def current_cell(self) -> Cell | None:
        """The cell of the current hit."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    @property
    def is_fresh(self) -> bool:
        """Whether the current cell was gone to a moment ago."""
        return self._outline.isActive()

    def _go(self, hit: int) -> None:
        self._at = hit
        sheet, row, column = self._found[hit]
        table = self._view.tables[sheet]
        index = table.model().index(row, column)
        inside = sheet == self._view.current and table.viewport().rect().contains(table.visualRect(index))
        if not inside:
            self.moving.emit()
            self._view.show_sheet(sheet)
            table.scrollTo(index, table.ScrollHint.PositionAtCenter)
        table.setCurrentIndex(index)
        self._outline.start()
        self._update()

    def _read(self) -> list[tuple[Cell, FoundIn]]:
        if self._cells is None:
            self._cells = list(self._all())
        return self._cells

    def _all(self) -> Iterator[tuple[Cell, FoundIn]]:
        for number, sheet in enumerate(self._view.shown):
            for row, cells in enumerate(sheet.rows):
                for column, text in enumerate(cells):
                    if text:
                        yield (number, row, column), FoundIn(text)

    def _update(self) -> None:
        for table in self._view.tables:
            table.viewport().update()

    def _on_view_sheets_shown(self) -> None:
        self._cells, self._strips = None, []
        for sheet, table in enumerate(self._view.tables):
            table.setItemDelegate(_HitDelegate(self._theme, sheet, self))
            strip = HitStrip(self._theme, table)
            strip.place_chosen.connect(self._on_strip_place_chosen)
            self._strips.append(strip)
        self.find(Wanted())

    def _on_strip_place_chosen(self, share: float) -> None:
        sender = self.sender()
        sheet = next((number for number, strip in enumerate(self._strips) if strip is sender), 0)
        row = share * len(self._view.shown[sheet].rows)
        here = [hit for hit, cell in enumerate(self._found) if cell[0] == sheet]
        if here:
            self.go(min(here, key=lambda hit: abs(self._found[hit][1] - row)))

    def _show_strips(self) -> None:
        for sheet, strip in enumerate(self._strips):
            rows, current = max(len(self._view.shown[sheet].rows), 1), self.current_cell
            places = frozenset(round(row / rows * FINENESS) for number, row, _ in self._found if number == sheet)
            at = current[1] / rows if current is not None and current[0] == sheet else None
            strip.show_ticks(Ticks(places, at))
