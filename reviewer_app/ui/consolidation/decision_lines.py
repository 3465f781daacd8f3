"""What was agreed on a criterion before: one line for each step, the newest first, in a popover over the criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme

_WIDTH = 460
_MOST_HEIGHT = 320


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One step: what changed ("3,0 → 3,5"), when and by whom, and the reason given."""

    change: str
    who: str
    reason: str = ""


def open_decisions(theme: Theme, anchor: QWidget, name: str, lines: Sequence[DecisionLine]) -> None:
    """Open the lines over `anchor`; the focus goes back to it."""
    inside = Panel("raised")
    column = QVBoxLayout(inside)
    column.setContentsMargins(theme.em(4), 0, theme.em(8), 0)
    column.setSpacing(theme.em(2))
    for place, line in enumerate(lines):
        if place:
            column.addSpacing(theme.em(8))
        column.addWidget(Text(line.change, "strong", wrap=True))
        column.addWidget(Text(line.who, "cap", "text2", wrap=True))
        if line.reason:
            column.addWidget(Text(line.reason, "small", wrap=True))
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(name)
    area.setWidget(inside)
    wanted = column.totalHeightForWidth(theme.em(_WIDTH - 44)) + theme.em(24)
    height = round(100 * wanted / theme.em(100)) if theme.em(100) else _MOST_HEIGHT
    Popover(theme, area, name, anchor).open(width=_WIDTH, height=min(height, _MOST_HEIGHT))
