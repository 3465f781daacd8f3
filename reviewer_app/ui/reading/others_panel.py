"""Others' answers to the open criterion, side by side with one's own; shown only when one may see them."""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import ElidedText, Panel, Text, WrappingText
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageChip, PassageView, ScrolledPassages
from reviewer_app.ui.scoring.score_cell import ScoreCell
from reviewer_app.ui.scoring.words import OtherView

_MOST = 12
"""Passages of an answer in sight; what is around the answers scrolls."""


def _flowing(theme: Theme) -> QSize:
    """Return the hint of what takes its height from its width: a layout would try widths that nothing ever has."""
    return QSize(theme.em(180), theme.em(36))


class _Card(Panel):
    """One answer; it is filled anew for every criterion, because making widgets takes ten times as long."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__("surface", "card")
        self._theme = theme
        self._who = ElidedText("", "chip")
        self._value = ScoreCell(theme, language, 22)
        self._reason = WrappingText("", "small")
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.passages = ScrolledPassages(theme, most=_MOST, least=_MOST)
        head = RowLayout(theme, (self._who, 1), self._value)
        ColumnLayout(theme, head, self._reason, self.passages, gap=4, margins=(12, 6, 8, 8), parent=self)

    def show_other(self, other: OtherView, nothing: str) -> None:
        """Show an answer; `nothing` stands where there is no reason."""
        self._who.setText(other.who)
        self._value.show_value(other.value, other.scale)
        self._reason.setText(other.rationale or nothing)
        self._reason.show_tone("text" if other.rationale else "text3")
        self.passages.setAccessibleName(self.tr("Fundstellen von {who}").format(who=other.who))

    @override
    def sizeHint(self) -> QSize:
        return _flowing(self._theme)

    @override
    def minimumSizeHint(self) -> QSize:
        return _flowing(self._theme)


class OthersPanel(QWidget):
    """OtherViews one below the other, each whole: what is around it scrolls; hidden while there is none.

    `passage_chosen` and `copy_wanted` carry the id of an annotation that an answer rests on.
    """

    passage_chosen = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._shown: tuple[OtherView, ...] = ()
        self._cards: list[_Card] = []
        self._passages: Mapping[str, Sequence[PassageView]] = {}
        self._label = Text("", "label", "text2")
        self._column = ColumnLayout(theme, self._label, 1, gap=6, margins=(0, 8, 0, 0), parent=self)
        self.hide()

    @property
    def shown(self) -> tuple[OtherView, ...]:
        """The answers in sight."""
        return self._shown

    def show_others(self, others: tuple[OtherView, ...]) -> None:
        """Show the answers of others in their order."""
        self.setVisible(bool(others))
        if others == self._shown:
            return
        self._shown = others
        self._label.setText(self.tr("Andere Gutachten ({n})").format(n=len(others)))
        while len(self._cards) < len(others):
            card = _Card(self._theme, self._language)
            self._cards.append(card)
            card.passages.column.passage_chosen.connect(self.passage_chosen)
            card.passages.column.copy_wanted.connect(self.copy_wanted)
            self._column.insertWidget(len(self._cards), card)
        nothing = self.tr("Ohne Begründung")
        for card, other in zip(self._cards, others, strict=False):
            card.show_other(other, nothing)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(others))
        self._show_passages()

    def show_passages(self, passages: Mapping[str, Sequence[PassageView]]) -> None:
        """Show what answers rest on, by the reviewer's id."""
        if passages != self._passages:
            self._passages = dict(passages)
            self._show_passages()

    @property
    def chips(self) -> list[PassageChip]:
        """The passages in sight, in order."""
        return [chip for card in self._cards if not card.isHidden() for chip in card.passages.column.shown]

    def focus_passage(self, annotation: str) -> None:
        """Put the focus on a passage that is shown; nothing happens where it is not."""
        found = next((chip for chip in self.chips if chip.annotation == annotation), None)
        if found is not None:
            found.setFocus()

    def _show_passages(self) -> None:
        for card, other in zip(self._cards, self._shown, strict=False):
            card.passages.show_passages(self._passages.get(other.reviewer, ()))

    @override
    def sizeHint(self) -> QSize:
        return _flowing(self._theme)

    @override
    def minimumSizeHint(self) -> QSize:
        return _flowing(self._theme)
