"""What an application form asks and checks, as the catalogue file says it: fields, lists, rules, checks, hints.

All of it is data; the code that reads forms knows kinds of fields and kinds of rules, never a field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.localised import Localised


class FieldKind(StrEnum):
    """The kinds of answer a field can hold."""

    TEXT = "text"
    CHOICE = "choice"
    MULTI = "multi"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    BOOLEAN = "boolean"
    URL = "url"
    MAIL = "mail"
    PHONE = "phone"
    TABLE = "table"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """One entry of a value list; retired ones stay readable (`valid_to`). `more` holds further codes, e.g. AGS, ISO."""

    key: str
    name: Localised
    sort: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ValueList:
    """A named list of values."""

    key: str
    entries: tuple[ValueEntry, ...]

    def entry(self, key: str) -> ValueEntry | None:
        """Return the entry `key`, or None."""
        return next((one for one in self.entries if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form, or (kind table) one table with its columns.

    `required` is yes, no or when (then `required_when` says when: field id -> accepted keys).
    Lengths in characters, bounds inclusive; `unit` is shown; `list` names a value list; `sheet` is a table's sheet,
    `min_rows` its least rows.
    """

    id: str
    label: Localised
    kind: FieldKind
    section: str = ""
    required: str = "no"
    required_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: Localised = Localised("")
    hint: Localised = Localised("")
    list: str = ""
    pattern: str = ""
    min_length: int = 0
    max_length: int = 0
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    step: Fraction | None = None
    not_future: bool = False
    personal: bool = False
    sheet: str = ""
    min_rows: int = 0
    prepared_rows: int = 200
    columns: tuple["Field", ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormRule:
    """A rule over several fields: `kind` names the comparison, `fields` its operands in order, `severity` a weight."""

    id: str
    kind: str
    fields: tuple[str, ...]
    severity: str = "error"
    text: Localised = Localised("")
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormalCheck:
    """One formal check (F01 …): `rule` is a kind of test with parameters; a `notice` check never counts as open."""

    id: str
    title: Localised
    rule: Mapping[str, object] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    basis: str = ""
    notice: bool = False
    text: Localised = Localised("")


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed figure: sum of `numerator` ÷ sum of `denominator` fields; `unit` is `share` or empty (a ratio)."""

    id: str
    title: Localised
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    unit: str = "share"
    per_year: bool = False


@dataclass(frozen=True, slots=True)
class HintBand:
    """One band of a hint, half-open [from, below); `low`–`high` are values of the scale."""

    low: Fraction
    high: Fraction
    start: Fraction | None = None
    below: Fraction | None = None
    inclusive: bool = False
    when: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hint:
    """An anchor for one criterion: the figure or field it looks at and its bands; never a score."""

    criterion: str
    source: str
    bands: tuple[HintBand, ...]
    text: Localised = Localised("")
    caps: tuple[Mapping[str, object], ...] = ()
