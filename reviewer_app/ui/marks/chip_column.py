"""Passages one below the other: all of them, or a few in sight and the rest to be scrolled to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.evidence_chip import EvidenceChip

_CHIP = 30
_GAP = 4


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage: the annotation's id, its place in short and spoken, and its words, quoted or about it.

    `kind` is drawn as its shape where it is none of evidence and `place` does not say it in words.
    """

    id: str
    place: str
    spoken: str
    quote: str
    may_unlink: bool = True
    is_quoted: bool = True
    kind: Kind = Kind.EVIDENCE


class ChipStack(QWidget):
    """A chip for each passage; the signals carry an annotation's id.

    Only `entered` carries nothing: the focus comes to a chip other than by the mouse.
    """

    entered = Signal()
    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start empty and hidden."""
        super().__init__()
        self._theme = theme
        self.chips: list[EvidenceChip] = []
        self._views: tuple[EvidenceView, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(self.tr("Fundstellen"))
        self.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_passages(self, passages: Sequence[EvidenceView]) -> None:
        """Show other passages; the focus stays at its place in the list."""
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while len(self.chips) < len(passages):
            self._add_chip()
        self._views = tuple(passages)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(passages))
            if place < len(passages):
                one = passages[place]
                chip.show_passage(one.id, one.place, one.quote, spoken=one.spoken, may_unlink=one.may_unlink)
                chip.is_quoted, chip.kind = one.is_quoted, one.kind
        self.setVisible(bool(passages))
        if focused is not None and passages:
            self.chips[min(focused, len(passages) - 1)].setFocus()

    @property
    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return [one.id for one in self._views]

    @property
    def shown(self) -> list[EvidenceChip]:
        """The chips that stand for a passage, in order."""
        return self.chips[: len(self._views)]

    def height_of(self, count: int) -> int:
        """Return the height of so many chips in px."""
        return count * self._theme.em(_CHIP) + max(count - 1, 0) * self._theme.em(_GAP)

    def _add_chip(self) -> None:
        chip = EvidenceChip(self._theme)
        self.chips.append(chip)
        self._column.addWidget(chip)
        chip.entered.connect(self.entered)
        chip.passage_chosen.connect(self.passage_chosen)
        chip.unlink_wanted.connect(self.unlink_wanted)
        chip.copy_wanted.connect(self.copy_wanted)

    def _on_theme_changed(self) -> None:
        self._column.setSpacing(self._theme.em(_GAP))


class ChipColumn(QScrollArea):
    """Chips, `most` of them in sight, where height is scarce `least`; the signals carry an annotation's id."""

    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, *, most: int = 3, least: int = 2) -> None:
        """Start empty and hidden."""
        super().__init__()
        self._most, self._least = most, least
        self._stack = ChipStack(theme)
        self._stack.passage_chosen.connect(self.passage_chosen)
        self._stack.unlink_wanted.connect(self.unlink_wanted)
        self._stack.copy_wanted.connect(self.copy_wanted)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Fundstellen"))
        self.setWidget(self._stack)
        for ground in (self._stack, self.viewport()):
            ground.setAutoFillBackground(False)  # passages lie on the ground of what holds them
        self.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def show_passages(self, passages: Sequence[EvidenceView]) -> None:
        """Show other passages; the focus stays at its place in the list."""
        self._stack.show_passages(passages)
        self.setVisible(bool(passages))
        self._fit()

    @property
    def chips(self) -> list[EvidenceChip]:
        """The chips made so far, shown or not."""
        return self._stack.chips

    @property
    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return self._stack.ids

    @property
    def shown(self) -> list[EvidenceChip]:
        """The chips that stand for a passage, in order."""
        return self._stack.shown

    def _fit(self) -> None:
        shown = min(len(self._stack.ids), self._most)
        self.setMinimumHeight(self._stack.height_of(min(shown, self._least)))
        self.setMaximumHeight(self._stack.height_of(shown))
