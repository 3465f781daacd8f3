"""What would become of files before anything changes: the same code as taking them, in a transaction that is left.

One line for each file, or for each review of a score table. Later files see what earlier ones would have brought.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Application
from reviewer_app.domain.cancellation import StepProgress, cancel_check
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.finding import Finding
from reviewer_app.domain.localised import Words
from reviewer_app.exchange.annex import probe as annex_probe
from reviewer_app.services.intake.application import TakenApplication
from reviewer_app.services.intake.files import (
    FileReport,
    Intake,
    IntakeResult,
    TakeOutcome,
    single_packages,
    take_uncommitted,
)
from reviewer_app.services.intake.score_table import TakenReview, TakenScores
from reviewer_app.services.ports import UnitOfWork

WITHOUT_NUMBER = frozenset({"package_no_number", "form_number_missing"})
"""Codes of refusals that a number settles."""

NOT_IN_ROUND = {"table_unknown_application": "application", "table_unknown_reviewer": "reviewer"}
"""Codes of refusals that a yes settles, each with the parameter that names what is not there yet."""


class PreviewState(StrEnum):
    """What would become of a line: Neu, Ersetzt, Schon da, Prüfen, Abgelehnt."""

    NEW = "taken"
    REPLACED = "updated"
    KNOWN = "unchanged"
    CHECK = "needs_choice"
    REFUSED = "refused"


class Choice(StrEnum):
    """What a person has to say first.

    That is nothing, the number, whether to add applications and people, or whether it is another application.
    """

    NONE = ""
    NUMBER = "number"
    CREATE_MISSING = "create_missing"
    SAME_NAME = "same_name"


@dataclass(frozen=True, slots=True)
class PreviewAnnex:
    """An annex as it would come in; its kind can be corrected by its name."""

    name: str
    kind: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison; each text in every language."""

    label: Words
    here: Words
    there: Words


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a score table names that is not in the round: numbers of applications, names of people."""

    applications: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One file or review: `version` is what it would become, `changes` what it would change.

    `has_form` false means that number, name and kinds are the person's to correct; `kinds` are (key, title) to choose
    from; `compared` sets a line to be checked beside what is there; `unknown` are the applications and people that a
    table names and this round does not know.
    """

    file: Path
    kind: str
    state: PreviewState
    number: str = ""
    name: str = ""
    reviewer: str = ""
    version: int = 0
    members: int = 0
    values: int = 0
    rationales: int = 0
    has_form: bool = True
    choice: Choice = Choice.NONE
    changes: tuple[Compared, ...] = ()
    criteria: tuple[str, ...] = ()
    annexes: tuple[PreviewAnnex, ...] = ()
    kinds: tuple[tuple[str, Words], ...] = ()
    compared: tuple[Compared, ...] = ()
    unknown: Unknown = Unknown()
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def is_taken(self) -> bool:
        """Whether "übernehmen" changes anything by this line."""
        return self.state in (PreviewState.NEW, PreviewState.REPLACED)


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A file and how it is to be taken; `same_name` says that a name another application bears is meant."""

    file: Path
    options: Intake = field(default_factory=Intake)
    same_name: bool = False


def preview(
    uow: UnitOfWork, wanted: Sequence[PreviewRequest], at: datetime, progress: StepProgress | None = None
) -> tuple[PreviewLine, ...] | None:
    """Return what would become of the files; nothing is committed. None where `progress` asked to stop."""
    lines: list[PreviewLine] = []
    try:
        with annex_probe.together():
            for index, one in enumerate(wanted):
                go_on = cancel_check(progress, index, len(wanted), one.file.name)
                go_on()
                lines += _lines(uow, one, take_uncommitted(uow, one.file, at, one.options, go_on))
    except MendableError as stopped:
        if stopped.code != "cancelled":
            raise
        return None
    return tuple(lines)


def preview_paths(
    uow: UnitOfWork, paths: Sequence[Path], at: datetime, progress: StepProgress | None = None
) -> tuple[tuple[PreviewRequest, ...], tuple[PreviewLine, ...]] | None:
    """Return the single packages of files and folders with what would become of them; None where it was stopped."""
    wanted = tuple(PreviewRequest(path) for path in single_packages(uow, paths))
    lines = preview(uow, wanted, at, progress)
    return (wanted, lines) if lines is not None else None


def _lines(uow: UnitOfWork, wanted: PreviewRequest, result: IntakeResult) -> list[PreviewLine]:
    report = result.report
    if report.refused:
        return [_refused(report)]
    if result.application is not None:
        return [_application(uow, wanted, report, result.application)]
    return _reviews(report, result.scores)


def _refused(report: FileReport) -> PreviewLine:
    codes = {one.code for one in report.messages if one.severity == "error"}
    choice = Choice.NONE
    if codes and codes <= WITHOUT_NUMBER:
        choice = Choice.NUMBER
    elif codes and codes <= NOT_IN_ROUND.keys():
        choice = Choice.CREATE_MISSING
    state = PreviewState.CHECK if choice else PreviewState.REFUSED
    unknown = (
        Unknown(*(_named(report, code) for code in NOT_IN_ROUND)) if choice is Choice.CREATE_MISSING else Unknown()
    )
    return PreviewLine(
        report.file, report.kind, state, report.application, choice=choice, unknown=unknown, findings=report.messages
    )


def _named(report: FileReport, code: str) -> tuple[str, ...]:
    """Return what the findings of one kind are about, each once."""
    every = (one.params[NOT_IN_ROUND[code]] for one in report.messages if one.code == code)
    return tuple(dict.fromkeys(str(one) for one in every))


def _application(uow: UnitOfWork, wanted: PreviewRequest, report: FileReport, taken: TakenApplication) -> PreviewLine:
    made = taken.made
    catalogue = uow.catalogues.get(made.catalogue if made else uow.rounds.get().catalogue)
    state = {
        TakeOutcome.TAKEN: PreviewState.NEW,
        TakeOutcome.UPDATED: PreviewState.REPLACED,
        TakeOutcome.UNCHANGED: PreviewState.KNOWN,
    }[report.outcome]
    twin = next((str(one.params["number"]) for one in report.messages if one.code == "form_name_twice"), "")
    asks = bool(twin) and state is PreviewState.NEW
    other = uow.applications.find(twin) if asks else None
    return PreviewLine(
        file=report.file,
        kind=report.kind,
        state=PreviewState.CHECK if asks and not wanted.same_name else state,
        number=taken.number,
        name=made.name if made else "",
        version=taken.version,
        members=len(made.members.members) if made and made.members else 0,
        has_form=taken.has_form,
        choice=Choice.SAME_NAME if asks else Choice.NONE,
        changes=tuple(Compared(_label(catalogue, one.field), one.before, one.after) for one in taken.changes),
        annexes=tuple(PreviewAnnex(one.name, one.kind, one.pages) for one in taken.annexes),
        kinds=tuple((one.key, one.title) for one in catalogue.annexes),
        compared=_compared(catalogue, made, other) if made and other else (),
        findings=report.messages,
    )


def _reviews(report: FileReport, taken: TakenScores | None) -> list[PreviewLine]:
    if taken is None or not taken.reviews:
        return [PreviewLine(report.file, report.kind, PreviewState.KNOWN, report.application, findings=report.messages)]
    first, *others = (_review(report.file, report.kind, one) for one in taken.reviews)
    return [replace(first, findings=(*taken.findings, *first.findings)), *others]


def _review(file: Path, kind: str, taken: TakenReview) -> PreviewLine:
    state = PreviewState.NEW if taken.begun else PreviewState.REPLACED if taken.changes else PreviewState.KNOWN
    changes = () if taken.begun else taken.changes
    return PreviewLine(
        file,
        kind,
        state,
        taken.application.number,
        taken.application.name,
        taken.reviewer,
        values=taken.values,
        rationales=taken.rationales,
        changes=tuple(Compared(one.field, one.before, one.after) for one in changes),
        criteria=tuple(dict.fromkeys(one.field for one in changes)),
        findings=taken.findings,
    )


def _compared(catalogue: Catalogue, here: Application, there: Application) -> tuple[Compared, ...]:
    """Set an application beside another of the same name: what tells them apart."""
    found = []
    for role in ("number", "name", "applicant", "received"):
        one = catalogue.by_role(role)
        if one is None:
            continue
        texts = [_said(application, role, one.id) for application in (here, there)]
        if any(texts):
            found.append(Compared(one.label, texts[0], texts[1]))
    return tuple(found)


def _said(application: Application, role: str, field_id: str) -> Words:
    if role == "received":
        return localised.in_each(locale.day, application.received) if application.received else ""
    known: Mapping[str, str] = {"number": application.number, "name": application.name}
    return known.get(role) or (application.form.text(field_id) if application.form else "")


def _label(catalogue: Catalogue, place: str) -> Words:
    """Name a changed field, a column of a row, or an annex."""
    table, _, rest = place.partition(".")
    row, _, column = rest.partition(".")
    one, annex = catalogue.field(table), catalogue.annex(place)
    if one is None:
        return localised.listed([place, annex.title], " ") if annex else place
    inner = next((each for each in one.columns if each.id == column), None)
    if inner is None:
        return one.label
    return localised.listed([one.label, row, inner.label], " · ")
