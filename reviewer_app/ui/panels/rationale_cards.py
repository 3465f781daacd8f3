"""The reasons of all reviewers side by side, each with its value; more than three scroll sideways."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import override

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Scale, Value
from reviewer_app.exports import figure_marks
from reviewer_app.ui import score_figures
from reviewer_app.ui.figure_painter import PER_MM, FigurePainter
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.chip_column import ChipColumn, EvidenceView
from reviewer_app.ui.widgets.text import ElidedText, Panel, Text
from reviewer_app.ui.word_marks import go_to_letter, mark_words

_LEAST = 190
_IN_SIGHT = 3
_EDGE = 20
_MOST = 4
"""Passages below a reason in sight, where there is room for them and `_LINES` of the reason."""
_LINES = 4
_AROUND = 60
"""What a card has around reason and passages: head, margins, gaps."""
_BESIDE = 26
"""What a card has at both sides of the text."""
_NEARLY = 4
"""Px by which the text may be laid out wider or narrower than it is to be, and its height still tells."""
_ANY = 16_777_215
"""Qt's own largest height of a widget."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reviewer's answer: label ("G1"), name (empty while hidden), place that gives the shape, value, text.

    `passages` are those of the reviewer that one may see, `found` the ranges of the text that a search has found.
    """

    label: str
    name: str
    position: int
    value: Value | None
    text: str
    minimum: Fraction | None = None
    passages: tuple[EvidenceView, ...] = ()
    found: tuple[tuple[int, int], ...] = ()


class ReviewerSign(QWidget):
    """A reviewer's shape."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._position = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_position(self, position: int) -> None:
        """Show the shape of a reviewer."""
        self._position = position
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(12), self._theme.em(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._position < figure_marks.REVIEWER_SHAPES:
            scale = self._theme.em(100) / 100 * PER_MM * 1.5
            sign = figure_marks.reviewer_sign(self._position)
            FigurePainter(QPainter(self), self._theme).paint_in(sign, QRectF(self.rect()), scale)


class ScoreCell(QWidget):
    """A value as a tile."""

    def __init__(self, theme: Theme, scale: Scale, language: str) -> None:
        """Show values of `scale`."""
        super().__init__()
        self._theme, self._scale, self._language = theme, scale, language
        self._value: Value | None = None
        self._minimum: Fraction | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Value | None, minimum: Fraction | None = None) -> None:
        """Show a value; ▼ where it is under `minimum`."""
        self._value, self._minimum = value, minimum
        self.setAccessibleName(display.score(value, self._language))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(40), self._theme.em(23))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        factor = self._theme.em(100) / 100
        figure = score_figures.cell(
            self._value,
            self._scale,
            (self.width() / factor, self.height() / factor),
            minimum=self._minimum,
            label=display.NOTHING,
            language=self._language,
        )
        FigurePainter(QPainter(self), self._theme).paint(figure, 0, self.height(), factor)


class _WholeLines(QTextBrowser):
    """A text that ends at a line's end where it scrolls, so that no line is cut in two before one begins."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._measured: tuple[object, float] = (None, 0.0)

    @override
    def setPlainText(self, text: str) -> None:
        self._measured = None, 0.0
        super().setPlainText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Scroll only where the text has not the room over the whole width: a bar takes width, so it wants itself."""
        fits = self.whole_height() <= self.height()
        rest = 0 if fits else self.height() % self.fontMetrics().lineSpacing()
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)

    def whole_height(self) -> float:
        """Return how high the text is over the whole width, laid out once for each width and size of letters."""
        if self.viewport().width() == self.width():
            return self.document().size().height()
        asked = self.width(), self.document().defaultFont().key()
        if self._measured[0] != asked:
            whole = self.document().clone(self)
            whole.setTextWidth(self.width())
            self._measured = asked, whole.size().height()
            whole.deleteLater()
        return self._measured[1]


class ReasonCard(Panel):
    """One reviewer's reason with passages below it; the head stays while the text scrolls."""

    def __init__(self, theme: Theme, scale: Scale, language: str) -> None:
        """Start empty."""
        super().__init__("surface", "card")
        self._theme = theme
        self._found: tuple[tuple[int, int], ...] = ()
        self._sign = ReviewerSign(theme)
        self._label = Text("", "strong")
        self._name = ElidedText("", "small", "text2")
        self._cell = ScoreCell(theme, scale, language)
        self.text = _WholeLines()
        self.text.setOpenLinks(False)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setProperty("role", "small")
        self.text.document().setDocumentMargin(0)
        head = QHBoxLayout()
        for widget in (self._sign, self._label):
            head.addWidget(widget)
        head.addWidget(self._name, 1)
        head.addWidget(self._cell)
        self.passages = ChipColumn(theme, most=_MOST, least=1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self.passages)
        self._column.addStretch(0)
        self.setMinimumWidth(theme.em(_LEAST))
        self.setFocusProxy(self.text)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_reason(self, reason: Reason) -> None:
        """Show an answer."""
        self._sign.show_position(reason.position)
        self._label.setText(reason.label)
        self._name.setText(reason.name)
        self._cell.show_value(reason.value, reason.minimum)
        words = reason.text or self.tr("Ohne Begründung")
        is_other = self.text.toPlainText() != words
        if is_other:
            self.text.setPlainText(words)
        if is_other or reason.found != self._found:
            self._found = reason.found
            mark_words(self.text, reason.found, self._theme)
            if reason.found:
                go_to_letter(self.text, reason.found[0][0])
        who = f"{reason.label} {reason.name}".strip()
        self.text.setAccessibleName(self.tr("Begründung von {who}").format(who=who))
        self.passages.show_passages(reason.passages)
        self.passages.setAccessibleName(self.tr("Fundstellen von {who}").format(who=who))
        self._fit()
        self.text.fit()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.text, *self.passages.shown]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let whole passages follow the text; it scrolls where both have not the room, and leaves them a few lines."""
        line, chips = self.text.fontMetrics().lineSpacing(), self.passages
        words = self._height_of_text(self.width()) - line // 2
        room = self.height() - self._theme.em(_AROUND)
        fewest = min(words, _LINES * line)
        count = max((one for one in range(1, _MOST + 1) if fewest + chips.height_of(one) <= room), default=1)
        chips.show_most(count)
        left = room - chips.height_of(min(count, len(chips.ids)))
        self.text.setMinimumHeight(line)
        self.text.setMaximumHeight(max(min(words, left), line) if chips.ids else _ANY)

    def _height_of_text(self, width: int) -> int:
        """Return the height of the text and a line more; as it is laid out, where it is for this width."""
        if abs(width - self._theme.em(_BESIDE) - self.text.width()) <= _NEARLY:
            return ceil(self.text.whole_height()) + self.text.fontMetrics().lineSpacing()
        room = QRect(0, 0, width - self._theme.em(_BESIDE), 0)
        wrapped = self.text.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text.toPlainText())
        return wrapped.height() + self.text.fontMetrics().lineSpacing()

    def whole_height(self, width: int) -> int:
        """Return the height that shows all of the text, and passages, in a card `width` px wide."""
        count = min(len(self.passages.ids), _MOST)
        chips = self.passages.height_of(count) + self._theme.em(8) if count else 0
        return self._height_of_text(width) + chips + self._theme.em(52)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.em(12), theme.em(10), theme.em(10), theme.em(8))
        self._column.setSpacing(theme.em(8))
        if self._found:
            mark_words(self.text, self._found, theme)


class RationaleCards(QScrollArea):
    """Cards for all Reasons; `passage_chosen` and `copy_wanted` carry an annotation's id."""

    passage_chosen = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, language: str) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._language = language
        self.cards: list[ReasonCard] = []
        self._whole = False
        self._inside = Panel("surface")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.setAccessibleName(self.tr("Begründungen"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have; cards grow by the room that is left."""
        return QSize(self._theme.em(360), self._theme.em(110))

    def show_reasons(self, reasons: Sequence[Reason], scale: Scale) -> None:
        """Show the answers of all reviewers in their order."""
        deque(self.parts(reasons, scale), maxlen=0)

    def parts(self, reasons: Sequence[Reason], scale: Scale) -> Iterator[None]:
        """Do the same one card at a time."""
        while len(self.cards) > len(reasons):
            old = self.cards.pop()
            self._row.removeWidget(old)
            old.deleteLater()
        for place, reason in enumerate(reasons):
            if place == len(self.cards):
                self._add_card(scale)
            self.cards[place].show_reason(reason)
            yield
        self._fit()

    def _add_card(self, scale: Scale) -> None:
        card = ReasonCard(self._theme, scale, self._language)
        self.cards.append(card)
        card.passages.passage_chosen.connect(self.passage_chosen)
        card.passages.copy_wanted.connect(self.copy_wanted)
        self._row.addWidget(card, 1)
        card.show()  # else the layout counts it a moment later, and the cards lie over one another until then

    def show_whole(self, *, whole: bool) -> None:
        """Show all of every text, where what is around the cards scrolls; else each card scrolls its own."""
        self._whole = whole
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """From four cards on let three be in sight and the next one show its edge; fewer share the room."""
        least = self._theme.em(_LEAST)
        if len(self.cards) > _IN_SIGHT:
            gaps = _IN_SIGHT * self._row.spacing() + self._theme.em(_EDGE)
            least = max((self.viewport().width() - gaps) // _IN_SIGHT, least)
        for card in self.cards:
            card.setMinimumWidth(least)
        shown = min(len(self.cards), _IN_SIGHT)
        width = (self.viewport().width() - (shown - 1) * self._row.spacing()) // shown if shown else 0
        wanted = max((card.whole_height(width) for card in self.cards), default=0) if self._whole else 0
        self.setMinimumHeight(max(wanted, self._theme.em(110)))

    def focus_card(self, place: int) -> None:
        """Bring a reviewer's reason into sight and put the focus there."""
        if 0 <= place < len(self.cards):
            self.ensureWidgetVisible(self.cards[place])
            self.cards[place].setFocus()

    def focus_passage(self, annotation: str) -> None:
        """Put the focus on a passage that is shown; nothing happens where it is not."""
        for card in self.cards:
            for chip in card.passages.shown:
                if chip.annotation == annotation:
                    self.ensureWidgetVisible(card)
                    chip.setFocus()

    def _on_theme_changed(self) -> None:
        self._row.setSpacing(self._theme.em(10))
        self._fit()
