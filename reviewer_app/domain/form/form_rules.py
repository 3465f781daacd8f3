"""The rules of a form, each over several answers: pure functions from the operands of a rule to findings.

A rule says nothing where an operand is missing or not of its kind: that is the single answer's finding.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.form.answers import Answers, exact, is_empty
from reviewer_app.domain.form.field_checks import finding_about, place_of, quoted, said
from reviewer_app.domain.form.spec import Field, FormRule, FormRuleKind
from reviewer_app.domain.localised import Words


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule over one form; `named` are its operands that the catalogue knows."""

    rule: FormRule
    answers: Answers

    @property
    def named(self) -> tuple[Field, ...]:
        """The fields the rule is about, in its order."""
        found = (self.answers.catalogue.field(name) for name in self.rule.fields)
        return tuple(one for one in found if one is not None)

    def value(self, field: Field) -> Scalar:
        """Give the answer of a field."""
        return self.answers.form.values.get(field.id)

    def finding(self, field: Field, found: Words, row: int = 0, table: Field | None = None, **params: Words) -> Finding:
        """Make the finding of this rule at a field, or at a column in a row of a table."""
        key = f"{table.id}.{row}.{field.id}" if table else field.id
        place = place_of(self.answers.form, field, key, table, row)
        known = params | {"rule": self.rule.text}
        return finding_about(field, self.rule.kind, place, Severity(self.rule.severity), found, **known)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Give the rows of the table the rule is about, counted from 1."""
        yield from enumerate(self.answers.form.tables.get(self.rule.fields[0], ()), 1)

    def columns(self) -> tuple[Field, ...]:
        """Give the columns the rule is about, in its order."""
        table = self.named[0]
        found = (table.column(name) for name in self.rule.fields[1:])
        return tuple(one for one in found if one is not None)


def check_rule(rule: FormRule, answers: Answers) -> Iterator[Finding]:
    """Give the findings of one rule."""
    yield from _KINDS[FormRuleKind(rule.kind)](Ruling(rule, answers))


def _sum_equals(ruling: Ruling) -> Iterator[Finding]:
    total, *parts = ruling.named
    whole = exact(ruling.value(total))
    values = [exact(ruling.value(part)) for part in parts]
    known = [value for value in values if value is not None]
    if whole is not None and len(known) == len(parts) and whole != sum(known, Fraction(0)):
        yield ruling.finding(
            total, said(ruling.value(total)), other=localised.in_each(locale.plain, sum(known, Fraction(0)))
        )


def _at_most(ruling: Ruling) -> Iterator[Finding]:
    less, more = ruling.named[:2]
    low, high = exact(ruling.value(less)), exact(ruling.value(more))
    if low is not None and high is not None and low > high:
        yield ruling.finding(
            less, said(ruling.value(less)), other=localised.in_each(locale.plain, high), than=more.label
        )


def _not_before(ruling: Ruling) -> Iterator[Finding]:
    later, earlier = ruling.named[:2]
    end, start = ruling.value(later), ruling.value(earlier)
    if isinstance(end, date) and isinstance(start, date) and end < start:
        yield ruling.finding(later, said(end), other=localised.in_each(locale.day, start), than=earlier.label)


def _excludes(ruling: Ruling) -> Iterator[Finding]:
    several, single = ruling.named[:2]
    chosen, one = ruling.value(several), ruling.value(single)
    if isinstance(chosen, tuple) and isinstance(one, str) and one in chosen:
        entry = ruling.answers.catalogue.entry(single, one)
        name = entry.name if entry else one
        yield ruling.finding(several, name, than=single.label)


def _must_be_yes(ruling: Ruling) -> Iterator[Finding]:
    for field in ruling.named:
        if ruling.value(field) is False:
            yield ruling.finding(field, localised.in_each(locale.yes_or_no, False))


def _matches_members(ruling: Ruling) -> Iterator[Finding]:
    answers = ruling.answers
    for field in ruling.named:
        counted, stated = answers.listed(field), exact(ruling.value(field))
        if counted is not None and stated is not None and counted != stated:
            source = answers.source(field.id)
            yield ruling.finding(field, said(ruling.value(field)), other=str(counted), source=source)


def _range_of_entry(ruling: Ruling) -> Iterator[Finding]:
    code, choice = ruling.named[:2]
    text, key = ruling.value(code), ruling.value(choice)
    entry = ruling.answers.catalogue.entry(choice, str(key)) if key else None
    ranges = entry.more.get(str(ruling.rule.params.get("ranges"))) if entry else None
    if not entry or not ranges or not isinstance(text, str) or not text.isdecimal():
        return
    if not any(_inside(text, one) for one in ranges.split()):
        yield ruling.finding(code, text, other=entry.name, than=choice.label)


def _inside(text: str, bounds: str) -> bool:
    """Say whether a code of digits lies in `from-to` or equals a single one; codes of another length never do."""
    start, _, end = bounds.partition("-")
    return len(text) == len(start) and start <= text <= (end or start)


def _row_counts(ruling: Ruling) -> Iterator[Finding]:
    (column,) = ruling.columns()[:1]
    counts = ruling.rule.params.get("counts")
    rows = [row for _, row in ruling.rows()]
    found = Counter(str(row.get(column.id)) for row in rows)
    for key, wanted in counts.items() if isinstance(counts, dict) and rows else ():
        if found[key] != wanted:
            entry = ruling.answers.catalogue.entry(column, key)
            name = entry.name if entry else key
            yield ruling.finding(ruling.named[0], str(found[key]), other=str(wanted), than=name)


def _unique_rows(ruling: Ruling) -> Iterator[Finding]:
    (column,) = ruling.columns()[:1]
    first: dict[str, int] = {}
    for number, row in ruling.rows():
        value = row.get(column.id)
        if is_empty(value):
            continue
        before = first.setdefault(quoted(value).casefold(), number)
        if before != number:
            yield ruling.finding(column, said(value), number, ruling.named[0], other=str(before), here=str(number))


def _row_at_most(ruling: Ruling) -> Iterator[Finding]:
    (column,), table = ruling.columns()[:1], ruling.named[0]
    names = ruling.rule.params.get("within")
    within = names if isinstance(names, tuple) else ()
    for number, row in ruling.rows():
        value = exact(row.get(column.id))
        parts = [part for name in within if (part := exact(row.get(name))) is not None]
        if value is not None and len(parts) == len(within) and value > sum(parts, Fraction(0)):
            most = localised.in_each(locale.plain, sum(parts, Fraction(0)))
            yield ruling.finding(column, said(row.get(column.id)), number, table, other=most, here=str(number))


def _row_after(ruling: Ruling) -> Iterator[Finding]:
    (later, earlier), table = ruling.columns()[:2], ruling.named[0]
    for number, row in ruling.rows():
        end, start = row.get(later.id), row.get(earlier.id)
        if isinstance(end, date) and isinstance(start, date) and end <= start:
            params = {"other": localised.in_each(locale.day, start), "than": earlier.label, "here": str(number)}
            yield ruling.finding(later, said(end), number, table, **params)


_KINDS: Mapping[FormRuleKind, Callable[[Ruling], Iterator[Finding]]] = {
    FormRuleKind.SUM_EQUALS: _sum_equals,
    FormRuleKind.AT_MOST: _at_most,
    FormRuleKind.NOT_BEFORE: _not_before,
    FormRuleKind.EXCLUDES: _excludes,
    FormRuleKind.MUST_BE_YES: _must_be_yes,
    FormRuleKind.MATCHES_MEMBERS: _matches_members,
    FormRuleKind.RANGE_OF_ENTRY: _range_of_entry,
    FormRuleKind.ROW_COUNTS: _row_counts,
    FormRuleKind.UNIQUE_ROWS: _unique_rows,
    FormRuleKind.ROW_AT_MOST: _row_at_most,
    FormRuleKind.ROW_AFTER: _row_after,
}
