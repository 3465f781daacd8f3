"""The token file as frozen values: colours of both themes, score bands, type roles, spaces, radii and heights.

Apart from the theme, so that the numbers can be read and tested without a window.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import resources

type Side = Literal["light", "dark"]


class Scheme(StrEnum):
    """What a person chose: light, dark, or as the system."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size in px at 100 % and weight (400, 500, 600) of one role of text."""

    size: float
    weight: int


@dataclass(frozen=True, slots=True)
class Bands:
    """Colours of the six score bands as #RRGGBB: `fill` of the cell, `bar` in it, `ink` of its digits."""

    fill: tuple[str, ...]
    bar: tuple[str, ...]
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens; lengths are px at 100 % text size, `em` is the size of the body text."""

    window: Mapping[Side, Mapping[str, str]]
    score: Mapping[Side, Bands]
    em: float
    line_height: float
    type: Mapping[str, TypeRole]
    space: Mapping[str, float]
    radius: Mapping[str, float]
    height: Mapping[str, float]


def _bands(table: Mapping[str, Any]) -> Bands:
    return Bands(tuple(table["fill"]), tuple(table["bar"]), table["ink"])


@functools.cache
def load() -> Tokens:
    """Read the token file once; a token that is missing or misspelt raises KeyError or TypeError."""
    with resources.path("styles", "tokens.toml").open("rb") as file:
        table = tomllib.load(file)
    words = table["type"]
    return Tokens(
        window={"light": table["window"]["light"], "dark": table["window"]["dark"]},
        score={"light": _bands(table["score"]["light"]), "dark": _bands(table["score"]["dark"])},
        em=words["em"],
        line_height=words["line_height"],
        type={name: TypeRole(**role) for name, role in words.items() if isinstance(role, dict)},
        space=table["space"],
        radius=table["radius"],
        height=table["height"],
    )
