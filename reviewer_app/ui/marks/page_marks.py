"""Marks on pages as a person sees them: a fill under the words, a line below, and a tag in the margin.

An open mark is filled and underlined, those of others are pale and dotted; an area has an outline,
an underlined passage no fill, a page as a whole only its tag, at the top. Marks on the very same passage share a tag.
"""

from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap

from reviewer_app.domain.annotations.annotation import Kind, Quad, Rect
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.mark_tags import MarkGroup, Tag, TagPictures, grouped, placed
from reviewer_app.ui.pdf.page_painting import Fill, in_sight
from reviewer_app.ui.pdf.selection import SelectionTool
from reviewer_app.ui.pdf.text_layers import TextLayers, view_rect

_LINE = 1.4


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


class _MarkedPage:
    """The marks of one page, open ones last, where they lie at one scale, and what is painted of them.

    All boxes are px from the page's upper left corner. While the page is being read only what is marked as a whole has
    a place.
    """

    def __init__(self, marks: list[PageMark]) -> None:
        self.marks = marks
        self.groups = grouped(marks, _passage, _tag)
        self.scale = 0.0
        self.height = inf
        self.boxes: dict[str, list[QRectF]] = {}
        self.fills: list[Fill] = []
        self.solid: list[QLineF] = []
        self.dotted: list[tuple[int, int, float]] = []
        """Left, top and width of the lines below marks that are not open."""
        self.areas: list[QRectF] = []
        self.open_areas: list[QRectF] = []
        self.pictures: list[tuple[PageGroup, QRectF, QPointF, QPixmap]] = []
        """The tags with their boxes, and their pictures with the places where these are drawn."""
        self.line = QPen()
        self._width = self._ratio = 0.0
        self._tags: list[tuple[PageGroup, QRectF]] = []

    def lay_out(self, theme: Theme, layer: TextLayer | None, scale: float) -> None:
        """Say where the marks lie at `scale` px per point."""
        self.scale = scale if layer is not None else 0.0
        self.height = layer.frame.size[1] * scale if layer is not None else inf
        self._width = 0.0
        self.boxes = {mark.id: _boxes(mark, layer, scale) for mark in self.marks}
        self.fills, self.solid, self.dotted, self.areas, self.open_areas = [], [], [], [], []
        width = _LINE * theme.em(100) / 100
        self.line = QPen(theme.color("mark_line"), width)
        colors = {is_open: theme.color("mark_on" if is_open else "mark_off") for is_open in (False, True)}
        for mark in self.marks:
            boxes = self.boxes[mark.id]
            if not mark.underlined:
                self.fills += [(box, colors[mark.is_open]) for box in boxes]
            if mark.area is not None and not mark.quads:
                (self.open_areas if mark.is_open else self.areas).extend(boxes)
            elif mark.is_open:
                self.solid += [QLineF(box.bottomLeft(), box.bottomRight()) for box in boxes]
            else:
                self.dotted += [(round(box.left()), round(box.bottom() - width / 2), box.width()) for box in boxes]

    def tags(self, theme: Theme, width: float) -> list[tuple[PageGroup, QRectF]]:
        """Return the margin tags of the page, `width` px wide, from above; none covers another."""
        if self._width != width:
            tops = [(group, self._top(theme, group.first)) for group in self.groups]
            wanted = [(group, top) for group, top in tops if top is not None]
            self._width, self._ratio, self._tags = width, 0.0, placed(theme, width, self.height, wanted)
        return self._tags

    def _top(self, theme: Theme, mark: PageMark) -> float | None:
        """Return where a mark's tag begins; None while its page is being read."""
        if not mark.quads and mark.area is None:
            return float(theme.em(8))
        boxes = self.boxes[mark.id]
        return boxes[0].top() if boxes else None

    def draw_tags(self, drawn: TagPictures, ratio: float) -> None:
        """Make pictures of the tags, at `ratio` pixels of the screen per px."""
        if self._ratio != ratio:
            self._ratio = ratio
            self.pictures = [(group, place, *drawn.placed(group.tag, place, ratio)) for group, place in self._tags]


class PageMarks(QObject):
    """Paints marks over the pages of a view, and between them what is selected."""

    marks_changed = Signal()

    def __init__(self, theme: Theme, texts: TextLayers, selecting: SelectionTool) -> None:
        super().__init__(selecting)
        self._theme = theme
        self._texts = texts
        self._selecting = selecting
        self._given: tuple[PageMark, ...] = ()
        self._pages: dict[int, _MarkedPage] = {}
        self._pictures = TagPictures(theme)
        self._dotted: dict[float, tuple[QPixmap, float]] = {}
        self.outlined = ""
        self.focused = ""
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        for page in self._pages.values():
            page.scale = 0.0
        self._pictures.clear()
        self._dotted.clear()

    def show_marks(self, marks: tuple[PageMark, ...]) -> bool:
        """Take the marks of the document and say whether any differs; open ones lie above others."""
        if marks == self._given:
            return False
        self._given = marks
        by_page: dict[int, list[PageMark]] = {}
        for mark in sorted(marks, key=lambda one: one.is_open):
            by_page.setdefault(mark.page, []).append(mark)
        self._pages = {page: _MarkedPage(each) for page, each in by_page.items()}
        self.marks_changed.emit()
        return True

    @property
    def all(self) -> list[PageMark]:
        """All marks in the order of the pages."""
        return [mark for page in sorted(self._pages) for mark in self._pages[page].marks]

    def _page(self, page: int, scale: float) -> _MarkedPage | None:
        """Return the marks of a page as they lie at a scale; None where it has none."""
        found = self._pages.get(page)
        if found is not None and found.scale != scale:
            found.lay_out(self._theme, self._texts.layer(page), scale)
        return found

    def boxes(self, mark: PageMark, scale: float) -> list[QRectF]:
        """Return what a mark covers of its page at `scale` px per point; nothing while its page is being read."""
        page = self._page(mark.page, scale)
        return page.boxes.get(mark.id, []) if page is not None else []

    def box_in_points(self, mark: PageMark) -> QRectF | None:
        """Return the first of what a mark covers, in points; None while it is read, or is all of the page."""
        return next(iter(_boxes(mark, self._texts.layer(mark.page), 1.0)), None)

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
        if (box := self.box_in_points(mark)) is not None:
            return mark.page, box.top(), box.left()
        return mark.page, -max((box[3] for box in mark.covered), default=1e9), 0.0  # while it is being read

    def fills(self, page: int, scale: float) -> list[Fill]:
        """Return what lies under the words of a page: box and colour, later ones above earlier ones."""
        found = self._page(page, scale)
        return found.fills if found is not None else []

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float) -> None:
        """Paint what lies over the words of a page that is shown in `box`."""
        found = self._page(page, scale)
        painter.save()
        painter.translate(box.topLeft())
        sight = in_sight(painter, box)
        if found is not None:
            self._paint_lines(painter, found, sight)
        for mark in found.marks if found is not None and (self.outlined or self.focused) else ():
            if mark.id == self.outlined:
                self._outline(painter, mark, scale)
            for part in self.boxes(mark, scale) if mark.id == self.focused else ():
                _ring(painter, self._theme, part)
        self._selecting.paint(painter, page, scale)
        if found is not None:
            self._paint_tags(painter, found, box.width(), sight)
        painter.restore()

    def tags(self, page: int, width: float, scale: float) -> list[tuple[PageGroup, QRectF]]:
        """Return the margin tags of a page `width` px wide, from above; none covers another."""
        found = self._page(page, scale)
        return found.tags(self._theme, width) if found is not None else []

    def mark_at(self, page: int, scale: float, place: QPointF) -> PageGroup | None:
        """Return the marks under a place on its page; of several the open ones, else the smallest."""
        found = self._page(page, scale)
        if found is None:
            return None

        def covers(one: PageGroup) -> bool:
            return any(box.contains(place) for box in found.boxes[one.first.id])

        def size(one: PageGroup) -> tuple[bool, float]:
            return not one.tag.is_open, sum(box.width() * box.height() for box in found.boxes[one.first.id])

        return min(filter(covers, found.groups), key=size, default=None)

    def tag_at(self, page: int, width: float, scale: float, place: QPointF) -> PageGroup | None:
        """Return the marks whose tag is under a place on its page."""
        return next((group for group, tag in self.tags(page, width, scale) if tag.contains(place)), None)

    def _paint_lines(self, painter: QPainter, page: _MarkedPage, sight: QRectF) -> None:
        """Paint the lines below the marks of a page, dotted ones only in sight, and around areas."""
        if page.dotted:
            dots, high = self._dots(_ratio(painter), page.line.widthF())
            above, below = sight.top() - high, sight.bottom()
            for left, top, wide in page.dotted:
                if above < top < below:
                    painter.drawTiledPixmap(QRectF(left, top, wide, high), dots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if page.areas:
            painter.setPen(QPen(self._theme.color("control"), page.line.widthF(), Qt.PenStyle.DotLine))
            painter.drawRects(page.areas)
        painter.setPen(page.line)
        if page.solid:
            painter.drawLines(page.solid)
        if page.open_areas:
            painter.drawRects(page.open_areas)

    def _paint_tags(self, painter: QPainter, page: _MarkedPage, width: float, sight: QRectF) -> None:
        """Paint the tags that are in sight of a page `width` px wide, and the ring of the one that has the focus."""
        page.tags(self._theme, width)
        page.draw_tags(self._pictures, _ratio(painter))
        for group, place, corner, picture in page.pictures:
            if place.intersects(sight):
                painter.drawPixmap(corner, picture)
                if self.focused and group.holds(self.focused):
                    _ring(painter, self._theme, place)

    def _dots(self, ratio: float, width: float) -> tuple[QPixmap, float]:
        """Return one dot and the gap behind it, and their height in px at `ratio` pixels of the screen per px.

        A dotted pen takes ten times as long, on a page of many marks.
        """
        if ratio not in self._dotted:
            side = max(round(width * ratio), 1)
            picture = QPixmap(3 * side, side)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            drawn = QPainter(picture)
            drawn.fillRect(QRectF(0, 0, side / ratio, side / ratio), self._theme.color("control"))
            drawn.end()
            self._dotted[ratio] = picture, side / ratio
        return self._dotted[ratio]

    def _outline(self, painter: QPainter, mark: PageMark, scale: float) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("mark_line"), theme.em(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grown = theme.em(3)
        for box in self.boxes(mark, scale):
            painter.drawRect(box.adjusted(-grown, -grown, grown, grown))


def _ratio(painter: QPainter) -> float:
    """Return how many pixels of the screen a px has."""
    device = painter.device()
    return device.devicePixelRatioF() if device is not None else 1.0


def _boxes(mark: PageMark, layer: TextLayer | None, scale: float) -> list[QRectF]:
    """Return what a mark covers of its page, in px from its upper left corner."""
    if layer is None:
        return []
    wide, high = layer.frame.size
    shown = QRectF(0, 0, wide * scale, high * scale)
    return [_within(shown, view_rect(layer, box, scale)) for box in mark.covered]


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
