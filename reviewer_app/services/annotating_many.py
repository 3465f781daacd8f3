"""Changing several annotations as one act: all of them or none, and undone as one.

Undoing a change is `store_all` with the values from before, undoing a deletion the same with what it returned.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from reviewer_app.domain.annotation import Annotation
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.services.annotating import ground, require_changeable, require_open
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.moving_annotations import brought_along
from reviewer_app.services.opening import own_name
from reviewer_app.services.ports import UnitOfWork

type Clock = Callable[[], datetime]


def store_all(uow: UnitOfWork, wanted: Sequence[Annotation], clock: Clock) -> Outcome[tuple[Annotation, ...]]:
    """Store annotations as they are given; raise MendableError, and store none, where one of them cannot be."""
    stored = _store(uow, wanted, clock)
    uow.commit()
    return Outcome(stored, _changes(stored))


def _store(uow: UnitOfWork, wanted: Sequence[Annotation], clock: Clock) -> tuple[Annotation, ...]:
    at, by = clock(), own_name(uow)
    here = {application: ground(uow, application) for application in {one.application for one in wanted}}
    wanted = [brought_along(uow, one, here[one.application][0]) for one in wanted]
    differing = [one for one in wanted if one != require_changeable(uow, one, here[one.application])]
    for one in differing:
        uow.annotations.put(replace(one, changed=at), by)
    return tuple(wanted)


def remove_all(uow: UnitOfWork, wanted: Sequence[AnnotationId], clock: Clock) -> Outcome[tuple[Annotation, ...]]:
    """Take annotations away and return them; raise MendableError, and keep all, where one is gone or locked."""
    removed = _remove(uow, wanted, clock)
    uow.commit()
    return Outcome(removed, _changes(removed))


def take_back(
    uow: UnitOfWork, made: Sequence[AnnotationId], before: Sequence[Annotation], clock: Clock
) -> Outcome[tuple[Annotation, ...]]:
    """Take away annotations that an act made and store those it changed as they were before; MendableError as above."""
    found = (*_remove(uow, made, clock), *_store(uow, before, clock))
    uow.commit()
    return Outcome(found, _changes(found))


def _remove(uow: UnitOfWork, wanted: Sequence[AnnotationId], clock: Clock) -> tuple[Annotation, ...]:
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
