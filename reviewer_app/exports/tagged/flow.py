"""Places blocks on pages and keeps together what belongs together, before anything is drawn.

Knowing all pages first is what lets a running head name its range and a foot say how many pages there are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import override

from reviewer_app.exports.tagged.blocks import Block, Space, TableRow
from reviewer_app.exports.tagged.canvas import MM, PAGE_HEIGHT, TaggedCanvas

FILL = 1e-6
BEGINNING = 20 * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on a page, in points: left edge, width, its top on the first and on later pages, its bottom."""

    left: float = 25 * MM
    width: float = 170 * MM
    first_top: float = PAGE_HEIGHT - 27 * MM
    top: float = PAGE_HEIGHT - 24 * MM
    bottom: float = 22 * MM

    @property
    def full(self) -> float:
        """The height of a page that is not the first."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place; `muted` blocks are artifacts."""

    x: float
    top: float
    block: Block
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """A horizontal rule over the table's width; it takes no height."""

    width: float
    colour: str
    thickness: float
    height: float = 0.0

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.rule(x, x + self.width, top, self.colour, self.thickness)


@dataclass(slots=True)
class FlowPage:
    """What stands on one page, and the labels that its running head may name."""

    placed: list[Placed] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)


class Flow:
    """Fills pages from top to bottom."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.pages = [FlowPage()]
        self._y = frame.first_top
        self._label: tuple[str, str] | None = None

    @property
    def page(self) -> FlowPage:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """The height that is left on the page."""
        return self._y - self.frame.bottom

    @property
    def is_fresh(self) -> bool:
        """Nothing stands on the page yet."""
        return not self.page.placed

    def label(self, kind: str, text: str) -> None:
        """Say what stands from here on, for the running head, until the next label."""
        self._label = (kind, text)

    def break_page(self) -> None:
        """Go on at the top of the next page."""
        self.pages.append(FlowPage())
        self._y = self.frame.top

    def need(self, height: float) -> None:
        """Start a page unless `height` is left; what is taller than a page starts where it is if that is fresh."""
        if height > self.room + FILL and not self.is_fresh:
            self.break_page()

    def space(self, height: float) -> None:
        """Leave space, which vanishes at the top of a page."""
        if not self.is_fresh:
            self._y -= min(height, max(self.room, 0.0))

    def put(self, block: Block, *, muted: bool = False) -> None:
        """Place a block, splitting it where it may be split, else on the next page."""
        while block.height > self.room + FILL:
            halves = block.split(self.room)
            if halves is None and self.is_fresh:
                break
            if halves is not None:
                self._place(halves[0], muted=muted)
                block = halves[1]
            self.break_page()
        self._place(block, muted=muted)

    def _place(self, block: Block, *, muted: bool) -> None:
        if self._label and (not self.page.labels or self.page.labels[-1] != self._label) and not muted:
            self.page.labels.append(self._label)
        if not isinstance(block, Space):
            self.page.placed.append(Placed(self.frame.left, self._y, block, muted))
        self._y -= block.height

    def keep(self, blocks: Sequence[Block], following: float = 0.0) -> None:
        """Place blocks on one page, together with the first `following` points of what comes next."""
        self.need(min(sum(block.height for block in blocks) + following, self.frame.full))
        for block in blocks:
            self.put(block)


INK_TOP = ("ink", 0.7)
INK = ("ink", 0.35)
LINE = ("line", 0.25)


@dataclass(slots=True)
class RowGroup:
    """Rows that stay on one page if they fit on one; `again` makes the row that is repeated where they do not.

    `rule` is the rule above the group where it does not follow the head.
    """

    rows: list[TableRow]
    again: Callable[[], TableRow] | None = None
    rule: tuple[str, float] = LINE

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(row.height for row in self.rows)

    def least(self, full: float) -> float:
        """Give what has to fit for the group to begin: all of it, else its first rows, else a part of a tall one."""
        if self.height <= full:
            return self.height
        first = sum(row.height for row in self.rows[: 2 if self.again else 1])
        return first if first <= full else BEGINNING


@dataclass(slots=True)
class FlowTable:
    """A head that is repeated on each page, as an artifact, and groups of rows."""

    head: TableRow | None
    groups: list[RowGroup]
    width: float

    @property
    def height(self) -> float:
        """The height where no page breaks it."""
        return (self.head.height if self.head else 0.0) + sum(group.height for group in self.groups)

    def start(self, frame: Frame) -> float:
        """Give what has to fit for the table to begin on a page: the head and the first group, or its beginning."""
        head = self.head.height if self.head else 0.0
        return head + (self.groups[0].least(frame.full - head) if self.groups else 0.0)

    def _rule(self, flow: Flow, rule: tuple[str, float]) -> None:
        flow.put(Rule(self.width, *rule), muted=True)

    def _open(self, flow: Flow, *, again: bool) -> None:
        self._rule(flow, INK_TOP)
        if self.head:
            flow.put(self.head, muted=again)
            self._rule(flow, INK)

    def put(self, flow: Flow) -> None:
        """Place the table."""
        head = self.head.height if self.head else 0.0
        flow.need(min(self.start(flow.frame), flow.frame.full))
        self._open(flow, again=False)
        for number, group in enumerate(self.groups):
            if group.height > flow.room + FILL and group.height <= flow.frame.full - head + FILL:
                self._next_page(flow)
            elif number:
                self._rule(flow, group.rule)
            self._rows(flow, group)
        self._rule(flow, INK)

    def _next_page(self, flow: Flow) -> None:
        self._rule(flow, INK)
        flow.break_page()
        self._open(flow, again=True)

    def _rows(self, flow: Flow, group: RowGroup) -> None:
        again = group.again
        for number, row in enumerate(group.rows):
            following = group.rows[1].height if number == 0 and again and len(group.rows) > 1 else 0.0
            if number and row.height <= flow.room + FILL:
                self._rule(flow, LINE)
            elif row.height + following > flow.room + FILL:
                self._tall(flow, row, again if number else None)
                continue
            flow.put(row)

    def _tall(self, flow: Flow, row: TableRow, again: Callable[[], TableRow] | None) -> None:
        """Place a row that does not fit: on the next page, or over pages where it is taller than one."""
        whole = flow.frame.full - (self.head.height if self.head else 0.0)
        rest: Block = row
        if row.height > whole:
            halves = row.split(flow.room)
            while halves:
                flow.put(halves[0])
                rest = halves[1]
                self._next_page(flow)
                halves = rest.split(flow.room) if rest.height > flow.room else None
        else:
            self._next_page(flow)
        if again and rest is row:
            flow.put(again(), muted=True)
            self._rule(flow, LINE)
        flow.put(rest)
