"""Conflicts of interest: where a person stands with one application, and the grounds that may speak against it.

It needs nothing heavy when it is imported, as the window has it before its first paint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer_app.domain.ids import PersonId

if TYPE_CHECKING:
    from reviewer_app.domain.form.spec import ValueList
    from reviewer_app.domain.localised import Localised


class ConflictOfInterest(StrEnum):
    """Where a person stands with an application: not yet stated or in doubt, nothing in the way, or excluded.

    Who never stated anything has no entry. The values are stored and exported; lists sort by this order.
    """

    OPEN = "open"
    NONE = "none"
    EXCLUDED = "excluded"


def excluded_of(stated: Mapping[PersonId, ConflictOfInterest]) -> frozenset[PersonId]:
    """Return who is excluded of those who were asked about one application."""
    return frozenset(person for person, conflict in stated.items() if conflict is ConflictOfInterest.EXCLUDED)


class Tier(StrEnum):
    """What a ground leads to: the law excludes (§ 20 VwVfG), or it is decided in the single case (§ 21 VwVfG)."""

    EXCLUSION = "ausschluss"
    SINGLE_CASE = "einzelfall"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for a conflict of interest; `basis` is the paragraph or the practice it comes from."""

    key: str
    name: "Localised"
    tier: Tier
    basis: str


def grounds(values: "ValueList") -> tuple[Ground, ...]:
    """Return the grounds that a value list of the catalogue spells; raise KeyError, ValueError for one without tier."""
    return tuple(Ground(one.key, one.name, Tier(one.more["tier"]), one.more.get("basis", "")) for one in values.entries)
