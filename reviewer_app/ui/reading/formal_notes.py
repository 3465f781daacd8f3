"""What the formal checks found, as a list beside the papers: each with what was read and the way to where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class FormalNote:
    """One check: id and title, its outcome, what was read; `target` leads to the place, empty where there is none."""

    title: str
    outcome: Chip
    found: str
    target: str = ""


class _Row(QWidget):
    """One note; `target_chosen` carries where it stands."""

    target_chosen = Signal(str)

    def __init__(self, theme: Theme, note: FormalNote) -> None:
        super().__init__()
        self._target = note.target
        self.button = Button(theme, self.tr("Zur Angabe"), Kind.LINK)
        self.button.setAccessibleName(self.tr("Zur Angabe: {title}").format(title=note.title))
        self.button.setVisible(bool(note.target))
        self.button.clicked.connect(self._on_button_clicked)
        head = QHBoxLayout()
        head.setSpacing(theme.em(8))
        head.addWidget(Text(note.title, "strong", wrap=True), 1)
        head.addWidget(StatusChip(theme, note.outcome), 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(theme.em(8))
        foot.addWidget(Text(note.found, "small", "text2", wrap=True), 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.em(8))
        column.setSpacing(theme.em(2))
        column.addLayout(head)
        column.addLayout(foot)

    def _on_button_clicked(self) -> None:
        self.target_chosen.emit(self._target)


class FormalNotes(QScrollArea):
    """A list of notes; `target_chosen` carries the place of the one that is chosen."""

    target_chosen = Signal(str)

    def __init__(self, theme: Theme, notes: Sequence[FormalNote]) -> None:
        """Show `notes`."""
        super().__init__()
        self.setAccessibleName(self.tr("Formale Prüfung"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.em(8), 0)
        self.rows = [_Row(theme, note) for note in notes]
        for row in self.rows:
            column.addWidget(row)
            row.target_chosen.connect(self.target_chosen)
        column.addStretch(1)
        self.setWidget(inside)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first way to a place have the focus; without one the list itself scrolls."""
        super().focusInEvent(event)
        first = next((row.button for row in self.rows if not row.button.isHidden()), None)
        if first is not None:
            first.setFocus()
