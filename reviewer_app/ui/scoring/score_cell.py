"""A value as a tile, where it is shown and not entered."""

from fractions import Fraction
from typing import override

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.scale import Scale, Value
from reviewer_app.ui.kit.painted import Painted
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigurePainter


class ScoreCell(Painted, QWidget):
    """Shows a value, ▼ where it is under the minimum."""

    def __init__(self, theme: Theme, language: str, height: int) -> None:
        """Start without a value; `height` is px at 100 %."""
        super().__init__(theme)
        self._language, self._height = language, height
        self._shown: tuple[Value | None, Scale, Fraction | None] | None = None

    def show_value(self, value: Value | None, scale: Scale, minimum: Fraction | None = None) -> None:
        """Show a value of `scale`."""
        if (value, scale, minimum) != self._shown:
            self._shown = value, scale, minimum
            self.setAccessibleName(locale.score(value, self._language, scale.decimals))
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(40), self.theme.em(self._height))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._shown is None:
            return
        (value, scale, minimum), factor = self._shown, self.theme.em(100) / 100
        size = box.width() / factor, box.height() / factor
        figure = score_figures.cell(value, scale, size, minimum=minimum, label=locale.NOTHING, language=self._language)
        FigurePainter(painter, self.theme).paint(figure, 0, box.height(), factor)
