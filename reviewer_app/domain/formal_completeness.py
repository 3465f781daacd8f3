"""The formal check that looks at everything: required answers, required annexes, signature, declarations, deadline.

Its own module, because it reads the whole application and says several things at once.
"""

from reviewer_app.domain import display, spoken
from reviewer_app.domain.completeness import FormalOutcome
from reviewer_app.domain.form_spec import AnnexKind, FormalCheck
from reviewer_app.domain.formal_reading import Case, Read, joined, names
from reviewer_app.domain.requirements import is_required, unanswered

_MOST_NAMED = 5


def complete(check: FormalCheck, case: Case) -> Read:
    """Say what is missing; late receipt alone is only a notice, and so is a missing voluntary annex."""
    params: dict[str, str] = {}
    open_parts = [*_annexes(case, params), *_empty(check, case, params), *_declarations(check, case, params)]
    late = _late(case, params)
    if open_parts:
        return Read(FormalOutcome.TO_SUPPLY, joined([*open_parts, *late]), params)
    voluntary = _voluntary(case, params)
    if late:
        return Read(FormalOutcome.NOTICE, joined([*late, (",", "otherwise_complete"), *voluntary]), params)
    day = case.application.received
    params["received"] = spoken.day(day) if day else ""
    return Read(FormalOutcome.MET, joined([("", "received" if day else "complete"), *voluntary]), params)


def _annexes(case: Case, params: dict[str, str]) -> list[tuple[str, str]]:
    """Count the annexes everybody owes, and name those owed by this application alone."""
    always = [one for one in case.catalogue.annexes if one.required == "yes"]
    missing = [one for one in always if not case.has(one)]
    owed = [one for one in case.catalogue.annexes if one.required == "when" and _is_owed(one, case)]
    parts = []
    if missing:
        params |= {"have": str(len(always) - len(missing)), "of": str(len(always)), "missing": _keys(missing)}
        parts.append((",", "annexes_missing"))
    lacking = [one for one in owed if not case.has(one)]
    if lacking:
        params["owed"] = _keys(lacking)
        parts.append((",", "annexes_owed"))
    return parts


def _empty(check: FormalCheck, case: Case, params: dict[str, str]) -> list[tuple[str, str]]:
    """Name blank pages of the signature sheet and required answers that are empty."""
    blank = [
        f"{one.kind} S.{display.NO_BREAK}{page}"
        for one in case.application.attachments
        if one.kind in names(check, "annex")
        for page in one.blank_pages
    ]
    fields = [spoken.words(one.label) for one in unanswered(case.catalogue, case.form)]
    found = blank + fields
    if not found:
        return []
    params["empty"] = spoken.listed(found[:_MOST_NAMED])
    if len(found) <= _MOST_NAMED:
        return [(",", "empty")]
    params["more"] = str(len(found) - _MOST_NAMED)
    return [(",", "empty_and_more")]


def _declarations(check: FormalCheck, case: Case, params: dict[str, str]) -> list[tuple[str, str]]:
    """Name declarations that were answered with no."""
    refused = [one for one in case.fields(check, "declarations") if case.form.values.get(one.id) is False]
    if not refused:
        return []
    params["declarations"] = spoken.listed(spoken.words(one.label) for one in refused)
    return [(",", "undeclared")]


def _late(case: Case, params: dict[str, str]) -> list[tuple[str, str]]:
    received, deadline = case.application.received, case.application.deadline
    if received is None or deadline is None or received <= deadline:
        return []
    days = (received - deadline).days
    params |= {"received": spoken.day(received), "days": str(days)}
    return [(",", "late_day" if days == 1 else "late_days")]


def _voluntary(case: Case, params: dict[str, str]) -> list[tuple[str, str]]:
    """Name annexes that the answers let expect, though nobody owes them."""
    expected = [
        one
        for one in case.catalogue.annexes
        if one.expected_when and is_required(case.form, "when", one.expected_when) and not case.has(one)
    ]
    if not expected:
        return []
    params["voluntary"] = _keys(expected)
    return [(";", "voluntary" if len(expected) == 1 else "voluntary_several")]


def _is_owed(annex: AnnexKind, case: Case) -> bool:
    return is_required(case.form, annex.required, annex.required_when)


def _keys(annexes: list[AnnexKind]) -> str:
    return spoken.listed(one.key for one in annexes)
