"""Numbers, days and yes or no as people write them into cells: `1.234,5`, `184.500 EUR`, `1. Oktober 2026`, `x`.

Only what has one meaning is read; everything else stays a text for a person to mend.
"""

import re
from datetime import date
from decimal import Decimal

from reviewer_app.exchange.cleaning import alike, one_line

_YES = frozenset({"ja", "j", "x", "1", "true", "wahr", "yes", "y", "trifftzu"})
_NO = frozenset({"nein", "n", "0", "false", "falsch", "no", "trifftnichtzu"})
_YES_MARKS = frozenset("✓✔☑✗✘☒")  # a tick or a cross in a box both mean: this one
_UNITS = re.compile(r"\s*(EUR|Euro|€|%|VZÄ|FTE|km|Tage|Personen|Anzahl|Stück)\.?$", re.IGNORECASE)
_GERMAN_GROUPS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_GERMAN = re.compile(r"\d+(,\d+)?")
_ENGLISH_GROUPS = re.compile(r"[1-9]\d{0,2}(,\d{3})+\.\d+|[1-9]\d{0,2}(,\d{3}){2,}")
_POINT = re.compile(r"\d+\.\d+")
_MOST_NUMBER = 40

_MONTHS = {
    alike(name): number
    for names in (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "January February March April May June July August September October November December",
        "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    )
    for number, name in enumerate(names.split(), 1)
}
_DAY_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]\d{2}:\d{2}.*)?"),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})"),
    re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})\.?\s?(?P<name>[^\W\d_]+)\.?\s(?P<y>\d{4})"),
)
_MONTH_FORMS = (
    re.compile(r"(?P<m>\d{1,2})\s?[/.]\s?(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})"),
    re.compile(r"(?P<name>[^\W\d_]+)\.?\s(?P<y>\d{4})"),
)
_CENTURY_TURN = 70


def number_in(text: str) -> Decimal | None:
    """Read a number with point or comma, groups, sign and a trailing unit; None where it is none or has two meanings.

    A single point before three digits groups, as in German: `1.234` is 1234, `1,234` is one and a bit.
    """
    plain = one_line(text)[:_MOST_NUMBER].replace("\u2212", "-")
    plain = _UNITS.sub("", plain).strip()
    sign = -1 if plain.startswith("-") else 1
    plain = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?:\D|$))", "", plain[plain[:1] in "+-" :].strip())
    if not plain.isascii():
        return None
    if _GERMAN_GROUPS.fullmatch(plain) or _GERMAN.fullmatch(plain):
        return sign * Decimal(plain.replace(".", "").replace(",", "."))
    if _ENGLISH_GROUPS.fullmatch(plain) or _POINT.fullmatch(plain):
        return sign * Decimal(plain.replace(",", ""))
    return None


def day_in(text: str) -> date | None:
    """Read a day: `01.10.2026`, `1.10.26`, `2026-10-01`, `1. Oktober 2026`; None where it is none."""
    return _date(text, _DAY_FORMS)


def month_in(text: str) -> date | None:
    """Read a month as its first day: `03/2021`, `03.2021`, `2021-03`, `März 2021`, or the month of a day."""
    found = _date(text, _MONTH_FORMS) or day_in(text)
    return found.replace(day=1) if found else None


def yes_in(text: str) -> bool | None:
    """Read yes or no: `ja`, `Ja`, `x`, `1`, a tick; None where it is neither."""
    if text.strip() in _YES_MARKS and text.strip():
        return True
    word = alike(text)
    return True if word in _YES else False if word in _NO else None


def _date(text: str, forms: tuple[re.Pattern[str], ...]) -> date | None:
    plain = one_line(text)
    for form in forms:
        match = form.fullmatch(plain)
        if match is None:
            continue
        parts = match.groupdict()
        month = int(parts["m"]) if parts.get("m") else _MONTHS.get(alike(parts.get("name") or ""), 0)
        year = int(parts["y"])
        if len(parts["y"]) == 2:  # noqa: PLR2004  # two digits of a year
            year += 2000 if year < _CENTURY_TURN else 1900
        try:
            return date(year, month, int(parts.get("d") or 1))
        except ValueError:
            return None
    return None
