"""Finds words in the form: marks them where they stand in its text and outlines the current ones."""

from collections.abc import Iterator
from typing import override

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reviewer_app.domain.text_finding import Wanted, ranges, wanted
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.finding import OUTLINED, Finding
from reviewer_app.ui.reading.form_view import FormView

_LAST_OF_ONE_UNIT = 0xFFFF
_ABOVE = 1 / 3
"""Where in the view a hit comes to stand, as a share of its height."""


class FormFinding(Finding):
    """Finds in a FormView; positions are those of its document, which counts in UTF-16 units."""

    def __init__(self, theme: Theme, form: FormView) -> None:
        """Find in `form`."""
        super().__init__(form)
        self._theme, self._form = theme, form
        self._found: tuple[tuple[int, int], ...] = ()
        self._at = -1
        self._begun = 0
        self._outline = QTimer(self, singleShot=True, interval=OUTLINED)
        self._outline.timeout.connect(form.viewport().update)
        form.over.append(self._paint)
        form.written.connect(self._on_form_written)

    @override
    def begin(self) -> None:
        self._begun = self._form.cursorForPosition(QPoint(0, 0)).position() if self._form.place else 0

    @override
    def begin_at_top(self) -> None:
        self._begun = 0

    def begin_at(self, words: str) -> None:
        """Look for the first hit from where `words` stand, a longer piece of the form's text."""
        self._form.finish()
        found = self._positions(wanted(words))
        self._begun = found[0][0] if found else 0

    @override
    def find(self, sought: Wanted, *, move: bool = True) -> None:
        self.sought, self._at = sought, -1
        if sought:
            self._form.finish()
        self._found = self._positions(sought)
        self._mark()
        if self._found and move:
            after = (hit for hit, (start, _) in enumerate(self._found) if start >= self._begun)
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

    @override
    def go(self, hit: int) -> None:
        self._begun = self._found[hit][0]
        self._go(hit)
        self.found_changed.emit()

    @override
    def shares(self) -> list[float]:
        height = max(self._form.document().size().height(), 1.0)
        boxes = (next(self._boxes(*found), QRectF()) for found in self._found)
        return [box.top() / height for box in boxes]

    def _go(self, hit: int) -> None:
        self._at = hit
        self._outline.start()
        QTimer.singleShot(0, self, self._reveal)  # when a pane that is just opened has its width
        self._reveal()

    def _reveal(self) -> None:
        if not 0 <= self._at < len(self._found):
            return
        self._form.document().size()  # lays out to the end, which gives the scroll bar its range
        box = next(self._boxes(*self._found[self._at]), None)
        bar, height = self._form.verticalScrollBar(), self._form.viewport().height()
        spare = self._theme.em(16)
        if box is not None and not bar.value() + spare <= box.top() <= box.bottom() <= bar.value() + height - spare:
            self.moving.emit()
            bar.setValue(round(box.top() - _ABOVE * height))
        self._form.viewport().update()

    def _positions(self, sought: Wanted) -> tuple[tuple[int, int], ...]:
        text = self._form.toPlainText() if sought else ""
        found = ranges(text, sought)
        if not found or max(map(ord, text)) <= _LAST_OF_ONE_UNIT:
            return found
        units = [0]
        for letter in text:
            units.append(units[-1] + 1 + (ord(letter) > _LAST_OF_ONE_UNIT))
        return tuple((units[start], units[end]) for start, end in found)

    def _mark(self) -> None:
        style = QTextCharFormat()
        style.setBackground(self._theme.color("hit"))
        style.setForeground(self._theme.color("paper_ink"))
        style.setFontUnderline(self._theme.high_contrast)
        marks = []
        for start, end in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._form.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format = style
            marks.append(mark)
        self._form.setExtraSelections(marks)

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
        if not 0 <= self._at < len(self._found):
            return
        theme, grown = self._theme, self._theme.em(2)
        painter.translate(-self._form.horizontalScrollBar().value(), -self._form.verticalScrollBar().value())
        painter.setPen(QPen(theme.color("text"), theme.em(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(*self._found[self._at]):
            painter.drawRect(box.adjusted(-grown, -grown, grown, grown))
            if self._outline.isActive():
                wide = 3 * grown
                painter.drawRect(box.adjusted(-wide, -wide, wide, wide))

    def _on_form_written(self) -> None:
        """Find again in a document that was written anew: another form, theme or size of text."""
        before = self._at
        self.find(self.sought, move=False)
        if 0 <= before < len(self._found):
            self._at = before
            self.found_changed.emit()
