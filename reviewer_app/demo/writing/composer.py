"""Composes the pages of an annex: so many as the story says, each with what has to stand on it, filled with prose."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.paper.style import AnnexStyle
from reviewer_app.demo.story import Story, StoryFact, StoryFacts, records
from reviewer_app.demo.writing.filling import Filling, PageSpace, words_of
from reviewer_app.demo.writing.slots import Slots

_FULL = 0.97
_HEADS = {BlockKind.CHAPTER, BlockKind.SECTION}


@dataclass(frozen=True, slots=True)
class AnnexSection:
    """A head and its paragraphs, which may be parted between pages."""

    blocks: tuple[AnnexBlock, ...]


def flow(  # what is spread, and over what
    opening: Sequence[AnnexBlock],
    sections: Sequence[AnnexSection],
    fixed: Mapping[int, Sequence[AnnexBlock]],
    count: int,
    page_height: float,
    height: Callable[[Sequence[AnnexBlock]], float],
) -> list[list[AnnexBlock]]:
    """Return `count` pages: the opening first, as many sections as fit, what is fixed at the foot of its page."""
    room = [page_height * _FULL - height(list(fixed.get(number, ()))) for number in range(1, count + 1)]
    queue = list(opening)
    for section in sections:
        if height(queue) + height(section.blocks) > sum(room) * _FULL and queue:
            break
        queue += section.blocks
    whole, total = height(queue), max(1.0, sum(room))
    pages: list[list[AnnexBlock]] = [[] for _ in range(count)]
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


FULL, REPLACES = "% full", "% replaces"
STARTS = 0
"""The page under which a story keeps where the chapters of an annex begin: `3:members 6:services`."""
_CONTENTS_FROM = 8
_PORTRAITS_A_PAGE = 13
PORTRAITS = ("@members",)
_ROUNDS = 2
_LEAST_FILL, _MOST_FILL = 0.5, 0.95
_COUNTER = re.compile(r"§ #")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a paper: its title, how large a share of the pages it takes, what opens it, which pools fill it."""

    key: str
    title: str
    share: int
    opening: str
    pools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What a story puts on a page: blocks, whether nothing else may stand there, which sections they stand for."""

    blocks: tuple[AnnexBlock, ...] = ()
    whole: bool = False
    replaces: tuple[str, ...] = ()


class Composer:
    """Composes one annex of one story."""

    def __init__(self, story: Story, plan: StoryFacts, look: AnnexStyle, slots: Slots, dice: Random) -> None:
        """Take the story, the plan of the kind of annex, its look, and what fills the slots."""
        self._story = story
        self._plan = plan
        self._look = look
        self._dice = dice
        self._kind = str(plan.get("kind", ""))
        self._members = len(slots.members)
        self._spare = tuple(_strings(plan.get("spare")))
        self._own_pools = story.texts(f"papers.{self._kind}.pools")
        rounds = int(str(plan.get("rounds", _ROUNDS)))
        self._filling = Filling(story, self._kind, _texts(plan.get("pools")), rounds, look, slots, dice)

    def pages(self, count: int) -> list[list[AnnexBlock]]:
        """Return the blocks of `count` pages."""
        story_pages = {number: self._story_page(number) for number in range(1, count + 1)}
        for one in story_pages.values():
            self._filling.say(one.blocks)
        if "section" in self._plan:
            return _counted(self._flowing(count, story_pages))
        fixed = self._fixed(count)
        starts = self._starts(count, len(fixed) + 1)
        ends = self._closing(count)
        found: list[tuple[list[AnnexBlock], PageSpace | None]] = []
        for number in range(1, count + 1):
            here = story_pages[number]
            if here.whole:
                found.append((list(here.blocks), None))
            elif number in ends:
                found.append(([*here.blocks, *ends[number]], None))
            elif number <= len(fixed):
                found.append((self._sheet(fixed[number - 1], here), None))
            else:
                found.append(self._page(number, here, starts, last=number == count))
        self._filling.level([gap for _, gap in found if gap is not None])
        return [[*blocks, *(gap.blocks if gap else ())] for blocks, gap in found]

    def _fixed(self, count: int) -> list[list[AnnexBlock]]:
        """Return the pages that are the same in every paper of the kind: cover, contents, sheets."""
        found = []
        if "cover" in self._plan and count >= int(str(self._plan.get("cover_from", 4))):
            found.append(self._filling.read(self._own("cover") or str(self._plan["cover"])))
        if self._plan.get("contents") is True and count >= _CONTENTS_FROM:
            found.append(self._contents(self._starts(count, len(found) + 2)))
        told = self._story.texts(f"papers.{self._kind}.sheets")
        sheets = (told or _strings(self._plan.get("sheets")))[: count - len(found)]
        return [*found, *(self._filling.read(text) for text in sheets)]

    def _own(self, name: str) -> str:
        """Return what the house says for itself in papers of this kind, empty where it keeps to the plan."""
        return self._story.text(f"papers.{self._kind}.{name}")

    def _closing(self, count: int) -> Mapping[int, list[AnnexBlock]]:
        texts = _strings(self._plan.get("closing"))
        last = count - len(texts) + 1
        return {last + index: self._filling.read(text) for index, text in enumerate(texts)} if last > 1 else {}

    def _story_page(self, number: int) -> StoryPage:
        """Return what has to stand on a page, passages of the story that its text lacks added."""
        text = self._story.pages.get((self._kind, number), "").strip()
        lines = text.splitlines()
        marks = [line for line in lines if line.startswith("%")]
        blocks = self._filling.read("\n".join(line for line in lines if not line.startswith("%"))) if text else []
        joined = " ".join(words_of(block) for block in blocks)
        for passage in self._story.passages:
            if (passage.annex, passage.page) == (self._kind, number) and passage.text not in joined:
                blocks.append(
                    AnnexBlock(BlockKind.TEXT, passage.text if passage.text.endswith(".") else f"{passage.text}.")
                )
        replaced = [name for mark in marks if mark.startswith(REPLACES) for name in mark[len(REPLACES) :].split()]
        return StoryPage(tuple(blocks), FULL in marks, tuple(replaced))

    def _starts(self, count: int, first: int) -> list[tuple[int, Chapter]]:
        """Return on which page each chapter begins; a story may fix that for its own pages."""
        chapters = [
            replace(one, title=self._own(f"titles.{one.key}") or one.title, opening=self._own(f"openings.{one.key}"))
            for one in _chapters(self._plan)
        ]
        told = self._story.pages.get((self._kind, STARTS), "")
        if told:
            known = {chapter.key: chapter for chapter in chapters}
            pairs = [one.split(":") for one in told.split()]
            return [(int(page), known[key]) for page, key in pairs]
        room = count - first + 1
        chapters = [chapter for chapter in chapters if chapter.share]
        chapters = [self._sized(chapter, room) for chapter in chapters]
        shares = sum(chapter.share for chapter in chapters)
        starts: list[tuple[int, Chapter]] = []
        gone = 0
        for chapter in chapters:
            page = first + gone * room // shares
            if page <= count and (not starts or page > starts[-1][0]):
                starts.append((page, chapter))
            gone += chapter.share
        return starts

    def _sized(self, chapter: Chapter, room: int) -> Chapter:
        """Give a chapter of short portraits as many pages as its members fill; the others keep their shares."""
        if chapter.pools != PORTRAITS:
            return chapter
        wanted = min(room // 5, -(-self._members // _PORTRAITS_A_PAGE))
        others = sum(one.share for one in _chapters(self._plan) if one.pools != PORTRAITS)
        return replace(chapter, share=max(1, round(wanted * others / max(1, room - wanted))))

    def _contents(self, starts: Sequence[tuple[int, Chapter]]) -> list[AnnexBlock]:
        rows = tuple((f"{index}", chapter.title, str(page)) for index, (page, chapter) in enumerate(starts, 1))
        return [
            AnnexBlock(BlockKind.CHAPTER, "Inhalt"),
            AnnexBlock(BlockKind.TABLE, rows=(("Nr.", "Abschnitt", "Seite"), *rows)),
        ]

    def _sheet(self, blocks: list[AnnexBlock], here: StoryPage) -> list[AnnexBlock]:
        self._filling.say(blocks)
        return [*blocks, *here.blocks]

    def _page(
        self, number: int, here: StoryPage, starts: Sequence[tuple[int, Chapter]], *, last: bool
    ) -> tuple[list[AnnexBlock], PageSpace | None]:
        """Return what stands on a page in any case, and the room that is left below it."""
        chapter: Chapter | None = None
        head: list[AnnexBlock] = []
        for index, (page, one) in enumerate(starts, 1):
            if page == number:
                title = f"{index} {one.title}" if self._plan.get("numbered", True) else one.title
                head = [AnnexBlock(BlockKind.CHAPTER, title), *self._filling.read(one.opening)]
                self._filling.say(head)
            if page <= number:
                chapter = one
        blocks = [*head, *here.blocks]
        pools = self._own_pools or (chapter.pools if chapter else ())
        most = int(str(self._plan.get("per_page", 0)))
        if most and pools and pools[0].startswith("@"):
            return [*blocks, *self._filling.items(pools, most)], None
        room = self._look.height - self._filling.height(blocks)
        if last or any(page == number + 1 for page, _ in starts):
            room -= self._look.height * self._dice.uniform(1 - _MOST_FILL, 1 - _LEAST_FILL)
        return blocks, PageSpace(pools, room, number=number, spare=self._spare)

    def _flowing(self, count: int, story_pages: Mapping[int, StoryPage]) -> list[list[AnnexBlock]]:
        """Return statutes: sections one after the other, spread over the pages, those of the story at their page."""
        gone = {name for one in story_pages.values() for name in one.replaces}
        opening = self._filling.read(str(self._plan.get("opening", "")))
        sections = []
        for one in self._story.records(f"papers.{self._kind}.section") or records(self._plan, "section"):
            if str(one["key"]) in gone:
                continue
            paras = [self._dice.choice(para) if isinstance(para, list) else para for para in _list(one.get("paras"))]
            text = f"## § # {one['title']}\n\n" + "\n".join(f"({index}) {para}" for index, para in enumerate(paras, 1))
            if one.get("chapter"):
                text = f"# {one['chapter']}\n\n{text}"
            sections.append(AnnexSection(tuple(self._filling.read(text))))
        fixed = {number: one.blocks for number, one in story_pages.items()}
        return flow(opening, sections, fixed, count, self._look.height, self._filling.height)


def _counted(pages: list[list[AnnexBlock]]) -> list[list[AnnexBlock]]:
    """Give the sections of statutes their numbers, in the order they came to stand."""
    counter = iter(range(1, 1000))

    def next_number(_match: re.Match[str]) -> str:
        return f"§ {next(counter)}"

    return [[replace(block, text=_COUNTER.sub(next_number, block.text)) for block in page] for page in pages]


def _chapters(plan: StoryFacts) -> list[Chapter]:
    return [
        Chapter(
            str(one.get("key", "")),
            str(one["title"]),
            int(str(one.get("share", 1))),
            "",
            tuple(_strings(one.get("pools"))),
        )
        for one in records(plan, "chapter")
    ]


def _list(found: StoryFact) -> list[StoryFact]:
    return list(found) if isinstance(found, list) else []


def _strings(found: StoryFact) -> list[str]:
    return [str(one) for one in _list(found)]


def _texts(found: StoryFact) -> dict[str, list[str]]:
    return {str(name): _strings(many) for name, many in found.items()} if isinstance(found, Mapping) else {}
