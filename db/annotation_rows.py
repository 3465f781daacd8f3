"""Rows of annotations to frozen values and back, and the one text that their history keeps of each version."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite
from typing import Any

from sqlalchemy import RowMapping

from db.mapping import Values, dumps, texts
from db.tables import plain
from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    Origin,
    PagePlace,
    Quad,
    Quote,
    Rect,
    Target,
    WholePlace,
)
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId

_QUAD = 8
_RECT = 4
_TIMES = ("created", "changed")


def columns(annotation: Annotation) -> Values:
    """Return the row of an annotation without its links."""
    return _place_columns(annotation.target) | {
        "id": annotation.id,
        "application": annotation.application,
        "author": annotation.author,
        "kind": annotation.kind.value,
        "style": annotation.style.value,
        "quote": plain(annotation.quote.text),
        "quote_before": plain(annotation.quote.before),
        "quote_after": plain(annotation.quote.after),
        "note": plain(annotation.note),
        "tags": plain(dumps(list(annotation.tags))),
        "private": annotation.private,
        "created": annotation.created,
        "changed": annotation.changed,
        "origin": annotation.origin.value,
        "foreign_id": plain(annotation.foreign_id),
        "foreign_author": plain(annotation.foreign_author),
        "state": annotation.state.value,
        "reworded": annotation.reworded,
    }


def _place_columns(place: Target) -> Values:
    row: Values = {"target": "whole", "annex": "", "annex_name": "", "sha256": "", "page": None, "quads": "[]"}
    row |= {"area": "[]", "field": "", "field_row": None, "field_column": ""}
    if isinstance(place, PagePlace):
        row |= {"target": "page", "annex": plain(place.annex), "annex_name": plain(place.name), "sha256": place.sha256}
        row |= {
            "page": place.page,
            "quads": _spelt(place.quads),
            "area": dumps([float(one) for one in place.area or ()]),
        }
    elif isinstance(place, FieldPlace):
        row |= {"target": "field", "field": plain(place.field), "field_row": place.row}
        row |= {"field_column": plain(place.column)}
    return row


def _spelt(quads: Sequence[Quad]) -> str:
    return dumps([[float(number) for number in quad] for quad in quads])


def link_rows(annotation: Annotation) -> list[Values]:
    """Return the rows of an annotation's links."""
    return [
        {"annotation": annotation.id, "criterion": link.criterion, "direction": link.direction.value}
        for link in annotation.links
    ]


def annotation(row: RowMapping | Mapping[str, Any], links: Sequence[tuple[str, str]]) -> Annotation:
    """Return the annotation of a row and its (criterion, direction); raise WorkspaceError where it holds no values."""
    try:
        return Annotation(
            id=AnnotationId(row["id"]),
            application=ApplicationId(row["application"]),
            target=_place(row),
            kind=Kind(row["kind"]),
            style=MarkStyle(row["style"]),
            author=None if row["author"] is None else PersonId(row["author"]),
            created=row["created"],
            changed=row["changed"],
            quote=Quote(row["quote"], row["quote_before"], row["quote_after"]),
            note=row["note"],
            tags=texts(row["tags"], row["id"]),
            private=row["private"],
            links=tuple(sorted(Link(criterion, Direction(direction)) for criterion, direction in links)),
            origin=Origin(row["origin"]),
            foreign_id=row["foreign_id"],
            foreign_author=row["foreign_author"],
            state=AnchorState(row["state"]),
            reworded=row["reworded"],
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise WorkspaceError("workspace_damaged", row["id"]) from error


def _place(row: RowMapping | Mapping[str, Any]) -> Target:
    if row["target"] == "field":
        return FieldPlace(row["field"], row["field_row"], row["field_column"])
    if row["target"] == "whole":
        return WholePlace()
    place = PagePlace(row["annex"], row["annex_name"], row["sha256"], row["page"])
    return PagePlace(place.annex, place.name, place.sha256, place.page, quads(row["quads"]), area(row["area"]))


def quads(text: str) -> tuple[Quad, ...]:
    """Return stored quads; raise ValueError or TypeError where they are none."""
    return tuple(
        (a, b, c, d, e, f, g, h) for a, b, c, d, e, f, g, h in (_numbers(one, _QUAD) for one in _list(json.loads(text)))
    )


def area(text: str) -> Rect | None:
    """Return a stored rectangle, None where there is none; raise ValueError or TypeError for anything else."""
    data = _list(json.loads(text))
    if not data:
        return None
    left, bottom, right, top = _numbers(data, _RECT)
    return left, bottom, right, top


def _list(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(data)
    return data


def _numbers(data: object, count: int) -> list[float]:
    found = [float(one) for one in _list(data)]
    if len(found) != count or not all(map(isfinite, found)):
        raise ValueError(data)
    return found


def as_text(annotation: Annotation) -> str:
    """Return a whole annotation as the history keeps it."""
    row = columns(annotation) | {name: getattr(annotation, name).isoformat() for name in _TIMES}
    return dumps(row | {"links": [[link.criterion, link.direction.value] for link in sorted(annotation.links)]})


def from_text(text: str) -> Annotation:
    """Return the annotation that `as_text` wrote down; raise WorkspaceError where it is none."""
    try:
        row = json.loads(text)
        times = {name: datetime.fromisoformat(row[name]) for name in _TIMES}
        return annotation(row | times, [(criterion, direction) for criterion, direction in row["links"]])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise WorkspaceError("workspace_damaged", text[:40]) from error
