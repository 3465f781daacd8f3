"""The token file as frozen values: colours of every scheme, score bands, type roles, spaces, radii and heights.

Apart from the theme, so that the numbers can be read and tested without a window.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import resources
from reviewer_app.ui.kit.translated import translatable


class Scheme(StrEnum):
    """What a person may choose as colours, in the order of menu and settings.

    A row gives the name in token file and settings, the German word, and whether it stands on the dark side of the
    system; its colours stand in the token file below `window` and `score`.
    """

    text: str
    is_dark: bool

    def __new__(cls, name: str, text: str = "", is_dark: bool = False) -> Self:  # noqa: FBT001, FBT002 # reason: columns
        """Take the columns of a row; a name alone looks a row up."""
        made = str.__new__(cls, name)
        made._value_ = name
        made.text = text
        made.is_dark = is_dark
        return made

    LIGHT = "light", translatable("actions", "Hell"), False
    DARK = "dark", translatable("actions", "Dunkel"), True
    SYSTEM = "system", translatable("actions", "Wie das System"), False

    def shown(self, *, system_is_dark: bool) -> "Scheme":
        """Return the scheme whose colours are shown: what the system has has no colours of its own."""
        if self is not Scheme.SYSTEM:
            return self
        return Scheme.DARK if system_is_dark else Scheme.LIGHT


COLOURED = tuple(one for one in Scheme if one is not Scheme.SYSTEM)
"""The schemes that have colours of their own."""


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

    window: Mapping[Scheme, Mapping[str, str]]
    score: Mapping[Scheme, Bands]
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
        window={one: table["window"][one] for one in COLOURED},
        score={one: _bands(table["score"][one]) for one in COLOURED},
        em=words["em"],
        line_height=words["line_height"],
        type={name: TypeRole(**role) for name, role in words.items() if isinstance(role, dict)},
        space=table["space"],
        radius=table["radius"],
        height=table["height"],
    )
