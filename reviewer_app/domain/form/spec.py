"""What an application form asks and checks, as the catalogue file says it: fields, lists, rules, checks, hints.

All of it is data; the code that reads forms knows kinds of fields and kinds of rules, never a field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.localised import Localised


class FormRuleKind(StrEnum):
    """The comparisons a rule over several fields can make; see docs/formats/catalogue.md for their operands."""

    SUM_EQUALS = "sum_equals"
    AT_MOST = "at_most"
    NOT_BEFORE = "not_before"
    EXCLUDES = "excludes"
    MUST_BE_YES = "must_be_yes"
    MATCHES_MEMBERS = "matches_members"
    RANGE_OF_ENTRY = "range_of_entry"
    ROW_COUNTS = "row_counts"
    UNIQUE_ROWS = "unique_rows"
    ROW_AT_MOST = "row_at_most"
    ROW_AFTER = "row_after"


class FormalKind(StrEnum):
    """The tests a formal check can make."""

    ANSWERED = "answered"
    AT_LEAST = "at_least"
    EACH_ABOVE = "each_above"
    AGE_AT_LEAST = "age_at_least"
    DATED_PAPER = "dated_paper"
    DECLARED_OR_LABEL = "declared_or_label"
    COMPLETE = "complete"


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
    replaced: bool = True
    sheet: str = ""
    min_rows: int = 0
    prepared_rows: int = 200
    columns: tuple["Field", ...] = ()
    role: str = ""
    figure: str = ""
    members: str = ""
    by_office: bool = False
    more: Mapping[str, str] = field(default_factory=dict)

    def column(self, column_id: str) -> "Field | None":
        """Return the column `column_id` of a table, or None."""
        return next((one for one in self.columns if one.id == column_id), None)

    def by_role(self, role: str) -> "Field | None":
        """Return the column that plays `role` (`member_name`, `label_until`, `year`, …), or None."""
        return next((one for one in self.columns if one.role == role), None)


@dataclass(frozen=True, slots=True)
class FormSection:
    """A numbered section of the form; `key` is its number as shown."""

    key: str
    title: Localised


@dataclass(frozen=True, slots=True)
class AnnexKind:
    """A kind of annex (A01 …): `types` are endings without the dot, `words` help to guess the kind from a file name.

    `required` is yes, no or when; `required_when` reads like that of a field; where `expected_when` holds, its absence
    is mentioned though nobody owes it. `table` names the table of the form that
    replaces the file.
    """

    key: str
    title: Localised
    required: str = "no"
    required_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    expected_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: tuple[str, ...] = ("pdf",)
    words: tuple[str, ...] = ()
    hint: Localised = Localised("")
    personal: bool = False
    confidential: bool = False
    table: str = ""


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
class KeyFigure:
    """A computed figure: sum of `numerator` ÷ sum of `denominator`; `unit` is share, ratio, count or money.

    Operands are fields, tables (rows are counted), `table.column` (summed), `table.column>0` (rows counted); a leading
    minus subtracts. With `per_year` the operands are columns of one table and each of its rows has the figure.
    """

    id: str
    title: Localised
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    unit: str = "share"
    per_year: bool = False


@dataclass(frozen=True, slots=True)
class HintBand:
    """One band of a hint, half-open [start, below), with `inclusive` [start, below]; `low` to `high` on the scale.

    `when` names further figures or fields with bounds: id -> {above, from, below, up_to}.
    """

    low: Fraction
    high: Fraction
    start: Fraction | None = None
    below: Fraction | None = None
    inclusive: bool = False
    when: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hint:
    """An anchor for one criterion: the figure or field it looks at and its bands, the first that fits; never a score.

    `text` may name {value}, {source}, {year}, {anchor}, {cap} and any figure or field. A cap is {at_most, when, text}.
    """

    criterion: str
    source: str
    bands: tuple[HintBand, ...]
    text: Localised = Localised("")
    caps: tuple[Mapping[str, object], ...] = ()
