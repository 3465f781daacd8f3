"""The twelve stories with their members and the blocks of their annexes, read and composed once."""

from collections.abc import Mapping
from functools import cache

import pytest

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.exchange.catalogue_file import default_catalogue
from reviewer_app.exchange.demo.annexes import MISSING, composed
from reviewer_app.exchange.demo.members import DemoMember, members_of
from reviewer_app.exchange.demo.paper.blocks import Block
from reviewer_app.exchange.demo.story import Story, read_story, story_numbers

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
def _papers() -> Mapping[tuple[str, str], list[list[Block]]]:
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
def papers() -> Mapping[tuple[str, str], list[list[Block]]]:
    return _papers()
