"""A real workspace with three people and two applications, and the demo round beside what the story bible tells."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import ApplicationId, PersonId, new_id
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.ports import UnitOfWork, Workspace

NOW = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 # wall-clock time without a zone is what the store keeps


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(lambda: NOW, lambda: tmp_path)


@cache
def made_round() -> bytes:
    """Return the bytes of the round, made once in a run of tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "runde.votum"
        made = Store(lambda: NOW).begin(path, default_catalogue(), "Herbstrunde 2026", date(2026, 10, 1))
        with made.unit_of_work() as uow:
            catalogue = uow.catalogues.get(uow.rounds.get().catalogue)
            for member, (name, role) in enumerate(
                [("R. Vogelsang", Role.CHAIR), ("M. Adler", Role.REVIEWER), ("K. Tamm", Role.REVIEWER)], 1
            ):
                uow.people.put(Person(PersonId(name), name, member, role))
            for number in ("GC-2026-014", "GC-2026-002"):
                uow.applications.add(
                    Application(
                        ApplicationId(new_id()),
                        number,
                        f"Cluster {number}",
                        "aufnahme",
                        catalogue.sha256,
                        date(2026, 10, 1),
                    ),
                    number,
                )
            uow.commit()
        made.close()
        return path.read_bytes()


@pytest.fixture
def workspace(store: Store, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "runde.votum"
    path.write_bytes(made_round())
    made = store.open(path)
    yield made
    made.close()


@pytest.fixture
def as_person(workspace: Workspace) -> Callable[[str], None]:
    def work_as(name: str) -> None:
        with workspace.unit_of_work() as uow:
            uow.rounds.put(replace(uow.rounds.get(), me=PersonId(name)))
            uow.commit()

    return work_as


@pytest.fixture
def uow(workspace: Workspace, as_person: Callable[[str], None]) -> Iterator[UnitOfWork]:
    as_person("M. Adler")
    with workspace.unit_of_work() as unit:
        yield unit


@pytest.fixture
def app014(uow: UnitOfWork) -> ApplicationId:
    found = uow.applications.find("GC-2026-014")
    assert found is not None
    return found.id
