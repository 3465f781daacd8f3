"""Result rules as formulas: every condition of the catalogue becomes comparisons of cells with named bounds.

The workbook has to come to the catalogue's result for any agreed values, also those that nobody has entered yet, so the
formulas keep the three answers of the rules: yes, no, and unknown while a criterion has no agreed score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reviewer_app.domain.catalogue import Condition, ConditionKind, ResultRule
from reviewer_app.exports.workbook.cells import quoted
from reviewer_app.exports.workbook.terms import Terms
from reviewer_app.exports.workbook.wording import Wording

_NEVER = 999


@dataclass(frozen=True, slots=True)
class Inputs:
    """The cells that rules look at, absolute on their sheet: `shares` is a range, the others single cells."""

    total: str
    shares: str
    missed: str
    formal: str


def compiled(rule: ResultRule, terms: Terms, inputs: Inputs, wording: Wording) -> str:
    """Give the formula that answers yes, no or unknown for one rule."""
    yes, no, unknown = (quoted(wording.say(f"mark.{key}")) for key in ("yes", "no", "unknown"))
    if rule.when is None:
        return f"IF(ISNUMBER({inputs.total}),{yes},{unknown})"
    known = _expression(rule.when, partial(_bound, rule.id, terms), inputs)
    answer = f"IF({known},{yes},{no})"
    with_open, without_open = _while_unknown(rule.when, formal=True), _while_unknown(rule.when, formal=False)
    if _only_formal(rule.when):
        return answer
    words = {True: yes, False: no, None: unknown}
    waiting = words[with_open]
    if with_open is not without_open:
        waiting = f"IF({inputs.formal}>0,{words[with_open]},{words[without_open]})"
    return f"IF(ISNUMBER({inputs.total}),{answer},{waiting})"


def suggestion(answers: str, results: str, wording: Wording) -> str:
    """Give the formula of the suggestion: the result of the first yes, unless an unknown answer stands before it."""
    yes, unknown = quoted(wording.say("mark.yes")), quoted(wording.say("mark.unknown"))
    first = f"MATCH({yes},{answers},0)"
    barred = f"MATCH({unknown},{answers},0)"
    none = quoted(wording.say("overview.none"))
    return f"IF(IFERROR({first},{_NEVER})<IFERROR({barred},{_NEVER}),INDEX({results},{first}),{none})"


def _bound(rule: str, terms: Terms, condition: Condition) -> str:
    if condition.kind is ConditionKind.TOTAL_BELOW:
        return terms.total(rule, condition.bound)
    return terms.share(condition.bound)


def _expression(condition: Condition, bound: "partial[str]", inputs: Inputs) -> str:
    """Give the comparison that is true when the condition holds, for a complete set of agreed scores."""
    kind = condition.kind
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        parts = [_expression(part, bound, inputs) for part in condition.parts]
        if not parts:
            return "FALSE" if kind is ConditionKind.ANY else "TRUE"
        return parts[0] if len(parts) == 1 else f"{'OR' if kind is ConditionKind.ANY else 'AND'}({','.join(parts)})"
    if kind is ConditionKind.FORMAL_OPEN:
        return f"{inputs.formal}{'>' if condition.expected else '='}0"
    if kind is ConditionKind.MINIMUM_MISSED:
        return f"{inputs.missed}{'>' if condition.expected else '='}0"
    if kind is ConditionKind.TOTAL_BELOW:
        return f"{inputs.total}<{bound(condition)}"
    count = condition.count if kind is ConditionKind.AREAS_BELOW else 1
    return f"SUMPRODUCT(({inputs.shares}<{bound(condition)})*1)>={count}"


def _while_unknown(condition: Condition, *, formal: bool) -> bool | None:
    """Answer a condition while the total is unknown: only formal checks can decide."""
    if condition.kind is ConditionKind.FORMAL_OPEN:
        return formal is condition.expected
    if condition.kind not in (ConditionKind.ANY, ConditionKind.ALL):
        return None
    decisive = condition.kind is ConditionKind.ANY
    answers = [_while_unknown(part, formal=formal) for part in condition.parts]
    if decisive in answers:
        return decisive
    return None if None in answers else not decisive


def _only_formal(condition: Condition) -> bool:
    return all(
        one.kind in (ConditionKind.FORMAL_OPEN, ConditionKind.ANY, ConditionKind.ALL) for one in condition.walk()
    )


def worded(rule: ResultRule, wording: Wording) -> str:
    """Give the condition of a rule in words: the catalogue's own, else said from its parts."""
    own = rule.text.read(wording.language)
    if own:
        return own
    return wording.say("application.otherwise") if rule.when is None else _said(rule.when, wording)


def _said(condition: Condition, wording: Wording) -> str:
    kind = condition.kind
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        return _joined(kind, condition.parts, wording)
    if kind is ConditionKind.FORMAL_OPEN:
        return wording.say("condition.formal_open" if condition.expected else "condition.formal_done")
    if kind is ConditionKind.MINIMUM_MISSED:
        return wording.say("condition.minimum_missed" if condition.expected else "condition.minimum_kept")
    if kind is ConditionKind.TOTAL_BELOW:
        return wording.say("condition.total_below", bound=wording.plain(condition.bound))
    bound = wording.share(condition.bound)
    if kind is ConditionKind.AREA_BELOW:
        return wording.say("condition.area_below", bound=bound)
    return wording.say("condition.areas_below", n=condition.count, bound=bound)


def _joined(kind: ConditionKind, parts: Sequence[Condition], wording: Wording) -> str:
    said = [
        wording.say("condition.inside", text=_said(part, wording)) if part.parts else _said(part, wording)
        for part in parts
    ]
    return wording.say(f"condition.{kind.value}").join(said)
