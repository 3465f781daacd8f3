"""Whether a stored row can become a value: what SQLite calls sound may still be a flipped bit in a date or a word."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table

from db import tables
from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.completeness import FormalOutcome
from reviewer_app.domain.consolidation import ConsensusOrigin
from reviewer_app.domain.encoding import decode_finding, decode_form, decode_members
from reviewer_app.domain.review import ReviewOrigin, ReviewState, Role

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
        field, before, after = one
        if not all(isinstance(part, str) for part in (field, before, after)):
            raise TypeError(one)


def _form_tables(text: str) -> None:
    decode_form({"tables": json.loads(text)})


WORDS: Mapping[str, Check] = {
    "people.role": Role,
    "people.employers": _texts,
    "people.mandates": _texts,
    "reviews.state": ReviewState,
    "reviews.origin": ReviewOrigin,
    "consensus.origin": ConsensusOrigin,
    "formal_decisions.outcome": FormalOutcome,
    "attachments.states": lambda text: [AnnexState(one) for one in text.split()],
    "attachments.blank_pages": lambda text: [int(one) for one in text.split()],
    "application_versions.form": lambda text: decode_form(json.loads(text)),
    "application_versions.form_tables": _form_tables,
    "application_versions.members": lambda text: decode_members(json.loads(text)),
    "application_versions.findings": _findings,
    "application_versions.changes": _changes,
}
"""What a text must be beyond a text, by table and column."""

REPLACEMENTS: Mapping[str, object] = {
    "people.role": Role.REVIEWER.value,
    "people.employers": "[]",
    "people.mandates": "[]",
    "reviews.origin": ReviewOrigin.DESK.value,
    "consensus.origin": ConsensusOrigin.ENTERED.value,
    "attachments.states": AnnexState.BROKEN.value,
    "attachments.blank_pages": "",
    "application_versions.findings": "[]",
    "application_versions.changes": "[]",
}
"""What stands in for a value that cannot be read, so that the rest of its row can."""


def faults(table: Table, row: Sequence[Any]) -> tuple[str, ...]:
    """Return the names of the columns of a raw row (in the order of the table) that hold no value of theirs."""
    return tuple(
        column.name for column, value in zip(table.columns, row, strict=True) if not _fits(table, column, value)
    )


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


def _fits(table: Table, column: Column[Any], value: Any) -> bool:  # noqa: ANN401  # a damaged file holds anything
    if value is None:
        return bool(column.nullable)
    try:
        _require_kind(column, value)
        check = WORDS.get(f"{table.name}.{column.name}")
        if check is not None:
            check(value)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return False
    return True


def _require_kind(column: Column[Any], value: Any) -> None:  # noqa: ANN401  # a damaged file holds anything
    """Raise TypeError or ValueError where a raw value is not what the column's type writes."""
    kind = column.type
    if isinstance(kind, Boolean) and value not in (0, 1):
        raise ValueError(value)
    wanted = int if isinstance(kind, Boolean | Integer) else bytes if isinstance(kind, LargeBinary) else str
    if not isinstance(value, wanted):
        raise TypeError(value)
    if isinstance(kind, DateTime):
        datetime.strptime(str(value), "%Y-%m-%d %H:%M:%S.%f")  # noqa: DTZ007  # stored without a zone
    elif isinstance(kind, Date):
        date.fromisoformat(str(value))


IN_BULK = (tables.file_chunks, tables.history)
"""Tables too large to be looked at row by row on every opening."""
