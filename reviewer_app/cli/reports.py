"""What commands print: JSON documents, and the same in words."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.reviews.conflict import ConflictOfInterest

if TYPE_CHECKING:  # what a command does not need is not loaded for it
    from reviewer_app.domain.reviews.consolidation import Consolidation
    from reviewer_app.services.applications.work_rows import WorkList
    from reviewer_app.services.export.exporting import WrittenFile
    from reviewer_app.services.intake.files import FileReport
    from reviewer_app.services.ports import Problem

FORMAT = 1
MARKS = {Severity.ERROR: "▼", Severity.WARNING: "▲", Severity.NOTE: "·"}


def sentence(error: VotumError, language: str) -> str:
    """Return an error in words: what, where, how to mend."""
    return messages.text(f"error.{error.code}", language, **({"place": error.place} | dict(error.params)))


def error_document(error: VotumError, language: str) -> dict[str, object]:
    """Return the document of a call with `--json` that could not be answered."""
    return {"format": FORMAT, "error": {"code": error.code, "message": sentence(error, language)}}


def finding_text(finding: Finding, language: str) -> str:
    """Return a finding in words, its remedy behind it."""
    params = {"found": finding.found, "place": finding.place.label(language)} | dict(finding.params)
    said = messages.text(f"finding.{finding.code}", language, **params)
    try:
        return f"{said} {messages.text(f'finding.{finding.code}_remedy', language, **params)}"
    except KeyError:
        return said


def import_document(found: "Iterable[FileReport]", language: str) -> dict[str, object]:
    """Return the document of `import --json`."""
    return {
        "format": FORMAT,
        "files": [
            {
                "file": str(one.file),
                "kind": one.kind,
                "outcome": one.outcome.value,
                "application": one.application or None,
                "messages": [
                    {
                        "severity": finding.severity.value,
                        "code": finding.code,
                        "place": finding.place.label(language),
                        "message": finding_text(finding, language),
                    }
                    for finding in one.messages
                ],
            }
            for one in found
        ],
    }


def import_lines(one: "FileReport", language: str) -> Iterator[str]:
    """Yield what became of one file, notes left out."""
    what = messages.text(f"cli.outcome.{one.outcome.value}", language)
    yield f"{one.file.name}: {what}" + (f" ({one.application})" if one.application else "")
    for finding in one.messages:
        if finding.severity is not Severity.NOTE:
            place = finding.place.label(language)
            yield f"  {MARKS[finding.severity]} {place}{': ' if place else ''}{finding_text(finding, language)}"


def list_document(found: "WorkList") -> dict[str, object]:
    """Return the document of `list --json`."""
    return {
        "format": FORMAT,
        "applications": [
            {
                "number": row.number,
                "name": row.name,
                "state": row.state.value,
                "procedure": row.procedure,
                "reviews_submitted": row.submitted,
                "reviews_expected": row.expected,
                "my_progress": list(row.progress),
                "formal_open": row.formal_open,
                "conflict": (row.conflict or ConflictOfInterest.OPEN).value,
            }
            for row in found.rows
        ],
    }


def list_lines(found: "WorkList", language: str) -> Iterator[str]:
    """Yield one line an application: number, name, state, reviews, own progress."""
    if not found.rows:
        yield messages.text("cli.list_empty", language)
    for row in found.rows:
        state = messages.text(f"standing.{row.standing.value}", language)
        done, total = row.progress
        reviews = messages.text("cli.list_reviews", language, submitted=row.submitted, expected=row.expected)
        yield f"{row.number}  {row.name}  ·  {state}  ·  {reviews}  ·  {done}/{total}"


def consolidation_lines(cases: "Iterable[Consolidation]", language: str) -> Iterator[str]:
    """Yield the figures of each application: result with rule, total, areas, criteria to discuss, what it hangs on."""
    from reviewer_app.domain.reviews.robustness import dependences, robustness

    for case in cases:
        shares, totals = case.catalogue.thresholds()
        rule = case.suggestion.rule
        reason = case.suggestion.reason
        result = (
            f"{rule.name.read(language)} ({rule.id})"
            if rule
            else messages.text(f"reason.{reason.value}", language)
            if reason
            else locale.NOTHING
        )
        total = locale.points(case.figures.total, totals, language)
        yield f"{case.application.number}  {case.application.name}"
        areas = "  ".join(f"{one.key} {locale.share(one.share, shares, language)}" for one in case.figures.areas)
        yield f"  {result}  ·  {total} / {locale.number(case.figures.maximum, 0, language)}  ·  {areas}"
        flagged = ", ".join(one.key for one in case.criteria if one.needs_discussion)
        lapsed = ", ".join(one.key for one in case.lapsed)
        if lapsed:
            yield f"  ◆ {messages.text('cli.lapsed', language, criteria=lapsed)}"
        if flagged:
            yield f"  ◆ {messages.text('cli.needs_discussion', language, criteria=flagged)}"
        for one in dependences(case, robustness(case), language, messages.text):
            yield f"  {'✓' if one.holds else '◆'} {one.sentence}"


def export_line(written: "WrittenFile", language: str) -> str:
    """Return what was written and what its self-check counted."""
    if written.annotations is not None:
        return f"{written.path}  ({messages.text('cli.annotated_check', language, n=written.annotations)})"
    return f"{written.path}  ({written.counts.agreement(language)})"


def names_lines(written: "WrittenFile", language: str) -> Iterator[str]:
    """Yield how many names were replaced in a file, and everything that may be one and was left, with its places."""
    if written.replaced:
        yield f"  {messages.text('cli.names_replaced', language, n=len(written.replaced))}"
    places: dict[str, list[str]] = {}
    for one in written.left:
        places.setdefault(one.found, []).append(one.place)
    for found, where in places.items():
        yield f"  ▲ {messages.text('cli.name_left', language, found=found, places='; '.join(where))}"


def check_document(problems: "Iterable[Problem]", language: str) -> dict[str, object]:
    """Return the document of `check --json`."""
    every = [{"code": one.code, "message": problem_line(one, language)} for one in problems]
    return {"format": FORMAT, "ok": not every, "problems": every}


def problem_line(problem: "Problem", language: str) -> str:
    """Return a fault of the store in words."""
    return messages.text(f"problem.{problem.code}", language, detail=problem.message)
