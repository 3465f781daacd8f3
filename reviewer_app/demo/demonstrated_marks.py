"""Lets the reviewers of the demo mark what their reasons rest on, at the very words of the annexes taken in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reviewer_app.demo.dice import stable_id
from reviewer_app.demo.marks import Mark, marks_of
from reviewer_app.demo.members import members_of
from reviewer_app.demo.scan_places import SCAN, scan_places
from reviewer_app.demo.story import Story
from reviewer_app.domain.annotation import Style, WholePlace
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import AnnotationId, PersonId
from reviewer_app.services.annotating import Draft, made_of, require_sound
from reviewer_app.services.marking import PDF, Spot, quote_spot_in, rect_spot
from reviewer_app.services.ports import UnitOfWork

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


def _is_paper(application: Application, mark: Mark) -> bool:
    """Say whether it can be marked as pages: lists of members are cells, and a file may be none of what it says."""
    papers = {one.kind for one in application.attachments if one.media_type == PDF}
    return not mark.annex or mark.annex in papers


type _Place = tuple[str, int, str]


def _spots(
    uow: UnitOfWork, story: Story, application: Application, marks: Sequence[Mark], seed: int
) -> dict[_Place, Spot]:
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


def _draft(mark: Mark, spot: Spot | None) -> Draft:
    """Return what a person marks there; words in a picture are written beside the rectangle."""
    if spot is None:
        return Draft(WholePlace(), Style.NOTE, mark.kind, note=mark.note, tags=mark.tags, private=mark.private)
    is_area = spot.place.area is not None
    return Draft(
        spot.place,
        Style.AREA if is_area else Style.HIGHLIGHT,
        mark.kind,
        spot.quote,
        ". ".join(filter(None, (mark.text if is_area else "", mark.note))),
        mark.tags,
        private=mark.private,
        links=mark.links,
    )


def _id(mark: Mark, number: str, seed: int) -> AnnotationId:
    what = (mark.annex, str(mark.page), mark.criterion, mark.text or mark.note)
    return AnnotationId(stable_id(seed, "mark", number, mark.who, *what))
