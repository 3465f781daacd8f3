"""Marking and noting: every way annotations are made, changed, taken away and listed, as author or as who may see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from reviewer_app.domain.annotations.annotation import (
    MOST_NOTE,
    MOST_TAG,
    MOST_TAGS,
    AnchorState,
    Annotation,
    Direction,
    Kind,
    Link,
    MarkStyle,
    Quote,
    Target,
    Viewer,
    WholePlace,
    clean_tags,
    fault_of,
    linked,
    style_at,
    unlinked,
)
from reviewer_app.domain.annotations.listing import AnnotationQuery, Order, matching, ordered
from reviewer_app.domain.annotations.reading_order import ReadingOrder
from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId, new_id
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.permissions import Act, Denial, Role
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.services.annotations.newer_version import brought_along
from reviewer_app.services.annotations.words import field_label
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.permissions import application_of, author_here, require, situation
from reviewer_app.services.ports import AnnotationEntry, UnitOfWork
from reviewer_app.services.round import own_name


@dataclass(frozen=True, slots=True)
class AnnotationDraft:
    """What a person marks: where, and what of it is known at once."""

    target: Target
    style: MarkStyle
    kind: Kind = Kind.EVIDENCE
    quote: Quote = field(default_factory=Quote)
    note: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An annotation for a list: `number` of the application, `author` by name, `locked` why it stays as it is.

    `label` names the form field it stands at;
    `place` sorts the annotations of one application as one reads.
    """

    annotation: Annotation
    number: str
    author: str
    locked: Denial | None
    label: Localised | None = None
    place: tuple[Any, ...] = ()


def viewer(uow: UnitOfWork, application: Application) -> Viewer:
    """Return what the person at this desk may see and change of an application's annotations."""
    facts, people, states = uow.rounds.get(), uow.people.all(), uow.reviews.states(application.id)
    me = next((one for one in people if one.id == facts.me), None)
    finished = {person for person, state in states.items() if state is ReviewState.SUBMITTED}
    here = replace(situation(uow, me, application), submitted=me is not None and me.id in finished)
    expected = set(uow.people.expected(application.id))
    finished |= {one.id for one in people if one.role is not Role.REVIEWER and one.id not in expected}
    return Viewer(me.id if me else None, here, frozenset(finished))


def annotations(
    uow: UnitOfWork,
    number: str | None = None,
    wanted: AnnotationQuery | None = None,
    order: Order = Order.PLACE,
    *,
    backwards: bool = False,
) -> tuple[Listed, ...]:
    """Return what the person at this desk may see of one application or of all, by number, filtered and sorted.

    Raises MendableError: `unknown_application`; `conflict_excluded` where that one is closed to this person.
    """
    names = {one.id: one.name for one in uow.people.all()}
    found: list[Listed] = []
    for application, every in _held(uow, number):
        who = viewer(uow, application)
        if number is not None:
            require(Act.READ_ANNOTATIONS, who.situation, number)
        seen = matching((one for one in every if who.sees(one)), wanted or AnnotationQuery())
        if seen:
            catalogue = uow.catalogues.get(application.catalogue)
            key = ReadingOrder.of(catalogue).key
            found += (
                Listed(
                    one,
                    application.number,
                    _author(one, names),
                    who.locked(one),
                    field_label(one.target, catalogue),
                    key(one),
                )
                for one in ordered(seen, order, place=key, names=names, backwards=backwards)
            )
    return tuple(found)


def _held(uow: UnitOfWork, number: str | None) -> list[tuple[Application, tuple[Annotation, ...]]]:
    if number is None:
        every = uow.annotations.all()
        return [(one, every[one.id]) for one in uow.applications.all(light=True) if one.id in every]
    application = application_of(uow, number)
    return [(application, uow.annotations.of(application.id))]


def _author(annotation: Annotation, names: dict[PersonId, str]) -> str:
    """Return who made it as the other program spells it, else by the name in this round."""
    known = names.get(annotation.author, "") if annotation.author else ""
    return annotation.foreign_author or known


def mark(uow: UnitOfWork, application: ApplicationId, draft: AnnotationDraft, at: datetime) -> Outcome[Annotation]:
    """Make an annotation; raise MendableError where it cannot be, names no criterion, or all is locked."""
    return _stored(uow, made_of(draft, application, author_here(uow).id, at, AnnotationId(new_id())), at)


def made_of(
    draft: AnnotationDraft, application: ApplicationId, author: PersonId, at: datetime, name: AnnotationId
) -> Annotation:
    """Return the annotation that `author` makes by marking `draft`; nothing is stored."""
    return Annotation(
        id=name,
        application=application,
        target=draft.target,
        kind=draft.kind,
        style=draft.style,
        author=author,
        created=at,
        changed=at,
        quote=draft.quote,
        note=draft.note,
        tags=clean_tags(draft.tags),
        private=draft.private,
        links=tuple(sorted(draft.links)),
    )


def change(
    uow: UnitOfWork,
    annotation: AnnotationId,
    at: datetime,
    *,
    note: str | None = None,
    kind: Kind | None = None,
    tags: Sequence[str] | None = None,
    private: bool | None = None,
) -> Outcome[Annotation]:
    """Change what is given and leave the rest; raise MendableError where it is gone or locked."""
    before = _present(uow, annotation)
    after = replace(
        before,
        note=before.note if note is None else note,
        kind=before.kind if kind is None else kind,
        tags=before.tags if tags is None else clean_tags(tags),
        private=before.private if private is None else private,
    )
    return _stored(uow, after, at)


def link(
    uow: UnitOfWork,
    annotation: AnnotationId,
    criterion: str,
    at: datetime,
    direction: Direction = Direction.NONE,
) -> Outcome[Annotation]:
    """Make it evidence for a criterion, or give that evidence another direction."""
    before = _present(uow, annotation)
    return _stored(uow, replace(before, links=linked(before.links, Link(criterion, direction))), at)


def unlink(uow: UnitOfWork, annotation: AnnotationId, criterion: str, at: datetime) -> Outcome[Annotation]:
    """Take back that it is evidence for a criterion."""
    before = _present(uow, annotation)
    return _stored(uow, replace(before, links=unlinked(before.links, criterion)), at)


def place_anew(
    uow: UnitOfWork, annotation: AnnotationId, target: Target, quote: Quote, at: datetime
) -> Outcome[Annotation]:
    """Put an orphaned (or any) annotation where a person says; it stands there as if it had been marked there."""
    before = _present(uow, annotation)
    style = style_at(target, before.style)
    after = replace(before, target=target, style=style, quote=quote, state=AnchorState.ANCHORED, reworded=False)
    return _stored(uow, after, at)


def keep_without_place(uow: UnitOfWork, annotation: AnnotationId, at: datetime) -> Outcome[Annotation]:
    """Let an orphaned annotation stand for the application as a whole, with the words it was made at."""
    before = _present(uow, annotation)
    after = replace(before, target=WholePlace(), style=MarkStyle.NOTE, state=AnchorState.ANCHORED, reworded=False)
    return _stored(uow, after, at)


def remove(uow: UnitOfWork, annotation: AnnotationId, at: datetime) -> Outcome[Annotation]:
    """Take an annotation away and return it, so that it can be put back; the history keeps it."""
    before = _present(uow, annotation)
    require_open(uow, before)
    uow.annotations.remove(annotation, at, own_name(uow))
    uow.commit()
    return Outcome(before, _changes([before]))


def put_back(uow: UnitOfWork, annotation: Annotation, at: datetime) -> Outcome[Annotation]:
    """Store an annotation as it was before a change or a deletion: how both are undone."""
    return _stored(uow, annotation, at)


def history(uow: UnitOfWork, number: str, annotation: AnnotationId | None = None) -> tuple[AnnotationEntry, ...]:
    """Return every version of the annotations (or one) of an application that this person may see, oldest first.

    A version that was private is shown to its author alone, whatever became of it.
    """
    application = application_of(uow, number)
    who = viewer(uow, application)

    def is_shown(entry: AnnotationEntry) -> bool:
        return all(who.sees(one) for one in (entry.before, entry.after) if one is not None)

    every = uow.annotations.history(application.id)
    return tuple(one for one in every if annotation in (None, one.annotation) and is_shown(one))


def _present(uow: UnitOfWork, annotation: AnnotationId) -> Annotation:
    found = uow.annotations.find(annotation)
    if found is None or not viewer(uow, uow.applications.get(found.application, light=True)).sees(found):
        raise MendableError("unknown_annotation")
    return found


def _stored(uow: UnitOfWork, after: Annotation, at: datetime) -> Outcome[Annotation]:
    """Check and store a new value and commit; the same value again changes nothing."""
    after = brought_along(uow, after)
    if after != require_changeable(uow, after):
        uow.annotations.put(replace(after, changed=at), own_name(uow))
        uow.commit()
    stored = uow.annotations.find(after.id) or after
    return Outcome(stored, _changes([stored]))


type AnnotationAccess = tuple[Application, Viewer]
"""An application, read lightly, and what the person at this desk may see and change there."""


def ground(uow: UnitOfWork, application: ApplicationId) -> AnnotationAccess:
    """Look up what decides over the annotations of an application."""
    found = uow.applications.get(application, light=True)
    return found, viewer(uow, found)


def require_changeable(uow: UnitOfWork, after: Annotation, here: AnnotationAccess | None = None) -> Annotation | None:
    """Return what stands in the store for `after`; raise MendableError where this person may not put it there."""
    application, who = here or ground(uow, after.application)
    before = uow.annotations.find(after.id)
    for one in (before, after):
        if one is not None:
            _require_open(one, who, application.number)
    require_sound(uow, after, application)
    return before


def require_open(uow: UnitOfWork, annotation: Annotation, here: AnnotationAccess | None = None) -> None:
    """Raise MendableError where this person may not change it as it stands."""
    application, who = here or ground(uow, annotation.application)
    _require_open(annotation, who, application.number)


def _require_open(annotation: Annotation, who: Viewer, number: str) -> None:
    denial = who.locked(annotation)
    if denial is not None:
        raise MendableError(denial.code, number)


def require_sound(uow: UnitOfWork, annotation: Annotation, application: Application) -> None:
    """Raise MendableError where it cannot be: a place that does not bear its style, too long, an unknown criterion."""
    fault = fault_of(annotation)
    if fault == "annotation_note_too_long":
        raise MendableError(fault, application.number, count=len(annotation.note), limit=MOST_NOTE)
    if fault:
        raise MendableError(fault, application.number, most=MOST_TAGS, limit=MOST_TAG)
    known = {one.key for one in uow.catalogues.get(application.catalogue).criteria}
    for criterion in annotation.criteria:
        if criterion not in known:
            raise MendableError("unknown_criterion", criterion)


def store_all(
    uow: UnitOfWork, wanted: Sequence[Annotation], clock: Callable[[], datetime]
) -> Outcome[tuple[Annotation, ...]]:
    """Store annotations as they are given; raise MendableError, and store none, where one of them cannot be."""
    stored = _store(uow, wanted, clock)
    uow.commit()
    return Outcome(stored, _changes(stored))


def _store(uow: UnitOfWork, wanted: Sequence[Annotation], clock: Callable[[], datetime]) -> tuple[Annotation, ...]:
    at, by = clock(), own_name(uow)
    here = {application: ground(uow, application) for application in {one.application for one in wanted}}
    wanted = [brought_along(uow, one, here[one.application][0]) for one in wanted]
    differing = [one for one in wanted if one != require_changeable(uow, one, here[one.application])]
    for one in differing:
        uow.annotations.put(replace(one, changed=at), by)
    return tuple(wanted)


def remove_all(
    uow: UnitOfWork, wanted: Sequence[AnnotationId], clock: Callable[[], datetime]
) -> Outcome[tuple[Annotation, ...]]:
    """Take annotations away and return them; raise MendableError, and keep all, where one is gone or locked."""
    removed = _remove(uow, wanted, clock)
    uow.commit()
    return Outcome(removed, _changes(removed))


def take_back(
    uow: UnitOfWork, made: Sequence[AnnotationId], before: Sequence[Annotation], clock: Callable[[], datetime]
) -> Outcome[tuple[Annotation, ...]]:
    """Take away annotations that an act made and store those it changed as they were before; MendableError as above."""
    found = (*_remove(uow, made, clock), *_store(uow, before, clock))
    uow.commit()
    return Outcome(found, _changes(found))


def _remove(uow: UnitOfWork, wanted: Sequence[AnnotationId], clock: Callable[[], datetime]) -> tuple[Annotation, ...]:
    at, by = clock(), own_name(uow)
    found = [uow.annotations.find(one) for one in wanted]
    present = [one for one in found if one is not None]
    if len(present) < len(wanted):
        raise MendableError("unknown_annotation")
    here = {application: ground(uow, application) for application in {one.application for one in present}}
    for one in present:
        require_open(uow, one, here[one.application])
    for one in present:
        uow.annotations.remove(one.id, at, by)
    return tuple(present)


def _changes(annotations: Sequence[Annotation]) -> Changes:
    return Changes(frozenset({Changed.ANNOTATIONS}), frozenset(one.application for one in annotations))
