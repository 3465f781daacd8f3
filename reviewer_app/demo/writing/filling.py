"""Draws blocks from the pools of a paper and spreads them over its pages; no sentence comes twice in one paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind, parse
from reviewer_app.demo.paper.style import AnnexStyle
from reviewer_app.demo.paper.typesetting import set_block
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.slots import SLOT, Slots, sentences
from reviewer_app.demo.writing.sources import Sources

ONCE = "1 "
"""Marks a pattern that may come only once in a paper although it has names to vary."""
_TRIES = 40
_UNSAID = {BlockKind.SMALL, BlockKind.DRAWING, BlockKind.TITLE}
_NEAR = 5
"""So many pages apart a pattern may come again about others."""
_TABLE_ROUNDS, _TABLE_NEAR = 9, 2
"""Tables of names may come again more often and nearer than sentences."""
_VARIED = 2
"""With so many names in it a pattern may come again in later rounds."""
_OVER = 18.0
"""How far a page may run into its lower margin, in points."""
_OFTEN = 0.85
_RATHER_EMPTY = 0.6
_MERGED = 520
"""How long a paragraph may grow when neighbouring ones are joined, in characters."""
_LISTED = re.compile(r"^@(\w+)$", re.MULTILINE)
_COMMON = re.compile(r"ort|kurz|name|leitung|vertretung|sitz|strasse|traeger|gewerk|monat|quartal")


def words_of(block: AnnexBlock) -> str:
    """Return the text of a block, the cells of a table one after the other."""
    return block.text if block.kind is not BlockKind.TABLE else " ".join(cell for row in block.rows for cell in row)


@dataclass(slots=True)
class Item:
    """Blocks that were put on a page together: from which pool, in which order of it, by which pattern."""

    pool: str
    order: int
    blocks: list[AnnexBlock]
    pattern: str = ""


@dataclass(slots=True)
class PageSpace:
    """The room that is left on a page: which pools may fill it, how high it is, what was put there."""

    pools: tuple[str, ...]
    room: float
    items: list[Item] = field(default_factory=list)
    used: float = 0.0
    joins: bool = False
    tries: int = 0
    number: int = 0
    spare: tuple[str, ...] = ()
    """What may fill the page once its pools have nothing more to say and it is still rather empty."""

    @property
    def blocks(self) -> list[AnnexBlock]:
        """Everything that was put there."""
        return [block for item in self.items for block in item.blocks]


class Filling:
    """What is left to say in one paper."""

    def __init__(  # each from another place
        self,
        story: Story,
        kind: str,
        pools: Mapping[str, Sequence[str]],
        rounds: int,
        look: AnnexStyle,
        slots: Slots,
        dice: Random,
    ) -> None:
        """Take the patterns by pool, how often one may come again about others, and what fills their slots."""
        self._story = story
        self._kind = kind
        self._pools = pools
        self._most_rounds = rounds
        self._look = look
        self._slots = slots
        self._dice = dice
        self._left: dict[str, list[str]] = {}
        self._rounds: dict[str, int] = {}
        self._kept: dict[str, Item] = {}
        self._used: set[str] = set()
        self._pages: dict[str, list[int]] = {}
        self._drawn = 0
        self._sources = Sources(story, slots, dice)

    def read(self, text: str) -> list[AnnexBlock]:
        """Return the blocks of a text with its slots filled; a line `@name` stands for the next part of that list."""
        parts = _LISTED.split(text)
        found: list[AnnexBlock] = []
        for index, part in enumerate(parts):
            found += self._sources.draw(part) if index % 2 else parse(self._slots.fill(part))
        return found

    def say(self, blocks: Sequence[AnnexBlock]) -> None:
        """Note that these blocks stand in the paper."""
        for block in blocks:
            self._used.update(_said(block))

    def height(self, blocks: Sequence[AnnexBlock]) -> float:
        """Return how high blocks are, in points."""
        return sum(set_block(block, self._look).height for block in blocks)

    def level(self, gaps: Sequence[PageSpace]) -> None:
        """Fill the gaps of all pages, the emptiest first, so that no page starves because an earlier one was greedy."""
        open_gaps = [gap for gap in gaps if gap.pools and gap.room > 0]
        while open_gaps:
            gap = min(open_gaps, key=lambda one: one.used / one.room)
            if not self._put(gap):
                gap.tries += 1
                gap.used += gap.room * 0.004
                if gap.tries >= _TRIES and not self._turn_to_spare(gap):
                    open_gaps.remove(gap)
        self._put_in_order(gaps)

    def _turn_to_spare(self, gap: PageSpace) -> bool:
        """Let a page that is still rather empty draw from its spare pools, once."""
        full = self.height(gap.blocks) / gap.room
        gap.pools, gap.spare = gap.spare, ()
        gap.tries, gap.used = 0, full * gap.room
        return bool(gap.pools) and full < _RATHER_EMPTY

    def _put_in_order(self, gaps: Sequence[PageSpace]) -> None:
        """Let lists run through the pages in their own order; a page that grows too high loses its last loose text."""
        names = {item.pool for gap in gaps for item in gap.items if item.pool.startswith("@")}
        for name in names:
            places = [item for gap in gaps for item in gap.items if item.pool == name]
            told = sorted(((item.order, item.blocks) for item in places), key=lambda one: one[0])
            for place, (order, blocks) in zip(places, told, strict=True):
                place.order, place.blocks = order, blocks
        for gap in gaps:
            while self.height(gap.blocks) > gap.room + _OVER:
                loose = [item for item in gap.items if not item.pool.startswith("@")] or gap.items
                gap.items.remove(loose[-1])

    def _put(self, gap: PageSpace) -> bool:
        name = self._dice.choice(gap.pools)
        listed = name.startswith("@")
        item = self._kept.pop(name, None) or self._draw(name) if listed else self._loose(name, gap.number)
        if item is None:
            return False
        high = self.height(item.blocks)
        if gap.used + high > gap.room:
            if listed:
                self._kept[name] = item
            return False
        loose = not listed and len(item.blocks) == 1 and item.blocks[0].kind is BlockKind.TEXT
        if loose and gap.joins and self._may_join(gap.items[-1].blocks[-1], item.blocks[0]):
            gap.items[-1].blocks[-1] = AnnexBlock(
                BlockKind.TEXT, f"{gap.items[-1].blocks[-1].text} {item.blocks[0].text}"
            )
        else:
            gap.items.append(item)
        gap.joins = loose
        gap.used += high
        if not listed:
            self._pages.setdefault(item.pattern, []).append(gap.number)
            self._left[name].remove(item.pattern)
        self.say(item.blocks)
        return True

    def _loose(self, name: str, page: int) -> Item | None:
        pattern = self._pattern(name, page)
        blocks = self._fresh(self.read(pattern)) if pattern else []
        return Item(name, 0, blocks, pattern) if blocks else None

    def _may_join(self, one: AnnexBlock, other: AnnexBlock) -> bool:
        return len(one.text) + len(other.text) < _MERGED and self._dice.random() < _OFTEN

    def items(self, pools: Sequence[str], most: int) -> list[AnnexBlock]:
        """Return the next `most` items of the pools, whatever room is left beside them."""
        found: list[AnnexBlock] = []
        for index in range(most):
            name = pools[index % len(pools)]
            item = self._draw(name) if name.startswith("@") else None
            if item is not None:
                self.say(item.blocks)
                found += item.blocks
        return found

    def _draw(self, name: str) -> Item | None:
        """Draw from a source what has not been said yet; none where it is worn out."""
        for _ in range(_TRIES):
            blocks = self._sources.draw(name[1:])
            if not blocks:
                return None
            if self._fresh(blocks):
                self._drawn += 1
                return Item(name, self._drawn, blocks)
        return None

    def _fresh(self, blocks: list[AnnexBlock]) -> list[AnnexBlock]:
        said = [one for block in blocks for one in _said(block)]
        return [] if self._used.intersection(said) or len(set(said)) < len(said) else blocks

    def _pattern(self, name: str, page: int) -> str:
        """Return the next pattern of a pool that no page nearby has seen, empty where there is none."""
        left = self._left.setdefault(name, [])
        gone = self._rounds.get(name, 0)
        found = next((one for one in left if not self._is_near(one, page)), "")
        if found or gone == _TABLE_ROUNDS:
            return found
        own = (*self._story.texts(f"prose.{self._kind}.{name}"), *self._story.texts(f"prose.{name}"))
        tellable = [one for one in (*self._pools.get(name, ()), *own) if self._slots.tells(one)]
        again = [one for one in tellable if gone == 0 or (_is_varied(one) and (gone < self._most_rounds or "|" in one))]
        fresh = [one.removeprefix(ONCE) for one in again]
        self._dice.shuffle(fresh)
        left += fresh
        self._rounds[name] = gone + 1
        return next((one for one in fresh if not self._is_near(one, page)), "")

    def _is_near(self, pattern: str, page: int) -> bool:
        near = _TABLE_NEAR if "|" in pattern else _NEAR
        return any(abs(page - other) < near for other in self._pages.get(pattern, ()))


def _said(block: AnnexBlock) -> list[str]:
    if block.kind in _UNSAID:
        return []
    return [words_of(block)] if block.kind is BlockKind.TABLE else sentences(block.text)


def _is_varied(pattern: str) -> bool:
    """Say whether a pattern has enough names in it to be told again about others."""
    names = [name for name in SLOT.findall(pattern) if not _COMMON.fullmatch(name)]
    return not pattern.startswith(ONCE) and len(names) >= _VARIED
