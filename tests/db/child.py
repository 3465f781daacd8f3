"""A second program for tests: `hold PATH` keeps a workspace open, `write PATH` scores until it is killed."""

import sys
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

from db.workspace import SqlWorkspace, open_workspace
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.review import Person, ReviewOrigin
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
    with workspace.unit_of_work() as uow:
        person = Person(PersonId("p"), "Ada Wesel", 1)
        application = Application(ApplicationId("a"), "GC-2026-001", "Werratal", "aufnahme", CATALOGUE.sha256)
        uow.people.put(person)
        uow.applications.add(application, "")
        review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
        uow.commit()
    at: datetime = START
    for count in range(1_000_000):
        at += timedelta(seconds=1)
        with workspace.unit_of_work() as uow:
            uow.reviews.set_value(review, "A1", Fraction(count % 11, 2), at, "Ada Wesel")
            uow.reviews.set_rationale(review, "A2", f"Stand {count}", at, "Ada Wesel")
            uow.commit()
        say(count)


if __name__ == "__main__":
    {"hold": hold, "write": write}[sys.argv[1]](Path(sys.argv[2]))
