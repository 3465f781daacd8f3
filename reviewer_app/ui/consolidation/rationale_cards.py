"""The reasons of all reviewers side by side, each with its value; more than three scroll sideways."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget

from reviewer_app.domain.scale import Scale, Value
from reviewer_app.exports import figure_marks
from reviewer_app.ui.consolidation.rationale_body import RationaleBody
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.hit_highlight import highlight_words
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painted import Painted
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView
from reviewer_app.ui.scoring.figure_painter import PER_MM, FigurePainter
from reviewer_app.ui.scoring.score_cell import ScoreCell

_LEAST = 190
_IN_SIGHT = 3
_EDGE = 20
_LOW = 110


@dataclass(frozen=True, slots=True)
class Rationale:
    """One reviewer's answer: label ("G1"), name (empty while hidden), place that gives the shape, value, text.

    `passages` are those of the reviewer that one may see, `found` the ranges of the text that a search has found.
    """

    label: str
    name: str
    position: int
    value: Value | None
    text: str
    minimum: Fraction | None = None
    passages: tuple[PassageView, ...] = ()
    found: tuple[tuple[int, int], ...] = ()


class ReviewerShape(Painted, QWidget):
    """A reviewer's shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._position = 0

    def show_position(self, position: int) -> None:
        """Show the shape of a reviewer."""
        if position != self._position:
            self._position = position
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(12), self.theme.em(14))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._position < figure_marks.REVIEWER_SHAPES:
            scale = self.theme.em(100) / 100 * PER_MM * 1.5
            sign = figure_marks.reviewer_sign(self._position)
            FigurePainter(painter, self.theme).paint_in(sign, box, scale)


class RationaleCard(Panel):
    """One reviewer's reason with passages below it; the head stays while they scroll."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", "card", parent)
        self._theme = theme
        self._words = ""
        self._found: tuple[tuple[int, int], ...] = ()
        self._sign = ReviewerShape(theme)
        self._label = Text("", "strong")
        self._name = ElidedText("", "small", "text2")
        self._cell = ScoreCell(theme, language, 23)
        self._head = RowLayout(theme, self._sign, self._label, (self._name, 1), self._cell)
        self.body = RationaleBody(theme, self)
        self.text, self.passages = self.body.text, self.body.passages
        self._column = ColumnLayout(theme, self._head, (self.body, 1), gap=8, margins=(12, 10, 10, 8), parent=self)
        self.setMinimumWidth(theme.em(_LEAST))
        self.setFocusProxy(self.text)
        self.text.focus_changed.connect(self.update)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_rationale(self, reason: Rationale, scale: Scale) -> None:
        """Show an answer."""
        self._sign.show_position(reason.position)
        self._label.setText(reason.label)
        self._name.setText(reason.name)
        self._cell.show_value(reason.value, scale, reason.minimum)
        words = reason.text or self.tr("Ohne Begründung")
        is_other = words != self._words
        if is_other or reason.found != self._found:
            self._words, self._found = words, reason.found
            self.body.show_text(words, reason.found, is_other=is_other)
        who = f"{reason.label} {reason.name}".strip()
        self.text.setAccessibleName(self.tr("Begründung von {who}").format(who=who))
        self.passages.show_passages(reason.passages)
        self.passages.setAccessibleName(self.tr("Fundstellen von {who}").format(who=who))
        self.body.fit()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.text, *self.passages.shown]

    def whole_height(self, width: int) -> int:
        """Return the height that shows all of the text, and passages, in a card `width` px wide."""
        around = self._column.contentsMargins()
        beside = around.left() + around.right() + 2 * self.frameWidth()
        above = around.top() + self._head.sizeHint().height() + self._column.spacing()
        return self.body.whole_height(width - beside) + above + around.bottom() + 2 * self.frameWidth()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text.hasFocus():
            painting.draw_focus(QPainter(self), self._theme, self.rect(), self._theme.radius("card"))

    def _on_theme_changed(self) -> None:
        theme = self._theme
        if self._found:
            highlight_words(self.text, self._found, theme)


class RationaleCards(QScrollArea):
    """Cards for all Rationales; `passage_chosen` and `copy_wanted` carry an annotation's id.

    `entered` follows when the focus comes to a reason or passage other than by the pointer.
    """

    passage_chosen = Signal(str)
    copy_wanted = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.cards: list[RationaleCard] = []
        self._spare: list[RationaleCard] = []
        self._room = self._asked = 0
        self._outer: QScrollBar | None = None
        self._inside = Panel("surface")
        self._row = RowLayout(theme, gap=10, parent=self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.setAccessibleName(self.tr("Begründungen"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have; cards grow by the room that is left."""
        return QSize(self._theme.em(360), self._theme.em(_LOW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(_LEAST), self._theme.em(_LOW))

    def show_rationales(self, rationales: Sequence[Rationale], scale: Scale) -> None:
        """Show the answers of all reviewers in their order."""
        deque(self.parts(rationales, scale), maxlen=0)

    def parts(self, rationales: Sequence[Rationale], scale: Scale) -> Iterator[None]:
        """Do the same one card at a time."""
        while len(self.cards) > len(rationales):
            old = self.cards.pop()
            self._row.removeWidget(old)
            old.hide()
            self._spare.append(old)
        for place, one in enumerate(rationales):
            if place == len(self.cards):
                self._add_card()
            self.cards[place].show_rationale(one, scale)
            yield
        self._fit()

    def _add_card(self) -> None:
        """Take a card that was shown before, or make one, which takes as long as all else of an opening."""
        card = self._spare.pop() if self._spare else self._made_card()
        self.cards.append(card)
        self._row.addWidget(card, 1)
        card.show()  # else the layout counts it a moment later, and the cards lie over one another until then

    def _made_card(self) -> RationaleCard:
        card = RationaleCard(self._theme, self._language, self._inside)
        card.passages.passage_chosen.connect(self.passage_chosen)
        card.passages.copy_wanted.connect(self.copy_wanted)
        card.body.entered.connect(self.entered)
        card.text.font_changed.connect(self._fit)
        card.body.scroll_after(self._outer)
        return card

    def show_room(self, most: int, outer: QScrollBar | None) -> None:
        """Be as high as everything asks for, but at most `most` px, where `outer` scrolls what is around the cards.

        With 0 each card makes do with the height it is given.
        """
        if outer is not self._outer:
            self._outer = outer
            for card in (*self.cards, *self._spare):
                card.body.scroll_after(outer)
        if most != self._room:
            self._room = most
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _least(self, width: int) -> int:
        """From four cards on let three be in sight and the next one show its edge; fewer share the room."""
        least = self._theme.em(_LEAST)
        if len(self.cards) > _IN_SIGHT:
            gaps = _IN_SIGHT * self._row.spacing() + self._theme.em(_EDGE)
            least = max((width - gaps) // _IN_SIGHT, least)
        return least

    def _fit(self) -> None:
        """Give cards their least width, and say so where they ask for another height."""
        least = self._least(self.width())
        for card in self.cards:
            card.setMinimumWidth(least)
        asked = self.heightForWidth(self.width())
        if asked != self._asked:
            self._asked = asked
            self.updateGeometry()

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height that shows all of every reason, where there is the room."""
        low, count = self._theme.em(_LOW), len(self.cards)
        if not self._room or not count:
            return low
        each, bar = self._least(width), 0
        if count > _IN_SIGHT:
            bar = self.horizontalScrollBar().sizeHint().height()
        else:
            each = max((width - (count - 1) * self._row.spacing()) // count, each)
        # cards share what is left by pixels, and a text is measured once for each width
        wide = (one.width() if 0 <= one.width() - each <= 1 else each for one in self.cards)
        whole = max(one.whole_height(own) for one, own in zip(self.cards, wide, strict=True))
        return max(min(whole + bar, self._room), low)

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
        self._fit()
