"""How numbers, shares and dates are shown in a language: rounded half up for people, here and nowhere else.

What a language writes stands in resources/i18n/<language>/locale.toml; a further language is a further folder.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from resources import languages
from resources.languages import LANGUAGES
from reviewer_app.domain.scale import NotAssessable, Scale, Value, decimals_of

NO_BREAK = "\u00a0"
MINUS = "\u2212"
NOTHING = "–"
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """What one language writes; `tag` is how a file names it, `percent` and `currency` follow a number.

    In `date` and `long_date` stand day, month, year, name (of the month) and short (its short form) in braces, in
    `row`, `page` and `more` an n.
    """

    name: str
    tag: str
    group: str
    decimal: str
    percent: str
    currency: str
    date: str
    long_date: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    not_assessable: str
    yes: str
    no: str
    row: str
    page: str
    more: str
    form: str


def locale_of(language: str) -> Locale:
    """Return what the folder of a language says; raise ValueError, naming its file, where that is not all or too much.

    None is made up: a decimal sign of another language would make another number.
    """
    try:
        found = Locale(**languages.facts(language))
    except TypeError as error:
        raise ValueError(f"i18n/{language}/locale.toml: {error}") from error
    if {len(found.months), len(found.months_short)} != {_MONTHS}:
        raise ValueError(f"i18n/{language}/locale.toml: months")
    return found


LOCALES = {language: locale_of(language) for language in LANGUAGES}


def rounded(value: Fraction, places: int) -> Fraction:
    """Round half up (away from zero) to `places` decimals, exactly."""
    magnitude = _magnitude(value, places)
    return Fraction(magnitude if value >= 0 else -magnitude, 10**places)


def _magnitude(value: Fraction, places: int) -> int:
    """Return a number's size in units of its last decimal; with fractions that takes five times as long."""
    unit: int = 10**places
    return (abs(value.numerator) * unit * 2 + value.denominator) // (2 * value.denominator)


def number(value: Fraction | None, places: int, language: str) -> str:
    """Show a number with exactly `places` decimals and thousands separated; None is `–`."""
    if value is None:
        return NOTHING
    written = LOCALES[language]
    magnitude = _magnitude(value, places)
    digits = f"{magnitude:0{places + 1}d}"
    whole, rest = (digits[:-places], digits[-places:]) if places else (digits, "")
    text = f"{int(whole):,}".replace(",", written.group) + (written.decimal + rest if places else "")
    return (MINUS if value < 0 and magnitude else "") + text


def ungrouped(value: Fraction, places: int, language: str) -> str:
    """Show a number without separating thousands, because a year is no amount."""
    return number(value, places, language).replace(LOCALES[language].group, "")


def plain(value: Fraction, language: str, most: int = 4) -> str:
    """Show a number with as many decimals as it needs, at most `most`."""
    places = next((count for count in range(most) if (value * 10**count).denominator == 1), most)
    return number(value, places, language)


def score(value: Value | None, language: str, decimals: int = 1) -> str:
    """Show a score, a median or a span with the decimals of its scale, more where it needs them; `n. b.` or `–`."""
    if isinstance(value, NotAssessable):
        return LOCALES[language].not_assessable
    if value is None:
        return NOTHING
    return number(value, max(decimals, decimals_of(value)), language)


def steps(scale: Scale, language: str, words: Callable[..., str]) -> str:
    """Say in which steps a scale goes: halben Schritten; `words` looks up message keys (resources.messages.text)."""
    key = "halves" if scale.in_halves else "wholes" if scale.step == 1 else "others"
    return words(f"scale.steps.{key}", language, step=plain(scale.step, language))


def one_step(scale: Scale, language: str, words: Callable[..., str]) -> str:
    """Name one step of a scale: einen halben Schritt."""
    return words(f"scale.step.{'half' if scale.in_halves else 'one'}", language)


def careful(value: Fraction | None, thresholds: Iterable[Fraction], places: int, language: str) -> str:
    """Show a number so that rounding never seems to reach a threshold it misses: up to two decimals more (59,96)."""
    if value is None:
        return NOTHING
    bounds = tuple(thresholds)
    for extra in range(3):
        shown = rounded(value, places + extra)
        if not any((shown >= bound) != (value >= bound) for bound in bounds):
            return number(value, places + extra, language)
    return number(Fraction(value * 10 ** (places + 2) // 1, 10 ** (places + 2)), places + 2, language)


def points(value: Fraction | None, thresholds: Iterable[Fraction], language: str) -> str:
    """Show points or a total with one decimal, careful about the total thresholds."""
    return careful(value, thresholds, 1, language)


def share(value: Fraction | None, thresholds: Iterable[Fraction], language: str) -> str:
    """Show a share (0 to 1) as whole percent, careful about the share thresholds."""
    if value is None:
        return NOTHING
    return careful(value * 100, [bound * 100 for bound in thresholds], 0, language) + LOCALES[language].percent


def percent(value: Fraction, language: str, most: int = 1) -> str:
    """Show a share (0 to 1) as percent with as many decimals as it needs, at most `most`."""
    return plain(rounded(value * 100, most), language, most) + LOCALES[language].percent


def yes_or_no(answer: object, language: str) -> str:
    """Show an answer that is true or false."""
    return LOCALES[language].yes if answer else LOCALES[language].no


def mean(value: Fraction | None, language: str) -> str:
    """Show a mean with two decimals."""
    return number(value, 2, language)


def day(value: date | None, language: str) -> str:
    """Show a date as in tables: 14.01.2027; English 14 Jan 2027."""
    return NOTHING if value is None else _dated(value, LOCALES[language].date, language)


def long_day(value: date, language: str) -> str:
    """Show a date as in prose: 14. Januar 2027."""
    return _dated(value, LOCALES[language].long_date, language)


def _dated(value: date, pattern: str, language: str) -> str:
    written, month = LOCALES[language], value.month
    name, short = written.months[month - 1], written.months_short[month - 1]
    return pattern.format(day=value.day, month=month, year=value.year, name=name, short=short)


def month(value: date) -> str:
    """Show a month: 07/2019, in every language."""
    return f"{value.month:02d}/{value.year}"


def moment(value: datetime | None, language: str) -> str:
    """Show a time of day with its date: 14.01.2027 11:31 (local time as stored)."""
    return NOTHING if value is None else f"{day(value.date(), language)} {value:%H:%M}"


def money(value: Fraction | None, language: str) -> str:
    """Show whole euros: 184.500 EUR."""
    return NOTHING if value is None else number(value, 0, language) + LOCALES[language].currency
