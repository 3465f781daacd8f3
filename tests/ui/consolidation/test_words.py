"""What the consolidation says: nothing disputed, what is settled, spans of fine scales, who stands where."""

from fractions import Fraction

import pytest

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.consolidation import Consensus, Consolidation, consolidate
from reviewer_app.domain.reviews.discussion import topics
from reviewer_app.domain.reviews.robustness import robustness
from reviewer_app.domain.scale import NB, Value
from reviewer_app.services.ports import HistoryEntry
from reviewer_app.ui.consolidation.result_words import ResultWords
from reviewer_app.ui.consolidation.words import ConsolidationWords
from tests.factories.catalogues import muster, tiny
from tests.factories.reviews import a_review, an_application
from tests.factories.rounds import NOW

pytestmark = pytest.mark.usefixtures("qapp")


def case_of(
    catalogue: Catalogue, answers: dict[str, tuple[Value, ...]], consensus: dict[str, Consensus] | None = None
) -> Consolidation:
    """Bring together as many reviews as there are answers; what is not named has 4 everywhere."""
    n = max(len(values) for values in answers.values())
    whole = {one.key: answers.get(one.key, (Fraction(4),) * n) for one in catalogue.criteria}
    reviews = [
        a_review(f"R{place}", {key: values[place] for key, values in whole.items()}, place + 1) for place in range(n)
    ]
    return consolidate(an_application(), catalogue, reviews, state=ApplicationState.REVIEWED, consensus=consensus)


def words(case: Consolidation) -> ConsolidationWords:
    return ConsolidationWords(case, "de")


def numbers(text: str) -> tuple[Value, ...]:
    return tuple(NB if word == "nb" else Fraction(word) for word in text.split())


def facts(case: Consolidation) -> str:
    (topic,) = topics(case)
    return words(case).topic(topic, "1").facts


def test_nothing_disputed_says_how_near_the_scores_are() -> None:
    case = case_of(muster(), {"A1": numbers("3 4.5 4")})
    assert words(case).nothing_open() == "✓ Kein Klärungsbedarf. 20 Werte liegen höchstens 1,5 auseinander."


def test_what_is_settled_is_counted() -> None:
    agreed = {"A1": Consensus("A1", Fraction(4), "Grund")}
    case = case_of(muster(), {"A1": numbers("3 5 4")}, agreed)
    assert words(case).nothing_open() == "✓ Nichts mehr offen, 1 strittiger Wert festgehalten"


def test_a_span_of_a_fine_scale_is_not_rounded() -> None:
    case = case_of(tiny(5, "1/4"), {"X1": numbers("2 4.25")})
    one = case.criterion("X1")
    assert words(case).spread(one).text == "2,25"
    chip = words(case).chip(one)
    assert chip is not None
    assert chip.word == "Spanne 2,25"


def test_a_fine_scale_keeps_its_decimals_and_words_everywhere() -> None:
    case = case_of(tiny(5, "1/20"), {"X1": numbers("2.05 4")})
    one, said = case.criterion("X1"), words(case)
    assert (said.spread(one).text, said.chip(one), said.duty(one, Fraction(1))) == (
        "1,95",
        None,
        "Begründung (Pflicht: mehr als 0,50 neben dem Median)",
    )
    assert said.figures(one) == "Median 3,025 · Mittel 3,03 · Vorbelegung 3,05"
    (row,) = (row for row in said.rows() if row.key == "X1")
    assert row.spoken[2:4] == ("X1, G1: 2,05", "X1, G2: 4,00")
    assert "Median 3,025" in row.spoken[4]
    assert row.spoken[5] == "Spanne 1,95"


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("1.5 4.5 3.5", "Spanne 3,0 · G1 unter Min 3,0, G2 und G3 darüber"),
        ("2.5 3 4", "G1 unter Min 3,0, G2 und G3 nicht"),
        ("2.5 2.5 2.5 2.5 3.5 3.5 3.5 3.5 3.5", "4 unter Min 3,0, 5 darüber"),
        ("3.5 nb nb nb", "G2, G3 und G4: nicht beurteilbar"),
    ],
)
def test_facts_name_who_stands_where_as_long_as_they_are_few(scores: str, said: str) -> None:
    assert facts(case_of(muster(), {"A1": numbers(scores)})) == said


def test_without_rules_the_band_says_once_that_there_is_no_suggestion() -> None:
    case = case_of(tiny(), {"X1": numbers("4 4")})
    said = ResultWords(case, robustness(case), "de").view().result
    assert said == "Kein Vorschlag, der Katalog hat für dieses Verfahren keine Regeln"


@pytest.mark.parametrize("spelt", ["1e3000000", "1/0", "drei", "9" * 10_000])
def test_a_doctored_value_of_the_history_stands_as_it_is(spelt: str) -> None:
    application = an_application()
    one = HistoryEntry(
        NOW,
        application.id,
        None,
        "X1",
        "consensus",
        "10/3",
        spelt,
        "A",
        "taken",
        note=spelt,
    )
    (line,) = words(case_of(tiny(5, "1/4"), {"X1": numbers("2 4.25")})).history([one], "X1")
    assert line.change == f"3,33 → {spelt} vom Median {spelt} übernommen"
