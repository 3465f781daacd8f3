"""Small catalogues for arithmetic, independent of any file."""

from fractions import Fraction

from reviewer_app.domain.catalogue import (
    Area,
    Catalogue,
    Condition,
    ConditionKind,
    Criterion,
    Flags,
    RationaleDuty,
    ResultRule,
)
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import Scale

HALF = Fraction(1, 2)


def _area(key: str, weights: list[int], minima: dict[int, str]) -> Area:
    criteria = tuple(
        Criterion(
            f"{key}{index}",
            Localised(f"Kriterium {key}{index}"),
            weight=Fraction(weight),
            minimum=Fraction(minima[index]) if index in minima else None,
        )
        for index, weight in enumerate(weights, 1)
    )
    return Area(key, Localised(f"Bereich {key}"), Fraction(3, 5), criteria)


def _any(*parts: Condition) -> Condition:
    return Condition(ConditionKind.ANY, parts=parts)


def muster() -> Catalogue:
    """The arithmetic of the Musterkatalog: 4 × 5 criteria, weights of 25 an area, eight minima, R1 to R5."""
    kind = ConditionKind
    rules = (
        ("R1", "not_ready", Condition(kind.FORMAL_OPEN)),
        ("R2", "refuse", _any(Condition(kind.TOTAL_BELOW, Fraction(50)), Condition(kind.AREAS_BELOW, HALF, 2))),
        (
            "R3",
            "defer",
            _any(
                Condition(kind.MINIMUM_MISSED),
                Condition(kind.TOTAL_BELOW, Fraction(60)),
                Condition(kind.AREA_BELOW, HALF),
            ),
        ),
        (
            "R4",
            "conditions",
            _any(Condition(kind.TOTAL_BELOW, Fraction(70)), Condition(kind.AREA_BELOW, Fraction(3, 5))),
        ),
        ("R5", "admit", None),
    )
    return Catalogue(
        id="muster",
        version="1.0",
        title=Localised("Musterkatalog"),
        valid_from=None,
        scale=Scale(Fraction(0), Fraction(5), HALF),
        flags=Flags(),
        areas=(
            _area("A", [6, 6, 5, 4, 4], {1: "3.0", 2: "2.5"}),
            _area("B", [6, 4, 5, 4, 6], {1: "3.0", 3: "2.5", 5: "2.5"}),
            _area("C", [6, 6, 4, 4, 5], {2: "2.5"}),
            _area("D", [4, 4, 6, 7, 4], {3: "2.5", 4: "2.5"}),
        ),
        rules=tuple(
            ResultRule(name, result, Localised(result), when, ("aufnahme", "re-evaluierung"))
            for name, result, when in rules
        ),
        duties=frozenset(RationaleDuty),
    )


def tiny(maximum: int = 10, step: str = "1") -> Catalogue:
    """One area with one criterion on a scale from 1."""
    area = Area("X", Localised("Alles"), None, (Criterion("X1", Localised("Eins")),))
    scale = Scale(Fraction(1), Fraction(maximum), Fraction(step))
    return Catalogue("tiny", "1", Localised("Klein"), None, scale, Flags(), (area,))


def grid(areas: int, each: int, scale: Scale | None = None) -> Catalogue:
    """As many areas and criteria in each as asked for, without minima."""
    return Catalogue(
        id="grid",
        version="1",
        title=Localised("Raster"),
        valid_from=None,
        scale=scale or Scale(Fraction(0), Fraction(5), HALF),
        flags=Flags(),
        areas=tuple(_area(chr(ord("A") + number), [1] * each, {}) for number in range(areas)),
    )
