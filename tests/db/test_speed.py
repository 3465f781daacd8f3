"""Few questions, whatever the size: lists and consolidations ask per table, never per application or review."""

import threading
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import event

from db.workspace import SqlWorkspace
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.review import ReviewOrigin
from reviewer_app.services.intake.score_table import take_scores
from reviewer_app.services.ports import UnitOfWork
from tests.db.conftest import START
from tests.db.test_repositories import a_person, an_application


def fill(workspace: SqlWorkspace, applications: range, people: int) -> None:
    with workspace.unit_of_work() as uow:
        everybody = uow.people.all() or tuple(a_person(f"P{number}", number) for number in range(people))
        for person in everybody:
            uow.people.put(person)
        for number in applications:
            application = an_application(f"GC-2026-{number:03}")
            uow.applications.add(application, "")
            for person in everybody:
                review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
                uow.reviews.set_value(review, "A1", Fraction(3), START, "")
        uow.commit()


def asked(workspace: SqlWorkspace, question: Callable[[UnitOfWork], object]) -> int:
    """Count the statements that a question takes."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        seen.append(statement)

    with workspace.unit_of_work() as uow:
        event.listen(workspace._engine, "before_cursor_execute", note)
        question(uow)
        event.remove(workspace._engine, "before_cursor_execute", note)
    return len(seen)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        (lambda uow: uow.applications.all(), 2),
        (lambda uow: uow.applications.all(light=True), 2),
        (lambda uow: uow.reviews.all(), 3),
        (lambda uow: uow.consensus.all(), 1),
        (lambda uow: uow.people.all_expected(), 1),
        (lambda uow: uow.people.all_conflicts(), 1),
        (lambda uow: uow.applications.all_formal_decisions(), 1),
        (lambda uow: uow.reviews.counts(), 4),
    ],
    ids=["all", "light", "reviews", "consensus", "expected", "conflicts", "decisions", "counts"],
)
def test_the_number_of_questions_does_not_grow(
    workspace: SqlWorkspace, question: Callable[[UnitOfWork], object], most: int
) -> None:
    fill(workspace, range(2), 2)
    few = asked(workspace, question)
    fill(workspace, range(2, 9), 2)
    assert asked(workspace, question) == few <= most


def test_units_of_two_threads_come_one_after_the_other(workspace: SqlWorkspace) -> None:
    fill(workspace, range(1), 1)
    failures: list[BaseException] = []

    def score(step: int) -> None:
        try:
            for _ in range(20):
                with workspace.unit_of_work() as uow:
                    review = next(iter(uow.reviews.all().values()))[0].id
                    uow.reviews.set_value(review, "A2", Fraction(step, 2), START, "")
                    uow.commit()
        except BaseException as error:  # noqa: BLE001  # told in the main thread
            failures.append(error)

    threads = [threading.Thread(target=score, args=(step,)) for step in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with workspace.unit_of_work() as uow:
        application = ApplicationId(uow.applications.all()[0].id)
        told = [one for one in uow.reviews.history(application) if one.criterion == "A2"]
    assert all(one.before == before.after for before, one in pairwise(told))


def test_the_number_of_statements_does_not_grow_with_the_rows_of_a_score_table(workspace: SqlWorkspace) -> None:
    fill(workspace, range(9), 2)
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person("Neu", 9))
        uow.commit()
    rows = ["application;reviewer;criterion;score;rationale"]
    rows += [f"GC-2026-{number:03};Neu;{key};3;Grund" for number in range(9) for key in ("A1", "A2", "B1")]

    def taking(lines: list[str]) -> int:
        data = "\n".join(lines).encode()
        return asked(workspace, lambda uow: take_scores(uow, Path("t.csv"), data, START, create_missing=False))

    assert taking(rows[:2]) == taking(rows) <= 20
