"""Paints one page: its picture on paper, marks under the words, and what lies over them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform

from reviewer_app.ui.theme import Theme

type Fill = tuple[QRectF, QColor]
"""A box in px from a page's upper left corner, and the colour that is multiplied with what it covers."""
type _Tints = tuple[int, object, list[Fill], QColor | None]


class Overlay(Protocol):
    """What lies on pages besides their picture; boxes are px from a page's upper left corner."""

    def fills(self, page: int, scale: float) -> list[Fill]:
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

    def fills(self, page: int, scale: float) -> list[Fill]:
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


class TintedPages:
    """Pictures of pages with their fills and dimmed paper in them: to multiply them takes longer than all the rest."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[int, tuple[_Tints, QImage]] = {}

    def picture(self, shown: ShownPage, image: QImage, fills: list[Fill], paper: QColor | None) -> QImage:
        """Return the picture of a page with its fills, as kept where nothing of them has changed.

        A fill lies above those before it; `paper` is multiplied with all that is not filled.
        """
        wanted = image.cacheKey(), shown.box.size().toTuple(), fills, paper
        kept = self._kept.get(shown.page)
        if kept is not None and kept[0] == wanted:
            return kept[1]
        made = _tinted(image, shown.box, fills, paper)
        self._kept[shown.page] = wanted, made
        return made

    def keep_only(self, pages: Iterable[int]) -> None:
        """Forget all pages but these."""
        for page in self._kept.keys() - set(pages):
            del self._kept[page]


def paint_page(
    painter: QPainter, theme: Theme, shown: ShownPage, overlay: Overlay | None, tinted: TintedPages | None = None
) -> None:
    """Paint a page; dimmed paper and marks are multiplied with its picture, so that they lie under the words.

    `tinted` keeps what was multiplied for the next time the page is painted.
    """
    painter.fillRect(shown.box, theme.color("paper"))
    if shown.image is None:
        return
    fills = overlay.fills(shown.page, shown.scale) if overlay is not None else []
    paper = theme.color("paper") if theme.dims_paper else None
    if paper is None and not fills:
        image = shown.image
    else:
        image = (tinted or TintedPages()).picture(shown, shown.image, fills, paper)
    painter.drawImage(shown.box, image)
    if overlay is not None:
        overlay.paint(painter, shown.page, shown.box, shown.scale)


def _tinted(image: QImage, box: QRectF, fills: list[Fill], paper: QColor | None) -> QImage:
    """Multiply fills, given in px of a page of the size of `box`, with a copy of its picture."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(1)
    to_image = QTransform.fromScale(made.width() / box.width(), made.height() / box.height())
    free = QRegion(made.rect())
    regions: dict[str, tuple[QColor, QRegion]] = {}
    for part, color in reversed(fills):
        place, name = to_image.mapRect(part).toAlignedRect(), color.name(QColor.NameFormat.HexArgb)
        before = regions[name][1] if name in regions else QRegion()
        regions[name] = color, before | (free & place)
        free -= QRegion(place)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for color, region in regions.values():
        _fill(painter, region, color)
    if paper is not None:
        _fill(painter, free, paper)
    painter.end()
    return made


def _fill(painter: QPainter, region: QRegion, color: QColor) -> None:
    """Fill a region piece by piece: Qt 6.12 may fill all of a picture where its clip has several pieces."""
    for piece in region:  # type: ignore[attr-defined] # reason: missing in the stubs
        painter.fillRect(piece, color)
