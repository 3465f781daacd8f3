"""The letters of a page put into lines and blocks, in the order a person reads them.

Files mostly store text in reading order, columns one after the other and tables row by row; guessing anew would break
what is right. So the stored order stays, and only blocks that stand against it are moved: a head stored last, a foot
stored first, a right column before the left one.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from reviewer_app.exchange.annex.frame import Axes, Box, PageFrame

MOST_SORTED = 100
"""Blocks up to which a page is looked over: every two are compared."""

_GAP = 2.5  # of the line's height, from which letters in one row are two lines: a gutter or the next cell
_OVERLAP = 0.3  # of the lower height, below which a letter stands in another row
_LEADING = 1.1  # of the line's height, up to which the next line belongs to the block
_TALL = 2  # lines
_STOPS = frozenset("\r\n")
_HYPHENS = frozenset("\x02\ufffe")  # PDFium's marks for a hyphen at the end of a line
_UPRIGHT = Axes()


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters `start` to `end` (half-open) in one row; `extent` is start, low, end, high in its own axes."""

    start: int
    end: int
    axes: Axes
    extent: Box
    block: int

    @property
    def height(self) -> float:
        """Height of most of its letters."""
        return self.extent[3] - self.extent[1]


@dataclass(frozen=True, slots=True)
class Lined:
    """The text in reading order, rows ended by a line feed; four floats of `boxes` a letter (all 0: no place)."""

    text: str
    boxes: array[float]
    lines: tuple[TextLine, ...]


class _Piece:
    """A line in the making."""

    def __init__(self, axes: Axes) -> None:
        self.axes = axes
        self.letters: list[str] = []
        self.places: list[int] = []
        self.extents: list[Box] = []
        self.low = self.high = self.first = self.last = 0.0
        self.extent: Box = (0.0, 0.0, 0.0, 0.0)

    def takes(self, letter: str, place: int, extent: Box, axes: Axes) -> bool:
        """Add a letter that continues the row and say whether it does; every letter of a page comes by here."""
        start, low, end, high = extent
        tall, height = self.high - self.low, high - low
        if self.extents:
            overlap = (min(high, self.high)) - (max(low, self.low))
            if axes is not self.axes or overlap < _OVERLAP * (min(tall, height)):
                return False
            if start - self.last > _GAP * tall or self.first - end > _GAP * tall:
                return False
        else:
            self.axes = axes
        if height > tall:
            self.low, self.high = low, high
        self.first, self.last = start, end
        self.letters.append(letter)
        self.places.append(place)
        self.extents.append(extent)
        return True

    def close(self) -> None:
        each = self.extents
        self.extent = (
            min(one[0] for one in each),
            median(one[1] for one in each),
            max(one[2] for one in each),
            median(one[3] for one in each),
        )

    def beside(self, other: "_Piece") -> bool:
        """Say whether the other stands in the same row."""
        _, low, _, high = self.extent
        _, bottom, _, top = other.extent
        overlap = min(high, top) - max(low, bottom)
        return self.axes is other.axes and overlap > (1 - _OVERLAP) * min(high - low, top - bottom)

    def above(self, other: "_Piece") -> bool:
        """Say whether the other is the next line of the same block."""
        start, low, end, high = self.extent
        first, _, last, top = other.extent
        gap = low - top
        overlaps = min(end, last) > max(start, first)
        return self.axes is other.axes and overlaps and -(high - low) / 2 < gap < _LEADING * (high - low)


def lined(codes: Sequence[str], boxes: Sequence[float], angles: Mapping[int, float], frame: PageFrame) -> Lined:
    """Put letters into lines; `angles` says for the first letter of each word how far it is turned clockwise."""
    blocks = _blocks(_pieces(codes, boxes, angles))
    return _joined([blocks[index] for index in _order(blocks, frame)], boxes)


def _pieces(codes: Sequence[str], boxes: Sequence[float], angles: Mapping[int, float]) -> list[_Piece]:
    known: dict[float, Axes] = {0.0: _UPRIGHT}
    axes = _UPRIGHT
    piece = _Piece(axes)
    found: list[_Piece] = []
    edges = iter(boxes)
    for place, (letter, extent) in enumerate(zip(codes, zip(edges, edges, edges, edges, strict=True), strict=True)):
        if place in angles:
            axes = _axes(angles[place], known)
        if letter.isspace() or extent[2] <= extent[0] or extent[3] <= extent[1]:
            if letter in _STOPS or not piece.letters:
                piece = _started(piece, found, axes)
            elif piece.letters[-1] != " " or not letter.isspace():
                piece.letters.append(" " if letter.isspace() else letter)
                piece.places.append(place)
            continue
        own = extent if axes is _UPRIGHT else axes.box(*extent)
        shown = "-" if letter in _HYPHENS else letter
        if not piece.takes(shown, place, own, axes):
            piece = _started(piece, found, axes)
            piece.takes(shown, place, own, axes)
    _started(piece, found, axes)
    return found


def _axes(angle: float, known: dict[float, Axes]) -> Axes:
    """Give the axes for an angle, the same ones for all letters that are turned alike."""
    near = round(angle, 2)
    if near not in known:
        known[near] = Axes.of_angle(angle)
    return known[near]


def _started(piece: _Piece, found: list[_Piece], axes: Axes) -> _Piece:
    """Put a finished piece to the others and give the next."""
    if piece.extents:
        piece.close()
        found.append(piece)
    return _Piece(axes)


def _blocks(pieces: list[_Piece]) -> list[list[_Piece]]:
    blocks: list[list[_Piece]] = []
    for piece in pieces:
        if blocks and blocks[-1][-1].above(piece):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return blocks


def _order(blocks: list[list[_Piece]], frame: PageFrame) -> Sequence[int]:
    stored = range(len(blocks))
    if len(blocks) > MOST_SORTED:
        return stored
    places = [_Place(_shown(block, frame), len(block) >= _TALL) for block in blocks]
    against: dict[int, set[int]] = {index: set() for index in stored}
    for one in stored:
        for two in stored[one + 1 :]:
            if places[two].precedes(places[one]):
                against[one].add(two)
                against[two].add(one)
    moved: list[int] = []
    while any(against.values()):
        worst = max(against, key=lambda index: (len(against[index]), index))
        moved.append(worst)
        for other in against.pop(worst):
            against[other].discard(worst)
    order = list(against)
    for index in sorted(moved, key=lambda one: places[one].box[1]):
        order.insert(_position(places[index], [places[other] for other in order]), index)
    return order


def _position(place: "_Place", others: Sequence["_Place"]) -> int:
    """Return where in the order a block belongs: before the first it precedes, else behind the last before it."""
    following = (number for number, other in enumerate(others) if place.precedes(other))
    before = (number + 1 for number, other in enumerate(others) if other.precedes(place))
    return next(following, max(before, default=len(others)))


def _shown(block: list[_Piece], frame: PageFrame) -> Box:
    quads = [piece.axes.quad(piece.extent) for piece in block]
    across, down = [value for quad in quads for value in quad[::2]], [value for quad in quads for value in quad[1::2]]
    return frame.box_to_view((min(across), min(down), max(across), max(down)))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block is shown (left, upper, right, lower edge) and whether it has lines enough to be a column."""

    box: Box
    tall: bool

    def precedes(self, other: "_Place") -> bool:
        """Say whether this is read first beyond doubt: it stands over the other, or is the column left of it."""
        left, upper, right, lower = self.box
        first, high, last, low = other.box
        if min(right, last) > max(left, first):
            return (upper + lower) / 2 < high and lower < low
        beside = right <= first and min(lower, low) > max(upper, high)
        return beside and self.tall and other.tall


def _joined(blocks: Sequence[Sequence[_Piece]], boxes: Sequence[float]) -> Lined:
    letters: list[str] = []
    places = array("f")
    lines: list[TextLine] = []
    nothing = (0.0, 0.0, 0.0, 0.0)
    for index, block in enumerate(blocks):
        for piece, following in _pairs(blocks, index, block):
            start = len(letters)
            letters += piece.letters
            for place in piece.places:
                places.extend(boxes[4 * place : 4 * place + 4])
            if following is not None:
                if letters[-1] == " ":
                    letters.pop()
                    del places[-4:]
                letters.append(" " if piece.beside(following) else "\n")
                places.extend(nothing)
            lines.append(TextLine(start, len(letters), piece.axes, piece.extent, index))
    return Lined("".join(letters), places, tuple(lines))


def _pairs(
    blocks: Sequence[Sequence[_Piece]], index: int, block: Sequence[_Piece]
) -> Iterator[tuple[_Piece, _Piece | None]]:
    """Give each piece of a block with the one that is read next."""
    later = blocks[index + 1][0] if index + 1 < len(blocks) else None
    yield from zip(block, (*block[1:], later), strict=True)
