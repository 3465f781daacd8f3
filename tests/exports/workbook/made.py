"""Workbooks that several tests look at, each made and read once."""

from functools import cache

from reviewer_app.exports.material import Dossier, RoundMaterial
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.sheet.cases import CASES
from tests.exports.workbook.reading import Book, read
from tests.exports.workbook.rounds import a_round, numbered
from tests.exports.workbook.unusual import UNUSUAL

ALL = {**CASES, **UNUSUAL}
NAMES = list(ALL)
SMALL = ("worked", "no_reviews", "withdrawn")


@cache
def dossiers(*names: str) -> dict[str, Dossier]:
    """The cases of `names` (all without), numbered in order."""
    chosen = names or tuple(ALL)
    return {name: numbered(ALL[name](), f"GC-2026-{index:03}") for index, name in enumerate(chosen, 1)}


@cache
def material(language: str, variant: str, *names: str) -> RoundMaterial:
    return a_round(list(dossiers(*names).values()), language=language, variant=variant)


@cache
def data_of(language: str, *names: str) -> bytes:
    return workbook_bytes(material(language, "internal", *names))


@cache
def book_of(language: str, *names: str) -> Book:
    return read(data_of(language, *names))
