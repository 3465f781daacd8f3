"""Each strained sheet is made and read once for all tests that look at it."""

from functools import cache

import pytest

from reviewer_app.exports.material import Dossier
from reviewer_app.exports.sheet.writing import make_sheet
from tests.exports import tag_tree
from tests.exports.factories import a_material
from tests.exports.sheet.cases import CASES
from tests.exports.tag_tree import Reading


@cache
def dossier_of(name: str) -> Dossier:
    return CASES[name]()


@cache
def made(name: str, language: str = "de", variant: str = "internal") -> bytes:
    dossier = dossier_of(name)
    return make_sheet(a_material(dossier, language=language, variant=variant), dossier).data


@cache
def reading_of(name: str, language: str = "de", variant: str = "internal") -> Reading:
    return tag_tree.read(made(name, language, variant))


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    """Give the name of each strained case in turn."""
    name: str = request.param
    return name
