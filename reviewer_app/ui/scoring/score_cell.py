"""A value as a tile of its own, beside a reason."""

from fractions import Fraction
from typing import override

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.scale import Scale, Value
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigurePainter


class ScoreCell(QWidget):
    """A value as a tile, without being a button; `height` in px at 100 %."""

    def __init__(self, theme: Theme, language: str, height: int) -> None:
        """Start without a value."""
        super().__init__()
        self._theme, self._language, self._height = theme, language, height
        self._shown: tuple[Value | None, Scale, Fraction | None] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Value | None, scale: Scale, minimum: Fraction | None = None) -> None:
        """Show a value; ▼ where it is under `minimum`."""
        if (value, scale, minimum) != self._shown:
            self._shown = value, scale, minimum
            self.setAccessibleName(locale.score(value, self._language))
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(40), self._theme.em(self._height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        value, scale, minimum = self._shown
        factor = self._theme.em(100) / 100
        size = self.width() / factor, self.height() / factor
        figure = score_figures.cell(value, scale, size, minimum=minimum, label=locale.NOTHING, language=self._language)
        FigurePainter(QPainter(self), self._theme).paint(figure, 0, self.height(), factor)
