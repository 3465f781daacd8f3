"""The statistics of a round: applications by state and suggestion, labels on the reference date; never scores."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.cross_counts import CrossCount, cross_count
from reviewer_app.domain.form.labels import LabelState, labels
from reviewer_app.domain.form.spec import ValueEntry
from reviewer_app.domain.reviews.permissions import Act, Situation, may
from reviewer_app.domain.reviews.standing import Standing
from reviewer_app.exports.count_tables import CountTable, Statistics, write_statistics
from reviewer_app.services.permissions import role_here, situations
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, cases

STATES, RESULTS, LABELS = "states", "results", "labels"
NONE, WITHDRAWN = "none", "withdrawn"


def statistics(uow: UnitOfWork, language: str) -> Statistics:
    """Count the round as the person at this desk may see it.

    Reviewers see no suggestions, and labels only of applications whose content is open to them.
    """
    facts = uow.rounds.get()
    found, here = cases(uow), situations(uow)
    at = facts.reference_date
    sees_results = may(Act.SEE_RESULTS, Situation(role_here(uow)))
    tables = [_states(found, language, releases=sees_results)]
    if sees_results:
        tables.append(_results(found, language))
    readable = tuple(one for one in found if may(Act.COUNT_CONTENT, here(one.application.id)))
    tables.append(_labels(readable, at, language, whole=len(readable) == len(found)))
    return Statistics(facts.title, at, uow.rounds.last_change(), len(found), tuple(tables))


def save_statistics(uow: UnitOfWork, target: Path, language: str) -> Path:
    """Write the statistics as a workbook and return where; raises what `write_atomically` raises."""
    write_statistics(statistics(uow, language), target, language)
    return target


def _states(found: tuple[Case, ...], language: str, *, releases: bool) -> CountTable:
    pairs = [(one.application.procedure, one.standing(releases=releases).value) for one in found]
    count = cross_count(pairs, columns=[one for one in Standing if releases or one is not Standing.RELEASED])
    columns = tuple(messages.text(f"standing.{key}", language) for key in count.columns)
    return _table(STATES, count, columns, _procedures(found, count, language), language)


def _results(found: tuple[Case, ...], language: str) -> CountTable:
    rules = {rule.result: rule for one in found for rule in reversed(one.catalogue.rules)}
    count = cross_count(((one.application.procedure, _result(one)) for one in found), columns=(*rules, NONE, WITHDRAWN))
    columns = tuple(
        rules[key].name.read(language) if key in rules else messages.text(f"statistics.result.{key}", language)
        for key in count.columns
    )
    return _table(RESULTS, count, columns, _procedures(found, count, language), language)


def _result(one: Case) -> str:
    if one.consolidation.state is ApplicationState.WITHDRAWN:
        return WITHDRAWN
    rule = one.consolidation.suggestion.rule
    return rule.result if rule else NONE


def _procedures(found: tuple[Case, ...], count: CrossCount, language: str) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for catalogue in _catalogues(found):
        one = catalogue.by_role("procedure")
        for key in count.rows:
            entry = catalogue.entry(one, key) if one else None
            if entry is not None:
                names[key] = entry.name.read(language)
    return tuple(names.get(key, key[:1].upper() + key[1:]) for key in count.rows)


def _labels(found: tuple[Case, ...], at: date | None, language: str, *, whole: bool) -> CountTable:
    present = [one for one in found if one.consolidation.state is not ApplicationState.WITHDRAWN]
    pairs = [
        (label.level, label.state.value)
        for one in present
        if at is not None and one.application.form is not None
        for label in labels(one.catalogue, one.application.form, at)
    ]
    levels = {entry.key: entry.name.read(language) for one in _catalogues(found) for entry in _levels(one)}
    count = cross_count(pairs, rows=levels, columns=tuple(LabelState))
    columns = tuple(messages.text(f"statistics.label.{key}", language) for key in count.columns)
    rows = tuple(levels.get(key, key) for key in count.rows)
    note = "labels_undated" if at is None else "labels" if whole else "labels_open"
    return _table(LABELS, count, columns, rows, language, note=note, day=locale.day(at, language), n=len(present))


def _levels(catalogue: Catalogue) -> Iterable[ValueEntry]:
    table = catalogue.by_role("labels")
    column = table.by_role("label_level") if table else None
    return catalogue.value_lists[column.list].entries if column and column.list in catalogue.value_lists else ()


def _catalogues(found: tuple[Case, ...]) -> Iterable[Catalogue]:
    return {one.catalogue.sha256: one.catalogue for one in found}.values()


def _table(
    key: str,
    count: CrossCount,
    columns: tuple[str, ...],
    rows: tuple[str, ...],
    language: str,
    *,
    note: str = "",
    **params: object,
) -> CountTable:
    """Put a count into words."""
    said = messages.text(f"statistics.note.{note or key}", language, **params)
    title, corner = (messages.text(f"statistics.{part}.{key}", language) for part in ("title", "corner"))
    return CountTable(key, title, said, corner, count, columns, rows)
