"""What a check of one answer has to say: is it there, of its kind, in its form, within its bounds.

Each kind of field has one test; which field has which bounds is said by the catalogue.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

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


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """One answer with its field and its place; `today` is when it is checked."""

    catalogue: Catalogue
    field: Field
    value: Scalar
    place: FindingPlace
    today: date

    def finding(self, code: str, severity: Severity = Severity.ERROR, **params: Words) -> Finding:
        """Make a finding about this answer; every one carries what the field is called and its rule."""
        return finding_about(self.field, code, self.place, severity, said(self.value), **params)


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


def check_answer(answer: CheckedAnswer, *, required: bool) -> Iterator[Finding]:
    """Give what is wrong with one answer; an empty one is only wrong where it is required."""
    if is_empty(answer.value):
        if required:
            yield answer.finding("missing")
        return
    test = _TESTS.get(answer.field.kind)
    if test is not None:
        yield from test(answer)


def _text(answer: CheckedAnswer) -> Iterator[Finding]:
    field, text = answer.field, answer.value if isinstance(answer.value, str) else quoted(answer.value)
    if field.max_length and len(text) > field.max_length:
        yield answer.finding("too_long", count=str(len(text)), most=str(field.max_length))
    elif len(text) < field.min_length:
        yield answer.finding("too_short", count=str(len(text)), least=str(field.min_length))
    elif is_malformed(field, text, answer.catalogue):
        yield answer.finding("bad_form")


def _choice(answer: CheckedAnswer) -> Iterator[Finding]:
    yield from _one_choice(answer, str(answer.value))


def _multi(answer: CheckedAnswer) -> Iterator[Finding]:
    keys = answer.value if isinstance(answer.value, tuple) else (str(answer.value),)
    for key in keys:
        yield from _one_choice(answer, key)
    field, count = answer.field, Fraction(len(keys))
    if field.maximum is not None and count > field.maximum:
        yield answer.finding("too_many_choices", count=str(count), most=str(field.maximum))
    if field.minimum is not None and count < field.minimum:
        yield answer.finding("too_few_choices", count=str(count), least=str(field.minimum))


def _one_choice(answer: CheckedAnswer, key: str) -> Iterator[Finding]:
    entry = answer.catalogue.entry(answer.field, key)
    if entry is None:
        yield finding_about(answer.field, "not_in_list", answer.place, found=quoted(key))
    elif entry.valid_to is not None and entry.valid_to < answer.today:
        found = entry.name
        yield finding_about(
            answer.field,
            "retired",
            answer.place,
            Severity.WARNING,
            found,
            day=localised.in_each(locale.day, entry.valid_to),
        )


def _number(answer: CheckedAnswer) -> Iterator[Finding]:
    field, number = answer.field, exact(answer.value)
    must_be_whole = field.kind in (FieldKind.INTEGER, FieldKind.YEAR)
    if number is None or (must_be_whole and number.denominator != 1):
        yield answer.finding(_KIND_CODES[field.kind])
    elif field.minimum is not None and number < field.minimum:
        yield answer.finding("too_small", bound=localised.in_each(locale.plain, field.minimum))
    elif field.maximum is not None and number > field.maximum:
        yield answer.finding("too_large", bound=localised.in_each(locale.plain, field.maximum))
    elif field.step is not None and ((number - (field.minimum or 0)) / field.step).denominator != 1:
        yield answer.finding("off_step", step=localised.in_each(locale.plain, field.step))
    elif field.kind is FieldKind.YEAR and field.not_future and number > answer.today.year:
        yield answer.finding("in_future")


def _day(answer: CheckedAnswer) -> Iterator[Finding]:
    if not isinstance(answer.value, date):
        yield answer.finding("not_a_month" if answer.field.kind is FieldKind.MONTH else "not_a_day")
    elif answer.field.not_future and answer.value > answer.today:
        yield answer.finding("in_future")


def _yes_no(answer: CheckedAnswer) -> Iterator[Finding]:
    if not isinstance(answer.value, bool):
        yield answer.finding("not_yes_no")


def _url(answer: CheckedAnswer) -> Iterator[Finding]:
    text = str(answer.value)
    if answer.field.max_length and len(text) > answer.field.max_length:
        yield answer.finding("too_long", count=str(len(text)), most=str(answer.field.max_length))
    elif not _URL.fullmatch(text):
        yield answer.finding("not_a_url")


def _mail(answer: CheckedAnswer) -> Iterator[Finding]:
    text = str(answer.value)
    if len(text) > (answer.field.max_length or len(text)) or not _MAIL.fullmatch(text):
        yield answer.finding("not_a_mail")


def _phone(answer: CheckedAnswer) -> Iterator[Finding]:
    text = str(answer.value)
    if len(text) > _MOST_QUOTED or not _PHONE.fullmatch(_PHONE_MARKS.sub("", text.replace("(0)", ""))):
        yield answer.finding("not_a_phone")


_TESTS: Mapping[FieldKind, Callable[[CheckedAnswer], Iterator[Finding]]] = {
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
