"""Annotations that a PDF already holds: which of them were written here, and what says that two are the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import pikepdf

from reviewer_app.domain.annotation import Rect
from reviewer_app.domain.foreign_identity import foreign_identity

_NOT_COMPARED = frozenset({"/AP", "/P"})
_CORNERS = 4
MOST_ANNOTATIONS = 200_000
"""Things in the lists of all pages of a file; pages of a hostile one share a list, so that few bytes are very many."""


def annotations(page: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what stands in a page's list of annotations, whatever it is."""
    found = page.get("/Annots")
    return [found[index] for index in range(len(found))] if isinstance(found, pikepdf.Array) else []


def are_too_many(pages: Iterable[pikepdf.Object]) -> bool:
    """Say whether the pages hold more than can be looked at."""
    lists = (page.get("/Annots") for page in pages)
    return sum(len(found) for found in lists if isinstance(found, pikepdf.Array)) > MOST_ANNOTATIONS


def name_of(annotation: pikepdf.Object) -> str:
    """Return the /NM of an annotation, empty where it has none."""
    return text_of(annotation, "/NM") if isinstance(annotation, pikepdf.Dictionary) else ""


def identities(pages: Sequence[pikepdf.Object]) -> Iterator[str]:
    """Give the foreign identities of all annotations of the pages."""
    for number, page in enumerate(pages):
        for each in annotations(page):
            if isinstance(each, pikepdf.Dictionary):
                subtype = str(each.get("/Subtype", "/"))[1:]
                yield foreign_identity(name_of(each), number, subtype, rect_of(each), text_of(each, "/Contents"))


def same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    """Say whether two annotations say the same at the same place."""
    return _facts(one) == _facts(other)


def text_of(thing: pikepdf.Object, key: str) -> str:
    """Return a text of a dictionary, empty where it is none."""
    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.String) else ""


def rect_of(annotation: pikepdf.Object) -> Rect:
    """Return the /Rect of an annotation, zero where it has none."""
    found = annotation.get("/Rect")
    if not isinstance(found, pikepdf.Array) or len(found) != _CORNERS:
        return 0.0, 0.0, 0.0, 0.0
    values = [number(found[index]) for index in range(_CORNERS)]
    across, down = sorted(values[::2]), sorted(values[1::2])
    return across[0], down[0], across[1], down[1]


def number(value: object) -> float:
    """Return a number of a PDF, 0 for anything else."""
    return float(value) if isinstance(value, int | float | Decimal) else 0.0


def _facts(thing: pikepdf.Object) -> Mapping[str, bytes]:
    keys = (key for key in thing.keys() if key not in _NOT_COMPARED)  # noqa: SIM118  # a PDF dictionary iterates over nothing
    return {key: _bytes(thing[key]) for key in keys}


def _bytes(value: object) -> bytes:
    return value.unparse() if isinstance(value, pikepdf.Object) else str(value).encode()
