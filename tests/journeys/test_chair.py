"""The chair's evening: agree on a disputed value with a reason, take it back and set it again, hand out the files."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program, votum

pytestmark = pytest.mark.journey

APPLICATION, NAME = "GC-2026-014", "Photonikverbund Werratal"
REASON = "Zwei Gutachten sehen die Strategie belegt."


def to_the_consolidation(program: Program) -> None:
    """Go from the work list to the consolidation of one application, by keys."""
    program.until_page("applications")
    program.until_shown("Akte & Export")
    program.keys("ctrl+2")
    program.until_page("consolidations")
    program.keys("End", "Up", "Return")
    program.until_page("consolidation", APPLICATION)
    program.until_focus("Konsens offen")


def agree_on_the_first(program: Program) -> None:
    """Set the first disputed value with its reason, and come to the next disputed one."""
    program.keys("Return")
    program.until_focus("3,5")
    program.keys("3", "ctrl+Return")
    program.until_focus("Begründung des Konsenses zu B1")
    program.until_shown("▲")
    program.type(REASON)
    program.keys("ctrl+Return")
    program.until(lambda state: state["detail"] == "B5" and state["idle"], "the next disputed criterion")
    program.until_shown("2 offen")


def consensus_of(home: Path, workspace: Path) -> tuple[Any, Any]:
    """Return the consensus on B1 and the suggested result."""
    record = json.loads(votum(home, "consolidate", workspace, "--application", APPLICATION, "--json"))
    (one,) = record["applications"]
    (criterion,) = (criterion for criterion in one["criteria"] if criterion["key"] == "B1")
    return criterion["consensus"], one["result"]["rule"]


def test_the_chair_agrees_takes_back_and_hands_out(start: Start, demo: Path, home: Path) -> None:
    program = start(demo)
    to_the_consolidation(program)
    agree_on_the_first(program)
    program.keys("ctrl+z")
    program.until_shown("3 offen")
    program.until(lambda state: state["detail"] == "B1", "undo shows where it worked")
    program.keys("ctrl+y")
    program.until_shown("2 offen")

    out = home / "Akte"
    out.mkdir()
    program.keys("ctrl+e")
    program.until_page("export")
    program.keys("ctrl+e")
    program.until_focus("Verzeichnis")
    program.type(str(out))
    program.keys("Return")
    program.until_shown("13 Dateien geschrieben")
    program.quit()

    assert len(list(out.glob("Empfehlungsblatt_*.pdf"))) == 12
    assert (out / "Mappe.xlsx").is_file()
    assert consensus_of(home, demo) == (3.0, "R4")
