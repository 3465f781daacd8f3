"""Writes what a round was made from: a folder for each application with form and annexes, a table for each reviewer."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from reviewer_app.demo.annexes import AnnexFile, annex_files, naming
from reviewer_app.demo.form_answers import answers_of
from reviewer_app.demo.member_file import member_table, write_member_list
from reviewer_app.demo.members import members_of
from reviewer_app.demo.score_files import score_table, table_name
from reviewer_app.demo.story import Story
from reviewer_app.domain.catalogue import Catalogue, Value
from reviewer_app.domain.going_on import GoOn, always
from reviewer_app.exchange.application_form.template import fill_form

PACKAGES, TABLES = "Antraege", "Bewertungen"


def write_package(folder: Path, story: Story, catalogue: Catalogue, seed: int, go_on: GoOn = always) -> Path:
    """Write the folder of one application and return it; a missing annex is an empty folder of its name.

    `go_on` is asked before each annex.
    """
    target = folder / PACKAGES / f"{story.number}_{story.text('short')}"
    target.mkdir(parents=True, exist_ok=True)
    members = members_of(story, seed)
    known = member_table(catalogue)
    rows_kind = next((kind.key for kind in catalogue.annexes if known and kind.table == known[0].id), "")
    annexes = annex_files(story, members, seed, rows_kind, go_on)
    if rows_kind in story.annexes:
        stem, title = naming(rows_kind, story.text("legal_form"))
        written = write_member_list(catalogue, f"{title} {story.text('applicant.cmo_kurz')}", members)
        annexes.insert(0, AnnexFile(rows_kind, f"{rows_kind}_{stem}.xlsx", written))
    for annex in annexes:
        if annex.data is None:
            (target / Path(annex.name).stem).mkdir(exist_ok=True)
        else:
            (target / annex.name).write_bytes(annex.data)
    answers = answers_of(story, catalogue)
    named = {annex.kind: annex.name for annex in annexes if annex.data is not None}
    fill_form(catalogue, answers.values, answers.tables, target / f"{story.number}_Antrag.xlsx", annexes=named)
    return target


def write_score_tables(folder: Path, handed_in: Mapping[str, Iterable[tuple[str, str, Value, str]]]) -> None:
    """Write one table for each reviewer: application, criterion, answer, rationale."""
    target = folder / TABLES
    target.mkdir(parents=True, exist_ok=True)
    for reviewer, rows in handed_in.items():
        (target / table_name(reviewer)).write_bytes(score_table(reviewer, rows))
