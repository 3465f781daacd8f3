"""Pictures of what is painted again and again from the same value, made while nothing else is to be done.

Words cost most: to cut, shape and draw those of a list takes longer than an event may, copying their pictures a fifth.
A picture takes half as long again as painting at once; so it is made when the hand rests, and not on the way.
"""

import time
from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from reviewer_app.ui.kit.theme import Theme

REST = 20
"""Milliseconds after something was painted without a picture when pictures are begun."""
_SLICE = 0.004
"""Seconds of making pictures before the window is let go."""

type Paint = Callable[[QPainter], None]
type _Key = tuple[int, int, int, str, float, Hashable]
type _Wanted = tuple[object, QRect, Paint]


def _key(place: QRect, value: object, state: Hashable, ground: str, ratio: float) -> _Key:
    """Name a picture; a value goes by its id, because it is kept beside and so keeps that, and comparing takes long."""
    return id(value), place.width(), place.height(), ground, ratio, state


def _shorten[T](kept: dict[_Key, T], most: int) -> None:
    while len(kept) > most:
        del kept[next(iter(kept))]


class PictureCache(QObject):
    """Keeps the newest `most` pictures until the theme changes; `made` says that none is wanted any more."""

    made = Signal()

    def __init__(self, theme: Theme, parent: QObject, most: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._kept: dict[_Key, tuple[object, QPixmap]] = {}
        self._wanted: dict[_Key, _Wanted] = {}
        self._resting = QTimer(self, singleShot=True)
        self._resting.timeout.connect(self._on_resting_timeout)
        theme.changed.connect(self._on_theme_changed)

    def draw(self, painter: QPainter, place: QRect, value: object, state: Hashable, ground: str, paint: Paint) -> None:
        """Draw into `place` what `paint` paints there of a value that never changes, from its picture if there is one.

        `state` is all else it depends on but size and theme, and `paint` must follow it and nothing that changes.
        `ground` is the token of the colour behind it: it is in the picture, whose letters are then as sharp as others.
        """
        ratio = painter.device().devicePixelRatioF()
        found = self._kept.get(_key(place, value, state, ground, ratio))
        if found is not None:
            painter.drawPixmap(place.topLeft(), found[1])
            return
        paint(painter)
        self.want(ratio, place, value, state, ground, paint)
        if not self._resting.isActive():
            self._resting.start(REST)

    def want(self, ratio: float, place: QRect, value: object, state: Hashable, ground: str, paint: Paint) -> None:
        """Have a picture made that will be drawn on a device of so many pixels per px."""
        key = _key(place, value, state, ground, ratio)
        if key not in self._kept:
            self._wanted[key] = value, place, paint

    def make(self) -> None:
        """Make what is wanted now, in slices; `made` follows, also where nothing is."""
        self._resting.start(0)

    @property
    def count(self) -> int:
        """How many pictures are kept."""
        return len(self._kept)

    def _picture(self, place: QRect, ground: str, ratio: float, paint: Paint) -> QPixmap:
        image = QImage(place.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._theme.color(ground))
        painter = QPainter(image)
        painter.translate(-place.topLeft())
        paint(painter)
        painter.end()
        return QPixmap.fromImage(image)

    def _on_resting_timeout(self) -> None:
        end = time.perf_counter() + _SLICE
        _shorten(self._wanted, self._most)
        while self._wanted and time.perf_counter() < end:
            key, (value, place, paint) = self._wanted.popitem()
            _, _, _, ground, ratio, _ = key
            self._kept[key] = value, self._picture(place, ground, ratio, paint)
        _shorten(self._kept, self._most)
        if self._wanted:
            self._resting.start(0)
        else:
            self.made.emit()

    def _on_theme_changed(self) -> None:
        self._kept.clear()
        self._wanted.clear()
