"""No version of any text is ever lost, and an hour of typing costs little."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from db.repositories import history as lines
from db.tables import history
from db.unit_of_work import SqlUnitOfWork
from db.workspace import SqlWorkspace
from reviewer_app.domain.ids import ApplicationId, ReviewId
from reviewer_app.services.ports import HistoryEntry
from tests.db.conftest import START, TestClock
from tests.db.test_repositories import with_review

WORDS = st.text(alphabet="ab ä😀", max_size=12)


@given(WORDS, WORDS)
def test_a_change_is_taken_apart_and_put_together(before: str, after: str) -> None:
    front, back, text = lines.changed_middle(before, after)
    assert lines.restored(before, front, back, text) == after
    assert front + back <= min(len(before), len(after))


@given(st.lists(WORDS, max_size=8))
def test_every_version_comes_back(versions: list[str]) -> None:
    rows, before = [], ""
    for after in versions:
        front, back, text = lines.changed_middle(before, after)
        rows.append({"front": front, "back": back, "text": text})
        before = after
    found, text = [], ""
    for row in rows:
        text = lines.restored(text, int(str(row["front"])), int(str(row["back"])), str(row["text"]))
        found.append(text)
    assert found == versions


def entry(seconds: float, before: str, after: str, what: str = "rationale", by: str = "Ada") -> HistoryEntry:
    at = START + timedelta(seconds=seconds)
    return HistoryEntry(at, ApplicationId("a"), ReviewId("r"), "A1", what, before, after, by)


def test_a_run_of_typing_is_one_line() -> None:
    run = [entry(0, "", "Das"), entry(1, "Das", "Das isst"), entry(2, "Das isst", "Das ist gut")]
    (shown,) = lines.joined(run)
    assert (shown.before, shown.after, shown.at) == ("", "Das ist gut", START + timedelta(seconds=2))


def test_what_was_deleted_at_one_go_has_a_line_of_its_own() -> None:
    whole = "Eine lange Begründung, die nicht verloren gehen darf."
    shown = lines.joined([entry(0, "", whole), entry(3, whole, ""), entry(4, "", "Neu")])
    assert [(one.before, one.after) for one in shown] == [("", whole), (whole, "Neu")]


@pytest.mark.parametrize(
    "second",
    [
        entry(301, "a", "ab"),
        entry(1, "a", "ab", by="Bo"),
        entry(1, "x", "xy", what="overall"),
    ],
)
def test_another_time_person_or_text_is_another_line(second: HistoryEntry) -> None:
    assert len(lines.joined([entry(0, "", "a"), second])) == 2


def test_values_are_never_joined() -> None:
    run = [entry(0, "", "3", "value"), entry(1, "3", "3.5", "value"), entry(2, "3.5", "3", "value")]
    assert lines.joined(run) == tuple(run)


def size(uow: SqlUnitOfWork) -> tuple[int, int]:
    """Return how many lines the history holds and how many characters in them."""
    transaction = uow._transaction
    assert transaction is not None
    wanted = select(func.count(), func.sum(func.length(history.c.text)))
    rows, characters = transaction.connection.execute(wanted).one()
    return rows, characters


def test_an_hour_of_typing_costs_some_kilobytes(workspace: SqlWorkspace, clock: TestClock) -> None:
    text = ""
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        before = size(uow)
        for second in range(600):
            text += f"{second} "
            uow.reviews.set_rationale(review, "A1", text, clock.advance(seconds=1), "Ada")
        uow.commit()
        rows, characters = size(uow)
        shown = [one for one in uow.reviews.history(application.id) if one.what == "rationale"]
    assert rows - before[0] == 600
    assert characters - before[1] == len(text)
    assert len(shown) == 2
    assert shown[-1].after == text


def test_the_file_itself_refuses_to_change_the_history(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        with_review(uow)
        uow.commit()
    for statement in ("UPDATE history SET text = 'x'", "DELETE FROM history"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            workspace.ground.connection.execute(statement)
