"""The list, whoever sits at the desk and whatever it is asked for, against the whole round read one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from db.workspace import SqlWorkspace
from resources import messages
from reviewer_app.domain.form.formal_checks import FormalOutcome, formal_open, formal_results
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from reviewer_app.services.applications.work_rows import ListFigures, WorkList
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, case
from tests.factories import rounds


@pytest.fixture
def demo(demo_file: Path) -> Iterator[SqlWorkspace]:
    made = rounds.open_round(demo_file)
    yield made
    made.close()


def _work_as(uow: UnitOfWork, person: Person | None) -> None:
    uow.rounds.put(replace(uow.rounds.get(), me=person.id if person else None))


def require_true(uow: UnitOfWork, found: WorkList, cases: Mapping[str, Case], *, figures: bool) -> None:
    """Require of each row what is read of its application alone, as its case by number is."""
    facts = uow.rounds.get()
    me = uow.people.get(facts.me) if facts.me else None
    role = me.role if me else Role.REVIEWER
    assert (found.person, found.name) == ((me.id, me.name) if me else ("", ""))
    assert (found.role, found.title, found.is_demo) == (role, facts.title, facts.is_demo)
    assert [row.number for row in found.rows] == list(uow.applications.numbers())
    for row in found.rows:
        one = uow.applications.find(row.number)
        assert one is not None
        catalogue = uow.catalogues.get(one.catalogue)
        whole = cases[one.number]
        mine = next((each for each in uow.reviews.of(one.id) if me and each.reviewer.id == me.id), None)
        conflict = uow.people.all_conflicts().get(one.id, {}).get(me.id) if me else None
        decisions = uow.applications.formal_decisions(one.id)
        assert one.form is not None
        assert row.name == one.name
        assert row.procedure == one.procedure
        assert row.due == (one.reviews_due or facts.reviews_due)
        assert row.state is whole.consolidation.state
        assert (row.submitted, row.expected) == (0 if one.withdrawn else whole.submitted, len(whole.expected))
        assert row.submitted_at == (mine.submitted_at if mine else None)
        assert row.is_submitted is (mine is not None and mine.is_submitted)
        assert row.progress == (mine.answered if mine else 0, len(catalogue.criteria))
        assert row.formal_open == formal_open(formal_results(catalogue, one, decisions=decisions))
        assert row.formal_open == whole.consolidation.formal_open
        assert row.conflict == conflict
        for said, names, plays in (
            (row.procedure, found.procedures, "procedure"),
            (row.land, found.lands, "state"),
            (row.technology, found.technologies, "technology"),
        ):
            field = catalogue.by_role(plays)
            assert field is not None
            assert said == one.form.text(field.id)
            entry = catalogue.entry(field, said)
            assert entry is not None
            assert names[said] == entry.name
        sees = figures and role is not Role.REVIEWER and conflict != "excluded"
        assert row.figures == (_figures_of(whole) if sees else None)
        assert row.is_released is (role is not Role.REVIEWER and whole.release is not None)


def _figures_of(whole: Case) -> ListFigures:
    found = whole.consolidation
    rule, reason = found.suggestion.rule, found.suggestion.reason
    spoken = f"reason.{reason.value}" if reason is not None else ""
    result = rule.name if rule else Localised(messages.text(spoken, "de"), en=messages.text(spoken, "en"))
    counts = len(found.counted), len(found.open_criteria), len(found.unsettled)
    thresholds = found.catalogue.thresholds()[1]
    return ListFigures(*counts, rule.id if rule else "", result, found.figures.total, thresholds)


def test_the_list_says_what_its_applications_say(demo: SqlWorkspace) -> None:
    open_checks = set()
    results = set()
    with demo.unit_of_work() as uow:
        first, second, *_ = uow.applications.all()
        uow.applications.withdraw(first.id, rounds.TODAY)
        for check in uow.catalogues.get(second.catalogue).formal_checks:
            uow.applications.decide_formal(second.id, check.id, FormalOutcome.TO_SUPPLY)
        people = uow.people.all()
        assert {one.role for one in people} >= {Role.CHAIR, Role.REVIEWER}
        for person in people:
            uow.people.set_conflict(
                second.id, person.id, ConflictOfInterest.EXCLUDED if person.number % 2 else ConflictOfInterest.OPEN
            )
        for whose in (None, *people):
            _work_as(uow, whose)
            cases = {number: case(uow, number) for number in uow.applications.numbers()}
            for figures in (True, False):
                found = worklist(uow, figures=figures)
                require_true(uow, found, cases, figures=figures)
                open_checks |= {row.formal_open for row in found.rows}
                results |= {(row.figures.rule, row.figures.total is None) for row in found.rows if row.figures}
    assert len(open_checks) > 2
    assert len(results) > 3


def test_without_figures_only_these_are_left_out(demo: SqlWorkspace) -> None:
    with demo.unit_of_work() as uow:
        _work_as(uow, next(one for one in uow.people.all() if one.role is Role.CHAIR))
        whole, short = worklist(uow), worklist(uow, figures=False)
    assert short == replace(whole, rows=tuple(replace(row, figures=None) for row in whole.rows))
    assert any(row.figures for row in whole.rows)
