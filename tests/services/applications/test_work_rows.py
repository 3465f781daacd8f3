"""A list as text: it comes back as it was, and what is no list through and through is none."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.applications import work_rows
from reviewer_app.services.applications.work_rows import ListFigures, WorkList, WorkRow, read, written
from reviewer_app.services.applications.worklist import worklist
from tests.factories import rounds

AT = datetime(2026, 11, 18, 9, 30)  # noqa: DTZ001 # reason: the store keeps moments without a zone
RESULT = Localised("Aufnahme", en="Admission")
FIGURES = ListFigures(3, 0, 1, "R4", RESULT, Fraction(1789, 30), (Fraction(50), Fraction(60)))
ROW = WorkRow(
    number="GC-2026-014",
    name="Photonikverbund „Werra“ \\u00e4 \n",
    procedure="aufnahme",
    state=ApplicationState.REVIEWED,
    land="HE",
    technology="photonik",
    due=date(2026, 12, 15),
    submitted_at=AT,
    progress=(14, 20),
    reasons_open=2,
    submitted=3,
    expected=4,
    formal_open=1,
    conflict=ConflictOfInterest.OPEN,
    is_released=True,
    late=1,
    figures=FIGURES,
)
LIST = WorkList(
    person="c" * 32,
    name="R. Vogelsang",
    role=Role.CHAIR,
    title="Herbstrunde 2026",
    is_demo=True,
    rows=(
        ROW,
        replace(ROW, due=None, submitted_at=None, conflict=None, figures=None),
        replace(ROW, figures=replace(FIGURES, total=None)),
    ),
    procedures={"aufnahme": RESULT},
    lands={"HE": Localised("Hessen")},
    technologies={},
)


@pytest.mark.parametrize("found", [LIST, replace(LIST, rows=())])
def test_what_was_written_is_read_as_it_was(found: WorkList) -> None:
    assert read(written(found)) == found


@pytest.mark.parametrize("me", [rounds.ADLER, rounds.VOGELSANG])
def test_the_list_of_a_round_is_read_as_it_was(tmp_path: Path, me: PersonId) -> None:
    workspace = rounds.open_round(rounds.make_round(tmp_path / "r.votum", me))
    with workspace.unit_of_work() as uow:
        found = worklist(uow)
    workspace.close()
    assert len(found.rows) == 10
    assert any(row.figures for row in found.rows) is (me == rounds.VOGELSANG)
    assert read(written(found)) == found


def test_thousands_of_applications_stay_within_what_is_read() -> None:
    rows = tuple(replace(ROW, number=f"GC-2026-{number:05}") for number in range(10_000))
    assert len(written(replace(LIST, rows=rows))) < work_rows.LONGEST


def test_another_version_wrote_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    text = written(LIST)
    monkeypatch.setattr(work_rows, "VERSION", "0.2")
    assert read(text) is None


@pytest.mark.parametrize("text", ["", "null", "3", "[]", "{}", '["0.1", []]', '["0.1", null]', "[" * 100_000])
def test_nonsense_is_no_list(text: str) -> None:
    assert read(text) is None


OTHER: tuple[object, ...] = (None, True, -1, 2**40, 0.5, float("inf"), "", "nichts", "\ud800", "2026-13-01", [], {})


def _spots(kept: object) -> Iterator[tuple[list[object] | dict[str, object], int | str]]:
    """Give each place of a document with what holds it."""
    if isinstance(kept, list | dict):
        for key, one in enumerate(kept) if isinstance(kept, list) else kept.items():
            yield kept, key
            yield from _spots(one)


def test_whatever_stands_in_the_place_of_something_else_it_is_no_list_or_a_sound_one() -> None:
    text = written(LIST)
    spots = len([*_spots(json.loads(text))])
    assert spots > 80
    refused = 0
    for place in range(1, spots):
        for other in OTHER:
            kept = json.loads(text)
            holder, key = [*_spots(kept)][place]
            holder[key] = other  # type: ignore[index] # reason: a list by number, a dict by name
            found = read(json.dumps(kept))
            refused += found is None
            assert found is None or read(written(found)) == found
    assert refused > spots * len(OTHER) / 2


def test_a_text_that_is_cut_or_scattered_is_no_list() -> None:
    text, dice = written(LIST), random.Random(3)  # noqa: S311 # the same each time
    for _ in range(50):
        assert read(text[: dice.randrange(len(text))]) is None
        place = dice.randrange(len(text))
        read(f"{text[:place]}{chr(dice.randrange(32, 127))}{text[place + 1 :]}")  # raises nothing


def test_a_row_with_a_further_part_or_one_less_is_no_list() -> None:
    for change in (lambda row: [*row, 1], lambda row: row[:-1]):
        kept = json.loads(written(LIST))
        kept[1][5][0] = change(kept[1][5][0])
        assert read(json.dumps(kept)) is None


@pytest.mark.parametrize("total", [[10**1500, 1], [1, 0], [1.5, 1], [1], "1/2", "1e999999999"])
def test_a_total_that_could_not_be_shown_is_no_list(total: object) -> None:
    kept = json.loads(written(LIST))
    kept[1][5][0][-1][5] = total
    assert read(json.dumps(kept)) is None
