"""Every figure of the twelve stories follows from their scores."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.consolidation import Consolidation, consolidate
from reviewer_app.domain.reviews.robustness import probes
from tests.factories.catalogues import muster
from tests.factories.reviews import a_review, an_application
from tests.factories.stories import Story, read_stories

NUMBERS = [f"GC-2026-{n:03}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 14)]


@pytest.fixture
def story(request: pytest.FixtureRequest, shared: Path) -> Story:
    return read_stories(shared)[request.param]


def case_of(story: Story) -> Consolidation:
    order = ["AD", "BR", "TA", "NO", "OE"]
    reviews = [a_review(who, scores, order.index(who) + 1) for who, scores in story.scores.items()]
    formal_open = sum(" open " in line or line.startswith("open") or "; fail" in line for line in story.of("FORM"))
    return consolidate(
        an_application(story.number, story.procedure),
        muster(),
        reviews,
        state=ApplicationState.REVIEWED,
        formal_open=formal_open if story.rule != "-" else 1,
    )


def shown(value: Fraction | None) -> str:
    return "-" if value is None else locale.number(value, 1, "en")


@pytest.mark.parametrize("story", NUMBERS, indirect=True)
def test_medians_flags_and_minima(story: Story) -> None:
    case = case_of(story)
    medians = [word for word in story.of("MED")[0].split() if word != "/"]
    assert [("nb" if one.agreed is None else f"{float(one.agreed):g}") for one in case.criteria] == medians
    flags = story.of("FLAG")[0].partition("|")
    named = {part.split()[0]: part.split()[1:] for part in flags[0].split(";") if part.split()[0] != "none"}
    found = {one.key: [cause.value for cause in one.causes] for one in case.criteria if one.needs_discussion}
    assert set(found) == set(named)
    for key, words in named.items():
        assert all(cause in " ".join(words) for cause in found[key])
    missed = flags[2].split(":")[1].split()
    assert list(case.figures.minimum_missed) == ([] if missed == ["none"] else missed)


@pytest.mark.parametrize("story", NUMBERS, indirect=True)
def test_areas_total_and_rule(story: Story) -> None:
    case = case_of(story)
    areas, _, total = story.of("AREA")[0].partition("|")
    words = areas.split()
    for index, area in enumerate(case.figures.areas):
        expected_points, expected_share = words[3 * index + 1 : 3 * index + 3]
        assert shown(area.points) == expected_points
        assert expected_share == ("-" if area.share is None else f"{shown(area.share * 100)}%")
    rule = case.suggestion.rule.id if case.suggestion.rule else "none"
    assert total.split() == ["total", shown(case.figures.total), rule]


@pytest.mark.parametrize("story", NUMBERS, indirect=True)
def test_probes(story: Story) -> None:
    case = case_of(story)
    line, _, flips = story.of("PROBE")[0].partition("|")
    expected = [part.split()[1:] for part in line.split(";")]
    results = probes(case)
    found = [
        [
            shown(one.figures.total),
            (one.figures.suggestion.rule.id if one.figures.suggestion.rule else "none") + ("*" if one.flips else ""),
        ]
        for one in results
    ]
    assert found == expected
    assert flips.split() == ["flips", str(sum(one.flips for one in results)), "of", str(len(results))]
