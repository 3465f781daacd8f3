"""The passages under a reason: what the score rests on, each a jump away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.text import ElidedText, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView, ScrolledPassages

if TYPE_CHECKING:
    from reviewer_app.ui.marks.passage_chips import PassageChip

_GAP = 4


class EvidenceList(QWidget):
    """A head with the count and a list of chips, three in sight."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._title = Text(self.tr("Fundstellen"), "label", "text2")
        self._count = Text("", "cap", "text2")
        self._hint = Text(self.tr("Text markieren, dann F"), "cap", "text2")
        nothing = self.tr("Noch keine Fundstelle. Text im Dokument markieren, dann F.")
        self._empty = ElidedText(nothing, "small", "text2")
        self._column = ScrolledPassages(theme)
        self.passages = self._column.column
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._empty, 1)
        head.addWidget(self._count, 1)
        head.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addWidget(self._column)
        self._whole = whole
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_passages(self, passages: Sequence[PassageView], *, may_link: bool) -> None:
        """Show the passages of the open criterion; the focus stays at its place in the list."""
        self._column.show_passages(passages)
        self._count.setText(str(len(passages)) if passages else "")
        self._count.setVisible(bool(passages))
        self._hint.setVisible(bool(passages) and may_link)
        self._empty.setVisible(not passages and may_link)
        self._title.setVisible(bool(passages))
        self.setVisible(bool(passages) or may_link)

    @property
    def chips(self) -> "list[PassageChip]":
        """The chips made so far, shown or not."""
        return self.passages.chips

    @property
    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return self.passages.ids

    def take_focus(self) -> bool:
        """Put the focus on the first passage; say whether there is one."""
        if not self.ids:
            return False
        self.chips[0].setFocus()
        return True

    def focus_passage(self, annotation: str) -> None:
        """Put the focus on a passage that is shown."""
        self.chips[self.ids.index(annotation)].setFocus()

    def _on_theme_changed(self) -> None:
        self._whole.setSpacing(self._theme.em(_GAP))
