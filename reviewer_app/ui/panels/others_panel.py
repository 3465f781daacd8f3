"""Others' answers to the open criterion, side by side with one's own; shown only when one may see them."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Scale, Value
from reviewer_app.ui import score_figures
from reviewer_app.ui.figure_painter import FigurePainter
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.text import ElidedText, Panel, Text


@dataclass(frozen=True, slots=True)
class OtherView:
    """One answer of somebody else: who ("K. Tamm", or "G3" with hidden names), value, reason."""

    who: str
    value: Value | None
    rationale: str
    scale: Scale


class ValueCell(QWidget):
    """A value as a tile, without being a button."""

    def __init__(self, theme: Theme, language: str, value: Value | None, scale: Scale) -> None:
        """Show `value`."""
        super().__init__()
        self._theme, self._language, self._value, self._scale = theme, language, value, scale
        self.setAccessibleName(display.score(value, language))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(40), self._theme.em(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        factor = self._theme.em(100) / 100
        size = self.width() / factor, self.height() / factor
        figure = score_figures.cell(self._value, self._scale, size, label=display.NOTHING, language=self._language)
        FigurePainter(QPainter(self), self._theme).paint(figure, 0, self.height(), factor)


class OthersPanel(QWidget):
    """A scrolling list of OtherViews; hidden while there is none."""

    def __init__(self, theme: Theme, language: str) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._language = language
        self._shown: tuple[OtherView, ...] = ()
        self._label = Text("", "label", "text2")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.em(4), 0, 0)
        column.setSpacing(theme.em(4))
        column.addWidget(self._label)
        column.addWidget(self._area, 1)
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        """Ask for one answer; the rest scrolls."""
        return QSize(self._theme.em(240), self._theme.em(104))

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
        self._area.setAccessibleName(self._label.text())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self._theme.em(4), 0)
        column.setSpacing(self._theme.em(6))
        for other in others:
            column.addWidget(self._card(other))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setMinimumHeight(self._theme.em(72))

    def _card(self, other: OtherView) -> QWidget:
        card = Panel("surface", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(self._theme.em(12), self._theme.em(6), self._theme.em(8), self._theme.em(8))
        column.setSpacing(self._theme.em(4))
        head = QHBoxLayout()
        head.addWidget(ElidedText(other.who, "chip"), 1)
        head.addWidget(ValueCell(self._theme, self._language, other.value, other.scale))
        column.addLayout(head)
        text = Text(other.rationale or self.tr("Ohne Begründung"), "small", wrap=True)
        text.show_tone("text" if other.rationale else "text3")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        return card
