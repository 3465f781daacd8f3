"""Draws blocks from the pools of a paper until a page is full; no sentence comes twice in one paper."""

from collections.abc import Mapping, Sequence
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind, parse
from reviewer_app.exchange.demo.paper.look import Look
from reviewer_app.exchange.demo.paper.setting import set_block
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.slots import Slots, sentences
from reviewer_app.exchange.demo.writing.sources import Sources

_TRIES = 12
AGAIN = "* "
"""Marks a pattern that may come more than once in a paper, each time with other names in it."""
_ROUNDS = 5
_OFTEN = 0.8
_MERGED = 480
"""How long a paragraph may grow when neighbouring ones are joined, in characters."""


def words_of(block: Block) -> str:
    """Return the text of a block, the cells of a table one after the other."""
    return block.text if block.kind is not Kind.TABLE else " ".join(cell for row in block.rows for cell in row)


class Filling:
    """What is left to say in one paper."""

    def __init__(
        self, story: Story, pools: Mapping[str, Sequence[str]], look: Look, slots: Slots, dice: Random
    ) -> None:
        """Take the patterns by pool, and what fills their slots."""
        self._story = story
        self._pools = pools
        self._look = look
        self._slots = slots
        self._dice = dice
        self._left: dict[str, list[str]] = {}
        self._rounds: dict[str, int] = {}
        self._kept: dict[str, list[Block]] = {}
        self._used: set[str] = set()
        self._sources = Sources(story, slots, dice)

    def read(self, text: str) -> list[Block]:
        """Return the blocks of a text with its slots filled."""
        return list(parse(self._slots.fill(text)))

    def say(self, blocks: Sequence[Block]) -> None:
        """Note that these blocks stand in the paper."""
        for block in blocks:
            self._used.update(sentences(words_of(block)))

    def height(self, blocks: Sequence[Block]) -> float:
        """Return how high blocks are, in points."""
        return sum(set_block(block, self._look).height for block in blocks)

    def fill(self, pools: Sequence[str], room: float) -> list[Block]:
        """Return blocks drawn in turn from the pools, at most `room` points high."""
        found: list[Block] = []
        tries = 0
        while pools and tries < _TRIES:
            name = self._dice.choice(list(pools))
            blocks = self._kept.pop(name, None) or self._draw(name)
            high = self.height(blocks)
            if not blocks or high > room:
                if blocks and name.startswith("@"):
                    self._kept[name] = blocks
                tries += 1
                continue
            found += blocks
            self.say(blocks)
            room -= high
            tries = 0
        return self._joined(found)

    def _joined(self, blocks: Sequence[Block]) -> list[Block]:
        """Join short neighbouring paragraphs, so that a page does not fall into single sentences."""
        found: list[Block] = []
        for block in blocks:
            both = {block.kind, found[-1].kind} if found else set()
            if both == {Kind.TEXT} and len(found[-1].text) + len(block.text) < _MERGED and self._dice.random() < _OFTEN:
                found[-1] = Block(Kind.TEXT, f"{found[-1].text} {block.text}")
            else:
                found.append(block)
        return found

    def _draw(self, name: str) -> list[Block]:
        """Draw blocks whose sentences are all new; none where the pool is worn out."""
        for _ in range(_TRIES):
            blocks = self._sources.draw(name[1:]) if name.startswith("@") else self._from_pool(name)
            if not blocks:
                return []
            said = [one for block in blocks for one in sentences(words_of(block))]
            if not self._used.intersection(said) and len(set(said)) == len(said):
                return blocks
        return []

    def _from_pool(self, name: str) -> list[Block]:
        left = self._left.setdefault(name, [])
        if not left:
            gone = self._rounds.get(name, 0)
            patterns = [*self._pools.get(name, ()), *self._story.texts(f"prose.{name}")]
            again = [one for one in patterns if one.startswith(AGAIN) and gone < _ROUNDS]
            left += [one.removeprefix(AGAIN) for one in (patterns if gone == 0 else again)]
            self._dice.shuffle(left)
            self._rounds[name] = gone + 1
        return self.read(left.pop()) if left else []
