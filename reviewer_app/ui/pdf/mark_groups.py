"""Marks on the very same passage that bear on one criterion: they share a tag, which says how many they are.

A mark without a criterion shares it with those without one.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Protocol

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.pdf.mark_tags import Tag

_ORDER = tuple(Kind)


class Marked(Protocol):
    """A mark of one annotation."""

    @property
    def id(self) -> str:
        """The annotation."""
        ...


@dataclass(frozen=True, slots=True)
class MarkGroup[M: Marked]:
    """Marks under one tag, in the order in which they are reached; never empty."""

    marks: tuple[M, ...]
    tag: Tag

    @property
    def first(self) -> M:
        """The mark that stands for all: they cover the same."""
        return self.marks[0]

    def holds(self, annotation: str) -> bool:
        """Say whether an annotation is one of them."""
        return any(mark.id == annotation for mark in self.marks)

    def after(self, annotation: str) -> str:
        """Return the annotation that follows one of them, round and round; the first one after any other."""
        ids = [mark.id for mark in self.marks]
        return ids[(ids.index(annotation) + 1) % len(ids)] if annotation in ids else ids[0]


def grouped[M: Marked](
    marks: Iterable[M], passage: Callable[[M], Hashable], tag: Callable[[M], Tag]
) -> list[MarkGroup[M]]:
    """Return marks by passage and criterion, each group where its first mark stood; `tag` is that of one mark alone."""
    found: dict[tuple[Hashable, str], list[tuple[M, Tag]]] = {}
    for mark in marks:
        alone = tag(mark)
        found.setdefault((passage(mark), alone.key), []).append((mark, alone))
    return [MarkGroup(tuple(mark for mark, _ in each), _shared([one for _, one in each])) for each in found.values()]


def _shared(tags: list[Tag]) -> Tag:
    """Return the one tag of several, with every kind among them."""
    if len(tags) == 1:
        return tags[0]
    kinds = sorted({tag.kind for tag in tags}, key=_ORDER.index)
    return Tag(tags[0].key, kinds[0], tags[0].is_open, len(tags), tuple(kinds[1:]))
