"""The twelve stories of the demo round as sheets: valid, with the total and the rule of the story bible."""

from pathlib import Path

import page
import pytest

from reviewer_app.exports.sheet.writing import make_sheet
from tests.exports import tag_tree
from tests.exports.factories import a_dossier, a_material, a_person, a_review, an_application, catalogue
from tests.factories.stories import read_stories

NUMBERS = [f"GC-2026-{number:03d}" for number in (1, 2, 4, 5, 6, 8, 9, 12, 14)]
_PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_story_makes_a_valid_sheet_with_its_figures(number: str, shared: Path) -> None:
    story = read_stories(shared)[number]
    of = catalogue()
    reviews = [a_review(scores, a_person(index)) for index, scores in enumerate(story.scores.values(), 1)]
    application = an_application(of, number=number, procedure=story.procedure)
    dossier = a_dossier(reviews, application=application)
    data = make_sheet(a_material(dossier), dossier).data
    root = tag_tree.read(data).root
    total = story.of("AREA")[0].partition("| total ")[2].split()[0].replace(".", ",")
    said = [" ".join(element.text().split()) for element in root.by_role("P")]
    assert total in said
    rule = dossier.consolidation.suggestion.rule
    assert (rule.id if rule else "-") == story.rule
    assert any(f"Regel {story.rule} " in line for line in said) or rule is None
    for profile in _PROFILES:
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
