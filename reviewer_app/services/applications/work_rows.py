"""The list of applications as facts, and the text a workspace caches it as.

It needs nothing heavy when it is imported, because a cached list is shown before store, catalogue and rules are loaded.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, cast, get_args, get_type_hints

from resources.languages import SOURCE
from reviewer_app import VERSION
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.standing import Standing, standing_of

LONGEST = 4_000_000
"""Characters of a list that is cached at most; a longer one costs more than it saves."""


@dataclass(frozen=True, slots=True)
class ListFigures:
    """What the reviews of one application add up to, as far as a list says it.

    `unsettled` criteria keep it from being released: the open ones, and those that nobody gave a value.
    `rule` is the id of the rule that speaks, empty where none does, and `result` its name or the reason why none does;
    `total` is in points, and rounding may not seem to reach one of `thresholds`.
    """

    counted: int
    open_criteria: int
    unsettled: int
    rule: str
    result: Localised
    total: Fraction | None
    thresholds: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One application in the list; `submitted_at`, `progress`, `reasons_open` are of one's own review.

    `late` is how many reviews were handed in after they were due. `figures` is None for those who may not see them,
    `conflict` where nothing was stated. `land`, `technology` and `procedure` are keys of value lists.
    """

    number: str
    name: str
    procedure: str
    state: ApplicationState
    land: str
    technology: str
    due: date | None
    submitted_at: datetime | None
    progress: tuple[int, int]
    reasons_open: int
    submitted: int
    expected: int
    formal_open: int
    conflict: ConflictOfInterest | None
    is_released: bool
    late: int
    figures: ListFigures | None

    @property
    def standing(self) -> Standing:
        """Where the application stands."""
        return standing_of(self.state, formal_open=self.formal_open, released=self.is_released)

    @property
    def is_submitted(self) -> bool:
        """One's own review is handed in."""
        return self.submitted_at is not None


@dataclass(frozen=True, slots=True)
class WorkList:
    """All applications by number, whose list it is, and what its keys of value lists are called.

    `person` is an id, empty where nobody said who works here.
    """

    person: str
    name: str
    role: Role
    title: str
    is_demo: bool
    rows: tuple[WorkRow, ...]
    procedures: Mapping[str, Localised]
    lands: Mapping[str, Localised]
    technologies: Mapping[str, Localised]


def written(found: WorkList) -> str:
    """Return a list as text."""
    return json.dumps((VERSION, found), default=_plain, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> WorkList | None:
    """Return the list in `text`; None where it is of another version, or not a list through and through."""
    try:
        version, found = json.loads(text)
        return cast("WorkList", _maker(WorkList)(found)) if version == VERSION else None
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return None


def _plain(value: Any) -> object:  # noqa: ANN401 # reason: whatever a list is made of
    """Return what JSON knows of a value; the parts of a record in the order of its fields."""
    match value:
        case Localised():
            return value.texts
        case Fraction():
            return value.as_integer_ratio()
        case date():
            return value.isoformat()
    return [getattr(value, one.name) for one in fields(value)]


@cache
def _maker(kind: type[Any]) -> Callable[[Any], Any]:
    """Return what makes a value of a field's type from what JSON knows of it; it raises where that is another thing."""
    if kind in _MAKERS or not get_args(kind):
        return _MAKERS.get(kind) or (_record(kind) if is_dataclass(kind) else kind)
    first, *others = (_maker(one) for one in get_args(kind) if one not in {NoneType, Ellipsis})
    if NoneType in get_args(kind):
        return lambda kept: None if kept is None else first(kept)
    if Ellipsis in get_args(kind):
        return lambda kept: tuple(map(first, _a(list, kept)))
    if issubclass(kind.__origin__, tuple):
        return lambda kept: _each((first, *others), kept)
    return lambda kept: {first(key): others[0](one) for key, one in kept.items()}


def _record(kind: type[Any]) -> Callable[[Any], Any]:
    kinds = get_type_hints(kind)
    makers = tuple(_maker(kinds[one.name]) for one in fields(kind))
    return lambda kept: kind(*_each(makers, kept))


def _each(makers: tuple[Callable[[Any], Any], ...], kept: object) -> tuple[Any, ...]:
    return tuple(make(one) for make, one in zip(makers, _a(list, kept), strict=True))


def _a[T](kind: type[T], kept: object) -> T:
    if type(kept) is not kind:
        raise TypeError
    return kept


def _text(kept: object) -> str:
    return _a(str, kept).encode().decode()  # a half of a pair is no text, and Qt takes none


def _count(kept: object) -> int:
    if not 0 <= _a(int, kept) < 2**31:
        raise ValueError
    return _a(int, kept)


def _fraction(kept: object) -> Fraction:
    if len(repr(kept)) > _LONGEST_FRACTION:
        raise ValueError
    numerator, denominator = _a(list, kept)
    return Fraction(_a(int, numerator), _a(int, denominator))


def _localised(kept: object) -> Localised:
    texts = {_text(language): _text(one) for language, one in _a(dict, kept).items()}
    return Localised(texts.pop(SOURCE), **texts)


_LONGEST_FRACTION = 1000
"""Characters of a fraction that is believed; one of thousands of digits could not even be shown."""

_MAKERS: Mapping[type[Any], Callable[[Any], Any]] = {
    str: _text,
    int: _count,
    bool: lambda kept: _a(bool, kept),
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Fraction: _fraction,
    Localised: _localised,
}
