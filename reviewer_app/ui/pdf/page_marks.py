"""Marks on pages as a person sees them: a fill under the words, a line below, and a tag in the margin.

An open mark is filled and underlined, those of others are pale and dotted; an area has an outline,
an underlined passage no fill, a page as a whole only its tag, at the top. Marks on the very same passage share a tag.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer_app.domain.annotations.annotation import Kind, Quad, Rect
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.mark_tags import MarkGroup, Tag, TagPictures, grouped, placed
from reviewer_app.ui.pdf.page_painting import Fill
from reviewer_app.ui.pdf.text_layers import TextLayers, view_rect

if TYPE_CHECKING:
    from reviewer_app.ui.pdf.selection import Selection

_LINE = 1.4
_SELECTED = 0.3
"""How much of the accent covers what is selected."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """One mark: page from 0, quads or an area in user space, neither for the page as a whole.

    `tag` says what it is for, empty where it is for nothing; `spoken` is what a screen reader says of it.
    """

    id: str
    page: int
    quads: tuple[Quad, ...] = ()
    area: Rect | None = None
    tag: str = ""
    spoken: str = ""
    is_open: bool = False
    kind: Kind = Kind.EVIDENCE
    underlined: bool = False

    @property
    def covered(self) -> list[Rect]:
        """What it covers in user space; nothing of the page as a whole."""
        return [box_of(quad) for quad in self.quads] or ([self.area] if self.area is not None else [])


type PageGroup = MarkGroup[PageMark]


@dataclass(slots=True)
class _Lines:
    """The lines of a page's marks: below open ones, below others (left, top, width), around areas."""

    solid: list[QLineF] = field(default_factory=list)
    dotted: list[tuple[int, int, float]] = field(default_factory=list)
    around: list[QRectF] = field(default_factory=list)
    around_open: list[QRectF] = field(default_factory=list)


class PageMarks(QObject):
    """Paints marks and what is selected over the pages of a view; all boxes are px from a page's upper left corner."""

    marks_changed = Signal()

    def __init__(self, theme: Theme, texts: TextLayers, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._marks: dict[int, list[PageMark]] = {}
        self._given: tuple[PageMark, ...] = ()
        self._groups: dict[int, list[PageGroup]] = {}
        self._boxes: dict[tuple[str, int], tuple[float, list[QRectF]]] = {}
        self._fills: dict[int, tuple[float, list[Fill]]] = {}
        self._tags: dict[int, tuple[tuple[float, float], list[tuple[PageGroup, QRectF]]]] = {}
        self._lines: dict[int, tuple[tuple[float, float], _Lines]] = {}
        self._pictures = TagPictures(theme)
        self._dotted: dict[float, QPixmap] = {}
        self.selection: Selection | None = None
        self.outlined = ""
        self.focused = ""
        self.drawn: tuple[int, Rect] | None = None
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._tags, self._fills = {}, {}
        self._pictures.clear()
        self._dotted.clear()

    def show_marks(self, marks: tuple[PageMark, ...]) -> bool:
        """Take the marks of the document and say whether any differs; open ones lie above others."""
        if marks == self._given:
            return False
        self._given = marks
        self._marks = {}
        self._boxes, self._tags, self._lines, self._fills = {}, {}, {}, {}
        for mark in sorted(marks, key=lambda one: one.is_open):
            self._marks.setdefault(mark.page, []).append(mark)
        self._groups = {page: grouped(each, _passage, _tag) for page, each in self._marks.items()}
        self.marks_changed.emit()
        return True

    @property
    def all(self) -> list[PageMark]:
        """All marks in the order of the pages."""
        return [mark for page in sorted(self._marks) for mark in self._marks[page]]

    def boxes(self, mark: PageMark, scale: float) -> list[QRectF]:
        """Return what a mark covers of its page at `scale` px per point; nothing while its page is being read."""
        kept = self._boxes.get((mark.id, mark.page))
        if kept is not None and kept[0] == scale:
            return kept[1]
        layer = self._texts.layer(mark.page)
        if layer is None:
            return []
        wide, high = layer.frame.size
        shown = QRectF(0, 0, wide * scale, high * scale)
        boxes = [_within(shown, view_rect(layer, box, scale)) for box in mark.covered]
        self._boxes[mark.id, mark.page] = scale, boxes
        return boxes

    def mark(self, annotation: str) -> PageMark | None:
        """Return the mark of an annotation: an open one, else its first."""
        every = [one for one in self.all if one.id == annotation]
        return next((one for one in every if one.is_open), every[0] if every else None)

    def reading_order(self) -> list[PageMark]:
        """Return one mark of each annotation as one reads: page by page, from above, as the page is shown.

        Those at one place keep the order in which they were given, whichever are open.
        """
        once: dict[str, PageMark] = {}
        for mark in self._given:
            once.setdefault(mark.id, mark)
        return sorted(once.values(), key=self._place)

    def _place(self, mark: PageMark) -> tuple[float, float, float]:
        if boxes := self.boxes(mark, 1.0):
            return mark.page, boxes[0].top(), boxes[0].left()
        return mark.page, -max((box[3] for box in mark.covered), default=1e9), 0.0  # while it is being read

    def selected(self, page: int, scale: float) -> list[QRectF]:
        """Return what the selection covers of a page."""
        if self.selection is None or page not in self.selection.pages:
            return []
        layer = self._texts.layer(page)
        if layer is None:
            return []
        quads = layer.quads(*self.selection.span(page, len(layer.text)))
        return [view_rect(layer, box_of(quad), scale) for quad in quads]

    def fills(self, page: int, scale: float) -> list[Fill]:
        """Return what lies under the words of a page: box and colour, later ones above earlier ones."""
        kept = self._fills.get(page)
        if kept is not None and kept[0] == scale:
            return kept[1]
        open_one, other = self._theme.color("mark_on"), self._theme.color("mark_off")
        found = [
            (box, open_one if mark.is_open else other)
            for mark in self._marks.get(page, ())
            if not mark.underlined
            for box in self.boxes(mark, scale)
        ]
        if self._texts.layer(page) is not None:
            self._fills[page] = scale, found
        return found

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint what lies over the words of a page that is shown in `box`."""
        painter.save()
        painter.translate(box.topLeft())
        sight = QRectF(painter.window()).translated(-box.topLeft())
        self._paint_lines(painter, page, scale)
        for mark in self._marks.get(page, ()) if self.outlined or self.focused else ():
            if mark.id == self.outlined:
                self._outline(painter, mark, scale)
            for part in self.boxes(mark, scale) if mark.id == self.focused else ():
                _ring(painter, self._theme, part)
        accent = QColor(self._theme.color("accent"))
        accent.setAlphaF(_SELECTED)
        for part in self.selected(page, scale):
            painter.fillRect(part, accent)
        self._paint_drawn(painter, page, scale)
        for group, place in self.tags(page, box.width(), scale):
            if not place.intersects(sight):
                continue
            self._pictures.draw(painter, group.tag, place)
            if self.focused and group.holds(self.focused):
                _ring(painter, self._theme, place)
        painter.restore()

    def tags(self, page: int, width: float, scale: float) -> list[tuple[PageGroup, QRectF]]:
        """Return the margin tags of a page `width` px wide, from above; none covers another."""
        kept = self._tags.get(page)
        if kept is not None and kept[0] == (width, scale):
            return kept[1]
        groups = self._groups.get(page, ())
        wanted = [(group, top) for group in groups if (top := self._top(group.first, scale)) is not None]
        layer = self._texts.layer(page) if wanted else None
        found = placed(self._theme, width, layer.frame.size[1] * scale if layer is not None else inf, wanted)
        if layer is not None and len(found) == len(groups):
            self._tags[page] = (width, scale), found
        return found

    def _top(self, mark: PageMark, scale: float) -> float | None:
        """Return where a mark's tag begins; None while its page is being read."""
        if not mark.quads and mark.area is None:
            return float(self._theme.em(8))
        boxes = self.boxes(mark, scale)
        return boxes[0].top() if boxes else None

    def mark_at(self, page: int, scale: float, place: QPointF) -> PageGroup | None:
        """Return the marks under a place on its page; of several the open ones, else the smallest."""

        def covers(one: PageGroup) -> bool:
            return any(box.contains(place) for box in self.boxes(one.first, scale))

        def size(one: PageGroup) -> tuple[bool, float]:
            return not one.tag.is_open, sum(box.width() * box.height() for box in self.boxes(one.first, scale))

        return min(filter(covers, self._groups.get(page, ())), key=size, default=None)

    def tag_at(self, page: int, width: float, scale: float, place: QPointF) -> PageGroup | None:
        """Return the marks whose tag is under a place on its page."""
        return next((group for group, tag in self.tags(page, width, scale) if tag.contains(place)), None)

    def _paint_drawn(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint the rectangle that is being drawn."""
        layer = self._texts.layer(page) if self.drawn is not None and self.drawn[0] == page else None
        if layer is None or self.drawn is None:
            return
        box = view_rect(layer, self.drawn[1], scale)
        accent = QColor(self._theme.color("accent"))
        accent.setAlphaF(_SELECTED / 2)
        painter.fillRect(box, accent)
        painter.setPen(QPen(self._theme.color("paper_ink"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _paint_lines(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint the lines below the marks of a page and around areas, kept per page, as there may be many."""
        theme, marks = self._theme, self._marks.get(page, ())
        if not marks:
            return
        width = _LINE * theme.em(100) / 100
        lines = self._lines_of(page, scale, marks, width)
        if lines.dotted:
            dots = self._dots(painter, width)
            high = dots.deviceIndependentSize().height()
            for left, top, wide in lines.dotted:
                painter.drawTiledPixmap(QRectF(left, top, wide, high), dots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if lines.around:
            painter.setPen(QPen(theme.color("control"), width, Qt.PenStyle.DotLine))
            painter.drawRects(lines.around)
        if lines.solid or lines.around_open:
            painter.setPen(QPen(theme.color("mark_line"), width))
            painter.drawLines(lines.solid)
            painter.drawRects(lines.around_open)

    def _lines_of(self, page: int, scale: float, marks: Sequence[PageMark], width: float) -> _Lines:
        kept = self._lines.get(page)
        if kept is not None and kept[0] == (scale, width):
            return kept[1]
        found, whole = _Lines(), True
        for mark in marks:
            boxes = self.boxes(mark, scale)
            whole = whole and (bool(boxes) or not (mark.quads or mark.area))
            if mark.area is not None and not mark.quads:
                (found.around_open if mark.is_open else found.around).extend(boxes)
            elif mark.is_open:
                found.solid.extend(QLineF(box.bottomLeft(), box.bottomRight()) for box in boxes)
            else:
                found.dotted += [(round(box.left()), round(box.bottom() - width / 2), box.width()) for box in boxes]
        if whole:
            self._lines[page] = (scale, width), found
        return found

    def _dots(self, painter: QPainter, width: float) -> QPixmap:
        """Return one dot and the gap behind it: a dotted pen takes ten times as long, on a page of many marks."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        if ratio not in self._dotted:
            side = max(round(width * ratio), 1)
            picture = QPixmap(3 * side, side)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            drawn = QPainter(picture)
            drawn.fillRect(QRectF(0, 0, side / ratio, side / ratio), self._theme.color("control"))
            drawn.end()
            self._dotted[ratio] = picture
        return self._dotted[ratio]

    def _outline(self, painter: QPainter, mark: PageMark, scale: float) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("mark_line"), theme.em(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grown = theme.em(3)
        for box in self.boxes(mark, scale):
            painter.drawRect(box.adjusted(-grown, -grown, grown, grown))


def _ring(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the focus ring on paper, which stays light where the window is dark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("paper_ink" if theme.dark else "focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grown, radius = theme.em(3), theme.radius("cell")
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), radius, radius)
    painter.restore()


def _passage(mark: PageMark) -> tuple[tuple[Quad, ...], Rect | None]:
    return mark.quads, mark.area


def _tag(mark: PageMark) -> Tag:
    return Tag(mark.tag, mark.kind, mark.is_open)


def _within(page: QRectF, box: QRectF) -> QRectF:
    """Return the part of a box that is on the page; of one beyond it, what is nearest on its edge."""
    if page.contains(box):
        return box
    left, right = (min(max(x, page.left()), page.right()) for x in (box.left(), box.right()))
    top, bottom = (min(max(y, page.top()), page.bottom()) for y in (box.top(), box.bottom()))
    return QRectF(left, top, right - left, bottom - top)
