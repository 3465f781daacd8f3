"""Composes the pages of an annex: so many as the story says, each with what has to stand on it, filled with prose.

No sentence comes twice within one annex; where the patterns run out a page stays shorter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind, parse
from reviewer_app.exchange.demo.paper.look import Look
from reviewer_app.exchange.demo.paper.setting import set_block
from reviewer_app.exchange.demo.story import Fact, Facts, Story
from reviewer_app.exchange.demo.writing.slots import Slots, sentences
from reviewer_app.exchange.demo.writing.sources import Sources

FULL = "% full"
_TITLE_DROP = 150.0
_LEAST_FILL, _MOST_FILL = 0.45, 0.95
_TRIES = 14
_COUNTER = re.compile(r"§ #")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a paper: its title, how large a share of the pages it takes, what opens it, which pools fill it."""

    title: str
    share: int
    opening: str
    pools: tuple[str, ...]


class Composer:
    """Composes one annex of one story."""

    def __init__(self, story: Story, plan: Facts, look: Look, slots: Slots, dice: Random) -> None:
        """Take the story, the plan of the kind of annex, its look, and what fills the slots."""
        self._story = story
        self._plan = plan
        self._look = look
        self._slots = slots
        self._dice = dice
        self._used: set[str] = set()
        self._pools = _texts(plan.get("pools"))
        self._left: dict[str, list[str]] = {}
        self._sources = Sources(story, slots, dice)

    def pages(self, kind: str, count: int) -> list[list[Block]]:
        """Return the blocks of `count` pages."""
        starts = self._starts(kind, count)
        found = []
        for number in range(1, count + 1):
            pinned = self._pinned(kind, number)
            if number == 1 and "cover" in self._plan:
                found.append([*self._read(str(self._plan["cover"])), *pinned])
                continue
            if number == 2 and count > 2 and self._plan.get("contents") is True:  # noqa: PLR2004  # the second page lists the chapters
                found.append([*self._contents(starts), *pinned])
                continue
            found.append(self._page(number, pinned, starts, last=number == count))
        return _counted(found)

    def _starts(self, kind: str, count: int) -> list[tuple[int, Chapter]]:
        """Return on which page each chapter begins; a story may fix that for its own pages."""
        chapters = _chapters(self._plan)
        if not chapters:
            return []
        first = 1 + ("cover" in self._plan) + (self._plan.get("contents") is True and count > 2)  # noqa: PLR2004  # as above
        first = min(first, count)
        fixed = self._story.pages.get((kind, 0), "").split()
        if fixed:
            return [(int(page), chapter) for page, chapter in zip(fixed, chapters, strict=False)]
        room, shares = count - first + 1, sum(chapter.share for chapter in chapters)
        starts, gone = [], 0
        for chapter in chapters:
            page = first + gone * room // shares
            if not starts or page > starts[-1][0]:
                starts.append((page, chapter))
            gone += chapter.share
        return starts

    def _pinned(self, kind: str, number: int) -> list[Block]:
        """Return what has to stand on a page, passages of the story that its text lacks added."""
        text = self._story.pages.get((kind, number), "")
        blocks = self._read(text) if text.strip() != FULL else []
        joined = " ".join(_words(block) for block in blocks)
        for passage in self._story.passages:
            if (passage.annex, passage.page) == (kind, number) and passage.text not in joined:
                blocks.append(Block(Kind.TEXT, passage.text if passage.text.endswith(".") else f"{passage.text}."))
        for block in blocks:
            self._used.update(sentences(_words(block)))
        return blocks

    def _read(self, text: str) -> list[Block]:
        return list(parse(self._slots.fill(text)))

    def _contents(self, starts: Sequence[tuple[int, Chapter]]) -> list[Block]:
        rows = [("Abschnitt", "Seite"), *((f"{index} {one.title}", str(page)) for index, (page, one) in enumerate(starts, 1))]
        return [Block(Kind.CHAPTER, "Inhalt"), Block(Kind.TABLE, rows=tuple(rows))]

    def _page(
        self, number: int, pinned: list[Block], starts: Sequence[tuple[int, Chapter]], *, last: bool
    ) -> list[Block]:
        chapter, blocks = None, []
        for index, (page, one) in enumerate(starts, 1):
            if page == number:
                head = f"{index} {self._slots.fill(one.title)}" if self._plan.get("numbered", True) else self._slots.fill(one.title)
                blocks.append(Block(Kind.CHAPTER, head))
                blocks += self._read(one.opening)
            if page <= number:
                chapter = one
        room = self._look.height - self._height(blocks) - self._height(pinned)
        ends = last or any(page == number + 1 for page, _ in starts)
        if ends:
            room = min(room, self._look.height * self._dice.uniform(_LEAST_FILL, _MOST_FILL) - self._height(pinned))
        whole = self._story.pages.get((self._kind_of(number), number), "").startswith(FULL)
        filling = [] if whole or chapter is None else self._filling(chapter, room)
        split = min(1, len(filling)) if pinned and pinned[0].kind is Kind.TEXT and not blocks else 0
        if filling and filling[0].kind is not Kind.TEXT:
            split = 0
        return [*blocks, *filling[:split], *pinned, *filling[split:]]

    def _kind_of(self, _number: int) -> str:
        return str(self._plan.get("kind", ""))

    def _filling(self, chapter: Chapter, room: float) -> list[Block]:
        found: list[Block] = []
        tries = 0
        while tries < _TRIES:
            more = self._draw(chapter)
            if not more:
                break
            high = self._height(more)
            if high > room:
                tries += 1
                self._forget(more)
                continue
            found += more
            room -= high
        return found

    def _forget(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._used.difference_update(sentences(_words(block)))

    def _draw(self, chapter: Chapter) -> list[Block]:
        """Draw the next blocks of a chapter whose sentences are all new; none where the pools are worn out."""
        for _ in range(_TRIES):
            pool = self._dice.choice(chapter.pools)
            blocks = self._sources.draw(pool[1:]) if pool.startswith("@") else self._from_pool(pool)
            said = [one for block in blocks for one in sentences(_words(block))]
            if blocks and not self._used.intersection(said) and len(set(said)) == len(said):
                self._used.update(said)
                return list(blocks)
        return []

    def _from_pool(self, pool: str) -> list[Block]:
        left = self._left.setdefault(pool, [])
        if not left:
            left += self._pools.get(pool, ()) or ()
            own = self._story.texts(f"prose.{pool}")
            left += own
            self._dice.shuffle(left)
        if not left:
            return []
        try:
            return self._read(left.pop())
        except KeyError:
            return []

    def _height(self, blocks: Sequence[Block]) -> float:
        return sum(set_block(block, self._look).height for block in blocks)


def _words(block: Block) -> str:
    return block.text if block.kind is not Kind.TABLE else " ".join(cell for row in block.rows for cell in row)


def _counted(pages: list[list[Block]]) -> list[list[Block]]:
    """Number the sections of statutes in the order they came to stand."""
    counter = iter(range(1, 1000))

    def next_number(_match: re.Match[str]) -> str:
        return f"§ {next(counter)}"

    return [
        [
            Block(block.kind, _COUNTER.sub(next_number, block.text), block.rows, block.mark) if "§ #" in block.text else block
            for block in page
        ]
        for page in pages
    ]


def _chapters(plan: Facts) -> list[Chapter]:
    return [
        Chapter(str(one["title"]), int(str(one.get("share", 1))), str(one.get("opening", "")), tuple(_strings(one.get("pools"))))
        for one in _records(plan.get("chapter"))
    ]


def _records(found: Fact) -> Iterator[Facts]:
    yield from (one for one in found if isinstance(one, Mapping)) if isinstance(found, list) else ()


def _strings(found: Fact) -> list[str]:
    return [str(one) for one in found] if isinstance(found, list) else []


def _texts(found: Fact) -> dict[str, list[str]]:
    return {str(name): _strings(many) for name, many in found.items()} if isinstance(found, Mapping) else {}
