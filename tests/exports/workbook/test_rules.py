"""Rules of any shape come to the domain's result, whatever is scored, missing or formally open."""

import random
from fractions import Fraction
from pathlib import Path

from reviewer_app.domain.catalogue import Area, Catalogue, Condition, ConditionKind, Criterion, Flags, ResultRule
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import NB, Scale, Value
from reviewer_app.exports.material import Dossier
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.factories import a_dossier, a_person, a_review, an_application, consensus
from tests.exports.workbook.office import recalculated
from tests.exports.workbook.reading import read
from tests.exports.workbook.rounds import a_round, numbered

ROUND = 30
SCALES = (("0", "5", "0.5"), ("1", "10", "1"), ("0", "4", "0.1"), ("1", "6", "0.25"), ("0", "3", "1"))


def a_condition(chance: random.Random, most: Fraction, depth: int = 0) -> Condition:
    kinds = list(ConditionKind) if depth < 3 else list(ConditionKind)[:5]
    kind = chance.choice(kinds)
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        parts = tuple(a_condition(chance, most, depth + 1) for _ in range(chance.randint(0, 3)))
        return Condition(kind, parts=parts)
    share = Fraction(chance.randint(30, 80), 100)
    bound = share * most if kind is ConditionKind.TOTAL_BELOW else share
    return Condition(kind, bound, chance.randint(1, 2), expected=chance.random() < 0.7)


def a_catalogue(chance: random.Random, index: int) -> Catalogue:
    low, high, step = (Fraction(word) for word in chance.choice(SCALES))
    scale = Scale(low, high, step)
    areas = []
    for key in "ABC"[: chance.randint(1, 3)]:
        criteria = tuple(
            Criterion(
                f"{key}{n}",
                Localised(f"{key}{n}"),
                weight=Fraction(chance.randint(1, 20), chance.choice((1, 2, 4))),
                minimum=scale.value(chance.randrange(scale.grades)) if chance.random() < 0.4 else None,
            )
            for n in range(1, chance.randint(2, 4))
        )
        threshold = Fraction(chance.randint(40, 70), 100) if chance.random() < 0.8 else None
        areas.append(Area(key, Localised(key), threshold, criteria))
    most = sum((area.maximum for area in areas), Fraction(0))
    rules = [
        ResultRule(f"r{n}", f"k{n}", Localised(f"Ergebnis {n}"), a_condition(chance, most))
        for n in range(chance.randint(1, 4))
    ]
    if chance.random() < 0.7:
        rules.append(ResultRule("sonst", "admit", Localised("sonst")))
    return Catalogue(
        f"zufall{index}", "1", Localised("Zufall"), None, scale, Flags(scale.step * 3), tuple(areas), tuple(rules)
    )


def a_case(index: int) -> Dossier:
    chance = random.Random(index)  # noqa: S311  # any spread will do, the same each time
    of = a_catalogue(chance, index)

    def answer() -> Value | None:
        drawn = chance.random()
        return None if drawn < 0.04 else NB if drawn < 0.1 else of.scale.value(chance.randrange(of.scale.grades))

    reviews = [
        a_review({one.key: answer() for one in of.criteria}, a_person(n)) for n in range(1, chance.randint(2, 6))
    ]
    agreed = {
        one.key: consensus(one.key, str(of.scale.value(chance.randrange(of.scale.grades))), "so vereinbart")
        for one in of.criteria
        if chance.random() < 0.2
    }
    outcome = FormalOutcome.NOT_MET if chance.random() < 0.3 else FormalOutcome.MET
    checks = (FormalResult("F01", outcome, "geprüft"),)
    application = an_application(of, form=None)
    return numbered(
        a_dossier(reviews, of=of, application=application, consensus=agreed, checks=checks), f"Z-{index:03}"
    )


def test_random_catalogues_calculate_to_the_results_of_the_domain(tmp_path: Path) -> None:
    cases = [a_case(index) for index in range(ROUND)]
    data = workbook_bytes(a_round(cases))
    found, stored = recalculated(data, tmp_path), read(data)
    differ = []
    for sheet in stored.sheets:
        for place, cell in sheet.cells.items():
            if cell.formula is None:
                continue
            other = found[sheet.title].get(place)
            close = isinstance(cell.value, float) and isinstance(other, int | float) and abs(cell.value - other) < 1e-9
            if not close and (cell.value or "") != (other or ""):
                differ.append((sheet.title, place, cell.formula, cell.value, other))
    assert differ == []
    results = {str(found["Übersicht"][f"C{row}"]) for row in range(5, 5 + ROUND)}
    assert len(results) >= 4, "the cases have to differ"


def test_thirds_that_add_up_to_a_bound_are_not_below_it(tmp_path: Path) -> None:
    criteria = tuple(Criterion(f"X{n}", Localised(f"X{n}")) for n in range(1, 4))
    rules = (
        ResultRule("low", "refuse", Localised("darunter"), Condition(ConditionKind.TOTAL_BELOW, Fraction(1))),
        ResultRule("else", "admit", Localised("erreicht")),
    )
    scale = Scale(Fraction(0), Fraction(3), Fraction(1))
    area = Area("X", Localised("X"), None, criteria)
    of = Catalogue("drittel", "1", Localised("Drittel"), None, scale, Flags(), (area,), rules)
    review = a_review({one.key: Fraction(1) for one in criteria}, a_person(1))
    dossier = a_dossier([review], of=of, application=an_application(of, form=None), checks=())
    found = recalculated(workbook_bytes(a_round([dossier])), tmp_path)
    assert found["Übersicht"]["C5"] == "erreicht"
    assert found["Übersicht"]["E5"] == 1
