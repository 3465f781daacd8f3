"""Paints one page: its picture on paper, marks under the words, and what lies over them."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from reviewer_app.ui.theme import Theme


class Overlay(Protocol):
    """What lies on pages besides their picture; boxes are px from a page's upper left corner."""

    def fills(self, page: int, scale: float) -> list[tuple[QRectF, QColor]]:
        """Return what is filled under the words of a page (from 0) at `scale` px per point."""
        ...

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint what lies over the words of a page shown in `box`."""
        ...


class Overlays:
    """Several overlays as one, the last above the others."""

    def __init__(self, *parts: Overlay) -> None:
        """Lie `parts` over one another."""
        self._parts = parts

    def fills(self, page: int, scale: float) -> list[tuple[QRectF, QColor]]:
        """Return the fills of all."""
        return [fill for part in self._parts for fill in part.fills(page, scale)]

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint all."""
        for part in self._parts:
            part.paint(painter, page, box, scale)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page (from 0) in a box of the viewport, at px per point; without a picture its frame shows alone."""

    page: int
    box: QRectF
    scale: float
    image: QImage | None


def align(painter: QPainter) -> None:
    """Move the painter to whole pixels of the screen: scaled by 1.25, a widget may begin between two of them."""
    origin = painter.deviceTransform().map(QPointF(0, 0))
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.translate((round(origin.x()) - origin.x()) / ratio, (round(origin.y()) - origin.y()) / ratio)


def paint_page(painter: QPainter, theme: Theme, shown: ShownPage, overlay: Overlay | None) -> None:
    """Paint a page; dimmed paper and marks are multiplied with its picture, so that they lie under the words."""
    box, corner = shown.box, shown.box.topLeft()
    painter.fillRect(box, theme.color("paper"))
    if shown.image is None:
        return
    painter.drawImage(box, shown.image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    sight = painter.window()
    free = QRegion(box.toAlignedRect() & sight)
    filled: dict[str, tuple[QColor, QRegion]] = {}
    for part, color in reversed(overlay.fills(shown.page, shown.scale) if overlay is not None else ()):
        place = part.translated(corner).toAlignedRect()
        if place.intersects(sight):
            name = color.name(QColor.NameFormat.HexArgb)
            before = filled[name][1] if name in filled else QRegion()
            filled[name] = color, before | (free & place)
            free -= QRegion(place)
    for color, region in filled.values():
        _fill(painter, region, color)
    if theme.dims_paper:
        _fill(painter, free, theme.color("paper"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if overlay is not None:
        overlay.paint(painter, shown.page, box, shown.scale)


def _fill(painter: QPainter, region: QRegion, color: QColor) -> None:
    """Fill a region piece by piece: Qt 6.12 may fill all of a widget where its clip has several pieces."""
    for piece in region:  # type: ignore[attr-defined] # reason: missing in the stubs
        painter.fillRect(piece, color)
