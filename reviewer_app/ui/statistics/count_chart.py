"""Stacked bars of counts with the numbers in them; sign and number tell the parts apart, colour only repeats it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.theme import Theme

_ROW, _BAR, _LEGEND, _GAP = 34, 24, 28, 8
_LABEL_SHARE = 0.28


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart: `parts` are the columns as chips, `counts` stand by row and part."""

    parts: tuple[Chip, ...]
    rows: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def spoken(self) -> str:
        """The chart in one sentence for each row."""
        return " ".join(
            f"{row}: " + ", ".join(f"{n} {part.word}" for n, part in zip(counts, self.parts, strict=True) if n) + "."
            for row, counts in zip(self.rows, self.counts, strict=True)
        )


class CountChart(QWidget):
    """Shows Bars, one under the other on one scale, with the legend above them."""

    def __init__(self, theme: Theme, bars: Bars, name: str) -> None:
        """Show `bars`; `name` is their title."""
        super().__init__()
        self._theme = theme
        self.bars = bars
        self.setAccessibleName(name)
        self.setAccessibleDescription(bars.spoken)
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, bars = QPainter(self), self._theme, self.bars
        for chip, left, row_of_chip in self._legend():
            painting.draw_chip(painter, theme, chip, left, (row_of_chip + 0.5) * theme.em(_LEGEND))
        top = self._legend_height()
        label, most = round(self.width() * _LABEL_SHARE), max((sum(row) for row in bars.counts), default=0)
        for index, (row, counts) in enumerate(zip(bars.rows, bars.counts, strict=True)):
            line = QRectF(0, top + index * theme.em(_ROW), label - theme.em(12), theme.em(_ROW))
            painting.draw_words(painter, theme, line, row)
            self._draw_row(painter, QRectF(label, line.top(), self.width() - label, line.height()), counts, most)

    def _draw_row(self, painter: QPainter, line: QRectF, counts: Sequence[int], most: int) -> None:
        theme = self._theme
        height, left = theme.em(_BAR), line.left()
        for count, part in zip(counts, self.bars.parts, strict=True):
            if not count:
                continue
            width = line.width() * count / most
            box = QRectF(left, line.center().y() - height / 2, max(width - theme.em(2), 1.0), height)
            self._draw_part(painter, box, count, part)
            left += width

    def _draw_part(self, painter: QPainter, box: QRectF, count: int, part: Chip) -> None:
        theme = self._theme
        ground, ink = ("quiet", "text2") if part.tone == "neutral" else (f"{part.tone}_bg", part.tone)
        outline = "control" if part.tone == "neutral" else f"{part.tone}_line"
        painting.draw_ground(painter, theme, box, ground, theme.radius("cell"), outline)
        side, words = theme.em(10), QFontMetrics(theme.font("strong")).horizontalAdvance(str(count))
        room = box.width() - theme.em(6)
        signed = room >= side + theme.em(5) + words and part.glyph is not Glyph.NONE
        if room < words:
            return
        whole = words + (side + theme.em(5) if signed else 0)
        x = box.center().x() - whole / 2
        if signed:
            painting.glyph(painter, part.glyph, theme.color(ink), QRectF(x, box.center().y() - side / 2, side, side))
            x += side + theme.em(5)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(ink))
        painter.drawText(QRectF(x, box.top(), words + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, str(count))

    def _legend(self) -> list[tuple[Chip, float, int]]:
        """Return the chips of the legend with their left edge and line, wrapped at the width."""
        found: list[tuple[Chip, float, int]] = []
        left, line = 0.0, 0
        for chip in self.bars.parts:
            width = painting.chip_width(self._theme, chip)
            if left and left + width > self.width():
                left, line = 0.0, line + 1
            found.append((chip, left, line))
            left += width + self._theme.em(_GAP)
        return found

    def _legend_height(self) -> int:
        lines = max((line for _, _, line in self._legend()), default=-1) + 1
        return lines * self._theme.em(_LEGEND) + self._theme.em(_GAP)

    def _fit(self) -> None:
        self.setFixedHeight(self._legend_height() + len(self.bars.rows) * self._theme.em(_ROW))
        self.update()
