"""What a check of one answer has to say: is it there, of its kind, in its form, within its bounds.

Each kind of field has one test; which field has which bounds is said by the catalogue.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from resources.languages import SOURCE
from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Form, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.answers import exact, is_empty
from reviewer_app.domain.form.formal_checks import is_malformed
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Words

_MOST_QUOTED = 80
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_URL = re.compile(r"https://[^\s/?#@:]+(?:\.[^\s/?#@:.]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_PHONE_MARKS = re.compile(r"[\s()/.-]|\(0\)")
_KIND_CODES: Mapping[FieldKind, str] = {
    FieldKind.INTEGER: "not_whole",
    FieldKind.DECIMAL: "not_a_number",
    FieldKind.MONEY: "not_a_number",
    FieldKind.PERCENT: "not_a_number",
    FieldKind.YEAR: "not_a_year",
}


class Fault(NamedTuple):
    """What is wrong with an answer, wherever it stands: `found` is how it is quoted, `params` fill the words."""

    code: str
    found: Words
    severity: Severity = Severity.ERROR
    params: Mapping[str, Words] = MappingProxyType({})


type _Faults = Sequence[Fault]
type _Test = Callable[[Field, Scalar, Catalogue, date], _Faults]
"""Tests an answer that was given to a field of a catalogue, on a day."""


def finding_about(
    field: Field,
    code: str,
    place: FindingPlace,
    severity: Severity = Severity.ERROR,
    found: Words = "",
    **params: Words,
) -> Finding:
    """Make a finding about a field."""
    known = {"field": field.label, "rule": field.hint}
    return Finding(code, severity, place, found, known | params)


def quoted(value: Scalar) -> str:
    """Give an answer as it is quoted in a finding, cut where it is long."""
    if isinstance(value, tuple):
        return ", ".join(value)[:_MOST_QUOTED]
    if isinstance(value, date):
        return locale.day(value, SOURCE)
    number = exact(value)
    if number is not None:
        return locale.plain(number, SOURCE)
    text = "" if value is None else str(value)
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED]}…"


def said(value: Scalar) -> Words:
    """Give an answer as it is quoted in a finding, days and numbers as every language writes them."""
    if isinstance(value, date):
        return localised.in_each(locale.day, value)
    number = None if isinstance(value, str) else exact(value)
    return localised.in_each(locale.plain, number) if number is not None else quoted(value)


def place_of(form: Form, field: Field, key: str, table: Field | None = None, row: int = 0) -> FindingPlace:
    """Give where an answer stands: the cell the form was read from, else sheet and row of its table.

    The field of a cell in a table reads `table.column`.
    """
    name = f"{table.id}.{field.id}" if table and table is not field else field.id
    sheet, mark, cell = form.places.get(key, "").rpartition("!")
    if mark:
        return FindingPlace(sheet=sheet, cell=cell, field=name, row=row)
    return FindingPlace(sheet=table.sheet if table else field.sheet, field=name, row=row)


def check_answer(field: Field, value: Scalar, catalogue: Catalogue, today: date, *, required: bool) -> Sequence[Fault]:
    """Give what is wrong with one answer on the day `today`; an empty one is only wrong where it is required."""
    if is_empty(value):
        return (Fault("missing", said(value)),) if required else ()
    test = _TESTS.get(field.kind)
    return test(field, value, catalogue, today) if test else ()


def _fault(value: Scalar, code: str, **params: Words) -> _Faults:
    return (Fault(code, said(value), params=params),)


def _text(field: Field, value: Scalar, catalogue: Catalogue, _today: date) -> _Faults:
    text = value if isinstance(value, str) else quoted(value)
    if field.max_length and len(text) > field.max_length:
        return _fault(value, "too_long", count=str(len(text)), most=str(field.max_length))
    if len(text) < field.min_length:
        return _fault(value, "too_short", count=str(len(text)), least=str(field.min_length))
    return _fault(value, "bad_form") if is_malformed(field, text, catalogue) else ()


def _choice(field: Field, value: Scalar, catalogue: Catalogue, today: date) -> _Faults:
    key = str(value)
    entry = catalogue.entry(field, key)
    if entry is None:
        return (Fault("not_in_list", quoted(key)),)
    if entry.valid_to is not None and entry.valid_to < today:
        last = {"day": localised.in_each(locale.day, entry.valid_to)}
        return (Fault("retired", entry.name, Severity.WARNING, last),)
    return ()


def _multi(field: Field, value: Scalar, catalogue: Catalogue, today: date) -> _Faults:
    keys = value if isinstance(value, tuple) else (str(value),)
    found = [fault for key in keys for fault in _choice(field, key, catalogue, today)]
    count = len(keys)
    if field.maximum is not None and count > field.maximum:
        found += _fault(value, "too_many_choices", count=str(count), most=str(field.maximum))
    if field.minimum is not None and count < field.minimum:
        found += _fault(value, "too_few_choices", count=str(count), least=str(field.minimum))
    return found


def _number(field: Field, value: Scalar, _catalogue: Catalogue, today: date) -> _Faults:
    number = exact(value)
    must_be_whole = field.kind in (FieldKind.INTEGER, FieldKind.YEAR)
    if number is None or (must_be_whole and number.denominator != 1):
        return _fault(value, _KIND_CODES[field.kind])
    if field.minimum is not None and number < field.minimum:
        return _fault(value, "too_small", bound=localised.in_each(locale.plain, field.minimum))
    if field.maximum is not None and number > field.maximum:
        return _fault(value, "too_large", bound=localised.in_each(locale.plain, field.maximum))
    if field.step is not None and ((number - (field.minimum or 0)) / field.step).denominator != 1:
        return _fault(value, "off_step", step=localised.in_each(locale.plain, field.step))
    is_late = field.kind is FieldKind.YEAR and field.not_future and number > today.year
    return _fault(value, "in_future") if is_late else ()


def _day(field: Field, value: Scalar, _catalogue: Catalogue, today: date) -> _Faults:
    if not isinstance(value, date):
        return _fault(value, "not_a_month" if field.kind is FieldKind.MONTH else "not_a_day")
    return _fault(value, "in_future") if field.not_future and value > today else ()


def _yes_no(_field: Field, value: Scalar, _catalogue: Catalogue, _today: date) -> _Faults:
    return () if isinstance(value, bool) else _fault(value, "not_yes_no")


def _url(field: Field, value: Scalar, _catalogue: Catalogue, _today: date) -> _Faults:
    text = str(value)
    if field.max_length and len(text) > field.max_length:
        return _fault(value, "too_long", count=str(len(text)), most=str(field.max_length))
    return () if _URL.fullmatch(text) else _fault(value, "not_a_url")


def _mail(field: Field, value: Scalar, _catalogue: Catalogue, _today: date) -> _Faults:
    text = str(value)
    is_right = len(text) <= (field.max_length or len(text)) and _MAIL.fullmatch(text)
    return () if is_right else _fault(value, "not_a_mail")


def _phone(_field: Field, value: Scalar, _catalogue: Catalogue, _today: date) -> _Faults:
    text = str(value)
    is_right = len(text) <= _MOST_QUOTED and _PHONE.fullmatch(_PHONE_MARKS.sub("", text.replace("(0)", "")))
    return () if is_right else _fault(value, "not_a_phone")


_TESTS: Mapping[FieldKind, _Test] = {
    FieldKind.TEXT: _text,
    FieldKind.CHOICE: _choice,
    FieldKind.MULTI: _multi,
    FieldKind.INTEGER: _number,
    FieldKind.DECIMAL: _number,
    FieldKind.MONEY: _number,
    FieldKind.PERCENT: _number,
    FieldKind.YEAR: _number,
    FieldKind.DATE: _day,
    FieldKind.MONTH: _day,
    FieldKind.BOOLEAN: _yes_no,
    FieldKind.URL: _url,
    FieldKind.MAIL: _mail,
    FieldKind.PHONE: _phone,
}
