"""The twelve stories with their members and the blocks of their annexes, read and composed once."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.demo.annexes import MISSING, composed
from reviewer_app.demo.members import DemoMember, members_of
from reviewer_app.demo.paper.blocks import AnnexBlock
from reviewer_app.demo.story import Story, read_story, story_numbers
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.ports import UnitOfWork
from tests.factories.stories import Story as Told
from tests.factories.stories import read_stories

SEED = 1


@cache
def _catalogue() -> Catalogue:
    return default_catalogue()


@cache
def _told() -> Mapping[str, Story]:
    return {number: read_story(number, _catalogue()) for number in story_numbers()}


@cache
def _crowds() -> Mapping[str, tuple[DemoMember, ...]]:
    return {number: members_of(story, SEED) for number, story in _told().items()}


@cache
def _papers() -> Mapping[tuple[str, str], list[list[AnnexBlock]]]:
    return {
        (number, kind): composed(story, plan, _crowds()[number], SEED)
        for number, story in _told().items()
        for kind, plan in story.annexes.items()
        if kind != "A01" and plan.trap != MISSING
    }


@pytest.fixture
def catalogue() -> Catalogue:
    return _catalogue()


@pytest.fixture
def told() -> Mapping[str, Story]:
    return _told()


@pytest.fixture
def crowds() -> Mapping[str, tuple[DemoMember, ...]]:
    return _crowds()


@pytest.fixture
def papers() -> Mapping[tuple[str, str], list[list[AnnexBlock]]]:
    return _papers()


@pytest.fixture
def bible(shared: Path) -> Mapping[str, Told]:
    return read_stories(shared)


@pytest.fixture
def unit(demo_file: Path, tmp_path: Path) -> Iterator[UnitOfWork]:
    """Give the demo round, only to read."""
    workspace = Store(data=lambda: tmp_path).open(demo_file, read_only=True)
    with workspace.unit_of_work() as uow:
        yield uow
    workspace.close()
