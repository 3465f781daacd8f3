"""The tags beside marks: what they say, which marks share one, where they stand on a page, how they are drawn.

Evidence, the usual kind, shows its key alone; every other kind has a shape of its own, so that colour says
nothing. Marks on the very same passage that bear on one thing, or on none, share a tag that says how many they are.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer_app.domain.annotations.annotation import Kind
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme

_HEIGHT = 20
_GLYPH = 9
_PADDING = 7
_GAP = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag says: the key of what the mark is for (empty: nothing), the kind, whether that is open.

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
    """Draws tags once for all pages: there may be many, of few kinds."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[Tag, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget them: colours or sizes have changed."""
        self._kept.clear()

    def placed(self, tag: Tag, place: QRectF, ratio: float) -> tuple[QPointF, QPixmap]:
        """Return a tag's picture, `ratio` pixels of the screen per px, and where it is drawn."""
        picture = self._kept.get((tag, ratio))
        if picture is None:
            picture = self._kept[tag, ratio] = self._picture(tag, place, ratio)
        return place.topLeft() - QPointF(1, 1), picture

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


_ORDER = tuple(Kind)


class HasId(Protocol):
    """A mark of one annotation."""

    @property
    def id(self) -> str:
        """The annotation."""
        ...


@dataclass(frozen=True, slots=True)
class MarkGroup[M: HasId]:
    """Marks under one tag, in the order in which they are reached; never empty."""

    marks: tuple[M, ...]
    tag: Tag

    @property
    def first(self) -> M:
        """The mark that stands for all: they cover the same."""
        return self.marks[0]

    def holds(self, annotation: str) -> bool:
        """Say whether an annotation is one of them."""
        return any(mark.id == annotation for mark in self.marks)

    def after(self, annotation: str) -> str:
        """Return the annotation that follows one of them, round and round; the first one after any other."""
        ids = [mark.id for mark in self.marks]
        return ids[(ids.index(annotation) + 1) % len(ids)] if annotation in ids else ids[0]


def grouped[M: HasId](
    marks: Iterable[M], passage: Callable[[M], Hashable], tag: Callable[[M], Tag]
) -> list[MarkGroup[M]]:
    """Return marks by passage and key, each group where its first mark stood; `tag` is that of one mark alone."""
    found: dict[tuple[Hashable, str], list[tuple[M, Tag]]] = {}
    for mark in marks:
        alone = tag(mark)
        found.setdefault((passage(mark), alone.key), []).append((mark, alone))
    return [MarkGroup(tuple(mark for mark, _ in each), _shared([one for _, one in each])) for each in found.values()]


def _shared(tags: list[Tag]) -> Tag:
    """Return the one tag of several, with every kind among them."""
    if len(tags) == 1:
        return tags[0]
    kinds = sorted({tag.kind for tag in tags}, key=_ORDER.index)
    return Tag(tags[0].key, kinds[0], tags[0].is_open, len(tags), tuple(kinds[1:]))


_INSIDE = 70 / 794
"""How far inside the right edge of the page a margin tag begins, as a share of the page's width."""


def placed[M: HasId](
    theme: Theme, width: float, height: float, wanted: Sequence[tuple[MarkGroup[M], float]]
) -> list[tuple[MarkGroup[M], QRectF]]:
    """Return marks with the boxes of their tags on a page of `width` by `height` px, from above.

    Each is wanted at a top; of several at one, an open one stands there. Where a page is too low for
    all of them, they stand in columns side by side.
    """
    ordered = sorted(wanted, key=lambda pair: (pair[1], not pair[0].tag.is_open))
    if not ordered:
        return []
    gap, edge = theme.em(2), theme.em(4)
    sizes = [tag_size(theme, group.tag) for group, _ in ordered]
    high = sizes[0][1]
    end = height - gap
    columns = -(-len(ordered) // max(int(height // (high + gap)), 1)) if height < inf else 1
    found: list[tuple[int, MarkGroup[M], QRectF]] = []
    right = width - edge
    for column in range(columns):
        places = range(column, len(ordered), columns)
        tops = _tops([ordered[place][1] for place in places], high, gap, end)
        widest = max(sizes[place][0] for place in places)
        for place, top in zip(places, tops, strict=True):
            wide = sizes[place][0]
            left = min(width - _INSIDE * width, right - wide) if column == 0 else right - widest
            found.append((place, ordered[place][0], QRectF(left, top, wide, high)))
        right = min(box.left() for place, _, box in found if place in places) - gap
    return [(group, box) for _, group, box in sorted(found, key=lambda each: each[0])]


def _tops(wanted: list[float], high: float, gap: float, end: float) -> list[float]:
    """Return tops as near to those wanted as they get without one tag over another, or beyond `end`."""
    tops, free = [], 0.0
    for top in wanted:
        tops.append(max(top, free))
        free = tops[-1] + high + gap
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], end - high)
        end = tops[place] - gap
    return tops
