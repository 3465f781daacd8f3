"""How exact numbers, shares and dates are shown to people: rounded half up, here and nowhere else."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from reviewer_app.domain.scale import NotAssessable, Value

NO_BREAK = "\u00a0"
MINUS = "\u2212"
NOTHING = "–"

_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}


def _month(value: date, language: str) -> str:
    return _MONTHS[language].split()[value.month - 1]


def rounded(value: Fraction, places: int) -> Fraction:
    """Round half up (away from zero) to `places` decimals, exactly."""
    magnitude = _magnitude(value, places)
    return Fraction(magnitude if value >= 0 else -magnitude, 10**places)


def _magnitude(value: Fraction, places: int) -> int:
    """Return a number's size in units of its last decimal; with fractions that takes five times as long."""
    unit: int = 10**places
    return (abs(value.numerator) * unit * 2 + value.denominator) // (2 * value.denominator)


def number(value: Fraction | None, places: int = 1, language: str = "de") -> str:
    """Show a number with exactly `places` decimals and thousands separated; None is `–`."""
    if value is None:
        return NOTHING
    magnitude = _magnitude(value, places)
    digits = f"{magnitude:0{places + 1}d}"
    whole, rest = (digits[:-places], digits[-places:]) if places else (digits, "")
    grouped = f"{int(whole):,}"
    comma, point = (".", ",") if language == "de" else (",", ".")
    text = grouped.replace(",", comma) + (point + rest if places else "")
    return (MINUS if value < 0 and magnitude else "") + text


def score(value: Value | None, language: str = "de") -> str:
    """Show a score with one decimal (more where the scale needs it), `n. b.` or `–`."""
    if isinstance(value, NotAssessable):
        return f"n.{NO_BREAK}b." if language == "de" else f"n.{NO_BREAK}a."
    if value is None:
        return NOTHING
    return number(value, 1 if 10 % value.denominator == 0 else 2, language)


def careful(value: Fraction | None, thresholds: Iterable[Fraction], places: int, language: str = "de") -> str:
    """Show a number so that rounding never seems to reach a threshold it misses: up to two decimals more (59,96)."""
    if value is None:
        return NOTHING
    bounds = tuple(thresholds)
    for extra in range(3):
        shown = rounded(value, places + extra)
        if not any((shown >= bound) != (value >= bound) for bound in bounds):
            return number(value, places + extra, language)
    return number(Fraction(value * 10 ** (places + 2) // 1, 10 ** (places + 2)), places + 2, language)


def points(value: Fraction | None, thresholds: Iterable[Fraction] = (), language: str = "de") -> str:
    """Show points or a total with one decimal, careful about the total thresholds."""
    return careful(value, thresholds, 1, language)


def share(value: Fraction | None, thresholds: Iterable[Fraction] = (), language: str = "de") -> str:
    """Show a share (0 to 1) as whole percent with a no-break space, careful about the share thresholds."""
    if value is None:
        return NOTHING
    shown = careful(value * 100, [bound * 100 for bound in thresholds], 0, language)
    return f"{shown}{NO_BREAK}%" if language == "de" else f"{shown}%"


def mean(value: Fraction | None, language: str = "de") -> str:
    """Show a mean with two decimals."""
    return number(value, 2, language)


def median(value: Fraction | None, language: str = "de") -> str:
    """Show a median with one decimal unless it lies between steps (3,25)."""
    return NOTHING if value is None else number(value, 1 if (value * 10).denominator == 1 else 2, language)


def day(value: date | None, language: str = "de") -> str:
    """Show a date as in tables: 14.01.2027; English 14 Jan 2027."""
    if value is None:
        return NOTHING
    if language == "en":
        return f"{value.day} {_month(value, 'en')[:3]} {value.year}"
    return f"{value.day:02d}.{value.month:02d}.{value.year}"


def long_day(value: date, language: str = "de") -> str:
    """Show a date as in prose: 14. Januar 2027."""
    month = _month(value, language)
    return f"{value.day}.{NO_BREAK}{month} {value.year}" if language == "de" else f"{value.day} {month} {value.year}"


def moment(value: datetime | None, language: str = "de") -> str:
    """Show a time of day with its date: 14.01.2027 11:31 (local time as stored)."""
    return NOTHING if value is None else f"{day(value.date(), language)} {value:%H:%M}"


def money(value: Fraction | None, language: str = "de") -> str:
    """Show whole euros: 184.500 EUR."""
    return NOTHING if value is None else f"{number(value, 0, language)}{NO_BREAK}EUR"
