"""Checks a whole form: every answer, every row, every rule over several answers, every annex; computes its figures.

Pure: what is wrong with an application is the same wherever and whenever it is asked, but for the day it is asked.
An annex that cannot be read counts as missing where it is required, and is only mentioned where it is not. Where an
application brings the member list twice, the annex counts, and whatever differs is said: one of the two is out of date.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Annex, AnnexState, Form, MemberList, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.answers import FORM, Answers, exact, figures, is_empty, row_figure
from reviewer_app.domain.form.field_checks import Fault, check_answer, finding_about, place_of, said
from reviewer_app.domain.form.form_rules import check_rule
from reviewer_app.domain.form.requirements import is_required, lacks_rows, provided
from reviewer_app.domain.form.spec import AnnexKind, Field, FieldKind, FormalKind, KeyFigure
from reviewer_app.domain.localised import Words
from reviewer_app.domain.scale import NB


def check_lists(catalogue: Catalogue, form: Form, members: MemberList | None) -> Iterator[Finding]:
    """Give each member that stands in one list alone, and each whose type differs."""
    table = catalogue.by_role("members")
    if table is None or members is None or members.source == FORM:
        return
    name, kind = table.by_role("member_name"), table.by_role("member_kind")
    if name is None or kind is None or not form.tables.get(table.id):
        return
    listed = {_plain(member.name): member for member in members.members}
    stated = {}
    for number, row in enumerate(form.tables[table.id], 1):
        who, what = row.get(name.id), row.get(kind.id)
        if not isinstance(who, str) or not who:
            continue
        stated[_plain(who)] = number
        place = place_of(form, name, f"{table.id}.{number}.{name.id}", table, number)
        member = listed.get(_plain(who))
        if member is None:
            yield _difference(name, "member_only_in_form", place, who, members.source)
        elif isinstance(what, str) and what and member.kind and what != member.kind:
            yield _difference(kind, "member_kind_differs", place, who, members.source)
    for key, member in listed.items():
        if key not in stated:
            place = FindingPlace(file=members.source, field=table.id, row=member.row)
            yield _difference(name, "member_only_in_list", place, member.name, members.source)


def _difference(field: Field, code: str, place: FindingPlace, found: str, source: str) -> Finding:
    return finding_about(field, code, place, Severity.WARNING, found, source=source)


def _plain(name: str) -> str:
    """Give a name as two lists may spell it alike."""
    return " ".join(name.casefold().split())


_CODES: Mapping[AnnexState, str] = {
    AnnexState.NO_TEXT: "annex_no_text",
    AnnexState.ENCRYPTED: "annex_encrypted",
    AnnexState.ACTIVE: "annex_active",
    AnnexState.WRONG_TYPE: "annex_wrong_type",
    AnnexState.EMPTY: "annex_empty",
    AnnexState.BROKEN: "annex_broken",
}
_HARMLESS = frozenset({AnnexState.NO_TEXT, AnnexState.ACTIVE})


_PAGES_NAMED = 12


def check_annexes(catalogue: Catalogue, form: Form, annexes: Iterable[Annex]) -> Iterator[Finding]:
    """Give missing annexes and the states of those that are there, in catalogue order."""
    present = tuple(annexes)
    for annex in catalogue.annexes:
        required = is_required(form, annex.required, annex.required_when)
        mine = [one for one in present if one.kind == annex.key]
        covered = provided(annex, form, present)
        if required and not mine and not covered:
            yield _finding("annex_missing", Severity.ERROR, annex.key, annex, FindingPlace(field=annex.key))
        for one in mine:
            yield from _states(catalogue, one, annex, required=required and not covered)
    for one in present:
        if catalogue.annexes and catalogue.annex(one.kind) is None:
            yield _finding("annex_unknown", Severity.WARNING, one.kind, None, FindingPlace(file=one.name))


def _states(catalogue: Catalogue, one: Annex, annex: AnnexKind, *, required: bool) -> Iterator[Finding]:
    for state in one.states:
        code = _CODES.get(state)
        if code is not None:
            severe = required and state not in _HARMLESS
            severity = Severity.ERROR if severe else Severity.WARNING
            yield _finding(code, severity, one.kind, annex, FindingPlace(file=one.name))
    if one.blank_pages:
        severity = Severity.ERROR if one.kind in _signed(catalogue) else Severity.WARNING
        place = FindingPlace(file=one.name, page=one.blank_pages[0])
        blank = _finding("annex_blank_page", severity, one.kind, annex, place)
        yield replace(blank, params=dict(blank.params) | _pages(one.blank_pages))


def _pages(pages: tuple[int, ...]) -> dict[str, Words]:
    """Name at most a dozen pages in words, then how many more there are."""
    shown = [str(page) for page in pages[:_PAGES_NAMED]]
    more = len(pages) - len(shown)
    tail = localised.in_each(_more, more) if more else ""
    return {"pages": localised.listed([", ".join(shown), tail], "")}


def _more(n: int, language: str) -> str:
    return locale.LOCALES[language].more.format(n=n)


def _signed(catalogue: Catalogue) -> set[object]:
    """Give the annexes that a check of completeness reads the signature from."""
    checks = (check.rule for check in catalogue.formal_checks if check.rule.get("kind") == FormalKind.COMPLETE)
    return {rule.get("annex") for rule in checks}


def _finding(code: str, severity: Severity, found: str, annex: AnnexKind | None, place: FindingPlace) -> Finding:
    params = {
        "annex": found,
        "field": localised.listed([found, annex.title], " ") if annex else found,
        "rule": annex.hint if annex else "",
        "page": str(place.page),
    }
    return Finding(code, severity, place, found, params)


__all__ = ["check_form", "figures"]

_MOST_PLACES = 4


def check_form(  # what an application consists of
    catalogue: Catalogue,
    form: Form,
    members: MemberList | None,
    annexes: Iterable[Annex],
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
    found += check_annexes(catalogue, form, annexes)
    return tuple(found)


def _field(answers: Answers, field: Field, today: date) -> Iterator[Finding]:
    form = answers.form
    if field.kind is FieldKind.COMPUTED:
        figure = _figure(answers.catalogue, field)
        if figure is not None:
            yield from _given(form, field, field.id, figure, answers.without_list().figure(figure))
        return
    value = form.values.get(field.id)
    if field.by_office and is_empty(value):
        if field.required == "yes":
            yield finding_about(field, "office_fills_in", place_of(form, field, field.id), Severity.NOTE)
        return
    required = is_required(form, field.required, field.required_when)
    for fault in check_answer(field, value, answers.catalogue, today, required=required):
        yield _at(place_of(form, field, field.id), field, fault)


def _at(place: FindingPlace, field: Field, fault: Fault) -> Finding:
    """Make the finding of a fault of an answer."""
    return finding_about(field, fault.code, place, fault.severity, fault.found, **fault.params)


def _table(catalogue: Catalogue, form: Form, table: Field, today: date) -> Iterator[Finding]:
    rows = form.tables.get(table.id, ())
    required = is_required(form, table.required, table.required_when)
    place = place_of(form, table, table.id, table)
    if required and lacks_rows(form, table):
        code = "rows_missing" if table.min_rows else "missing"
        yield finding_about(table, code, place, found=str(len(rows)), least=str(table.min_rows))
    elif required and not rows:
        yield finding_about(table, "no_rows", place, Severity.WARNING)
    columns = [(column, _figure(catalogue, column), column.required == "yes") for column in table.columns]
    for number, row in enumerate(rows, 1):
        for column, figure, wanted in columns:
            key = f"{table.id}.{number}.{column.id}"
            if figure is not None:
                yield from _given(form, column, key, figure, row_figure(figure, row), table, number)
                continue
            for fault in check_answer(column, row.get(column.id), catalogue, today, required=wanted):
                yield _at(place_of(form, column, key, table, number), column, fault)


def _given(  # the place of the value belongs to it
    form: Form,
    field: Field,
    key: str,
    figure: KeyFigure,
    computed: Fraction | None,
    table: Field | None = None,
    row: int = 0,
) -> Iterator[Finding]:
    """Compare what the applicant wrote for a computed figure with what follows from the answers."""
    given = form.given.get(key)
    if exact(given) is None or is_as_computed(given, computed, figure):
        return
    params = {"other": _shown(computed, figure)}
    place = place_of(form, field, key, table, row)
    yield finding_about(field, "given_differs", place, Severity.WARNING, said(given), **params)


def is_as_computed(given: Scalar, computed: Fraction | None, figure: KeyFigure) -> bool:
    """Say whether a stated figure is the computed one as far as it was written; shares may be written in per cent."""
    stated = exact(given)
    if stated is None or computed is None:
        return False
    digits = len(str(given).partition(".")[2])
    places = min(digits, _MOST_PLACES)
    unit = Fraction(1, 10**places)
    wanted = [computed * 100, computed] if figure.unit == "share" else [computed]
    return any(abs(stated - one) <= unit / 2 for one in wanted)


def _shown(computed: Fraction | None, figure: KeyFigure) -> Words:
    if computed is None:
        return localised.in_each(locale.score, NB)
    show = locale.percent if figure.unit == "share" else partial(locale.plain, most=2)
    return localised.in_each(show, computed)


def _figure(catalogue: Catalogue, field: Field) -> KeyFigure | None:
    if field.kind is not FieldKind.COMPUTED:
        return None
    return next((one for one in catalogue.figures if one.id == field.figure), None)
