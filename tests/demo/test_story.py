"""The facts of the stories are those of the story bible, and everything a story names exists."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from reviewer_app.demo.form_answers import answers_of
from reviewer_app.demo.story import Story, round_facts, story_numbers
from reviewer_app.domain.catalogue import Catalogue
from tests.factories.stories import read_stories

_PASSAGE = re.compile(r'(A\d\d):(\d+) ([A-D]\d)([+\-x]) "([^"]*)"')


def test_scores_and_drafts_are_those_of_the_bible(told: Mapping[str, Story], shared: Path) -> None:
    bible = read_stories(shared)
    assert tuple(bible) == story_numbers()
    for number, story in told.items():
        assert story.scores == bible[number].scores
        assert story.drafts == bible[number].drafts


def test_passages_and_pages_are_those_of_the_bible(told: Mapping[str, Story], shared: Path) -> None:
    bible = read_stories(shared)
    assert bible.keys() == told.keys()
    for number, wanted in bible.items():
        story = told[number]
        passages = {(p.annex, str(p.page), p.criterion, p.sign, p.text) for p in story.passages}
        assert passages, number
        assert passages == {found for line in wanted.of("P") for found in _PASSAGE.findall(line)}
        pages = dict(re.findall(r"(A\d\d):(\d*)", wanted.of("ANN")[0]))
        assert {kind: plan.pages for kind, plan in story.annexes.items()} == {
            kind: int(count or 0) for kind, count in pages.items()
        }


def test_income_adds_up(told: Mapping[str, Story]) -> None:
    sources = ("beitraege", "dienst", "sponsor", "sonst_priv", "land", "bund", "eu", "sonst_oeff")
    assert len(told) == 12
    for story in told.values():
        assert story.records("income"), story.number
        for year in story.records("income"):
            assert sum(int(str(year[source])) for source in sources) == year["total"]


def test_tables_have_as_many_rows_as_the_figures_say(told: Mapping[str, Story]) -> None:
    assert len(told) == 12
    for story in told.values():
        rows = {
            "dienste": "leistungen",
            "proj": "vorhaben",
            "koop": "kooperationen",
            "int": "international",
        }
        for figure, table in rows.items():
            assert len(story.rows(f"tables.{table}")) == story.number_of(f"activity.{figure}"), (story.number, table)
        with_small = sum(int(str(row[5])) > 0 for row in story.rows("tables.vorhaben"))
        assert with_small == story.number_of("activity.projkmu")
        assert len(story.texts("texture.fachgruppen")) == story.number_of("activity.ag")


def test_every_answer_belongs_to_a_field_and_every_required_one_is_given(
    told: Mapping[str, Story], catalogue: Catalogue
) -> None:
    known = {field.id for field in catalogue.fields}
    assert len(told) == 12
    for story in told.values():
        answers = answers_of(story, catalogue)
        assert set(answers.values) | set(answers.tables) <= known
        missing = {
            field.id
            for field in catalogue.fields
            if field.required == "yes" and field.id not in answers.values and field.id not in answers.tables
        }
        assert missing == ({"strat_review"} if story.number == "GC-2026-007" else set())


@pytest.mark.parametrize("field", ["cmo_tel", "leit_tel"])
def test_phones_come_from_the_block_kept_for_fiction(told: Mapping[str, Story], field: str) -> None:
    assert len(told) == 12
    for story in told.values():
        assert re.fullmatch(r"\+49 30 23125 \d{3}", story.text(f"applicant.{field}"))


def test_mail_and_web_lead_nowhere(told: Mapping[str, Story]) -> None:
    assert len(told) == 12
    for story in told.values():
        for field in ("cmo_mail", "leit_mail", "web_de", "web_en", "eccp_url", "plattform_url"):
            value = story.text(f"applicant.{field}")
            assert not value or ".example" in value


def test_everybody_of_the_board_has_one_number(told: Mapping[str, Story]) -> None:
    people = round_facts()["person"]
    assert isinstance(people, list)
    keys = {one["key"] for one in people}
    assert len(keys) == len(people) == 13
    named = {who for story in told.values() for who in (*story.scores, *story.drafts, *(hit.who for hit in story.hits))}
    assert named <= keys
