"""Checks what a TOML reader returned against a described shape: keys, kinds of values, bounds.

The shape is data, so that a new key is one line and every fault is worded the same way.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reviewer_app.exchange.catalogue.faults import Faults
from reviewer_app.exchange.catalogue.lines import KeyPath

MOST_DIGITS = 12
MOST_TEXT = 5_000


@dataclass(frozen=True, slots=True)
class Shape:
    """What one value may be; `kind` names a test of this module, the rest are its limits.

    A table has `keys`; `variants` adds keys by the value of its key `kind`; `others` is the shape of all further keys.
    """

    kind: str
    required: bool = False
    keys: Mapping[str, "Shape"] = field(default_factory=dict)
    variants: Mapping[str, Mapping[str, "Shape"]] = field(default_factory=dict)
    others: "Shape | None" = None
    item: "Shape | None" = None
    least_items: int = 0
    choices: tuple[str, ...] = ()
    pattern: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    above: Fraction | None = None


def needed(shape: Shape) -> Shape:
    """Give the same shape as one that must be there."""
    return replace(shape, required=True)


def table(keys: Mapping[str, Shape], variants: Mapping[str, Mapping[str, Shape]] | None = None) -> Shape:
    """Give the shape of a table with these keys."""
    return Shape("table", keys=keys, variants=variants or {})


def mapping(others: Shape) -> Shape:
    """Give the shape of a table whose keys are free and whose values are alike."""
    return Shape("table", others=others)


def listing(item: Shape, least: int = 0) -> Shape:
    """Give the shape of a list of like elements."""
    return Shape("list", item=item, least_items=least)


TEXT = Shape("text")
LOCAL = Shape("local")
NUMBER = Shape("number")
WHOLE = Shape("whole")
COUNT = Shape("whole", low=Fraction(0))
FLAG = Shape("flag")
DAY = Shape("day")
SHARE = Shape("number", low=Fraction(0), high=Fraction(1))
POSITIVE = Shape("number", above=Fraction(0))
TEXTS = listing(TEXT)
CONDITION = Shape("condition")

_LOCAL_KEYS = {"de": needed(TEXT), "en": TEXT}
_CONDITIONS: Mapping[str, Shape] = {
    "formal_open": FLAG,
    "minimum_missed": FLAG,
    "total_below": Shape("number", low=Fraction(0)),
    "area_below": SHARE,
    "areas_below": table({"share": needed(SHARE), "count": needed(Shape("whole", low=Fraction(1)))}),
    "any": listing(CONDITION, 1),
    "all": listing(CONDITION, 1),
}


def check(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    """Note every place where `value` does not have the shape."""
    _TESTS[shape.kind](shape, value, path, faults)


def check_table(keys: Mapping[str, Shape], value: Mapping[str, object], path: KeyPath, faults: Faults) -> None:
    """Note keys that are unknown, missing or wrong in a table."""
    for name in value.keys() - keys.keys():
        faults.add((*path, name), "unknown_key", name=name, known=_nearest(name, keys))
    for name, shape in keys.items():
        if name in value:
            check(shape, value[name], (*path, name), faults)
        elif shape.required:
            faults.add((*path, name), "missing_key", name=name)


def exact(value: object) -> Fraction | None:
    """Give a number of a TOML file as an exact fraction, None where it is none or out of reach."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or abs(exponent) > MOST_DIGITS:
            return None
    fraction = Fraction(value)
    return fraction if abs(fraction) < 10**MOST_DIGITS else None


def _nearest(name: str, known: Iterable[str]) -> str:
    """Give the known key that looks most like `name`, or all of them."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return close[0] if close else ", ".join(sorted(known))


def _text(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if not isinstance(value, str):
        faults.add(path, "not_text")
    elif shape.required and not value.strip():
        faults.add(path, "empty_text")
    elif len(value) > MOST_TEXT:
        faults.add(path, "long_text", most=MOST_TEXT)
    elif not all(char.isprintable() or char in "\n\t" for char in value):
        faults.add(path, "unprintable")
    elif shape.choices and value not in shape.choices:
        faults.add(path, "not_a_choice", value=value, choices=", ".join(shape.choices))
    elif shape.pattern and not re.fullmatch(shape.pattern, value):
        faults.add(path, "bad_key", value=value)


def _local(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if isinstance(value, dict):
        check_table(_LOCAL_KEYS, value, path, faults)
    elif isinstance(value, str):
        _text(shape, value, path, faults)
    else:
        faults.add(path, "not_local")


def _number(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    number = exact(value)
    if number is None:
        faults.add(path, "not_a_number", digits=MOST_DIGITS)
    elif shape.kind == "whole" and number.denominator != 1:
        faults.add(path, "not_whole")
    elif shape.above is not None and number <= shape.above:
        faults.add(path, "not_above", bound=shape.above, value=value)
    elif shape.low is not None and number < shape.low:
        faults.add(path, "too_low", bound=shape.low, value=value)
    elif shape.high is not None and number > shape.high:
        faults.add(path, "too_high", bound=shape.high, value=value)


def _flag(_shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if not isinstance(value, bool):
        faults.add(path, "not_flag")


def _day(_shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if type(value) is not date:
        faults.add(path, "not_a_day")


def _list(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if not isinstance(value, list) or shape.item is None:
        faults.add(path, "not_a_list")
        return
    if len(value) < shape.least_items:
        faults.add(path, "empty_list")
    for index, element in enumerate(value):
        check(shape.item, element, (*path, index), faults)


def _table(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if not isinstance(value, dict):
        faults.add(path, "not_a_table")
    elif shape.others is not None:
        for name, element in value.items():
            check(shape.others, element, (*path, name), faults)
    else:
        more = shape.variants.get(str(value.get("kind")), {}) if shape.variants else {}
        check_table({**shape.keys, **more}, value, path, faults)


def _code(shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    """Test a further code of an entry: text, or a number that stands for itself."""
    if not isinstance(value, int) or isinstance(value, bool):
        _text(shape, value, path, faults)


def _condition(_shape: Shape, value: object, path: KeyPath, faults: Faults) -> None:
    if not isinstance(value, dict):
        faults.add(path, "not_a_table")
    elif len(value) != 1:
        faults.add(path, "one_condition")
    else:
        check_table(_CONDITIONS, value, path, faults)


_TESTS: Mapping[str, Callable[[Shape, object, KeyPath, Faults], None]] = {
    "text": _text,
    "local": _local,
    "number": _number,
    "whole": _number,
    "flag": _flag,
    "day": _day,
    "list": _list,
    "table": _table,
    "code": _code,
    "condition": _condition,
}
