"""Takes single values out of a catalogue text whose shape was found right.

The TOML reader returns objects without types; these few functions give them one.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue.shape import exact

type Raw = Mapping[str, object]


def mapping(value: object) -> Raw:
    """Give a table, an empty one where there is none."""
    return value if isinstance(value, dict) else {}


def tables(value: object) -> tuple[Raw, ...]:
    """Give the tables of a list, none where there is no list."""
    return tuple(mapping(one) for one in value) if isinstance(value, list) else ()


def texts(value: object) -> tuple[str, ...]:
    """Give the texts of a list, none where there is no list."""
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def local(value: object) -> Localised:
    """Give a text in the languages of the product; one string is German."""
    if isinstance(value, dict):
        return Localised(str(value["de"]), str(value.get("en", "")))
    return Localised("" if value is None else str(value))


def number(value: object) -> Fraction:
    """Give a number; raise ValueError where there is none."""
    found = exact(value)
    if found is None:
        raise ValueError(value)
    return found


def optional(value: object) -> Fraction | None:
    """Give a number, None where there is no value."""
    return None if value is None else number(value)


def whole(value: object, default: int = 0) -> int:
    """Give a whole number, `default` where there is no value."""
    return default if value is None else int(number(value))


def day(value: object) -> date | None:
    """Give a day, None where there is none."""
    return value if isinstance(value, date) else None


def settled(value: object) -> object:
    """Give a parameter of a rule as a value that never changes: exact numbers, tuples, tables of the same."""
    if isinstance(value, dict):
        return {str(name): settled(one) for name, one in value.items()}
    if isinstance(value, list):
        return tuple(settled(one) for one in value)
    found = exact(value)
    return value if found is None else found
