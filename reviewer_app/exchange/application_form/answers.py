"""From a cell to an answer by the kind of its field, with a note where the cell was not written as it should be.

People write `1.234,5`, `184.500 EUR`, `1. Oktober 2026`, `x`.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app.domain import locale
from reviewer_app.domain.application import Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.exchange.cleaning import alike, cleaned, one_line
from reviewer_app.exchange.spreadsheet import Cell, Format, day_of

if TYPE_CHECKING:
    from collections.abc import Mapping


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


NUMBERS = frozenset(
    {FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY, FieldKind.PERCENT, FieldKind.YEAR, FieldKind.COMPUTED}
)
_DAYS = frozenset({FieldKind.DATE, FieldKind.MONTH})
_FIRST_SERIAL, _LAST_SERIAL = 7_000, 80_000  # days of the years 1919 to 2119 as a spreadsheet counts them


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as read; `note` is the code of what there is to say about the cell, empty where nothing is.

    `error` says that the cell holds something that could not be taken.
    """

    value: Scalar
    note: str = ""
    error: bool = False
    misled: bool = False


class Converter:
    """Turns the cells of one workbook into answers."""

    def __init__(self, catalogue: Catalogue, *, since_1904: bool = False) -> None:
        """Know the value lists and how the workbook counts days."""
        self._lists: dict[str, Mapping[str, str]] = {
            key: {
                alike(name): entry.key
                for entry in reversed(values.entries)
                for name in (*reversed(tuple(entry.name.texts.values())), entry.key)
                if name
            }
            for key, values in catalogue.value_lists.items()
        }
        self._since_1904 = since_1904

    def answer(self, cell: Cell | None, field: Field) -> Answer:
        """Read the cell of a field."""
        if cell is None:
            return Answer(None)
        if cell.length:
            return Answer(None, "form_cell_too_long", error=True)
        if cell.fault:
            return Answer(None, "form_error_value", error=field.kind is not FieldKind.COMPUTED)
        if cell.value is None:
            return self._without_value(cell, field)
        value, note, misled = self._read(cell, field)
        if cell.formula and field.kind is not FieldKind.COMPUTED and not note:
            note = "form_formula"
        return Answer(value, note, misled=misled)

    def choice(self, cell: Cell | None) -> tuple[bool | None, bool]:
        """Return (chosen, clear): whether a choice of a multiple choice is marked, None where it is empty."""
        if cell is None or cell.value is None:
            return None, True
        if isinstance(cell.value, bool):
            return cell.value, True
        text = cell.value if isinstance(cell.value, str) else str(cell.value)
        if not text.strip():
            return None, True
        chosen = yes_in(_plain(cell.value) if isinstance(cell.value, Decimal) else text)
        return chosen, chosen is not None

    def keys(self, text: str, field: Field) -> tuple[str, ...]:
        """Read several choices from one cell, divided by semicolon, comma or line; unknown words stay as they are."""
        known = self._lists.get(field.list, {})
        whole = known.get(alike(text))
        parts = [text] if whole else re.split(r"[;,\n]", text)
        return tuple(dict.fromkeys(known.get(alike(part), part.strip()) for part in parts if part.strip()))

    def _without_value(self, cell: Cell, field: Field) -> Answer:
        if not cell.formula or field.kind is FieldKind.COMPUTED:
            return Answer(None)
        if field.kind is FieldKind.TEXT and len(cell.formula) > 1:
            text, misled = cleaned("=" + cell.formula.removeprefix("="))
            return Answer(text, "form_formula_as_text", misled=misled)
        return Answer(None, "form_formula_empty", error=True)

    def _read(self, cell: Cell, field: Field) -> tuple[Scalar, str, bool]:
        value = cell.value
        if isinstance(value, str):
            text, misled = cleaned(value)
            read, note = self._from_text(text, field) if text else (None, "")
            return read, note, misled
        read, note = self._from_value(value, field, cell.format)
        return read, note, False

    def _from_text(self, text: str, field: Field) -> tuple[Scalar, str]:
        if field.kind in NUMBERS:
            number = number_in(text)
            return (text, "") if number is None else (_number(number, field), "form_text_number")
        if field.kind in _DAYS:
            day = month_in(text) if field.kind is FieldKind.MONTH else day_in(text)
            return (text, "") if day is None else (day, "form_text_date")
        if field.kind is FieldKind.BOOLEAN:
            yes = yes_in(text)
            return (text, "") if yes is None else (yes, "")
        if field.kind is FieldKind.CHOICE:
            return self._lists.get(field.list, {}).get(alike(text), text), ""
        if field.kind is FieldKind.MULTI:
            return self.keys(text, field), ""
        return text, ""

    def _from_value(self, value: object, field: Field, look: Format) -> tuple[Scalar, str]:
        if isinstance(value, bool):
            return (value if field.kind is FieldKind.BOOLEAN else "ja" if value else "nein"), ""
        if isinstance(value, date):
            return _from_day(value, field)
        return self._from_number(value, field, look) if isinstance(value, Decimal) else (None, "")

    def _from_number(self, value: Decimal, field: Field, look: Format) -> tuple[Scalar, str]:
        if field.kind in NUMBERS:
            return _number(value * 100 if look is Format.PERCENT else value, field), ""
        if field.kind in _DAYS:
            return self._from_serial(value, field)
        if field.kind in (FieldKind.BOOLEAN, FieldKind.CHOICE, FieldKind.MULTI):
            return self._from_text(_plain(value), field)
        return _digits(value, field)

    def _from_serial(self, value: Decimal, field: Field) -> tuple[Scalar, str]:
        if value == value.to_integral_value() and _FIRST_SERIAL <= value <= _LAST_SERIAL:
            day = day_of(float(value), since_1904=self._since_1904)
            if day is not None:
                return (day.replace(day=1) if field.kind is FieldKind.MONTH else day), "form_serial_date"
        month = month_in(_plain(value).replace(",", "."))
        return (month, "form_text_date") if month and field.kind is FieldKind.MONTH else (_number(value, field), "")


def _plain(value: Decimal) -> str:
    """Give a number as a person would have typed it."""
    if value == value.to_integral_value():
        return str(int(value))
    return format(value.normalize(), "f").replace(".", ",")


def _number(value: Decimal, field: Field) -> int | Decimal:
    if value == value.to_integral_value() and field.kind is not FieldKind.DECIMAL:
        return int(value)
    return Decimal(format(value.normalize(), "f"))


def _from_day(value: date, field: Field) -> tuple[Scalar, str]:
    if field.kind is FieldKind.MONTH:
        return value.replace(day=1), ""
    if field.kind is FieldKind.DATE:
        return value, ""
    if field.kind is FieldKind.YEAR:
        return value.year, "form_text_number"
    return locale.day(value, SOURCE), "form_date_as_text"


def _digits(value: Decimal, field: Field) -> tuple[Scalar, str]:
    """Give a number in a text field as text, with the leading zeros that the spreadsheet took away."""
    text = _plain(value)
    if field.pattern and text.isdigit() and not re.fullmatch(field.pattern, text):
        padded = text.zfill(field.max_length)
        if len(padded) <= 2 * len(text) and re.fullmatch(field.pattern, padded):
            return padded, "form_leading_zero"
    return text, ""
