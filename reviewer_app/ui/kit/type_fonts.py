"""The fonts of the type roles and of drawings with their metrics, made once: painting asks for them with every text."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

type Sized = tuple[QFont, QFontMetricsF]


class TypeFonts:
    """Keeps what was made until `clear`; `make` gives the font of a role, of a weight of its own where one is named."""

    def __init__(self, make: Callable[[str, int | None], QFont]) -> None:
        """Start empty."""
        self._make = make
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._sized: dict[tuple[float, QFont.Weight], Sized] = {}

    def font(self, role: str, weight: int | None) -> QFont:
        """Return the font of a role; it belongs to the caller."""
        made = self._fonts.get((role, weight))
        if made is None:
            made = self._fonts[role, weight] = self._make(role, weight)
        return QFont(made)

    def metrics(self, role: str) -> QFontMetrics:
        """Return the metrics of a role, which are not to be changed."""
        made = self._metrics.get(role)
        if made is None:
            made = self._metrics[role] = QFontMetrics(self.font(role, None))
        return made

    def sized(self, points: float, weight: QFont.Weight) -> Sized:
        """Return the text font at the size of a drawing with its metrics; neither is to be changed."""
        made = self._sized.get((points, weight))
        if made is None:
            font = self.font("body", None)
            font.setPointSizeF(points)
            font.setWeight(weight)
            made = self._sized[points, weight] = font, QFontMetricsF(font)
        return made

    def clear(self) -> None:
        """Forget all: text size, family or screen has changed."""
        for kept in (self._fonts, self._metrics, self._sized):
            kept.clear()
