"""Spreads sections one after the other over a fixed number of pages, around what already stands on some of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.demo.paper.blocks import Block, Kind

_FULL = 0.97
_HEADS = {Kind.CHAPTER, Kind.SECTION}


@dataclass(frozen=True, slots=True)
class Section:
    """A head and its paragraphs, which may be parted between pages."""

    blocks: tuple[Block, ...]


def flow(  # what is spread, and over what
    opening: Sequence[Block],
    sections: Sequence[Section],
    fixed: Mapping[int, Sequence[Block]],
    count: int,
    page_height: float,
    height: Callable[[Sequence[Block]], float],
) -> list[list[Block]]:
    """Return `count` pages: the opening first, as many sections as fit, what is fixed at the foot of its page."""
    room = [page_height * _FULL - height(list(fixed.get(number, ()))) for number in range(1, count + 1)]
    queue = list(opening)
    for section in sections:
        if height(queue) + height(section.blocks) > sum(room) * _FULL and queue:
            break
        queue += section.blocks
    whole, total = height(queue), max(1.0, sum(room))
    pages: list[list[Block]] = [[] for _ in range(count)]
    place, used, gone = 0, 0.0, 0.0
    for index, block in enumerate(queue):
        pair = [block, queue[index + 1]] if block.kind in _HEADS and index + 1 < len(queue) else [block]
        high = height(pair)
        due = whole * sum(room[: place + 1]) / total
        while place < count - 1 and (used + high > room[place] or gone + high / 2 > due):
            place, used = place + 1, 0.0
            due = whole * sum(room[: place + 1]) / total
        if used + high > room[place]:
            break
        pages[place].append(block)
        used += height([block])
        gone += height([block])
    return [[*blocks, *fixed.get(number, ())] for number, blocks in enumerate(pages, 1)]
