"""The list „Alle Anmerkungen“: which annotations a filter lets through, in which order, and how one is quoted."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Kind, Origin
from reviewer_app.domain.annotations.reading_order import ReadingOrder
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.text.letters import letters

_PLAIN = ReadingOrder().key
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KINDS = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class AnnotationQuery:
    """What is asked for; an empty set, None or an empty text lets everything through.

    Every word of `text` is looked for in quote, note and tags by its letters, so that case, spaces, line breaks and how
    umlauts are spelt do not matter.
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
        wanted = [spelt(word) for word in self.text.split()]
        texts = (annotation.quote.text, annotation.note, *annotation.tags) if wanted else ()
        held = [spelt(text) for text in texts]
        return all(any(word in text for text in held) for word in wanted)


def spelt(text: str) -> str:
    """Return the letters of a text as they are compared while one types: umlauts and ß spelt out."""
    return letters(unicodedata.normalize("NFC", text)).text.translate(_UMLAUTS)


class Order(StrEnum):
    """What the list is sorted by; within equals the place decides."""

    PLACE = "place"
    CREATED = "created"
    CHANGED = "changed"
    KIND = "kind"
    CRITERION = "criterion"
    AUTHOR = "author"


def ordered(
    annotations: Iterable[Annotation],
    order: Order = Order.PLACE,
    *,
    place: Callable[[Annotation], tuple[Any, ...]] = _PLAIN,
    names: Mapping[PersonId, str] | None = None,
    backwards: bool = False,
) -> tuple[Annotation, ...]:
    """Return annotations sorted; `place` decides within equals. `backwards` turns it round.

    `names` of people are needed for the order of authors.
    """
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
    return tuple(sorted(annotations, key=lambda one: (key(one), *place(one)), reverse=backwards))


def matching(annotations: Iterable[Annotation], wanted: AnnotationQuery) -> tuple[Annotation, ...]:
    """Return the annotations a filter lets through, in the order given."""
    return tuple(one for one in annotations if wanted.lets_through(one))
