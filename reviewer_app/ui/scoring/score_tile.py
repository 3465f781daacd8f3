"""One tile of the map of criteria: a button that shows the value it stands for."""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import NamedTuple, override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Scale, Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.picture_cache import PictureCache
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigurePainter

WIDTH, HEIGHT = 40, 23
_RING = 1

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile shows."""

    criterion: str
    title: str
    value: Value | None
    minimum: Fraction | None = None


class _Look(NamedTuple):
    """All that a tile's picture depends on besides what it shows."""

    is_open: bool
    has_focus: bool
    is_under_mouse: bool


class ScoreTile(QAbstractButton):
    """Shows a Tile; `arrow_pressed` carries (rows, columns) to move by."""

    arrow_pressed = Signal(int, int)

    def __init__(self, theme: Theme, pictures: PictureCache, scale: Scale, language: str) -> None:
        """Show values of `scale` on the ground of a window; `pictures` keeps what it looks like."""
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._scale = scale
        self._language = language
        self._tile = Tile("", "", None)
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def criterion(self) -> str:
        """The criterion the tile stands for."""
        return self._tile.criterion

    def show_tile(self, tile: Tile, *, is_open: bool) -> bool:
        """Show a value and say whether it is another one; the open criterion has a ring."""
        if (tile, is_open) == (self._tile, self._open):
            return False
        self._tile, self._open = tile, is_open
        self.setAccessibleName(self._words(tile))
        self.setToolTip(f"{tile.criterion} {tile.title}")
        self.setText(tile.criterion)
        self.update()
        return True

    def _words(self, tile: Tile) -> str:
        if tile.value is None:
            return self.tr("{key}, noch kein Wert").format(key=tile.criterion)
        shown = display.score(tile.value, self._language)
        if isinstance(tile.value, Fraction) and tile.minimum is not None and tile.value < tile.minimum:
            minimum = display.score(tile.minimum, self._language)
            words = self.tr("{key}, {value}, unter Mindestwert {minimum}")
            return words.format(key=tile.criterion, value=shown, minimum=minimum)
        return f"{tile.criterion}, {shown}"

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(WIDTH + 2 * _RING), self._theme.em(HEIGHT + 2 * _RING))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.arrow_pressed.emit(*_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def prepare(self) -> None:
        """Have the picture of this tile made before it is painted."""
        tile, look = self._tile, self._look
        paint = partial(self._draw, tile, look)
        self._pictures.want(self.devicePixelRatioF(), self.rect(), tile, look, "window", paint)

    @property
    def _look(self) -> _Look:
        return _Look(self._open, self.hasFocus(), self.underMouse())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tile, look = self._tile, self._look
        self._pictures.draw(QPainter(self), self.rect(), tile, look, "window", partial(self._draw, tile, look))

    def _draw(self, tile: Tile, look: _Look, painter: QPainter) -> None:
        theme, box, ring = self._theme, QRectF(self.rect()), self._theme.em(_RING)
        inner = box.adjusted(ring, ring, -ring, -ring)
        scale = theme.em(100) / 100
        size = inner.width() / scale, inner.height() / scale
        figure = score_figures.cell(
            tile.value, self._scale, size, minimum=tile.minimum, label=tile.criterion, language=self._language
        )
        FigurePainter(painter, theme, "surface").paint(figure, inner.left(), inner.bottom(), scale)
        radius = theme.radius("cell")
        if look.is_open or look.has_focus:
            painting.draw_focus(painter, theme, box, radius + ring)
            if look.is_open and look.has_focus:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(inner.adjusted(2, 2, -2, -2), radius, radius)
        elif look.is_under_mouse:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
