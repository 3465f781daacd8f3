"""What a row of the list says: one's own statement, where the application stands, and what is left to do."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.applications.work_rows import WorkList
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.services.reviews.statistics import statistics
from reviewer_app.ui.applications.lines import ApplicationLines
from reviewer_app.ui.applications.model import ApplicationColumn
from tests.factories import rounds


def test_an_open_statement_comes_before_the_progress(tmp_path: Path) -> None:
    workspace = rounds.open_round(rounds.make_round(tmp_path / "r.votum"))
    try:
        with workspace.unit_of_work() as uow:
            found = worklist(uow)
    finally:
        workspace.close()
    lines = ApplicationLines(found, rounds.TODAY, "de").lines()
    said = {line.number.removeprefix("GC-2026-"): line.statement for line in lines}
    assert {number: words for number, words in said.items() if words} == {
        "003": "Noch nicht erklärt",
        "006": "Ausgeschlossen",
        "011": "Noch nicht erklärt",
    }
    unstated = [replace(row, conflict=None) for row in found.rows if row.state is not ApplicationState.WITHDRAWN]
    lines = ApplicationLines(replace(found, rows=tuple(unstated)), rounds.TODAY, "de").lines()
    assert {line.statement for line in lines} == {"Noch nicht erklärt"}
    others = ApplicationLines(replace(found, role=Role.CHAIR), rounds.TODAY, "de").lines()
    assert {line.statement for line in others} == {""}


def list_of(demo_file: Path, name: str) -> tuple[WorkList, dict[str, int]]:
    """Return somebody's list of the demo, and what the statistics count by the words of the states."""
    workspace = rounds.open_round(demo_file)
    try:
        with workspace.unit_of_work() as uow:
            (me,) = (one.id for one in uow.people.all() if one.name == name)
            uow.rounds.put(replace(uow.rounds.get(), me=me))
            states = statistics(uow, "de").tables[0]
            return worklist(uow), dict(zip(states.columns, states.count.column_totals, strict=True))
    finally:
        workspace.close()


def test_the_list_says_the_states_that_the_statistics_count_and_what_is_left_to_do(demo_file: Path) -> None:
    """Nothing that is green waits to be done, and what is in and waits says for what."""
    found, counted = list_of(demo_file, "R. Vogelsang")
    lines = ApplicationLines(found, rounds.TODAY, "de").lines()
    assert Counter(line.chip.word for line in lines) == Counter(counted)
    assert {"Nachforderung", "In Begutachtung", "Begutachtet", "Freigegeben", "Zurückgezogen"} <= counted.keys()
    for row, line in zip(found.rows, lines, strict=True):
        is_todo = "todo" in line.segments
        assert row.is_released == ("done" in line.segments), row.number
        assert not (is_todo and line.chip.tone == "ok"), row.number
        if is_todo and row.submitted == row.expected:
            assert line.cells[ApplicationColumn.REVIEWS].second in {"Klärung offen", "Freigabe offen"}, row.number


def test_a_review_handed_in_after_its_deadline_says_so(demo_file: Path) -> None:
    found, _ = list_of(demo_file, "M. Adler")
    row = next(one for one in found.rows if one.submitted_at is not None)
    assert row.submitted_at is not None
    late = replace(row, due=row.submitted_at.date() - timedelta(days=1))
    in_time, too_late = (
        line.cells[ApplicationColumn.DUE]
        for line in ApplicationLines(replace(found, rows=(row, late)), rounds.TODAY, "de").lines()
    )
    assert in_time.second == f"am {row.submitted_at:%d.%m.}"
    assert (too_late.second, too_late.second_tone) == (f"{in_time.second} nach Fristende", "warn")


@pytest.mark.parametrize(
    ("late", "said"), [(0, ""), (1, "1 Gutachten nach Fristende"), (2, "2 Gutachten nach Fristende")]
)
def test_the_chair_sees_how_many_reviews_came_after_the_deadline(demo_file: Path, late: int, said: str) -> None:
    found, _ = list_of(demo_file, "R. Vogelsang")
    row = next(one for one in found.rows if one.state is ApplicationState.REVIEWED)
    (line,) = ApplicationLines(replace(found, rows=(replace(row, late=late),)), rounds.TODAY, "de").lines()
    assert line.cells[ApplicationColumn.DUE].second == said


def test_a_review_with_all_values_and_missing_reasons_is_not_complete(demo_file: Path) -> None:
    found, _ = list_of(demo_file, "M. Adler")
    row = next(one for one in found.rows if one.submitted_at is None and one.state is not ApplicationState.WITHDRAWN)
    full = replace(row, progress=(20, 20), conflict=ConflictOfInterest.NONE)
    done, lacking = ApplicationLines(
        replace(found, rows=(full, replace(full, reasons_open=4))), rounds.TODAY, "de"
    ).lines()
    assert (done.progress_words, done.is_complete) == ("20/20", True)
    assert (lacking.progress_words, lacking.is_complete) == ("20/20 · 4 Begründungen offen", False)


def test_the_list_counts_the_missing_reasons_of_a_draft(demo_file: Path) -> None:
    workspace = rounds.open_round(demo_file)
    try:
        with workspace.unit_of_work() as uow:
            (adler,) = (one for one in uow.people.all() if one.name == "M. Adler")
            uow.rounds.put(replace(uow.rounds.get(), me=adler.id))
            review = next(one for one in uow.reviews.by(adler.id).values() if not one.is_submitted)
            number = uow.applications.get(review.application).number
            catalogue = uow.catalogues.get(uow.rounds.get().catalogue)
            for criterion in catalogue.criteria[:3]:
                uow.reviews.set_value(review.id, criterion.key, catalogue.scale.maximum, rounds.NOW, adler.name)
                uow.reviews.set_rationale(review.id, criterion.key, "", rounds.NOW, adler.name)
            (row,) = (one for one in worklist(uow).rows if one.number == number)
    finally:
        workspace.close()
    assert row.reasons_open >= 3
