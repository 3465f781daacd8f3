"""The passages under a reason: what the score rests on, each a jump away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.evidence_chip import EvidenceChip
from reviewer_app.ui.widgets.text import ElidedText, Text

_SHOWN = 3
_CHIP = 30
_GAP = 4


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage: the annotation's id, its place in short and spoken, and its words."""

    id: str
    place: str
    spoken: str
    quote: str
    may_unlink: bool = True


class EvidenceList(QWidget):
    """A head with the count and a list of chips, three in sight; the signals carry an annotation's id."""

    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self.chips: list[EvidenceChip] = []
        self._ids: list[str] = []
        self._title = Text(self.tr("Fundstellen"), "label", "text2")
        self._count = Text("", "cap", "text2")
        self._hint = Text(self.tr("Text markieren, dann F"), "cap", "text2")
        nothing = self.tr("Noch keine Fundstelle. Text im Dokument markieren, dann F.")
        self._empty = ElidedText(nothing, "small", "text2")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Fundstellen"))
        self._scroll.setWidget(self._inside)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._empty, 1)
        head.addWidget(self._count, 1)
        head.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addWidget(self._scroll)
        self._whole = whole
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_passages(self, passages: Sequence[EvidenceView], *, may_link: bool) -> None:
        """Show the passages of the open criterion; the focus stays at its place in the list."""
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while len(self.chips) < len(passages):
            self._add_chip()
        self._ids = [one.id for one in passages]
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(passages))
            if place < len(passages):
                one = passages[place]
                chip.show_passage(one.id, one.place, one.quote, spoken=one.spoken, may_unlink=one.may_unlink)
        self._count.setText(str(len(passages)) if passages else "")
        self._count.setVisible(bool(passages))
        self._hint.setVisible(bool(passages) and may_link)
        self._empty.setVisible(not passages and may_link)
        self._title.setVisible(bool(passages))
        self.setVisible(bool(passages) or may_link)
        self._scroll.setVisible(bool(passages))
        self._fit(len(passages))
        if focused is not None and passages:
            self.chips[min(focused, len(passages) - 1)].setFocus()

    @property
    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return self._ids

    def take_focus(self) -> bool:
        """Put the focus on the first passage; say whether there is one."""
        if not self._ids:
            return False
        self.chips[0].setFocus()
        return True

    def focus_passage(self, annotation: str) -> None:
        """Put the focus on a passage that is shown."""
        self.chips[self._ids.index(annotation)].setFocus()

    def _add_chip(self) -> None:
        chip = EvidenceChip(self._theme)
        self.chips.append(chip)
        self._column.addWidget(chip)
        chip.passage_chosen.connect(self.passage_chosen)
        chip.unlink_wanted.connect(self.unlink_wanted)
        chip.copy_wanted.connect(self.copy_wanted)

    def _fit(self, count: int) -> None:
        """Give room for three passages; where height is scarce two are enough, and the list scrolls inside itself."""
        theme, shown = self._theme, min(count, _SHOWN)
        whole = shown * theme.em(_CHIP) + max(shown - 1, 0) * theme.em(_GAP)
        self._scroll.setMinimumHeight(min(whole, 2 * theme.em(_CHIP) + theme.em(_GAP)))
        self._scroll.setMaximumHeight(whole)

    def _on_theme_changed(self) -> None:
        self._column.setSpacing(self._theme.em(_GAP))
        self._whole.setSpacing(self._theme.em(_GAP))
        self._fit(len(self._ids))
