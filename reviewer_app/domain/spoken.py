"""Values as findings carry them: one text that holds its German and its English form.

A finding is written down long before anybody reads it, and the language is known only then.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from reviewer_app.domain import display
from reviewer_app.domain.localised import Localised

BOTH = "\x1f"
"""Stands between the German and the English form (resources.messages takes the one it needs)."""


def both(german: str, english: str) -> str:
    """Give one text for both forms."""
    return german if german == english else f"{german}{BOTH}{english}"


NOT_ASSESSABLE = both(f"n.{display.NO_BREAK}b.", f"n.{display.NO_BREAK}a.")


def forms(text: str) -> tuple[str, str]:
    """Give the German and the English form of a text."""
    german, mark, english = text.partition(BOTH)
    return german, english if mark else german


def words(text: Localised) -> str:
    """Give a text of the catalogue."""
    return both(text.read("de"), text.read("en"))


def listed(parts: Iterable[str], mark: str = ", ") -> str:
    """Give several texts as one, with `mark` between them."""
    pairs = [forms(part) for part in parts]
    return both(mark.join(german for german, _ in pairs), mark.join(english for _, english in pairs))


def day(value: date) -> str:
    """Give a day as in tables."""
    return both(display.day(value, "de"), display.day(value, "en"))


def month(value: date) -> str:
    """Give a month: 07/2019."""
    return f"{value.month:02d}/{value.year}"


def number(value: Fraction, places: int = 0) -> str:
    """Give a number with exactly `places` decimals."""
    return both(display.number(value, places, "de"), display.number(value, places, "en"))


def plain(value: Fraction, most: int = 4) -> str:
    """Give a number with as many decimals as it needs, at most `most`."""
    places = next((count for count in range(most) if (value * 10**count).denominator == 1), most)
    return number(value, places)


def share(value: Fraction, places: int = 1) -> str:
    """Give a share (0 to 1) in per cent; decimals only where it needs them."""
    percent = display.rounded(value * 100, places)
    german, english = forms(plain(percent, places))
    return both(f"{german}{display.NO_BREAK}%", f"{english}%")
