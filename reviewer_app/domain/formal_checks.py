"""The formal checks: what the program proposes from form, member list and annexes, and what it read.

A proposal is never a decision; a person decides, and until then the proposal counts (contract, **Formal checks**).
"""

from collections.abc import Callable, Mapping

from reviewer_app.domain.application import Application
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.completeness import FormalOutcome, FormalResult
from reviewer_app.domain.form_spec import FormalCheck, FormalKind
from reviewer_app.domain.formal_completeness import complete
from reviewer_app.domain.formal_reading import Case, Locate, Read, nowhere, sentences
from reviewer_app.domain.formal_tests import (
    age_at_least,
    answered,
    at_least,
    dated_paper,
    declared_or_label,
    each_above,
)

_TESTS: Mapping[FormalKind, Callable[[FormalCheck, Case], Read]] = {
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
    case = Case.of(catalogue, application, locate)
    return tuple(_result(check, case, decisions.get(check.id)) for check in catalogue.formal_checks)


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


def _result(check: FormalCheck, case: Case, decision: FormalOutcome | None) -> FormalResult:
    read = _read(check, case)
    return FormalResult(
        check=check.id,
        proposal=_allowed(check, read.outcome),
        finding=read.finding,
        params=read.params,
        place=read.place,
        decision=None if decision is None else _allowed(check, decision),
    )


def _read(check: FormalCheck, case: Case) -> Read:
    kind = FormalKind(str(check.rule["kind"]))
    if case.application.form is None and not (kind in _BY_LIST and case.listed(check)):
        return Read(FormalOutcome.NOTICE, "no_form")
    return _TESTS[kind](check, case)


def _allowed(check: FormalCheck, outcome: FormalOutcome) -> FormalOutcome:
    """Keep a check that only gives notice from ever being open."""
    return FormalOutcome.NOTICE if check.notice and outcome is not FormalOutcome.MET else outcome
