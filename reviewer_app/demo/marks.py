"""What the demo's reviewers marked: the passages their reasons point at, and what single ones noted besides."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer_app.demo.members import words
from reviewer_app.demo.story import Facts, Passage, Story, data
from reviewer_app.domain.annotation import Direction, Kind, Link

CONTRADICTION = "x"
_KINDS = {"+": Kind.EVIDENCE, "-": Kind.EVIDENCE, CONTRADICTION: Kind.CONTRADICTION}
_DIRECTIONS = {"+": Direction.FOR, "-": Direction.AGAINST, CONTRADICTION: Direction.NONE}
_FINDERS = ("NO", "TA", "AD", "BR")
"""Who finds what contradicts the form, the likeliest first; L. Öztürk never does, and invented people come last."""
_NEVER = frozenset({"OE"})
_MOST_FINDERS = 2
_NAMED = re.compile(r"\b(A\d\d)\b|\bS\.\s(\d+)(?:\s?(–|und|bis)\s?(\d+))?")
_BOTH = "und"


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reviewer marks on a page (from 1) of an annex; without an annex a note on the application.

    `criterion` is the one whose reason it belongs to, empty where it belongs to none.
    """

    who: str
    annex: str
    page: int
    text: str
    kind: Kind
    criterion: str = ""
    direction: Direction = Direction.NONE
    note: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False

    @property
    def links(self) -> tuple[Link, ...]:
        """The criterion with its direction, where there is one."""
        return (Link(self.criterion, self.direction),) if self.criterion else ()


def marks_of(story: Story, reasons: Mapping[str, Mapping[str, str]]) -> Iterator[Mark]:
    """Yield what the reviewers of a story marked, given their reasons by person and criterion."""
    for passage in story.passages:
        kind, direction = _KINDS[passage.sign], _DIRECTIONS[passage.sign]
        for who in _finders(passage, reasons):
            yield Mark(who, passage.annex, passage.page, passage.text, kind, passage.criterion, direction, passage.note)
    yield from (mark for mark in _noted().get(story.number, ()) if mark.who in reasons)


def cited(reason: str) -> frozenset[tuple[str, int]]:
    """Return the pages a reason names, each with the annex named last before it, or with none."""
    found: set[tuple[str, int]] = set()
    annex = ""
    for named in _NAMED.finditer(reason):
        if named[1]:
            annex = named[1]
            continue
        first = int(named[2])
        last = int(named[4] or first)
        pages: Collection[int] = (first, last) if named[3] == _BOTH else range(first, last + 1)
        found |= {(annex, page) for page in pages}
    return frozenset(found)


def _finders(passage: Passage, reasons: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return who marked a passage: whose reason names its page, and whom the story says; of a contradiction two."""
    places = {(passage.annex, passage.page), ("", passage.page)}
    found = [
        who
        for who, texts in reasons.items()
        if who in passage.also or not places.isdisjoint(cited(texts.get(passage.criterion, "")))
    ]
    if passage.sign != CONTRADICTION:
        return found
    ranked = sorted(found, key=lambda who: _FINDERS.index(who) if who in _FINDERS else len(_FINDERS))
    return [who for who in ranked if who not in _NEVER][:_MOST_FINDERS]


@cache
def _noted() -> Mapping[str, tuple[Mark, ...]]:
    """Return what single reviewers marked besides, by application."""
    found = {}
    for number, many in data("marks.toml").items():
        records = many if isinstance(many, list) else []
        found[number] = tuple(_mark(one) for one in records if isinstance(one, Mapping))
    return found


def _mark(one: Facts) -> Mark:
    return Mark(
        who=str(one["who"]),
        annex=str(one.get("annex", "")),
        page=int(str(one.get("page", 0))),
        text=str(one.get("text", "")),
        kind=Kind(str(one["kind"])),
        criterion=str(one.get("criterion", "")),
        direction=_DIRECTIONS.get(str(one.get("sign", "")), Direction.NONE),
        note=str(one.get("note", "")),
        tags=tuple(words(one, "tags")),
        private=one.get("private") is True,
    )
