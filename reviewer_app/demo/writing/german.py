"""How numbers, dates and amounts are written in German papers, and the patterns that lists are told in."""

from datetime import date
from decimal import Decimal
from functools import cache

from reviewer_app.demo.story import StoryFacts, data

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_SMALL = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


def amount(value: int) -> str:
    """Return a whole number with points between thousands from 10,000 on, and below as one word."""
    return f"{value:,}".replace(",", ".")


def decimal(value: Decimal | float, digits: int = 1) -> str:
    """Return a number with a decimal comma."""
    return f"{value:.{digits}f}".replace(".", ",")


def day(value: date) -> str:
    """Return a date as 14.05.2024."""
    return f"{value.day:02d}.{value.month:02d}.{value.year}"


def counted(value: int) -> str:
    """Return a number as a word up to twelve, else in figures."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else amount(value)


def shown(value: object) -> str:
    """Return a fact as a German paper writes it."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return str(value) if 1900 < value < 2100 else amount(value)  # noqa: PLR2004  # a year has no point
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(value)


@cache
def _file() -> StoryFacts:
    return data("papers", "phrases.toml")


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return the patterns of one name; raise KeyError where there are none."""
    found = _file()[name]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
