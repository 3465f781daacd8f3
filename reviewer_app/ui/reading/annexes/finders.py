"""Finds words in the form and in the tables of an annex, whose texts are there whole; pages are read bit by bit."""

from collections.abc import Iterator, Sequence
from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from reviewer_app.domain.text.search import FoundIn, SearchPattern, ranges, wanted
from reviewer_app.ui.kit.cell_delegate import CellDelegate
from reviewer_app.ui.kit.hit_highlight import highlight_words
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.text_finder import FINENESS, OUTLINED, TextFinder, Ticks
from reviewer_app.ui.reading.annexes.form_view import FormView
from reviewer_app.ui.reading.annexes.hit_strip import HitStrip
from reviewer_app.ui.reading.annexes.table_view import TablesView

_LAST_OF_ONE_UNIT = 0xFFFF
_ABOVE = 1 / 3
"""Where in the view a hit comes to stand, as a share of its height."""


class WholeTextFinder[Hit: tuple[int, ...]](TextFinder):
    """Knows all hits at once, in their order; a hit is where it stands, as numbers that can be compared."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: Sequence[Hit] = ()
        self._at = -1
        self._begun: tuple[int, ...] = ()
        """What the first hit is not before; nothing is the top."""
        self._outline = QTimer(self, singleShot=True, interval=OUTLINED)
        self._outline.timeout.connect(self._update)

    # For subclasses

    def _hits(self, sought: SearchPattern) -> Sequence[Hit]:
        """Return where words stand; `sought` is not nothing."""
        raise NotImplementedError

    def _start(self, hit: Hit) -> tuple[int, ...]:
        """Return where a hit begins."""
        return hit

    def _mark(self) -> None:
        """Mark all hits."""
        raise NotImplementedError

    def _reveal(self) -> None:
        """Bring the current hit into sight."""
        raise NotImplementedError

    def _update(self) -> None:
        """Paint again what shows the current hit."""
        raise NotImplementedError

    # What is found

    @override
    def begin_at_top(self) -> None:
        self._begun = ()

    @override
    def find(self, sought: SearchPattern, *, move: bool = True) -> None:
        self.sought, self._at = sought, -1
        self._found = self._hits(sought) if sought else ()
        self._mark()
        if self._found and move:
            after = (number for number, hit in enumerate(self._found) if self._start(hit) >= self._begun)
            self._go(next(after, 0))
        self.found_changed.emit()

    @property
    @override
    def count(self) -> int:
        return len(self._found)

    @property
    @override
    def current(self) -> int:
        return self._at

    @property
    def current_hit(self) -> Hit | None:
        """Where the current hit stands."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    @property
    def is_fresh(self) -> bool:
        """Whether the current hit was gone to a moment ago."""
        return self._outline.isActive()

    @override
    def go(self, hit: int) -> None:
        self._begun = self._start(self._found[hit])
        self._go(hit)
        self.found_changed.emit()

    def _go(self, hit: int) -> None:
        self._at = hit
        self._outline.start()
        self._reveal()


class FormFinder(WholeTextFinder[tuple[int, int]]):
    """Finds in a FormView; a hit is a range of its document, which counts in UTF-16 units."""

    def __init__(self, theme: Theme, form: FormView) -> None:
        """Find in `form`."""
        super().__init__(theme, form)
        self._form = form
        form.over.append(self._paint)
        form.written.connect(self._on_form_written)

    @override
    def begin(self) -> None:
        self._begun = (self._form.cursorForPosition(QPoint(0, 0)).position(),) if self._form.place else ()

    def begin_at(self, words: str) -> None:
        """Look for the first hit from where `words` stand, a longer piece of the form's text."""
        pattern = wanted(words)
        found = self._hits(pattern) if pattern else ()
        self._begun = self._start(found[0]) if found else ()

    @override
    def shares(self) -> list[float]:
        height = max(self._form.document().size().height(), 1.0)
        boxes = (next(self._boxes(*found), QRectF()) for found in self._found)
        return [box.top() / height for box in boxes]

    @override
    def _hits(self, sought: SearchPattern) -> tuple[tuple[int, int], ...]:
        self._form.finish()
        text = self._form.toPlainText()
        found = ranges(text, sought)
        if not found or max(map(ord, text)) <= _LAST_OF_ONE_UNIT:
            return found
        units = [0]
        for letter in text:
            units.append(units[-1] + 1 + (ord(letter) > _LAST_OF_ONE_UNIT))
        return tuple((units[start], units[end]) for start, end in found)

    @override
    def _start(self, hit: tuple[int, int]) -> tuple[int, ...]:
        return hit[:1]

    @override
    def _mark(self) -> None:
        highlight_words(self._form, self._found, self._theme)

    @override
    def _reveal(self) -> None:
        QTimer.singleShot(0, self, self._scroll)  # when a pane that is just opened has its width
        self._scroll()

    def _scroll(self) -> None:
        if (hit := self.current_hit) is None:
            return
        self._form.document().size()  # lays out to the end, which gives the scroll bar its range
        box = next(self._boxes(*hit), None)
        bar, height = self._form.verticalScrollBar(), self._form.viewport().height()
        spare = self._theme.em(16)
        if box is not None and not bar.value() + spare <= box.top() <= box.bottom() <= bar.value() + height - spare:
            self.moving.emit()
            bar.setValue(round(box.top() - _ABOVE * height))
        self._update()

    @override
    def _update(self) -> None:
        self._form.viewport().update()

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """Give where a range of the document lies in it, line by line."""
        document = self._form.document()
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            corner, lines = document.documentLayout().blockBoundingRect(block).topLeft(), block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index] # reason: the stubs say float
                    yield QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height())
            block = block.next()

    def _paint(self, painter: QPainter) -> None:
        """Outline the current hit, and once more for a moment."""
        if (hit := self.current_hit) is None:
            return
        theme, grown = self._theme, self._theme.em(2)
        painter.translate(-self._form.horizontalScrollBar().value(), -self._form.verticalScrollBar().value())
        painter.setPen(QPen(theme.color("text"), theme.em(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(*hit):
            painter.drawRect(box.adjusted(-grown, -grown, grown, grown))
            if self.is_fresh:
                wide = 3 * grown
                painter.drawRect(box.adjusted(-wide, -wide, wide, wide))

    def _on_form_written(self) -> None:
        """Find again in a document that was written anew: another form, theme or size of text."""
        before = self._at
        self.find(self.sought, move=False)
        if 0 <= before < len(self._found):
            self._at = before
            self.found_changed.emit()


type CellIndex = tuple[int, int, int]
"""Table, row and column, from 0."""


class _HitDelegate(CellDelegate):
    """Paints cells that were found on their own ground, the current one with an outline."""

    def __init__(self, theme: Theme, view: QTableView, table: int, finding: "TablesFinder") -> None:
        super().__init__(theme, view)
        self._table, self._finding = table, finding

    @override
    def is_plain(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        finding = self._finding
        return not finding.count or not finding.is_hit((self._table, index.row(), index.column()))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._finding.is_hit((self._table, index.row(), index.column())):
            option.backgroundBrush = self._theme.color("hit")  # type: ignore[assignment] # reason: Qt makes a brush of it
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.color("paper_ink"))
            option.state &= ~QStyle.StateFlag.State_Selected

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if self._finding.current_hit == (self._table, index.row(), index.column()):
            width = self._theme.em(4 if self._finding.is_fresh else 3)
            painter.save()
            painter.setPen(QPen(self._theme.color("hit_line"), width))
            inset = width / 2
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset))
            painter.restore()


class TablesFinder(WholeTextFinder[CellIndex]):
    """Finds in a TablesView; a hit is a cell. Each of its tables has a strip of its own."""

    def __init__(self, theme: Theme, view: TablesView) -> None:
        """Find in `view`."""
        super().__init__(theme, view)
        self._view = view
        self._cells: list[tuple[CellIndex, FoundIn]] | None = None
        self._set: frozenset[CellIndex] = frozenset()
        self._strips: list[HitStrip] = []
        view.tables_shown.connect(self._on_view_tables_shown)
        self.found_changed.connect(self._show_strips)

    @override
    def begin(self) -> None:
        here = max(self._view.current, 0)
        view = self._view.views[here] if self._view.views else None
        self._begun = (here, max(view.rowAt(0), 0) if view is not None else 0)

    def begin_at(self, table: str, row: int) -> None:
        """Look for the first hit from a row (from 0) of a table on."""
        names = [one.name for one in self._view.tables]
        self._begun = (names.index(table) if table in names else 0, row)

    def is_hit(self, cell: CellIndex) -> bool:
        """Say whether words stand in a cell."""
        return cell in self._set

    @override
    def _hits(self, sought: SearchPattern) -> list[CellIndex]:
        if self._cells is None:
            self._cells = list(self._all())
        return [cell for cell, words in self._cells if words.shares(sought)]

    def _all(self) -> Iterator[tuple[CellIndex, FoundIn]]:
        for number, table in enumerate(self._view.tables):
            for row, cells in enumerate(table.rows):
                for column, text in enumerate(cells):
                    if text:
                        yield (number, row, column), FoundIn(text)

    @override
    def _mark(self) -> None:
        self._set = frozenset(self._found)
        self._update()

    @override
    def _reveal(self) -> None:
        table, row, column = self._found[self._at]
        view = self._view.views[table]
        index = view.model().index(row, column)
        inside = table == self._view.current and view.viewport().rect().contains(view.visualRect(index))
        if not inside:
            self.moving.emit()
            self._view.show_table(table)
            view.scrollTo(index, view.ScrollHint.PositionAtCenter)
        view.setCurrentIndex(index)
        self._update()

    @override
    def _update(self) -> None:
        for view in self._view.views:
            view.viewport().update()

    def _on_view_tables_shown(self) -> None:
        self._cells, self._strips = None, []
        for table, view in enumerate(self._view.views):
            view.setItemDelegate(_HitDelegate(self._theme, view, table, self))
            strip = HitStrip(self._theme, view)
            strip.place_chosen.connect(self._on_strip_place_chosen)
            self._strips.append(strip)
        self.find(SearchPattern())

    def _on_strip_place_chosen(self, share: float) -> None:
        sender = self.sender()
        table = next((number for number, strip in enumerate(self._strips) if strip is sender), 0)
        row = share * len(self._view.tables[table].rows)
        here = [hit for hit, cell in enumerate(self._found) if cell[0] == table]
        if here:
            self.go(min(here, key=lambda hit: abs(self._found[hit][1] - row)))

    def _show_strips(self) -> None:
        for table, strip in enumerate(self._strips):
            rows, current = max(len(self._view.tables[table].rows), 1), self.current_hit
            places = frozenset(round(row / rows * FINENESS) for number, row, _ in self._found if number == table)
            at = current[1] / rows if current is not None and current[0] == table else None
            strip.show_ticks(Ticks(places, at))
