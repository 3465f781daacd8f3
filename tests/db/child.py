"""A second program for tests: `hold PATH` keeps a workspace open, `write PATH` scores until it is killed.

`lose PATH` scores for each line it is sent, after it has lost its locks.
"""

import sys
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

from db.workspace import SqlWorkspace, open_workspace
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId
from reviewer_app.domain.reviews.review import Person, ReviewOrigin
from tests.db.conftest import CATALOGUE, START, TestClock, read_catalogue


def opened(path: Path) -> SqlWorkspace:
    return open_workspace(path, clock=TestClock(), data_folder=path.parent / "data", read_catalogue=read_catalogue)


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hold(path: Path) -> None:
    """Keep the workspace open until standard input ends."""
    workspace = opened(path)
    say("open")
    sys.stdin.read()
    workspace.close()
    say("closed")


def write(path: Path) -> None:
    """Store one value and one rationale after the other; say each number once it is committed."""
    workspace = opened(path)
    review = begun(workspace)
    at: datetime = START
    for count in range(1_000_000):
        at += timedelta(seconds=1)
        store(workspace, review, count, at)
        say(count)


def lose(path: Path) -> None:
    """Lose SQLite's locks as a file dialog does that looks into each file, then store a value for each line read."""
    workspace = opened(path)
    review = begun(workspace)
    for ending in ("", "-shm", "-wal"):
        path.with_name(path.name + ending).open("rb").close()
    say("open")
    for count, _line in enumerate(sys.stdin):
        store(workspace, review, count, START + timedelta(seconds=count))
        say(count)
    workspace.close()
    say("closed")


def begun(workspace: SqlWorkspace) -> ReviewId:
    """Store an application and a review of it."""
    with workspace.unit_of_work() as uow:
        person = Person(PersonId("p"), "Ada Wesel", 1)
        application = Application(ApplicationId("a"), "GC-2026-001", "Werratal", "aufnahme", CATALOGUE.sha256)
        uow.people.put(person)
        uow.applications.add(application, "")
        review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
        uow.commit()
    return review


def store(workspace: SqlWorkspace, review: ReviewId, count: int, at: datetime) -> None:
    """Store a value and a rationale that tell `count`."""
    with workspace.unit_of_work() as uow:
        uow.reviews.set_value(review, "A1", Fraction(count % 11, 2), at, "Ada Wesel")
        uow.reviews.set_rationale(review, "A2", f"Stand {count}", at, "Ada Wesel")
        uow.commit()


if __name__ == "__main__":
    {"hold": hold, "lose": lose, "write": write}[sys.argv[1]](Path(sys.argv[2]))
