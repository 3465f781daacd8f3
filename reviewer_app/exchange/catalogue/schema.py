"""What a value of a catalogue file may be, and what it becomes.

Each shape checks what a TOML reader returned and makes the value of the domain from it. Shapes are data, so that a new
key is one line, and every fault is worded the same way. `read` is for values in which `check` found no fault.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import override

from resources.languages import LANGUAGES, SOURCE
from reviewer_app.domain.catalogue import Condition, ConditionKind
from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue.faults import Faults
from reviewer_app.exchange.catalogue.lines import KeyPath

MOST_DIGITS = 12
MOST_TEXT = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSchema:
    """One value: whether it must be there, and the parameter it becomes where that has another name than the key."""

    required: bool = False
    to: str = ""

    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        """Note every place where `value` does not have the shape."""
        raise NotImplementedError

    def read(self, value: object) -> object:
        """Return what the value becomes."""
        return value


def needed[Kind: ValueSchema](shape: Kind, to: str = "") -> Kind:
    """Return the same shape as one that must be there."""
    return replace(shape, required=True, to=to or shape.to)


def becomes[Kind: ValueSchema](to: str, shape: Kind) -> Kind:
    """Return the same shape as that of a key which fills the parameter `to`."""
    return replace(shape, to=to)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSchema(ValueSchema):
    """A text, one of `choices` or fitting `pattern` where there are any; `made` of it."""

    choices: tuple[str, ...] = ()
    pattern: str = ""
    made: Callable[[str], object] = str

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, str):
            faults.add(path, "not_text")
        elif self.required and not value.strip():
            faults.add(path, "empty_text")
        elif len(value) > MOST_TEXT:
            faults.add(path, "long_text", most=MOST_TEXT)
        elif not all(char.isprintable() or char in "\n\t" for char in value):
            faults.add(path, "unprintable")
        elif self.choices and value not in self.choices:
            faults.add(path, "not_a_choice", value=value, choices=", ".join(self.choices))
        elif self.pattern and not re.fullmatch(self.pattern, value):
            faults.add(path, "bad_key", value=value)

    @override
    def read(self, value: object) -> object:
        return self.made(str(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(TextSchema):
    """A further code of an entry: text, or a number that stands for itself."""

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            super(Code, self).check(value, path, faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalText(ValueSchema):
    """A text in the languages of the product; one string is German."""

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if isinstance(value, dict):
            check_keys(IN_LANGUAGES, value, path, faults)
        elif isinstance(value, str):
            (needed(TEXT) if self.required else TEXT).check(value, path, faults)
        else:
            faults.add(path, "not_local")

    @override
    def read(self, value: object) -> Localised:
        return Localised(**value) if isinstance(value, dict) else Localised(str(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(ValueSchema):
    """A number, exact; `low` and `high` are allowed themselves, `above` is not."""

    low: Fraction | None = None
    high: Fraction | None = None
    above: Fraction | None = None
    whole: bool = False

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        number = exact(value)
        if number is None:
            faults.add(path, "not_a_number", digits=MOST_DIGITS)
        elif self.whole and number.denominator != 1:
            faults.add(path, "not_whole")
        elif self.above is not None and number <= self.above:
            faults.add(path, "not_above", bound=self.above, value=value)
        elif self.low is not None and number < self.low:
            faults.add(path, "too_low", bound=self.low, value=value)
        elif self.high is not None and number > self.high:
            faults.add(path, "too_high", bound=self.high, value=value)

    @override
    def read(self, value: object) -> Fraction | int:
        found = exact(value)
        if found is None:
            raise ValueError(value)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Number):
    """A whole number, as one that counts."""

    whole: bool = True

    @override
    def read(self, value: object) -> int:
        return int(super(Whole, self).read(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(ValueSchema):
    """True or false."""

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, bool):
            faults.add(path, "not_flag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(ValueSchema):
    """A day, without a time."""

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if type(value) is not date:
            faults.add(path, "not_a_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(ValueSchema):
    """A list of like elements, at least `least` of them."""

    item: ValueSchema
    least: int = 0

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, list):
            faults.add(path, "not_a_list")
            return
        if len(value) < self.least:
            faults.add(path, "empty_list")
        for index, element in enumerate(value):
            self.item.check(element, (*path, index), faults)

    @override
    def read(self, value: object) -> tuple[object, ...]:
        return tuple(map(self.item.read, value)) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema[Made](ValueSchema):
    """A table with these keys, of which `make` makes a value by name; `variants` adds keys by the value of `kind`."""

    make: Callable[..., Made]
    keys: Mapping[str, ValueSchema]
    variants: Mapping[str, Mapping[str, ValueSchema]] = field(default_factory=dict)

    def _keys(self, value: Mapping[str, object]) -> Mapping[str, ValueSchema]:
        return {**self.keys, **self.variants.get(str(value.get("kind")), {})} if self.variants else self.keys

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if isinstance(value, dict):
            check_keys(self._keys(value), value, path, faults)
        else:
            faults.add(path, "not_a_table")

    @override
    def read(self, value: object) -> Made:
        raw = value if isinstance(value, dict) else {}
        known = self._keys(raw)
        return self.make(**{known[name].to or name: known[name].read(one) for name, one in raw.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTable(ValueSchema):
    """A table whose keys are free and whose values are alike."""

    values: ValueSchema

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, dict):
            faults.add(path, "not_a_table")
            return
        for name, element in value.items():
            self.values.check(element, (*path, name), faults)

    @override
    def read(self, value: object) -> dict[str, object]:
        return {name: self.values.read(one) for name, one in value.items()} if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionTable(ValueSchema):
    """A condition of a result rule: a table of one key that names its kind."""

    @override
    def check(self, value: object, path: KeyPath, faults: Faults) -> None:
        if not isinstance(value, dict):
            faults.add(path, "not_a_table")
        elif len(value) != 1:
            faults.add(path, "one_condition")
        else:
            check_keys(CONDITIONS, value, path, faults)

    @override
    def read(self, value: object) -> Condition | None:
        for name, raw in value.items() if isinstance(value, dict) else ():
            kind, found = ConditionKind(name), CONDITIONS[name].read(raw)
            if isinstance(found, bool):
                return Condition(kind, expected=found)
            if isinstance(found, tuple):
                return Condition(kind, parts=found)
            return Condition(kind, **found) if isinstance(found, dict) else Condition(kind, Fraction(str(found)))
        return None


TEXT = TextSchema()
IN_LANGUAGES: Mapping[str, ValueSchema] = {one: needed(TEXT) if one == SOURCE else TEXT for one in LANGUAGES}
LOCAL = LocalText()
NUMBER = Number()
POSITIVE = Number(above=Fraction(0))
SHARE = Number(low=Fraction(0), high=Fraction(1))
COUNT = Whole(low=Fraction(0))
FLAG = Flag()
DAY = Day()
TEXTS = Sequence(item=TEXT)
CONDITION = ConditionTable()
CONDITIONS: Mapping[str, ValueSchema] = {
    ConditionKind.FORMAL_OPEN: FLAG,
    ConditionKind.MINIMUM_MISSED: FLAG,
    ConditionKind.TOTAL_BELOW: Number(low=Fraction(0)),
    ConditionKind.AREA_BELOW: SHARE,
    ConditionKind.AREAS_BELOW: TableSchema(
        make=dict, keys={"share": needed(SHARE, "bound"), "count": needed(Whole(low=Fraction(1)))}
    ),
    ConditionKind.ANY: Sequence(item=CONDITION, least=1),
    ConditionKind.ALL: Sequence(item=CONDITION, least=1),
}


def one_of(kinds: type[StrEnum]) -> TextSchema:
    """Return the shape of a text that is a value of an enumeration, and becomes it."""
    return TextSchema(choices=tuple(kinds), made=kinds)


def check_keys(keys: Mapping[str, ValueSchema], value: Mapping[str, object], path: KeyPath, faults: Faults) -> None:
    """Note keys that are unknown, missing or wrong in a table."""
    for name in value.keys() - keys.keys():
        faults.add((*path, name), "unknown_key", name=name, known=_nearest(name, keys))
    for name, shape in keys.items():
        if name in value:
            shape.check(value[name], (*path, name), faults)
        elif shape.required:
            faults.add((*path, name), "missing_key", name=name)


def exact(value: object) -> Fraction | None:
    """Return a number of a TOML file as an exact fraction, None where it is none or out of reach."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or abs(exponent) > MOST_DIGITS:
            return None
    fraction = Fraction(value)
    return fraction if abs(fraction) < 10**MOST_DIGITS else None


def _nearest(name: str, known: Iterable[str]) -> str:
    """Return the known key that looks most like `name`, or all of them."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return close[0] if close else ", ".join(sorted(known))
