"""Whether a stored row can become a value: what SQLite calls sound may still be a flipped bit in a date or a word."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table

from db import annotation_rows, mapping, recognised_rows
from db.tables import application_versions
from reviewer_app.domain.annotations.annotation import Direction, Kind, MarkStyle, Origin
from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.encoding import decode_finding, decode_form, decode_members
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import ConsensusOrigin
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import ReviewOrigin, ReviewState

_CAME_IN = ("form", "form_tables", "members")
"""What came in with a version, in the order of its digest."""

type Check = Callable[[Any], object]


def _texts(text: str) -> None:
    if not all(isinstance(one, str) for one in _list(text)):
        raise ValueError(text)


def _list(text: str) -> list[Any]:
    data = json.loads(text)
    if not isinstance(data, list):
        raise TypeError(text)
    return data


def _findings(text: str) -> None:
    for one in _list(text):
        decode_finding(one)


def _changes(text: str) -> None:
    for one in _list(text):
        mapping.change(one)


def _form_tables(text: str) -> None:
    decode_form({"tables": json.loads(text)})


WORDS: Mapping[str, Check] = {
    "people.role": Role,
    "people.employers": _texts,
    "people.mandates": _texts,
    "reviews.state": ReviewState,
    "reviews.origin": ReviewOrigin,
    "consensus.origin": ConsensusOrigin,
    "conflicts.state": ConflictOfInterest,
    "formal_decisions.outcome": FormalOutcome,
    "attachments.states": lambda text: [AnnexState(one) for one in text.split()],
    "attachments.blank_pages": lambda text: [int(one) for one in text.split()],
    "application_versions.form": lambda text: decode_form(json.loads(text)),
    "application_versions.form_tables": _form_tables,
    "application_versions.members": lambda text: decode_members(json.loads(text)),
    "application_versions.findings": _findings,
    "application_versions.changes": _changes,
    "annotations.kind": Kind,
    "annotations.style": MarkStyle,
    "annotations.origin": Origin,
    "annotations.quads": annotation_rows.quads,
    "annotations.area": annotation_rows.area,
    "annotations.tags": _texts,
    "annotation_links.direction": Direction,
    "recognised_pages.lines": recognised_rows.page,
}
"""What a text must be beyond a text, by table and column."""

REPLACEMENTS: Mapping[str, object] = {
    "people.role": Role.REVIEWER.value,
    "people.employers": "[]",
    "people.mandates": "[]",
    "reviews.origin": ReviewOrigin.DESK.value,
    "consensus.origin": ConsensusOrigin.ENTERED.value,
    "conflicts.state": ConflictOfInterest.OPEN.value,
    "attachments.states": AnnexState.BROKEN.value,
    "attachments.blank_pages": "",
    "application_versions.findings": "[]",
    "application_versions.changes": "[]",
    "annotations.kind": Kind.NOTE.value,
    "annotations.tags": "[]",
    "annotation_links.direction": Direction.NONE.value,
}
"""What stands in for a value that cannot be read, so that the rest of its row can."""

WHERE_ONLY_INDEXES_ARE_LEFT: Mapping[str, Mapping[str, object]] = {
    "applications": {"newest": 1},
    "people": {"name": "?", "number": 0, "role": Role.REVIEWER.value, "employers": "[]", "mandates": "[]"},
    "reviews": {
        "state": ReviewState.DRAFT.value,
        "origin": ReviewOrigin.DESK.value,
        "overall": "",
        "begun_at": "1970-01-01 00:00:00.000000",
        "reopened_reason": "",
        "edition": 1,
    },
}
"""What stands beside the indexed columns of a row whose page is lost, so that what hangs on the row is not lost too."""


def faults(table: Table, row: Sequence[Any]) -> tuple[str, ...]:
    """Return the names of the columns of a raw row (in the order of the table) that hold no value of theirs."""
    found = []
    proven = _CAME_IN if table is application_versions and _is_as_it_came_in(row) else ()
    for (name, check), value in zip(_checks(table), row, strict=True):
        if name in proven:
            continue
        try:
            check(value)
        except (ValueError, TypeError, AttributeError, RecursionError):
            found.append(name)
    return tuple(found)


def _is_as_it_came_in(version: Sequence[Any]) -> bool:
    """Say whether form and members of a version are those of its digest: ten times quicker than reading them."""
    columns = dict(zip(application_versions.c.keys(), version, strict=True))
    try:
        return bool(mapping.digest(columns[name] for name in _CAME_IN) == columns["digest"])
    except (ValueError, TypeError):
        return False


def mended(table: Table, row: Sequence[Any]) -> list[Any] | None:
    """Return the row with what cannot be read left empty or replaced, None where too little is left of it."""
    whole = list(row)
    for name in faults(table, row):
        column = table.c[name]
        key = f"{table.name}.{name}"
        if key not in REPLACEMENTS and not column.nullable:
            return None
        whole[list(table.c).index(column)] = REPLACEMENTS.get(key)
    return whole


@cache
def _checks(table: Table) -> tuple[tuple[str, Check], ...]:
    """Return for each column what raises where a raw value cannot be one of its values."""
    return tuple((column.name, _check(column, WORDS.get(f"{table.name}.{column.name}"))) for column in table.columns)


def _check(column: Column[Any], words: Check | None) -> Check:
    kind = _kind(column)
    spelling = words or _spelling(column)
    nullable = bool(column.nullable)

    def check(value: Any) -> None:  # noqa: ANN401  # a damaged file holds anything
        if value is None and nullable:
            return
        if not isinstance(value, kind):
            raise TypeError(value)
        if spelling is not None:
            spelling(value)

    return check


def _kind(column: Column[Any]) -> type:
    if isinstance(column.type, Boolean | Integer):
        return int
    return bytes if isinstance(column.type, LargeBinary) else str


def _spelling(column: Column[Any]) -> Check | None:
    if isinstance(column.type, DateTime):
        return datetime.fromisoformat
    if isinstance(column.type, Date):
        return date.fromisoformat
    return bool_of if isinstance(column.type, Boolean) else None


def bool_of(value: int) -> bool:
    """Return the truth value of 0 or 1; raise ValueError for anything else."""
    if value not in (0, 1):
        raise ValueError(value)
    return bool(value)
