"""What a row of the list says of the person's own statement, where the window is narrow."""

from dataclasses import replace
from pathlib import Path

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.ui.applications.lines import ApplicationLines
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
