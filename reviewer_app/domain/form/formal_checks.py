"""The formal checks: what the program proposes from form, member list and annexes, what it read, what counts as open.

A proposal is never a decision; a person decides, and until then the proposal counts. Findings are message keys joined
by their marks: `staff,recommended` is said as the words of both with a comma.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import partial
from re import fullmatch

from resources.languages import LANGUAGES, SOURCE
from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Application, Form, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.answers import FORM, Answers, is_empty
from reviewer_app.domain.form.calendar_months import add_months
from reviewer_app.domain.form.labels import labels
from reviewer_app.domain.form.requirements import is_required, provided, unanswered
from reviewer_app.domain.form.spec import AnnexKind, Field, FieldKind, FormalCheck, FormalKind
from reviewer_app.domain.localised import Words

EDITION = 1
"""Counted up when a check proposes another outcome than before for the same application: what stores keep is of one."""


class FormalOutcome(StrEnum):
    """The outcome of a formal check; a notice never counts as open."""

    MET = "met"
    NOT_MET = "not_met"
    TO_SUPPLY = "to_supply"
    NOTICE = "notice"


_OPEN = (FormalOutcome.NOT_MET, FormalOutcome.TO_SUPPLY)


@dataclass(frozen=True, slots=True)
class FormalResult:
    """One formal check: `proposal` is computed, `decision` a person's; `finding` words what was read.

    `finding` is a message key below `formal.` with `params`; `place` says where (A01, A03 S. 2, Antrag!C12).
    """

    check: str
    proposal: FormalOutcome
    finding: str = ""
    params: Mapping[str, Words] = field(default_factory=dict)
    place: str = ""
    decision: FormalOutcome | None = None

    @property
    def outcome(self) -> FormalOutcome:
        """The decision where a person has decided, else the proposal."""
        return self.decision or self.proposal

    @property
    def is_open(self) -> bool:
        """The check is not met or to be supplied."""
        return self.outcome in _OPEN


def formal_open(results: Iterable[FormalResult]) -> int:
    """Count the checks that are decided or proposed as not met or to be supplied."""
    return sum(result.is_open for result in results)


type Locate = Callable[[str, tuple[str, ...]], int]
type Spellings = Callable[[], tuple[str, ...]]

_MOST_MATCHED = 2_000
_SHORT = "short"
_PLACES = {"count": 0, "share": 1, "fte": 2, "number": 1}


def nowhere(_annex: str, _spellings: tuple[str, ...]) -> int:
    """Find no page: for callers that have no texts of annexes."""
    return 0


@dataclass(frozen=True, slots=True)
class Read:
    """What a check proposes and what it read; `finding` names words below `formal.`, `place` where it was read.

    `params` gives what the words need: a list of applications asks for outcomes alone.
    """

    outcome: FormalOutcome
    finding: str
    params: Callable[[], Mapping[str, Words]] = dict
    place: str = ""


@dataclass(frozen=True, slots=True)
class CheckedApplication:
    """An application seen by formal checks; the form is an empty one where there is none."""

    catalogue: Catalogue
    application: Application
    form: Form
    answers: Answers
    locate: Locate

    @classmethod
    def of(cls, catalogue: Catalogue, application: Application, locate: Locate) -> "CheckedApplication":
        """Look at an application."""
        form = application.form or Form()
        answers = Answers(catalogue, form, application.members, application.reference_date)
        return cls(catalogue, application, form, answers, locate)

    @property
    def at(self) -> date | None:
        """The reference date of the procedure."""
        return self.application.reference_date

    def fields(self, check: FormalCheck, part: str) -> tuple[Field, ...]:
        """Give the fields that a parameter of the check names."""
        found = (self.catalogue.field(name) for name in names(check, part))
        return tuple(one for one in found if one is not None)

    def day(self, name: str) -> date | None:
        """Give the day a field answers with."""
        value = self.form.values.get(name)
        return value if isinstance(value, date) else None

    def listed(self, check: FormalCheck) -> bool:
        """Say whether the check can be answered from the member list."""
        values = names(check, "value") + names(check, "values")
        return all(self.answers.source(name) != FORM for name in values)

    def place(self, check: FormalCheck, values: Iterable[str] = (), spellings: Spellings | None = None) -> str:
        """Give where a value was read: the member list, or the annex the check names, with its page if it is found."""
        sources = {self.answers.source(name) for name in values} - {FORM}
        if sources:
            return min(sources)
        key = str(check.rule.get("place", check.rule.get("annex", "")))
        annex = self.catalogue.annex(key)
        if annex is None or not self.has(annex):
            return ""
        page = self.locate(key, spellings()) if spellings and self.locate is not nowhere else 0
        return f"{key} S.{locale.NO_BREAK}{page}" if page else key

    def has(self, annex: AnnexKind) -> bool:
        """Say whether an annex is there and readable."""
        return provided(annex, self.application.form, self.application.annexes)

    def label(self, name: str) -> Words:
        """Give what a field or figure is called."""
        one = self.catalogue.field(name)
        if one is not None:
            return one.label
        figure = self.catalogue.figure(name)
        return figure.title if figure else name

    def shown(self, one: Field) -> Words:
        """Give an answer as a finding quotes it; empty where there is none."""
        value = self.form.values.get(one.id)
        if is_empty(value):
            return ""
        if isinstance(value, date):
            return locale.month(value) if one.kind is FieldKind.MONTH else localised.in_each(locale.day, value)
        entry = self.catalogue.entry(one, str(value))
        if entry is not None:
            return entry.name
        return _short(one, str(value))


def names(check: FormalCheck, part: str) -> tuple[str, ...]:
    """Give the names that a parameter of a check holds, one or several."""
    value = check.rule.get(part, ())
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, tuple) else ()


def number(check: FormalCheck, part: str) -> Fraction | None:
    """Give a numeric parameter of a check."""
    value = check.rule.get(part)
    return value if isinstance(value, Fraction) else None


def amount(check: FormalCheck, value: Fraction) -> Words:
    """Show a value in the check's unit so that rounding never seems to reach its bound."""
    unit = str(check.rule.get("unit", "count"))
    factor = 100 if unit == "share" else 1
    bounds = [bound * factor for bound in (number(check, "bound"), number(check, "recommended")) if bound is not None]

    def shown(language: str) -> str:
        sign = locale.LOCALES[language].percent if unit == "share" else ""
        return locale.careful(value * factor, bounds, _PLACES[unit], language) + sign

    return localised.in_each(shown)


def spellings_of_number(value: Fraction, unit: str) -> tuple[str, ...]:
    """Give how a number may stand in an annex."""
    places = _PLACES.get(unit, 0)
    return tuple(locale.number(value, places, language) for language in LANGUAGES)


def spellings_of_day(day: date) -> tuple[str, ...]:
    """Give how a day may stand in an annex, which is written in the source language."""
    long = locale.long_day(day, SOURCE)
    return (locale.day(day, SOURCE), long, long.replace(locale.NO_BREAK, " "), day.isoformat())


def joined(parts: Iterable[tuple[str, str]]) -> str:
    """Join message keys: each part is a mark and a key, the first mark is left out."""
    return "".join(f"{mark if index else ''}{key}" for index, (mark, key) in enumerate(parts))


def sentences(finding: str) -> Iterator[tuple[str, str]]:
    """Give the marks and keys of a joined finding; the first mark is empty."""
    start, mark = 0, ""
    for index, char in enumerate(finding):
        if char in ",;":
            yield mark, finding[start:index]
            start, mark = index + 1, char
    yield mark, finding[start:]


def is_malformed(one: Field, value: Scalar, catalogue: Catalogue) -> bool:
    """Say whether an answer that is there does not have the form its field asks."""
    if one.list:
        return catalogue.entry(one, str(value)) is None
    text = str(value)
    return bool(one.pattern) and (len(text) > _MOST_MATCHED or fullmatch(one.pattern, text) is None)


def _short(one: Field, text: str) -> str:
    """Give the part of an answer that the field's pattern calls short, else all of it."""
    match = fullmatch(one.pattern, text[:_MOST_MATCHED]) if one.pattern else None
    return match[_SHORT] if match and _SHORT in match.groupdict() and match[_SHORT] else text


_MONTHS = 12


def answered(check: FormalCheck, case: CheckedApplication) -> Read:
    """Test that every named field is answered in its form; one required only when … counts when it is required."""
    owed = [one for one in case.fields(check, "fields") if _counts(one, case)]
    for key, lacking in (
        ("answers_missing", [one for one in owed if is_empty(case.form.values.get(one.id))]),
        ("answers_malformed", [one for one in owed if is_malformed(one, case.form.values.get(one.id), case.catalogue)]),
    ):
        if lacking:
            finding = f"{key}{';no_obstacle' if check.notice else ''}"
            return Read(FormalOutcome.TO_SUPPLY, finding, partial(_answered_words, check, case, lacking))
    return Read(FormalOutcome.MET, _finding(check), partial(_answered_words, check, case, owed), case.place(check))


def _answered_words(check: FormalCheck, case: CheckedApplication, fields: Iterable[Field]) -> Mapping[str, Words]:
    shown = [said for group in names(check, "show") if (said := _group(group, case))]
    return {"fields": localised.listed(one.label for one in fields), "answers": localised.listed(shown)}


def at_least(check: FormalCheck, case: CheckedApplication) -> Read:
    """Test that a number reaches its bound; a recommended bound is only mentioned."""
    (name,) = names(check, "value")
    bound = number(check, "bound") or Fraction(0)
    value = case.answers.number(name)
    if value is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", lambda: {"field": case.label(name)})
    recommended = number(check, "recommended")

    def params() -> Mapping[str, Words]:
        said = {"value": value, "bound": bound, "recommended": recommended}
        return {key: amount(check, one) for key, one in said.items() if one is not None}

    place = case.place(check, [name], partial(spellings_of_number, value, str(check.rule.get("unit", ""))))
    if value < bound:
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},below", params, place)
    if recommended is not None and value < recommended:
        return Read(FormalOutcome.MET, f"{_finding(check)},recommended", params, place)
    return Read(FormalOutcome.MET, _finding(check), params, place)


def each_above(check: FormalCheck, case: CheckedApplication) -> Read:
    """Test that each of several numbers is above the bound; the words know them as value1, value2, …."""
    wanted = names(check, "values")
    bound = number(check, "bound") or Fraction(0)
    values = {name: case.answers.number(name) for name in wanted}
    known = [value for value in values.values() if value is not None]
    if len(known) < len(wanted):
        missing = [name for name, value in values.items() if value is None]
        words = partial(map, case.label, missing)
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", lambda: {"field": localised.listed(words())})
    outcome = FormalOutcome.MET if all(value > bound for value in known) else FormalOutcome.NOT_MET

    def params() -> Mapping[str, Words]:
        return {f"value{index}": localised.in_each(locale.plain, value) for index, value in enumerate(known, 1)}

    return Read(outcome, _finding(check), params, case.place(check, wanted))


def age_at_least(check: FormalCheck, case: CheckedApplication) -> Read:
    """Test that a day lies at least so many months before the reference date."""
    (name,) = names(check, "value")
    months = int(number(check, "months") or 0)
    day = case.day(name)
    if day is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", lambda: {"field": case.label(name)})
    params = partial(dict[str, Words], month=locale.month(day), months=str(months))
    if case.at is None:
        return Read(FormalOutcome.NOTICE, f"{_finding(check)},no_reference_date", params)
    if day > add_months(case.at, -months):
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},too_young", params, case.place(check))
    return Read(FormalOutcome.MET, _finding(check), params, case.place(check))


def dated_paper(check: FormalCheck, case: CheckedApplication) -> Read:
    """Test that an annex is there and the day the form gives for it is not older than so many months."""
    (name,) = names(check, "value")
    (key,) = names(check, "annex")
    months = int(number(check, "months") or 0)
    annex = case.catalogue.annex(key)
    if annex is None or not case.has(annex):
        there = case.application.annex(key) is not None
        return Read(FormalOutcome.TO_SUPPLY, "annex_unreadable" if there else "annex_missing", lambda: {"annex": key})
    day = case.day(name)
    if day is None:
        return Read(FormalOutcome.TO_SUPPLY, "value_missing", lambda: {"field": case.label(name)}, key)

    def params() -> Mapping[str, Words]:
        return {"day": localised.in_each(locale.day, day), "months": str(months), "years": str(months // _MONTHS)}

    place = case.place(check, spellings=partial(spellings_of_day, day))
    if case.at is None:
        return Read(FormalOutcome.NOTICE, f"{_finding(check)},no_reference_date", params, place)
    if day < add_months(case.at, -months):
        too_old = "too_old_years" if months % _MONTHS == 0 else "too_old_months"
        return Read(FormalOutcome.NOT_MET, f"{_finding(check)},{too_old}", params, place)
    return Read(FormalOutcome.MET, _finding(check), params, place)


def declared_or_label(check: FormalCheck, case: CheckedApplication) -> Read:
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
        level, day = entry.name if entry else best.level, localised.in_each(locale.day, best.valid_until)
        params = partial(dict[str, Words], level=level, day=day)
        place = case.place(check, spellings=partial(spellings_of_day, best.valid_until))
        return Read(FormalOutcome.MET, _finding(check), params, place)
    signed = [case.day(name) for name in names(check, "signed")]
    if signed and signed[0] is not None:
        return Read(
            FormalOutcome.MET, "declared", partial(dict[str, Words], day=localised.in_each(locale.day, signed[0]))
        )
    return Read(FormalOutcome.MET, "declared_undated")


def _finding(check: FormalCheck) -> str:
    return str(check.rule["finding"])


def _counts(one: Field, case: CheckedApplication) -> bool:
    """Say whether a field has to be answered here: always, but for one that is only required when …."""
    return one.required != "when" or is_required(case.form, one.required, one.required_when)


def _group(group: str, case: CheckedApplication) -> Words:
    """Give the answers of the fields that a group names, with a space between them."""
    found = (case.catalogue.field(name) for name in group.split())
    return localised.listed([shown for one in found if one is not None and (shown := case.shown(one))], " ")


_MOST_NAMED = 5


def complete(check: FormalCheck, case: CheckedApplication) -> Read:
    """Say what is missing; late receipt alone is only a notice, and so is a missing voluntary annex."""
    params: dict[str, Words] = {}
    open_parts = [*_annexes(case, params), *_empty(check, case, params), *_declarations(check, case, params)]
    late = _late(case, params)
    if open_parts:
        return Read(FormalOutcome.TO_SUPPLY, joined([*open_parts, *late]), params.copy)
    voluntary = _voluntary(case, params)
    if late:
        return Read(FormalOutcome.NOTICE, joined([*late, (",", "otherwise_complete"), *voluntary]), params.copy)
    day = case.application.received
    params["received"] = localised.in_each(locale.day, day) if day else ""
    return Read(FormalOutcome.MET, joined([("", "received" if day else "complete"), *voluntary]), params.copy)


def _annexes(case: CheckedApplication, params: dict[str, Words]) -> list[tuple[str, str]]:
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


def _empty(check: FormalCheck, case: CheckedApplication, params: dict[str, Words]) -> list[tuple[str, str]]:
    """Name blank pages of the signature sheet and required answers that are empty."""
    blank = [
        f"{one.kind} S.{locale.NO_BREAK}{page}"
        for one in case.application.annexes
        if one.kind in names(check, "annex")
        for page in one.blank_pages
    ]
    fields = [one.label for one in unanswered(case.catalogue, case.form)]
    found: list[Words] = [*blank, *fields]
    if not found:
        return []
    params["empty"] = localised.listed(found[:_MOST_NAMED])
    if len(found) <= _MOST_NAMED:
        return [(",", "empty")]
    params["more"] = str(len(found) - _MOST_NAMED)
    return [(",", "empty_and_more")]


def _declarations(check: FormalCheck, case: CheckedApplication, params: dict[str, Words]) -> list[tuple[str, str]]:
    """Name declarations that were answered with no."""
    refused = [one for one in case.fields(check, "declarations") if case.form.values.get(one.id) is False]
    if not refused:
        return []
    params["declarations"] = localised.listed(one.label for one in refused)
    return [(",", "undeclared")]


def _late(case: CheckedApplication, params: dict[str, Words]) -> list[tuple[str, str]]:
    received, deadline = case.application.received, case.application.deadline
    if received is None or deadline is None or received <= deadline:
        return []
    days = (received - deadline).days
    params |= {"received": localised.in_each(locale.day, received), "days": str(days)}
    return [(",", "late_day" if days == 1 else "late_days")]


def _voluntary(case: CheckedApplication, params: dict[str, Words]) -> list[tuple[str, str]]:
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


def _is_owed(annex: AnnexKind, case: CheckedApplication) -> bool:
    return is_required(case.form, annex.required, annex.required_when)


def _keys(annexes: list[AnnexKind]) -> str:
    return ", ".join(one.key for one in annexes)


_TESTS: Mapping[FormalKind, Callable[[FormalCheck, CheckedApplication], Read]] = {
    FormalKind.ANSWERED: answered,
    FormalKind.AT_LEAST: at_least,
    FormalKind.EACH_ABOVE: each_above,
    FormalKind.AGE_AT_LEAST: age_at_least,
    FormalKind.DATED_PAPER: dated_paper,
    FormalKind.DECLARED_OR_LABEL: declared_or_label,
    FormalKind.COMPLETE: complete,
}
_BY_LIST = frozenset({FormalKind.AT_LEAST, FormalKind.EACH_ABOVE})


def formal_results(
    catalogue: Catalogue,
    application: Application,
    *,
    decisions: Mapping[str, FormalOutcome],
    locate: Locate = nowhere,
) -> tuple[FormalResult, ...]:
    """Give the result of every formal check in catalogue order.

    `decisions` are a person's by check id; `locate` finds the page of an annex that holds one of several spellings
    (0 where none does). Without a form nothing is open but what a member list alone can tell.
    """
    case = CheckedApplication.of(catalogue, application, locate)
    return tuple(_result(check, case, decisions.get(check.id)) for check in catalogue.formal_checks)


def open_proposals(catalogue: Catalogue, application: Application) -> frozenset[str]:
    """Give the checks that are proposed as open, by id, without putting into words what they read.

    Nothing but these two decides it: no clock, no decision, no text of an annex.
    """
    case = CheckedApplication.of(catalogue, application, nowhere)
    outcomes = {check.id: _allowed(check, _read(check, case).outcome) for check in catalogue.formal_checks}
    return frozenset(check for check, outcome in outcomes.items() if outcome in _OPEN)


def formal_open_of(catalogue: Catalogue, proposed: Collection[str], decisions: Mapping[str, FormalOutcome]) -> int:
    """Count the open checks of an application of which `proposed` are proposed as open: as `formal_open` counts."""
    return sum(
        _allowed(check, decisions[check.id]) in _OPEN if check.id in decisions else check.id in proposed
        for check in catalogue.formal_checks
    )


def formal_text(result: FormalResult, language: str, words: Callable[..., str]) -> str:
    """Say what a check read, with the place in brackets: `141 verbindlich (A01)`.

    `words` looks up message keys (resources.messages.text).
    """
    said = "".join(
        f"{mark} {part}" if mark else part
        for mark, key in sentences(result.finding)
        for part in [words(f"formal.{key}", language, **result.params)]
    )
    return f"{said} ({result.place})" if result.place else said


def _result(check: FormalCheck, case: CheckedApplication, decision: FormalOutcome | None) -> FormalResult:
    read = _read(check, case)
    return FormalResult(
        check=check.id,
        proposal=_allowed(check, read.outcome),
        finding=read.finding,
        params=read.params(),
        place=read.place,
        decision=None if decision is None else _allowed(check, decision),
    )


def _read(check: FormalCheck, case: CheckedApplication) -> Read:
    kind = FormalKind(str(check.rule["kind"]))
    if case.application.form is None and not (kind in _BY_LIST and case.listed(check)):
        return Read(FormalOutcome.NOTICE, "no_form")
    return _TESTS[kind](check, case)


def _allowed(check: FormalCheck, outcome: FormalOutcome) -> FormalOutcome:
    """Keep a check that only gives notice from ever being open."""
    return FormalOutcome.NOTICE if check.notice and outcome is not FormalOutcome.MET else outcome
