"""What is to be talked about, the most effective first: each entry says what its value would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer_app.exports.figure_marks import TEXT_START, Marked
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.figure_painter import PER_MM, FigurePainter


@dataclass(frozen=True, slots=True)
class DiscussionLine:
    """One entry: place in the order (empty for the second group), criterion, spread mark, effect and facts."""

    place: str
    key: str
    title: str
    spread: Marked
    effect: str
    facts: str


class DiscussionButton(PaintedButton, QAbstractButton):
    """An entry that opens its criterion."""

    across = QSizePolicy.Policy.Expanding

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._line: DiscussionLine | None = None
        self.setCheckable(True)

    @property
    def key(self) -> str:
        """The criterion."""
        return self._line.key if self._line else ""

    def show_line(self, line: DiscussionLine, *, current: bool) -> None:
        """Show an entry."""
        self._line = line
        self.setChecked(current)
        self.setAccessibleName(f"{line.key} {line.title}. {line.effect} {line.facts}")
        self.setToolTip(f"{line.key} {line.title}\n{line.effect}\n{line.facts}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(200), self.theme.em(54) + self._effect_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @property
    @override
    def ring(self) -> tuple[QRectF, float]:
        em = self.theme.em
        return QRectF(self.rect()).adjusted(em(4), 1, -em(4), -2), self.theme.radius("control")

    def _effect_height(self) -> int:
        """Return the height of the effect, which may take two lines."""
        width = max(self.width() - self.theme.em(28), self.theme.em(100))
        metrics = self.theme.metrics("small")
        flags = Qt.TextFlag.TextWordWrap
        words = self._line.effect if self._line else ""
        return min(metrics.boundingRect(0, 0, width, 10_000, flags, words).height(), 2 * metrics.lineSpacing())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """Stay as shown; the page says which entry is open."""

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        line, theme, (inner, radius) = self._line, self.theme, self.ring
        if line is None:
            return
        if self.isChecked():
            painting.draw_chosen(painter, theme, inner, 8, radius)
        elif self.underMouse():
            painting.draw_ground(painter, theme, inner, "hover", radius)
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), theme.color("line"))
        self._draw_words(painter, inner, line)

    def _draw_words(self, painter: QPainter, box: QRectF, line: DiscussionLine) -> None:
        theme = self.theme
        left, width = box.left() + theme.em(10), box.width() - theme.em(20)
        first = QRectF(left, box.top() + theme.em(6), width, theme.em(20))
        painting.draw_words(painter, theme, first, line.place, "small", "text2")
        at = max(theme.em(16), theme.metrics("small").horizontalAdvance(line.place) + theme.em(6))
        painting.draw_words(painter, theme, first.adjusted(at, 0, 0, 0), line.key, "strong", "accent")
        at += max(theme.em(26), theme.metrics("strong").horizontalAdvance(line.key) + theme.em(6))
        painting.draw_words(painter, theme, first.adjusted(at, 0, -theme.em(62), 0), line.title, "strong")
        scale = theme.em(100) / 100 * PER_MM
        start = first.right() - theme.em(52)
        if line.spread.sign is not None:
            bottom = first.center().y() + line.spread.sign.height * scale / 2
            FigurePainter(painter, theme, "window").paint(line.spread.sign, start, bottom, scale)
        painter.setFont(theme.font("chip", weight=600))
        token = {"ink_2": "text2", "ink": "text"}.get(line.spread.colour, line.spread.colour)
        painter.setPen(theme.color(token))
        painter.drawText(first.adjusted(start - left + TEXT_START * scale, 0, 0, 0), painting.LEFT, line.spread.text)
        lower = QRectF(left, first.bottom() + theme.em(2), width, self._effect_height())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, line.effect)
        last = QRectF(left, lower.bottom() + theme.em(1), width, theme.em(17))
        painting.draw_words(painter, theme, last, line.facts, "cap", "text2")


class DiscussionList(Panel):
    """Two groups of DiscussionLines; `criterion_chosen` carries a key."""

    criterion_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("window")
        self._theme = theme
        self.lines: tuple[DiscussionLine, ...] = ()
        self._buttons: list[DiscussionButton] = []
        self._first = Text("", "label", "text")
        self._second = Text("", "label", "text")
        self._none = Text("", "body", "text2", wrap=True)
        inside = QWidget()
        self._column = ColumnLayout(theme, gap=0, parent=inside)
        self._foot = Panel("window", "top")
        self._foot_row = RowLayout(theme, 1, margins=(8, 6, 8, 6), parent=self._foot)
        ColumnLayout(theme, (VerticalScrollArea(inside), 1), self._foot, parent=self)
        self._foot.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_topics(
        self,
        topics: Sequence[DiscussionLine],
        tight: Sequence[DiscussionLine],
        current: str,
        words: tuple[str, str, str],
    ) -> None:
        """Show both groups; `words` are the heads of the groups and the sentence where there is nothing to discuss."""
        while self._column.takeAt(0) is not None:
            pass
        lines = self.lines = (*topics, *tight)
        while len(self._buttons) < len(lines):
            button = DiscussionButton(self._theme)
            button.clicked.connect(self._on_button_clicked)
            self._buttons.append(button)
        for button in self._buttons[len(lines) :]:
            button.hide()
        self._first.setText(words[0])
        self._second.setText(words[1])
        self._none.setText(words[2])
        self._column.addWidget(self._first)
        for place, line in enumerate(lines):
            if place == len(topics):
                self._column.addWidget(self._second)
            button = self._buttons[place]
            button.show_line(line, current=line.key == current)
            self._column.addWidget(button)
            button.show()
        if not topics:
            self._column.insertWidget(1, self._none)
        self._none.setVisible(not topics)
        self._second.setVisible(bool(tight))
        self._column.addStretch(1)
        if lines:
            self.setFocusProxy(self._buttons[0])

    def hold(self, button: QWidget) -> None:
        """Keep a button under the entries."""
        if self._foot_row.indexOf(button) < 0:
            self._foot_row.insertWidget(0, button)

    def show_foot(self, *, shown: bool) -> None:
        """Show the room of the button that is held, or not."""
        self._foot.setVisible(shown)

    def show_current(self, key: str) -> None:
        """Mark the entry of the open criterion."""
        for line, button in zip(self.lines, self._buttons, strict=False):
            button.show_line(line, current=line.key == key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [button for button in self._buttons if button.isVisible()]
        at = next((place for place, button in enumerate(shown) if button.hasFocus()), -1)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= at + step < len(shown):
            shown[at + step].setFocus()
        else:
            super().keyPressEvent(event)

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, DiscussionButton):
            self.criterion_chosen.emit(sender.key)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        for label in (self._first, self._second, self._none):
            label.setContentsMargins(theme.em(14), theme.em(10), theme.em(14), theme.em(8))
