"""The tag beside a mark: the criterion's key and a glyph for what the mark means; alike on pages, form and tables.

Evidence, the usual kind, shows its key alone; every other kind has a shape of its own, so that colour says nothing.
A tag that several marks share shows every kind among them and says how many they are.
"""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme

_HEIGHT = 20
_GLYPH = 9
_PADDING = 7
_GAP = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag says: the criterion's key (empty: none), the kind, whether that criterion is open.

    `count` marks share it; `others` are the further kinds among them.
    """

    key: str
    kind: Kind
    is_open: bool = False
    count: int = 1
    others: tuple[Kind, ...] = ()

    @property
    def glyphs(self) -> tuple[Kind, ...]:
        """The kinds that are drawn: every kind but evidence alone, and evidence for nothing."""
        if self.others or self.kind is not Kind.EVIDENCE or not self.key:
            return self.kind, *self.others
        return ()

    @property
    def words(self) -> str:
        """The key, and how many marks there are where it is more than one."""
        return f"{self.key} ×{self.count}".lstrip() if self.count > 1 else self.key


def tag_size(theme: Theme, tag: Tag) -> tuple[int, int]:
    """Return width and height of a tag in px."""
    words, glyphs = tag.words, len(tag.glyphs)
    parts = glyphs + bool(words)
    width = 2 * theme.em(_PADDING) + glyphs * theme.em(_GLYPH) + (parts - 1) * theme.em(_GAP)
    if words:
        width += theme.metrics("chip").horizontalAdvance(words)
    return width, theme.em(_HEIGHT)


def draw_tag(painter: QPainter, theme: Theme, tag: Tag, box: QRectF) -> None:
    """Draw a tag into its box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("mark_line" if tag.is_open else "control"), 1))
    painter.setBrush(theme.color("mark_on" if tag.is_open else "mark_off"))
    radius = theme.radius("cell")
    painter.drawRoundedRect(box, radius, radius)
    ink = theme.color("paper_ink")
    left = box.left() + theme.em(_PADDING)
    side = theme.em(_GLYPH)
    for kind in tag.glyphs:
        draw_kind(painter, theme, kind, ink, QRectF(left, box.center().y() - side / 2, side, side))
        left += side + theme.em(_GAP)
    if words := tag.words:
        painter.setFont(theme.font("chip", weight=600))
        painter.setPen(ink)
        painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), _MIDDLE, words)
    painter.restore()


class TagPictures:
    """Draws tags from pictures it keeps: a page may show many, of few kinds."""

    def __init__(self, theme: Theme) -> None:
        """Begin without pictures."""
        self._theme = theme
        self._kept: dict[tuple[Tag, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget them: colours or sizes have changed."""
        self._kept.clear()

    def draw(self, painter: QPainter, tag: Tag, place: QRectF) -> None:
        """Draw a tag into its place."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        picture = self._kept.get((tag, ratio))
        if picture is None:
            picture = self._kept[tag, ratio] = self._picture(tag, place, ratio)
        painter.drawPixmap(place.topLeft() - QPointF(1, 1), picture)

    def _picture(self, tag: Tag, place: QRectF, ratio: float) -> QPixmap:
        picture = QPixmap(round((place.width() + 2) * ratio), round((place.height() + 2) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_tag(painter, self._theme, tag, QRectF(1, 1, place.width(), place.height()))
        painter.end()
        return picture


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def draw_kind(painter: QPainter, theme: Theme, kind: Kind, ink: QColor, box: QRectF) -> None:
    """Draw the shape of a kind into a square box: tick, half disc, unequal, question mark, lines of a note."""
    if kind is Kind.EVIDENCE:
        painting.glyph(painter, Glyph.CHECK, ink, box)
    elif kind is Kind.DOUBT:
        painting.glyph(painter, Glyph.HALF, ink, box)
    elif kind is Kind.QUESTION:
        painter.setFont(theme.font("chip", weight=600))
        painter.setPen(ink)
        painter.drawText(box.adjusted(-2, -4, 2, 4), Qt.AlignmentFlag.AlignCenter, "?")
    else:
        _draw_lines(painter, kind, ink, box)


def _draw_lines(painter: QPainter, kind: Kind, ink: QColor, box: QRectF) -> None:
    width = max(box.width() / 6.5, 1.4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))

    def line(x1: float, y1: float, x2: float, y2: float) -> QLineF:
        corner, wide, high = box.topLeft(), box.width(), box.height()
        return QLineF(corner + QPointF(x1 * wide, y1 * high), corner + QPointF(x2 * wide, y2 * high))

    if kind is Kind.CONTRADICTION:
        painter.drawLines([line(0.05, 0.34, 0.95, 0.34), line(0.05, 0.68, 0.95, 0.68), line(0.72, 0.02, 0.28, 0.98)])
    else:
        painter.drawLines([line(0.05, 0.14, 0.95, 0.14), line(0.05, 0.5, 0.95, 0.5), line(0.05, 0.86, 0.6, 0.86)])
    painter.restore()
