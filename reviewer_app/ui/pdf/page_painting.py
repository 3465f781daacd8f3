"""Paints one page: its picture on paper, marks under the words, and what lies over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from reviewer_app.ui.kit.theme import Theme

type Fill = tuple[QRectF, QColor]
"""A box in px from a page's upper left corner, and the colour that is multiplied with what it covers."""
type _Wanted = tuple[int, object, list[Fill], QColor | None]
type _Tinted = tuple[QImage | None, list[tuple[QRectF, QImage]]]

_MOST = 24
"""Pages out of sight whose filled places are kept: one turns back to what one has just read."""


class Overlay(Protocol):
    """What lies on pages besides their picture; boxes are px from a page's upper left corner."""

    def fills(self, page: int, scale: float) -> list[Fill]:
        """Return what is filled under the words of a page (from 0) at `scale` px per point."""
        ...

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint what lies over the words of a page shown in `box`."""
        ...


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


def in_sight(painter: QPainter, box: QRectF) -> QRectF:
    """Return what of the painted window lies on or around a page shown in `box`, in px from the page's corner."""
    return QRectF(painter.window()).translated(-box.topLeft())


class TintedPages:
    """What marks and dark paper make of pages, kept: to multiply colours takes longer than all other painting.

    Fills are kept as small pictures of what they cover, as a copy of a whole page costs more than they do.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[_Wanted, _Tinted]] = {}

    def paint(
        self, painter: QPainter, shown: ShownPage, image: QImage, fills: list[Fill], paper: QColor | None
    ) -> None:
        """Paint a page with its fills, as kept where nothing of them has changed.

        A fill lies above those before it; `paper` is multiplied with all that is not filled.
        """
        if not fills and paper is None:
            painter.drawImage(shown.box, image)
            return
        wanted = image.cacheKey(), shown.box.size().toTuple(), fills, paper
        kept = self._kept.get(shown.page)
        if kept is None or kept[0] != wanted:
            self._kept.pop(shown.page, None)  # the newest last
            kept = self._kept[shown.page] = wanted, _tinted(image, shown.box, fills, paper)
        page, patches = kept[1]
        painter.drawImage(shown.box, image if page is None else page)
        if patches:
            corner, sight = shown.box.topLeft(), in_sight(painter, shown.box)
            painter.translate(corner)
            for place, patch in patches:
                if place.intersects(sight):
                    painter.drawImage(place, patch)
            painter.translate(-corner)

    @property
    def pages(self) -> frozenset[int]:
        """The pages of which anything is kept."""
        return frozenset(self._kept)

    def show_pages(self, pages: Iterable[int]) -> None:
        """Forget whole pages that are not among these in sight, and all but the newest places filled on others."""
        in_sight = frozenset(pages)
        out_of_sight = [page for page in self._kept if page not in in_sight]
        oldest = out_of_sight[: max(len(out_of_sight) - _MOST, 0)]
        for page in out_of_sight:
            if page in oldest or self._kept[page][1][0] is not None:
                del self._kept[page]


def paint_page(
    painter: QPainter,
    theme: Theme,
    shown: ShownPage,
    overlays: Sequence[Overlay] = (),
    tinted: TintedPages | None = None,
) -> None:
    """Paint a page with what lies on it, later overlays above earlier ones.

    Dimmed paper and marks are multiplied with the picture, so that they lie under the words; `tinted` keeps what was
    multiplied for the next time the page is painted.
    """
    painter.fillRect(shown.box, theme.color("paper"))
    if shown.image is None:
        return
    fills = [fill for overlay in overlays for fill in overlay.fills(shown.page, shown.scale)]
    paper = theme.color("paper") if theme.dims_paper else None
    (tinted or TintedPages()).paint(painter, shown, shown.image, fills, paper)
    for overlay in overlays:
        overlay.paint(painter, shown.page, shown.box, shown.scale)


def _tinted(image: QImage, box: QRectF, fills: list[Fill], paper: QColor | None) -> _Tinted:
    """Return a page's picture on `paper`, where that is given, and what lies on it: places in px of the page."""
    to_image = QTransform.fromScale(image.width() / box.width(), image.height() / box.height())
    to_page, patches = to_image.inverted()[0], []
    for part, color in fills:
        place = to_image.mapRect(part).toAlignedRect() & image.rect()
        if not place.isEmpty():
            patches.append((to_page.mapRect(QRectF(place)), _multiplied(image.copy(place), color)))
    return _multiplied(image.copy(), paper) if paper is not None else None, patches


def _multiplied(picture: QImage, color: QColor) -> QImage:
    """Multiply a colour with all of a picture, which is changed."""
    picture.setDevicePixelRatio(1)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(picture.rect(), color)
    painter.end()
    return picture
