"""Which job may start when: without threads, by hand."""

from collections.abc import Callable

import pytest

from reviewer_app.domain.errors import MendableError, WorkspaceError
from reviewer_app.ui.shell.job_queue import JobQueue
from reviewer_app.ui.shell.threads import CurrentWorkspace, Job, Worker


def _nothing(_current: CurrentWorkspace) -> None:
    """Do nothing: only the order is looked at."""


def write(key: object = None) -> Job:
    return Job(_nothing, Worker.WRITING, writes=True, key=key)


def read() -> Job:
    return Job(_nothing, Worker.READING)


def change() -> Job:
    return Job(_nothing, Worker.WRITING, alone=True)


@pytest.fixture
def waiting() -> JobQueue:
    return JobQueue()


@pytest.fixture
def ask(waiting: JobQueue) -> Callable[..., list[Job]]:
    """Give a function that puts jobs in line and returns those that may start."""

    def put(*jobs: Job) -> list[Job]:
        for job in jobs:
            waiting.add(job)
        return list(iter(waiting.take, None))

    return put


def test_a_read_sees_every_write_asked_for_before_it(waiting: JobQueue, ask: Callable[..., list[Job]]) -> None:
    first, second, look = write(), write(), read()
    assert ask(first, second, look) == [first]
    waiting.finish(first)
    assert ask() == [second]
    waiting.finish(second)
    assert ask() == [look]


def test_a_read_does_not_wait_for_a_write_asked_for_after_it(ask: Callable[..., list[Job]]) -> None:
    look, later = read(), write()
    assert ask(look) == [look]
    assert ask(later) == [later]


def test_what_was_read_before_a_write_and_comes_after_it_is_not_all(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    early, score, late, refused = read(), write(), read(), write()
    ask(early, score, late)
    waiting.finish(score)
    waiting.finish(early)
    assert not waiting.result_is_current
    assert ask() == [late]
    ask(refused)
    refused.error = MendableError("off_scale")
    waiting.finish(refused)
    waiting.finish(late)
    assert waiting.result_is_current


def test_what_was_read_past_a_failing_write_is_not_all(waiting: JobQueue, ask: Callable[..., list[Job]]) -> None:
    score, look = write(), read()
    ask(score)
    waiting.finish(score, again=True)
    waiting.failing = True
    assert ask(look) == [look]
    waiting.failing = False
    assert ask() == [score]
    waiting.finish(score)
    waiting.finish(look)
    assert not waiting.result_is_current


def test_who_waited_for_a_write_waits_for_the_one_that_replaced_it(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    head, old, look, new = write(), write("B3"), read(), write("B3")
    assert ask(head, old, look, new) == [head]
    assert list(waiting.writes) == [head, new]
    waiting.finish(head)
    assert ask() == [new]
    waiting.finish(new)
    assert ask() == [look]


def test_a_write_that_cannot_be_stored_holds_up_writes_but_no_reading(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    head, behind, look = write(), write(), read()
    ask(head, behind, look)
    waiting.finish(head, again=True)
    waiting.failing = True
    assert ask() == [look]
    assert look.kept == (head, behind)


def test_a_change_of_workspace_waits_for_all_that_runs_and_for_what_was_written_meanwhile(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    export, leave, keyed, after = read(), change(), write(), read()
    assert ask(export, leave) == [export]
    assert ask(keyed, after) == [keyed]
    waiting.finish(keyed)
    assert ask() == []
    waiting.finish(export)
    assert ask() == [leave]
    assert ask() == []
    waiting.finish(leave)
    assert ask() == [after]


def test_what_could_not_be_stored_goes_with_its_workspace_only_when_that_was_left(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    lost, refused, leave = write(), change(), change()
    ask(lost)
    waiting.finish(lost, again=True)
    waiting.failing = True
    assert ask(refused) == [refused]
    refused.error = WorkspaceError("not_ours")
    waiting.finish(refused)
    assert list(waiting.writes) == [lost]
    assert ask(leave) == [leave]
    for_the_next = write()
    assert ask(for_the_next) == []
    waiting.finish(leave)
    assert ask() == [for_the_next]


def test_at_the_end_writes_and_upkeep_are_left_in_order_and_reading_is_not(
    waiting: JobQueue, ask: Callable[..., list[Job]]
) -> None:
    running, kept, look, upkeep, last = write(), write(), read(), Job(_nothing, Worker.WRITING), write()
    ask(running, kept, look, upkeep, last)
    assert list(waiting.rest()) == [kept, upkeep, last]
