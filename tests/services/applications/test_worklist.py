"""The list, whoever sits at the desk and whatever it is asked for, against the whole round read one by one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.workspace import SqlWorkspace
from reviewer_app.domain.form.formal_checks import FormalOutcome, formal_open, formal_results
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from reviewer_app.services.applications.worklist import WorkList, worklist
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import case
from tests.factories import rounds


@pytest.fixture
def demo(demo_file: Path) -> Iterator[SqlWorkspace]:
    made = rounds.open_round(demo_file)
    yield made
    made.close()


def _sit_down(uow: UnitOfWork, person: Person | None) -> None:
    uow.rounds.put(replace(uow.rounds.get(), me=person.id if person else None))


def require_true(uow: UnitOfWork, found: WorkList, *, figures: bool) -> None:
    """Require of each row what is read of its application alone."""
    me = found.identity.me
    assert [row.number for row in found.rows] == list(uow.applications.numbers())
    for row in found.rows:
        one = uow.applications.get(row.id)
        catalogue = uow.catalogues.get(one.catalogue)
        whole = case(uow, one.number)
        mine = next((each for each in uow.reviews.of(one.id) if me and each.reviewer.id == me.id), None)
        conflict = uow.people.all_conflicts().get(one.id, {}).get(me.id) if me else None
        decisions = uow.applications.formal_decisions(one.id)
        assert one.form is not None
        assert row.name == one.name
        assert row.procedure == one.procedure
        assert row.due == (one.reviews_due or found.identity.facts.reviews_due)
        assert row.state is whole.consolidation.state
        assert (row.submitted, row.expected) == (0 if one.withdrawn else whole.submitted, len(whole.expected))
        assert row.mine == mine
        assert row.progress == (mine.answered if mine else 0, len(catalogue.criteria))
        assert row.formal_open == formal_open(formal_results(catalogue, one, decisions=decisions))
        assert row.formal_open == whole.consolidation.formal_open
        assert row.conflict == conflict
        for said, role in ((row.land, "state"), (row.technology, "technology")):
            field = catalogue.by_role(role)
            assert field is not None
            assert said == one.form.text(field.id)
        sees = figures and found.identity.role is not Role.REVIEWER and conflict != "excluded"
        light = uow.applications.get(one.id, light=True)
        assert row.consolidation == (replace(whole.consolidation, application=light) if sees else None)
        assert row.release == (None if found.identity.role is Role.REVIEWER else whole.release)


def test_the_list_says_what_its_applications_say(demo: SqlWorkspace) -> None:
    open_checks = set()
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
            _sit_down(uow, whose)
            for figures in (True, False):
                found = worklist(uow, figures=figures)
                require_true(uow, found, figures=figures)
                open_checks |= {row.formal_open for row in found.rows}
    assert len(open_checks) > 2


def test_without_figures_only_these_are_left_out(demo: SqlWorkspace) -> None:
    with demo.unit_of_work() as uow:
        _sit_down(uow, next(one for one in uow.people.all() if one.role is Role.CHAIR))
        whole, short = worklist(uow), worklist(uow, figures=False)
    assert short == replace(whole, rows=tuple(replace(row, consolidation=None) for row in whole.rows))
    assert any(row.consolidation for row in whole.rows)
