"""The list „Alle Anmerkungen“: which annotations a filter lets through, in which order, and how one is quoted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reviewer_app.domain.annotation import AnchorState, Annotation, FieldPlace, Kind, Origin, PagePlace
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.letters import letters

_KINDS = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; an empty set, None or an empty text lets everything through.

    `text` is looked for in quote, note and tags by its letters, so that case, spaces and line breaks do not matter.
    `linked` tells evidence for a criterion from what is linked to none.
    """

    text: str = ""
    kinds: frozenset[Kind] = frozenset()
    criteria: frozenset[str] = frozenset()
    annexes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    authors: frozenset[PersonId | None] = frozenset()
    origin: Origin | None = None
    state: AnchorState | None = None
    private: bool | None = None
    linked: bool | None = None

    def lets_through(self, annotation: Annotation) -> bool:
        """Say whether the annotation is asked for."""
        sets = (
            not self.kinds or annotation.kind in self.kinds,
            not self.criteria or not self.criteria.isdisjoint(annotation.criteria),
            not self.annexes or annotation.annex in self.annexes,
            not self.tags or not self.tags.isdisjoint(annotation.tags),
            not self.authors or annotation.author in self.authors,
        )
        facts = (
            self.origin in (None, annotation.origin),
            self.state in (None, annotation.state),
            self.private in (None, annotation.private),
            self.linked in (None, bool(annotation.links)),
        )
        return all(sets) and all(facts) and self._has_text(annotation)

    def _has_text(self, annotation: Annotation) -> bool:
        wanted = letters(self.text).text
        texts = (annotation.quote.text, annotation.note, *annotation.tags)
        return not wanted or any(wanted in letters(text).text for text in texts)


class Order(StrEnum):
    """What the list is sorted by; within equals the place decides."""

    PLACE = "place"
    CREATED = "created"
    CHANGED = "changed"
    KIND = "kind"
    CRITERION = "criterion"
    AUTHOR = "author"


def place_key(annotation: Annotation) -> tuple[Any, ...]:
    """Return what sorts annotations as one reads: the whole, the form, the annexes by kind, page, from the top down."""
    place = annotation.target
    if isinstance(place, PagePlace):
        top = max((*(max(quad[1::2]) for quad in place.quads), *((place.area[3],) if place.area else ())), default=1e9)
        left = min((*(min(quad[::2]) for quad in place.quads), *((place.area[0],) if place.area else ())), default=0.0)
        spot: tuple[Any, ...] = (2, place.annex, place.name, place.page, -top, left)
    elif isinstance(place, FieldPlace):
        spot = (1, place.field, "", -1 if place.row is None else place.row, 0.0, 0.0)
    else:
        spot = (0, "", "", 0, 0.0, 0.0)
    return (*spot, annotation.created, annotation.id)


def ordered(
    annotations: Iterable[Annotation],
    order: Order = Order.PLACE,
    *,
    names: Mapping[PersonId, str] | None = None,
    backwards: bool = False,
) -> tuple[Annotation, ...]:
    """Return annotations sorted; `names` of people are needed for the order of authors. `backwards` turns it round."""
    known = names or {}
    keys: Mapping[Order, Callable[[Annotation], Any]] = {
        Order.PLACE: lambda _: 0,
        Order.CREATED: lambda one: one.created,
        Order.CHANGED: lambda one: one.changed,
        Order.KIND: lambda one: _KINDS[one.kind],
        Order.CRITERION: lambda one: (not one.links, one.criteria),
        Order.AUTHOR: lambda one: known.get(one.author, "") if one.author else one.foreign_author,
    }
    key = keys[order]
    return tuple(sorted(annotations, key=lambda one: (key(one), *place_key(one)), reverse=backwards))


def matching(annotations: Iterable[Annotation], wanted: Filter) -> tuple[Annotation, ...]:
    """Return the annotations a filter lets through, in the order given."""
    return tuple(one for one in annotations if wanted.lets_through(one))


def evidence_for(annotations: Iterable[Annotation], criterion: str) -> tuple[Annotation, ...]:
    """Return what bears on a criterion, as one reads."""
    return ordered(one for one in annotations if criterion in one.criteria)
