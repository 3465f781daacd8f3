"""Checks a whole form: every answer, every row, every rule over several answers, every annex; and computes its figures.

Pure: what is wrong with an application is the same wherever and whenever it is asked, but for the day it is asked.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from reviewer_app.domain import spoken
from reviewer_app.domain.annex_checks import check_annexes
from reviewer_app.domain.answers import Answers, exact, figures, is_empty, row_figure
from reviewer_app.domain.application import Attachment, Form, MemberList, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.field_checks import Answer, check_answer, finding_about, place_of, said
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.form_rules import check_rule
from reviewer_app.domain.form_spec import Field, FieldKind, Figure
from reviewer_app.domain.list_differences import check_lists
from reviewer_app.domain.requirements import is_required, lacks_rows

__all__ = ["check_form", "figures"]

_MOST_PLACES = 4


def check_form(  # what an application consists of
    catalogue: Catalogue,
    form: Form,
    members: MemberList | None,
    attachments: Iterable[Attachment],
    *,
    reference_date: date | None,
    today: date,
) -> tuple[Finding, ...]:
    """Give everything there is to say about a form, in the order of the catalogue.

    Severity, field, place, value and parameters stand in each finding; words are `finding.<code>` and
    `finding.<code>_remedy`. A form in itself right gives nothing.
    """
    answers = Answers(catalogue, form, members, reference_date)
    found: list[Finding] = []
    for field in catalogue.fields:
        found += (
            _table(catalogue, form, field, today) if field.kind is FieldKind.TABLE else _field(answers, field, today)
        )
    for rule in catalogue.form_rules:
        found += check_rule(rule, answers)
    found += check_lists(catalogue, form, members)
    found += check_annexes(catalogue, form, attachments)
    return tuple(found)


def _field(answers: Answers, field: Field, today: date) -> Iterator[Finding]:
    form = answers.form
    if field.kind is FieldKind.COMPUTED:
        figure = _figure(answers.catalogue, field)
        if figure is not None:
            yield from _given(form, field, field.id, figure, answers.without_list().figure(figure))
        return
    value = form.values.get(field.id)
    place = place_of(form, field, field.id)
    if field.by_office and is_empty(value):
        if field.required == "yes":
            yield finding_about(field, "office_fills_in", place, Severity.NOTE)
        return
    required = is_required(form, field.required, field.required_when)
    yield from check_answer(Answer(answers.catalogue, field, value, place, today), required=required)


def _table(catalogue: Catalogue, form: Form, table: Field, today: date) -> Iterator[Finding]:
    rows = form.tables.get(table.id, ())
    required = is_required(form, table.required, table.required_when)
    place = place_of(form, table, table.id, table)
    if required and lacks_rows(form, table):
        code = "rows_missing" if table.min_rows else "missing"
        yield finding_about(table, code, place, found=str(len(rows)), least=str(table.min_rows))
    elif required and not rows:
        yield finding_about(table, "no_rows", place, Severity.WARNING)
    for number, row in enumerate(rows, 1):
        for column in table.columns:
            key = f"{table.id}.{number}.{column.id}"
            figure = _figure(catalogue, column)
            if figure is not None:
                yield from _given(form, column, key, figure, row_figure(figure, row), table, number)
                continue
            cell = Answer(catalogue, column, row.get(column.id), place_of(form, column, key, table, number), today)
            yield from check_answer(cell, required=column.required == "yes")


def _given(  # the place of the value belongs to it
    form: Form,
    field: Field,
    key: str,
    figure: Figure,
    computed: Fraction | None,
    table: Field | None = None,
    row: int = 0,
) -> Iterator[Finding]:
    """Compare what the applicant wrote for a computed figure with what follows from the answers."""
    given = form.given.get(key)
    stated = exact(given)
    if stated is None or _agrees(given, stated, computed, figure):
        return
    params = {"other": _shown(computed, figure)}
    place = place_of(form, field, key, table, row)
    yield finding_about(field, "given_differs", place, Severity.WARNING, said(given), **params)


def _agrees(given: Scalar, stated: Fraction, computed: Fraction | None, figure: Figure) -> bool:
    """Say whether a stated figure is the computed one as far as it was written; shares may be written in per cent."""
    if computed is None:
        return False
    digits = len(str(given).partition(".")[2])
    places = min(digits, _MOST_PLACES)
    unit = Fraction(1, 10**places)
    wanted = [computed * 100, computed] if figure.unit == "share" else [computed]
    return any(abs(stated - one) <= unit / 2 for one in wanted)


def _shown(computed: Fraction | None, figure: Figure) -> str:
    if computed is None:
        return spoken.NOT_ASSESSABLE
    return spoken.share(computed) if figure.unit == "share" else spoken.plain(computed, 2)


def _figure(catalogue: Catalogue, field: Field) -> Figure | None:
    if field.kind is not FieldKind.COMPUTED:
        return None
    return next((one for one in catalogue.figures if one.id == field.figure), None)
