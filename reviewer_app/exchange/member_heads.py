"""Heads over the columns of a member list as people really write them: a table in the data, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache

from resources import path
from resources.messages import LANGUAGES
from reviewer_app.domain.form_spec import Field
from reviewer_app.exchange.cleaning import alike
from reviewer_app.exchange.sheets import Cell

_FILE = ("templates", "member_heads.toml")
_MOST_HEAD = 120


def heads_of(table: Field) -> dict[str, tuple[int, str]]:
    """Give rank and column id by the folded head; the lower rank counts where two heads mean one column.

    What the catalogue calls a column comes first, unless the data rank it: `Name` beside `Firma` is a person's.
    """
    heads: dict[str, tuple[int, str]] = {}
    for column in reversed(table.columns):
        for rank, head in reversed(list(enumerate(_written().get(column.role, ()), 1))):
            heads[alike(head)] = (rank, column.id)
    for column in reversed(table.columns):
        for name in _own(column):
            if heads.get(name, (0, ""))[1] != column.id:
                heads[name] = (0, column.id)
    return heads


def columns_in(row: Mapping[int, Cell], heads: Mapping[str, tuple[int, str]]) -> dict[str, int]:
    """Give the columns that the heads in a row name, by id."""
    found: dict[str, tuple[int, int]] = {}
    for place, cell in sorted(row.items()):
        known = heads.get(_folded(cell.value)) if isinstance(cell.value, str) else None
        if known is not None and (known[1] not in found or known[0] < found[known[1]][0]):
            found[known[1]] = (known[0], place)
    return {name: place for name, (_, place) in found.items()}


def _own(column: Field) -> set[str]:
    names = {alike(column.id)}
    for language in LANGUAGES:
        name = column.label.read(language)
        names |= {alike(name), alike(f"{name} ({column.unit.read(language)})")}
    return names


def _folded(head: str) -> str:
    return alike(head[:_MOST_HEAD])


@cache
def _written() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(path(*_FILE).read_text(encoding="utf-8"))
    return {role: tuple(heads) for role, heads in table.items()}
