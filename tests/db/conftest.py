"""A real workspace file for each test, with a catalogue small enough to think about."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db.workspace import SqlWorkspace, create_workspace, open_workspace
from reviewer_app.domain.catalogue import Catalogue
from tests.factories.catalogues import muster

START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001  # the store counts in UTC without a zone


class TestClock:
    """A clock that tests move by hand."""

    __test__ = False

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


def stored(catalogue: Catalogue, source: str) -> Catalogue:
    return replace(catalogue, source=source, sha256=hashlib.sha256(source.encode()).hexdigest())


CATALOGUE = stored(muster(), "format = 1 # muster")


def read_catalogue(source: str) -> Catalogue:
    return stored(muster(), source)


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "round" / "Runde 2026.votum"


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


type Opener = Callable[..., SqlWorkspace]


@pytest.fixture
def opened(path: Path, clock: TestClock, data_folder: Path) -> Iterator[Opener]:
    """Give a function that opens the workspace (or another path) and closes it after the test."""
    made: list[SqlWorkspace] = []

    def open_it(where: Path = path, *, read_only: bool = False) -> SqlWorkspace:
        made.append(
            open_workspace(
                where, read_only=read_only, clock=clock, data_folder=data_folder, read_catalogue=read_catalogue
            )
        )
        return made[-1]

    yield open_it
    for one in made:
        one.close()


@pytest.fixture
def workspace(path: Path, clock: TestClock) -> Iterator[SqlWorkspace]:
    """Give an empty round that is open."""
    path.parent.mkdir()
    made = create_workspace(path, CATALOGUE, "Aufnahmerunde 2026", date(2026, 3, 1), clock)
    yield made
    made.close()


@pytest.fixture
def closed(workspace: SqlWorkspace, path: Path) -> Path:
    """Give the path of an empty round that is closed."""
    workspace.close()
    return path
