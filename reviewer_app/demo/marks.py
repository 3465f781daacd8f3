"""What the demo's reviewers marked: the passages their reasons point at, and what single ones noted besides."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from reviewer_app.demo.annexes import HEAD, UNREADABLE, composed, imprint_of
from reviewer_app.demo.members import DemoMember, members_of, words
from reviewer_app.demo.paper.style import PAGE_HEIGHT, AnnexStyle, look_of
from reviewer_app.demo.paper.typesetting import print_pdf
from reviewer_app.demo.randomness import stable_id
from reviewer_app.demo.story import AnnexPlan, Passage, Story, StoryFacts, data
from reviewer_app.demo.writing.slots import sentences
from reviewer_app.domain.annotations.annotation import Direction, Kind, Link, MarkStyle, Quad, Rect, WholePlace
from reviewer_app.domain.annotations.quotes import occurrences
from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import BrokenError
from reviewer_app.domain.ids import AnnotationId, PersonId
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.services.annotations.editing import AnnotationDraft, made_of, require_sound
from reviewer_app.services.annotations.locating import PDF, LocatedQuote, quote_spot_in, rect_spot
from reviewer_app.services.ports import UnitOfWork

SCAN = "scan"
_AROUND = (9.0, 5.0)
"""Points that the rectangle leaves beside and above what was set, for paper that lay askew in the scanner."""


def scan_places(
    story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int, wanted: Sequence[tuple[int, str]]
) -> Iterator[Rect]:
    """Yield a rectangle around each of the `wanted` words on its page (from 1), in user space, in points.

    The pages are set once more as they were before the scan; of a page that nobody can read it is what went wrong.
    Raises BrokenError(`demo_story`) where words are missing.
    """
    pages = composed(story, plan, members, seed)
    imprint = imprint_of(story, plan.kind)
    look = look_of(story.number_of("place"), plan.kind)
    printed = print_pdf([pages[page - 1] for page, _ in wanted], look, imprint)
    with PdfDocument(printed) as document:
        for index, (page, text) in enumerate(wanted):
            layer = read_layer(document, index)
            found = occurrences(layer.text, text)
            if not found:
                raise BrokenError("demo_story", story.number)
            yield _spoiled(look) if page in UNREADABLE else _around(layer.quads(*found[0]))


def _around(quads: Sequence[Quad]) -> Rect:
    beside, above = _AROUND
    across = [x for quad in quads for x in quad[::2]]
    up = [y for quad in quads for y in quad[1::2]]
    return min(across) - beside, min(up) - above, max(across) + beside, max(up) + above


def _spoiled(look: AnnexStyle) -> Rect:
    """Return the part of a page that went wrong in the scanner, as far as there was text."""
    beside, _ = _AROUND
    return look.left - beside, look.bottom, look.left + look.width + beside, PAGE_HEIGHT * (1 - 1 / HEAD)


CONTRADICTION = "x"
_KINDS = {"+": Kind.EVIDENCE, "-": Kind.EVIDENCE, CONTRADICTION: Kind.CONTRADICTION}
_DIRECTIONS = {"+": Direction.FOR, "-": Direction.AGAINST, CONTRADICTION: Direction.NONE}
_FINDERS = ("NO", "TA", "AD", "BR")
"""Who finds what contradicts the form, the likeliest first; L. Öztürk never does, and invented people come last."""
_NEVER = frozenset({"OE"})
_MOST_FINDERS = 2
_HALF = 2
"""A passage of twice so many words is marked in part by who comes second."""
_DOUBTING = re.compile(r"\b(?:aber|fehlt|offen|nur|nicht|kein\w*)\b")
_SHORT_NOTE = 120
_NAMED = re.compile(r"\b(A\d\d)\b|\bS\.\s(\d+)(?:\s?(–|und|bis)\s?(\d+))?")
_BOTH = "und"


@dataclass(frozen=True, slots=True)
class PlannedMark:
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


def marks_of(story: Story, reasons: Mapping[str, Mapping[str, str]]) -> Iterator[PlannedMark]:
    """Yield what the reviewers of a story marked, given their reasons by person and criterion."""
    for passage in story.passages:
        for place, who in enumerate(_finders(passage, reasons)):
            yield _as_read(passage, who, place, reasons[who].get(passage.criterion, ""))
    yield from (mark for mark in _noted().get(story.number, ()) if mark.who in reasons)


def _as_read(passage: Passage, who: str, place: int, reason: str) -> PlannedMark:
    """Return what the reader at `place` marks: the first the whole passage, the others a part of it, as they see it."""
    kind, direction, note = _KINDS[passage.sign], _DIRECTIONS[passage.sign], passage.note
    words_read = passage.text.split(" ")
    text, half = passage.text, len(words_read) // 2
    if place and half >= _HALF and kind is Kind.EVIDENCE:
        text = " ".join(words_read[: half + 1] if place % 2 else words_read[half:]).strip(",;.")
        said = next((one for one in sentences(reason) if (passage.annex, passage.page) in cited(one)), "")
        if said.endswith("?"):
            kind, direction = Kind.QUESTION, Direction.NONE
        elif passage.sign == "+" and _DOUBTING.search(said):
            kind, direction = Kind.DOUBT, Direction.AGAINST
        note = said if place % 2 and len(said) <= _SHORT_NOTE else note
    return PlannedMark(who, passage.annex, passage.page, text, kind, passage.criterion, direction, note)


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
def _noted() -> Mapping[str, tuple[PlannedMark, ...]]:
    """Return what single reviewers marked besides, by application."""
    found = {}
    for number, many in data("marks.toml").items():
        records = many if isinstance(many, list) else []
        found[number] = tuple(_mark(one) for one in records if isinstance(one, Mapping))
    return found


def _mark(one: StoryFacts) -> PlannedMark:
    return PlannedMark(
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


_EARLIER = timedelta(minutes=36)
"""How long before an answer its first passage is marked; the next follow after `_APART`."""
_APART = timedelta(minutes=4)


@dataclass(frozen=True, slots=True)
class Reader:
    """A reviewer of one application: who, the reasons by criterion, when each was answered, when it all began."""

    person: PersonId
    name: str
    began: datetime
    reasons: Mapping[str, str]
    answered: dict[str, datetime] = field(default_factory=dict)


def mark_passages(
    uow: UnitOfWork, story: Story, application: Application, readers: Mapping[str, Reader], seed: int
) -> None:
    """Store what each of the `readers` (by their key in the demo) marked in an application; commits nothing."""
    marks = [
        mark
        for mark in marks_of(story, {who: one.reasons for who, one in readers.items()})
        if mark.criterion in {"", *readers[mark.who].answered} and _is_paper(application, mark)
    ]
    spots = _spots(uow, story, application, marks, seed)
    before: Counter[tuple[str, str]] = Counter()
    for mark in marks:
        reader = readers[mark.who]
        begun = reader.answered[mark.criterion] - _EARLIER if mark.criterion else reader.began
        at = (begun + before[mark.who, mark.criterion] * _APART).replace(microsecond=0)
        before[mark.who, mark.criterion] += 1
        draft = _draft(mark, spots.get((mark.annex, mark.page, mark.text)))
        made = made_of(draft, application.id, reader.person, at, _id(mark, application.number, seed))
        require_sound(uow, made, application)
        uow.annotations.put(made, reader.name)


def _is_paper(application: Application, mark: PlannedMark) -> bool:
    """Say whether it can be marked as pages: lists of members are cells, and a file may be none of what it says."""
    papers = {one.kind for one in application.annexes if one.media_type == PDF}
    return not mark.annex or mark.annex in papers


type _Place = tuple[str, int, str]


def _spots(
    uow: UnitOfWork, story: Story, application: Application, marks: Sequence[PlannedMark], seed: int
) -> dict[_Place, LocatedQuote]:
    """Return where each of the passages stands, found once however many people marked it."""
    wanted = dict.fromkeys((mark.annex, mark.page, mark.text) for mark in marks if mark.annex)
    scanned = {kind for kind, plan in story.annexes.items() if plan.trap == SCAN}
    found = {
        (annex, page, text): quote_spot_in(uow, application, annex, page - 1, text, 1)
        for annex, page, text in wanted
        if annex not in scanned
    }
    for kind in sorted(scanned):
        places = [(page, text) for annex, page, text in wanted if annex == kind]
        areas = scan_places(story, story.annexes[kind], members_of(story, seed), seed, places) if places else ()
        for (page, text), area in zip(places, areas, strict=True):
            found[kind, page, text] = rect_spot(uow, application.number, kind, page - 1, area)
    return found


def _draft(mark: PlannedMark, spot: LocatedQuote | None) -> AnnotationDraft:
    """Return what a person marks there; words in a picture are written beside the rectangle."""
    if spot is None:
        return AnnotationDraft(
            WholePlace(), MarkStyle.NOTE, mark.kind, note=mark.note, tags=mark.tags, private=mark.private
        )
    is_area = spot.place.area is not None
    return AnnotationDraft(
        spot.place,
        MarkStyle.AREA if is_area else MarkStyle.HIGHLIGHT,
        mark.kind,
        spot.quote,
        ". ".join(filter(None, (mark.text if is_area else "", mark.note))),
        mark.tags,
        private=mark.private,
        links=mark.links,
    )


def _id(mark: PlannedMark, number: str, seed: int) -> AnnotationId:
    what = (mark.annex, str(mark.page), mark.criterion, mark.text or mark.note)
    return AnnotationId(stable_id(seed, "mark", number, mark.who, *what))
