"""From a cell to an answer by the kind of its field, with a note where the cell was not written as it should be.

What cannot be read as its kind stays a text: the checks of the form say so, and nobody's words are lost.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reviewer_app.domain import display
from reviewer_app.domain.application import Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form_spec import Field, FieldKind
from reviewer_app.exchange.application_form.spellings import day_in, month_in, number_in, yes_in
from reviewer_app.exchange.cleaning import alike, cleaned
from reviewer_app.exchange.sheets import Cell, Format, day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

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
                for name in (entry.name.en, entry.name.de, entry.key)
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
    return display.day(value), "form_date_as_text"


def _digits(value: Decimal, field: Field) -> tuple[Scalar, str]:
    """Give a number in a text field as text, with the leading zeros that the spreadsheet took away."""
    text = _plain(value)
    if field.pattern and text.isdigit() and not re.fullmatch(field.pattern, text):
        padded = text.zfill(field.max_length)
        if len(padded) <= 2 * len(text) and re.fullmatch(field.pattern, padded):
            return padded, "form_leading_zero"
    return text, ""
