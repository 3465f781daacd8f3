"""A reason and its passages below the head of a card, of which at most one thing scrolls: the text, or both as one."""

from collections.abc import Sequence
from math import ceil, floor
from typing import override

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QTextBrowser, QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.hit_highlight import highlight_words, show_position
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageColumn

_MOST = 4
"""Passages that stay in sight while the text above them scrolls; more than those scroll along with it."""
_LINES = 4
"""Lines of the text that are worth to scroll it by itself; where there is room for fewer, all scrolls as one."""
_GAP, _LINE = 8, 22
_KEPT = 8
"""Widths for which the height of a text is kept."""
_POINTER = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def _show_bar(area: QAbstractScrollArea, *, shown: bool) -> None:
    policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if area.verticalScrollBarPolicy() != policy:
        area.setVerticalScrollBarPolicy(policy)
        if not area.isVisible():
            area.setViewportMargins(area.viewportMargins())  # lays it out, which Qt leaves out while it is hidden


class RationaleText(QTextBrowser):
    """A text as high as it is told to be, ending at a line's end where it scrolls; heights are measured once each.

    `laid_out` follows when its lines may have moved, `font_changed` when they are of another height, `entered` when the
    focus comes other than by the pointer.
    """

    laid_out = Signal()
    font_changed = Signal()
    focus_changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.outer: QScrollBar | None = None
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("role", "small")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        _show_bar(self, shown=False)

    @override
    def setPlainText(self, text: str) -> None:
        self._heights.clear()
        super().setPlainText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.font_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.end_at_a_line()
        self.laid_out.emit()

    @property
    def scrolls(self) -> bool:
        """Whether it scrolls by itself."""
        return self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn

    def show_in(self, width: int, height: int, *, scrolls: bool) -> None:
        """Be that large, and scroll the text in it or let it be seen whole."""
        _show_bar(self, shown=scrolls)
        self.setGeometry(0, 0, width, height)
        self.end_at_a_line()

    def end_at_a_line(self) -> None:
        """Leave out what is seen of a line that has not the room."""
        rest = self.height() - self.whole_lines(self.height()) if self.scrolls else 0
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)

    def height_of(self, width: int) -> int:
        """Return how high the text is over `width` px."""
        found = self._heights.get(width)
        if found is None:
            whole = self.document()
            if whole.textWidth() != width:
                whole = whole.clone(self)
                whole.setTextWidth(width)
            found = ceil(whole.size().height())
            if whole is not self.document():
                whole.deleteLater()
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            self._heights[width] = found
        return found

    def whole_lines(self, height: int) -> int:
        """Return the height of the lines that are seen whole in `height` px; all of it where not one is."""
        end = 0.0
        block = self.document().begin()
        while block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            lines = block.layout()
            for place in range(lines.lineCount()):
                line = lines.lineAt(place)
                below = top + line.y() + line.height()
                if floor(below) > height:
                    return ceil(end) or height
                end = below
            block = block.next()
        return min(ceil(end), height)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()
        if event.reason() not in _POINTER:
            self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.scrolls and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # a page of what scrolls around it
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if is_for_outer(event, self.outer):
            event.ignore()
        else:
            super().wheelEvent(event)


def is_for_outer(event: QWheelEvent, outer: QScrollBar | None) -> bool:
    """Say whether the wheel first brings the rest of a card into sight, before it turns what is in the card."""
    return outer is not None and event.angleDelta().y() < 0 and outer.value() < outer.maximum()


class RationaleBody(QScrollArea):
    """Shows text and passages whole where they have the room; else the text scrolls above them, or all as one.

    It lays both out itself: a layout would ask for heights that follow from what it is about to do.
    `entered` follows when the focus comes to either other than by the pointer.
    """

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty; with its parent from the first, as a style sheet is asked anew for each."""
        super().__init__(parent)
        self._theme = theme
        self._sought: int | None = None
        self._fitted = (0, 0)
        self.outer: QScrollBar | None = None
        self._inside = QWidget()
        self.text = RationaleText(self._inside)
        self.passages = PassageColumn(theme)
        self.passages.setParent(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _show_bar(self, shown=False)
        self.setWidget(self._inside)
        for ground in (self._inside, self.viewport()):
            ground.setAutoFillBackground(False)
        self.more: Button | None = None
        """Says how many passages there are where none is in sight; made when it is needed."""
        self.passages.entered.connect(self._on_passages_entered)
        self.text.laid_out.connect(self._on_text_laid_out)
        self.text.font_changed.connect(self.fit)
        self.text.entered.connect(self.entered)
        self.text.cursorPositionChanged.connect(self._follow)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def scroll_after(self, outer: QScrollBar | None) -> None:
        """Let the wheel first scroll what `outer` belongs to, downwards to its end."""
        self.outer = self.text.outer = outer

    def show_text(self, words: str, found: Sequence[tuple[int, int]], *, is_other: bool) -> None:
        """Show words, those found marked and the first of them in sight; other words begin at their first line."""
        if is_other:
            self.text.setPlainText(words)
            self.verticalScrollBar().setValue(0)
        highlight_words(self.text, found, self._theme)
        self._sought = found[0][0] if found else None
        if self._sought is not None:
            show_position(self.text, self._sought)

    def fit(self) -> None:
        """Give text and passages their room; follows from size, words, number of passages and letters alone.

        While it is hidden it waits until it is shown.
        """
        if not self.isVisible():
            return
        wide, high, count = self.width(), self.height(), len(self.passages.ids)
        self._fitted = wide, high
        below, whole = self._below(), self.text.height_of(wide)
        few = min(whole, _LINES * self.text.fontMetrics().lineSpacing())
        if whole + below <= high:
            self._lay(wide, whole)
        elif not count or (count <= _MOST and few + below <= high):
            self._lay(wide, high - below, scrolls=True)
        else:
            wide -= self.verticalScrollBar().sizeHint().width()
            self._lay(wide, self.text.height_of(wide), as_one=True)

    def whole_height(self, width: int) -> int:
        """Return the height that shows everything `width` px wide."""
        return self.text.height_of(width) + self._below()

    def _below(self) -> int:
        count = len(self.passages.ids)
        return self.passages.height_of(count) + self._theme.em(_GAP) if count else 0

    def _lay(self, width: int, height: int, *, scrolls: bool = False, as_one: bool = False) -> None:
        _show_bar(self, shown=as_one)
        self.text.show_in(width, height, scrolls=scrolls)
        chips = self.passages.height_of(len(self.passages.ids))
        self.passages.setGeometry(0, height + self._below() - chips, width, chips)
        self._inside.resize(width, height + self._below())
        self._end()

    def _end(self) -> None:
        """End at a line or below a passage where all scrolls, so that nothing is cut in two before one begins.

        Where no passage is in sight then, a line below says how many there are.
        """
        high, words, count = self.height(), self.text.height(), len(self.passages.ids)
        as_one = self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        ends = [words + self._theme.em(_GAP) + self.passages.height_of(one) for one in range(1, count + 1)]
        says = as_one and ends[0] > high
        room = high - self._theme.em(_LINE) if says else high
        rest = 0
        if as_one:
            seen = words if words <= room else self.text.whole_lines(room)
            rest = high - next((end for end in reversed(ends) if end <= room), seen)
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
        self._show_more(count if says else 0, room)

    def _show_more(self, count: int, top: int) -> None:
        if count:
            if self.more is None:
                self.more = self._made_more()
            words = self.tr("1 Fundstelle") if count == 1 else self.tr("{n} Fundstellen").format(n=count)
            if words != self.more.text():
                self.more.setText(words)
            left = self.more.sizeHint().width()
            self.more.setGeometry(0, top, left, self._theme.em(_LINE))
        if self.more is not None and self.more.isHidden() is bool(count):
            self.more.setVisible(bool(count))

    def _made_more(self) -> Button:
        made = Button(self._theme, "", ButtonKind.LINK)
        made.setParent(self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab leads from the text to the passages as it is
        made.clicked.connect(self._on_more_clicked)
        return made

    def _on_more_clicked(self) -> None:
        """Begin with the passages, as many as there is room for."""
        self.verticalScrollBar().setValue(self.passages.y())

    def _on_passages_entered(self) -> None:
        chip = next((one for one in self.passages.shown if one.hasFocus()), None)
        if chip is not None:
            self.ensureWidgetVisible(chip, 0, self._theme.em(_GAP))
        self.entered.emit()

    def _on_text_laid_out(self) -> None:
        self._end()
        if self._sought is not None:
            self._follow()

    def _follow(self) -> None:
        """Keep the cursor of the text in sight where all scrolls as one."""
        if self.text.scrolls or self.verticalScrollBar().maximum() == 0:
            return
        line = self.text.cursorRect()
        middle = self.text.viewport().mapTo(self._inside, line.center())
        self.ensureVisible(0, middle.y(), 0, line.height())

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have, whatever is in it."""
        return QSize(self._theme.em(120), self._theme.em(40))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted != (self.width(), self.height()):  # else what changed is what is left beside a bar
            self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if is_for_outer(event, self.outer):
            event.ignore()
        else:
            super().wheelEvent(event)

    def _on_theme_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.em(16))
        self.fit()
