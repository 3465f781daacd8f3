"""Catalogues unlike the sample: other scales, no thresholds, weights that are no whole numbers, other rules; gaps."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.catalogue import Area, Catalogue, Condition, ConditionKind, Criterion, Flags, ResultRule
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import NB, Scale, Value
from reviewer_app.exports.material import Dossier
from tests.exports.factories import WORKED, a_dossier, a_person, a_review, an_application, catalogue, consensus, row
from tests.factories.catalogues import muster

KIND = ConditionKind


def _dossier(of: Catalogue, scores: list[dict[str, Value | None]], **more: object) -> Dossier:
    reviews = [a_review(one, a_person(number)) for number, one in enumerate(scores, 1)]
    return a_dossier(reviews, of=of, application=an_application(of, form=None), **more)  # type: ignore[arg-type]  # by name


def tenths() -> Dossier:
    """Steps of a tenth from 1 to 6, weights with decimals, each area with a threshold of its own."""
    areas = (
        Area("I", Localised("Idee"), Fraction("0.55"), (
            Criterion("I1", Localised("Neuheit"), weight=Fraction("2.5"), minimum=Fraction("2.3")),
            Criterion("I2", Localised("Nutzen"), weight=Fraction("1.25")),
        )),
        Area("U", Localised("Umsetzung"), Fraction("0.4"), (Criterion("U1", Localised("Plan"), weight=Fraction(3)),)),
    )  # fmt: skip
    rules = (
        ResultRule("a", "refuse", Localised("abgelehnt"), Condition(KIND.AREA_BELOW, Fraction("0.4"))),
        ResultRule(
            "b.1",
            "conditions",
            Localised('"mit" = Vorbehalt'),
            Condition(
                KIND.ALL,
                parts=(
                    Condition(KIND.TOTAL_BELOW, Fraction("5.5")),
                    Condition(
                        KIND.ANY, parts=(Condition(KIND.MINIMUM_MISSED, expected=False), Condition(KIND.FORMAL_OPEN))
                    ),
                ),
            ),
        ),
        ResultRule("c", "admit", Localised("angenommen")),
    )
    scale = Scale(Fraction(1), Fraction(6), Fraction(1, 10))
    flags = Flags(Fraction(2), Fraction(1), Fraction(1, 2), Fraction("3.4"))
    of = Catalogue("zehntel", "2", Localised("Zehntel"), None, scale, flags, areas, rules)
    scores: list[dict[str, Value | None]] = [
        {"I1": Fraction("2.1"), "I2": Fraction("4.7"), "U1": Fraction("3.3")},
        {"I1": Fraction("4.1"), "I2": Fraction("1.2"), "U1": NB},
    ]
    return _dossier(of, scores)


def all_not_assessable() -> Dossier:
    """One criterion that nobody could assess: its area, the total and the result stay open."""
    of = catalogue()
    lines = [row(line, of) for line in WORKED]
    return _dossier(of, [line | {"B2": NB} for line in lines])


def formally_open() -> Dossier:
    """Incomplete scores, but a formal point is open: the rule on it speaks all the same."""
    of = catalogue()
    checks = (FormalResult(of.formal_checks[0].id, FormalOutcome.TO_SUPPLY, "fehlt", place="Antrag!C12"),)
    return _dossier(of, [row(WORKED[0], of) | {"A1": NB}], checks=checks)


def gaps() -> Dossier:
    """A submitted review without an answer: not scored is neither n. b. nor 0; zero is a score."""
    of = muster()
    scores = row(WORKED[0], of)
    return _dossier(of, [scores | {"A1": None, "A2": Fraction(0)}, scores | {"A1": None, "A3": NB}])


def agreed_only() -> Dossier:
    """The chair's values for every criterion, some away from the median, and a minimum missed by them."""
    of = catalogue()
    agreed = {one.key: consensus(one.key, "2" if one.key == "A1" else "3.5", "Nach Aussprache.") for one in of.criteria}
    return _dossier(of, [row(WORKED[0], of)], consensus=agreed)


def no_thresholds() -> Dossier:
    """No thresholds, no minima, no rules at all; weights are one each."""
    of = muster()
    areas = tuple(
        replace(area, threshold=None, criteria=tuple(Criterion(one.key, one.title) for one in area.criteria))
        for area in of.areas
    )
    bare = replace(of, id="bare", areas=areas, rules=())
    return _dossier(bare, [row(line, bare) for line in WORKED])


def near_thresholds() -> Dossier:
    """Shares and totals a hair under a threshold."""
    of = muster()
    areas = tuple(replace(area, threshold=Fraction("0.7205")) for area in of.areas)
    near = replace(of, id="near", areas=areas)
    return _dossier(near, [row(line, near) for line in WORKED])


UNUSUAL: dict[str, Callable[[], Dossier]] = {
    "tenths": tenths,
    "all_not_assessable": all_not_assessable,
    "formally_open": formally_open,
    "gaps": gaps,
    "agreed_only": agreed_only,
    "no_thresholds": no_thresholds,
    "near_thresholds": near_thresholds,
}
