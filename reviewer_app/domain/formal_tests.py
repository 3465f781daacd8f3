"""The kinds of formal check, each a pure function from a check's parameters and an application to what was read.

Which check asks what, and with which bound, is said by the catalogue.
"""

from fractions import Fraction
from functools import partial

from reviewer_app.domain import spoken
from reviewer_app.domain.answers import is_empty
from reviewer_app.domain.calendar_months import add_months
from reviewer_app.domain.completeness import FormalOutcome
from reviewer_app.domain.form_spec import Field, FormalCheck
from reviewer_app.domain.formal_reading import (
    Case,
    Read,
    amount,
    is_malformed,
    names,
    number,
    spellings_of_day,
    spellings_of_number,
)
from reviewer_app.domain.labels import labels
from reviewer_app.domain.requirements import is_required

_MONTHS = 12


def answered(check: FormalCheck, case: Case) -> Read:
    """Test that every named field is answered in its form; one required only when … counts when it is required."""
    owed = [one for one in case.fields(check, "fields") if _counts(one, case)]
    finding = _finding(check)
    for key, lacking in (
        ("answers_missing", [one for one in owed if is_empty(case.form.values.get(one.id))]),
        ("answers_malformed", [one for one in owed if is_malformed(one, case.form.values.get(one.id), case.catalogue)]),
    ):
        if lacking:
            params = {"fields": spoken.listed(spoken.words(one.label) for one in lacking)}
            return Read(FormalOutcome.TO_SUPPLY, f"{key}{';no_obstacle' if check.notice else ''}", params)
    params = {
        "fields": spoken.listed(spoken.words(one.label) for one in owed),
        "answers": spoken.listed(filter(None, (_group(group, case) for group in names(check, "show")))),
    }
    return Read(FormalOutcome.MET, finding, params, case.place(check))


def at_least(check: FormalCheck, case: Case) -> Read:
    """Test that a number reaches its bound; a recommended bound is only mentioned."""
    (name,) = names(check, "value")
    bound = number(check, "bound") or Fraction(0)
    value = case.answers.number(name)
    if value is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", {"field": case.label(name)})
    params = {"value": amount(check, value), "bound": amount(check, bound)}
    place = case.place(check, [name], partial(spellings_of_number, value, str(check.rule.get("unit", ""))))
    if value < bound:
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},below", params, place)
    recommended = number(check, "recommended")
    if recommended is not None and value < recommended:
        params["recommended"] = amount(check, recommended)
        return Read(FormalOutcome.MET, f"{_finding(check)},recommended", params, place)
    return Read(FormalOutcome.MET, _finding(check), params, place)


def each_above(check: FormalCheck, case: Case) -> Read:
    """Test that each of several numbers is above the bound; the words know them as value1, value2, …."""
    wanted = names(check, "values")
    bound = number(check, "bound") or Fraction(0)
    values = {name: case.answers.number(name) for name in wanted}
    known = [value for value in values.values() if value is not None]
    if len(known) < len(wanted):
        missing = (case.label(name) for name, value in values.items() if value is None)
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", {"field": spoken.listed(missing)})
    params = {f"value{index}": spoken.plain(value) for index, value in enumerate(known, 1)}
    outcome = FormalOutcome.MET if all(value > bound for value in known) else FormalOutcome.NOT_MET
    return Read(outcome, _finding(check), params, case.place(check, wanted))


def age_at_least(check: FormalCheck, case: Case) -> Read:
    """Test that a day lies at least so many months before the reference date."""
    (name,) = names(check, "value")
    months = int(number(check, "months") or 0)
    day = case.day(name)
    if day is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", {"field": case.label(name)})
    params = {"month": spoken.month(day), "months": str(months)}
    if case.at is None:
        return Read(FormalOutcome.NOTICE, f"{_finding(check)},no_reference_date", params)
    if day > add_months(case.at, -months):
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},too_young", params, case.place(check))
    return Read(FormalOutcome.MET, _finding(check), params, case.place(check))


def dated_paper(check: FormalCheck, case: Case) -> Read:
    """Test that an annex is there and the day the form gives for it is not older than so many months."""
    (name,) = names(check, "value")
    (key,) = names(check, "annex")
    months = int(number(check, "months") or 0)
    annex = case.catalogue.annex(key)
    if annex is None or not case.has(annex):
        there = case.application.attachment(key) is not None
        return Read(FormalOutcome.TO_SUPPLY, "annex_unreadable" if there else "annex_missing", {"annex": key})
    day = case.day(name)
    if day is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", {"field": case.label(name)}, key)
    params = {"day": spoken.day(day), "months": str(months), "years": str(months // _MONTHS)}
    place = case.place(check, spellings=partial(spellings_of_day, day))
    if case.at is None:
        return Read(FormalOutcome.NOTICE, f"{_finding(check)},no_reference_date", params, place)
    if day < add_months(case.at, -months):
        too_old = "too_old_years" if months % _MONTHS == 0 else "too_old_months"
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},{too_old}", params, place)
    return Read(FormalOutcome.MET, _finding(check), params, place)


def declared_or_label(check: FormalCheck, case: Case) -> Read:
    """Test that a declaration is given or an accepted label is valid; a valid label is shown as the better proof."""
    declared = case.form.values.get(*names(check, "declaration")) is True
    levels = case.catalogue.by_role("labels")
    column = levels.by_role("label_level") if levels else None
    valid = [one for one in labels(case.catalogue, case.form, case.at) if one.is_valid] if case.at else []
    accepted = any(one.level in names(check, "accept") for one in valid)
    if not declared and not accepted:
        return Read(FormalOutcome.TO_SUPPLY, "declaration_missing")
    shown = [one for one in valid if one.level in names(check, "show") and one.valid_until]
    best = max(shown, key=lambda one: names(check, "show").index(one.level), default=None)
    if best is not None and best.valid_until is not None and column is not None:
        entry = case.catalogue.entry(column, best.level)
        params = {"level": spoken.words(entry.name) if entry else best.level, "day": spoken.day(best.valid_until)}
        place = case.place(check, spellings=partial(spellings_of_day, best.valid_until))
        return Read(FormalOutcome.MET, _finding(check), params, place)
    signed = [case.day(name) for name in names(check, "signed")]
    if signed and signed[0] is not None:
        return Read(FormalOutcome.MET, "declared", {"day": spoken.day(signed[0])})
    return Read(FormalOutcome.MET, "declared_undated")


def _finding(check: FormalCheck) -> str:
    return str(check.rule["finding"])


def _counts(one: Field, case: Case) -> bool:
    """Say whether a field has to be answered here: always, but for one that is only required when …."""
    return one.required != "when" or is_required(case.form, one.required, one.required_when)


def _group(group: str, case: Case) -> str:
    """Give the answers of the fields that a group names, with a space between them."""
    found = (case.catalogue.field(name) for name in group.split())
    return spoken.listed(filter(None, (case.shown(one) for one in found if one is not None)), " ")
