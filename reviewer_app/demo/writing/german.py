"""How numbers, dates and amounts are written in German papers, and the patterns that lists are told in."""

import re
from collections.abc import Mapping
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


_ARTICLES = {"m": ("dem", "den"), "f": ("der", "die"), "n": ("dem", "das")}
_CONTRACTED = {"von dem": "vom", "bei dem": "beim", "zu dem": "zum", "zu der": "zur"}
_MARK = "\x00"
"""Stands before an article until `contracted` has looked at it."""
_GIVEN = re.compile(rf"(\w+) {_MARK}(\w+)")
_BEFORE = "von|bei|mit|aus|zu|zwischen|gegenüber"
_GOVERNED = re.compile(
    rf"\b(?:({_BEFORE})|für|durch|gegen|ohne) (?:(?:\{{\w+\}}, )*\{{\w+\}} (?:und|oder|sowie) )?$", re.IGNORECASE
)
"""A preposition, with names of an enumeration between it and the one that is asked about; the first ask for dative."""


def inflected(name: str, before: str) -> str:
    """Return the name of an institution in the case that the words before it ask for, with its article.

    After no preposition, and where its gender is not known, the name stays as it is.
    """
    governed = _GOVERNED.search(before)
    head, comma, rest = name.partition(",")
    words = head.split(" ")
    found = next(((index, gender) for index, word in enumerate(words) if (gender := _gender(word))), None)
    if governed is None or found is None:
        return name
    noun, gender = found
    dative = governed[1] is not None
    article = _ARTICLES[gender][0 if dative else 1]
    if dative or gender == "m":
        words[:noun] = [re.sub(r"(?<=[a-zäöü])(?:e|er)$", "en", word) for word in words[:noun]]
    return f"{_MARK}{article} {' '.join(words)}{comma}{rest}"


def contracted(text: str) -> str:
    """Return a text in which articles that `inflected` gave are one word with a preposition before them: vom, beim."""

    def one(found: re.Match[str]) -> str:
        short = _CONTRACTED.get(f"{found[1].lower()} {found[2]}")
        if short is None:
            return f"{found[1]} {found[2]}"
        return short.capitalize() if found[1][0].isupper() else short

    return _GIVEN.sub(one, text).replace(_MARK, "")


def _gender(noun: str) -> str:
    genders = data("names.toml")["gender"]
    known = genders if isinstance(genders, Mapping) else {}
    return next((one for one, ends in known.items() if noun.lower().endswith(tuple(map(str, ends)))), "")


@cache
def _file() -> StoryFacts:
    return data("papers", "phrases.toml")


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return the patterns of one name; raise KeyError where there are none."""
    found = _file()[name]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
