"""The blocks a page is stacked from: text, figures, signs before words, rows of cells, stacks.

Each knows its height for its width, draws itself below a given top, and may be split where it is too tall.
Lengths are points.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import override

from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.exports.tagged.canvas import MM, TaggedCanvas
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import Line, Run, TextStyle, lay_out

_CAP_MIDDLE = 0.3636
"""Half the height of a capital in em: baselines are set so that capitals stand in the middle of their line."""

type Halves = tuple["Block", "Block"]


class Block(ABC):
    """Something with a height that draws itself."""

    height: float

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""

    def split(self, room: float) -> Halves | None:
        """Give what fits into `room` and the rest, or None where it cannot be split so."""
        del room
        return None


@dataclass(slots=True)
class Space(Block):
    """Nothing, `height` high."""

    height: float

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        del canvas, x, top


@dataclass(slots=True)
class TextBlock(Block):
    """Lines of one paragraph. `anchor` is start, middle or end of `room`; `least` lines stay together when split."""

    lines: list[Line]
    leading: float
    node: StructureElement | None
    room: float
    anchor: str = "start"
    least: int = 2
    begins: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the height."""
        self.height = len(self.lines) * self.leading

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.begins and self.node and not canvas.is_muted:
            text = "".join(segment.text for line in self.lines for segment in line.segments)
            canvas.stands(self.node, top, text.replace("\N{NO-BREAK SPACE}", " "))
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        for number, line in enumerate(self.lines):
            left = x + (self.room - line.width) * share
            for segment in line.segments:
                size = segment.style.size
                y = top - number * self.leading - self.leading / 2 - size * _CAP_MIDDLE
                canvas.text(left + segment.x, y, segment.text, segment.style, segment.node or self.node)
                if segment.node and segment.node.target:
                    start = left + segment.x
                    canvas.link((start, y - 0.25 * size, start + segment.width, y + 0.8 * size), segment.node)

    @override
    def split(self, room: float) -> Halves | None:
        fitting = int(room / self.leading + 1e-6)
        count = min(fitting, len(self.lines) - self.least)
        if fitting >= len(self.lines) or count < self.least:
            return None
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:], begins=False)


def paragraph(
    runs: str | Sequence[Run],
    style: TextStyle,
    node: StructureElement | None,
    room: float,
    *,
    anchor: str = "start",
    begins: bool = False,
    goes_on: bool = False,
) -> TextBlock:
    """Set runs (or one text) into a block `room` wide.

    `begins` lets jumps and the outline find it; `goes_on` ends it with a space, because the node has more to say.
    """
    given = [Run(runs, style)] if isinstance(runs, str) else list(runs)
    lines = lay_out(given, room, goes_on=goes_on)
    return TextBlock(lines, style.leading, node, room, anchor, begins=begins)


@dataclass(slots=True)
class FigureBlock(Block):
    """A figure; see TaggedCanvas.figure for what its node means."""

    figure: Figure
    node: StructureElement | None
    scale: float = 1.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the height."""
        self.height = self.figure.height * MM * self.scale

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.figure(self.figure, x, top - self.height, self.node, scale=self.scale)


@dataclass(slots=True)
class HorizontalBlock(Block):
    """Blocks side by side, each at its own distance from the left and from the top."""

    parts: list[tuple[float, float, Block]]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the height."""
        self.height = max((down + block.height for _, down, block in self.parts), default=0.0)

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for right, down, block in self.parts:
            block.draw(canvas, x + right, top - down)


@dataclass(slots=True)
class Stack(Block):
    """Blocks one below the other."""

    parts: list[Block]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the height."""
        self.height = sum(part.height for part in self.parts)

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for part in self.parts:
            part.draw(canvas, x, top)
            top -= part.height

    @override
    def split(self, room: float) -> Halves | None:
        first: list[Block] = []
        for index, part in enumerate(self.parts):
            if part.height <= room:
                first.append(part)
                room -= part.height
                continue
            rest = self.parts[index:]
            halves = part.split(room)
            if halves:
                first.append(halves[0])
                rest = [halves[1], *self.parts[index + 1 :]]
            return (Stack(first), Stack(rest)) if first else None
        return None


@dataclass(slots=True)
class TableCell:
    """A cell of a row: distance from the left, block, and how it stands in the row: top or middle."""

    x: float
    block: Block
    stand: str = "top"


@dataclass(slots=True)
class TableRow(Block):
    """Cells of one table row with air above and below; `tint` fills it over `width`."""

    cells: list[TableCell]
    width: float
    above: float = 1.1 * MM
    below: float = 1.1 * MM
    tint: str = ""
    least: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the height."""
        inner = max((cell.block.height for cell in self.cells), default=0.0)
        self.height = max(self.above + inner + self.below, self.least)

    @override
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.tint:
            canvas.tint(x, top - self.height, self.width, self.height, self.tint)
        for cell in self.cells:
            room = self.height - self.above - self.below
            down = (room - cell.block.height) / 2 if cell.stand == "middle" else 0.0
            cell.block.draw(canvas, x + cell.x, top - self.above - down)

    @override
    def split(self, room: float) -> Halves | None:
        inner = room - self.above - self.below
        first: list[TableCell] = []
        rest: list[TableCell] = []
        for cell in self.cells:
            if cell.block.height <= inner:
                first.append(replace(cell, stand="top"))
                continue
            halves = cell.block.split(inner)
            if halves is None:
                return None
            first.append(TableCell(cell.x, halves[0]))
            rest.append(TableCell(cell.x, halves[1]))
        upper = replace(self, cells=first, least=0.0)
        return upper, replace(self, cells=rest, least=0.0)
